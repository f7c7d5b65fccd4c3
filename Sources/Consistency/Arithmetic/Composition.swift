/// A label that is the sum of others along one axis: a total, a subtotal, or the larger of two and their difference.
struct Composition: Hashable {
  var whole: Int
  var parts: Parts

  enum Parts: Hashable {
    /// Every label of the line that is not a total.
    case rest
    /// Every label in this order of appearance that stands in between, both included.
    case run(Int, Int)
    /// These labels, in order.
    case labels([Int])
  }

  /// Whether two labels anywhere make a third, that neither stands beside the other nor beside their total.
  var isScattered: Bool {
    guard case .labels(let labels) = parts, labels.count == 2, let low = labels.min(), let high = labels.max() else {
      return false
    }
    return high - low != 1 || whole != low - 1 && whole != high + 1
  }

  /// The cells of a line that it is about; nil where the whole is not in the line or fewer than two parts are.
  func line(_ line: GridLine, isWhole: [Bool]) -> (whole: Int, parts: [Int])? {
    guard let total = line.entries.first(where: { $0.label == whole })?.cell else { return nil }
    let chosen: [Int]
    switch parts {
    case .rest: chosen = line.entries.filter { !isWhole[$0.label] && $0.label != whole }.map(\.cell)
    case .run(let first, let last):
      chosen = line.entries.filter { $0.label >= first && $0.label <= last && $0.label != whole }.map(\.cell)
    case .labels(let labels):
      var next = labels[...]
      chosen = line.entries.compactMap { entry in
        while let label = next.first, label < entry.label { next.removeFirst() }
        return next.first == entry.label ? entry.cell : nil
      }
    }
    return chosen.count > 1 ? (total, chosen) : nil
  }

  /// The labels that it is made of, of those that a block has along the axis.
  func labels(among all: [Int], isWhole: [Bool]) -> Set<Int> {
    switch parts {
    case .rest: Set(all.filter { !isWhole[$0] && $0 != whole })
    case .run(let first, let last): Set(all.filter { $0 >= first && $0 <= last && $0 != whole })
    case .labels(let labels): Set(labels)
    }
  }
}

/// A composition in one line, weighed.
struct WeighedLine {
  var whole: Int
  var parts: [Int]
  /// The whole less its parts.
  var excess: Double
  /// Printed numbers that take part.
  var count: Int
  /// Lower and upper sum of the parts that have no number.
  var unknown: ClosedRange<Double>?
  /// Whether every label of the composition has a cell here.
  var isComplete: Bool
  /// The larger of the whole and the sum of its parts.
  var size: Double
  /// Whether two parts at least are not zero.
  var isTelling: Bool
  /// Where it stands on the other axes.
  var rest: [Int32] = []
  /// The label of the whole.
  var label = 0

  var isFull: Bool { isComplete && unknown == nil }
}

/// How well a composition fits a block.
struct Fit {
  var lines: [WeighedLine] = []
  /// Lines in which every number is there and that say something.
  var (full, exact, near): (Int, Int, Int) = (0, 0, 0)
  /// Full lines in which one part at most is not zero, and those of them that do not close.
  var (lone, loneFailing) = (0, 0)
  /// In how many full lines the excess is no more than rounding each number by itself explains.
  var (rounded, random): (Int, Int) = (0, 0)
  /// Decimal digits of evidence: how unlikely it is that these sums close by chance.
  var (exactDigits, roundedDigits): (Double, Double) = (0, 0)
}
