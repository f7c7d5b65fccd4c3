/// The tables of one report as someone published them, and what its list of figures says about them.
package struct PublishedReport: Sendable {
  /// As claims and lists of figures call it.
  var name: String
  /// In the order of the files.
  package var cells: [TableCell]
  var figures: [FigureEntry]

  package init(name: String, cells: [TableCell], figures: [FigureEntry] = []) {
    self.name = name
    self.cells = cells
    self.figures = figures
  }
}

/// A line of a list of figures: title and published n.
package struct FigureEntry: Equatable, Sendable {
  /// The name of the report that has the figure.
  package var report: String
  var figure: String
  var title: String
  /// The n of the title; nil where none is printed.
  var base: Double?
  /// Whether every number of the figure is in the table.
  var isFull: Bool

  /// Reads `report,figure,title,n_published,completeness,…`; `n=1.476` has a thousands separator.
  package static func entries(csv text: String) -> [FigureEntry] {
    TidyText(text).rows.map { row in
      let digits = row["n_published"].filter(\.isNumber)
      return FigureEntry(
        report: row["report"], figure: row["figure"], title: row["title"], base: Double(digits),
        isFull: row["completeness"] == "full")
    }
  }
}
