import Cryptography
import Foundation
import Linkage
import Model
import Store

/// The notifications of a monitor as a reader's sitting needs them.
struct ReviewRecords {
  let facts: Notifications
  let details: LinkingDetails
  let pairs: NotificationPairs
  /// The newest mark of each row; nil where nobody is named.
  let newest: [RecordMark?]
  /// Rows by any of their marks.
  let rows: [RecordMark: Int]
  /// After which entry of the audit log all of this was read.
  let lastChange: Int
  private let keys: DeliveryKeys

  /// Compares the notifications as a build does, with what was reviewed taken in.
  static func read(
    _ opened: OpenedMonitor, in workspace: Workspace, _ log: ReviewLog, on occasion: Occasion
  ) throws -> (ReviewRecords, ReviewState) {
    guard let choice = opened.monitor.linkage else { throw notLinking(opened) }
    let lastChange = try workspace.lastChange()
    let lock = try workspace.folder.map { try WriterLock(on: $0) }
    let names = try withExtendedLifetime(lock) { try RecordNames(making: opened, beside: workspace) }
    let facts = try workspace.notifications(for: opened.monitor)
    let (newest, rows) = try names.all(of: facts)
    let state = ReviewState(log, rows: rows)
    let details = try workspace.linkingDetails(of: facts, occasion: occasion)
    do {
      let pairs = try NotificationPairs(
        of: facts, by: choice, details, isKeyed: opened.isKeyed(facts.deliveries), seed: opened.monitor.seed,
        reviewed: state.decided)
      let records = ReviewRecords(
        facts: facts, details: details, pairs: pairs, newest: newest, rows: rows, lastChange: lastChange,
        keys: names.keys)
      return (records, state)
    } catch let error as RecordLinkingError {
      throw RecordLinks.told(error)
    }
  }

  /// A name of a pair for the audit log.
  func name(of subject: ReviewDesk.Shown.Subject) throws -> String {
    guard let left = newest[subject.left], let right = newest[subject.right] else {
      preconditionFailure("only records with a mark are shown")
    }
    return keys.pairName(left, right)
  }

  private static func notLinking(_ opened: OpenedMonitor) -> MonitoringError {
    .data(
      nl:
        "\(opened.folder.path) heeft geen linkage.yaml: sleutels zeggen daar wie wie is, en er is niets te beoordelen.",
      en: "\(opened.folder.path) has no linkage.yaml: keys say who is who there, and there is nothing to review.")
  }
}

extension OpenedMonitor {
  /// Of each delivery, whether its keys are those of persons.
  func isKeyed(_ deliveries: [DeliverySummary]) -> [Bool] {
    deliveries.map { delivery in
      monitor.source(named: delivery.source)?.columns.contains { $0.role == .person } ?? false
    }
  }
}

extension ReviewState {
  /// Whether nobody answered a pair.
  func isOpen(_ pair: RowPair) -> Bool { opinions[pair] == nil && settled[pair] == nil }

  /// Whether a pair was answered by one other reader and by nobody else.
  func wantsSecond(of reader: String, _ pair: RowPair) -> Bool {
    guard settled[pair] == nil, let said = opinions[pair], said.count == 1 else { return false }
    return said[0].reader != reader
  }
}
