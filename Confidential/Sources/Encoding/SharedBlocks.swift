/// Entries by the block that they are in, in an order that their numbers alone decide: what shares a block is compared,
/// and nothing else can be.
package struct SharedBlocks: Sendable {
  private struct Member: Sendable {
    var pass: UInt8
    var key: UInt64
    var number: RowNumber
    var place: Place
  }

  /// The file, and the entry in it.
  package struct Place: Hashable, Sendable {
    package var file: Int
    package var entry: Int
  }

  /// Entries of a block beyond which it is passed over: such a block tells too little, and costs too much. A decision.
  package static let largest = 200

  /// Entries in blocks that are passed over.
  package private(set) var entriesPassedOver = 0
  private var blocks: [Range<Int>] = []
  private let members: [Member]

  /// - Parameter isTaken: Which entries count.
  package init(_ files: [EncodedFile], where isTaken: (EncodedEntry) -> Bool = { _ in true }) {
    var members: [Member] = []
    for (file, encoded) in files.enumerated() {
      for index in 0..<encoded.count {
        let entry = encoded[index]
        guard isTaken(entry) else { continue }
        members.append(
          Member(
            pass: entry.pass.rawValue, key: entry.key, number: entry.number, place: Place(file: file, entry: index)))
      }
    }
    members.sort {
      ($0.pass, $0.key, $0.number, $0.place.file, $0.place.entry)
        < ($1.pass, $1.key, $1.number, $1.place.file, $1.place.entry)
    }
    var start = 0
    for index in members.indices {
      let isLast = index + 1 == members.count
      guard isLast || (members[index + 1].pass, members[index + 1].key) != (members[index].pass, members[index].key)
      else { continue }
      let count = index + 1 - start
      if count > Self.largest { entriesPassedOver += count } else if count > 1 { blocks.append(start..<index + 1) }
      start = index + 1
    }
    self.members = members
  }

  /// Hands out every pair of entries of a block, block by block, with the number of entries there.
  package func forEachPair(_ body: (_ left: Place, _ right: Place, _ blockSize: Int) -> Void) {
    for block in blocks {
      for left in block {
        for right in (left + 1)..<block.upperBound { body(members[left].place, members[right].place, block.count) }
      }
    }
  }
}
