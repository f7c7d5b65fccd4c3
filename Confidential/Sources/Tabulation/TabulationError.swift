public import Model

/// Why a figure cannot be tabulated. Each names the figure.
public enum TabulationError: Error, Equatable, Sendable {
  case unknownVariable(figure: String, variable: String)
  case unknownValue(figure: String, variable: String, value: String)
  /// The figure asks of a variable what its kind cannot do, such as the mean of a category.
  case unsuited(figure: String, variable: String)
  /// A population names an exclusion rule that the cases did not pass.
  case unknownExclusion(figure: String, rule: String)
  /// The figure takes numbers from a count table that no source delivers.
  case unknownTable(figure: String, source: String, table: String)
  /// The figure has no such row or column.
  case unknownCell(figure: String, row: String, column: String)

  init(_ error: SelectionError, figure: String) {
    self =
      switch error {
      case .unknownVariable(let name): .unknownVariable(figure: figure, variable: name)
      case .unknownValue(let variable, let value): .unknownValue(figure: figure, variable: variable, value: value)
      case .unsuited(let variable): .unsuited(figure: figure, variable: variable)
      }
  }

  /// One sentence that names the figure and what it asks that is not there. Names come from the monitor folder.
  public var message: LocalizedText {
    let (figure, nl, en) = parts
    return LocalizedText(nl: "Figuur \(figure): \(nl).", en: "Figure \(figure): \(en).")
  }

  private var parts: (figure: String, nl: String, en: String) {
    switch self {
    case .unknownVariable(let figure, let variable):
      (figure, "de variabele '\(variable)' bestaat hier niet", "there is no variable '\(variable)' here")
    case .unknownValue(let figure, let variable, let value):
      (figure, "de variabele '\(variable)' kent de waarde '\(value)' niet", "'\(variable)' has no value '\(value)'")
    case .unsuited(let figure, let variable):
      (
        figure, "wat gevraagd wordt past niet bij de soort van de variabele '\(variable)'",
        "what is asked does not suit the kind of '\(variable)'"
      )
    case .unknownExclusion(let figure, let rule):
      (figure, "de uitsluitingsregel '\(rule)' bestaat niet", "there is no exclusion rule '\(rule)'")
    case .unknownTable(let figure, let source, let table):
      (
        figure, "de melder '\(source)' levert geen tabel '\(table)'",
        "the source '\(source)' delivers no table '\(table)'"
      )
    case .unknownCell(let figure, let row, let column):
      (figure, "er is geen cel '\(row)' bij '\(column)'", "there is no cell '\(row)' by '\(column)'")
    }
  }
}
