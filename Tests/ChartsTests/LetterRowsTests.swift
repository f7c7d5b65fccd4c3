import Testing

@testable import Charts

/// Letters at their years, on rows below each other where years stand closer than letters are wide.
@Suite struct LetterRowsTests {
  @Test func `letters with room stand on one row at their places`() {
    let rows = LetterRows([("a", 20), ("b", 60)], y: 10, within: 0...100)
    #expect(rows.pieces == [Pen.letters("a", x: 20, y: 10), Pen.letters("b", x: 60, y: 10)])
    #expect(rows.depth == 0)
  }

  @Test func `letters that would touch go down a row, and the next ones come up again`() {
    let rows = LetterRows([("a", 20), ("b", 30), ("c", 40), ("d", 45)], y: 10, within: 0...100)
    #expect(
      rows.pieces == [
        Pen.letters("a", x: 20, y: 10), Pen.letters("b", x: 30, y: 29), Pen.letters("c", x: 40, y: 10),
        Pen.letters("d", x: 45, y: 48),
      ])
    #expect(rows.depth == 38)
  }

  @Test func `at an edge letters move inwards`() {
    let half = Pen.widthOfLetters("a b c") / 2
    let rows = LetterRows([("a b c", 2), ("a b c", 99)], y: 10, within: 0...100)
    #expect(rows.pieces == [Pen.letters("a b c", x: half, y: 10), Pen.letters("a b c", x: 100 - half, y: 10)])
  }

  @Test func `without letters there is nothing`() {
    let rows = LetterRows([], y: 10, within: 0...100)
    #expect(rows.pieces.isEmpty && rows.depth == 0)
  }
}
