internal import Foundation
internal import GRDB
public import Model

/// A current delivery of counts, with what the store knows of it.
public struct ReportedDelivery: Equatable, Sendable {
  public let summary: DeliverySummary
  public let counts: ReportedCounts
}

extension Workspace {
  /// The counts of the current deliveries of the monitor's sources, in the order of the sources and then of the periods.
  ///
  /// A number that a delivery does not have is not in it: it was not delivered. Of a year that is in two deliveries of a
  /// source, the later one is the partner's last word.
  /// - Throws: `.unknownWord` and `.changedTable` where the tables no longer fit what was delivered.
  package func reportedCounts(for monitor: Monitor) throws(StoreError) -> [ReportedCounts] {
    try reportedDeliveries(for: monitor).map(\.counts)
  }

  /// What a source last delivered about a year before this one; of a source that delivers records, nothing.
  public func previousCounts(
    of source: Source, before year: Int, in monitor: Monitor
  ) throws(StoreError) -> ReportedCounts? {
    guard source.deliversCounts else { return nil }
    return try reportedCounts(for: monitor).last { counts in
      counts.source == source.name && Int(counts.period).map { $0 < year } ?? false
    }
  }

  /// All of them, each with its summary.
  public func reportedDeliveries(for monitor: Monitor) throws(StoreError) -> [ReportedDelivery] {
    try translatingErrors(in: path) {
      try reading { database in
        try monitor.sources.filter(\.deliversCounts).flatMap { source in
          try Row.fetchAll(
            database,
            sql: """
              SELECT * FROM delivery NOT INDEXED
              WHERE status = 'complete' AND delivers = 'counts' AND source = ?
              ORDER BY period
              """,
            arguments: [source.name]
          ).map { try ReportedDelivery($0, of: source, in: database) }
        }
      }
    }
  }
}

extension ReportedDelivery {
  fileprivate init(_ row: Row, of source: Source, in database: Database) throws {
    let summary = DeliverySummary(row)
    let cells = try Row.fetchAll(
      database,
      sql: """
        SELECT sourceRow, countTable, year, words, answer, number, decimals
        FROM reportedCell
        WHERE deliveryId = ?
        ORDER BY sourceRow
        """,
      arguments: [row["id"] as Int64])
    self.summary = summary
    counts = ReportedCounts(
      source: source.name, period: summary.period, isDeclaredComplete: row["isDeclaredComplete"],
      cells: try cells.compactMap { try ReportedCell($0, of: source, period: summary.period) })
  }
}

extension ReportedCell {
  /// Nil for a number of a table that the source is no longer asked for.
  fileprivate init?(_ row: Row, of source: Source, period: String) throws {
    guard let table = source.table(named: row["countTable"]) else { return nil }
    let words = try CountWords(json: row["words"]).places(in: table, of: source.name, period: period)
    guard let answer = KeptAnswer(rawValue: row["answer"]) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    let value: ReportedValue
    switch answer {
    case .number:
      let decimals: Int = row["decimals"]
      let power = (0..<decimals).reduce(1) { power, _ in power * 10 }
      value = .number(Quantity(numerator: row["number"], denominator: power, decimals: decimals))
    case .notRecorded: value = .notRecorded
    case .notDelivered: value = .notDelivered
    }
    self.init(CountPlace(table: table.name, year: row["year"], words: words), value, sourceRow: row["sourceRow"])
  }
}

/// The partner's words for one number, by the variable of their axis; null for all of them together.
///
/// Words are kept rather than their places, which change with `sources.yaml`.
struct CountWords {
  private let words: [String: String?]

  init(_ place: CountPlace, of table: CountTable) {
    words = Dictionary(
      zip(table.axes, place.words).map { axis, place in (axis.variable, place.map { axis.words[$0].word }) },
      uniquingKeysWith: { first, _ in first })
  }

  init(json: String) throws { words = try JSONDecoder().decode([String: String?].self, from: Data(json.utf8)) }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(words), as: UTF8.self)
  }

  func places(in table: CountTable, of source: String, period: String) throws -> [Int?] {
    guard Set(words.keys) == Set(table.axes.map(\.variable)) else {
      throw StoreError.changedTable(source: source, period: period, table: table.name)
    }
    return try table.axes.map { axis in
      guard let word = words[axis.variable] ?? nil else { return nil }
      guard let place = axis.words.firstIndex(where: { $0.word == word }) else {
        throw StoreError.unknownWord(source: source, period: period, table: table.name, word: word)
      }
      return place
    }
  }
}
