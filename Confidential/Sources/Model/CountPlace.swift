/// Which number of its source a delivered count is.
package struct CountPlace: Hashable, Sendable {
  /// Name of the `CountTable`.
  package var table: String
  package var year: Int
  /// One an axis of the table, in their order: index into the axis' words, or nil for all of them together (a total, or
  /// the base of a table with several answers).
  package var words: [Int?]

  package init(table: String, year: Int, words: [Int?]) {
    self.table = table
    self.year = year
    self.words = words
  }

  /// The same with another word, or none, on one axis.
  package func with(_ word: Int?, onAxis axis: Int) -> CountPlace {
    var place = self
    place.words[axis] = word
    return place
  }
}
