internal import Model

/// The n in a figure's title against the totals in its table.
///
/// An n that is any number of its table is believed: titles also print the base of one column. Of several totals the
/// nearest is named.
struct BaseRule {
  let tables: Tables

  func contradictions() -> [Contradiction] { tables.report.figures.compactMap(contradiction) }

  private func contradiction(_ entry: FigureEntry) -> Contradiction? {
    guard let base = entry.base else { return nil }
    let blocks = tables.counts.filter { $0.figure == entry.figure }
    let values = tables.cells.filter { $0.figure == entry.figure }.compactMap(\.value)
    let totals = blocks.compactMap(grandTotal)
    guard !values.contains(base), let nearest = totals.min(by: { distance($0, base) < distance($1, base) }) else {
      return nil
    }
    let cell = tables.cells[nearest]
    let (title, total) = (NumberText.printed(base), NumberText.printed(tables.value(nearest)))
    let place = RelationWording(tables: tables).place(cell)
    return Contradiction(
      report: tables.report.name, figure: entry.figure, kind: .base, severity: .error, cells: [cell],
      expected: NumberText.plain(tables.value(nearest)), published: NumberText.plain(base),
      sentence: LocalizedText(
        nl: "\(entry.figure): de titel noemt n = \(title.nl), maar in de tabel staat \(total.nl) (\(place.nl)).",
        en: "\(entry.figure): the title says n = \(title.en), but the table has \(total.en) (\(place.en))."))
  }

  /// The total over everything, where the table prints one.
  private func grandTotal(of block: Block) -> Int? {
    let whole = block.only(Place(period: block.wholePeriod, categories: []))
    return whole.flatMap { tables.cells[$0].isTotal ? $0 : nil }
  }

  private func distance(_ cell: Int, _ base: Double) -> Double { abs(tables.value(cell) - base) }
}
