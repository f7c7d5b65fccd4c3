import Linkage
package import Model

/// Pairs of the linkage unit beside the ties of the partners: which rows were encoded, and pairs of them with the chance
/// that both are of one person. Without a value of anybody.
package struct EncodedLinks: Equatable {
  let origin: EncodingOrigin
  /// Of which rows were encoded, in the order of their names.
  let sources: [String]
  let rows: [Row]
  /// Of places in `rows`, each pair once, with the most likely of its entries.
  let pairs: [PersonsOfPairs.Pair]

  struct Row: Equatable {
    var source: String
    /// The random number by which partner and registry know it.
    var number: String
    /// Whether it had anything to be found by.
    var isFindable: Bool
  }

  /// What was read, in numbers.
  struct Counts: Equatable {
    /// Pairs of entries that were given, and those of which an entry is of nobody.
    var entryPairs = 0
    var ofFakes = 0
  }

  /// - Parameters:
  ///   - pairs: What `zicht match` wrote.
  ///   - tied: What `zicht encode` wrote for the registry, of every partner.
  init(_ entries: EntryPairs, _ tied: TiedRows) {
    var best: [UInt64: Double] = [:]
    var counts = Counts(entryPairs: entries.pairs.count)
    for pair in entries.pairs {
      guard let first = tied.row(of: pair.first), let second = tied.row(of: pair.second) else {
        counts.ofFakes += 1
        continue
      }
      guard first != second else { continue }
      let key = UInt64(min(first, second)) << 32 | UInt64(max(first, second))
      best[key] = max(best[key, default: 0], pair.probability)
    }
    self.counts = counts
    origin = entries.origin
    sources = entries.sources.map(\.name).sorted()
    rows = tied.rows.map { Row(source: $0.source, number: $0.number, isFindable: $0.isFindable) }
    pairs = best.sorted { $0.key < $1.key }
      .map { PersonsOfPairs.Pair(Int($0.key >> 32), Int($0.key & 0xFFFF_FFFF), probability: $0.value) }
  }

  let counts: Counts

  /// - Parameters:
  ///   - pairs: The file that the linkage unit sent.
  ///   - ties: Those that the partners sent.
  /// - Throws: `MonitoringError.data` when a file cannot be read or the ties are not of the encodings of the pairs.
  package init(_ pairs: String, ties: [String]) throws(MonitoringError) {
    let tied = try TiedRows(ties)
    let entries = try EntryPairs(pairs)
    try tied.check(entries, pairs)
    self.init(entries, tied)
  }

  /// As linking takes it.
  var evidence: EncodedEvidence {
    EncodedEvidence(
      rows: rows.map(\.number), pairs: pairs, unfindable: Set(rows.indices.filter { !rows[$0].isFindable }))
  }

  /// The same without some rows and all pairs with them.
  func without(_ gone: (Row) -> Bool) -> EncodedLinks? {
    var places = [Int](repeating: -1, count: rows.count)
    var stay: [Row] = []
    for (place, row) in rows.enumerated() where !gone(row) {
      places[place] = stay.count
      stay.append(row)
    }
    guard stay.count < rows.count else { return nil }
    let left = pairs.compactMap { pair in
      places[pair.first] < 0 || places[pair.second] < 0
        ? nil : PersonsOfPairs.Pair(places[pair.first], places[pair.second], probability: pair.probability)
    }
    return EncodedLinks(origin: origin, sources: sources, rows: stay, pairs: left)
  }

  private init(origin: EncodingOrigin, sources: [String], rows: [Row], pairs: [PersonsOfPairs.Pair]) {
    (self.origin, self.sources, self.rows, self.pairs, counts) = (origin, sources, rows, pairs, Counts())
  }
}

extension EncodedLinks {
  private static let mark = "zicht encoded pairs 1"

  /// As it is kept in the folder of a monitor.
  var text: [UInt8] {
    var lines = [
      Self.mark, "project \(origin.project)", "epoch \(origin.epoch)", "key \(origin.key)",
      "sources \(sources.joined(separator: " "))", "rows \(rows.count)",
    ]
    lines += rows.map { "\($0.source) \($0.number)\($0.isFindable ? "" : " -")" }
    lines.append("pairs \(pairs.count)")
    lines += pairs.map { "\($0.first) \($0.second) \(sixDecimals($0.probability))" }
    lines.append("end")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Reads what `text` writes; nil for anything else.
  init?(text: [UInt8]) {
    var lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").map(String.init) }[...]
    func value(_ name: String) -> [String]? {
      guard let line = lines.popFirst(), line.first == name else { return nil }
      return Array(line.dropFirst())
    }
    guard lines.popFirst()?.joined(separator: " ") == Self.mark, let project = value("project")?.first,
      let epoch = value("epoch")?.first, let key = value("key")?.first, let sources = value("sources"),
      let origin = EncodingOrigin(project: project, epoch: epoch, key: key),
      let rowCount = value("rows")?.first.flatMap({ Int($0) }), (0...lines.count).contains(rowCount)
    else { return nil }
    let rows = lines.prefix(rowCount).compactMap(Row.init)
    lines = lines.dropFirst(rowCount)
    guard rows.count == rowCount, let pairCount = value("pairs")?.first.flatMap({ Int($0) }),
      (0...lines.count).contains(pairCount)
    else { return nil }
    let pairs = lines.prefix(pairCount).compactMap { PersonsOfPairs.Pair($0, among: rowCount) }
    lines = lines.dropFirst(pairCount)
    guard pairs.count == pairCount, Array(lines) == [["end"], []] else { return nil }
    self.init(origin: origin, sources: sources, rows: rows, pairs: pairs)
  }
}

extension EncodedLinks.Row {
  fileprivate init?(_ words: [String]) {
    guard words.count == 2 || (words.count == 3 && words[2] == "-"), EntryPairs.isSource(words[0]),
      WrittenNumber(words[1]) != nil
    else { return nil }
    self.init(source: words[0], number: words[1], isFindable: words.count == 2)
  }
}

extension PersonsOfPairs.Pair {
  fileprivate init?(_ words: [String], among count: Int) {
    guard words.count == 3, let first = Int(words[0]), let second = Int(words[1]), let chance = Double(words[2]),
      first >= 0, first < second, second < count, (0...1).contains(chance)
    else { return nil }
    self.init(first, second, probability: chance)
  }
}
