import Model
import Testing

/// The values are bytes that stores keep: each number here is one that was written once.
struct NumberValueTests {
  @Test func `missing reasons are the four lowest values`() {
    #expect(
      [Missing.unknown, .notAsked, .notApplicable, .notDelivered].map { NumberValue($0).packed }
        == [-2_147_483_648, -2_147_483_647, -2_147_483_646, -2_147_483_645])
    #expect(NumberValue.numbers == -2_147_483_644...2_147_483_647)
  }

  @Test(arguments: Missing.allCases)
  func `a missing number has its reason and no number`(_ reason: Missing) {
    let value = NumberValue(reason)
    #expect(value.missing == reason)
    #expect(value.number == nil)
    #expect(!value.isKnown)
  }

  @Test(arguments: [-2_147_483_644, -2_147_483_643, -1, 0, 1, 17, 2_147_483_647] as [Int32])
  func `every other value is a number`(_ number: Int32) {
    #expect(NumberValue(number).number == number)
    #expect(NumberValue(number).missing == nil)
    #expect(NumberValue(number).isKnown)
  }
}
