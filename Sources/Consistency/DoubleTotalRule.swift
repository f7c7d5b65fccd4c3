internal import Model

/// Two totals of one figure that count the same thing and differ: same unit, years and dimensions, measures that begin
/// with the same word and are not narrowed. Only a note where the table says that it counts double.
struct DoubleTotalRule {
  let tables: Tables

  /// Totals that differ by more than this part of the larger were not meant to be the same. A decision.
  private static let nearness = 0.1

  func contradictions() -> [Contradiction] {
    let totals = tables.cells.indices.filter { isWhole(tables.cells[$0]) }
    return totals.flatMap { first in
      totals.filter { $0 > first && isSame(tables.cells[first], tables.cells[$0]) }.map { contradiction(first, $0) }
    }
  }

  private func isWhole(_ cell: TableCell) -> Bool {
    cell.isTotal && cell.status.isHard && cell.value != nil && tables.place(of: cell).categories.isEmpty
      && Block.isCount(unit: cell.unit, measure: cell.measure)
  }

  private func isSame(_ first: TableCell, _ second: TableCell) -> Bool {
    let (one, other) = (Label(first.measure), Label(second.measure))
    guard first.figure == second.figure, first.unit == second.unit, tables.place(of: first) == tables.place(of: second),
      one.narrowing.isEmpty, other.narrowing.isEmpty, let word = one.words.first, other.words.first == word,
      first.dimensions == second.dimensions, let low = first.value, let high = second.value
    else { return false }
    return low != high && abs(low - high) <= Self.nearness * max(low, high)
  }

  private func contradiction(_ first: Int, _ second: Int) -> Contradiction {
    let (one, other) = (tables.cells[first], tables.cells[second])
    let isExplained = (Label(one.measure).qualifiers + Label(other.measure).qualifiers)
      .contains { ["dubbel", "dubbele", "double", "twice"].contains($0) }
    let (low, high) = (NumberText.printed(tables.value(first)), NumberText.printed(tables.value(second)))
    let note =
      isExplained
      ? LocalizedText(
        nl: "; de tabel zegt zelf dat er dubbel is geteld.", en: "; the table itself says that it counts double.")
      : LocalizedText(".")
    let places = (LocalizedText("\(one.figure), \(one.measure)"), LocalizedText(other.measure))
    return Contradiction(
      report: tables.report.name, figure: one.figure, kind: .crossFigure, severity: isExplained ? .note : .error,
      cells: [one, other], expected: NumberText.plain(tables.value(first)),
      published: NumberText.plain(tables.value(second)),
      sentence: LocalizedText(
        nl: "\(places.0.nl): hier staat \(low.nl), maar bij \u{2018}\(places.1.nl)\u{2019} staat \(high.nl)",
        en: "\(places.0.en): this says \(low.en), but \u{2018}\(places.1.en)\u{2019} says \(high.en)") + note)
  }
}
