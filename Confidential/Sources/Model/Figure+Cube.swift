extension Figure {
  /// The table of the open data that the cube is; no other figure may have the name.
  public static let cubeDataset = "cube"

  /// All crosses of some dimensions up to an order, counted as one of the figures of an edition is.
  ///
  /// A cube is nothing but tables: one for each pair of dimensions, with its totals, and of each three dimensions one table
  /// for each category of the first. So it goes through the one door that all tables go through, and its cells are the cells of
  /// the figures where they are about the same. Every table takes all categories of the codebook, and *unknown*; none comes
  /// from the data.
  ///
  /// - Parameters:
  ///   - dimensions: Axes, in the order of the codes and with the words of the edition.
  ///   - order: How many are crossed at once; 1 to 3, and at most as many as there are dimensions.
  ///   - isSet: Whether a variable may have several answers.
  public func cube(
    _ dimensions: [Dimension], order: Int, measure: LocalizedText, isSet: (_ variable: String) -> Bool,
    label: (_ variable: String, _ code: String) -> LocalizedText
  ) -> [Figure] {
    guard case .counted(let counted) = numbers else { return [] }
    // Years first: a table that names no years is then known to be about all of them.
    let axes = dimensions.filter { $0.variable == "year" } + dimensions.filter { $0.variable != "year" }
    if order == 1 || axes.count == 1 {
      return axes.map { part([$0], Self.cross(counted, rows: $0, columns: nil, hasTotals: true), measure: measure) }
    }
    var tables: [Figure] = []
    for (first, column) in axes.enumerated() {
      for row in axes[(first + 1)...] {
        let numbers = Self.cross(counted, rows: row, columns: column, hasTotals: true)
        tables.append(part([row, column], numbers, measure: measure))
      }
    }
    guard order > 2 else { return tables }
    for (first, held) in axes.enumerated() {
      for (second, column) in axes.enumerated().dropFirst(first + 1) {
        for (row, code) in axes[(second + 1)...].flatMap({ row in held.order.map { (row, $0) } }) {
          var numbers = Self.cross(counted, rows: row, columns: column, hasTotals: false)
          numbers.filter = Self.both(counted.filter, Self.holds(code, of: held.variable, isSet(held.variable)))
          let constant = TableShape.Constant(name: held.name, label: label(held.variable, code))
          tables.append(part([row, column], numbers, measure: measure, at: (held, code, constant)))
        }
      }
    }
    return tables
  }

  /// One table of the cube.
  private func part(
    _ used: [Dimension], _ numbers: Counted, measure: LocalizedText,
    at held: (axis: Dimension, code: String, constant: TableShape.Constant)? = nil
  ) -> Figure {
    var figure = self
    let name = used.map(\.variable) + (held.map { [$0.axis.variable, $0.code] } ?? [])
    figure.id = ([Self.cubeDataset] + name).joined(separator: "-")
    figure.dataset = Self.cubeDataset
    figure.title = Self.title(of: used + (held.map { [$0.axis] } ?? []))
    (figure.measure, figure.numbers, figure.chart) = (measure, .counted(numbers), .none)
    (figure.notes, figure.breaks) = ([], [])
    figure.constants = held.map { [$0.constant] } ?? []
    return figure
  }

  private static func cross(
    _ counted: Counted, rows: Dimension, columns: Dimension?, hasTotals: Bool
  ) -> Counted {
    let total = LocalizedText(nl: "Totaal", en: "Total")
    return Counted(
      population: counted.population, filter: counted.filter, rows: .dimension(rows),
      panels: columns.map { [$0] } ?? [],
      rowTotal: hasTotals ? Total(label: total, basis: .base) : nil,
      columnTotal: hasTotals ? Total(label: total, name: columns?.name ?? LocalizedText(""), basis: .base) : nil)
  }

  private static func holds(_ code: String, of variable: String, _ isSet: Bool) -> Condition {
    isSet && Missing(word: code) == nil
      ? .hasAny(variable: variable, values: [code]) : .isIn(variable: variable, values: [code])
  }

  private static func both(_ filter: Condition?, _ condition: Condition) -> Condition {
    filter.map { .all([$0, condition]) } ?? condition
  }

  private static func title(of axes: [Dimension]) -> LocalizedText {
    LocalizedText(
      nl: "Kubus: " + axes.map(\.name.nl).joined(separator: ", "),
      en: "Cube: " + axes.map(\.name.en).joined(separator: ", "))
  }
}

extension TableShape {
  /// Whether the table is a part of the cube, which is a file and no page.
  public var isOfCube: Bool { dataset == Figure.cubeDataset }
}
