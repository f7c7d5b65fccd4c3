package import Cryptography

/// Encoded records as entries, one for each block that a record is in: what goes to the linkage unit.
///
/// Which entries are of one record is not in it: whoever saw that would see a record's place among all blocks, and that
/// gives names away (`docs/without-names.md`). A file is the header as text, the entries in the order of their numbers,
/// and the BLAKE2b of both in 32 bytes.
package struct EncodedFile: Equatable, Sendable {
  package let header: EncodingHeader
  private let body: [UInt8]
  private let entrySize: Int

  private static let longestHeader = 4096
  /// A number, a pass and the key of a block.
  private static let frontSize = 25
  private static let digestCount = 32

  package var count: Int { header.entryCount }

  /// - Parameter body: Entries in any order, as `RecordEncoder` wrote them.
  init(entries body: [UInt8], source: String, key: LinkageKey, server: String?, parameters: EncodingParameters) {
    let size = Self.frontSize + BlockContent.size(parameters)
    let count = body.count / size
    func number(_ entry: Int) -> RowNumber {
      RowNumber(high: littleEndian(body, entry * size), low: littleEndian(body, entry * size + 8))
    }
    let order = (0..<count).map { (number($0), $0) }.sorted { $0.0 < $1.0 }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(body.count)
    for (_, entry) in order { sorted += body[entry * size..<(entry + 1) * size] }
    header = EncodingHeader(source: source, key: key, server: server, parameters: parameters, entryCount: count)
    (self.body, entrySize) = (sorted, size)
  }

  package var bytes: [UInt8] {
    let bytes = Array(header.text.utf8) + body
    return bytes + bytes.withUnsafeBytes(blake2b)
  }

  /// By which these encodings are told from others of the same source: the beginning of their digest, in hexadecimal.
  package var mark: String { Self.mark(of: bytes) }

  static func mark(of bytes: [UInt8]) -> String { hexadecimal(bytes.suffix(digestCount).prefix(markCount)) }

  private static let markCount = 8

  /// - Parameter file: Its name, for errors.
  /// - Throws: `notAnEncoding`, `laterFormat` or `damaged`.
  package init(bytes: [UInt8], file: String) throws(EncodingError) {
    guard bytes.starts(with: EncodingHeader.mark.utf8) else { throw .notAnEncoding(file: file) }
    let limit = min(bytes.count, Self.longestHeader)
    guard let end = (1..<max(limit, 1)).first(where: { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }) else {
      throw .damaged(file: file)
    }
    header = try EncodingHeader(text: String(decoding: bytes[..<end], as: UTF8.self), file: file)
    entrySize = Self.frontSize + BlockContent.size(header.parameters)
    let bodyCount = header.entryCount.multipliedReportingOverflow(by: entrySize)
    guard !bodyCount.overflow, bytes.count - end - 1 - Self.digestCount == bodyCount.partialValue else {
      throw .damaged(file: file)
    }
    let isWhole = bytes.withUnsafeBytes { all in
      let content = UnsafeRawBufferPointer(rebasing: all.dropLast(Self.digestCount))
      return blake2b(content).elementsEqual(all.suffix(Self.digestCount))
    }
    guard isWhole else { throw .damaged(file: file) }
    body = Array(bytes[(end + 1)...].dropLast(Self.digestCount))
    for entry in 0..<header.entryCount where BlockPass(rawValue: body[entry * entrySize + 16]) == nil {
      throw .damaged(file: file)
    }
  }

  // MARK: Entries

  package subscript(_ entry: Int) -> EncodedEntry {
    let start = entry * entrySize
    guard let pass = BlockPass(rawValue: body[start + 16]) else { preconditionFailure("the passes were checked") }
    return EncodedEntry(
      number: RowNumber(high: littleEndian(body, start), low: littleEndian(body, start + 8)), pass: pass,
      key: littleEndian(body, start + 17), content: EncodedContent(file: self, start: start + Self.frontSize))
  }

  package var entries: [EncodedEntry] { (0..<count).map { self[$0] } }

  fileprivate func bytes(at place: Int, count: Int) -> ArraySlice<UInt8> { body[place..<place + count] }
  fileprivate func word(at place: Int) -> UInt64 { littleEndian(body, place) }
}

