/// The tables of one report as someone published them, and what its list of figures says about them.
public struct PublishedReport: Sendable {
  public var name: String
  public var cells: [TableCell]
  public var figures: [FigureEntry]

  public init(name: String, cells: [TableCell], figures: [FigureEntry] = []) {
    self.name = name
    self.cells = cells
    self.figures = figures
  }
}

/// A line of a list of figures: title and published n.
public struct FigureEntry: Equatable, Sendable {
  public var report: String
  public var figure: String
  public var title: String
  /// The n of the title; nil where none is printed.
  public var base: Double?
  /// Whether every number of the figure is in the table.
  public var isFull: Bool

  public init(report: String, figure: String, title: String, base: Double?, isFull: Bool) {
    self.report = report
    self.figure = figure
    self.title = title
    self.base = base
    self.isFull = isFull
  }

  /// Reads `report,figure,title,n_published,completeness,…`; `n=1.476` has a thousands separator.
  public static func entries(csv text: String) -> [FigureEntry] {
    TidyText(text).rows.map { row in
      let digits = row["n_published"].filter(\.isNumber)
      return FigureEntry(
        report: row["report"], figure: row["figure"], title: row["title"], base: Double(digits),
        isFull: row["completeness"] == "full")
    }
  }
}
