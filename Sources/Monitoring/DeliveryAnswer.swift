package import Deliveries
package import Model
package import Store

/// What became of a delivery, for people and programs.
package struct DeliveryAnswer: Encodable, Equatable {
  package var source, file: String
  package var period: String?
  package var isUsable: Bool
  package var isReceived: Bool
  package var wasReceivedBefore: Bool
  package var version: Int?
  package var rowsRead, rowsTaken, rowsSetAside, rowsMovedDown: Int
  package var rowsByLane: [String: Int]
  /// Of counts: rows in which nothing stands where the number belongs.
  package var rowsWithoutNumber: Int
  private var holdsCounts: Bool
  package var findings: FindingsAnswer
  /// The same, those that say the same together.
  package var groups: [Group]

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

  package init(_ report: DeliveryReport, outcome: ReceiveOutcome?, language: Language) {
    (source, file, period, isUsable) = (report.source, report.fileName, report.period, report.isUsable)
    (rowsRead, rowsTaken) = (report.rowsRead, report.rowsTaken)
    (rowsSetAside, rowsMovedDown) = (report.rowsSetAside, report.rowsMovedDown)
    rowsWithoutNumber = report.rowsWithoutNumber
    rowsByLane = Dictionary(uniqueKeysWithValues: zip(Lane.allCases.map(\.rawValue), report.rowsByLane))
    findings = FindingsAnswer(report.findings, language: language, isGood: report.isClean)
    groups = report.groups.map { Group($0, language: language) }
    holdsCounts = report.reported != nil
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
    if wasReceivedBefore {
      return LocalizedText(
        nl: "\(file) was al ontvangen (versie \(version ?? 1)); er is niets gewijzigd.",
        en: "\(file) was received before (version \(version ?? 1)); nothing has changed.")
    }
    let counted = counted
    return isReceived
      ? LocalizedText(nl: "\(file) is ontvangen: \(counted.nl)", en: "\(file) was received: \(counted.en)")
      : LocalizedText(nl: "\(file) is gecontroleerd: \(counted.nl)", en: "\(file) was checked: \(counted.en)")
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
    if !holdsCounts {
      nl += ", \(number(rowsMovedDown, .nl)) een spoor omlaag"
      en += ", \(number(rowsMovedDown, .en)) moved down a lane"
    }
    return LocalizedText(nl: nl + ".", en: en + ".")
  }
}
