package import Model

/// What the lists of one year say by themselves, beside the card of all years together.
///
/// A person counts once in each year. The years do not add up to the whole: who was seen in two years is in both, and the
/// whole is estimated from all overlaps and not from those within a year.
package struct YearHeadline: Equatable, Sendable {
  package let year: String
  /// Persons on at least one list in that year.
  package let observed: Int
  /// Persons on exactly these lists, in canonical order.
  package let combinations: [Int]
  package let headline: PopulationHeadline
}

extension EstimatePlan {
  /// The same lists, divided by year as well; nil when years cannot be told apart or there is only one.
  private var byYear: EstimatePlan? {
    guard case .cases = lists, years.count > 1, !strata.contains("year") else { return nil }
    var plan = self
    plan.strata = strata + ["year"]
    return plan
  }

  /// The headline of each year of a stratum, in order; of a year in which nobody is on two lists that there is none.
  func yearHeadlines(
    of stratum: [String], in cases: Cases, from notifications: Notifications, drawn: DrawnLists? = nil
  ) throws(ListedPersonsError) -> [YearHeadline] {
    guard let yearly = byYear, case .cases(let variable, let filter) = lists,
      let codes = cases.columns.variable(named: variable)?.categories.map(\.code),
      cases.columns.variable(named: "year") != nil
    else { return [] }
    let names = finalLists(of: codes).names
    var counts: [String: [UInt32: Int]] = [:]
    for person in try yearly.listed(variable: variable, filter: filter, in: cases, from: notifications)
    where Array(person.stratum.dropLast()) == stratum {
      counts[person.stratum.last ?? "", default: [:]][person.history, default: 0] += 1
    }
    var headlines: [YearHeadline] = []
    for (year, counts) in counts.sorted(by: { $0.key < $1.key }) where Int(year) != nil {
      let entries = counts.map { CaptureHistories.Entry(history: $0.key, count: $0.value) }
        .sorted { canonicallyPrecedes($0.history, $1.history) }
      let observed = entries.reduce(0) { $0 + $1.count }
      var headline = PopulationHeadline(withoutEstimateOf: Double(observed))
      if let histories = try? CaptureHistories(lists: names, entries: entries, allowingRounded: true) {
        headline = histories.headline()
        let listed = ListedPersons(stratum: stratum + [year], histories: histories, leftOut: 0)
        if let tables = try drawn?.histories(listed, of: yearly, variable: variable, filter: filter) {
          headline = headline.averaged(over: tables)
        }
      }
      headlines.append(
        YearHeadline(year: year, observed: observed, combinations: entries.map(\.count), headline: headline))
    }
    return headlines
  }
}
