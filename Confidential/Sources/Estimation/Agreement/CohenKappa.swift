/// Cohen's kappa: how far two coders agree beyond what their own habits would give by chance.
///
/// With `pᵢⱼ` the share of units that the first coder put in category `i` and the second in `j`, `pᵢ.` and `p.ᵢ` the
/// coders' own shares, `pₒ = Σ pᵢᵢ` and `pₑ = Σ pᵢ.·p.ᵢ`:
///
///     κ = (pₒ − pₑ) / (1 − pₑ)
///
/// The standard error is that of Fleiss, Cohen & Everitt (1969), for a kappa that need not be zero:
///
///     σ² = { Σ pᵢᵢ [(1 − pₑ) − (pᵢ. + p.ᵢ)(1 − pₒ)]²
///          + (1 − pₒ)² Σ_{i≠j} pᵢⱼ (p.ᵢ + pⱼ.)²
///          − (pₒpₑ − 2pₑ + pₒ)² } / (n (1 − pₑ)⁴)
///
/// Assumes units that were coded independently of each other. Undefined when both coders used one and the same category
/// throughout: there is nothing that chance could not have given.
/// - SeeAlso: Cohen 1960; Fleiss, Cohen and Everitt 1969 in `docs/references.md`.
public struct CohenKappa: Equatable, Sendable {
  /// Units both coded.
  public let count: Int
  /// Units on which they agree.
  public let agreed: Int
  /// The share of agreement that chance would give.
  let expected: Double
  /// Nil when it is undefined.
  public let value: Double?
  public let standardError: Double?

  /// - Parameter pairs: for each unit the category of the first and of the second coder.
  public init(_ pairs: [(first: String, second: String)]) {
    let categories = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    let place = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
    var table = Array(repeating: Array(repeating: 0, count: categories.count), count: categories.count)
    for pair in pairs {
      if let row = place[pair.first], let column = place[pair.second] { table[row][column] += 1 }
    }
    self.init(table: table)
  }

  /// - Parameter table: units by the category of the first coder (rows) and of the second (columns), in one order.
  init(table: [[Int]]) {
    let places = table.indices
    precondition(table.allSatisfy { $0.count == places.count }, "a table of agreement is square")
    count = table.reduce(0) { $0 + $1.reduce(0, +) }
    agreed = places.reduce(0) { $0 + table[$1][$1] }
    guard count > 0 else {
      (expected, value, standardError) = (0, nil, nil)
      return
    }
    let n = Double(count)
    let p = table.map { $0.map { Double($0) / n } }
    let rows = p.map { $0.reduce(0, +) }
    let columns = places.map { column in places.reduce(0) { $0 + p[$1][column] } }
    let observed = Double(agreed) / n
    let expected = places.reduce(0) { $0 + rows[$1] * columns[$1] }
    self.expected = expected
    // Within rounding of a sum of shares, of which there are at most some thousands.
    guard expected < 1 - 1e-12 else {
      (value, standardError) = (nil, nil)
      return
    }
    value = (observed - expected) / (1 - expected)
    var sum = 0.0
    for i in places {
      for j in places {
        if i == j {
          let term = (1 - expected) - (rows[i] + columns[i]) * (1 - observed)
          sum += p[i][i] * term * term
        } else {
          let term = (1 - observed) * (columns[i] + rows[j])
          sum += p[i][j] * term * term
        }
      }
    }
    let last = observed * expected - 2 * expected + observed
    let variance = (sum - last * last) / (n * (1 - expected) * (1 - expected) * (1 - expected) * (1 - expected))
    standardError = max(0, variance).squareRoot()
  }

  /// Share of agreement.
  public var observed: Double { count > 0 ? Double(agreed) / Double(count) : 0 }

  /// `κ ± 1.96 σ`, for a 95% interval, kept within what kappa can be.
  public var interval: Limits? {
    guard let value, let standardError else { return nil }
    let half = NormalDistribution.quantile(0.975) * standardError
    return Limits(lower: max(-1, value - half), upper: min(1, value + half))
  }
}
