import Model
import Sheets

/// What comes with a template of counts: who counts as a victim, how to fill it in, and of every table what it counts.
struct CountExplanation {
  let template: CountTemplate

  private var source: Source { template.source }
  private var language: Language { template.language }

  var sheet: WorkbookSheet {
    var rows: [[WorkbookCell]] = [
      [.text(source.label[language], style: .title)], [.text(template.monitor.title[language])], [],
      [.text(Self.definitionTitle[language], style: .title)], [.text(source.definition[language])], [],
      [.text(Self.instructionsTitle[language], style: .title)],
    ]
    rows += Self.instructions.map { [.text($0[language])] }
    rows += [[], [.text(Self.tablesTitle[language], style: .title)]]
    rows.append(Self.tableHead.map { .text($0[language], style: .header) })
    rows += source.tables.map { table in
      [
        .text(table.label.nl), .text(unit(of: table)), .text(table.explanation[language], style: .wrapped),
        .text(remarks(on: table).map { $0[language] }.joined(separator: " "), style: .wrapped),
      ]
    }
    return WorkbookSheet(
      name: DeliveryTemplate.explanationSheetName,
      columns: [.init(width: 36), .init(width: 20), .init(width: 60), .init(width: 60)], rows: rows)
  }

  /// The same as lines of text.
  var lines: [String] {
    let head = [source.label[language] + ", " + template.monitor.title[language]]
    let tables = source.tables.map { table in
      let remarks = remarks(on: table).map { $0[language] }
      return "\(table.label.nl) (\(unit(of: table))): "
        + ([table.explanation[language]] + remarks).joined(separator: " ")
    }
    return head + [Self.definitionTitle[language] + ": " + source.definition[language]]
      + Self.instructions.map { $0[language] } + tables
  }

  private func unit(of table: CountTable) -> String {
    switch table.kind {
    case .count: template.monitor.units.first { $0.name == table.unit }?.label[language] ?? table.unit
    case .percentage: LocalizedText(nl: "procenten", en: "per cent")[language]
    case .number(let unit, _): unit[language]
    }
  }

  /// What the kind of table asks of the one who fills it in.
  private func remarks(on table: CountTable) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    switch table.kind {
    case .count: break
    case .percentage(let decimals), .number(_, let decimals):
      if decimals > 0 {
        remarks.append(
          LocalizedText(nl: "Ten hoogste \(decimals) decimalen.", en: "At most \(decimals) decimals."))
      }
    }
    let total = CountColumns.total(table.answers)
    switch (table.answers, table.asksTotal, table.axes.isEmpty) {
    case (_, _, true): break
    case (.one, true, _):
      remarks.append(
        LocalizedText(
          nl: "Ieder telt in één categorie; \(total) is hun som.",
          en: "Each counts in one category; \(total) is their sum."))
    case (.one, false, _):
      remarks.append(LocalizedText(nl: "Ieder telt in één categorie.", en: "Each counts in one category."))
    case (.several, true, _):
      remarks.append(
        LocalizedText(
          nl: "Meer categorieën kunnen tegelijk gelden; \(total) is het aantal waarvan dit bekend is.",
          en: "Several categories may hold at once; \(total) is the number of which this is known."))
    case (.several, false, _):
      remarks.append(
        LocalizedText(nl: "Meer categorieën kunnen tegelijk gelden.", en: "Several categories may hold at once."))
    }
    return remarks
  }

  private static let definitionTitle = LocalizedText(nl: "Wie telt als slachtoffer", en: "Who counts as a victim")
  private static let instructionsTitle = LocalizedText(
    nl: "Zo vult u het sjabloon in", en: "How to fill in the template")
  private static let tablesTitle = LocalizedText(nl: "De tabellen", en: "The tables")

  private static let tableHead = [
    LocalizedText(nl: "Tabel", en: "Table"), LocalizedText(nl: "Geteld worden", en: "Counted are"),
    LocalizedText(nl: "Wat telt, en wanneer opnieuw", en: "What counts, and when again"),
    LocalizedText(nl: "Let op", en: "Mind"),
  ]

  private static let instructions = [
    LocalizedText(
      nl: "Vul alleen de kolommen aantal en toelichting in; laat de rest staan.",
      en: "Fill in only the columns aantal and toelichting; leave the rest."),
    LocalizedText(
      nl: "Nul is een gewoon getal. Vul niet geregistreerd in als u dit niet bijhoudt, en niet geleverd als u het wel "
        + "bijhoudt maar nu niet geeft.",
      en: "Zero is a number like any other. Fill in niet geregistreerd when you do not keep this, and niet geleverd "
        + "when you keep it but do not give it now."),
    LocalizedText(
      nl: "Lever echte aantallen, ook kleine; geen grenzen zoals <5 en geen percentages waar een aantal is gevraagd.",
      en: "Deliver real counts, small ones too; no bounds such as <5 and no percentages where a count is asked for."),
    LocalizedText(
      nl: "Wijkt een getal sterk af van de vorige levering, schrijf dan bij toelichting waardoor. Noem geen personen.",
      en: "When a number differs much from the delivery before, write why in toelichting. Name no persons."),
    LocalizedText(
      nl: "Vul in de laatste rij ja in als de levering volledig is.",
      en: "Fill in ja in the last row when the delivery is complete."),
  ]
}
