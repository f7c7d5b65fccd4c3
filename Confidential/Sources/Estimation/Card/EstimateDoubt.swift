public import Model

/// Why an estimate does not count among the credible ones.
public enum EstimateDoubt: Equatable, Sendable {
  /// There is no finite, unique estimate.
  case noEstimate
  /// The method bounds the number from below and does not estimate it.
  case lowerBound
  /// The model sees nobody outside the lists.
  case nobodyHidden
  /// The interval has no upper limit.
  case unbounded
  /// The interval leaves the hidden number open by more than this factor.
  case tooWide(factor: Int)
  /// It lies below the lower limit of the lower bound with list effects.
  case belowBound
  /// There is no interval to judge it by.
  case noInterval

  /// An interval in which the hidden number may be this many times as large at one end as at the other says nothing.
  static let widest = 100

  public var text: LocalizedText {
    switch self {
    case .noEstimate: LocalizedText(nl: "geen schatting", en: "no estimate")
    case .lowerBound: LocalizedText(nl: "een ondergrens, geen schatting", en: "a lower bound, not an estimate")
    case .nobodyHidden: LocalizedText(nl: "ziet niemand buiten de lijsten", en: "sees nobody outside the lists")
    case .unbounded: LocalizedText(nl: "het interval heeft geen bovengrens", en: "the interval has no upper limit")
    case .tooWide(let factor):
      LocalizedText(
        nl: "het interval laat het verborgen aantal meer dan een factor \(factor) open",
        en: "the interval leaves the hidden number open by more than a factor of \(factor)")
    case .belowBound:
      LocalizedText(
        nl: "ligt onder de ondergrens die elke lijst haar eigen lengte laat",
        en: "lies below the bound that lets every list have its own length")
    case .noInterval: LocalizedText(nl: "er is geen interval", en: "there is no interval")
    }
  }
}

extension PopulationEstimate {
  /// What speaks against the estimate; nil when it is credible.
  ///
  /// Judged by the first interval of the highest level: an estimate is credible when it exists, is unique, is more than
  /// a lower bound, sees somebody hidden, and has an upper limit within a factor of 100 of the lower one, both counted
  /// in hidden persons.
  public var doubt: EstimateDoubt? {
    guard let estimate, estimate.isFinite, estimate < 1e12, existence == .exists, identifiable else {
      return .noEstimate
    }
    if method.isLowerBound { return .lowerBound }
    let seen = Double(observed)
    if estimate - seen < 1 { return .nobodyHidden }
    guard let level = intervals.map(\.level).max(), let interval = shownInterval(level: level) else {
      return .noInterval
    }
    guard interval.upper.isFinite, interval.upper < 1e12 else { return .unbounded }
    let hidden = (low: max(interval.lower - seen, 1), high: interval.upper - seen)
    return hidden.high > Double(EstimateDoubt.widest) * hidden.low ? .tooWide(factor: EstimateDoubt.widest) : nil
  }

  /// The interval of a level that stands beside the estimate: the first that was made.
  public func shownInterval(level: Double) -> EstimateInterval? {
    intervals.first { abs($0.level - level) < 1e-12 }
  }
}
