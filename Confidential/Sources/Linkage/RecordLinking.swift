internal import Glibc

/// Links records to persons: block, compare, learn, score, and cluster.
package struct RecordLinking: Sendable {
  package var comparison: RecordComparison
  package var candidates: CandidatePairs
  package var model: MatchModel
  package var pairs: ScoredPairs

  /// Up to how many pairs all are compared, without blocking.
  static let allPairsLimit = 1_000_000

  /// - Parameter seed: Of the pairs that are drawn to learn from.
  package init(_ records: LinkRecords, seed: UInt64 = 1) {
    comparison = RecordComparison(records)
    let count = records.count
    let allPairs = Double(count) * Double(count - 1) / 2
    if allPairs <= Double(Self.allPairsLimit) {
      candidates = CandidatePairs(all: count)
    } else {
      candidates = CandidatePairs(
        records, plan: BlockingPass.all(for: records), limit: max(2_000_000, 12 * count))
    }
    var numbers = SeededNumbers(seed: seed)
    let random = Self.random(comparison, count: count, &numbers)
    let (sample, scale) = Self.sample(comparison, candidates, &numbers)
    model = MatchModel(candidates: sample, scale: scale, random: random, allPairs: allPairs, records: count)
    pairs = ScoredPairs(candidates, comparison, model)
  }

  private static func random(
    _ comparison: RecordComparison, count: Int, _ numbers: inout SeededNumbers
  ) -> ComparedPairs {
    guard count > 1 else { return ComparedPairs() }
    var pairs: [(Int, Int)] = []
    let wanted = 500_000
    while pairs.count < wanted {
      let (i, j) = (numbers.below(count), numbers.below(count))
      if i != j { pairs.append((min(i, j), max(i, j))) }
    }
    return ComparedPairs(comparison, pairs: pairs, free: [UInt32](repeating: .max, count: pairs.count))
  }

  /// A sample of the candidates to learn from, and how many candidates each stands for.
  private static func sample(
    _ comparison: RecordComparison, _ candidates: CandidatePairs, _ numbers: inout SeededNumbers
  ) -> (ComparedPairs, scale: Double) {
    let wanted = 400_000
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
      ComparedPairs(comparison, pairs: pairs, free: masks), Double(candidates.count) / Double(max(1, places.count))
    )
  }
}
