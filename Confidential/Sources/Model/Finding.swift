/// Something odd in what was received or written, with its place and its remedy. Never echoes a personal value.
public struct Finding: Equatable, Sendable {
  public var rule: String
  public var severity: Severity
  public var place: Place
  /// What is wrong, in one sentence.
  public var message: LocalizedText
  /// What to do, in one sentence.
  public var remedy: LocalizedText

  /// How bad it is, the gravest first.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// The file or the folder cannot be used at all.
    case fatal
    /// The row is kept aside and counted, not taken in.
    case error
    /// Taken in, but worth a look.
    case warning
    case note

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Where: file, row and column as a person would count them, from 1.
  public struct Place: Equatable, Sendable {
    public var file: String
    public var row: Int?
    /// The header of a column, or a line's column number in a text file.
    public var column: String?
    /// Whether the place is a line of text written by hand rather than a row of a spreadsheet.
    package var isText: Bool { file.hasSuffix(".yaml") || file.hasSuffix(".md") }

    public init(file: String, row: Int? = nil, column: String? = nil) {
      self.file = file
      self.row = row
      self.column = column
    }
  }

  /// One that was made before: whoever finds something makes it from an entry of the catalogue, a `FindingRule`.
  package init(rule: String, severity: Severity, place: Place, message: LocalizedText, remedy: LocalizedText) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  private static let row = LocalizedText(nl: "rij", en: "row")
  private static let line = LocalizedText(nl: "regel", en: "line")

  /// `partner-a.csv, rij 212, kolom meldjaar: …`, or `figures.yaml, regel 72: …`
  public func sentence(in language: Language) -> String {
    var parts = [place.file]
    if let row = place.row { parts.append((place.isText ? Self.line : Self.row)[language] + " \(row)") }
    if let column = place.column { parts.append(language == .nl ? "kolom \(column)" : "column \(column)") }
    return parts.joined(separator: ", ") + ": " + message[language] + " " + remedy[language]
  }
}
