import Model
import Testing

@testable import Tabulation

private let three = CountAnswer(value: .number(Quantity(3)))
private let half = CountAnswer(value: .number(Quantity(numerator: 1, denominator: 2, decimals: 1)))
private let early = CountAnswer(value: .number(Quantity(4)), isProvisional: true)

private func absent(_ absence: Absence) -> CountAnswer { CountAnswer(value: .absent(absence)) }

struct CountAnswerTests {
  struct Sum: Sendable, CustomTestStringConvertible {
    var parts: [CountAnswer]
    /// What the parts are together, and what they are as a total.
    var together: CellValue
    var total: CellValue
    var testDescription: String { "\(parts.map(\.cellValue))" }
    init(_ parts: [CountAnswer], _ together: CellValue, total: CellValue? = nil) {
      (self.parts, self.together, self.total) = (parts, together, total ?? together)
    }
  }

  static let sums = [
    Sum([], .notApplicable),
    Sum([three], .exact(Quantity(3))),
    Sum([three, three], .exact(Quantity(6))),
    Sum([three, early], .provisional(Quantity(7))),
    Sum([three, half], .exact(Quantity(numerator: 7, denominator: 2, decimals: 1))),
    Sum([half, half], .exact(Quantity(numerator: 2, denominator: 2, decimals: 1))),
    Sum([three, absent(.notApplicable)], .exact(Quantity(3))),
    Sum([absent(.notApplicable), absent(.notApplicable)], .notApplicable),
    Sum([three, absent(.notAsked)], .notAsked, total: .exact(Quantity(3))),
    Sum([three, absent(.notRecorded)], .notRecorded, total: .exact(Quantity(3))),
    Sum([absent(.notAsked), absent(.notRecorded)], .notRecorded),
    Sum([absent(.notAsked), absent(.notApplicable)], .notAsked),
    Sum([three, absent(.notDelivered)], .notDelivered),
    Sum([three, absent(.notRecorded), absent(.notDelivered)], .notDelivered),
    Sum([three, absent(.notDelivered), absent(.notDerivable)], .notDerivable),
  ]

  @Test(arguments: sums) func `the gravest reason is that of the sum, and totals leave out what is not kept`(_ sum: Sum)
  {
    #expect(CountAnswer.sum(sum.parts, asTotal: false).cellValue == sum.together)
    #expect(CountAnswer.sum(sum.parts, asTotal: true).cellValue == sum.total)
  }

  @Test func `a sum keeps the cells it was read from`() {
    func part(_ row: Int) -> CountPart {
      CountPart(source: "care", table: "t", period: "2024", year: 2024, words: [], sourceRow: row)
    }
    let sum = CountAnswer.sum(
      [
        CountAnswer(value: .number(Quantity(1)), parts: [part(2)]),
        CountAnswer(value: .absent(.notDelivered), parts: [part(5), part(6)]),
      ], asTotal: true)
    #expect(sum.parts.map(\.sourceRow) == [2, 5, 6])
    #expect(sum.quantity == nil)
    #expect(sum.absence == .notDelivered)
  }

  @Test func `a share is exact, provisional when either is, and says why there is none`() {
    let twelve = CountAnswer(value: .number(Quantity(12)))
    let zero = CountAnswer(value: .number(Quantity(0)))
    func per(_ part: CountAnswer, _ whole: CountAnswer) -> CellValue { part.share(of: whole, decimals: 1) }
    #expect(per(three, twelve) == .exact(Quantity(numerator: 300, denominator: 12, decimals: 1)))
    #expect(per(half, three) == .exact(Quantity(numerator: 100, denominator: 6, decimals: 1)))
    #expect(per(three, half) == .exact(Quantity(numerator: 600, denominator: 1, decimals: 1)))
    #expect(per(three, early) == .provisional(Quantity(numerator: 300, denominator: 4, decimals: 1)))
    #expect(per(early, twelve) == .provisional(Quantity(numerator: 400, denominator: 12, decimals: 1)))
    #expect(per(three, zero) == .undefined)
    #expect(per(absent(.notAsked), twelve) == .notAsked)
    #expect(per(three, absent(.notDelivered)) == .notDelivered)
    #expect(per(absent(.notRecorded), absent(.notDelivered)) == .notRecorded)
  }
}
