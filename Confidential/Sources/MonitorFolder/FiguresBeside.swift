import Model

/// What `figures.yaml` says beside the figures themselves: the numbers of the overview, and what may have moved numbers.
struct FiguresBeside {
  /// Ids that may be named.
  let figures: [String]
  let years: ClosedRange<Int>

  func read(_ document: YAMLDocument) -> (keyNumbers: [KeyNumber], explanations: [Explanation]) {
    // Its keys were checked when the figures were read.
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(FiguresFile.name), keys: nil)
    else { return ([], []) }
    return (keyNumbers(in: map), explanations(in: map))
  }

  private func keyNumbers(in map: YAMLMap) -> [KeyNumber] {
    let subject = LocalizedText(nl: "een kerngetal", en: "a key number")
    let maps = map.maps("key-numbers", subject: subject, keys: FolderKeys.keyNumber.names) ?? []
    if maps.count > 5 {
      map.report(
        .outOfRange, at: map.line(of: "key-numbers"), nl: "een overzicht begint met ten hoogste vijf kerngetallen.",
        en: "an overview begins with at most five key numbers.")
    }
    return maps.compactMap { entry in
      let figure = figure(in: entry)
      let row = entry.text("row")
      let label = entry.localized("label")
      let column = entry.optionalText("column")
      guard let figure, let row, let label else { return nil }
      if (label.nl + label.en).contains(where: \.isNumber) {
        entry.report(
          .statedNumber, at: entry.line(of: "label"),
          nl: "in `label` van een kerngetal staat een cijfer; het getal zelf komt uit de figuur.",
          en: "the `label` of a key number holds a digit; the number itself comes from the figure.")
      }
      return KeyNumber(figure: figure, row: row, column: column, label: label, line: entry.line)
    }
  }

  private func figure(in entry: YAMLMap) -> String? {
    guard let name = entry.text("figure") else { return nil }
    return isKnown(name, at: entry.line(of: "figure"), in: entry) ? name : nil
  }

  private func isKnown(_ name: String, at line: Int, in entry: YAMLMap) -> Bool {
    guard !figures.contains(name) else { return true }
    let meant = Wording.meant(name, among: figures)
    entry.report(
      .unknownReference, at: line, nl: "onbekende figuur `\(name)` in \(entry.subject.nl)\(meant.nl)",
      en: "unknown figure `\(name)` in \(entry.subject.en)\(meant.en)")
    return false
  }

  private func explanations(in map: YAMLMap) -> [Explanation] {
    let subject = LocalizedText(nl: "een verklaring", en: "an explanation")
    let maps = map.maps("explanations", subject: subject, keys: FolderKeys.explanation.names) ?? []
    return maps.compactMap(explanation)
  }

  private func explanation(_ entry: YAMLMap) -> Explanation? {
    for key in ["figures", "cause"] where !entry.has(key) { entry.reportMissing(key) }
    let names = (entry.words("figures") ?? []).filter { isKnown($0.word, at: $0.line, in: entry) }.map(\.word)
    let cause = entry.word("cause", among: Explanation.Cause.allCases.map(\.rawValue))
      .flatMap(Explanation.Cause.init(rawValue:))
    let year = entry.integer("year", in: MonitorFile.yearRange)
    let (text, source) = (entry.localized("text"), entry.localized("source"))
    let dated = entry.date("dated")
    guard let year, let cause, let text, let source, let dated, !names.isEmpty else { return nil }
    if !years.contains(year) {
      let (first, last) = (years.lowerBound, years.upperBound)
      entry.report(
        .explanationOutside, at: entry.line(of: "year"),
        nl: "de verklaring bij \(year) valt buiten de periode \(first)–\(last); klopt zij nog, en wat verklaart de "
          + "nieuwe jaren?",
        en: "the explanation at \(year) is outside the period \(first)–\(last); does it still hold, and what explains "
          + "the new years?")
    }
    return Explanation(
      figures: names, year: year, cause: cause, text: text, source: source, dated: dated, line: entry.line)
  }
}
