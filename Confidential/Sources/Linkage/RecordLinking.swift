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

  /// Up to how many pairs all are compared, without blocking.
  static let allPairsLimit = 1_000_000

  /// Up to how many candidates all are scored; of more, those of passes that find next to nothing are left out.
  static let worthwhileLimit = 2_000_000

  /// - Parameter reviewed: Pairs that people decided.
  /// - Throws: `RecordLinkingError` when there is nothing to link.
  public init(
    _ table: LinkTable, _ settings: LinkSettings = LinkSettings(), reviewed: [ReviewedPair] = []
  ) throws(RecordLinkingError) {
    guard table.recordCount > 0 else { throw .noRecords }
    guard table.recordCount < 1 << 26 else { throw .tooManyRecords(limit: 1 << 26) }
    order = table.canonicalOrder()
    files = order.map { table.files[Int($0)] }
    let records = LinkRecords(table.ordered(order))
    guard records.hasSomething else { throw .nothingToCompare }
    self.settings = settings
    comparison = RecordComparison(records)
    let count = records.count
    let files = settings.isOnePerFile ? self.files : nil
    allPairs = Self.pairs(count, files)
    if allPairs <= Double(Self.allPairsLimit) {
      candidates = CandidatePairs(all: count, files: files)
    } else {
      candidates = CandidatePairs(
        records, plan: BlockingPass.all(for: records), limit: max(2_000_000, 12 * count), files: files)
    }
    var numbers = SeededNumbers(seed: settings.seed)
    let random = Self.random(comparison, count: allPairs > 0 ? count : 0, files, &numbers)
    let (places, sample, scale) = Self.sample(comparison, candidates, &numbers)
    model = MatchModel(
      candidates: sample, scale: scale, random: random, allPairs: max(1, allPairs), records: count)
    if candidates.count > Self.worthwhileLimit {
      let passes = candidates.passes
      candidates.leaveOut(sample.hopeless(model.weights, masks: places.map { passes[$0] }))
    }
    pairs = ScoredPairs(candidates, comparison, model)
    if !reviewed.isEmpty { pairs.take(Self.placed(reviewed, order)) }
    linked = LinkedPersons(
      pairs, recordCount: count, seed: settings.seed, threshold: settings.threshold, files: files)
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
