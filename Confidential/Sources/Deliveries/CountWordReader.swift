import Model

/// Finds the place of a row in its table: the words for its axes, which may come in any order.
struct CountWordReader {
  let table: CountTable
  let codebook: Codebook
  let suggestions: SuggestionMemory
  /// Rule, column of the template and message.
  let report: (FindingRule, Int, LocalizedText) -> Void

  /// - Returns: Nil when something is wrong with them; then it was reported.
  func words(in cells: CountRowReader.Cells, year: Int?) -> [Int?]? {
    var words: [Int?] = Array(repeating: nil, count: table.axes.count)
    var named = Set<Int>()
    var isGood = true
    for number in 1...CountTable.axisLimit {
      let (header, text) = (cells.axis(number), cells.category(number))
      guard !header.isEmpty || !text.isEmpty else { continue }
      guard let axis = axis(header, column: 2 * number), isFirst(axis, &named, column: 2 * number) else {
        isGood = false
        continue
      }
      switch word(text, of: table.axes[axis], year: year, column: 2 * number + 1) {
      case .word(let word): words[axis] = word
      case .none: isGood = false
      }
    }
    for (axis, one) in table.axes.enumerated() where isGood && !named.contains(axis) {
      report(
        .unknownAxis, 2,
        LocalizedText(
          nl: "het kenmerk `\(one.header)` ontbreekt in deze rij.",
          en: "the axis `\(one.header)` is missing from this row."))
      isGood = false
    }
    return isGood ? words : nil
  }

  private func isFirst(_ axis: Int, _ named: inout Set<Int>, column: Int) -> Bool {
    if named.insert(axis).inserted { return true }
    let header = table.axes[axis].header
    report(
      .unknownAxis, column,
      LocalizedText(
        nl: "het kenmerk `\(header)` staat twee keer in deze rij.", en: "the axis `\(header)` is twice in this row."))
    return false
  }

  private func axis(_ header: String, column: Int) -> Int? {
    let folded = FoldedText.folded(header)
    if let axis = table.axes.firstIndex(where: { FoldedText.folded($0.header) == folded }) { return axis }
    if header.isEmpty {
      report(
        .unknownAxis, column,
        LocalizedText(nl: "hier ontbreekt het kenmerk.", en: "the axis is missing here."))
      return nil
    }
    let meant = suggestions.meant(header, in: table.name, among: table.axes.map(\.header))
    report(
      .unknownAxis, column,
      LocalizedText(
        nl: "`\(table.label.nl)` heeft dit kenmerk niet\(meant.nl)",
        en: "`\(table.label.nl)` does not have this axis\(meant.en)"))
    return nil
  }

  private enum Found {
    /// Nil for all categories together.
    case word(Int?)
    case none
  }

  private func word(_ text: String, of axis: CountAxis, year: Int?, column: Int) -> Found {
    let folded = FoldedText.folded(text)
    if CountColumns.isTotal(folded) {
      if table.asksTotal { return .word(nil) }
      report(
        .totalNotAsked, column,
        LocalizedText(
          nl: "`\(table.label.nl)` vraagt geen totaal.", en: "`\(table.label.nl)` does not ask for a total."))
      return .none
    }
    let variable = codebook.variable(named: axis.variable)
    if let index = axis.words.firstIndex(where: { FoldedText.folded($0.word) == folded }) {
      let category = variable?.categories.first { $0.code == axis.words[index].code }
      guard let year, let category, !category.holds(in: year) else { return .word(index) }
      reportOtherYear(axis.words[index].word, category, year, column)
      return .none
    }
    if let year, let old = variable?.categories.first(where: { FoldedText.folded($0.label.nl) == folded }),
      !old.holds(in: year)
    {
      reportOtherYear(old.label.nl, old, year, column)
      return .none
    }
    reportUnknown(text, axis, year, column)
    return .none
  }

  /// The word is one of the codebook, so that it may be repeated.
  private func reportOtherYear(_ word: String, _ category: Model.Category, _ year: Int, _ column: Int) {
    report(
      .wordOfOtherYear, column,
      LocalizedText(
        nl: "`\(word)` \(category.validity.nl) en niet in \(year).",
        en: "`\(word)` \(category.validity.en) and not in \(year)."))
  }

  private func reportUnknown(_ text: String, _ axis: CountAxis, _ year: Int?, _ column: Int) {
    if text.isEmpty {
      return report(
        .unknownAxis, column,
        LocalizedText(
          nl: "de categorie van `\(axis.header)` ontbreekt.", en: "the category of `\(axis.header)` is missing."))
    }
    let known = { year.map { axis.words(in: $0, codebook) } ?? Array(axis.words.indices) }
    let totals = table.asksTotal ? [CountColumns.total(table.answers)] : []
    let list = "\(table.name) \(axis.header) \(year ?? 0)"
    let meant = suggestions.meant(text, in: list, among: known().map { axis.words[$0].word } + totals)
    report(
      .unknownAnswer, column,
      LocalizedText(nl: "dit woord staat niet in de lijst\(meant.nl)", en: "this word is not on the list\(meant.en)"))
  }
}
