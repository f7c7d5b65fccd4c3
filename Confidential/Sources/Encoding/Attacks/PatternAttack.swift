/// Pattern mining: positions that are set together in many filters belong to one frequent bigram; which bigrams a filter
/// has tells which name it is (Christen, Vidanage, Ranbaduge and Schnell 2018).
package struct PatternAttack {
  let setting: AttackSetting

  /// Bigrams that are looked for, and positions by which one is known.
  static let (bigrams, positions) = (16, 8)

  package init(_ setting: AttackSetting) { self.setting = setting }

  package func rate() -> Double {
    let forenames = guesses(.forename, setting.list.map(\.forenames))
    let surnames = guesses(.surname, setting.list.map(\.surnames))
    var guesses: [Int: String] = [:]
    for (record, forename) in forenames {
      if let surname = surnames[record] { guesses[record] = "\(forename) / \(surname)" }
    }
    return setting.rate(of: guesses)
  }

  private func guesses(_ filter: BlockContent.Filter, _ names: [[String]]) -> [Int: String] {
    var groups: [[UInt64]: [Int]] = [:]
    for record in 0..<setting.encoded.count {
      if let words = setting.encoded.filter(record, filter), words.contains(where: { $0 != 0 }) {
        groups[words, default: []].append(record)
      }
    }
    let filters = groups.sorted { $0.value[0] < $1.value[0] }
    let distinct = Set(names.filter { !$0.isEmpty }).sorted { $0.lexicographicallyPrecedes($1) }
    guard !filters.isEmpty, !distinct.isEmpty else { return [:] }
    let known = Self.frequent(distinct)
    let found = Self.mined(filters.map(\.key), known.count)
    // The largest set of filters is that of the most frequent bigram.
    let order = found.indices.sorted { (found[$1].count, $0) < (found[$0].count, $1) }
    var patterns = [UInt64](repeating: 0, count: filters.count)
    for (rank, index) in order.enumerated() { for place in found[index] { patterns[place] |= 1 << UInt64(rank) } }
    let counts = names.reduce(into: [[String]: Int]()) { $0[$1, default: 0] += 1 }
    var candidates: [UInt64: (name: [String], count: Int)] = [:]
    for name in distinct {
      let pattern = known.enumerated().reduce(UInt64(0)) {
        $0 | (Self.bigrams(of: name).contains($1.element) ? 1 << UInt64($1.offset) : 0)
      }
      let count = counts[name] ?? 0
      if count > candidates[pattern]?.count ?? 0 { candidates[pattern] = (name, count) }
    }
    var guesses: [Int: String] = [:]
    for (place, group) in filters.enumerated() {
      guard let name = candidates[patterns[place]]?.name else { continue }
      for record in group.value { guesses[record] = name.joined(separator: " ") }
    }
    return guesses
  }

  private static func bigrams(of tokens: [String]) -> Set<String> {
    Set(
      tokens.flatMap { token in
        let letters = Array(" \(token) ")
        return zip(letters, letters.dropFirst()).map { String([$0, $1]) }
      })
  }

  /// The bigrams in most names, the most frequent first.
  private static func frequent(_ names: [[String]]) -> [String] {
    var counts: [String: Int] = [:]
    for name in names { for bigram in bigrams(of: name) { counts[bigram, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(bigrams).map(\.key)
  }

  /// Sets of filters that have positions in common: from the most frequent position not used yet, the position most
  /// often set with it, and so on.
  static func mined(_ filters: [[UInt64]], _ count: Int) -> [Set<Int>] {
    let bits = filters[0].count * 64
    func isSet(_ place: Int, _ bit: Int) -> Bool { filters[place][bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
    let columns = (0..<bits).map { bit in filters.indices.filter { isSet($0, bit) } }
    var unused = Set(0..<bits)
    var found: [Set<Int>] = []
    while found.count < count, unused.count > positions {
      guard let first = unused.max(by: { (columns[$0].count, $1) < (columns[$1].count, $0) }) else { break }
      var (members, chosen) = (columns[first], [first])
      while chosen.count < positions {
        let rest = unused.subtracting(chosen)
        let shares = rest.map { bit in (bit: bit, share: members.count { isSet($0, bit) }) }
        guard let next = shares.max(by: { ($0.share, $1.bit) < ($1.share, $0.bit) }) else { break }
        chosen.append(next.bit)
        members = members.filter { isSet($0, next.bit) }
      }
      unused.subtract(chosen)
      found.append(Set(members))
    }
    return found
  }
}