/// One record in one block.
package struct EncodedEntry: Sendable {
  package let number: RowNumber
  package let pass: BlockPass
  package let key: UInt64
  package let content: EncodedContent
}

/// What of a record is compared in a block: a view of the file.
package struct EncodedContent: Sendable {
  fileprivate let file: EncodedFile
  fileprivate let start: Int

  package var flags: BlockContent.Flags {
    let bytes = file.bytes(at: start, count: 2)
    return BlockContent.Flags(rawValue: UInt16(bytes[start]) | UInt16(bytes[start + 1]) << 8)
  }

  /// 1 common to 5 rare; 0 unknown.
  package var rarity: UInt8 { file.bytes(at: start + 2, count: 1)[start + 2] }

  /// Zero for what is missing.
  package func token(_ slot: Int) -> UInt32 {
    let place = start + BlockContent.tokensStart + 4 * slot
    return file.bytes(at: place, count: 4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }

  package func tokens(_ slots: Range<Int>) -> [UInt32] { slots.map(token).filter { $0 != 0 } }

  /// All zeroes when there is no name.
  package func filter(_ filter: BlockContent.Filter) -> [UInt64] {
    let count = file.header.parameters.words
    let place = start + BlockContent.filtersStart + 8 * count * filter.rawValue
    return (0..<count).map { file.word(at: place + 8 * $0) }
  }

  /// All bytes, for telling equal ones.
  package var bytes: ArraySlice<UInt8> {
    file.bytes(at: start, count: BlockContent.size(file.header.parameters))
  }
}

/// Encoded records, and which entries are of one of them: what no two may have but the partner.
package struct EncodedRecords: Sendable {
  package let file: EncodedFile
  /// Of each entry the row, in the order of the entries' numbers: for whoever puts pairs of entries together to persons
  /// and never sees the entries.
  package let ties: [(entry: RowNumber, row: RowNumber)]
  /// Records that are in no block, in the order of their numbers.
  package let unfindable: [RowNumber]

  /// - Precondition: No two equal row numbers.
  package init(
    _ records: [(row: RowNumber, record: StandardRecord)], source: String, key: LinkageKey, server: String? = nil,
    with encoder: inout RecordEncoder
  ) {
    let sorted = records.sorted { $0.row < $1.row }
    let prepared = sorted.map { encoder.prepared($0.record) }
    let sizes = Self.sizes(prepared)
    var body: [UInt8] = []
    var ties: [(entry: RowNumber, row: RowNumber)] = []
    var unfindable: [RowNumber] = []
    for (record, (row, _)) in zip(prepared, sorted) {
      let blocks = record.blocks.filter { sizes[$0, default: 0] <= encoder.parameters.largest(in: $0.pass) }
      if blocks.isEmpty { unfindable.append(row) }
      for (index, block) in blocks.enumerated() {
        ties.append((encoder.append(record, in: block, row: row, index: index, to: &body), row))
        guard let other = encoder.fake(row, index, among: prepared.count) else { continue }
        _ = encoder.append(prepared[other], in: block, row: row, index: Self.firstFake + index, to: &body)
      }
    }
    file = EncodedFile(entries: body, source: source, key: key, server: server, parameters: encoder.parameters)
    self.ties = ties.sorted { $0.entry < $1.entry }
    self.unfindable = unfindable
  }

  /// Beyond the entries of any record.
  private static let firstFake = 1 << 32

  private static func sizes(_ records: [PreparedRecord]) -> [PreparedRecord.Block: Int] {
    var sizes: [PreparedRecord.Block: Int] = [:]
    for record in records { for block in record.blocks { sizes[block, default: 0] += 1 } }
    return sizes
  }
}

/// The files of several partners that can be compared with one another.
package struct EncodedFiles: Sendable {
  package let files: [EncodedFile]

  /// - Throws: The first reason why one of them cannot be compared with the first: another project, epoch, key, server,
  ///   length or other parameters; or twice the same source.
  package init(_ files: [(name: String, file: EncodedFile)]) throws(EncodingError) {
    var sources: Set<String> = []
    for (name, file) in files {
      if let first = files.first { try file.header.check(against: first.file.header, file: name) }
      guard sources.insert(file.header.source).inserted else {
        throw .sameSource(file: name, source: file.header.source)
      }
    }
    self.files = files.map(\.file)
  }
}
