internal import Model

/// What a sentence of a text says against what the tables say, for readers.
struct TextWording {
  let file: String
  let reading: TextSentenceReading
  let tables: TextTables
  let report: String

  var passage: Contradiction.Passage {
    .init(file: file, line: reading.sentence.line, quote: reading.sentence.text)
  }

  /// `report.md, regel 12: “…”`
  var head: LocalizedText {
    let quote = Self.shortened(reading.sentence.text)
    return LocalizedText(
      nl: "\(file), regel \(reading.sentence.line): \u{201C}\(quote)\u{201D} ",
      en: "\(file), line \(reading.sentence.line): \u{201C}\(quote)\u{201D} ")
  }

  private static func shortened(_ text: String) -> String {
    guard text.count > 240 else { return text }
    let words = text.prefix(237).split(separator: " ").dropLast()
    return words.joined(separator: " ") + " …"
  }

  func name(_ cell: Int) -> String {
    let cell = tables.cells[cell]
    return ([cell.figure] + cell.dimensions.map(\.value)).joined(separator: ", ")
  }

  func printed(_ cell: Int) -> LocalizedText {
    let cell = tables.cells[cell]
    let number = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
    return cell.unit.contains("%") ? number + LocalizedText("%") : number
  }

  /// The number of a cell as the text counts: 865,000 where a table in thousands has 865.
  private func scaled(_ doubt: NumberDoubt) -> LocalizedText {
    guard let value = tables.cells[doubt.cell].value, abs(doubt.known) > 1.5 * abs(value) else {
      return printed(doubt.cell)
    }
    return NumberText.printed(doubt.known)
  }

  // MARK: - Numbers

  func contradiction(_ doubt: NumberDoubt) -> Contradiction {
    let number = doubt.number
    let sign = number.isPercent ? "%" : ""
    let said = NumberText.printed(number.value, decimals: number.decimals)
    let body = LocalizedText(
      nl: "De tekst zegt \(softened(number).nl)\(said.nl)\(sign), maar \(known(doubt).nl)",
      en: "The text says \(softened(number).en)\(said.en)\(sign), but \(known(doubt).en)")
    var cells = [doubt.cell]
    switch doubt.origin {
    case .share(let other), .growth(let other), .difference(let other): cells.append(other)
    case .sum(let others): cells += others
    case .cell: break
    }
    let decimals = doubt.origin == .cell ? nil : max(number.decimals, number.isPercent ? 1 : 0)
    return Contradiction(
      report: report, figure: tables.cells[doubt.cell].figure, kind: .text, severity: .error,
      cells: cells.map { tables.cells[$0] }, expected: NumberText.plain(doubt.known, decimals: decimals),
      published: NumberText.plain(number.value, decimals: number.decimals),
      sentence: head + body + slip(doubt), passage: passage)
  }

  private func softened(_ number: TextNumber) -> LocalizedText {
    switch number.softening {
    case .none: LocalizedText("")
    case .around: LocalizedText(nl: "ongeveer ", en: "about ")
    case .above: LocalizedText(nl: "meer dan ", en: "more than ")
    case .below: LocalizedText(nl: "minder dan ", en: "less than ")
    }
  }

  private func known(_ doubt: NumberDoubt) -> LocalizedText {
    let decimals = max(doubt.number.decimals, 1)
    let computed = NumberText.printed(doubt.known, decimals: doubt.number.isPercent ? decimals : 0)
    switch doubt.origin {
    case .cell:
      return LocalizedText(
        nl: "de tabel geeft \(scaled(doubt).nl) (\(name(doubt.cell)))",
        en: "the table gives \(scaled(doubt).en) (\(name(doubt.cell)))")
    case .share(let base):
      return LocalizedText(
        nl:
          "\(printed(doubt.cell).nl) (\(name(doubt.cell))) van \(printed(base).nl) (\(name(base))) is \(computed.nl)%",
        en: "\(printed(doubt.cell).en) (\(name(doubt.cell))) of \(printed(base).en) (\(name(base))) is \(computed.en)%")
    case .growth(let first):
      return LocalizedText(
        nl:
          "van \(printed(first).nl) (\(name(first))) naar \(printed(doubt.cell).nl) (\(name(doubt.cell))) is \(computed.nl)%",
        en:
          "from \(printed(first).en) (\(name(first))) to \(printed(doubt.cell).en) (\(name(doubt.cell))) is \(computed.en)%"
      )
    case .difference(let first):
      return LocalizedText(
        nl:
          "van \(printed(first).nl) (\(name(first))) naar \(printed(doubt.cell).nl) (\(name(doubt.cell))) is \(computed.nl)",
        en:
          "from \(printed(first).en) (\(name(first))) to \(printed(doubt.cell).en) (\(name(doubt.cell))) is \(computed.en)"
      )
    case .sum(let others):
      let parts = [doubt.cell] + others
      return LocalizedText(
        nl: parts.map { "\(printed($0).nl) (\(name($0)))" }.joined(separator: " + ") + " is \(computed.nl)",
        en: parts.map { "\(printed($0).en) (\(name($0)))" }.joined(separator: " + ") + " is \(computed.en)")
    }
  }

