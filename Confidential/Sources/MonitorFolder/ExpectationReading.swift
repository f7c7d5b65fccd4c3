import Model

/// Reads `expected` of a source: what is known of its deliveries where that is not simply what was received.
struct ExpectationReading {
  private let source: YAMLMap
  private let years: CountTableReading

  /// - Parameter years: Reads lists of years within those of the monitor.
  init(_ source: YAMLMap, years: CountTableReading) {
    (self.source, self.years) = (source, years)
  }

  /// Each year at most once; a second time is a finding.
  func expectations() -> [DeliveryExpectation] {
    let subject = LocalizedText(
      nl: "wat van \(source.subject.nl) wordt verwacht", en: "what is expected of \(source.subject.en)")
    var named: [Int] = []
    let maps = source.maps("expected", subject: subject, keys: FolderKeys.expectation.names) ?? []
    return maps.compactMap { map in
      guard let expectation = expectation(map) else { return nil }
      guard let twice = expectation.years.first(where: named.contains) else {
        named += expectation.years
        return expectation
      }
      map.report(
        .duplicateName, at: map.line(of: "years"), nl: "het jaar \(twice) staat twee keer in \(map.subject.nl).",
        en: "the year \(twice) is twice in \(map.subject.en).")
      return nil
    }
  }

  private func expectation(_ map: YAMLMap) -> DeliveryExpectation? {
    for key in ["years", "state"] where !map.has(key) { map.reportMissing(key) }
    guard map.has("years"), let years = years.asked(in: map),
      let word = map.word("state", among: DeliveryGrid.State.declarable.map(\.rawValue)),
      let state = DeliveryGrid.State(rawValue: word)
    else { return nil }
    let reason = state.needsReason ? map.localized("reason") : map.optionalLocalized("reason")
    guard reason != nil || !state.needsReason else { return nil }
    return DeliveryExpectation(years: years, state: state, reason: reason)
  }
}
