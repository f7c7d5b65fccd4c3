import CZlib

/// A zip archive that is made in memory: what ODF asks of one, and no more. The same parts give the same bytes.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1 January 2000, 00:00, as the format counts days.
  private static let day: UInt16 = 20 << 9 | 1 << 5 | 1
  /// Names are UTF-8.
  private static let flags: UInt16 = 1 << 11

  /// - Parameter isPacked: Whether it is compressed; the first part of an ODF file may not be.
  mutating func add(_ name: String, _ content: [UInt8], isPacked: Bool = true) throws(SheetError) {
    let stored = isPacked ? try Self.deflated(content) : content
    let offset = UInt32(bytes.count)
    var fields: [UInt8] = []
    Self.put([20, Self.flags, isPacked ? 8 : 0, 0, Self.day], in: &fields)
    let checksum = content.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, uInt($0.count))) }
    Self.put([checksum, UInt32(stored.count), UInt32(content.count)], in: &fields)
    Self.put([UInt16(name.utf8.count), 0], in: &fields)
    Self.put([UInt32(0x0403_4B50)], in: &bytes)
    bytes += fields + Array(name.utf8) + stored
    Self.put([UInt32(0x0201_4B50)], in: &directory)
    Self.put([UInt16(20)], in: &directory)
    directory += fields
    // No comment, first disk, no attributes.
    Self.put([UInt16(0), 0, 0, 0, 0], in: &directory)
    Self.put([offset], in: &directory)
    directory += Array(name.utf8)
    count += 1
  }

  /// Ends the archive with its directory.
  mutating func finish() {
    let offset = UInt32(bytes.count)
    bytes += directory
    Self.put([UInt32(0x0605_4B50)], in: &bytes)
    Self.put([UInt16(0), 0, count, count], in: &bytes)
    Self.put([UInt32(directory.count), offset], in: &bytes)
    Self.put([UInt16(0)], in: &bytes)
  }

  private static func put(_ values: [some FixedWidthInteger], in bytes: inout [UInt8]) {
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }

  /// Without the two bytes before and the four behind by which zlib frames its streams.
  private static func deflated(_ content: [UInt8]) throws(SheetError) -> [UInt8] {
    var length = compressBound(uLong(content.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, content, uLong(content.count), Z_DEFAULT_COMPRESSION)
    guard status == Z_OK else { throw .writeFailed(code: status) }
    return Array(packed[2..<Int(length) - 4])
  }
}
