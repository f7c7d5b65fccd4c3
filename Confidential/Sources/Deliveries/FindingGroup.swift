public import Model

/// The same finding many times: what is told of it once.
public struct FindingGroup: Equatable, Sendable {
  /// The first of them, with its place.
  public var finding: Finding
  public var count: Int
  /// The first rows, in order; at most `rowLimit`.
  public var rows: [Int]
  /// Words that were found and are not on the list, most frequent first.
  public var words: [Word] = []
  /// How many different words there were, told or not.
  public var distinctWords = 0
  /// Further findings of a kind of which enough different ones were told: they differ in their words.
  public var isRest = false

  static let rowLimit = 5

  /// A word that is told because it is in so many rows that it says something of the list and not of a person.
  public struct Word: Equatable, Sendable {
    public var word: String
    public var count: Int
    /// The code of the word that was probably meant.
    public var code: String?
  }

  init(_ finding: Finding, count: Int = 1, rows: [Int]? = nil) {
    self.finding = finding
    self.count = count
    self.rows = rows ?? finding.place.row.map { [$0] } ?? []
  }

  // MARK: Order

  /// What is wrong with the file as a whole first, then its cells, and then what is only worth knowing.
  var rank: (tier: Int, severity: Int, count: Int) {
    let severity = Finding.Severity.allCases.firstIndex(of: finding.severity) ?? 0
    let tier =
      switch finding.severity {
      case .fatal: 0
      case .note: 3
      case .error, .warning: finding.place.row == nil || finding.rule == FindingRule.unknownHeader.id ? 1 : 2
      }
    return (tier, severity, -count)
  }

  // MARK: Sentence

  /// `partner-a.csv, kolom vorm, 9.998 rijen (2, 3, 4, 5, 6 en verder): …`
  public func sentence(in language: Language) -> String {
    guard count > 1 else { return ([finding.sentence(in: language)] + told(language)).joined(separator: " ") }
    var place = [finding.place.file]
    if let column = finding.place.column { place.append((language == .nl ? "kolom " : "column ") + column) }
    place.append(times[language])
    let remedy = FindingRule.plural(finding.remedy)[language]
    return ([place.joined(separator: ", ") + ": " + message[language]] + told(language) + [remedy])
      .joined(separator: " ")
  }

  private var message: LocalizedText {
    guard isRest else { return finding.message }
    return LocalizedText(
      nl: "nog meer van deze soort, zoals in rij \(rows.first ?? 0): \(finding.message.nl)",
      en: "more of this kind, as in row \(rows.first ?? 0): \(finding.message.en)")
  }

  private var times: LocalizedText {
    let nl = Quantity(count).formatted(in: .nl)
    let en = Quantity(count).formatted(in: .en)
    guard !rows.isEmpty else { return LocalizedText(nl: "\(nl) keer", en: "\(en) times") }
    let list = rows.map { String($0) }.joined(separator: ", ")
    let isAll = rows.count == count
    return LocalizedText(
      nl: "\(nl) rijen (\(list)\(isAll ? "" : " en verder"))", en: "\(en) rows (\(list)\(isAll ? "" : " and further"))")
  }

  // MARK: Words

  /// More different words than a list has are not a list: probably the columns have shifted.
  private static let mostWords = 50

  private func told(_ language: Language) -> [String] {
    if distinctWords > Self.mostWords {
      return [
        LocalizedText(
          nl: "Er staan \(distinctWords) of meer verschillende woorden; kijk of de kolommen zijn verschoven.",
          en: "There are \(distinctWords) or more different words; see whether the columns have shifted.")[language]
      ]
    }
    guard !words.isEmpty else { return [] }
    let list = words.map { word in
      let count = Quantity(word.count)
      return "`\(word.word)` (\(count.formatted(in: language))\(language == .nl ? " keer" : " times"))"
    }
    let found = LocalizedText(nl: "Gevonden: ", en: "Found: ")[language] + list.joined(separator: ", ") + "."
    return [found, mapping[language]]
  }

  /// What to add to the folder so that the words are understood.
  private var mapping: LocalizedText {
    let lines = words.map { Self.quoted($0.word) + ": " + ($0.code ?? "CODE") }.joined(separator: ", ")
    let column = finding.place.column ?? ""
    let code = words.contains { $0.code == nil }
    return LocalizedText(
      nl: "Zijn het woorden van de bron, zet dan in sources.yaml bij de kolom \(column) onder `values`: { \(lines) }"
        + (code ? ", met voor CODE een code uit codebook.yaml." : "."),
      en: "If these are words of the source, add to `values` of the column \(column) in sources.yaml: { \(lines) }"
        + (code ? ", with a code of codebook.yaml for CODE." : "."))
  }

  /// A word of letters, digits and blanks needs no quotation marks in YAML.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    return isPlain ? word : "'" + word.replacing("'", with: "''") + "'"
  }
}

extension FindingRule {
  /// What to do about many rows rather than one.
  static func plural(_ remedy: LocalizedText) -> LocalizedText {
    LocalizedText(
      nl: remedy.nl.replacing("Deze rij is niet ingelezen.", with: "Deze rijen zijn niet ingelezen."),
      en: remedy.en.replacing("This row was not read in.", with: "These rows were not read in."))
  }
}
