package import Cryptography

/// What somebody has who wants names out of encodings without the key: the file, and a list of people of whom some are
/// in it. They know how encoding is done, and encode their list with a key of their own to see what it looks like.
package struct AttackSetting: Sendable {
  package let encoded: SeenRecords
  let parameters: EncodingParameters
  /// The full name of each encoded record; empty where there is none. For scoring only.
  let truth: [String]
  let list: [StandardRecord]
  let listNames: [String]
  /// The list as it looks encoded with another key.
  let seenList: SeenRecords

  /// - Parameters:
  ///   - records: What is encoded.
  ///   - others: People who are not among them, as many.
  ///   - overlap: Per cent of the list that is in the file; the rest are others.
  package init(
    _ records: [StandardRecord], others: [StandardRecord], overlap: Int, key: LinkageKey, attackersKey: LinkageKey,
    _ parameters: EncodingParameters, rarity: NameRarity? = nil, using generator: inout some RandomNumberGenerator
  ) {
    precondition((0...100).contains(overlap) && others.count >= records.count, "as many others as records")
    let shared = records.count * overlap / 100
    list =
      (records.shuffled(using: &generator).prefix(shared)
      + others.shuffled(using: &generator).prefix(records.count - shared)).shuffled(using: &generator)
    encoded = SeenRecords(records, key, parameters, rarity)
    // Without fakes: the attacker puts none into the own list.
    var own = parameters
    own.fakes = 0
    seenList = SeenRecords(list, attackersKey, own, rarity)
    self.parameters = parameters
    truth = records.map(\.fullName) + [String](repeating: "", count: encoded.count - records.count)
    listNames = list.map(\.fullName)
  }

  /// The share of named records of which the full name was guessed.
  func rate(of guesses: [Int: String]) -> Double {
    let named = truth.indices.filter { !truth[$0].isEmpty }
    let right = named.count { guesses[$0] == truth[$0] }
    return named.isEmpty ? 0 : Double(right) / Double(named.count)
  }

  /// What is right by always naming the most common name of the list.
  package var rateOfOneName: Double {
    let counts = listNames.reduce(into: [String: Int]()) { if !$1.isEmpty { $0[$1, default: 0] += 1 } }
    let name = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? ""
    return rate(of: Dictionary(uniqueKeysWithValues: truth.indices.map { ($0, name) }))
  }
}

extension StandardRecord {
  var fullName: String {
    (forenames + ["/"] + surnames).joined(separator: " ").split { $0 == " " }.count > 1
      ? (forenames + ["/"] + surnames).joined(separator: " ") : ""
  }
}

/// What can be seen of encoded records, in the order in which they were given, and of fakes behind them. Which entries
/// are of one record is not in a file; only `BlockAttack` looks at it.
package struct SeenRecords: Sendable {
  struct Block: Hashable, Sendable {
    var pass: UInt8
    var key: UInt64
  }

  /// Of each record its blocks, and what is compared in each.
  private(set) var blocks: [[(block: Block, content: EncodedContent)]]
  /// Who is in a block.
  private(set) var members: [Block: [Int]] = [:]

  init(_ records: [StandardRecord], _ key: LinkageKey, _ parameters: EncodingParameters, _ rarity: NameRarity? = nil) {
    var encoder = RecordEncoder(key, parameters, rarity: rarity)
    let numbered = records.enumerated().map { (RowNumber(high: 0, low: UInt64($0.offset)), $0.element) }
    let encoded = EncodedRecords(numbered, source: "a", key: key, with: &encoder)
    let rows = Dictionary(uniqueKeysWithValues: encoded.ties.map { ($0.entry, Int($0.row.low)) })
    blocks = records.map { _ in [] }
    for entry in encoded.file.entries {
      let block = Block(pass: entry.pass.rawValue, key: entry.key)
      if let row = rows[entry.number] {
        blocks[row].append((block, entry.content))
        members[block, default: []].append(row)
      } else {
        // A fake is a record of its own, of nobody.
        members[block, default: []].append(blocks.count)
        blocks.append([(block, entry.content)])
      }
    }
  }

  var count: Int { blocks.count }

  /// What is seen of a record by whoever does not look at blocks: that of one of them.
  func content(_ record: Int) -> EncodedContent? { blocks[record].first?.content }
  func filter(_ record: Int, _ filter: BlockContent.Filter) -> [UInt64]? { content(record)?.filter(filter) }
}
