public import Model

/// Why a table of capture histories cannot be used, with its place and its remedy.
public enum CaptureHistoryError: Error, Equatable, Sendable {
  case noLists
  case oneList(String)
  case tooManyLists(Int, limit: Int)
  case namelessList(column: Int)
  case repeatedList(String)
  case unknownListName(String)
  case unknownList(Place)
  /// The count is only known to lie in a range.
  case notExact(Place)
  case negativeCount(Place)
  case countTooLarge(Place, limit: Int)
  case emptyHistory(Place)
  case repeatedHistory(Place, first: Int?)
  case nobody
  case noOverlap
  case rounded(base: Int)
  case unknownCovariate(String, among: [String])
  /// A polynomial needs numbers, and more of them than its degree.
  case notPolynomial(String, degree: Int)
  /// Strata need a value in every row.
  case missingStratum(Place)

  /// Where in the table, counted from one: with the heading for a table from a file, without it for one made in memory.
  public struct Place: Equatable, Sendable {
    public var row: Int
    /// The heading of the column.
    public var column: String?
    public init(row: Int, column: String? = nil) {
      self.row = row
      self.column = column
    }

    var text: LocalizedText {
      guard let column else { return LocalizedText(nl: "Rij \(row)", en: "Row \(row)") }
      return LocalizedText(nl: "Rij \(row), kolom \(column)", en: "Row \(row), column \(column)")
    }
  }

  /// What is wrong and what to do, in whole sentences.
  public var text: LocalizedText {
    switch self {
    case .noLists: Sentence.noLists()
    case .oneList(let name): Sentence.oneList(name)
    case .tooManyLists(let count, let limit): Sentence.tooManyLists(count, limit)
    case .namelessList(let column): Sentence.namelessList(column)
    case .repeatedList(let name): Sentence.repeatedList(name)
    case .unknownListName(let name): Sentence.unknownListName(name)
    case .unknownList(let place): PlacedSentence.unknownList(place)
    case .notExact(let place): PlacedSentence.notExact(place)
    case .negativeCount(let place): PlacedSentence.negativeCount(place)
    case .countTooLarge(let place, let limit): PlacedSentence.countTooLarge(place, limit)
    case .emptyHistory(let place): PlacedSentence.emptyHistory(place)
    case .repeatedHistory(let place, let first): PlacedSentence.repeatedHistory(place, first)
    case .nobody: Sentence.nobody()
    case .noOverlap: Sentence.noOverlap()
    case .rounded(let base): Sentence.rounded(base)
    case .unknownCovariate(let name, let columns): Sentence.unknownCovariate(name, columns)
    case .notPolynomial(let name, let degree): Sentence.notPolynomial(name, degree)
    case .missingStratum(let place): PlacedSentence.missingStratum(place)
    }
  }
}

/// One function for each complaint about the table as a whole.
private enum Sentence {
  static func noLists() -> LocalizedText {
    LocalizedText(
      nl: "De tabel heeft geen kolom voor een lijst. Geef per lijst een kolom met nullen en enen.",
      en: "The table has no column for a list. Give each list a column of zeros and ones.")
  }

  static func oneList(_ name: String) -> LocalizedText {
    LocalizedText(
      nl: "De tabel heeft maar een lijst, \(name). Een schatting van wie ontbreekt vraagt overlap van ten minste "
        + "twee lijsten.",
      en: "The table has only one list, \(name). An estimate of who is missing needs the overlap of at least two.")
  }

  static func tooManyLists(_ count: Int, _ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "De tabel heeft \(count) lijsten; meer dan \(limit) kan niet. Voeg kleine of verwante lijsten samen.",
      en: "The table has \(count) lists; more than \(limit) is not possible. Merge small or related lists.")
  }

  static func namelessList(_ column: Int) -> LocalizedText {
    LocalizedText(
      nl: "Kolom \(column) heeft geen naam. Geef elke lijst een naam in de eerste rij.",
      en: "Column \(column) has no name. Give every list a name in the first row.")
  }

  static func repeatedList(_ name: String) -> LocalizedText {
    LocalizedText(
      nl: "De lijst \(name) komt twee keer voor. Geef elke lijst een eigen naam.",
      en: "The list \(name) occurs twice. Give every list a name of its own.")
  }

  static func unknownListName(_ name: String) -> LocalizedText {
    LocalizedText(nl: "Er is geen lijst \(name) in deze tabel.", en: "There is no list \(name) in this table.")
  }

  static func nobody() -> LocalizedText {
    LocalizedText(
      nl: "Alle aantallen zijn nul: er is niemand om een schatting op te baseren.",
      en: "All counts are zero: there is nobody to base an estimate on.")
  }

  static func noOverlap() -> LocalizedText {
    LocalizedText(
      nl: "Niemand staat op meer dan een lijst. Zonder overlap past elk aantal bij deze telling, hoe groot ook; er "
        + "is geen schatting.",
      en: "Nobody is on more than one list. Without overlap any number fits this table, however large; there is no "
        + "estimate.")
  }

  static func rounded(_ base: Int) -> LocalizedText {
    LocalizedText(
      nl: "Alle aantallen zijn veelvouden van \(base): ze zijn afgerond of vermenigvuldigd. Gebruik de aantallen van "
        + "daarvoor.",
      en: "All counts are multiples of \(base): they have been rounded or multiplied. Use the counts before that.")
  }

  static func unknownCovariate(_ name: String, _ columns: [String]) -> LocalizedText {
    LocalizedText(
      nl: "Er is geen kolom \(name) in deze tabel; kies uit: \(columns.joined(separator: ", ")).",
      en: "There is no column \(name) in this table; choose from: \(columns.joined(separator: ", ")).")
  }

  static func notPolynomial(_ name: String, _ degree: Int) -> LocalizedText {
    LocalizedText(
      nl: "De kolom \(name) kan geen veelterm van graad \(degree) zijn: dat vraagt meer dan \(degree) verschillende "
        + "getallen.",
      en: "The column \(name) cannot be a polynomial of degree \(degree): that takes more than \(degree) different "
        + "numbers.")
  }
}
