/// A row that is printed twice with the same numbers, where the totals count it once.
///
/// A label may come back below its own group, with the same numbers where that group has one member. So the table must be flat:
/// everything but totals is a part of the total.
struct RepeatedRowRule {
  let base: FigureRule

  func contradictions() -> [Contradiction] {
    base.figure.grid.repeated.filter(isCountedOnce).map { row in
      base.contradiction(
        .double, row.cells, expected: "",
        "deze regel staat er twee keer, met dezelfde getallen; de totalen tellen hem één keer.",
        "this row stands here twice, with the same numbers; the totals count it once.")
    }
  }

  /// Whether the sums of all rows close, in two lines at least, and would not with the row in them twice.
  private func isCountedOnce(_ row: Grid.Repeated) -> Bool {
    let axis = base.figure.grid.axes[row.axis]
    return base.figure.structures.contains { structure in
      let lines = structure.block.lines(along: row.axis)
      let all = Set(lines.flatMap { $0.entries.map(\.label) }).sorted()
      return structure.compositions[row.axis].contains { composition in
        let parts = composition.labels(among: all, isWhole: axis.isWhole)
        let isFlat = all.allSatisfy { parts.contains($0) || axis.isWhole[$0] || $0 == composition.whole }
        guard isFlat, parts.contains(row.label) else { return false }
        let closing = lines.count { closes($0, composition, axis, row, structure) }
        return closing > 1 && closing == lines.count { composition.line($0, isWhole: axis.isWhole) != nil }
      }
    }
  }

  private func closes(
    _ line: GridLine, _ composition: Composition, _ axis: GridAxis, _ row: Grid.Repeated, _ structure: BlockStructure
  ) -> Bool {
    guard let found = composition.line(line, isWhole: axis.isWhole),
      let own = line.entries.first(where: { $0.label == row.label }).flatMap({ structure.value($0.cell) }),
      let whole = structure.value(found.whole), structure.grain.half.isFinite
    else { return false }
    let sum = found.parts.reduce(0) { $0 + (structure.value($1) ?? 0) }
    let room = structure.grain.half * Double(found.parts.count + 1) + Printed.slack * max(1, sum)
    return abs(whole - sum) <= room && abs(own) > 2 * room
  }
}
