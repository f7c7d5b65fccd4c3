import Model

extension ProtectionPolicy {
  /// Whether cells are hidden, and not changed.
  package var hides: Bool { method == .exact || method == .fast }

  /// The base, or else the minimum: a rounded 0 then leaves open every sensitive count. A smaller base says of a 0 that the
  /// count is less than the base, which is more than the minimum allows.
  var roundingBase: Int { base ?? (level == .L2 ? minimum : minimum + 1) }

  static func number(
    _ value: String, _ range: ClosedRange<Int>, _ key: String, _ place: String
  ) throws(MonitoringError) -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw wrong(
        key,
        LocalizedText(
          nl: "een geheel getal van \(range.lowerBound) tot \(range.upperBound)",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)"), place)
    }
    return number
  }

  /// - Throws: `MonitoringError.data` for a base that gives away more than the rest of the policy allows, and for one without rounding.
  func checkRounding(_ place: String) throws(MonitoringError) {
    let isRounding = method == .round || method == .smallCounts
    guard isRounding || base == nil else {
      throw .data(
        nl: "\(place): 'base' hoort bij method: round of small-counts.",
        en: "\(place): 'base' goes with method: round or small-counts.")
    }
    let least = level == .L2 ? minimum : minimum + 1
    guard !isRounding || roundingBase >= least else {
      throw .data(
        nl:
          "\(place): een 0 die op \(roundingBase) is afgerond zegt dat het aantal onder \(roundingBase) ligt, en het beleid "
          + "vraagt meer. Kies base: \(least), of een lager minimum.",
        en:
          "\(place): a 0 that is rounded to \(roundingBase) says that the count is below \(roundingBase), and the policy asks "
          + "for more. Choose base: \(least), or a lower minimum.")
    }
  }
}
