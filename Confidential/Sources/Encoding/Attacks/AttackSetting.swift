package import Cryptography

/// What somebody has who wants names out of encodings without the key: the file, and a list of people of whom some are
/// in it. They know how encoding is done, and encode their list with a key of their own to see what it looks like.
package struct AttackSetting: Sendable {
  package let encoded: SeenRecords
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
    seenList = SeenRecords(list, attackersKey, parameters, rarity)
    truth = records.map(\.fullName)
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

/// What can be seen of encoded records, in the order in which they were given.
package struct SeenRecords: Sendable {
  struct Block: Hashable, Sendable {
    var pass: UInt8
    var key: UInt64
  }

  struct Content: Sendable {
    var forename: [UInt64]
    var surname: [UInt64]
    var all: [UInt64]
    var names: UInt32
  }

  let file: EncodedFile
  /// Of each record its blocks, and what is compared in each.
  private(set) var blocks: [[(block: Block, content: Content)]] = []
  /// Who is in a block.
  private(set) var members: [Block: [Int]] = [:]

  init(_ records: [StandardRecord], _ key: LinkageKey, _ parameters: EncodingParameters, _ rarity: NameRarity?) {
    var encoder = RecordEncoder(key, parameters, rarity: rarity)
    let numbered = records.enumerated().map { (RowNumber(high: 0, low: UInt64($0.offset)), $0.element) }
    file = EncodedFile(numbered, source: "a", key: key, with: &encoder)
    for index in records.indices {
      let seen = file.blocks(index).map { block in
        let content = Content(
          forename: block.content.filter(.forename), surname: block.content.filter(.surname),
          all: block.content.filter(.all), names: block.content.token(BlockContent.Slot.names))
        return (Block(pass: block.pass.rawValue, key: block.key), content)
      }
      blocks.append(seen)
      for (block, _) in seen { members[block, default: []].append(index) }
    }
  }

  var count: Int { blocks.count }

  /// What is seen of a record by whoever does not look at blocks: that of its first one.
  func content(_ record: Int) -> Content? { blocks[record].first?.content }
}
