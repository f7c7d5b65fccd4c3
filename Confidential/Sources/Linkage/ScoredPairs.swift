internal import Dispatch
internal import Glibc

/// Pairs with how sure it is that both are of one person, above a floor.
package struct ScoredPairs: Sendable {
  package internal(set) var first: [UInt32] = []
  package internal(set) var second: [UInt32] = []
  /// The log-odds to base e.
  package internal(set) var logOdds: [Float] = []
  /// The passes that found each.
  package internal(set) var passes: [UInt32] = []
  /// Those that a linkage unit gave; see `EncodedEvidence`.
  var encoded = 0..<0

  /// How far down pairs are kept: chances of 0.0001. A decision: what lies below weighs nothing in a division.
  package static let floor: Float = -9.21

  package var count: Int { first.count }

  package init() {}

  package func probability(_ pair: Int) -> Double { 1 / (1 + exp(-Double(logOdds[pair]))) }

  /// Scores all candidates; in shares of a fixed size, put together in order, so that the number of threads changes
  /// nothing.
  init(_ candidates: CandidatePairs, _ comparison: RecordComparison, _ model: MatchModel) {
    let share = 1 << 15
    let shares = (candidates.count + share - 1) / share
    let weights = model.weights
    var parts = [ScoredPairs](repeating: ScoredPairs(), count: shares)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let places = parts
      DispatchQueue.concurrentPerform(iterations: shares) { number in
        let range = number * share..<min(candidates.count, (number + 1) * share)
        places[number] = ScoredPairs(candidates, range, comparison, weights)
      }
    }
    for part in parts {
      first += part.first
      second += part.second
      logOdds += part.logOdds
      passes += part.passes
    }
  }

  private init(
    _ candidates: CandidatePairs, _ range: Range<Int>, _ comparison: RecordComparison, _ weights: MatchModel.Weights
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: LinkField.count) { levels in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: LinkField.count) { rarity in
        guard let levels = levels.baseAddress, let rarity = rarity.baseAddress else { return }
        for pair in range {
          comparison.compare(Int(candidates.first[pair]), Int(candidates.second[pair]), levels, rarity)
          let odds = weights.logOdds(levels, rarity)
          guard odds >= Self.floor else { continue }
          first.append(candidates.first[pair])
          second.append(candidates.second[pair])
          logOdds.append(odds)
          passes.append(candidates.passes[pair])
        }
      }
    }
  }
}
