/// Frequency alignment: the most frequent encoding stands for the most frequent name, the second for the second, and so
/// on (Christen, Ranbaduge, Vatsalan and Schnell 2018 for filters).
package struct FrequencyAttack {
  let setting: AttackSetting

  package init(_ setting: AttackSetting) { self.setting = setting }

  /// The best of what every signal gives: the two name filters together, the filter of all names, the token of all names,
  /// and each kind of block that is made with a name.
  package func rate() -> Double {
    let (encoded, list) = (setting.encoded, setting.seenList)
    var rates = [parts()]
    rates.append(whole { seen, record in seen.content(record).map { [UInt64($0.token(BlockContent.Slot.names))] } })
    rates.append(whole { seen, record in seen.filter(record, .all) })
    for pass in BlockPass.allCases {
      func symbol(_ seen: SeenRecords, _ record: Int) -> [UInt64]? {
        seen.blocks[record].first { $0.block.pass == pass.rawValue }.map { [$0.block.key] }
      }
      rates.append(whole(symbol))
    }
    precondition(encoded.count > 0 && list.count > 0, "an attack has records and a list")
    return rates.max() ?? 0
  }

  private func whole(_ symbol: (SeenRecords, Int) -> [UInt64]?) -> Double {
    setting.rate(of: aligned(symbol, setting.listNames))
  }

  /// Forename and surname, each by its own filter.
  private func parts() -> Double {
    let names = setting.list.map { ($0.forenames.joined(separator: " "), $0.surnames.joined(separator: " ")) }
    let forenames = aligned({ $0.filter($1, .forename) }, names.map(\.0))
    let surnames = aligned({ $0.filter($1, .surname) }, names.map(\.1))
    var guesses: [Int: String] = [:]
    for (record, forename) in forenames {
      let parts = [forename, "/", surnames[record] ?? ""].filter { !$0.isEmpty }
      guesses[record] = parts.joined(separator: " ")
    }
    return setting.rate(of: guesses)
  }

  /// For each encoded record the name at the same rank.
  private func aligned(_ symbol: (SeenRecords, Int) -> [UInt64]?, _ names: [String]) -> [Int: String] {
    let encoded = ranked(setting.encoded, symbol)
    let list = ranked(setting.seenList, symbol)
    var guesses: [Int: String] = [:]
    for (ours, theirs) in zip(encoded, list) {
      let counts = theirs.reduce(into: [String: Int]()) { $0[names[$1], default: 0] += 1 }
      let name = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
      for record in ours { guesses[record] = name }
    }
    return guesses
  }

  /// Records with one symbol, the largest group first.
  private func ranked(_ seen: SeenRecords, _ symbol: (SeenRecords, Int) -> [UInt64]?) -> [[Int]] {
    var groups: [[UInt64]: [Int]] = [:]
    for record in 0..<seen.count {
      guard let key = symbol(seen, record), key.contains(where: { $0 != 0 }) else { continue }
      groups[key, default: []].append(record)
    }
    return groups.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
