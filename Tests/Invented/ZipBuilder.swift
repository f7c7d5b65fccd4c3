/// Writes zip archives by hand, stored and not packed, so that a test can put the mistake where it wants it.
package struct ZipBuilder {
  package struct Entry {
    package var name: String
    package var bytes: [UInt8]
    package var flags = 0
    package var method = 0
    package var statedSize: Int?
    package var checksum: UInt32?
  }

  package var entries: [Entry] = []
  package var isZip64 = false

  package init(_ parts: [(String, String)] = []) {
    entries = parts.map { Entry(name: $0.0, bytes: Array($0.1.utf8)) }
  }

  package var bytes: [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = output.count
      let fields = Self.commonFields(of: entry)
      output.append(0x0403_4B50, width: 4)
      output += fields
      output.append(entry.bytes.count, width: 4)
      output.append(entry.statedSize ?? entry.bytes.count, width: 4)
      output.append(entry.name.utf8.count, width: 2)
      output.append(0, width: 2)
      output += Array(entry.name.utf8) + entry.bytes
      directory.append(0x0201_4B50, width: 4)
      directory.append(20, width: 2)
      directory += fields
      appendSizes(of: entry, offset: offset, to: &directory)
    }
    let (start, size) = (output.count, directory.count)
    output += directory
    appendEnding(start: start, size: size, to: &output)
    return output
  }

  private static func commonFields(of entry: Entry) -> [UInt8] {
    var fields: [UInt8] = []
    fields.append(20, width: 2)
    fields.append(entry.flags, width: 2)
    fields.append(entry.method, width: 2)
    fields.append(0, width: 4)
    fields.append(Int(entry.checksum ?? crc32(entry.bytes)), width: 4)
    return fields
  }

  private func appendSizes(of entry: Entry, offset: Int, to directory: inout [UInt8]) {
    let sizes = [entry.statedSize ?? entry.bytes.count, entry.bytes.count, offset]
    directory.append(isZip64 ? 0xFFFF_FFFF : sizes[1], width: 4)
    directory.append(isZip64 ? 0xFFFF_FFFF : sizes[0], width: 4)
    directory.append(entry.name.utf8.count, width: 2)
    directory.append(isZip64 ? 28 : 0, width: 2)
    directory.append(0, width: 10)
    directory.append(isZip64 ? 0xFFFF_FFFF : offset, width: 4)
    directory += Array(entry.name.utf8)
    guard isZip64 else { return }
    directory.append(1, width: 2)
    directory.append(24, width: 2)
    for size in sizes { directory.append(size, width: 8) }
  }

  private func appendEnding(start: Int, size: Int, to output: inout [UInt8]) {
    if isZip64 {
      let record = output.count
      output.append(0x0606_4B50, width: 4)
      output.append(44, width: 8)
      output.append(0, width: 12)
      for number in [entries.count, entries.count, size, start] { output.append(number, width: 8) }
      output.append(0x0706_4B50, width: 4)
      output.append(0, width: 4)
      output.append(record, width: 8)
      output.append(1, width: 4)
    }
    output.append(0x0605_4B50, width: 4)
    output.append(0, width: 4)
    output.append(isZip64 ? 0xFFFF : entries.count, width: 2)
    output.append(isZip64 ? 0xFFFF : entries.count, width: 2)
    output.append(isZip64 ? 0xFFFF_FFFF : size, width: 4)
    output.append(isZip64 ? 0xFFFF_FFFF : start, width: 4)
    output.append(0, width: 2)
  }

  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ value: Int, width: Int) {
    for place in 0..<width {
      append(place < 8 ? UInt8(truncatingIfNeeded: value >> (8 * place)) : 0)
    }
  }
}
