import Model
import Testing

@testable import Charts

@Suite struct AxisTests {
  @Test(
    arguments: [
      (0, 5, ["0", "1"], ["0", "1"]), (-3, 5, ["0", "1"], ["0", "1"]), (1, 5, ["0", "1"], ["0", "1"]),
      (5, 5, ["0", "1", "2", "3", "4", "5"], ["0", "1", "2", "3", "4", "5"]),
      (5.01, 5, ["0", "2", "4", "6"], ["0", "2", "4", "6"]), (10, 5, ["0", "2", "4", "6", "8", "10"], nil),
      (10.5, 5, ["0", "5", "10", "15"], nil), (25, 5, ["0", "5", "10", "15", "20", "25"], nil),
      (25.1, 5, ["0", "10", "20", "30"], nil), (50, 5, ["0", "10", "20", "30", "40", "50"], nil),
      (51, 5, ["0", "20", "40", "60"], nil),
      (3000, 3, ["0", "1.000", "2.000", "3.000"], ["0", "1,000", "2,000", "3,000"]),
      (3001, 3, ["0", "2.000", "4.000"], nil), (0.5, 5, ["0,0", "0,1", "0,2", "0,3", "0,4", "0,5"], nil),
      (0.06, 5, ["0,0", "0,1"], ["0.0", "0.1"]), (0.05, 5, ["0,00", "0,01", "0,02", "0,03", "0,04", "0,05"], nil),
      (0.0004, 5, ["0,000", "0,001"], ["0.000", "0.001"]), (7, 8, ["0", "1", "2", "3", "4", "5", "6", "7"], nil),
      (7, 4, ["0", "2", "4", "6", "8"], nil), (90_000, 4, ["0", "50.000", "100.000"], nil),
    ] as [(Double, Int, [String], [String]?)])
  func `steps are the smallest round number of which so many reach the maximum, a power of ten below that many`(
    _ maximum: Double, _ count: Int, _ dutch: [String], _ english: [String]?
  ) {
    let axis = Axis(upTo: maximum, about: count)
    #expect(axis.ticks.map { axis.label(of: $0, in: .nl) } == dutch)
    if let english { #expect(axis.ticks.map { axis.label(of: $0, in: .en) } == english) }
  }

  @Test func `a scale asks for five steps by itself`() {
    #expect(Axis(upTo: 50) == Axis(upTo: 50, about: 5))
    #expect(Axis(upTo: 50) != Axis(upTo: 50, about: 4))
  }

  /// Seeded maxima over six powers of ten, against the plain search for the smallest round step.
  @Test func `there are at most so many steps, and one less would be too few`() {
    var state: UInt64 = 8
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    for _ in 0..<500 {
      let maximum = (next() * 1_000_000).rounded(.up)
      let count = 3 + Int(next() * 6)
      let axis = Axis(upTo: maximum, about: count)
      var step = 1.0
      let factors = [2, 2.5, 2]
      var turn = 0
      while step * Double(count) < maximum {
        step *= factors[turn % 3]
        turn += 1
      }
      let expected = (0...Int((maximum / step).rounded(.up))).map { Double($0) * step }
      #expect(axis.ticks == (maximum >= Double(count) ? expected : axis.ticks), "\(maximum) in \(count)")
      #expect(axis.end >= maximum && axis.ticks.count <= count + 1)
    }
  }
}
