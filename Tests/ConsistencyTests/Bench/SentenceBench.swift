@testable import Consistency
import Invented
import Model

/// Sentences of our own about the tables in `Fixtures`, in five languages, true or with an error put in.
struct SentenceBench {
  enum Language: String, CaseIterable { case en, nl, de, fr, es }

  enum Error: String, CaseIterable {
    case swapped = "two digits swapped"
    case digit = "another digit"
    case year = "the number of another year or column"
    case row = "the number of another row"
    case tenfold = "ten times too much"
    case direction = "a rise for a fall"
  }

  struct Sentence {
    var language: Language
    var text: String
    var error: Error?
  }

  /// A table of the fixtures with the noun of what it counts, in the order of the languages; with years as columns, or
  /// with other heads.
  struct Source {
    var file: String
    var nouns: [String]
    var hasYears: Bool
    var columns: [String]
    var rows: Set<String> = []
    var times = 1.0
  }

  static let sources = [
    Source(
      file: "fbi-murders", nouns: ["murders", "moorden", "Morde", "meurtres", "asesinatos"], hasYears: true,
      columns: ["2014", "2015"]),
    Source(
      file: "kiesraad-zetels", nouns: ["seats", "zetels", "Sitze", "sièges", "escaños"], hasYears: true,
      columns: ["2021", "2023"]),
    Source(
      file: "statcan-2021", nouns: ["inhabitants", "inwoners", "Einwohner", "habitants", "habitantes"], hasYears: true,
      columns: ["2016", "2021"]),
    Source(
      file: "us-census-2020", nouns: ["residents", "inwoners", "Einwohner", "habitants", "habitantes"], hasYears: true,
      columns: ["2010", "2020"]),
    Source(
      file: "cbs-donorregister", nouns: ["people", "mensen", "Menschen", "personnes", "personas"], hasYears: true,
      columns: ["2018", "2019", "2020", "2021"], times: 1000),
    Source(
      file: "board-of-trade-titanic", nouns: ["passengers", "passagiers", "Passagiere", "passagers", "pasajeros"],
      hasYears: false, columns: ["Saved", "Lost", "On board"]),
    Source(
      file: "ioc-paris-2024", nouns: ["medals", "medailles", "Medaillen", "médailles", "medallas"], hasYears: false,
      columns: ["Gold", "Silver", "Bronze"]),
    Source(
      file: "ssb-lovbrudd", nouns: ["offences", "misdrijven", "Straftaten", "infractions", "delitos"], hasYears: false,
      columns: ["Vinning Tal", "Vold Tal", "Narkotika Tal"]),
    Source(
      file: "electoral-commission-2016", nouns: ["votes", "stemmen", "Stimmen", "voix", "votos"], hasYears: false,
      columns: ["Votes Remain", "Votes Leave"]),
    Source(
      file: "snee-hair-and-eyes", nouns: ["students", "studenten", "Studierende", "étudiants", "estudiantes"],
      hasYears: false, columns: ["Men Brown", "Men Blue", "Women Hazel", "Women Brown"]),
    Source(
      file: "berkeley-admissions", nouns: ["applicants", "kandidaten", "Bewerber", "candidats", "candidatos"],
      hasYears: false, columns: ["Men Admitted", "Women Rejected"], rows: ["none"]),
  ]

  /// `%r` row, `%c` column, `%n` number, `%u` noun.
  private static func single(_ language: Language, years: Bool) -> [String] {
    switch (language, years) {
    case (.en, true):
      [
        "In %c %r had %n %u.", "%r counted %n %u in %c.", "The number of %u in %r stood at %n in %c.",
        "According to the table, there were %n %u in %r in %c.", "%c: %n %u for %r.",
      ]
    case (.nl, true):
      [
        "In %c telde %r %n %u.", "%r had in %c %n %u.", "Het aantal %u bij %r bedroeg in %c %n.",
        "In %c waren er %n %u bij %r.",
      ]
    case (.de, true):
      ["Im Jahr %c zählte %r %n %u.", "%r kam %c auf %n %u.", "Die Zahl der %u in %r lag %c bei %n."]
    case (.fr, true):
      ["En %c, %r comptait %n %u.", "Le nombre de %u pour %r était de %n en %c.", "On a recensé %n %u pour %r en %c."]
    case (.es, true):
      ["En %c %r tenía %n %u.", "En %r se registraron %n %u en %c.", "El número de %u en %r fue de %n en %c."]
    case (.en, false):
      ["For %r the table shows %n under %c.", "%r: %n %u, %c.", "There were %n %u in the group %r, %c."]
    case (.nl, false): ["Bij %r staan er %n onder %c.", "%r: %n %u, %c.", "Voor %r noemt de tabel %n %u (%c)."]
    case (.de, false): ["Für %r zeigt die Tabelle %n bei %c.", "%r: %n %u, %c.", "Bei %r waren es %n %u (%c)."]
    case (.fr, false): ["Pour %r, le tableau montre %n (%c).", "%r : %n %u, %c."]
    case (.es, false): ["Para %r la tabla muestra %n (%c).", "%r: %n %u, %c."]
    }
  }

  /// `%1` and `%2` years, `%a` and `%b` their numbers, `%d` the word of the change.
  private static func change(_ language: Language) -> [String] {
    switch language {
    case .en:
      ["The number of %u in %r %d from %a in %1 to %b in %2.", "In %r it %d between %1 and %2, from %a to %b %u."]
    case .nl:
      [
        "Het aantal %u bij %r is %d van %a in %1 naar %b in %2.",
        "Bij %r is het aantal tussen %1 en %2 %d, van %a naar %b.",
      ]
    case .de: ["Die Zahl der %u in %r ist von %a im Jahr %1 auf %b im Jahr %2 %d."]
    case .fr: ["Le nombre de %u pour %r est en %d, de %a en %1 à %b en %2."]
    case .es: ["El número de %u en %r %d de %a en %1 a %b en %2."]
    }
  }

