import Testing

@testable import Consistency

@Suite struct `The search for repairs` {
  private func plus(_ cells: Int...) -> [LinearRelation.Term] { cells.map { .init(cell: $0, sign: 1) } }

  private func agreement(_ one: Int, _ other: Int) -> LinearRelation { .agreement(plus(one), plus(other)) }

  private func bound(_ small: Int, atMost large: Int) -> LinearRelation {
    .bound(plus(small), atMost: plus(large), subject: small)
  }

  /// `cell: old -> new [mended]`, and what stays unexplained.
  private func outcome(_ relations: [LinearRelation], _ values: [Double]) -> (repairs: [String], unexplained: [Int]) {
    var search = RepairSearch(relations: relations, values: values)
    let outcome = search.run()
    let repairs = outcome.repairs.map {
      "\($0.cell): \(NumberText.plain($0.old)) -> \(NumberText.plain($0.new)) \($0.mended)"
    }
    return (repairs, outcome.unexplained)
  }

  @Test func `finds nothing where everything holds`() {
    let found = outcome([.sum(0, of: [1, 2]), bound(1, atMost: 0)], [5, 2, 3])
    #expect(found.repairs.isEmpty && found.unexplained.isEmpty)
  }

  @Test func `finds the cell that mends its row and its column`() {
    let found = outcome([.sum(0, of: [1, 2]), .sum(3, of: [1, 4])], [10, 7, 6, 9, 5])
    #expect(found.repairs == ["1: 7 -> 4 [0, 1]"])
    #expect(found.unexplained.isEmpty)
  }

  @Test func `proposes none of several cells of a lone sum`() {
    let found = outcome([.sum(0, of: [1, 2])], [10, 7, 6])
    #expect(found.repairs.isEmpty && found.unexplained == [0])
  }

  @Test func `proposes the one cell of a lone sum that breaks nothing`() {
    let found = outcome([.sum(0, of: [1, 2]), bound(1, atMost: 3), bound(2, atMost: 4)], [10, 4, 5, 4, 5])
    #expect(found.repairs == ["0: 10 -> 9 [0]"])
    let agreed = outcome([.sum(0, of: [1, 2]), agreement(1, 3), agreement(0, 4)], [10, 4, 5, 4, 10])
    #expect(agreed.repairs == ["2: 5 -> 6 [0]"])
  }

  @Test func `proposes no number below zero`() {
    #expect(outcome([.sum(0, of: [1, 2])], [3, 5, 4]).repairs == ["0: 3 -> 9 [0]"])
    #expect(outcome([.sum(0, of: [1, 2])], [4, 5, 4]).repairs.isEmpty)
  }

  @Test func `does not tell which of two figures is wrong, unless a third one does`() {
    let two = outcome([agreement(0, 1)], [5, 6])
    #expect(two.repairs.isEmpty && two.unexplained == [0])
    let three = outcome([agreement(0, 1), agreement(0, 2), agreement(1, 2)], [5, 6, 6])
    #expect(three.repairs == ["0: 5 -> 6 [0, 1]"])
  }

  @Test func `takes a sum and an agreement for two witnesses`() {
    let found = outcome([.sum(0, of: [1, 2]), agreement(0, 3)], [10, 7, 6, 13])
    #expect(found.repairs == ["0: 10 -> 13 [0, 1]"])
  }

  @Test func `prefers the nearest misprint among cells that mend as much`() {
    let relations: [LinearRelation] = [.sum(0, of: [1, 2]), .sum(3, of: [1, 2])]
    #expect(outcome(relations, [49, 34, 6, 49]).repairs == ["1: 34 -> 43 [0, 1]"])
    let equal = outcome(relations, [13, 4, 6, 13])
    #expect(equal.repairs.isEmpty && equal.unexplained == [0, 1])
  }

  @Test func `settles contradictions that have nothing in common one by one`() {
    let found = outcome(
      [.sum(0, of: [1, 2]), .sum(3, of: [1, 4]), .sum(5, of: [6, 7]), .sum(8, of: [6, 9])],
      [10, 7, 6, 9, 5, 10, 7, 6, 9, 5])
    #expect(found.repairs == ["1: 7 -> 4 [0, 1]", "6: 7 -> 4 [2, 3]"])
  }

  @Test func `passes over rivals to a cell that has none`() {
    let found = outcome([.sum(0, of: [1, 2]), .sum(3, of: [4, 5])], [10, 7, 6, 3, 5, 4])
    #expect(found.repairs == ["3: 3 -> 9 [1]"])
    #expect(found.unexplained == [0])
  }

  @Test func `takes a bound for a witness against a value and not for one`() {
    // Lowering cell 0 mends the sum and the bound; the bound adds nothing, so that cell 1 scores as much.
    let found = outcome([.sum(0, of: [1, 2]), bound(0, atMost: 3)], [10, 4, 5, 9])
    #expect(found.repairs.isEmpty && found.unexplained == [0, 1])
  }

  @Test func `proposes nothing for a bound or a ranking alone`() {
    var rank = bound(1, atMost: 0)
    rank.kind = .rank
    rank.comparison = .zero
    let found = outcome([bound(0, atMost: 1), rank], [6, 5])
    #expect(found.repairs.isEmpty && found.unexplained == [0, 1])
  }

  @Test func `changes a cell once, and leaves what it does not mend`() {
    let found = outcome([.sum(0, of: [1, 2]), .sum(3, of: [1, 4]), agreement(1, 5)], [10, 7, 6, 9, 5, 8])
    #expect(found.repairs == ["1: 7 -> 4 [0, 1]"])
    #expect(found.unexplained == [2])
  }
}

@Suite struct `A misprint` {
  @Test(
    arguments: [
      (5, 5, 0, false), (240, 241, 1, false), (123, 145, 2, false), (123, 456, 3, false), (1108, 1018, 1, true),
      (12, 21, 1, true),
      (321, 123, 1, true), (1234, 2143, 4, false), (9, 10, 3, false), (12, 345, 4, false), (345, 12, 4, false),
      (12, 13, 1, false), (12, 31, 2, false), (12, 23, 2, false), (112, 221, 3, false),
    ] as [(Double, Double, Int, Bool)])
  func `is as far as the digits to change, two of them swapped for one`(
    _ old: Double, _ new: Double, _ distance: Int, _ isSwap: Bool
  ) {
    #expect(Misprint.distance(from: old, to: new) == distance)
    #expect(Misprint.isTransposition(old, new) == isSwap)
  }
}
