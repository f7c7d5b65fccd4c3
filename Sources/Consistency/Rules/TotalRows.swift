/// Rows that seem to be the total of others, whether their numbers add up or not, with what they miss by in each column.
///
/// A composition that is accepted has most of its columns right. These are the others: where every column misses, no sum teaches
/// what was meant, and the place of the row, what it is called and the rows beside it have to.
struct TotalRows {
  let base: FigureRule
  let axis: Int
  /// The labels with numbers, in order.
  let labels: [Int]
  /// What is a sum of others by arithmetic, with its parts, anywhere in the figure.
  let accepted: [Int: [Set<Int>]]

  struct Column {
    /// The number of the total, and of its parts in order.
    var whole: Int
    var parts: [Int]
    /// The total less its parts.
    var excess: Double
    /// How far rounding each number by itself brings it.
    var room: Double
    var values: [Double]
    var total: Double

    var closes: Bool { abs(excess) <= room }
    /// Whether the total can be a sum: it is more than each of its parts.
    var isLargest: Bool { total > (values.max() ?? 0) }
  }

  init(base: FigureRule, axis: Int) {
    (self.base, self.axis) = (base, axis)
    var accepted: [Int: [Set<Int>]] = [:]
    var all: Set<Int> = []
    for structure in base.figure.structures {
      let own = Set(structure.block.cells.indices.map { Int(structure.block.label($0, axis)) }).subtracting([0])
      all.formUnion(own)
      for composition in structure.compositions[axis] {
        let parts = composition.labels(among: own.sorted(), isWhole: base.figure.grid.axes[axis].isWhole)
        if accepted[composition.whole]?.contains(parts) != true {
          accepted[composition.whole, default: []].append(parts)
        }
      }
    }
    (self.accepted, labels) = (accepted, all.sorted())
  }

  /// The labels that are not parts of others, totals of all left out.
  ///
  /// - Parameter whole: The total that is looked at: its own parts stay.
  func top(besides whole: Int) -> [Int] {
    let below = accepted.filter { $0.key != whole }.values.joined().reduce(into: Set<Int>()) { $0.formUnion($1) }
    return labels.filter { $0 != whole && !below.contains($0) }
  }

  /// Every column in which the total and all of the parts are printed, none below zero; of shares those of a hundred.
  func columns(of whole: Int, parts: [Int]) -> [Column] {
    base.figure.structures.flatMap { structure -> [Column] in
      guard structure.grain.half.isFinite else { return [] }
      let isShare = structure.block.unit.contains("%")
      let wanted = Set(parts)
      return structure.block.lines(along: axis).compactMap { line in
        let chosen = line.entries.filter { wanted.contains($0.label) }.map(\.cell)
        let values = chosen.compactMap(structure.value)
        guard let total = line.entries.first(where: { $0.label == whole })?.cell, let number = structure.value(total),
          values.count == parts.count, number > 0, values.allSatisfy({ $0 >= 0 }), !isShare || number == 100
        else { return nil }
        let excess = number - values.reduce(0, +)
        let half = max(structure.grain.half, structure.grain.isRoundedByNature ? structure.grain.step / 2 : 0)
        return Column(
          whole: total, parts: chosen, excess: excess,
          room: half * Double(values.count + 1) + structure.scales.room(total) + Printed.slack * max(1, number),
          values: values, total: number)
      }
    }
  }

  /// The row of the sheet that a label stands in; nil where cells do not say.
  func row(of label: Int) -> Int? {
    for structure in base.figure.structures {
      for index in structure.block.cells.indices where Int(structure.block.label(index, axis)) == label {
        let digits = base.cells[structure.block.cells[index]].line.drop { !$0.isNumber }
        return Int(digits)
      }
    }
    return nil
  }

  func name(_ label: Int) -> String { base.figure.grid.axes[axis].labels[label] }
}
