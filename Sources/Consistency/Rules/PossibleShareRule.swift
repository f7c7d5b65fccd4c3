internal import Model

/// Shares that no whole number of a few gives: of seven people 33% can be none.
///
/// The number of people is a column of counts, or stands behind `n =` in a label. That the shares are of so many, and not
/// weighted or of those who answered, is learned: nearly all of the others have to be possible, though chance would leave many
/// impossible.
///
/// - SeeAlso: Brown and Heathers 2017 (the GRIM test).
struct PossibleShareRule {
  let base: FigureRule
  /// Cells that a formula gives: they were held against it.
  let computed: Set<Int>

  /// Decimal digits of surprise that the other shares are possible, and how many there are. Decisions, as those below.
  private static let (leastDigits, leastPassing) = (2.5, 4)
  /// A share of which more than so large a part of all numbers is possible tells nothing.
  private static let mostChance = 0.5
  private static let mostColumns = 40

  func contradictions() -> [Contradiction] {
    var (found, seen): ([Contradiction], Set<Int>) = ([], [])
    for shares in groups() {
      for share in failing(shares) where seen.insert(share.cell).inserted && !base.borneOut.contains(share.cell) {
        found.append(contradiction(share))
      }
    }
    return found
  }

  /// A share and of how many it is.
  private struct Share {
    var cell: Int
    var count: Double
    /// The cell with that number; nil where it stands in a label.
    var size: Int?
  }

  private func groups() -> [[Share]] {
    let blocks = base.figure.grid.blocks.indices.filter { base.figure.grid.blocks[$0].unit.contains("%") }
    let named = blocks.map { block in
      base.figure.grid.blocks[block].cells.compactMap { cell in
        Self.count(in: base.cells[cell]).map { Share(cell: cell, count: $0) }
      }
    }
    return named
      + (blocks.isEmpty ? [] : base.figure.tables).flatMap { table -> [[Share]] in
        guard table.columns.count <= Self.mostColumns else { return [] }
        return blocks.flatMap { block in table.columns.filter(isSize).map { shares(table, block, $0) } }
      }
  }

  private func isSize(_ column: ColumnTable.Column) -> Bool { column.isCount && !column.isShare && column.half == 0 }

  private func shares(_ table: ColumnTable, _ block: Int, _ size: ColumnTable.Column) -> [Share] {
    table.columns.filter { $0.block == block }.flatMap { column in
      zip(column.cells, size.cells).compactMap { share, size -> Share? in
        guard let share, let size, let count = base.cells[size].value else { return nil }
        return Share(cell: share, count: count, size: size)
      }
    }
  }

  /// The number behind `n =` in a label or measure.
  static func count(in cell: TableCell) -> Double? {
    let found = (cell.dimensions.map(\.value) + [cell.measure]).compactMap(count)
    return found.count == 1 ? found[0] : nil
  }

  private static func count(in text: String) -> Double? {
    let marks = Array(text.lowercased().filter { !$0.isWhitespace })
    for place in marks.indices where marks[place] == "n" && (place == 0 || !marks[place - 1].isLetter) {
      guard place + 2 < marks.count, marks[place + 1] == "=" else { continue }
      let digits = marks[(place + 2)...].prefix { $0.isASCII && $0.isNumber }
      let next = place + 2 + digits.count
      // With a mark behind it the number is larger than its first digits.
      if next < marks.count, ".,'".contains(marks[next]) { continue }
      if !digits.isEmpty, digits.count < 7 { return Double(String(digits)) }
    }
    return nil
  }

  // MARK: - Judging

  private func failing(_ shares: [Share]) -> [Share] {
    var (passing, digits, failing): (Int, Double, [Share]) = (0, 0, [])
    for share in shares where !computed.contains(share.cell) {
      guard let x = base.cells[share.cell].value, x > 0, x < 100, share.count >= 2 else { continue }
      let unit = Printed.unit(base.cells[share.cell].decimals)
      let chance = share.count * unit / 100
      guard chance <= Self.mostChance else { continue }
      if Self.isPossible(x, share.count, unit) {
        passing += 1
        digits -= Logarithm.decimal(chance)
      } else {
        failing.append(share)
      }
    }
    guard passing >= Self.leastPassing, !failing.isEmpty, failing.count == 1 || 10 * failing.count <= passing,
      digits >= Self.leastDigits + Logarithm.decimal(Double(max(1, base.figure.grid.blocks.count)))
    else { return [] }
    return failing
  }

  private static func isPossible(_ share: Double, _ count: Double, _ unit: Double) -> Bool {
    let near = (share * count / 100).rounded()
    return [-1.0, 0, 1].contains { abs(100 * (near + $0) / count - share) <= unit / 2 + Printed.slack }
  }

  private func contradiction(_ share: Share) -> Contradiction {
    let x = base.cells[share.cell].value ?? 0
    let decimals = base.cells[share.cell].decimals
    let whole = x * share.count / 100
    let near = 100 * whole.rounded() / share.count
    let (low, high) = (
      NumberText.printed(100 * whole.rounded(.down) / share.count, decimals: decimals),
      NumberText.printed(100 * whole.rounded(.up) / share.count, decimals: decimals)
    )
    let (printed, count) = (base.printed(share.cell), NumberText.printed(share.count))
    return base.contradiction(
      .percentage, [share.cell] + (share.size.map { [$0] } ?? []),
      expected: NumberText.plain(near, decimals: decimals) + "%",
      "geen heel aantal van \(count.nl) geeft \(printed.nl)%; het dichtst bij zijn \(low.nl)% en \(high.nl)%.",
      "no whole number out of \(count.en) gives \(printed.en)%; the nearest are \(low.en)% and \(high.en)%.")
  }
}
