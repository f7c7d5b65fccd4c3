import Estimation
import Reporting

extension CardWords {
  /// The limits of an interval of one method, outside a card.
  func range(_ interval: EstimateInterval?) -> String { range(interval.map { ($0.lower, $0.upper) }) }
}
