/// What a person says about a table that was not understood as it was meant.
package struct ReadingCorrection: Equatable, Sendable {
  /// Rows of the head; everything above the first of them is left out.
  package var headRows: Int?
  /// Columns with labels, from the left.
  package var labelColumns: Int?
  /// `,` or `.`
  package var decimal: Character?
  /// What is counted; nil for what the table seems to say.
  package var unit: String?
  /// Labels that are totals, whatever arithmetic says.
  package var totals: Set<String> = []
  /// Not to be read at all.
  package var isLeftOut = false

  package init() {}
}
