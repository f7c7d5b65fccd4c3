import Model

/// Conditions in the files of a monitor: read, and checked against the variables that exist where they stand.
extension YAMLMap {
  /// - Parameter scope: Nil when the codebook could not be read: then only the syntax is checked.
  func condition(_ key: String, in scope: VariableScope?) -> Condition? {
    guard has(key) else {
      reportMissing(key)
      return nil
    }
    return optionalCondition(key, in: scope)
  }

  func optionalCondition(_ key: String, in scope: VariableScope?) -> Condition? {
    guard let text = optionalText(key) else { return nil }
    let line = line(of: key)
    do {
      let condition = try Condition(parsing: text)
      if let scope { check(condition, in: scope, line: line) }
      return condition
    } catch {
      report(
        .conditionSyntax, at: line,
        nl: "de voorwaarde in \(subject.nl) is niet te lezen: \(error.message.nl) (teken \(error.offset + 1)).",
        en: "the condition in \(subject.en) cannot be read: \(error.message.en) (character \(error.offset + 1)).")
      return nil
    }
  }

  private func check(_ condition: Condition, in scope: VariableScope, line: Int) {
    switch condition {
    case .always: return
    case .not(let inner): check(inner, in: scope, line: line)
    case .all(let parts), .any(let parts):
      for part in parts { check(part, in: scope, line: line) }
    case .isKnown(let name): _ = scope.variable(name, in: self, line: line)
    case .isIn(let name, let values): checkAnswer(name, values, in: scope, line: line)
    case .hasAny(let name, let values), .hasAll(let name, let values), .hasOnly(let name, let values):
      guard let variable = scope.variable(name, in: self, line: line) else { return }
      guard variable.kind == .set else {
        return reportUnsuited(
          variable, line, LocalizedText(nl: "`has` vraagt een verzameling", en: "`has` asks for a set"))
      }
      for value in values { variable.check(category: value, in: self, line: line) }
    case .compares(let name, let comparison, _):
      guard let variable = scope.variable(name, in: self, line: line), !variable.isComparable else { return }
      let sign = comparison.rawValue
      reportUnsuited(
        variable, line, LocalizedText(nl: "`\(sign)` vergelijkt getallen", en: "`\(sign)` compares numbers"))
    }
  }

  private func checkAnswer(_ name: String, _ values: [String], in scope: VariableScope, line: Int) {
    guard let variable = scope.variable(name, in: self, line: line) else { return }
    switch variable.kind {
    case .category:
      for value in values { variable.check(category: value, in: self, line: line) }
    case .set:
      for value in values where value != "none" { variable.check(category: value, in: self, line: line) }
    case .number, .date, .text:
      for value in values where Missing(word: value) == nil {
        guard variable.kind == .text || Int32(value) == nil else { continue }
        reportUnsuited(
          variable, line,
          LocalizedText(nl: "de waarde `\(value)` past daar niet bij", en: "the value `\(value)` does not suit it"))
      }
    }
  }

  private func reportUnsuited(_ variable: Variable, _ line: Int, _ why: LocalizedText) {
    report(
      .unsuitableVariable, at: line,
      nl: "`\(variable.name)` in \(subject.nl) is \(variable.kind.noun.nl); \(why.nl).",
      en: "`\(variable.name)` in \(subject.en) is \(variable.kind.noun.en); \(why.en).")
  }
}

extension Variable {
  /// Whether `<` and `>` mean something: numbers, days, and categories whose codes are numbers, such as years.
  var isComparable: Bool {
    switch kind {
    case .number, .date: true
    case .category: !categories.isEmpty && categories.allSatisfy { Int32($0.code) != nil }
    case .set, .text: false
    }
  }
}
