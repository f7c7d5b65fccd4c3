internal import Model

/// The number of which a share or growth was computed by mistake: the base of the period before or behind, or the new number for
/// the old one.
struct FormulaSlip {
  let tables: Tables
  let arithmetic: Arithmetic

  /// The one other base with which a failing formula gives what is printed; nil where there is none, or more than one.
  func base(of relation: LinearRelation) -> Int? {
    guard let use = relation.formula, !relation.holds(tables.value) else { return nil }
    let bases = neighbours(of: use.base).filter { $0 != use.numerator } + (use.kind == .growth ? [use.numerator] : [])
    let fitting = bases.filter { gives(use, over: $0) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func gives(_ use: FormulaUse, over base: Int) -> Bool {
    let (b, printed) = (tables.value(base), tables.value(use.target))
    guard b != 0, tables.cells[base].value != nil else { return false }
    var other = use
    other.base = base
    // Of growth over the new number the change is the same.
    let computed =
      base == use.numerator
      ? use.scale * (tables.value(use.numerator) - tables.value(use.base)) / b : RelationWording.computed(other, tables)
    return abs(computed - printed) <= use.half + Printed.slack * max(1, abs(printed))
  }

  /// Cells beside another along one dimension.
  private func neighbours(of cell: Int) -> [Int] {
    guard let figure = arithmetic.figures.first(where: { $0.grid.figure == tables.cells[cell].figure }),
      let block = figure.grid.blocks.first(where: { $0.cells.contains(cell) }),
      let index = block.cells.firstIndex(of: cell)
    else { return [] }
    let place = block.place(index)
    return figure.grid.axes.indices.filter { figure.grid.axes[$0].isVaried && place[$0] > 0 }.flatMap { axis in
      [Int32(-1), 1].compactMap { step in
        var near = place
        near[axis] += step
        return near[axis] > 0 ? block.cell(at: near) : nil
      }
    }
  }
}

extension RelationWording {
  /// `; met 321 (t, 2018) als noemer is het wel 12,3`; empty for none.
  func slipText(_ base: Int?, for relation: LinearRelation) -> LocalizedText {
    guard let base, let use = relation.formula else { return LocalizedText("") }
    let cell = tables.cells[use.target]
    let printed = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
    let number = NumberText.printed(tables.value(base), decimals: tables.cells[base].decimals)
    let place = place(tables.cells[base])
    return LocalizedText(
      nl: "; met \(number.nl) (\(place.nl)) als noemer is het wel \(printed.nl)",
      en: "; with \(number.en) (\(place.en)) for a base it is \(printed.en)")
  }
}
