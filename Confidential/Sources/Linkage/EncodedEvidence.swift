/// What a linkage unit said of encoded rows, without a value of anybody: pairs of them with the chance that both are of one
/// person. A record is known by the number of its row, in the column `LinkRole.encodedRow`.
public struct EncodedEvidence: Equatable, Sendable {
  /// The number of each row that was encoded.
  public var rows: [String]
  /// Of places in `rows`, each pair once.
  public var pairs: [PersonsOfPairs.Pair]
  /// Places of rows that had nothing to be found by: they are in no pair.
  public var unfindable: Set<Int>

  public init(rows: [String], pairs: [PersonsOfPairs.Pair], unfindable: Set<Int> = []) {
    (self.rows, self.pairs, self.unfindable) = (rows, pairs, unfindable)
  }

  /// What linking made of it.
  public struct Use: Equatable, Sendable {
    /// Records of which nothing is known but their encoding, and those that are known in the clear too.
    public var onlyEncoded = 0
    public var alsoClear = 0
    /// Records with the number of a row that the linkage unit does not know: those of which nothing else is known either, and
    /// those that are known in the clear or by a key.
    public var unknownRows = 0
    public var unknownButClear = 0
    /// Encoded rows of which there is no record.
    public var absentRows = 0
    /// Pairs that count, those for which the comparison in the clear counts, and those of a row that is absent.
    public var pairs = 0
    public var pairsInTheClear = 0
    public var pairsOfAbsentRows = 0
  }
}

/// The evidence about encoded notifications.
public struct EncodedNotifications: Sendable {
  public var evidence: EncodedEvidence
  /// For each row of the notifications that was encoded the place of its number in the evidence; nil where the linkage unit
  /// does not know it. Rows of which the number is among the personal details are not in it.
  public var places: [Int: Int?]

  public init(_ evidence: EncodedEvidence, places: [Int: Int?]) { (self.evidence, self.places) = (evidence, places) }

  /// The number of a row, or what is the number of none.
  func number(of row: Int) -> String? { places[row].map { $0.map { evidence.rows[$0] } ?? "?" } }
}

/// Which records of a table are encoded, and which of them are nothing else.
struct EncodedPlaces {
  /// For each record of the table the place of its row in the evidence; -1 for a record without one.
  private(set) var row: [Int32]
  /// Whether a record says anything in the clear by which it can be told whose it is.
  private(set) var isClear: [Bool]
  /// Whether nothing is known of a record but its number: it is not compared.
  private(set) var isSilent: [Bool]
  private(set) var use = EncodedEvidence.Use()

  init(_ table: LinkTable, _ evidence: EncodedEvidence) {
    let count = table.recordCount
    row = [Int32](repeating: -1, count: count)
    isClear = [Bool](repeating: false, count: count)
    isSilent = isClear
    guard let numbers = table.column(.encodedRow) else {
      (isClear, use.absentRows) = (isClear.map { _ in true }, evidence.rows.count)
      return
    }
    var places: [String: Int32] = [:]
    for (place, number) in evidence.rows.enumerated() { places[number] = Int32(place) }
    let rowOfValue = (0..<Int32(numbers.values.count)).map { code in
      numbers.values.withValue(code) { places[String(decoding: $0, as: UTF8.self)] ?? -1 }
    }
    let telling = table.columns.filter(\.role.tells)
    for record in 0..<count {
      isClear[record] = telling.contains { $0.role != .personKey && $0.codes[record] >= 0 }
      guard numbers.codes[record] >= 0 else { continue }
      row[record] = rowOfValue[Int(numbers.codes[record])]
      isSilent[record] = !telling.contains { $0.codes[record] >= 0 }
    }
    tally(evidence, numbers)
  }

  private mutating func tally(_ evidence: EncodedEvidence, _ numbers: LinkTable.Column) {
    for record in row.indices where numbers.codes[record] >= 0 {
      if row[record] < 0 {
        if isSilent[record] { use.unknownRows += 1 } else { use.unknownButClear += 1 }
      } else if isClear[record] {
        use.alsoClear += 1
      } else {
        use.onlyEncoded += 1
      }
    }
    use.absentRows = evidence.rows.count - Set(row.filter { $0 >= 0 }).count
  }

  /// For each record whether the linkage unit can have found it.
  func isFindable(_ evidence: EncodedEvidence) -> [Bool] {
    row.map { $0 >= 0 && !evidence.unfindable.contains(Int($0)) }
  }

  /// Whether records can be compared at all: one of which only the encoding is known, and one that was never encoded, cannot.
  func kinds(in order: [Int32]) -> [ComponentGraph.Kind] {
    order.map { record in
      isSilent[Int(record)] ? .onlyEncoded : row[Int(record)] < 0 ? .neverEncoded : .both
    }
  }

  /// The pairs of records that count, with places in an order of the table, and what became of the others.
  ///
  /// Where both records are known in the clear, their comparison counts.
  mutating func pairs(
    _ evidence: EncodedEvidence, in order: [Int32], files: [UInt8]?
  ) -> [(first: Int, second: Int, probability: Double)] {
    var places = [Int32](repeating: -1, count: evidence.rows.count)
    for (place, record) in order.enumerated() where row[Int(record)] >= 0 {
      places[Int(row[Int(record)])] = Int32(place)
    }
    var result: [(first: Int, second: Int, probability: Double)] = []
    for pair in evidence.pairs {
      let (a, b) = (Int(places[pair.first]), Int(places[pair.second]))
      guard a >= 0, b >= 0, a != b else {
        use.pairsOfAbsentRows += 1
        continue
      }
      if isClear[Int(order[a])], isClear[Int(order[b])] {
        use.pairsInTheClear += 1
        continue
      }
      if let files, files[a] == files[b] { continue }
      use.pairs += 1
      result.append((min(a, b), max(a, b), pair.probability))
    }
    return result.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

extension ScoredPairs {
  /// Adds the pairs of a linkage unit, each in the place of what its two records said otherwise.
  ///
  /// - Parameter found: In the order of their records.
  mutating func add(encoded found: [(first: Int, second: Int, probability: Double)]) {
    guard !found.isEmpty else { return }
    let keys = Set(found.map { UInt64($0.first) << 32 | UInt64($0.second) })
    let stay = first.indices.filter { !keys.contains(UInt64(first[$0]) << 32 | UInt64(second[$0])) }
    if stay.count < count {
      (first, second) = (stay.map { first[$0] }, stay.map { second[$0] })
      (logOdds, passes) = (stay.map { logOdds[$0] }, stay.map { passes[$0] })
    }
    encoded = count..<count + found.count
    for pair in found {
      first.append(UInt32(pair.first))
      second.append(UInt32(pair.second))
      logOdds.append(PersonsOfPairs.logOdds(of: pair.probability))
      passes.append(0)
    }
  }
}
