import Model
import Yams

/// Reads a row or column axis of a figure: the variable, its order and its words.
struct FigureAxis {
  let map: YAMLMap
  let scope: VariableScope?
  /// The count tables of a figure that takes its numbers from there.
  let over: FigureCounts?

  init?(figure: FigureReading, node: Node, over: FigureCounts?) {
    guard
      let map = YAMLMap(
        node, in: figure.map.file, figure.map.findings, subject: figure.map.subject, keys: FolderKeys.axis.names)
    else { return nil }
    self.init(map: map, scope: figure.axisScope, over: over)
  }

  init(map: YAMLMap, scope: VariableScope?, over: FigureCounts?) {
    self.over = over
    self.map = map
    self.scope = scope
  }

  func dimension() -> Figure.Dimension? {
    let axisName = map.localized("name")
    guard let name = map.text("variable") else { return nil }
    let variable = scope?.countable(name, key: "variable", in: map, line: map.line(of: "variable"))
    if scope != nil, variable == nil { return nil }
    let from = from(of: variable)
    let order = order(of: variable, from: from)
    let labels = labels(of: variable)
    let pools = pools(of: variable)
    let also = map.words("also") ?? []
    checkCodes(also, of: variable, key: "also")
    checkBoundaries(of: variable)
    guard let axisName else { return nil }
    let dimension = Figure.Dimension(
      variable: name, name: axisName, order: order, usesShortLabels: map.flag("short"), labels: labels, pools: pools,
      alsoInTotal: also.map(\.word), from: from)
    guard let variable, variable.isArea, pools.isEmpty else { return dimension }
    return areas(dimension, of: variable)
  }

  /// The order given, or all categories in the order of the codebook; over counts those that the tables ask for.
  private func order(of variable: Variable?, from: [String]) -> [String] {
    guard let words = map.words("order") else {
      guard let over, let variable else { return variable?.categories.map(\.code) ?? [] }
      return over.codes(of: variable, from: from)
    }
    checkCodes(words, of: variable, key: "order")
    return words.map(\.word)
  }

  /// Variables of classes from which those of this one are made up.
  private func from(of variable: Variable?) -> [String] {
    guard let words = map.words("from") else { return [] }
    if over == nil {
      map.report(
        .countFigure, at: map.line(of: "from"),
        nl: "`from` in \(map.subject.nl) hoort alleen bij een figuur over geleverde aantallen.",
        en: "`from` in \(map.subject.en) belongs to a figure over delivered counts only.")
    }
    if let variable { requireBounds(of: variable, at: map.line(of: "from")) }
    for (name, line) in words {
      if let source = scope?.countable(name, key: "from", in: map, line: line) { requireBounds(of: source, at: line) }
    }
    return words.map(\.word)
  }

  private func requireBounds(of variable: Variable, at line: Int) {
    guard !variable.categories.contains(where: { $0.bounds != nil }) else { return }
    map.report(
      .unsuitableVariable, at: line,
      nl:
        "de categorieën van `\(variable.name)` hebben geen grenzen (`bounds`), die `from` in \(map.subject.nl) vraagt.",
      en: "the categories of `\(variable.name)` have no `bounds`, which `from` in \(map.subject.en) asks for.")
  }

  private func checkCodes(_ words: [(word: String, line: Int)], of variable: Variable?, key: String) {
    var seen: Set<String> = []
    for (word, line) in words {
      variable?.check(category: word, in: map, line: line)
      if !seen.insert(word).inserted {
        map.report(
          .duplicateName, at: line, nl: "`\(word)` staat twee keer in `\(key)` van \(map.subject.nl).",
          en: "`\(word)` is twice in `\(key)` of \(map.subject.en).")
      }
    }
  }

  private func labels(of variable: Variable?) -> [String: LocalizedText] {
    guard let labels = map.map("labels", keys: nil) else { return [:] }
    var result: [String: LocalizedText] = [:]
    for code in labels.keys {
      variable?.check(category: code, in: map, line: labels.line(of: code))
      result[code] = labels.localized(code)
    }
    return result
  }

  private func pools(of variable: Variable?) -> [Figure.Pool] {
    guard let maps = map.maps("pools", subject: map.subject, keys: ["label", "of"]) else { return [] }
    if map.has("order") {
      map.report(
        .unknownKey, at: map.line(of: "order"), nl: "`order` en `pools` gaan niet samen in \(map.subject.nl).",
        en: "`order` and `pools` do not go together in \(map.subject.en).")
    }
    return maps.compactMap { pool in
      let label = pool.localized("label")
      if !pool.has("of") { pool.reportMissing("of") }
      let codes = pool.words("of") ?? []
      checkCodes(codes, of: variable, key: "of")
      return label.map { Figure.Pool(label: $0, codes: codes.map(\.word)) }
    }
  }
}
