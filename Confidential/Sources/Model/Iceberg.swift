/// Those who were seen above the water, those who were not below it, between the smallest and the largest estimate.
///
/// A triangle of which areas are numbers of persons: its tip is who was seen, the solid part below the smallest
/// estimate, the dashed part what only the largest adds.
public struct Iceberg: Equatable, Sendable {
  public var observed: Int
  public var smallest: Double
  public var largest: Double

  /// Nil unless both estimates are finite and not below those seen.
  public init?(observed: Int, smallest: Double, largest: Double) {
    guard observed > 0, largest.isFinite, smallest >= Double(observed), largest >= smallest else { return nil }
    self.observed = observed
    self.smallest = smallest
    self.largest = largest
  }
}
