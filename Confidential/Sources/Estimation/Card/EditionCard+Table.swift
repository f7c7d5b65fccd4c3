package import Model
import Tabulation

extension EditionCard {
  /// One row a method: persons seen, and the estimated total with its 95% interval.
  var table: ConfidentialTable {
    let method = LocalizedText(nl: "methode", en: "method")
    let outcome = LocalizedText(nl: "uitkomst", en: "outcome")
    let rows = card.estimates.map { value in
      TableShape.RowHeader(
        key: value.method.rawValue, name: method, label: value.method.label,
        measure: LocalizedText(nl: "personen, gezien en geschat", en: "persons, seen and estimated"),
        unit: .named(plan.unit.label))
    }
    let columns = [
      ("observed", LocalizedText(nl: "waargenomen", en: "observed")),
      ("estimate", LocalizedText(nl: "geschat totaal", en: "estimated total")),
    ].map { TableShape.ColumnHeader(key: $0.0, name: outcome, label: $0.1, panel: 0) }
    var shape = TableShape(
      figure: figure, title: title, unit: plan.unit, rows: rows, columns: columns, panels: [outcome], chart: .none,
      sourceLine: plan.sourceLine, notes: notes)
    shape.countedOnce = countedOnce
    let seen = Cell(.exact(Quantity(card.observed)), rung: .linked)
    return ConfidentialTable(
      shape: shape, cells: card.estimates.map { [seen, Cell($0.cellValue, rung: .estimated)] })
  }

  /// Who is estimated, and the assumption of every method.
  private var notes: [LocalizedText] {
    [plan.population] + [periodNote].compactMap(\.self) + plan.notes
      + card.estimates.map { value in
        LocalizedText(
          nl: "\(value.method.label.nl): \(value.method.assumption.nl)"
            + (card.doubt(of: value).map { " Telt niet mee: \($0.text.nl)." } ?? ""),
          en: "\(value.method.label.en): \(value.method.assumption.en)"
            + (card.doubt(of: value).map { " Does not count: \($0.text.en)." } ?? ""))
      }
  }

  /// Said plainly when the lists are about other years than the edition.
  package var periodNote: LocalizedText? {
    guard plan.years != monitor.years else { return nil }
    let years = "\(monitor.years.lowerBound)-\(monitor.years.upperBound)"
    return LocalizedText(
      nl: "Let op: deze schatting gaat over \(period); de andere cijfers van deze editie gaan over \(years).",
      en: "Note: this estimate is about \(period); the other figures of this edition are about \(years).")
  }
}

extension PopulationEstimate {
  /// The estimate in whole persons with its 95% interval, or without one where there is none, and no number where there
  /// is no estimate.
  var cellValue: CellValue {
    guard let estimate, estimate.isFinite, estimate < 1e12 else { return .notEstimable }
    let total = Quantity(Int(estimate.rounded()))
    guard let interval = shownInterval(level: 0.95), interval.lower.isFinite, interval.upper.isFinite,
      interval.upper < 1e12
    else { return .estimateWithoutInterval(total) }
    return .estimate(
      total, lower: Quantity(Int(interval.lower.rounded())), upper: Quantity(Int(interval.upper.rounded())),
      percent: 95)
  }
}
