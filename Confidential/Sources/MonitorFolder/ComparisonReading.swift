import Model

extension EstimateReading {
  /// What others published, to stand beside the estimate; empty without it.
  func comparisons() -> [EstimatePlan.Comparison]? {
    guard map.has("compare") else { return [] }
    let subject = LocalizedText(nl: "`compare` in \(map.subject.nl)", en: "`compare` in \(map.subject.en)")
    guard let entries = map.maps("compare", subject: subject, keys: FolderKeys.comparison.names) else { return nil }
    let read = entries.compactMap(comparison)
    return read.count == entries.count ? read : nil
  }

  private func comparison(_ entry: YAMLMap) -> EstimatePlan.Comparison? {
    // As many as there are people; a decision, against a slip of the keyboard.
    let people = 0...10_000_000_000
    let label = entry.localized("label")
    let years = entry.has("years") ? entry.period("years") : nil
    if !entry.has("years") { entry.reportMissing("years") }
    let (lower, upper) = (entry.integer("lower", in: people), entry.integer("upper", in: people))
    let source = entry.text("source")
    let difference = entry.localized("difference")
    guard let label, let years, let lower, let upper, let source, let difference else { return nil }
    guard lower <= upper else {
      entry.report(
        .outOfRange, at: entry.line(of: "upper"),
        nl: "`upper` (\(upper)) in \(entry.subject.nl) is minder dan `lower` (\(lower)).",
        en: "`upper` (\(upper)) in \(entry.subject.en) is less than `lower` (\(lower)).")
      return nil
    }
    return EstimatePlan.Comparison(
      label: label, years: years, persons: lower...upper, source: source, difference: difference)
  }
}

extension YAMLMap {
  /// `{ from: 2010, to: 2015 }`.
  func period(_ key: String) -> ClosedRange<Int>? {
    guard let period = map(key, keys: ["from", "to"]), let first = period.integer("from", in: MonitorFile.yearRange),
      let last = period.integer("to", in: MonitorFile.yearRange)
    else { return nil }
    guard first <= last else {
      period.report(
        .outOfRange, at: period.line(of: "to"), nl: "het laatste jaar (\(last)) ligt voor het eerste (\(first)).",
        en: "the last year (\(last)) lies before the first (\(first)).")
      return nil
    }
    return first...last
  }
}
