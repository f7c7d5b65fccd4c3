internal import Glibc

/// Links records to persons: block, compare, learn, score, and divide.
///
/// Nothing of it depends on the order of records or on the number of threads: records are put in an order that their
/// content alone decides.
public struct RecordLinking: Sendable {
  package let comparison: RecordComparison
  package private(set) var candidates: CandidatePairs
  package let model: MatchModel
  /// Of records in the order of content.
  package private(set) var pairs: ScoredPairs
  package let linked: LinkedPersons
  /// For each place in the order of content the record of the table.
  package let order: [Int32]
  let settings: LinkSettings
  let allPairs: Double
  /// The file of each record, in the order of content.
  let files: [UInt8]
  /// What became of what a linkage unit said; nil where it said nothing.
  public let encoded: EncodedEvidence.Use?

  /// Up to how many pairs all are compared, without blocking.
  static let allPairsLimit = 1_000_000

  /// Up to how many candidates all are scored; of more, those of passes that find next to nothing are left out.
  static let worthwhileLimit = 2_000_000

  /// Records of which nothing is known but that they were encoded are not compared here: they come last in the order, and
  /// what the linkage unit says of them enters the same components.
  ///
  /// - Parameters:
  ///   - reviewed: Pairs that people decided.
  ///   - encoded: What a linkage unit said of the rows of a column `LinkRole.encodedRow`.
  /// - Throws: `RecordLinkingError` when there is nothing to link.
  public init(
    _ table: LinkTable, _ settings: LinkSettings = LinkSettings(), reviewed: [ReviewedPair] = [],
    encoded evidence: EncodedEvidence? = nil
  ) throws(RecordLinkingError) {
    guard table.recordCount > 0 else { throw .noRecords }
    guard table.recordCount < 1 << 26 else { throw .tooManyRecords(limit: 1 << 26) }
    var places = evidence.map { EncodedPlaces(table, $0) }
    let whole = table.canonicalOrder()
    let compared = places.map { places in whole.filter { !places.isSilent[Int($0)] } } ?? whole
    order = places.map { places in compared + whole.filter { places.isSilent[Int($0)] } } ?? whole
    files = order.map { table.files[Int($0)] }
    let records = LinkRecords(table.ordered(compared))
    guard records.hasSomething || compared.count < order.count else { throw .nothingToCompare }
    self.settings = settings
    comparison = RecordComparison(records)
    let count = records.count
    let allFiles = settings.isOnePerFile ? self.files : nil
    let files = allFiles.map { Array($0.prefix(count)) }
    allPairs = Self.pairs(count, files)
    if allPairs <= Double(Self.allPairsLimit) {
      candidates = CandidatePairs(all: count, files: files)
    } else {
      candidates = CandidatePairs(
        records, plan: BlockingPass.all(for: records), limit: max(2_000_000, 12 * count), files: files)
    }
    var numbers = SeededNumbers(seed: settings.seed)
    let random = Self.random(comparison, count: allPairs > 0 ? count : 0, files, &numbers)
    let (sampled, sample, scale) = Self.sample(comparison, candidates, &numbers)
    model = MatchModel(
      candidates: sample, scale: scale, random: random, allPairs: max(1, allPairs), records: count)
    if candidates.count > Self.worthwhileLimit {
      let passes = candidates.passes
      candidates.leaveOut(sample.hopeless(model.weights, masks: sampled.map { passes[$0] }))
    }
    pairs = ScoredPairs(candidates, comparison, model)
    if let evidence, let found = places?.pairs(evidence, in: order, files: allFiles) { pairs.add(encoded: found) }
    encoded = places?.use
    if !reviewed.isEmpty { pairs.take(Self.placed(reviewed, order)) }
    linked = LinkedPersons(
      pairs, recordCount: order.count, seed: settings.seed, threshold: settings.threshold, files: allFiles,
      kinds: places?.kinds(in: order))
    candidates.credit(pairs)
  }

  /// The reviewed pairs with records numbered by content.
  private static func placed(_ reviewed: [ReviewedPair], _ order: [Int32]) -> [ReviewedPair] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, record) in order.enumerated() { places[Int(record)] = place }
    return reviewed.map {
      ReviewedPair(first: places[$0.first], second: places[$0.second], isSame: $0.isSame, weight: $0.weight)
    }
  }

  private static func pairs(_ count: Int, _ files: [UInt8]?) -> Double {
    var result = Double(count) * Double(count - 1) / 2
    guard let files else { return result }
    var sizes = [Double](repeating: 0, count: 256)
    for file in files { sizes[Int(file)] += 1 }
    for size in sizes { result -= size * (size - 1) / 2 }
    return result
  }

  private static func random(
    _ comparison: RecordComparison, count: Int, _ files: [UInt8]?, _ numbers: inout SeededNumbers
  ) -> ComparedPairs {
    guard count > 1 else { return ComparedPairs() }
    var pairs: [(Int, Int)] = []
    while pairs.count < 300_000 {
      let (i, j) = (numbers.below(count), numbers.below(count))
      if i != j, files.map({ $0[i] != $0[j] }) ?? true { pairs.append((min(i, j), max(i, j))) }
    }
    return ComparedPairs(comparison, pairs: pairs, free: [UInt32](repeating: .max, count: pairs.count))
  }

  /// A sample of the candidates to learn from, and how many candidates each stands for.
  private static func sample(
    _ comparison: RecordComparison, _ candidates: CandidatePairs, _ numbers: inout SeededNumbers
  ) -> (places: [Int], ComparedPairs, scale: Double) {
    let wanted = 300_000
    var places = Array(0..<candidates.count)
    if candidates.count > wanted { places = (0..<wanted).map { _ in numbers.below(candidates.count) } }
    let free = candidates.plan.map { ~$0.fields }
    let masks = places.map { place in
      var mask: UInt32 = 0
      var rest = candidates.passes[place]
      while rest != 0 {
        mask |= free[rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      return mask
    }
    let pairs = places.map { (Int(candidates.first[$0]), Int(candidates.second[$0])) }
    return (
      places, ComparedPairs(comparison, pairs: pairs, free: masks),
      Double(candidates.count) / Double(max(1, places.count))
    )
  }
}
