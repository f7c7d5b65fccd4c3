/// One table that fits all noisy margins as well as can be, and whole records that do.
///
/// The fit minimises the weighted squares
///
///     Σ over margins m of Σ over its cells c of (μ_c − y_c)² / σ_m²
///
/// over tables x ≥ 0 on the support, with margins μ = Ax: the best unbiased estimate under Gaussian noise, with two things
/// added that are known (no count is below nought, every margin is one of the same table). It is found by multiplicative updates
///
///     x ← x · (AᵀWy⁺) / (AᵀWAx + AᵀWy⁻)
///
/// from a table that is even on the support, which never raise the sum of squares and keep x positive (Lee & Seung 2001; for y of
/// either sign Sha, Lin, Saul & Lee 2007). Like the private margins of McKenna, Miklau & Sheldon 2021 it asks nothing of the data
/// but the noisy margins. Only sums, products and quotients: the same on every machine.
package struct FittedTable: Equatable, Sendable {
  package let marginals: NoisyMarginals
  /// Of each cell of the whole table how many records it is given.
  package let records: [Int]
  /// The sum of the fit, before it was made whole.
  package let total: Double

  private static let steps = 400

  package init(_ marginals: NoisyMarginals) {
    self.marginals = marginals
    let support = marginals.support
    let fit = Self.fit(marginals, support)
    total = fit.reduce(0, +)
    records = Self.whole(fit, support, marginals, total: total)
  }

  // MARK: The fit

  private static func fit(_ marginals: NoisyMarginals, _ support: [Int]) -> [Double] {
    let domain = marginals.domain
    let places = domain.margins.indices.map { margin in support.map { domain.places[margin][$0] } }
    let weights = marginals.noise.map { 1 / $0.variance }
    var (above, below) = ([Double](repeating: 0, count: support.count), [Double](repeating: 0, count: support.count))
    for margin in domain.margins.indices {
      let counts = marginals.counts[margin]
      for index in support.indices {
        let count = Double(counts[Int(places[margin][index])]) * weights[margin]
        if count > 0 { above[index] += count } else { below[index] -= count }
      }
    }
    let mean = marginals.longest.first.map { max(1, marginals.counts[$0].reduce(0, +)) } ?? 1
    var fit = [Double](repeating: Double(mean) / Double(max(1, support.count)), count: support.count)
    for _ in 0..<steps {
      var slopes = below
      for margin in domain.margins.indices {
        var sums = [Double](repeating: 0, count: domain.marginSizes[margin])
        for index in support.indices { sums[Int(places[margin][index])] += fit[index] }
        for index in support.indices { slopes[index] += sums[Int(places[margin][index])] * weights[margin] }
      }
      for index in support.indices where slopes[index] > 0 { fit[index] *= above[index] / slopes[index] }
    }
    return fit
  }

  // MARK: Whole records

  /// The fit rounded down, and what is left given one by one where the margins lack most; then records move while that helps.
  private static func whole(
    _ fit: [Double], _ support: [Int], _ marginals: NoisyMarginals, total: Double
  ) -> [Int] {
    let domain = marginals.domain
    var records = [Int](repeating: 0, count: domain.cellCount)
    guard !support.isEmpty else { return records }
    let places = domain.margins.indices.map { margin in support.map { Int(domain.places[margin][$0]) } }
    // What the margins of the fit have more than those of the records.
    var lacking = domain.marginSizes.map { [Double](repeating: 0, count: $0) }
    var (whole, given) = (fit.map { Int($0) }, 0)
    for index in support.indices {
      given += whole[index]
      for margin in domain.margins.indices {
        lacking[margin][places[margin][index]] += fit[index] - Double(whole[index])
      }
    }
    func lack(_ index: Int) -> Double {
      var sum = 0.0
      for margin in places.indices { sum += lacking[margin][places[margin][index]] }
      return sum
    }
    func add(_ count: Int, to index: Int) {
      whole[index] += count
      for margin in places.indices { lacking[margin][places[margin][index]] -= Double(count) }
    }
    func best(among allowed: (Int) -> Bool = { _ in true }, sign: Double) -> Int? {
      var (best, most) = (Int?.none, -Double.infinity)
      for index in support.indices where allowed(index) {
        let lack = lack(index) * sign
        if lack > most { (best, most) = (index, lack) }
      }
      return best
    }
    let wanted = Int(total.rounded())
    while given < wanted, let index = best(sign: 1) {
      add(1, to: index)
      given += 1
    }
    // A record moves where that makes the sum of squares smaller: by 2(lack here − lack there) less what both share.
    for _ in 0..<max(100, wanted / 10) {
      guard let from = best(among: { whole[$0] > 0 }, sign: -1) else { break }
      let before = lack(from)
      add(-1, to: from)
      guard let to = best(sign: 1), to != from, lack(to) - lack(from) > 1e-9, lack(to) > before else {
        add(1, to: from)
        break
      }
      add(1, to: to)
    }
    for (index, cell) in support.enumerated() { records[cell] = whole[index] }
    return records
  }
}
