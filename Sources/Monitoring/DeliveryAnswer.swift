package import Deliveries
package import Model
package import Store

/// What became of a delivery, for people and programs.
package struct DeliveryAnswer: Encodable, Equatable {
  package var source, file: String
  package var period: String?
  package var isUsable: Bool
  /// Whether every row can be taken.
  package var isComplete: Bool
  package var isReceived: Bool
  package var wasReceivedBefore: Bool
  /// The version that the file is, or would be.
  package var version: Int?
  /// The version that it replaces, or would replace.
  package var replaces: Int?
  package var rowsRead, rowsTaken, rowsSetAside, rowsMovedDown: Int
  package var rowsByLane: [String: Int]
  /// Of counts: rows in which nothing stands where the number belongs.
  package var rowsWithoutNumber: Int
  private var holdsCounts: Bool
  package var findings: FindingsAnswer
  /// The same, those that say the same together.
  package var groups: [Group]
  /// Of a dry run: the numbers beside those of the period before.
  package var comparison: PeriodComparison?

  package struct Group: Encodable, Equatable {
    package struct Word: Encodable, Equatable {
      package var word: String
      package var count: Int
      package var code: String?
    }

    package var rule, severity: String
    package var column: String?
    package var count: Int
    /// The first of them.
    package var rows: [Int]
    package var words: [Word]
    package var message, remedy, sentence: String

    init(_ group: FindingGroup, language: Language) {
      let finding = group.finding
      (rule, severity, column) = (finding.rule, finding.severity.rawValue, finding.place.column)
      (count, rows) = (group.count, group.rows)
      words = group.words.map { Word(word: $0.word, count: $0.count, code: $0.code) }
      (message, remedy) = (finding.message[language], finding.remedy[language])
      sentence = group.sentence(in: language)
    }
  }

  /// What became of a file that was received.
  package init(_ receipt: Receiving.Receipt, language: Language) {
    self.init(receipt.report, outcome: receipt.outcome, replaces: receipt.replaces, language: language)
  }

  /// What would become of a file.
  package init(_ outlook: DryRun.Outlook, comparison: PeriodComparison? = nil, language: Language) {
    self.init(outlook.report, outcome: outlook.outcome, replaces: outlook.replaces, language: language)
    isReceived = false
    self.comparison = comparison
  }

  package init(
    _ report: DeliveryReport, outcome: ReceiveOutcome?, replaces: Int? = nil, language: Language
  ) {
    (source, file, period, isUsable) = (report.source, report.fileName, report.period, report.isUsable)
    isComplete = report.isComplete
    (rowsRead, rowsTaken) = (report.rowsRead, report.rowsTaken)
    (rowsSetAside, rowsMovedDown) = (report.rowsSetAside, report.rowsMovedDown)
    rowsWithoutNumber = report.rowsWithoutNumber
    rowsByLane = Dictionary(uniqueKeysWithValues: zip(Lane.allCases.map(\.rawValue), report.rowsByLane))
    findings = FindingsAnswer(report.findings, language: language, isGood: report.isClean)
    groups = report.groups.map { Group($0, language: language) }
    holdsCounts = report.reported != nil
    self.replaces = replaces
    isReceived = false
    wasReceivedBefore = false
    switch outcome {
    case .taken(let summary): (isReceived, version) = (true, summary.version)
    case .alreadyReceived(let summary): (wasReceivedBefore, version) = (true, summary.version)
    case nil: break
    }
  }

  package func sentence(in language: Language) -> String {
    sentence[language]
  }

  private var sentence: LocalizedText {
    guard isUsable else {
      return LocalizedText(
        nl: "\(file) kan zo niet worden ontvangen; er is niets gewijzigd.",
        en: "\(file) cannot be received like this; nothing has changed.")
    }
    let (counted, standing) = (counted, standing)
    return isReceived
      ? LocalizedText(
        nl: "\(file) is ontvangen: \(counted.nl)\(standing.nl)", en: "\(file) was received: \(counted.en)\(standing.en)"
      )
      : LocalizedText(
        nl: "\(file) is gecontroleerd: \(counted.nl)\(standing.nl)",
        en: "\(file) was checked: \(counted.en)\(standing.en)")
  }

  /// Where the file stands among the versions of its source and year; nothing for the first.
  private var standing: LocalizedText {
    guard let version else { return LocalizedText("") }
    if wasReceivedBefore {
      return LocalizedText(
        nl: " Dit bestand was al ontvangen (versie \(version)); er is niets gewijzigd.",
        en: " This file was received before (version \(version)); nothing has changed.")
    }
    guard version > 1 else { return LocalizedText("") }
    let becomes = isReceived ? LocalizedText(nl: "is", en: "is") : LocalizedText(nl: "wordt", en: "becomes")
    guard let replaces else {
      return LocalizedText(
        nl: " Dit \(becomes.nl) versie \(version); wat er eerder was, telde al niet meer mee.",
        en: " This \(becomes.en) version \(version); what was there before counted no longer.")
    }
    return LocalizedText(
      nl: " Dit \(becomes.nl) versie \(version) en vervangt versie \(replaces).",
      en: " This \(becomes.en) version \(version) and replaces version \(replaces).")
  }

  /// Counts know no lanes.
  private var counted: LocalizedText {
    let number = { (count: Int, language: Language) in Quantity(count).formatted(in: language) }
    let inOrder = rowsTaken - rowsWithoutNumber
    var nl =
      "\(number(rowsRead, .nl)) \(rowsRead == 1 ? "rij" : "rijen") gelezen, \(number(inOrder, .nl)) in orde, "
      + "\(number(rowsSetAside, .nl)) apart gehouden"
    var en =
      "\(number(rowsRead, .en)) \(rowsRead == 1 ? "row" : "rows") read, \(number(inOrder, .en)) in order, "
      + "\(number(rowsSetAside, .en)) set aside"
    if rowsWithoutNumber > 0 {
      nl += ", \(number(rowsWithoutNumber, .nl)) zonder aantal"
      en += ", \(number(rowsWithoutNumber, .en)) without a number"
    }
    if !holdsCounts, rowsMovedDown > 0 {
      nl += ", \(number(rowsMovedDown, .nl)) met minder gegevens opgenomen"
      en += ", \(number(rowsMovedDown, .en)) taken in with fewer details"
    }
    return LocalizedText(nl: nl + ".", en: en + ".")
  }
}
