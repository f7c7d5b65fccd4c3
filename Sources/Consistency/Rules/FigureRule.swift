internal import Model

/// What a rule over one figure has at hand.
struct FigureRule {
  let figure: FigureArithmetic
  let cells: [TableCell]
  let report: String
  /// Cells that stand in a sum or formula that holds: what they are is borne out.
  let borneOut: Set<Int>

  func contradiction(
    _ kind: Contradiction.Kind, severity: Contradiction.Severity = .error, _ numbers: [Int], expected: String,
    _ nl: String, _ en: String
  ) -> Contradiction {
    let first = cells[numbers[0]]
    let place = place(first)
    return Contradiction(
      report: report, figure: first.figure, kind: kind, severity: severity, cells: numbers.map { cells[$0] },
      expected: expected, published: first.value.map { NumberText.plain($0, decimals: first.decimals) } ?? "",
      sentence: LocalizedText(nl: "\(place): \(nl)", en: "\(place): \(en)"))
  }

  /// `fig-1, aandeel, Vrouw, 2019`
  func place(_ cell: TableCell) -> String {
    let several = figure.grid.blocks.count > 1
    let measure = several || cell.dimensions.isEmpty ? [cell.measure].filter { !$0.isEmpty } : []
    return ([cell.figure] + measure + cell.dimensions.map(\.value)).joined(separator: ", ")
  }

  func printed(_ number: Int) -> LocalizedText {
    NumberText.printed(cells[number].value ?? 0, decimals: cells[number].decimals)
  }
}
