import Model

/// A number that is rounded or perturbed.
struct NearCount: Equatable {
  var value: Int
  /// The count is at most so far from it.
  var reach: Int
  /// Whether numbers like it add up; those that were perturbed do not.
  var isRounded: Bool

  /// A nought stays nought, so what is shown as more is at least 1.
  var low: Int { max(value > 0 ? 1 : 0, value - reach) }
  var high: Int { value + reach }

  init(value: Int, reach: Int, isRounded: Bool) {
    (self.value, self.reach, self.isRounded) = (value, reach, isRounded)
  }

  /// Reads the column `rounding`: the base of what is rounded, which is less than that from the count, or the largest change
  /// of what is perturbed.
  ///
  /// - Throws: `MonitoringError.data` when it is no whole number, or of a rounded number less than 2.
  init(_ value: Int, isRounded: Bool, bound: String, at place: LocalizedText) throws(MonitoringError) {
    guard let number = Int(bound), (isRounded ? 2 : 1)...10_000 ~= number else {
      throw .data(
        nl:
          "\(place.nl), kolom rounding: bij een afgerond of gewijzigd aantal hoort de basis of de grootste wijziging, een "
          + "geheel getal.",
        en: "\(place.en), column rounding: a number that is rounded or perturbed needs its base or largest change, a "
          + "whole number.")
    }
    self.init(value: value, reach: isRounded ? number - 1 : number, isRounded: isRounded)
  }

  var bound: Int { isRounded ? reach + 1 : reach }
  var status: String { isRounded ? "rounded" : "perturbed" }
}
