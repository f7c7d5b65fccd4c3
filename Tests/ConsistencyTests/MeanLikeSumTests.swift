import Testing

@testable import Consistency

@Suite struct `A number under a column` {
  @Test(arguments: [
    (31.5, [30.2, 34.0, 28.9], 1), (-4.2, [-60.1, 12.0, 80.3], 1), (22_370, [19_100, 31_240, 27_003], 0),
  ])
  func `is no sum where it lies between the numbers`(_ whole: Double, _ parts: [Double], _ decimals: Int) {
    #expect(MeanLikeSum.isMean(whole, of: parts, decimals: decimals))
  }

  @Test(arguments: [
    // The sum, out of reach, a digit lost, and a part of which a digit was doubled.
    (93.1, [30.2, 34.0, 28.9], 1), (200, [30, 34, 28], 0), (1065, [1010, 5040, 4600], 0), (931, [120, 3111, 500], 0),
  ])
  func `is a sum, right or wrong, where a slip of the hand explains it`(
    _ whole: Double, _ parts: [Double], _ decimals: Int
  ) {
    #expect(!MeanLikeSum.isMean(whole, of: parts, decimals: decimals))
  }
}
