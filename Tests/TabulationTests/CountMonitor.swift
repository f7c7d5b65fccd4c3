@testable import Model

/// A region in which the police, a care centre and the public deliver counts; invented and checkable by eye.
enum CountMonitor {
  static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  static let kind = Variable(
    name: "kind", kind: .category, label: text("soort", "kind"),
    categories: [
      Category(code: "sexual", label: text("Seksueel", "Sexual")),
      Category(code: "labour", label: text("Arbeid", "Labour")),
      Category(code: "other", label: text("Overig", "Other")),
    ])
  static let sex = Variable(
    name: "sex", kind: .category, label: text("gender", "gender"),
    categories: [
      Category(code: "woman", label: text("Vrouw", "Woman")), Category(code: "man", label: text("Man", "Man")),
    ])
  static let policeAge = ages("policeAge", [("under18", nil, 18), ("to25", 18, 26), ("over26", 26, nil)])
  static let careAge = ages("careAge", [("under18", nil, 18), ("to22", 18, 23), ("over23", 23, nil)])
  static let age = ages("age", [("minor", nil, 18), ("young", 18, 23), ("older", 23, nil)])

  private static func ages(_ name: String, _ classes: [(String, Int?, Int?)]) -> Variable {
    Variable(
      name: name, kind: .category, label: LocalizedText(name),
      categories: classes.map { code, from, below in
        Category(code: code, label: LocalizedText(code), bounds: ClassBounds(from: from, below: below))
      })
  }

  static func axis(_ variable: String, _ words: (String, String)...) -> CountAxis {
    CountAxis(header: variable, variable: variable, words: words.map { .init(word: $0.0, code: $0.1) })
  }

  static func table(
    _ name: String, _ axes: [CountAxis], years: [Int] = [2023, 2024], kind: CountTable.Kind = .count,
    answers: CountTable.Answers = .one, asksTotal: Bool = false
  ) -> CountTable {
    CountTable(
      name: name, label: LocalizedText(name), unit: "contact", kind: kind, axes: axes, years: years, answers: answers,
      asksTotal: asksTotal)
  }

  static let kinds = axis(
    "kind", ("seksuele uitbuiting", "sexual"), ("jeugdprostitutie", "sexual"), ("arbeid", "labour"),
    ("overig", "other"), ("onbekend", "unknown"))

  static let police = source(
    "police",
    [
      table("victims", [axis("policeAge", ("-18", "under18"), ("18-25", "to25"), ("26+", "over26"))], asksTotal: true),
      table("checks", []),
    ])
  static let care = source(
    "care",
    [
      table("contacts", [kinds], asksTotal: true),
      table("clients", [kinds, axis("sex", ("vrouw", "woman"), ("man", "man"))]),
      table("ages", [axis("careAge", ("jonger", "under18"), ("tot 23", "to22"), ("ouder", "over23"))]),
    ])
  static let survey = source(
    "survey",
    [
      table("signs", [kinds], years: [2024], answers: .several, asksTotal: true),
      table("shares", [kinds], years: [2024], kind: .percentage(decimals: 1)),
    ])

  private static func source(_ name: String, _ tables: [CountTable]) -> Source {
    Source(
      name: name, label: text("De \(name)", "The \(name)"), group: "", definition: LocalizedText(""), lane: .countOnly,
      grounds: [], columns: [], tables: tables)
  }

  static let unit = UnitOfCount(name: "contact", label: text("meldingen", "contacts"), repeats: .asDelivered)

  static let monitor = Monitor(
    name: "regio", title: text("Regio", "Region"), edition: "2024", publisher: text("Wij", "We"), years: 2023...2024,
    referenceDate: "2025-03-01", seed: 1, units: [unit],
    publication: .init(policy: "publishAsIs", reason: text("Verzonnen.", "Invented.")), provenance: .registered,
    introduction: text("Inleiding.", "Introduction."),
    codebook: Codebook(version: "1", variables: [kind, sex, policeAge, careAge, age]), grounds: [],
    sources: [police, care, survey],
    link: LinkPlan(reason: LocalizedText(""), source: "", combinations: []), rules: [], figures: [])

  // MARK: Deliveries

  static func delivery(_ source: String, _ period: String, isComplete: Bool = true, _ cells: [ReportedCell])
    -> ReportedCounts
  {
    ReportedCounts(source: source, period: period, isDeclaredComplete: isComplete, cells: cells)
  }

  /// A column of cells of one table and year, from some row of the file on: `n` a number, `-` not delivered, `x` not kept.
  static func cells(_ table: String, _ year: Int, from row: Int, _ values: [([Int?], String)]) -> [ReportedCell] {
    values.enumerated().map { index, value in
      ReportedCell(CountPlace(table: table, year: year, words: value.0), read(value.1), sourceRow: row + index)
    }
  }

  private static func read(_ text: String) -> ReportedValue {
    if text == "-" { return .notDelivered }
    if text == "x" { return .notRecorded }
    let parts = text.split(separator: ".")
    let decimals = parts.count == 2 ? parts[1].count : 0
    return .number(
      Quantity(numerator: Int(parts.joined()) ?? 0, denominator: decimals == 1 ? 10 : 1, decimals: decimals))
  }

  /// Contacts: 2023 without a total, 2024 with one that the parts do not reach.
  static let counts = [
    delivery(
      "police", "2024",
      cells("victims", 2023, from: 2, [([0], "2"), ([1], "4"), ([2], "4"), ([nil], "10")])
        + cells("victims", 2024, from: 6, [([0], "1"), ([1], "-"), ([2], "3"), ([nil], "x")])
        + cells("checks", 2024, from: 10, [([], "0")])),
    delivery(
      "care", "2023", cells("contacts", 2023, from: 2, [([0], "9"), ([1], "1"), ([2], "5"), ([3], "x"), ([4], "2")])),
    delivery(
      "care", "2024",
      cells("contacts", 2023, from: 2, [([0], "10")])
        + cells(
          "contacts", 2024, from: 3, [([0], "20"), ([1], "4"), ([2], "0"), ([3], "x"), ([4], "-"), ([nil], "30")])
        + cells("ages", 2024, from: 9, [([0], "7"), ([1], "3"), ([2], "5")])
        + cells("clients", 2024, from: 12, [([0, 0], "1"), ([0, 1], "2"), ([1, 0], "3"), ([1, 1], "4")])),
    delivery(
      "survey", "2024",
      cells("signs", 2024, from: 2, [([0], "3"), ([1], "2"), ([2], "4"), ([3], "0"), ([4], "1"), ([nil], "8")])
        + cells("shares", 2024, from: 8, [([0], "62.5"), ([2], "25")])),
  ]
}
