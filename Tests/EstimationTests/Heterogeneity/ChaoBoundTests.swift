@testable import Estimation
import Invented
import Testing

struct ChaoBoundTests {
  /// f1 = 90, f2 = 30 and f3 = 5 on three lists: T = (2/3) 90² / 60 = 90, r = 3, se² = 30 (3 + 12 + 9) = 720.
  static let table = "A,B,C,count\n1,0,0,31\n0,1,0,32\n0,0,1,27\n1,1,0,11\n1,0,1,9\n0,1,1,10\n1,1,1,5\n"

  @Test func `the bound has Chao's interval, above the persons seen`() async throws {
    let bound = try CaptureHistories(parsing: Self.table).chaoBound
    #expect(abs(bound.corrected - 215) < 1e-9 && abs(bound.standardError - 720.0.squareRoot()) < 1e-9)
    let interval = bound.interval(level: 0.95)
    #expect(abs(interval.lower - 175.798) < 0.001 && abs(interval.upper - 284.455) < 0.001)
    let estimate = try await CaptureHistories(parsing: Self.table).estimate(by: .chao, using: .init(seed: 1))
    #expect(estimate.intervals.last == interval && estimate.intervals.count == 2)
  }

  @Test func `nobody on exactly two lists leaves no upper limit, nobody on exactly one leaves nobody unseen`() throws {
    let open = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,9\n0,1,0,7\n1,1,1,3\n").chaoBound
    #expect(open.interval(level: 0.95) == .init(kind: .logNormal, level: 0.95, lower: 19, upper: .infinity))
    let closed = try CaptureHistories(parsing: "A,B,count\n1,1,12\n").chaoBound
    #expect(closed.interval(level: 0.95) == .init(kind: .logNormal, level: 0.95, lower: 12, upper: 12))
  }
}
