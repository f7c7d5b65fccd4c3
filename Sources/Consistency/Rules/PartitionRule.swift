/// Two breakdowns of one total that is not printed: by sex and by age, both of the same people.
///
/// Where they give the same sum in most lines of a table they should in the others; a lone pair should when one misprint
/// explains the difference.
struct PartitionRule {
  let figure: FigureArithmetic
  let cells: [TableCell]

  private static let nearness = 0.1

  func relations() -> [LinearRelation] {
    figure.structures.flatMap { structure -> [LinearRelation] in
      guard structure.block.isCount, structure.grain.half.isFinite
      else { return [] }
      let axes = figure.grid.axes.indices.filter { figure.grid.axes[$0].isVaried }
      return axes.flatMap { one in axes.filter { $0 > one }.flatMap { relations(structure, one, $0) } }
    }
  }

  private func relations(_ structure: BlockStructure, _ one: Int, _ other: Int) -> [LinearRelation] {
    let first = breakdowns(structure.block, along: one, without: other)
    let second = breakdowns(structure.block, along: other, without: one)
    let places = first.keys.filter { second[$0] != nil }.sorted { $0.lexicographicallyPrecedes($1) }
    let made = places.compactMap { place -> LinearRelation? in
      guard let left = first[place], let right = second[place], left.count > 1, right.count > 1 else { return nil }
      var relation = LinearRelation.agreement(
        left.map { .init(cell: $0, sign: 1) }, right.map { .init(cell: $0, sign: 1) })
      relation.tolerance = structure.grain.half * Double(left.count + right.count)
      return relation
    }
    let value = { (cell: Int) in cells[cell].value ?? 0 }
    let closing = made.filter { $0.holds(value) }.count
    if made.count == 1, let only = made.first {
      let size = only.terms.reduce(0) { $0 + ($1.sign > 0 ? value($1.cell) : 0) }
      let miss = only.excess(value)
      return abs(miss) <= Self.nearness * size && Misprint.isOfOneDigit(miss) ? [only] : []
    }
    return closing > 0 && 2 * closing >= made.count ? made : []
  }

  /// The parts along an axis where the other has no label, by what is left of their place; none where a total or an
  /// unknown number is among them.
  private func breakdowns(_ block: GridBlock, along axis: Int, without other: Int) -> [[Int32]: [Int]] {
    var result: [[Int32]: [Int]] = [:]
    for line in block.lines(along: axis) where line.rest[other] == 0 {
      guard line.entries.allSatisfy({ !figure.grid.axes[axis].isWhole[$0.label] && cells[$0.cell].value != nil }) else {
        continue
      }
      var rest = line.rest
      rest[axis] = -1
      rest[other] = -1
      result[rest] = line.entries.map(\.cell)
    }
    return result
  }
}
