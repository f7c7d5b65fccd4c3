/// The central directory of a zip archive, found from the end of the file.
struct ZipDirectory {
  private(set) var entries: [ZipArchive.Entry] = []

  private struct Location {
    var entryCount: Int
    var size: Int
    var offset: Int
  }

  private static let endLength = 22
  private static let longestComment = 0xFFFF

  init(of source: ByteSource, entryLimit: Int) throws(SheetError) {
    let location = try Self.location(in: source)
    guard location.entryCount <= entryLimit else { throw .tooManyEntries(limit: entryLimit) }
    // Every entry takes 46 bytes and its name; a directory far above that is no directory.
    guard location.size <= location.entryCount * (46 + 3 * 0x1_0000), location.offset >= 0,
      location.offset + location.size <= source.count
    else { throw .damaged(.directory) }
    let bytes = LittleEndianBytes(try source.bytes(at: location.offset, count: location.size))
    guard bytes.count == location.size else { throw .truncated }
    var offset = 0
    for _ in 0..<location.entryCount {
      entries.append(try Self.entry(in: bytes, at: &offset))
    }
  }

  /// - Throws: `truncated` when the end record is not there: the one thing a file cut short always lacks.
  private static func location(in source: ByteSource) throws(SheetError) -> Location {
    let tailLength = min(source.count, endLength + longestComment)
    let tailOffset = source.count - tailLength
    let tail = LittleEndianBytes(try source.bytes(at: tailOffset, count: tailLength))
    guard tail.count == tailLength, tailLength >= endLength else { throw .truncated }
    var position = tailLength - endLength
    while tail.uint32(at: position) != 0x0605_4B50
      || position + endLength + Int(tail.uint16(at: position + 20)) > tailLength
    {
      guard position > 0 else { throw .truncated }
      position -= 1
    }
    let location = Location(
      entryCount: Int(tail.uint16(at: position + 10)), size: Int(tail.uint32(at: position + 12)),
      offset: Int(tail.uint32(at: position + 16)))
    let isZip64 =
      location.entryCount == 0xFFFF || location.size == 0xFFFF_FFFF || location.offset == 0xFFFF_FFFF
    let locatorOffset = tailOffset + position - 20
    guard isZip64, locatorOffset >= 0 else { return location }
    return try zip64Location(in: source, locatorOffset: locatorOffset) ?? location
  }

  private static func zip64Location(in source: ByteSource, locatorOffset: Int) throws(SheetError) -> Location? {
    let locator = LittleEndianBytes(try source.bytes(at: locatorOffset, count: 20))
    guard locator.count == 20, locator.uint32(at: 0) == 0x0706_4B50 else { return nil }
    guard let offset = locator.int(at: 8), offset < source.count else { throw .damaged(.directory) }
    let record = LittleEndianBytes(try source.bytes(at: offset, count: 56))
    guard record.count == 56, record.uint32(at: 0) == 0x0606_4B50, let entryCount = record.int(at: 32),
      let size = record.int(at: 40), let start = record.int(at: 48)
    else { throw .damaged(.directory) }
    return Location(entryCount: entryCount, size: size, offset: start)
  }

  private static func entry(in bytes: LittleEndianBytes, at offset: inout Int) throws(SheetError) -> ZipArchive.Entry {
    guard offset + 46 <= bytes.count, bytes.uint32(at: offset) == 0x0201_4B50 else { throw .damaged(.directory) }
    let nameStart = offset + 46
    let extraStart = nameStart + Int(bytes.uint16(at: offset + 28))
    let extraEnd = extraStart + Int(bytes.uint16(at: offset + 30))
    let next = extraEnd + Int(bytes.uint16(at: offset + 32))
    guard next <= bytes.count else { throw .damaged(.directory) }
    let flags = bytes.uint16(at: offset + 8)
    var entry = ZipArchive.Entry(
      name: try safeName(bytes.string(in: nameStart..<extraStart)), method: bytes.uint16(at: offset + 10),
      isEncrypted: flags & 0x41 != 0, checksum: bytes.uint32(at: offset + 16),
      packedSize: Int(bytes.uint32(at: offset + 20)), unpackedSize: Int(bytes.uint32(at: offset + 24)),
      headerOffset: Int(bytes.uint32(at: offset + 42)))
    try readZip64Sizes(of: &entry, in: bytes, extra: extraStart..<extraEnd)
    offset = next
    return entry
  }

  /// In zip64 each size that did not fit in 32 bits follows in extra field 1, in this order.
  private static func readZip64Sizes(
    of entry: inout ZipArchive.Entry, in bytes: LittleEndianBytes, extra: Range<Int>
  ) throws(SheetError) {
    var position = extra.lowerBound
    while position + 4 <= extra.upperBound {
      var field = position + 4
      let end = field + Int(bytes.uint16(at: position + 2))
      guard end <= extra.upperBound else { return }
      if bytes.uint16(at: position) == 1 {
        let sizes = [\ZipArchive.Entry.unpackedSize, \.packedSize, \.headerOffset]
        for size in sizes where entry[keyPath: size] == 0xFFFF_FFFF {
          guard field + 8 <= end, let value = bytes.int(at: field) else { throw .damaged(.directory) }
          entry[keyPath: size] = value
          field += 8
        }
      }
      position = end
    }
  }

  /// Nothing is ever written under these names, but an archive that climbs out of its folder is not an honest one.
  private static func safeName(_ name: String) throws(SheetError) -> String {
    let name = String(name.map { $0 == "\\" ? "/" : $0 })
    let components = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.hasPrefix("/"), !components.contains(".."), !components[0].hasSuffix(":") else {
      throw .damaged(.unsafeName)
    }
    return name
  }
}

/// Bytes read as the little-endian numbers that a zip archive is made of.
struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func uint16(at offset: Int) -> UInt16 { UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8 }

  func uint32(at offset: Int) -> UInt32 { UInt32(uint16(at: offset)) | UInt32(uint16(at: offset + 2)) << 16 }

  /// A 64-bit size or offset; nil when it is beyond any file.
  func int(at offset: Int) -> Int? {
    let value = UInt64(uint32(at: offset)) | UInt64(uint32(at: offset + 4)) << 32
    return value <= 1 << 48 ? Int(value) : nil
  }

  func string(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
