/// Probabilities adjusted for how many comparisons were made, in the order given; never above 1 nor below what they were.
public enum MultipleComparisons {
  /// Holm (1979): the chance of any false finding stays below the level. max over j <= i of (m − j + 1) p_(j).
  /// Holds whatever the comparisons have to do with each other.
  public static func holm(_ probabilities: [Double]) -> [Double] {
    let order = rising(probabilities)
    var adjusted = probabilities
    var highest = 0.0
    for (rank, index) in order.enumerated() {
      highest = max(highest, Double(probabilities.count - rank) * probabilities[index])
      adjusted[index] = min(1, highest)
    }
    return adjusted
  }

  /// Benjamini & Hochberg (1995): the expected share of false findings stays below the level.
  /// min over j >= i of m p_(j) / j. Assumes comparisons that are independent, or depend positively.
  public static func benjaminiHochberg(_ probabilities: [Double]) -> [Double] {
    let order = rising(probabilities)
    var adjusted = probabilities
    var lowest = 1.0
    for (rank, index) in order.enumerated().reversed() {
      lowest = min(lowest, Double(probabilities.count) / Double(rank + 1) * probabilities[index])
      adjusted[index] = lowest
    }
    return adjusted
  }

  private static func rising(_ values: [Double]) -> [Int] {
    values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
  }
}
