@testable import Estimation
import Testing

@Suite struct DerivedNumberTests {
  @Test func `54 seen of 1,320 estimated is 4.1 per cent, and of 1,000 to 2,000 it is 2.7 to 5.4`() throws {
    let share = try #require(DerivedNumber.share(seen: 54, of: DerivedNumber(value: 1320, interval: 1000...2000)))
    #expect((share.value * 10).rounded() / 10 == 4.1)
    #expect(share.interval == 2.7...5.4)
  }

  @Test func `what was seen in five years is a share of five yearly estimates`() throws {
    let share = try #require(DerivedNumber.share(seen: 364, of: DerivedNumber(value: 1300), times: 5))
    #expect(share == DerivedNumber(value: 5.6))
  }

  @Test func `there is no share of nothing, nor of an interval that begins there`() {
    #expect(DerivedNumber.share(seen: 1, of: DerivedNumber(value: 0)) == nil)
    #expect(DerivedNumber.share(seen: 1, of: DerivedNumber(value: 5, interval: 0...9)) == nil)
  }

  @Test func `a tenth of 5,000 and a fifth more is 600, and its limits go along`() {
    let part = DerivedNumber.part(of: DerivedNumber(value: 5000, interval: 4000...7500), factors: [0.1, 1.2])
    #expect(part.value == 600 && part.interval == 480...900)
  }
}
