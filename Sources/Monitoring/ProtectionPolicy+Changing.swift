import Model
import Protection

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

  /// A number above 0 with a point or a comma.
  static func positive(_ value: String, _ key: String, _ place: String) throws(MonitoringError) -> Double {
    guard let number = Double(value.replacing(",", with: ".")), number > 0, number <= 10_000 else {
      throw wrong(key, LocalizedText(nl: "een getal boven 0, tot 10000", en: "a number above 0, up to 10000"), place)
    }
    return number
  }

  /// - Throws: `MonitoringError.data` for settings that give away more than the rest of the policy allows, and for those of another
  ///   method.
  func checkChanging(_ place: String) throws(MonitoringError) {
    try checkAmounts(place)
    let isRounding = method == .round || method == .smallCounts
    guard isRounding || base == nil else {
      throw .data(
        nl: "\(place): 'base' hoort bij method: round of small-counts.",
        en: "\(place): 'base' goes with method: round or small-counts.")
    }
    guard method == .cellKey || (largestChange == nil && variance == nil && unshown == nil) else {
      throw .data(
        nl: "\(place): 'largest-change', 'variance' en 'unshown' horen bij method: cell-key.",
        en: "\(place): 'largest-change', 'variance' and 'unshown' go with method: cell-key.")
    }
    if isRounding { try checkBase(place) }
    if method == .cellKey { _ = try perturbation(place) }
  }

  private func checkAmounts(_ place: String) throws(MonitoringError) {
    guard !amounts.units.isEmpty || (amounts.percent == nil && amounts.dominance.isEmpty) else {
      throw .data(
        nl:
          "\(place): 'p-percent' en 'dominance' gaan over bedragen. Noem hun eenheden met amounts, zoals amounts: euro.",
        en:
          "\(place): 'p-percent' and 'dominance' are about amounts. Name their units with amounts, such as amounts: euro."
      )
    }
    guard hides || amounts.units.isEmpty else {
      throw .data(
        nl: "\(place): bedragen worden weggelaten en niet afgerond of gewijzigd. Kies method: exact of fast.",
        en: "\(place): amounts are hidden, not rounded or perturbed. Choose method: exact or fast.")
    }
    guard amounts.units.isEmpty || amounts.percent != nil || !amounts.dominance.isEmpty else {
      throw .data(
        nl:
          "\(place): zeg van bedragen met p-percent of dominance wanneer ze een bijdrage verraden, zoals p-percent: 10.",
        en:
          "\(place): say of amounts with p-percent or dominance when they give a contribution away, such as p-percent: 10."
      )
    }
  }

  private func checkBase(_ place: String) throws(MonitoringError) {
    let least = level == .L2 ? minimum : minimum + 1
    guard roundingBase >= least else {
      throw .data(
        nl:
          "\(place): een 0 die op \(roundingBase) is afgerond zegt dat het aantal onder \(roundingBase) ligt, en het beleid "
          + "vraagt meer. Kies base: \(least), of een lager minimum.",
        en:
          "\(place): a 0 that is rounded to \(roundingBase) says that the count is below \(roundingBase), and the policy asks "
          + "for more. Choose base: \(least), or a lower minimum.")
    }
  }

  /// How far a changed count can be from what is shown: with the minimum a 0 leaves open every sensitive count.
  var reach: Int { largestChange ?? max(5, minimum) }

  /// How counts are changed: by 5 (or the minimum) at most, with variance 3, and without counts of 1 and 2.
  ///
  /// - Throws: `MonitoringError.data` when no table is as asked, and when it gives away more than the policy allows.
  func perturbation(_ place: String) throws(MonitoringError) -> PerturbationTable {
    guard reach >= minimum - 1 else {
      throw .data(
        nl: "\(place): een 0 zegt dan dat het aantal ten hoogste \(reach) is, en het beleid vraagt meer. Kies "
          + "largest-change: \(minimum), of een lager minimum.",
        en: "\(place): a 0 then says that the count is at most \(reach), and the policy asks for more. Choose "
          + "largest-change: \(minimum), or a lower minimum.")
    }
    do {
      return try PerturbationTable(largestChange: reach, variance: variance ?? 3, unshown: unshown ?? 2)
    } catch {
      throw Self.sentence(for: error, at: place)
    }
  }

  private static func sentence(for failure: PerturbationTable.Failure, at place: String) -> MonitoringError {
    switch failure {
    case .noVariance(let count, let least, let most) where least < most:
      .data(
        nl:
          "\(place): een aantal van \(count) kan niet met deze variantie worden gewijzigd. Kies variance: meer dan \(least) en "
          + "minder dan \(most), of verlaag unshown.",
        en:
          "\(place): a count of \(count) cannot be changed with this variance. Choose variance: more than \(least) and less "
          + "than \(most), or lower unshown.")
    case .noVariance(let count, _, _), .noDecrease(let count):
      .data(
        nl:
          "\(place): een aantal van \(count) kan zo niet naar twee kanten worden gewijzigd. Kies een grotere largest-change of "
          + "verlaag unshown.",
        en:
          "\(place): a count of \(count) could not be changed both ways. Choose a larger largest-change or lower unshown."
      )
    }
  }
}
