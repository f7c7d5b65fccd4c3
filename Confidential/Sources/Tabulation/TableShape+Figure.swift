internal import Model

extension TableShape {
  /// The shape of a figure's table, with the words that the figure gives.
  init(of figure: Figure, rows: [RowHeader], columns: [ColumnHeader]) {
    self.init(
      figure: figure.id, title: figure.title, unit: figure.unit, rows: rows, columns: columns,
      panels: figure.panels.map(\.name), chart: figure.chart, sourceLine: figure.sourceLine, notes: figure.notes,
      dataset: figure.dataset, constants: figure.constants, breaks: figure.breaks)
    statistics = figure.statistics
  }
}

extension TableShape.ColumnHeader {
  /// The only column of a figure that asks for none.
  static let only = Self(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)
}
