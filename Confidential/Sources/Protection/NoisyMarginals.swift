/// The margins of a table with noise: all that is ever asked of the data.
///
/// Each margin costs its share of the budget (`ZeroConcentratedBudget`); everything made of them afterwards costs nothing. The
/// longest margins get most, because the shorter ones are also sums of them: of ten parts seven go to the longest, two to those
/// of one dimension fewer and one to those of two fewer, in equal parts within a length.
package struct NoisyMarginals: Equatable, Sendable {
  package let domain: MarginalDomain
  /// Of each margin its cells; where nothing can be, 0.
  package let counts: [[Int]]
  /// Of each margin the noise that is in it.
  package let noise: [DiscreteGaussian]
  /// Below this a number of a longest margin is taken for nought.
  package let threshold: Int

  /// The chance by which noise alone takes an empty combination of the longest length for one that is there. Far fewer are in the
  /// records, since every other combination of the record has to be supported too. A decision: a smaller chance loses more
  /// small combinations than it keeps away invented ones (`Benchmarks/open_data.py`).
  package static let inventedChance = 0.1
  private static let weights = [7, 2, 1]

  /// - Parameters:
  ///   - table: How many records are in each cell of the whole table.
  ///   - recordsPerPerson: At most so many of them are one person's: a margin changes by at most so much in length.
  /// - Returns: Nil where the budget is so small that the noise would be larger than is drawn.
  package init?(
    of table: [Int], in domain: MarginalDomain, budget: ZeroConcentratedBudget, recordsPerPerson: Int,
    using generator: inout some RandomNumberGenerator
  ) {
    guard let noise = Self.noise(in: domain, budget: budget, recordsPerPerson: recordsPerPerson) else { return nil }
    precondition(table.count == domain.cellCount, "the table is that of the domain")
    precondition(zip(table, domain.isPossible).allSatisfy { $0 == 0 || $1 }, "nobody is where nobody can be")
    self.domain = domain
    self.noise = noise
    var counts = domain.marginals(of: table)
    for margin in counts.indices {
      for cell in counts[margin].indices where domain.isPossibleInMargin[margin][cell] {
        counts[margin][cell] += noise[margin].draw(using: &generator)
      }
    }
    self.counts = counts
    threshold = max(1, noise[noise.count - 1].threshold(chance: Self.inventedChance))
  }

  /// The noise of each margin; nil where it would be larger than is drawn.
  package static func noise(
    in domain: MarginalDomain, budget: ZeroConcentratedBudget, recordsPerPerson: Int
  ) -> [DiscreteGaussian]? {
    let longest = domain.margins.map(\.count).max() ?? 1
    let weight = { (length: Int) in weights[longest - length] }
    let whole = (1...longest).reduce(0) { $0 + weight($1) }
    var noise: [DiscreteGaussian] = []
    for margin in domain.margins {
      let peers = domain.margins.count { $0.count == margin.count }
      let share = (parts: weight(margin.count), whole: whole * peers)
      let squared = recordsPerPerson * recordsPerPerson
      guard let own = budget.noise(share: share, squaredSensitivity: squared) else { return nil }
      noise.append(own)
    }
    return noise
  }

  /// The margins of the longest length.
  package var longest: [Int] {
    let length = domain.margins.map(\.count).max() ?? 0
    return domain.margins.indices.filter { domain.margins[$0].count == length }
  }

  /// Whether a cell of a longest margin has enough in it to be taken for one that is there.
  package func isSupported(_ cell: Int, inMargin margin: Int) -> Bool {
    domain.isPossibleInMargin[margin][cell] && counts[margin][cell] >= threshold
  }

  /// The cells of the whole table of which every combination of the longest length is supported.
  package var support: [Int] {
    let longest = longest
    return (0..<domain.cellCount).filter { cell in
      domain.isPossible[cell] && longest.allSatisfy { isSupported(Int(domain.places[$0][cell]), inMargin: $0) }
    }
  }

  /// How many combinations are invented at most, in expectation: the chance for each that can be there.
  package var inventedBound: Double {
    let chance = noise[noise.count - 1].tail(from: threshold)
    return longest.reduce(0.0) { $0 + Double(domain.isPossibleInMargin[$1].count { $0 }) } * chance
  }
}
