internal import Model

extension TextWording {
  /// “…” De tekst zegt “ruim twee derde van”, maar 318 (…) van 519 (…) is 61,3%.
  func contradiction(_ doubt: SpokenClaims.Doubt) -> Contradiction {
    let said = doubt.quantity.tokens.map { reading.tokens[$0].text }.joined(separator: " ").replacing(" %", with: "%")
    let before = leaning(doubt.quantity)
    let isShare = doubt.quantity.kind == .share
    let cells = doubt.cell == doubt.base ? [doubt.cell] : [doubt.cell, doubt.base]
    return Contradiction(
      report: report, figure: tables.cells[doubt.cell].figure, kind: .text, severity: doubt.isNear ? .note : .error,
      cells: cells.map { tables.cells[$0] },
      expected: isShare
        ? NumberText.plain(100 * doubt.known, decimals: 1) : NumberText.plain(factor(doubt), decimals: 2),
      published: said,
      sentence: head
        + LocalizedText(
          nl: "De tekst zegt \u{201C}\(before)\(said)\u{201D}, maar \(known(doubt).nl).",
          en: "The text says \u{201C}\(before)\(said)\u{201D}, but \(known(doubt).en)."), passage: passage)
  }

  /// The words before it that say how far it reaches, as printed.
  private func leaning(_ quantity: SpokenQuantity) -> String {
    guard quantity.leaning != .none, quantity.tokens.lowerBound > 0 else { return "" }
    let start = max(0, quantity.tokens.lowerBound - 3)
    let words = reading.tokens[start..<quantity.tokens.lowerBound]
    let first = words.firstIndex { SpokenQuantities.leans($0.folded) } ?? quantity.tokens.lowerBound
    return reading.tokens[first..<quantity.tokens.lowerBound].map { $0.text + " " }.joined()
  }

  private func factor(_ doubt: SpokenClaims.Doubt) -> Double {
    doubt.quantity.kind == .divided ? 1 / doubt.known : doubt.known
  }

  private func known(_ doubt: SpokenClaims.Doubt) -> LocalizedText {
    let share = NumberText.printed(100 * doubt.known, decimals: 1)
    let (one, other) = (printed(doubt.cell), printed(doubt.base))
    if doubt.cell == doubt.base {
      return LocalizedText(
        nl: "de tabel geeft \(one.nl) (\(name(doubt.cell)))", en: "the table gives \(one.en) (\(name(doubt.cell)))")
    }
    if doubt.quantity.kind == .share {
      return LocalizedText(
        nl: "\(one.nl) (\(name(doubt.cell))) van \(other.nl) (\(name(doubt.base))) is \(share.nl)%",
        en: "\(one.en) (\(name(doubt.cell))) of \(other.en) (\(name(doubt.base))) is \(share.en)%")
    }
    let times = NumberText.printed(factor(doubt), decimals: 2)
    return LocalizedText(
      nl: "van \(other.nl) (\(name(doubt.base))) naar \(one.nl) (\(name(doubt.cell))) is maal \(times.nl)",
      en: "from \(other.en) (\(name(doubt.base))) to \(one.en) (\(name(doubt.cell))) is times \(times.en)")
  }
}
