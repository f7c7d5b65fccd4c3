/// What a parameter must earn: 2l has to rise by this much for each.
public enum InformationCriterion: String, CaseIterable, Sendable {
  /// |Q| log n − 2l, n persons (Schwarz 1978).
  case bic
  /// 2|Q| − 2l (Akaike 1974).
  case aic

  func penalty(observed: Double) -> Double {
    switch self {
    case .bic: log(observed)
    case .aic: 2
    }
  }
}
