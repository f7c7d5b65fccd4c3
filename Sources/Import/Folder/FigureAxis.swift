import Model
import Yams

/// Reads a row or column axis of a figure: the variable, its order and its words.
struct FigureAxis {
  let map: YAMLMap
  let scope: VariableScope?

  init?(figure: FigureReading, node: Node) {
    guard
      let map = YAMLMap(
        node, in: figure.map.file, figure.map.findings, subject: figure.map.subject, keys: FolderKeys.axis.names)
    else { return nil }
    self.init(map: map, scope: figure.scope)
  }

  init(map: YAMLMap, scope: VariableScope?) {
    self.map = map
    self.scope = scope
  }

  func dimension() -> Figure.Dimension? {
    let axisName = map.localized("name")
    guard let name = map.text("variable") else { return nil }
    let variable = scope?.countable(name, key: "variable", in: map, line: map.line(of: "variable"))
    if scope != nil, variable == nil { return nil }
    let order = order(of: variable)
    let labels = labels(of: variable)
    let pools = pools(of: variable)
    let also = map.words("also") ?? []
    checkCodes(also, of: variable, key: "also")
    guard let axisName else { return nil }
    return Figure.Dimension(
      variable: name, name: axisName, order: order, usesShortLabels: map.flag("short"), labels: labels, pools: pools,
      alsoInTotal: also.map(\.word))
  }

  /// The order given, or all categories in the order of the codebook.
  private func order(of variable: Variable?) -> [String] {
    guard let words = map.words("order") else { return variable?.categories.map(\.code) ?? [] }
    checkCodes(words, of: variable, key: "order")
    return words.map(\.word)
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
