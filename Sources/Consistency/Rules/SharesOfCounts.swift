/// Shares that two columns of counts give in every other row, where one row alone is far off and there are too few to learn
/// the formula from.
struct SharesOfCounts {
  let base: FigureRule

  /// So many other rows have to agree, each with a part of its own, among so many columns. Decisions.
  private static let (leastRows, mostColumns) = (3, 20)

  /// By cell outside nought to a hundred, what its counts give.
  func beyond() -> [Int: Double] {
    var found: [Int: Double] = [:]
    for table in base.figure.tables {
      guard table.columns.count <= Self.mostColumns else { continue }
      let counts = table.columns.filter { $0.isCount && !$0.isShare }
      for share in table.columns where base.figure.grid.blocks[share.block].unit.contains("%") {
        let odd = share.cells.indices.filter { isBeyond(share.cells[$0]) }
        guard odd.count == 1, let row = odd.first, let cell = share.cells[row] else { continue }
        for part in counts {
          for whole in counts {
            if let expected = expected(share, part, whole, row) { found[cell] = expected }
          }
        }
      }
    }
    return found
  }

  private func isBeyond(_ cell: Int?) -> Bool {
    guard let value = cell.flatMap({ base.cells[$0].value }) else { return false }
    return value < 0 || value > 100
  }

  /// What the counts give in a row, where they give all shares of the others.
  private func expected(
    _ share: ColumnTable.Column, _ part: ColumnTable.Column, _ whole: ColumnTable.Column, _ row: Int
  ) -> Double? {
    var met: Set<Double> = []
    for other in share.cells.indices where other != row && share.cells[other] != nil {
      guard let cell = share.cells[other], let x = base.cells[cell].value, let y = self.share(part, whole, other),
        Printed.match(y, printed: x, decimals: base.cells[cell].decimals) == .exact
      else { return nil }
      met.insert(part.cells[other].flatMap { base.cells[$0].value } ?? 0)
    }
    guard met.count >= Self.leastRows, let y = self.share(part, whole, row), (0...100).contains(y) else { return nil }
    return y
  }

  private func share(_ part: ColumnTable.Column, _ whole: ColumnTable.Column, _ row: Int) -> Double? {
    guard let a = part.cells[row].flatMap({ base.cells[$0].value }),
      let b = whole.cells[row].flatMap({ base.cells[$0].value }), b > 0
    else { return nil }
    return 100 * a / b
  }
}
