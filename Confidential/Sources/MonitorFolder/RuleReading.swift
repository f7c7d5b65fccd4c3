import Model
import Yams

/// Reads the step of one rule.
struct RuleReading {
  let map: YAMLMap
  /// The variables of a case that exist before this rule.
  let scope: VariableScope?
  let codebook: Codebook?

  /// The kinds of steps by the key that names them; a kind added here has to be read in `step()`.
  enum Kind: String, CaseIterable { case derive, group, exclude, impute }

  /// Each kind of step with the keys that belong to it, the first of which names it.
  static let kinds = FolderKeys.ruleKinds.compactMap { keys in
    Kind(rawValue: keys.names[0]).map { (kind: $0, keys: keys.names) }
  }

  /// The variable the rule computes.
  var target: String? {
    ["derive", "group", "impute"].lazy.compactMap { map.has($0) ? map.optionalText($0) : nil }.first
  }

  func step() -> Rule.Step? {
    let present = Self.kinds.filter { map.has($0.kind.rawValue) }
    guard present.count == 1, let (kind, keys) = present.first else {
      let names = Kind.allCases.map(\.rawValue)
      let (first, last) = (names.dropLast().joined(separator: ", "), names[names.count - 1])
      map.report(
        .missingKey, nl: "\(map.subject.nl) heeft precies één van \(first) of \(last) nodig.",
        en: "\(map.subject.en) needs exactly one of \(first) or \(last).")
      return nil
    }
    for other in Set(Self.kinds.flatMap(\.keys)).subtracting(keys).sorted() where map.has(other) {
      map.report(
        .unknownKey, at: map.line(of: other), nl: "`\(other)` hoort niet bij `\(kind.rawValue)` in \(map.subject.nl).",
        en: "`\(other)` does not belong to `\(kind.rawValue)` in \(map.subject.en).")
    }
    switch kind {
    case .derive: return derive()
    case .group: return group()
    case .exclude: return map.condition("exclude", in: scope).map { .exclude(when: $0) }
    case .impute: return impute()
    }
  }

  /// The variable of the codebook that a rule computes; unknown ones are findings.
  private func targetVariable(_ key: String) -> Variable? {
    guard let name = map.text(key), let codebook else { return nil }
    return VariableScope(codebook.variables).variable(name, in: map, line: map.line(of: key))
  }

  private func derive() -> Rule.Step? {
    let variable = targetVariable("derive")
    if let variable, variable.kind != .category {
      map.report(
        .unsuitableVariable, at: map.line(of: "derive"),
        nl: "`\(variable.name)` is \(variable.kind.noun.nl); \(map.subject.nl) kan alleen een categorie afleiden.",
        en: "`\(variable.name)` is \(variable.kind.noun.en); \(map.subject.en) can only derive a category.")
    }
    var cases: [Rule.DerivedCase] = []
    if !map.has("cases") { map.reportMissing("cases") }
    for item in map.maps("cases", subject: map.subject, keys: ["when", "then"]) ?? [] {
      let condition = item.condition("when", in: scope)
      guard let value = item.text("then") else { continue }
      variable?.check(category: value, in: item, line: item.line(of: "then"))
      if let condition { cases.append(Rule.DerivedCase(condition: condition, value: value)) }
    }
    guard let otherwise = map.text("otherwise") else { return nil }
    variable?.check(category: otherwise, in: map, line: map.line(of: "otherwise"))
    return map.text("derive").map { .derive(target: $0, cases: cases, otherwise: otherwise) }
  }

  private func group() -> Rule.Step? {
    guard let target = map.text("group"), let from = map.text("from") else { return nil }
    let wider = targetVariable("group")
    if let wider, let scope, let variable = scope.countable(from, key: "from", in: map, line: map.line(of: "from")) {
      if wider.kind != variable.kind {
        map.report(
          .unsuitableVariable, at: map.line(of: "group"),
          nl: "`\(target)` is \(wider.kind.noun.nl), maar `\(from)` is \(variable.kind.noun.nl).",
          en: "`\(target)` is \(wider.kind.noun.en), but `\(from)` is \(variable.kind.noun.en).")
      }
      for category in variable.categories { checkGroup(of: category, variable, in: wider) }
    }
    return .group(target: target, variable: from)
  }

  private func checkGroup(of category: Model.Category, _ variable: Variable, in wider: Variable) {
    if let group = category.group, wider.index(ofCategory: group) != nil || Missing(word: group) != nil { return }
    let nl = category.group.map { "een groep `\($0)` die `\(wider.name)` niet kent" } ?? "geen groep"
    let en = category.group.map { "a group `\($0)` that `\(wider.name)` does not know" } ?? "no group"
    map.report(
      .missingGroup, nl: "\(map.subject.nl): categorie `\(category.code)` van `\(variable.name)` heeft \(nl).",
      en: "\(map.subject.en): category `\(category.code)` of `\(variable.name)` has \(en).")
  }

  private func impute() -> Rule.Step? {
    guard let target = map.text("impute"), let from = map.text("from") else { return nil }
    let among = map.optionalCondition("among", in: scope)
    let minimum = map.integer("minimum-known", in: 1...1_000_000)
    if !map.has("strata") { map.reportMissing("strata") }
    let strata = map.words("strata") ?? []
    if let scope {
      for (name, line) in strata { requireCategory(name, key: "strata", scope, line) }
      let variable = requireCategory(from, key: "from", scope, map.line(of: "from"))
      if let imputed = targetVariable("impute"), let variable,
        imputed.kind != variable.kind || imputed.categories.map(\.code) != variable.categories.map(\.code)
      {
        map.report(
          .differentCategories, at: map.line(of: "impute"),
          nl: "`\(target)` en `\(from)` moeten dezelfde categorieën hebben, in dezelfde volgorde.",
          en: "`\(target)` and `\(from)` need the same categories in the same order.")
      }
    }
    guard let minimum, among != nil || !map.has("among") else { return nil }
    return .impute(
      Imputation(
        target: target, variable: from, among: among, strata: strata.map(\.word), minimumKnown: minimum))
  }

  @discardableResult
  private func requireCategory(_ name: String, key: String, _ scope: VariableScope, _ line: Int) -> Variable? {
    guard let variable = scope.variable(name, in: map, line: line) else { return nil }
    if variable.kind == .category { return variable }
    map.report(
      .unsuitableVariable, at: line,
      nl: "`\(name)` is \(variable.kind.noun.nl); in \(map.subject.nl) past bij `\(key)` alleen een categorie.",
      en: "`\(name)` is \(variable.kind.noun.en); in \(map.subject.en) `\(key)` takes only a category.")
    return nil
  }
}
