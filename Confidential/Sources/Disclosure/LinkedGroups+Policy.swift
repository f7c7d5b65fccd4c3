import Linkage
import Model

extension LinkedGroups {
  /// The shares of each group, in whole per cents and without what they are shares of.
  ///
  /// A share is hidden where the part, the rest or the whole is sensitive by itself. Where that leaves one group of a variable hidden, the
  /// smallest of the others is hidden too, because the whole is told elsewhere.
  func published(under policy: Policy) -> [PublishedAccount.LinkedGroup] {
    let recognisable = shares(of: { $0.recognisable }, policy)
    let linked = shares(of: { $0.linked }, policy)
    let found = recalls.map { recall -> CellValue in
      guard let share = recall.share, recall.expected >= 1 else { return .undefined }
      let counts = [recall.records, recall.linked, Int(recall.expected.rounded())]
      guard counts.allSatisfy({ policy.shown($0).absence == nil }) else { return .suppressed(.primary) }
      return .exact(Quantity(Int((100 * share).rounded())))
    }
    return keys.indices.map {
      .init(
        variable: variable, key: keys[$0], recognisable: recognisable[$0], linked: linked[$0], found: found[$0])
    }
  }

  private func shares(of part: (LinkRecall) -> Int, _ policy: Policy) -> [CellValue] {
    var shown = recalls.map { recall -> CellValue in
      let counts = [recall.records, part(recall), recall.records - part(recall)]
      guard counts.allSatisfy({ policy.shown($0).absence == nil }) else { return .suppressed(.primary) }
      return .exact(Quantity(numerator: 100 * part(recall), denominator: recall.records, decimals: 0))
    }
    let open = recalls.indices.filter { shown[$0].absence == nil }
    if open.count == recalls.count - 1,
      let least = open.min(by: { (recalls[$0].records, $0) < (recalls[$1].records, $1) })
    {
      shown[least] = .suppressed(.secondary)
    }
    return shown
  }
}

extension RecognisedPersons {
  /// Where the number of persons stands among those of the drawn divisions; nil without draws.
  var spread: LinkageSpread? {
    guard let draws else { return nil }
    let numbers = zip(draws.differences, draws.further).map { difference, further in
      let persons = Double(summary.persons + difference)
      return persons - further * (Double(summary.records) - persons)
    }
    return LinkageSpread(of: summary.persons, among: numbers)
  }
}
