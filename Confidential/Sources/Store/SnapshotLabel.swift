internal import Cryptography
internal import Model

/// What a snapshot was made of: equal labels, equal contents.
///
/// A SHA-256 over the receipts of the deliveries in their order, which name their contents because a received delivery
/// never changes, and over what of the monitor decides how they are read: years, sources and the codebook's codes.
struct SnapshotLabel: Equatable {
  var digest: SHA256Digest

  init(deliveries: [ReadingPlan.Delivery], monitor: Monitor) {
    var hash = LabelledHash()
    hash.add("deliveries", deliveries.flatMap { [hexadecimal($0.receipt), $0.summary.checksum] })
    hash.add("years", [String(monitor.years.lowerBound), String(monitor.years.upperBound)])
    hash.add("sources", monitor.sources.flatMap { [$0.name, $0.group] })
    for variable in monitor.codebook.variables {
      let packed = PackedVariable(variable)
      let traits = [packed.name, packed.kind.rawValue, String(packed.decimals), String(variable.isDerived)]
      hash.add("variable", traits + packed.codes)
    }
    digest = hash.hash.digest
  }
}

/// A hash of lists of words that cannot run into each other: every list says how many words, every word how long.
private struct LabelledHash {
  var hash = SHA256()

  mutating func add(_ name: String, _ words: [String]) {
    hash.update(Array("\(name) \(words.count)\n".utf8))
    for word in words { hash.update(Array("\(word.utf8.count) \(word)\n".utf8)) }
  }
}
