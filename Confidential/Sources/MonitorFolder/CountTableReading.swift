import Model
import Yams

/// Reads the tables of a source that delivers counts: what is asked, in the partner's own words.
struct CountTableReading {
  let codebook: Codebook?
  /// The units of `monitor.yaml` by name; nil when they could not be read.
  let units: [String]?
  /// The years of the monitor; nil when they could not be read.
  let years: ClosedRange<Int>?

  /// Rows that a partner is asked to fill in for one table.
  static let cellLimit = 50_000

  func tables(of source: YAMLMap) -> [CountTable] {
    guard let nodes = source.list("tables") else { return [] }
    var names = NameRegister(LocalizedText(nl: "de tabel", en: "the table"))
    var labels = NameRegister(LocalizedText(nl: "de tabel", en: "the table"))
    if nodes.isEmpty {
      source.report(
        .countTable, at: source.line(of: "tables"), nl: "\(source.subject.nl) heeft geen enkele tabel.",
        en: "\(source.subject.en) has no table at all.")
    }
    return nodes.compactMap { table($0, in: source, names: &names, labels: &labels) }
  }

  private func table(
    _ node: Node, in source: YAMLMap, names: inout NameRegister, labels: inout NameRegister
  ) -> CountTable? {
    let subject = LocalizedText(nl: "een tabel van \(source.subject.nl)", en: "a table of \(source.subject.en)")
    let keys = FolderKeys.countTable.names
    guard let plain = YAMLMap(node, in: source.file, source.findings, subject: subject, keys: keys),
      let name = plain.name("table", of: subject), names.add(name, line: plain.line, in: plain)
    else { return nil }
    let map = plain.renamed(LocalizedText(nl: "tabel \(name)", en: "table \(name)"))
    let label = map.localized("label")
    if let label { check(label, of: map, &labels) }
    let explanation = map.localized("explanation")
    let unit = unit(of: map)
    let kind = kind(of: map)
    let answers = map.word("answers", among: CountTable.Answers.allCases.map(\.rawValue))
      .flatMap(CountTable.Answers.init(rawValue:))
    let axes = axes(of: map)
    let asked = asked(in: map)
    let asksTotal = map.flag("total")
    if asksTotal, axes?.isEmpty == true {
      complain(
        map, "total", nl: "vraagt een totaal, maar heeft geen kenmerken", en: "asks for a total, but has no axes")
    }
    if answers == .several, axes?.isEmpty == true {
      complain(
        map, "answers", nl: "heeft meer antwoorden, maar geen kenmerken", en: "has several answers, but no axes")
    }
    guard let label, let explanation, let unit, let kind, let axes, let asked else { return nil }
    let cells = axes.reduce(asked.count) { $0 * ($1.words.count + 1) }
    guard cells <= Self.cellLimit else {
      complain(
        map, "axes", nl: "heeft \(cells) rijen; het zijn er ten hoogste \(Self.cellLimit)",
        en: "has \(cells) rows; there are at most \(Self.cellLimit)")
      return nil
    }
    return CountTable(
      name: name, label: label, explanation: explanation, unit: unit, kind: kind, axes: axes, years: asked,
      answers: answers ?? .one, asksTotal: asksTotal)
  }

  private func complain(_ map: YAMLMap, _ key: String, nl: String, en: String) {
    map.report(.countTable, at: map.line(of: key), nl: "\(map.subject.nl) \(nl).", en: "\(map.subject.en) \(en).")
  }

  /// The partner tells tables apart by their Dutch label.
  private func check(_ label: LocalizedText, of map: YAMLMap, _ labels: inout NameRegister) {
    let line = map.line(of: "label")
    if FoldedText.folded(label.nl) == FoldedText.folded(CountColumns.closing) {
      complain(
        map, "label", nl: "heet zoals de slotrij van de levering", en: "is called like the closing row of a delivery")
    }
    _ = labels.add(String(decoding: FoldedText.folded(label.nl), as: UTF8.self), line: line, in: map)
  }

  private func unit(of map: YAMLMap) -> String? {
    guard let unit = map.text("unit") else { return nil }
    guard let units, !units.contains(unit) else { return unit }
    let meant = Wording.meant(unit, among: units)
    map.report(
      .unknownReference, at: map.line(of: "unit"), nl: "onbekende eenheid `\(unit)` in \(map.subject.nl)\(meant.nl)",
      en: "unknown unit `\(unit)` in \(map.subject.en)\(meant.en)")
    return nil
  }

  /// `count`, `{ percentage: DECIMALS }` or `{ number: {nl, en}, decimals: DECIMALS }`.
  private func kind(of map: YAMLMap) -> CountTable.Kind? {
    guard let node = map.node("kind") else { return .count }
    if case .scalar = node { return map.word("kind", among: ["count"]).map { _ in .count } }
    guard let kind = map.map("kind", keys: ["percentage", "number", "decimals"]) else { return nil }
    if kind.has("percentage") {
      return kind.optionalInteger("percentage", in: 0...6).map { .percentage(decimals: $0) }
    }
    let decimals = kind.optionalInteger("decimals", in: 0...6) ?? 0
    return kind.localized("number").map { .number(unit: $0, decimals: decimals) }
  }

