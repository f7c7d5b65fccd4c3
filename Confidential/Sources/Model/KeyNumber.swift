/// A number that readers come for: a place in a figure, with a noun of its own for the overview.
public struct KeyNumber: Equatable, Sendable {
  public var figure: String
  /// Key of the row.
  public var row: String
  /// Key of the column; nil for the last year of the figure, or its only column.
  public var column: String?
  /// What is counted, without a number and without a verdict: `vermoedelijke slachtoffers gemeld`.
  public var label: LocalizedText
  /// The line of the folder it stands on.
  public var line: Int

  public init(figure: String, row: String, column: String? = nil, label: LocalizedText, line: Int = 1) {
    self.figure = figure
    self.row = row
    self.column = column
    self.label = label
    self.line = line
  }
}

/// Under which terms others may use an edition.
public struct Licence: Equatable, Sendable {
  /// `CC BY 4.0`.
  public var name: String
  /// Where its text is, `https://…`.
  public var link: String

  public init(name: String, link: String) {
    self.name = name
    self.link = link
  }
}
