import Charts
import Disclosure
import Model

/// How sure the numbers of persons in a figure are, where it was worked out who is who.
struct LinkageNotice {
  /// About the total, or the only row, of the last year or of all together.
  let sentences: [String]
  /// The limits of every number, as a table.
  let table: String
}

extension Pages {
  /// Nil where no number of the table has limits.
  func linkageNotice(of table: PublishedTable, caption: String, _ language: Language) -> LinkageNotice? {
    let sentences = certainty(of: table, language)
    guard !sentences.isEmpty else { return nil }
    return LinkageNotice(sentences: sentences, table: limitsTable(table, caption, language).rendered)
  }

  /// Between which numbers the total can lie, in sentences; none where no number of the table has limits.
  func certainty(of table: PublishedTable, _ language: Language) -> [String] {
    guard table.cells.contains(where: { $0.contains { $0.spread != nil } }) else { return [] }
    return linkageSentences(table).map { $0[language] }
  }

  private func linkageSentences(_ table: PublishedTable) -> [LocalizedText] {
    let shape = table.shape
    let counted = shape.rows.indices.filter { !shape.rows[$0].isSummary }
    guard let row = counted.last(where: { shape.rows[$0].isTotal }) ?? (counted.count == 1 ? counted[0] : nil),
      let column = shape.columns.indices.last(where: { table.cells[row][$0].spread != nil }),
      let spread = table.cells[row][column].spread, let number = table.cells[row][column].value.quantity
    else { return [Self.hasLimits] }
    let place = shape.columns[column].label
    let of = LocalizedText(
      nl: place.nl.isEmpty ? "dit totaal" : "het totaal van \(lowered(place.nl)) (\(number.formatted(in: .nl)))",
      en: place.en.isEmpty ? "this total" : "the total of \(lowered(place.en)) (\(number.formatted(in: .en)))")
    return Self.sentences(spread, of: of)
  }

  /// `2025`, `totaal`: a year stays as it is.
  private func lowered(_ label: String) -> String { label.prefix(1).lowercased() + label.dropFirst() }

  private static let hasLimits = LocalizedText(
    nl: "Deze getallen zijn niet zeker, doordat niet zeker is welke meldingen over dezelfde persoon gaan.",
    en: "These numbers are not certain, because it is not certain which notifications are about the same person.")

  /// Between which numbers a count can lie, and where it stands among them; where the limits do not hold it, why not.
  private static func sentences(_ spread: LinkageSpread, of: LocalizedText) -> [LocalizedText] {
    let limits = spread.limits.map { limits in
      limits.lower == limits.upper
        ? LocalizedText(
          nl: "Het herkennen van personen maakt voor \(of.nl) geen verschil.",
          en: "Recognising persons makes no difference to \(of.en).")
        : LocalizedText(
          nl:
            "Door het herkennen van personen kan \(of.nl) liggen tussen \(Quantity(limits.lower).formatted(in: .nl)) en "
            + "\(Quantity(limits.upper).formatted(in: .nl)).",
          en: "As it is not sure who is who, \(of.en) can lie between \(Quantity(limits.lower).formatted(in: .en)) and "
            + "\(Quantity(limits.upper).formatted(in: .en)).")
    }
    return ([limits] + [standing(spread.standing)]).compactMap(\.self)
  }

  private static func standing(_ standing: LinkageSpread.Standing) -> LocalizedText? {
    switch standing {
    case .middle: nil
    case .high:
      LocalizedText(
        nl:
          "Geteld is de waarschijnlijkste indeling van meldingen in personen. Waarschijnlijk zijn het er minder: sommige meldingen "
          + "over dezelfde persoon hebben te weinig gemeen om dat te zien.",
        en:
          "Counted is the likeliest division of notifications into persons. There are likely fewer: some notifications about the "
          + "same person have too little in common to show it.")
    case .low:
      LocalizedText(
        nl:
          "Geteld is de waarschijnlijkste indeling van meldingen in personen. Waarschijnlijk zijn het er meer: sommige meldingen die "
          + "voor één persoon zijn gehouden, gaan over twee personen.",
        en:
          "Counted is the likeliest division of notifications into persons. There are likely more: some notifications taken for "
          + "one person are of two.")
    }
  }

  /// The limits of each number under the headers of the table.
  private func limitsTable(_ table: PublishedTable, _ caption: String, _ language: Language) -> Markup {
    let shape = table.shape
    let counted = shape.rows.indices.filter { row in table.cells[row].contains { $0.spread != nil } }
    let heads = shape.columns.map { column in
      let panel = column.panel.flatMap { shape.panels.count > 1 ? shape.panels[$0][language] + ": " : nil } ?? ""
      let label = column.label[language]
      return label.isEmpty ? LocalizedText(nl: "Marge", en: "Margin")[language] : panel + label
    }
    return listTable(
      caption: LocalizedText(
        nl: "Marges door het herkennen van personen (95%): \(caption)",
        en: "Margins by recognising persons (95%): \(caption)"
      )[language], headers: [shape.rows.first?.name?[language] ?? ""] + heads, figures: Set(1...heads.count),
      rows: counted.map { row in
        [.text(shape.rows[row].reading(in: language))] + table.cells[row].map { .text(limits($0, language)) }
      }, language)
  }

  private func limits(_ cell: Cell, _ language: Language) -> String {
    guard let spread = cell.spread else { return "–" }
    guard let limits = spread.limits else {
      return
        (spread.standing == .low
        ? LocalizedText(nl: "waarschijnlijk meer", en: "likely more")
        : LocalizedText(nl: "waarschijnlijk minder", en: "likely fewer"))[language]
    }
    return "\(Quantity(limits.lower).formatted(in: language))–\(Quantity(limits.upper).formatted(in: language))"
  }
}
