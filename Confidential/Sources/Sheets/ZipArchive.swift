import CZlib

/// A zip archive read where it lies: the directory at once, an entry only when it is asked for.
///
/// Follows the PKWARE application note, zip64 included. Sizes are believed only as far as they are then held to: an
/// entry never unpacks to more than its directory says, so that the limits can be judged before anything is unpacked.
struct ZipArchive: Sendable {
  struct Entry: Sendable {
    var name: String
    var method: UInt16
    var isEncrypted: Bool
    var checksum: UInt32
    var packedSize: Int
    var unpackedSize: Int
    var headerOffset: Int
  }

  private let source: ByteSource
  private let limits: SheetLimits
  private let entries: [String: Entry]

  /// - Throws: `truncated`, `damaged`, `tooManyEntries`, `archiveTooLarge`, `compressionTooHigh`, or what reading throws.
  init(_ source: ByteSource, limits: SheetLimits) throws(SheetError) {
    self.source = source
    self.limits = limits
    var entries: [String: Entry] = [:]
    var total = 0
    for entry in try ZipDirectory(of: source, entryLimit: limits.archiveEntries).entries {
      // Names in an office document are compared without regard to case (ISO 29500-2, part names).
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw .damaged(.duplicateName)
      }
      guard entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") else { continue }
      total += min(entry.unpackedSize, limits.unpackedBytes + 1)
      guard total <= limits.unpackedBytes else { throw .archiveTooLarge(limit: limits.unpackedBytes) }
      guard
        entry.unpackedSize <= limits.ratioFloor
          || entry.unpackedSize / max(1, entry.packedSize) <= limits.compressionRatio
      else { throw .compressionTooHigh(ratio: limits.compressionRatio) }
    }
    self.entries = entries
  }

  func contains(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// Unpacks an entry piece by piece, and checks its length and checksum at the end.
  func unpack(_ name: String, to sink: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard let entry = entries[name.lowercased()] else { throw SheetError.missingPart(name) }
    guard !entry.isEncrypted else { throw SheetError.encryptedEntry(part: name) }
    guard entry.unpackedSize <= limits.unpackedBytes else {
      throw SheetError.archiveTooLarge(limit: limits.unpackedBytes)
    }
    var length = 0
    var checksum: UInt = 0
    let checked: (UnsafeBufferPointer<UInt8>) throws -> Void = { piece in
      length += piece.count
      guard length <= entry.unpackedSize else { throw SheetError.damaged(.size) }
      checksum = crc32(checksum, piece.baseAddress, UInt32(piece.count))
      try sink(piece)
    }
    let start = try dataOffset(of: entry)
    switch entry.method {
    case 0: try copy(entry, from: start, to: checked)
    case 8: try inflate(entry, from: start, to: checked)
    default: throw SheetError.damaged(.unknownCompression)
    }
    guard length == entry.unpackedSize else { throw SheetError.damaged(.size) }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw SheetError.damaged(.checksum) }
  }

  /// A whole entry, for the small ones.
  func bytes(of name: String, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try unpack(name) { piece in
      guard bytes.count + piece.count <= limit else { throw SheetError.archiveTooLarge(limit: limit) }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// Where the data of an entry starts: behind a local header whose name and extra field have lengths of their own.
  private func dataOffset(of entry: Entry) throws(SheetError) -> Int {
    let header = LittleEndianBytes(try source.bytes(at: entry.headerOffset, count: 30))
    guard header.count == 30 else { throw .truncated }
    guard header.uint32(at: 0) == 0x0403_4B50 else { throw .damaged(.directory) }
    let start = entry.headerOffset + 30 + Int(header.uint16(at: 26)) + Int(header.uint16(at: 28))
    guard start + entry.packedSize <= source.count else { throw .truncated }
    return start
  }

  private static let pieceLength = 1 << 16

  private func copy(
    _ entry: Entry, from start: Int, to sink: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var offset = 0
    while offset < entry.packedSize {
      let piece = try source.bytes(at: start + offset, count: min(Self.pieceLength, entry.packedSize - offset))
      guard !piece.isEmpty else { throw SheetError.truncated }
      try piece.withUnsafeBufferPointer(sink)
      offset += piece.count
    }
  }

  private func inflate(
    _ entry: Entry, from start: Int, to sink: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceLength * 2)
    // zlib keeps the address of its stream, so the stream may not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      inflateEnd(stream)
      stream.deallocate()
      output.deallocate()
    }
    let version = inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard version == Z_OK else { throw SheetError.damaged(.compressedData) }
    var offset = 0
    var status = Z_OK
    while status != Z_STREAM_END {
      var piece = try source.bytes(at: start + offset, count: min(Self.pieceLength, entry.packedSize - offset))
      guard !piece.isEmpty else { throw SheetError.damaged(.compressedData) }
      offset += piece.count
      let length = UInt32(piece.count)
      try piece.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = length
        repeat {
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          status = CZlib.inflate(stream, Z_NO_FLUSH)
          guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            throw SheetError.damaged(.compressedData)
          }
          let written = output.count - Int(stream.pointee.avail_out)
          if written > 0 { try sink(UnsafeBufferPointer(rebasing: output[..<written])) }
        } while status == Z_OK && (stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0)
      }
    }
    guard offset == entry.packedSize, stream.pointee.avail_in == 0 else { throw SheetError.damaged(.compressedData) }
  }
}
