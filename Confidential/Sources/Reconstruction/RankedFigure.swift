internal import Model

/// What the places of a top-N figure say about categories it does not name: each stays below the last named place.
struct RankedFigure {
  private let figure: Figure
  private let cells: [PublishedCell]
  private let dimension: Figure.Dimension?
  private let measures: [String]

  init(_ figure: Figure, _ counted: Figure.Counted, _ published: [PublishedCell]) {
    self.figure = figure
    cells = published.filter { $0.figure == figure.dataset }
    switch counted.rows {
    case .top(let dimension, _, let inColumn, let inTotal):
      self.dimension = dimension
      measures = [inColumn.nl, inTotal.nl]
    case .dimension, .series:
      dimension = nil
      measures = []
    }
  }

  func isRank(_ cell: PublishedCell) -> Bool { measures.contains(cell.measure) }

  /// Two categories with successive published places in one column.
  struct Succession {
    /// The published place of the second.
    var place: PublishedCell
    var before: PublishedCell
    var after: PublishedCell
    var isTie: Bool
  }

  /// Each published place but the first of its column, with the counts it compares.
  func places() -> [Succession] {
    var result: [Succession] = []
    var done: Set<[String]> = []
    for cell in cells where isRank(cell) && done.insert([cell.columnAxis, cell.column]).inserted {
      let ranked = cells.filter { isRank($0) && $0.columnAxis == cell.columnAxis && $0.column == cell.column }
        .sorted { ($0.scaledValue, $0.row) < ($1.scaledValue, $1.row) }
      for (first, second) in zip(ranked, ranked.dropFirst()) {
        guard let before = count(at: first), let after = count(at: second) else { continue }
        let isTie = first.scaledValue == second.scaledValue
        result.append(Succession(place: second, before: before, after: after, isTie: isTie))
      }
    }
    return result
  }

  /// The published count in the same place as a rank.
  private func count(at rank: PublishedCell) -> PublishedCell? {
    cells.first {
      $0.measure == figure.measure.nl && $0.row == rank.row && $0.columnAxis == rank.columnAxis
        && $0.column == rank.column
    }
  }

  /// For each category without a published number in a column with published places, the most it can count there.
  func bounds(categories columns: Columns) -> [PublishedCell] {
    guard let dimension, let variable = columns.variable(named: dimension.variable) else { return [] }
    var result: [PublishedCell] = []
    var done: Set<[String]> = []
    for place in cells where isRank(place) && done.insert([place.columnAxis, place.column]).inserted {
      let inColumn = cells.filter { $0.columnAxis == place.columnAxis && $0.column == place.column }
      let ranked = Set(inColumn.filter(isRank).map(\.row))
      let counts = inColumn.filter { $0.measure == figure.measure.nl }
      guard ranked.count > 1, let least = counts.filter({ ranked.contains($0.row) }).map(\.scaledValue).min() else {
        continue
      }
      let named = Set(counts.map(\.row))
      for category in variable.categories where !named.contains(category.label.nl) {
        result.append(
          PublishedCell(
            figure: figure.id, measure: figure.measure.nl, rowAxis: dimension.name.nl, row: category.label.nl,
            columnAxis: place.columnAxis, column: place.column, scaledValue: least - 1, decimals: 0, isTotal: false))
      }
    }
    return result
  }
}