  /// The years given, each within the monitor's; without them all years of the monitor.
  func asked(in map: YAMLMap) -> [Int]? {
    guard map.has("years") else { return years.map(Array.init) ?? [] }
    guard let words = map.words("years") else { return nil }
    var result: [Int] = []
    for (word, line) in words {
      guard let year = Int(word), years?.contains(year) ?? MonitorFile.yearRange.contains(year) else {
        let range = years ?? MonitorFile.yearRange
        map.report(
          .outOfRange, at: line,
          nl: "`\(word)` bij `years` in \(map.subject.nl) is geen jaar van \(range.lowerBound) "
            + "tot en met \(range.upperBound).",
          en: "`\(word)` for `years` in \(map.subject.en) is no year from \(range.lowerBound) to \(range.upperBound).")
        continue
      }
      if result.contains(year) {
        map.report(
          .duplicateName, at: line, nl: "`\(word)` staat twee keer in `years` van \(map.subject.nl).",
          en: "`\(word)` is twice in `years` of \(map.subject.en).")
        continue
      }
      result.append(year)
    }
    if words.isEmpty { complain(map, "years", nl: "vraagt geen enkel jaar", en: "asks for no year at all") }
    return result.isEmpty ? nil : result.sorted()
  }

  private func axes(of map: YAMLMap) -> [CountAxis]? {
    guard map.has("axes") else { return [] }
    let subject = LocalizedText(nl: "een kenmerk van \(map.subject.nl)", en: "an axis of \(map.subject.en)")
    guard let maps = map.maps("axes", subject: subject, keys: FolderKeys.countAxis.names) else { return nil }
    if maps.count > CountTable.axisLimit {
      complain(
        map, "axes", nl: "heeft \(maps.count) kenmerken; het zijn er ten hoogste \(CountTable.axisLimit)",
        en: "has \(maps.count) axes; there are at most \(CountTable.axisLimit)")
    }
    var headers = NameRegister(LocalizedText(nl: "het kenmerk", en: "the axis"))
    var variables = NameRegister(LocalizedText(nl: "de variabele", en: "the variable"))
    let axes = maps.compactMap { axis -> CountAxis? in
      CountAxisReading(axis, of: map.subject, codebook: codebook)?.axis(&headers, &variables)
    }
    return axes.count == maps.count ? axes : nil
  }
}

/// Reads one axis of a table of counts: its header, its variable and the partner's words.
private struct CountAxisReading {
  let map: YAMLMap
  let header: String
  let codebook: Codebook?

  init?(_ map: YAMLMap, of table: LocalizedText, codebook: Codebook?) {
    guard let header = map.text("header") else { return nil }
    self.header = header
    self.codebook = codebook
    self.map = map.renamed(
      LocalizedText(nl: "kenmerk \(header) van \(table.nl)", en: "axis \(header) of \(table.en)"))
  }

  func axis(_ headers: inout NameRegister, _ variables: inout NameRegister) -> CountAxis? {
    let folded = String(decoding: FoldedText.folded(header), as: UTF8.self)
    guard headers.add(folded, line: map.line(of: "header"), in: map), let name = map.text("variable"),
      variables.add(name, line: map.line(of: "variable"), in: map)
    else { return nil }
    guard let codebook else { return CountAxis(header: header, variable: name, words: []) }
    var scope = VariableScope(codebook.variables)
    scope.elsewhere["year"] = LocalizedText(nl: "elke rij noemt haar jaar al", en: "every row names its year already")
    scope.elsewhere["source"] = LocalizedText(
      nl: "een levering is van één melder", en: "a delivery is of one source")
    guard let variable = scope.countable(name, key: "variable", in: map, line: map.line(of: "variable")) else {
      return nil
    }
    let words = words(of: variable)
    return words.isEmpty ? nil : CountAxis(header: header, variable: name, words: words)
  }

  /// The words given, or the Dutch labels of the categories.
  private func words(of variable: Variable) -> [CountAxis.Word] {
    var seen = NameRegister(LocalizedText(nl: "het woord", en: "the word"))
    var result: [CountAxis.Word] = []
    func add(_ word: String, _ code: String, line: Int) {
      let folded = FoldedText.folded(word)
      if CountColumns.isTotal(folded) {
        map.report(
          .countTable, at: line, nl: "`\(word)` in \(map.subject.nl) is het woord voor het totaal.",
          en: "`\(word)` in \(map.subject.en) is the word for the total.")
        return
      }
      guard seen.add(String(decoding: folded, as: UTF8.self), line: line, in: map) else { return }
      result.append(CountAxis.Word(word: word, code: code))
    }
    guard map.has("words") else {
      for category in variable.categories { add(category.label.nl, category.code, line: map.line) }
      return result
    }
    guard let words = map.map("words", keys: nil) else { return [] }
    if words.keys.isEmpty {
      map.report(
        .countTable, at: map.line(of: "words"), nl: "\(map.subject.nl) heeft geen enkel woord.",
        en: "\(map.subject.en) has no word at all.")
    }
    for word in words.keys {
      guard let code = words.text(word) else { continue }
      let line = words.line(of: word)
      variable.check(category: code, in: map, line: line)
      add(word, code, line: line)
    }
    return result
  }
}
