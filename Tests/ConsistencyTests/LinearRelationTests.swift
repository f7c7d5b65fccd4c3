import Testing

@testable import Consistency

@Suite struct `A relation between cells` {
  private func plus(_ cells: Int...) -> [LinearRelation.Term] { cells.map { .init(cell: $0, sign: 1) } }

  @Test func `is a total against its parts`() {
    let sum = LinearRelation.sum(4, of: [1, 2])
    #expect(sum.text == "sum: +4 -1 -2 = 0")
    #expect(sum.subject == 4 && sum.others == [1, 2])
  }

  @Test func `is one sum against another, the same cell counted once`() {
    let agreement = LinearRelation.agreement(plus(0), plus(1))
    #expect(agreement.text == "agreement: +0 -1 = 0")
    #expect(agreement.subject == 0 && agreement.others == [1])
    #expect(LinearRelation.agreement(plus(0, 1), plus(1, 2)).text == "agreement: +0 -2 = 0")
    #expect(LinearRelation.agreement(plus(0), plus(0)).terms.isEmpty)
    #expect(LinearRelation.agreement(plus(0), [.init(cell: 0, sign: -1)]).text == "agreement: +2*0 = 0")
    #expect(LinearRelation.agreement([], plus(3)).subject == 0)
  }

  @Test func `is a part that does not exceed its whole`() {
    let bound = LinearRelation.bound(plus(3), atMost: plus(5, 6), subject: 3)
    #expect(bound.text == "bound: +3 -5 -6 <= 0")
    #expect(bound.subject == 3 && bound.others == [5, 6])
  }

  @Test(arguments: [(0, true), (5e-10, true), (-5e-10, true), (2e-9, false), (-2e-9, false), (1, false), (-1, false)])
  func `holds as an equality within a billionth`(_ excess: Double, _ holds: Bool) {
    #expect(LinearRelation.sum(0, of: [1, 2]).holds { [excess, -1, 1][$0] } == holds)
  }

  @Test(arguments: [(0, true), (-9, true), (5e-10, true), (2e-9, false), (1, false)])
  func `holds as a bound up to a billionth above it`(_ excess: Double, _ holds: Bool) {
    #expect(LinearRelation.bound(plus(0), atMost: plus(1), subject: 0).holds { [excess, 0][$0] } == holds)
  }

  @Test(arguments: [(-1, true), (-2, true), (-0.5, false), (0, false)])
  func `holds as a bound below zero`(_ excess: Double, _ holds: Bool) {
    var relation = LinearRelation.bound(plus(0), atMost: plus(1), subject: 0)
    relation.comparison = .atMost(-1)
    #expect(relation.holds { [excess, 0][$0] } == holds)
  }

  @Test func `is off by its signed sum`() {
    #expect(LinearRelation.sum(0, of: [1, 2]).excess { [10, 3, 4][$0] } == 3)
    #expect(LinearRelation.bound(plus(0), atMost: plus(1), subject: 0).excess { [2, 7][$0] } == -5)
  }

  @Test func `says which value of one cell makes it hold`() {
    let values = [10.0, 3, 4, 99]
    let sum = LinearRelation.sum(0, of: [1, 2])
    #expect(sum.repair(0) { values[$0] } == 7)
    #expect(sum.repair(1) { values[$0] } == 6)
    #expect(sum.repair(2) { values[$0] } == 7)
    #expect(sum.repair(3) { values[$0] } == nil)
    #expect(LinearRelation.bound(plus(0), atMost: plus(1), subject: 0).repair(0) { values[$0] } == nil)
    let doubled = LinearRelation.agreement(plus(0, 1), [.init(cell: 0, sign: -1)])
    #expect(doubled.repair(0) { values[$0] } == -1.5)
  }

  @Test func `has two sides, each with its own signs`() {
    let agreement = LinearRelation.agreement(plus(0), [.init(cell: 1, sign: 1), .init(cell: 2, sign: -1)])
    #expect(agreement.sides.left == plus(0))
    #expect(agreement.sides.right == [.init(cell: 1, sign: 1), .init(cell: 2, sign: -1)])
  }

  @Test func `knows the sign of each of its cells`() {
    let sum = LinearRelation.sum(0, of: [1, 2])
    #expect([0, 1, 2, 3].map(sum.sign) == [1, -1, -1, 0])
  }
}
