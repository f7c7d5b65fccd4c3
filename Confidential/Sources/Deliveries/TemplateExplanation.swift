public import Model
import Sheets

/// The second sheet of a template: who counts as a victim, what each column asks, which words are allowed, and which
/// data may be sent on which ground.
struct TemplateExplanation {
  let source: Source
  let monitor: Monitor
  let language: Language

  var sheet: WorkbookSheet {
    var rows: [[WorkbookCell]] = []
    rows.append([.text(source.label[language], style: .title)])
    rows.append([.text(monitor.title[language])])
    rows.append([])
    rows += section(LocalizedText(nl: "Wie telt als slachtoffer", en: "Who counts as a victim"), [source.definition])
    rows += section(
      LocalizedText(nl: "Zo vult u het sjabloon in", en: "How to fill in the template"), Self.instructions)
    rows.append([.text(LocalizedText(nl: "De kolommen", en: "The columns")[language], style: .title)])
    rows.append(Self.tableHead.map { .text($0[language], style: .header) })
    rows += source.columns.map(row)
    rows.append([])
    rows += section(
      LocalizedText(nl: "Welke gegevens mag u sturen", en: "Which data you may send"), lanes + grounds)
    return WorkbookSheet(
      name: DeliveryTemplate.explanationSheetName,
      columns: [.init(width: 24), .init(width: 16), .init(width: 60), .init(width: 60)], rows: rows)
  }

  private func section(_ title: LocalizedText, _ lines: [LocalizedText]) -> [[WorkbookCell]] {
    [[.text(title[language], style: .title)]] + lines.map { [.text($0[language])] } + [[]]
  }

  private static let instructions = [
    LocalizedText(
      nl:
        "Gebruik het blad \(DeliveryTemplate.dataSheetName): één rij is één melding. Laat de kolomnamen staan; de "
        + "volgorde is vrij.",
      en:
        "Use the sheet \(DeliveryTemplate.dataSheetName): one row is one report. Keep the column names; the order "
        + "is free."
    ),
    LocalizedText(
      nl: "Een bestand gaat over één jaar.", en: "A file is about one year."),
    LocalizedText(
      nl:
        "Een lege cel betekent: niet geleverd. Vul onbekend in als ernaar is gevraagd en het antwoord niet bekend is.",
      en: "An empty cell means: not delivered. Fill in onbekend when it was asked and the answer is not known."),
    LocalizedText(
      nl: "Vul nvt in als de vraag niet past, en niet gevraagd als u er niet naar vraagt. Nul is een gewoon getal.",
      en:
        "Fill in nvt when the question does not fit, and niet gevraagd when you do not ask it. Zero is a number "
        + "like any other."
    ),
  ]

  private static let tableHead = [
    LocalizedText(nl: "Kolom", en: "Column"), LocalizedText(nl: "Verplicht", en: "Required"),
    LocalizedText(nl: "Wat vult u in", en: "What to fill in"),
    LocalizedText(nl: "Toegestane waarden", en: "Allowed values"),
  ]

  private func row(_ column: SourceColumn) -> [WorkbookCell] {
    let isRequired = column.isRequired || column.role == .year
    let required = isRequired ? LocalizedText(nl: "ja", en: "yes") : LocalizedText(nl: "nee", en: "no")
    return [
      .text(column.header), .text(required[language]), .text(column.explanation[language], style: .wrapped),
      .text(allowed(column), style: .wrapped),
    ]
  }

  private func allowed(_ column: SourceColumn) -> String {
    switch column.role {
    case .year:
      return "\(monitor.years.lowerBound)-\(monitor.years.upperBound)"
    case .person, .unlinked, .encoded, .record, .ignored: return ""
    case .identity(let field):
      return field == "birthDate"
        ? LocalizedText(nl: "een datum, zoals 31-12-1990", en: "a date, such as 31-12-1990")[language] : ""
    case .variable(let name):
      guard let variable = monitor.codebook.variable(named: name) else { return "" }
      return allowed(ColumnTerms(column, variable: variable))
    }
  }

  private func allowed(_ terms: ColumnTerms) -> String {
    let words = terms.offeredWords.joined(separator: ", ")
    switch terms.variable.kind {
    case .category, .text: return words
    case .set:
      let separator = terms.column.separator
      return words
        + LocalizedText(nl: "; meer dan één met \(separator) ertussen", en: "; more than one joined by \(separator)")[
          language]
    case .number(let unit, let decimals, let minimum, let maximum):
      var denominator = 1
      for _ in 0..<decimals { denominator *= 10 }
      let bounds = [minimum, maximum].map {
        Quantity(numerator: Int($0), denominator: denominator, decimals: decimals).formatted(in: language)
      }
      let range = LocalizedText(
        nl: "een getal van \(bounds[0]) tot en met \(bounds[1]) (\(unit.nl))",
        en: "a number from \(bounds[0]) to \(bounds[1]) (\(unit.en))")[language]
      return words.isEmpty ? range : range + ", " + words
    case .date: return LocalizedText(nl: "een datum, zoals 31-12-2019", en: "a date, such as 31-12-2019")[language]
    }
  }

  // MARK: Lanes and grounds

  private var lanes: [LocalizedText] {
    Lane.allCases.drop { $0 != source.lane }.map(\.explanation)
  }

  private var grounds: [LocalizedText] {
    source.grounds.compactMap { name in
      guard let ground = monitor.grounds.first(where: { $0.name == name }) else { return nil }
      let condition = ground.condition == nil
      return LocalizedText(
        nl: "\(ground.label.nl) (\(ground.article)): \(ground.lane.label.nl)"
          + (condition ? ", voor elke melding." : ", als de kolommen van die melding dat laten zien."),
        en: "\(ground.label.en) (\(ground.article)): \(ground.lane.label.en)"
          + (condition ? ", for every report." : ", when the columns of that report show it."))
    }
  }
}

extension Lane {
  /// What the lane is called among people.
  public var label: LocalizedText {
    switch self {
    case .identified: LocalizedText(nl: "met naam", en: "with a name")
    case .pseudonymous: LocalizedText(nl: "onder een nummer", en: "under a number")
    case .countOnly: LocalizedText(nl: "alleen geteld", en: "counted only")
    }
  }

  var explanation: LocalizedText {
    switch self {
    case .identified:
      LocalizedText(
        nl: "Met naam: u mag naam en geboortedatum meesturen. Zicht bewaart die apart en versleuteld.",
        en: "With a name: you may send name and date of birth. Zicht keeps them apart and encrypted.")
    case .pseudonymous:
      LocalizedText(
        nl: "Onder een nummer: zonder grond voor een naam bewaart Zicht geen naam, en het nummer alleen verzegeld.",
        en: "Under a number: without a ground for a name Zicht keeps no name, and the number only sealed.")
    case .countOnly:
      LocalizedText(
        nl: "Alleen geteld: zonder enige grond bewaart Zicht alleen het jaar en de vorm van uitbuiting.",
        en: "Counted only: without any ground Zicht keeps only the year and the form of exploitation.")
    }
  }
}
