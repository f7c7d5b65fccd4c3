/// Totals that are printed in thousands or millions of what their parts are printed in.
struct Scales {
  private var scales: [Int: Double] = [:]
  private var rooms: [Int: Double] = [:]

  /// So many lines tell, four of five of them alike. Decisions.
  private static let least = 3

  init(_ block: GridBlock, _ axes: [GridAxis], of cells: [TableCell]) {
    for axis in axes.indices {
      var ratios: [Int: [(cell: Int, ratio: Double)]] = [:]
      for line in block.lines(along: axis) {
        let parts = line.entries.filter { !axes[axis].isWhole[$0.label] }.compactMap { cells[$0.cell].value }
        let sum = parts.reduce(0, +)
        guard parts.count > 1, sum > 0 else { continue }
        for entry in line.entries where axes[axis].isWhole[entry.label] {
          if let whole = cells[entry.cell].value, whole > 0 {
            ratios[entry.label, default: []].append((entry.cell, sum / whole))
          }
        }
      }
      for label in ratios.keys.sorted() { learn(ratios[label] ?? [], of: cells) }
    }
  }

  private mutating func learn(_ lines: [(cell: Int, ratio: Double)], of cells: [TableCell]) {
    for scale in [1000.0, 1_000_000] {
      let fitting = lines.filter { abs($0.ratio / scale - 1) < 0.2 }
      guard fitting.count >= Self.least, 5 * fitting.count >= 4 * lines.count else { continue }
      for line in lines {
        scales[line.cell] = scale
        let unit = scale * Printed.unit(cells[line.cell].decimals)
        rooms[line.cell] = unit > 1 ? unit / 2 : 0
      }
    }
  }

  /// What a printed number is to be multiplied with.
  subscript(_ cell: Int) -> Double { scales[cell] ?? 1 }

  /// How far the multiplied number may be from the sum of its parts because digits were cut off.
  func room(_ cell: Int) -> Double { rooms[cell] ?? 0 }
}
