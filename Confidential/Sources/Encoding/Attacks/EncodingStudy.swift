public import Cryptography
import Model
public import Sheets

/// What an encoding keeps and what it gives away, on records of which it is known who is who: pairs found and names
/// guessed, with the same parameters.
public struct EncodingStudy: Sendable {
  private let records: [(person: String, record: StandardRecord)]

  /// How well pairs of one person are found by encodings alone, with weights by hand.
  public struct Quality: Equatable, Sendable {
    public let records: Int
    public let truePairs: Int
    /// Pairs that share a block, and how many of those are true.
    public let candidatePairs: Int
    public let trueCandidates: Int
    /// At the weight where it is highest.
    public let f1: Double
    public let threshold: Double
    /// With the same pairs and weights, and names compared in the clear.
    public let clearF1: Double
  }

  /// The share of named records of which the full name was guessed, for each attack.
  public struct Rates: Equatable, Sendable {
    public let overlap: Int
    /// Always naming the most common name.
    public let oneName: Double
    public let frequency: Double
    public let pattern: Double
    public let graph: Double
    /// By what is alike within blocks, and by blocks if entries of one record could be told.
    public let withinBlocks: Double
    public let tiedBlocks: Double
    /// By somebody who holds the key, where there is no key server.
    public let dictionary: Double

    public var highestWithoutKey: Double { max(frequency, pattern, graph, withinBlocks) }
  }

  /// - Parameter person: The header of the column that says who is who.
  /// - Throws: `DeliveryEncodingError`, `SheetError`.
  public init(_ source: SheetSource, columns: EncodingColumns, person: String) throws {
    var places: [(role: EncodingColumns.Role, column: Int)]?
    var personColumn = 0
    var records: [(person: String, record: StandardRecord)] = []
    try source.forEachRow { row in
      guard let known = places else {
        let headers = row.strings()
        places = try columns.places(in: headers).filter { $0.role != .record }
        guard let column = headers.firstIndex(of: person) else {
          throw DeliveryEncodingError.columnMissing(role: "person")
        }
        personColumn = column
        return
      }
      let cells = known.compactMap { place in
        place.column < row.count ? (role: place.role, text: row.string(at: place.column)) : nil
      }
      records.append((row.string(at: personColumn), StandardRecord(cells: cells)))
    }
    self.records = records
  }

  package init(_ records: [(person: String, record: StandardRecord)]) { self.records = records }

  public var count: Int { records.count }

  /// Encodes every record and nothing else, for measuring speed.
  ///
  /// - Returns: Bytes.
  public func encode(key: LinkageKey, parameters: EncodingParameters) -> Int {
    var encoder = RecordEncoder(key, parameters)
    let numbered = records.enumerated().map { (RowNumber(high: 0, low: UInt64($0.offset)), $0.element.record) }
    return EncodedRecords(numbered, source: "a", key: key, with: &encoder).file.bytes.count
  }

  // MARK: What is kept

  public func quality(key: LinkageKey, parameters: EncodingParameters) -> Quality {
    var encoder = RecordEncoder(key, parameters)
    let numbered = records.enumerated().map { (RowNumber(high: 0, low: UInt64($0.offset)), $0.element.record) }
    let pairs = Self.candidates(EncodedRecords(numbered, source: "a", key: key, with: &encoder))
    var weighed: [(weight: Double, isTrue: Bool)] = []
    var clear: [(weight: Double, isTrue: Bool)] = []
    for (pair, contents) in pairs {
      var agreement = ContentAgreement(contents.0, contents.1)
      let (left, right) = (records[pair.left], records[pair.right])
      weighed.append((agreement.handWeight, left.person == right.person))
      agreement.names = ClearNames.agreement(left.record, right.record)
      clear.append((agreement.handWeight, left.person == right.person))
    }
    let sizes = records.reduce(into: [String: Int]()) { $0[$1.person, default: 0] += 1 }
    let truePairs = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let (best, threshold) = Self.best(weighed, truePairs)
    return Quality(
      records: records.count, truePairs: truePairs, candidatePairs: weighed.count,
      trueCandidates: weighed.count { $0.isTrue }, f1: best, threshold: threshold,
      clearF1: Self.best(clear, truePairs).f1)
  }

  /// The highest F1 of all thresholds, and the weight of the last pair above it.
  private static func best(
    _ pairs: [(weight: Double, isTrue: Bool)], _ truePairs: Int
  ) -> (f1: Double, threshold: Double) {
    // The order of equal weights does not matter: a threshold lies between two.
    let sorted = pairs.sorted { $0.weight > $1.weight }
    var (found, best, threshold) = (0, 0.0, 0.0)
    for (index, one) in sorted.enumerated() {
      if one.isTrue { found += 1 }
      // A threshold lies between two weights.
      if index + 1 < sorted.count, sorted[index + 1].weight == one.weight { continue }
      let f1 = 2 * Double(found) / Double(index + 1 + truePairs)
      if f1 > best { (best, threshold) = (f1, one.weight) }
    }
    return (best, threshold)
  }

  private struct Pair: Hashable {
    var left: Int
    var right: Int
  }

  /// As one who sees the entries and one who sees the ties find them together: pairs within blocks.
  private static func candidates(_ encoded: EncodedRecords) -> [Pair: (EncodedContent, EncodedContent)] {
    let rows = Dictionary(uniqueKeysWithValues: encoded.ties.map { ($0.entry, Int($0.row.low)) })
    var pairs: [Pair: (EncodedContent, EncodedContent)] = [:]
    // In a fixed order: of a pair that shares several blocks the first decides.
    SharedBlocks([encoded.file]) { rows[$0.number] != nil }.forEachPair { left, right, _ in
      let (left, right) = (encoded.file[left.entry], encoded.file[right.entry])
      guard let one = rows[left.number], let two = rows[right.number] else { return }
      let pair = Pair(left: min(one, two), right: max(one, two))
      if pairs[pair] == nil { pairs[pair] = (left.content, right.content) }
    }
    return pairs
  }

  // MARK: What is given away

  /// Half of the persons are encoded; the list of the attacker has as many people, of whom `overlap` per cent are those,
  /// exactly as they were encoded.
  public func rates(
    key: LinkageKey, attackersKey: LinkageKey, parameters: EncodingParameters, overlap: Int, seed: UInt64
  ) -> Rates {
    var generator = SipStream(SipHash(low: seed, high: UInt64(overlap)))
    var persons: [String: Bool] = [:]
    for one in records where persons[one.person] == nil { persons[one.person] = Bool.random(using: &generator) }
    let encoded = records.filter { persons[$0.person] == true }.map(\.record)
    let others = records.filter { persons[$0.person] == false }.map(\.record)
    let setting = AttackSetting(
      Array(encoded.prefix(others.count)), others: others, overlap: overlap, key: key, attackersKey: attackersKey,
      parameters, using: &generator)
    return Rates(
      overlap: overlap, oneName: setting.rateOfOneName, frequency: FrequencyAttack(setting).rate(),
      pattern: PatternAttack(setting).rate(), graph: GraphAttack(setting).rate(),
      withinBlocks: WithinBlocksAttack(setting).rate(),
      tiedBlocks: BlockAttack(setting).rate(),
      dictionary: DictionaryAttack(setting, holding: key).rate())
  }
}
