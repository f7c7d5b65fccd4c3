/// The cheapest classes to hide, by Benders' decomposition.
///
/// The master chooses what to hide (`CoverProgramme`); the intruder's programme tells for each end how far the class can go
/// when that is hidden, max d_t over A d = 0, −down_c y_c <= d_c <= up_c y_c. Falls that short of what is needed, its dual α,
/// β >= 0 gives the capacity cut Σ_c min(need, α_c up_c + β_c down_c) y_c >= need, which every pattern that protects t keeps.
/// The relaxation of the master first, whole patterns after that, until no end falls short: then the pattern is optimal
/// for the linear intruder.
///
/// - SeeAlso: Fischetti and Salazar 2001 in `docs/references.md`.
struct ExactSuppression {
  private let ups: [Double]
  private let downs: [Double]
  /// Class, direction and how far.
  private let ends: [(moved: Int, isUp: Bool, need: Double)]
  private let isPrimary: [Bool]
  private let intruder: SimplexProgramme
  private var master: CoverProgramme
  private(set) var rounds = 0

  private static let tolerance = 1e-6
  private static let nodes: Int32 = 50_000
  private static let mostRounds = 400

  init(
    rows: [HiddenRow], ups: [Double], downs: [Double], weights: [Double], isPrimary: [Bool],
    ends: [(moved: Int, isUp: Bool, need: Double)]
  ) {
    (self.ups, self.downs, self.ends, self.isPrimary) = (ups, downs, ends, isPrimary)
    intruder = SimplexProgramme(lowers: downs.map { -$0 }, uppers: ups, rows: rows.map(SimplexProgramme.Row.init))
    master = CoverProgramme(weights: zip(weights, isPrimary).map { $1 ? 0 : $0 })
  }

  /// The classes to hide; nil when the search was not finished.
  mutating func run() -> [Bool]? {
    var isRelaxed = true
    while rounds < Self.mostRounds {
      rounds += 1
      var share: [Double]
      if isRelaxed {
        guard let found = master.relaxed() else { return nil }
        share = found
      } else {
        guard let found = master.chosen(nodes: Self.nodes), found.isProven else { return nil }
        share = found.isHidden.map { $0 ? 1 : 0 }
      }
      for moved in share.indices where isPrimary[moved] { share[moved] = 1 }
      if cut(off: share) { continue }
      if !isRelaxed { return share.map { $0 > 0.5 } }
      isRelaxed = false
    }
    return nil
  }

  /// Adds a cut for each end that falls short when so much of each class is hidden; whether there was one.
  private mutating func cut(off share: [Double]) -> Bool {
    intruder.setBounds(
      lowers: zip(downs, share).map { -$0 * $1 }, uppers: zip(ups, share).map { $0 * $1 })
    var isCut = false
    var costs = [Double](repeating: 0, count: ups.count)
    for end in ends {
      costs[end.moved] = end.isUp ? -1 : 1
      defer { costs[end.moved] = 0 }
      guard let answer = intruder.minimum(costs: costs), -answer.objective < end.need - Self.tolerance else { continue }
      var terms: [(column: Int, coefficient: Double)] = []
      var least = end.need
      for (moved, reduced) in intruder.reducedCosts().enumerated() where abs(reduced) > 1e-9 {
        let reach = min(end.need, reduced < 0 ? -reduced * ups[moved] : reduced * downs[moved])
        if isPrimary[moved] { least -= reach } else if reach > 1e-9 { terms.append((moved, reach)) }
      }
      guard least > Self.tolerance, !terms.isEmpty else { continue }
      for index in terms.indices { terms[index].coefficient = min(1, terms[index].coefficient / least) }
      if master.add(CoverProgramme.Cut(terms: terms, least: 1)) { isCut = true }
    }
    return isCut
  }
}
