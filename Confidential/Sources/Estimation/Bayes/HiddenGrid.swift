/// The hidden numbers at which a posterior is computed, each standing for a run of whole numbers.
///
/// A grid with a last number is a hidden prior: it says that there are no more. So the grid is every number from one up to
/// 2,000 and then numbers 0.2% apart, as far as needed: a mean is right to 1e-5 and a quantile
/// to half of the 0.2%, by the side of the sum over every number.
///
/// It begins at one hidden person, as other software does. At nought the prior of graphs has an atom of its own: with
/// delta = 2^−t a cell in which nobody is counts as almost surely empty, which says nothing about people.
struct HiddenGrid: Sendable {
  /// Whole numbers, rising.
  private(set) var points: [Double]
  /// How many whole numbers each point stands for.
  private(set) var widths: [Double]

  /// Every whole number in a range: the grid of other software, for comparison.
  init(integers: ClosedRange<Int>) {
    points = integers.map(Double.init)
    widths = points.map { _ in 1 }
  }

  init(upTo limit: Double) {
    var points = (1...2000).map(Double.init)
    var next = 2000.0
    while next < limit {
      next = (next * 1.002).rounded(.up)
      points.append(next)
    }
    self.points = points
    // A point stands for the numbers nearer to it than to the others, half a number on each side of halfway.
    widths = points.indices.map { index in
      let below = index > 0 ? (points[index] - points[index - 1]) / 2 : 0.5
      let above = index + 1 < points.count ? (points[index + 1] - points[index]) / 2 : 0.5
      return below + above
    }
  }
}
