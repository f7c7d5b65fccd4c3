/// Columns of a table with several totals in which these are no sums, though they are in the columns beside them: means, and
/// what is counted otherwise for a part than for the whole.
///
/// A slip of the hand is in one line, and in the totals above it.
struct UnsummedColumns {
  private let columns: Set<[Int32]>

  /// So many lines of a column miss, and this part of them at least. Decisions.
  private static let (least, part) = (4, 4)

  /// - Parameters:
  ///   - lines: Of every total along one axis.
  ///   - half: How far a printed number may be from the true one.
  init(_ lines: [WeighedLine], half: Double) {
    var (missing, all): ([[Int32]: Int], [[Int32]: Int]) = ([:], [:])
    for line in lines where line.isFull && line.isTelling {
      all[line.rest, default: 0] += 1
      if abs(line.excess) > half * Double(line.count) + Printed.slack * max(1, line.size) {
        missing[line.rest, default: 0] += 1
      }
    }
    columns = Set(
      missing.filter { $0.value >= Self.least && Self.part * $0.value >= all[$0.key, default: 0] }.keys)
  }

  func contains(_ line: WeighedLine) -> Bool { columns.contains(line.rest) }
}
