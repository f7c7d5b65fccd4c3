package import Cryptography

/// Encoded records with their header: what goes to the linkage unit.
///
/// A file is the header as text, the records, and the BLAKE2b of both in 32 bytes.
package struct EncodedFile: Equatable, Sendable {
  package let header: EncodingHeader
  /// The records, as `RecordEncoder` wrote them.
  private let body: [UInt8]
  private let starts: [Int]

  private static let longestHeader = 4096
  private static let rowSize = 18
  private static let blockSize = 10

  package var count: Int { starts.count }

  /// Encodes records, in the order of their random numbers, so that their order tells nothing.
  ///
  /// - Precondition: No two equal row numbers.
  package init(
    _ records: [(row: RowNumber, record: StandardRecord)], source: String, key: LinkageKey, server: String? = nil,
    with encoder: inout RecordEncoder
  ) {
    var body: [UInt8] = []
    var starts: [Int] = []
    for (row, record) in records.sorted(by: { $0.row < $1.row }) {
      starts.append(body.count)
      encoder.encode(record, row: row, into: &body)
    }
    header = EncodingHeader(
      source: source, key: key, server: server, parameters: encoder.parameters, recordCount: records.count)
    (self.body, self.starts) = (body, starts)
  }

  package var bytes: [UInt8] {
    let bytes = Array(header.text.utf8) + body
    return bytes + bytes.withUnsafeBytes(blake2b)
  }

  /// - Parameter file: Its name, for errors.
  /// - Throws: `notAnEncoding`, `laterFormat` or `damaged`.
  package init(bytes: [UInt8], file: String) throws(EncodingError) {
    let mark = Array(EncodingHeader.mark.utf8)
    guard bytes.starts(with: mark) else { throw .notAnEncoding(file: file) }
    let limit = min(bytes.count, Self.longestHeader)
    guard let end = (1..<max(limit, 1)).first(where: { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }) else {
      throw .damaged(file: file)
    }
    header = try EncodingHeader(text: String(decoding: bytes[..<end], as: UTF8.self), file: file)
    guard bytes.count >= end + 1 + 32 else { throw .damaged(file: file) }
    let isWhole = bytes.withUnsafeBytes { all in
      blake2b(UnsafeRawBufferPointer(rebasing: all[..<(all.count - 32)])).elementsEqual(all[(all.count - 32)...])
    }
    guard isWhole else { throw .damaged(file: file) }
    body = Array(bytes[(end + 1)..<(bytes.count - 32)])
    guard let starts = Self.starts(body, header) else { throw .damaged(file: file) }
    self.starts = starts
  }

  /// Where the records begin; nil when the bytes are no such records.
  private static func starts(_ body: [UInt8], _ header: EncodingHeader) -> [Int]? {
    let content = BlockContent.size(header.parameters)
    var starts: [Int] = []
    var place = 0
    while place < body.count {
      guard place + rowSize <= body.count else { return nil }
      let (contents, blocks) = (Int(body[place + 16]), Int(body[place + 17]))
      let first = place + rowSize + contents * content
      let end = first + blocks * blockSize
      guard end <= body.count else { return nil }
      for block in 0..<blocks {
        let start = first + block * blockSize
        guard BlockPass(rawValue: body[start]) != nil, body[start + 1] < contents else { return nil }
      }
      starts.append(place)
      place = end
    }
    return starts.count == header.recordCount ? starts : nil
  }

  // MARK: Records

  package func row(_ record: Int) -> RowNumber {
    RowNumber(high: littleEndian(body, starts[record]), low: littleEndian(body, starts[record] + 8))
  }

  /// The blocks that a record is in.
  package func blocks(_ record: Int) -> [EncodedBlock] {
    let (contents, count) = (Int(body[starts[record] + 16]), Int(body[starts[record] + 17]))
    let first = starts[record] + Self.rowSize + contents * BlockContent.size(header.parameters)
    return (0..<count).compactMap { number in
      let start = first + number * Self.blockSize
      guard let pass = BlockPass(rawValue: body[start]) else { return nil }
      return EncodedBlock(
        pass: pass, key: littleEndian(body, start + 2),
        content: EncodedContent(file: self, start: contentStart(record, Int(body[start + 1]))))
    }
  }

  private func contentStart(_ record: Int, _ number: Int) -> Int {
    starts[record] + Self.rowSize + number * BlockContent.size(header.parameters)
  }

  fileprivate func bytes(at place: Int, count: Int) -> ArraySlice<UInt8> { body[place..<place + count] }
  fileprivate func word(at place: Int) -> UInt64 { littleEndian(body, place) }
}

/// One block of a record.
package struct EncodedBlock: Sendable {
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