  private func slip(_ doubt: NumberDoubt) -> LocalizedText {
    switch doubt.slip {
    case nil: LocalizedText(".")
    case .swapped:
      LocalizedText(nl: "; waarschijnlijk zijn twee cijfers verwisseld.", en: "; two digits probably changed places.")
    case .digit:
      LocalizedText(nl: "; misschien is één cijfer anders getikt.", en: "; one digit may have been mistyped.")
    case .length:
      LocalizedText(
        nl: "; misschien is een cijfer weggevallen of dubbel.", en: "; a digit may have been lost or doubled.")
    case .tenfold:
      LocalizedText(
        nl: "; misschien staat de komma verkeerd of een nul te veel of te weinig.",
        en: "; the decimal mark or a zero may be misplaced.")
    case .elsewhere(let cell):
      LocalizedText(
        nl: "; het getal van de tekst staat bij \(name(cell)).", en: "; the number of the text stands at \(name(cell))."
      )
    case .otherBase:
      LocalizedText(nl: "; het percentage past bij een ander geheel.", en: "; the percentage fits another whole.")
    }
  }

  // MARK: - Words

  private func times(_ said: Double) -> LocalizedText {
    let number = NumberText.printed(said, decimals: said == said.rounded() ? 0 : 1)
    return LocalizedText(
      nl: "De tekst zegt \(number.nl) keer zoveel, maar dat is het niet: ",
      en: "The text says \(number.en) times as many, but it is not: ")
  }

  func contradiction(_ claim: WordClaims.Claim) -> Contradiction {
    let (one, other) = (claim.cells[0], claim.cells[1])
    let facts = LocalizedText(
      nl: "\(name(one)) is \(printed(one).nl) en \(name(other)) is \(printed(other).nl).",
      en: "\(name(one)) is \(printed(one).en) and \(name(other)) is \(printed(other).en).")
    let lead: LocalizedText =
      switch claim.kind {
      case .swapped, .repeated:
        LocalizedText(
          nl: "Deze getallen staan elk bij het andere: ", en: "These numbers stand each at the place of the other: ")
      case .rises:
        LocalizedText(
          nl: "De tekst noemt een stijging, maar de tabel een daling: ",
          en: "The text tells of a rise, but the table of a fall: ")
      case .falls:
        LocalizedText(
          nl: "De tekst noemt een daling, maar de tabel een stijging: ",
          en: "The text tells of a fall, but the table of a rise: ")
      case .most:
        LocalizedText(
          nl: "De tekst noemt dit het meeste, maar iets anders is meer: ",
          en: "The text calls this the most, but another is more: ")
      case .fewest:
        LocalizedText(
          nl: "De tekst noemt dit het minste, maar iets anders is minder: ",
          en: "The text calls this the least, but another is less: ")
      case .moreThan:
        LocalizedText(
          nl: "De tekst noemt het eerste meer dan het tweede, maar het is minder: ",
          en: "The text says that the first is more than the second, but it is less: ")
      case .lessThan:
        LocalizedText(
          nl: "De tekst noemt het eerste minder dan het tweede, maar het is meer: ",
          en: "The text says that the first is less than the second, but it is more: ")
      case .times(let said): times(said)
      }
    return Contradiction(
      report: report, figure: tables.cells[one].figure, kind: .text, severity: .error,
      cells: claim.cells.map { tables.cells[$0] }, expected: NumberText.plain(tables.cells[one].value ?? 0),
      published: "", sentence: head + lead + facts, passage: passage)
  }
}
