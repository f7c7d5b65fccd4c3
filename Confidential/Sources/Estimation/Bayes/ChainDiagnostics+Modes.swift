/// The modes of a sample.
///
/// A normal kernel of Silverman's width, 0.9 min(s, IQR/1.34) m^(−1/5) with m the effective number of draws, on a grid
/// of 400 points. Two maxima are two modes when the density between them falls below half of the lower one, and a mode
/// must hold at least one draw in fifty; lesser bumps are noise. The half and the fiftieth are decisions, under test with
/// heaps that do and do not count. A kernel is at least half a step of the grid wide.
///
/// - SeeAlso: Silverman 1986.
enum DensityModes {
  private static let points = 400

  /// - Parameter sorted: The draws, smallest first.
  static func of(_ sorted: [Double], effectiveDraws: Double) -> [ChainDiagnostics.Mode] {
    guard let low = sorted.first, let high = sorted.last, high > low else {
      return sorted.first.map { [ChainDiagnostics.Mode(centre: $0, share: 1)] } ?? []
    }
    let step = (high - low) / Double(points - 1)
    let heights = density(binned(sorted, low, step), width: width(sorted, effectiveDraws) / step)
    let separated = peaks(of: heights)
    let valleys = zip(separated, separated.dropFirst()).map { low + Double(valley(heights, $0, $1)) * step }
    let edges = [-Double.infinity] + valleys + [Double.infinity]
    return separated.indices.map { index in
      let (from, to) = (edges[index], edges[index + 1])
      let inside = sorted.filter { $0 > from && $0 <= to }.count
      return ChainDiagnostics.Mode(
        centre: low + Double(separated[index]) * step, share: Double(inside) / Double(sorted.count))
    }.filter { $0.share >= 0.02 }
  }

  /// Chains that hardly move count as a hundred draws, so that what they do show is not smoothed away.
  private static func width(_ sorted: [Double], _ effectiveDraws: Double) -> Double {
    let count = Double(sorted.count)
    let mean = sorted.reduce(0, +) / count
    let deviation = (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    let middle = (sampleQuantile(sorted, 0.75) - sampleQuantile(sorted, 0.25)) / 1.34
    let spread = middle > 0 ? min(deviation, middle) : deviation
    return 0.9 * spread * power(min(count, max(100, effectiveDraws)), -0.2)
  }

  private static func binned(_ sorted: [Double], _ low: Double, _ step: Double) -> [Double] {
    var bins = [Double](repeating: 0, count: points)
    for x in sorted { bins[min(points - 1, Int(((x - low) / step).rounded()))] += 1 }
    return bins
  }

  private static func density(_ bins: [Double], width: Double) -> [Double] {
    let kernel = (0..<points).map { distance in
      exp(-0.5 * Double(distance * distance) / max(width * width, 0.25))
    }
    return bins.indices.map { point in bins.indices.reduce(0) { $0 + bins[$1] * kernel[abs($1 - point)] } }
  }

  /// Maxima between which the density falls below half of the lower, in order.
  private static func peaks(of heights: [Double]) -> [Int] {
    var kept: [Int] = []
    for point in heights.indices {
      let rises = point == 0 || heights[point] > heights[point - 1]
      let falls = point == heights.count - 1 || heights[point] >= heights[point + 1]
      guard rises, falls else { continue }
      guard let last = kept.last else {
        kept.append(point)
        continue
      }
      let depth = heights[valley(heights, last, point)]
      if depth < 0.5 * min(heights[last], heights[point]) {
        kept.append(point)
      } else if heights[point] > heights[last] {
        kept[kept.count - 1] = point
      }
    }
    return kept
  }

  private static func valley(_ heights: [Double], _ left: Int, _ right: Int) -> Int {
    var lowest = left
    for point in left...right where heights[point] < heights[lowest] { lowest = point }
    return lowest
  }
}