  static func word(_ language: Language, rises: Bool) -> String {
    switch language {
    case .en: rises ? "rose" : "fell"
    case .nl: rises ? "gestegen" : "gedaald"
    case .de: rises ? "gestiegen" : "gesunken"
    case .fr: rises ? "hausse" : "baisse"
    case .es: rises ? "aumentó" : "descendió"
    }
  }

  // MARK: - Drawing

  var dice: SplitMix
  private(set) var cells: [String: [TableCell]] = [:]

  init(seed: UInt64) throws {
    dice = SplitMix(seed: seed)
    for source in Self.sources {
      guard let table = ForeignTable.all.first(where: { $0.file == source.file }) else { continue }
      cells[source.file] = try table.cells().filter { ($0.value ?? 0) > 0 && !table.isTotal($0) }
    }
  }

  private func column(_ cell: TableCell) -> String { cell.dimensions.dropFirst().map(\.value).joined(separator: " ") }

  func value(_ source: Source, _ row: String, _ column: String) -> Double? {
    cells[source.file]?.first { $0.dimensions.first?.value == row && self.column($0) == column }?.value.map {
      ($0 * source.times).rounded()
    }
  }

  /// A sentence with one number, or two with a change; with an error where one is asked for.
  mutating func sentence(_ language: Language, _ error: Error?) -> Sentence? {
    let usable = Self.sources.filter { $0.rows.isEmpty && ($0.hasYears || error != .direction) }
    let source = usable[Int.random(in: 0..<usable.count, using: &dice)]
    let rows = Set((cells[source.file] ?? []).compactMap { $0.dimensions.first?.value }).sorted()
    let row = rows[Int.random(in: 0..<rows.count, using: &dice)]
    let column = source.columns[Int.random(in: 0..<source.columns.count, using: &dice)]
    let noun = source.nouns[Language.allCases.firstIndex(of: language) ?? 0]
    guard let value = value(source, row, column), value >= 10 else { return nil }
    if error == .direction || error == nil && source.hasYears && Bool.random(using: &dice) {
      return change(language, source, row, noun, isWrong: error != nil)
    }
    guard let said = wrong(value, error, source, row, column) else { return nil }
    let templates = Self.single(language, years: source.hasYears)
    let template = templates[Int.random(in: 0..<templates.count, using: &dice)]
    let text = filled(template, ["%r": row, "%c": column, "%n": printed(said, language), "%u": noun])
    return Sentence(language: language, text: text, error: error)
  }

  private mutating func change(
    _ language: Language, _ source: Source, _ row: String, _ noun: String, isWrong: Bool
  ) -> Sentence? {
    let (first, last) = (source.columns[0], source.columns[source.columns.count - 1])
    guard let one = value(source, row, first), let other = value(source, row, last), one != other, min(one, other) >= 10
    else { return nil }
    let templates = Self.change(language)
    let text = filled(
      templates[Int.random(in: 0..<templates.count, using: &dice)],
      [
        "%r": row, "%1": first, "%2": last, "%a": printed(one, language), "%b": printed(other, language), "%u": noun,
        "%d": Self.word(language, rises: (other > one) != isWrong),
      ])
    return Sentence(language: language, text: text, error: isWrong ? .direction : nil)
  }

  mutating func wrong(
    _ value: Double, _ error: Error?, _ source: Source, _ row: String, _ column: String
  ) -> Double? {
    var digits = Array(NumberText.plain(value))
    switch error {
    case nil: return value
    case .swapped:
      let places = digits.indices.dropLast().filter {
        digits[$0] != digits[$0 + 1] && (digits[$0 + 1] != "0" || $0 > 0)
      }
      guard let place = places.randomElement(using: &dice) else { return nil }
      digits.swapAt(place, place + 1)
      return Double(String(digits))
    case .digit:
      guard digits.count > 2 else { return nil }
      let place = Int.random(in: 1..<digits.count, using: &dice)
      let others = "123456789".filter { $0 != digits[place] }
      digits[place] = others.randomElement(using: &dice) ?? "1"
      return Double(String(digits))
    case .year:
      let others = source.columns.filter { $0 != column }.compactMap { self.value(source, row, $0) }
      return others.filter { $0 != value && $0 >= 10 }.randomElement(using: &dice)
    case .row:
      let rows = (cells[source.file] ?? []).filter { self.column($0) == column }.compactMap { $0.value }
      return rows.map { ($0 * source.times).rounded() }.filter { $0 != value && $0 >= 10 }.randomElement(using: &dice)
    case .tenfold: return value * 10
    case .direction: return nil
    }
  }

  func filled(_ template: String, _ words: [String: String]) -> String {
    var (result, rest) = ("", template[...])
    while let first = rest.first {
      let key = String(rest.prefix(2))
      if let word = words[key] {
        result += word
        rest = rest.dropFirst(2)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  func printed(_ value: Double, _ language: Language) -> String {
    switch language {
    case .en: NumberText.printed(value).en
    case .nl, .de, .es: NumberText.printed(value).nl
    case .fr: String(NumberText.printed(value).nl.map { $0 == "." ? "\u{202F}" : $0 })
    }
  }
}
