/// Letters below an axis, each at its place, on as many rows as it takes for none to touch another.
///
/// From left to right each comes on the first row where the one before it ends 2 to the left of it; a row is 19 high. At
/// an edge letters move inwards.
struct LetterRows {
  /// From one row to the next: a box of 17 with some air.
  static let leading = 19.0

  let pieces: [Markup]
  /// What they take below their first row.
  let depth: Double

  /// - Parameters:
  ///   - wished: Letters and the middle of what they belong to, from left to right.
  ///   - y: The middle of the first row.
  ///   - edges: Where the paper begins and ends.
  init(_ wished: [(letters: String, x: Double)], y: Double, within edges: ClosedRange<Double>) {
    var ends: [Double] = []
    var pieces: [Markup] = []
    for (letters, x) in wished {
      let half = Pen.widthOfLetters(letters) / 2
      let place = min(max(x, edges.lowerBound + half), edges.upperBound - half)
      let row = ends.firstIndex { $0 + 2 <= place - half } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = place + half
      pieces.append(Pen.letters(letters, x: place, y: y + Double(row) * Self.leading))
    }
    self.pieces = pieces
    depth = Double(max(ends.count - 1, 0)) * Self.leading
  }
}
