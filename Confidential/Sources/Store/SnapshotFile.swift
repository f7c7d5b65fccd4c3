internal import Cryptography
internal import Foundation
internal import Model

/// The columnar snapshot: what the store gathered, in one file that is read back at the speed of the disk.
///
/// Sixteen bytes of signature; the length of the heading, eight bytes; the heading, JSON; then the parts in the order in
/// which the heading names them, each beginning at a multiple of 64 bytes; numbers little-endian. The heading carries a
/// checksum of each part, and the file ends with the checksum of the heading. It is a cache: a file that is absent,
/// damaged or of other deliveries is not an error, but made again.
struct SnapshotFile {
  let path: String

  private static let signature = Array("zicht snapshot 1".utf8)
  /// Bytes: a line of the cache, and enough for every type that is read in place.
  private static let alignment = 64

  private struct Heading: Codable {
    var label: String
    var rowCount: Int
    var variables: [String]
    var parts: [Part]
    var deliveries: [KeptSummary]
  }

  private struct Part: Codable {
    var offset: Int
    var count: Int
    var checksum: UInt64
  }
}

extension SnapshotFile {
  /// Keeps a snapshot where the file system lets it. It appears whole or not at all.
  func write(_ notifications: Notifications, labelled label: SnapshotLabel) {
    let partial = "\(path).\(hexadecimal(randomBytes(count: 8))).partial"
    let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWritten = write(notifications, labelled: label, to: file)
    close(file)
    if !isWritten || rename(partial, path) != 0 { unlink(partial) }
  }

  private func write(_ notifications: Notifications, labelled label: SnapshotLabel, to file: Int32) -> Bool {
    var heading = Heading(
      label: label.digest.hex, rowCount: notifications.columns.rowCount,
      variables: notifications.columns.variables.map(\.name), parts: [],
      deliveries: notifications.deliveries.map(KeptSummary.init))
    var offset = 0
    withParts(of: notifications) { bytes in
      heading.parts.append(Part(offset: offset, count: bytes.count, checksum: quickChecksum(of: bytes)))
      offset = SnapshotFile.aligned(offset + bytes.count)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let text = try? encoder.encode(heading) else { return false }
    let first = SnapshotFile.firstPart(headingLength: text.count)
    var isWritten = SnapshotFile.write(SnapshotFile.opening(heading: text), to: file, at: 0)
    var index = 0
    withParts(of: notifications) { bytes in
      isWritten = isWritten && SnapshotFile.write(bytes, to: file, at: first + heading.parts[index].offset)
      index += 1
    }
    let ending = withUnsafeBytes(of: text.withUnsafeBytes(quickChecksum).littleEndian) { Array($0) }
    return isWritten && SnapshotFile.write(ending, to: file, at: first + offset) && fsync(file) == 0
  }

  /// Columns first, then persons, deliveries and rows.
  private func withParts(of notifications: Notifications, _ body: (UnsafeRawBufferPointer) -> Void) {
    for column in notifications.columns.columns { column.withPackedBytes(body) }
    notifications.person.withUnsafeBytes(body)
    notifications.delivery.withUnsafeBytes(body)
    notifications.sourceRow.withUnsafeBytes(body)
  }

  private static func opening(heading: Data) -> [UInt8] {
    signature + withUnsafeBytes(of: UInt64(heading.count).littleEndian) { Array($0) } + Array(heading)
  }

  private static func firstPart(headingLength: Int) -> Int { aligned(signature.count + 8 + headingLength) }

  private static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  private static func write(_ bytes: [UInt8], to file: Int32, at offset: Int) -> Bool {
    bytes.withUnsafeBytes { write($0, to: file, at: offset) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Bool {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
      let count = pwrite(file, start + done, bytes.count - done, off_t(offset + done))
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}

extension SnapshotFile {
  /// The snapshot, when it is whole and has this label.
  func read(labelled label: SnapshotLabel, for monitor: Monitor) -> Notifications? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let (heading, first) = SnapshotFile.heading(of: file), heading.label == label.digest.hex else { return nil }
    var reader = PartReader(file: file, first: first, parts: heading.parts.map { ($0.offset, $0.count, $0.checksum) })
    var columns = Columns(rowCount: heading.rowCount)
    for name in heading.variables {
      guard let variable = monitor.snapshotVariable(named: name),
        let column = reader.column(like: variable.emptyColumn(), rows: heading.rowCount)
      else { return nil }
      columns.set(column, for: variable)
    }
    guard let person: [UInt32] = reader.values(heading.rowCount),
      let delivery: [UInt16] = reader.values(heading.rowCount),
      let sourceRow: [UInt32] = reader.values(heading.rowCount)
    else { return nil }
    return Notifications(
      columns: columns, person: person, delivery: delivery, sourceRow: sourceRow,
      deliveries: heading.deliveries.map(\.summary))
  }

  private static func heading(of file: Int32) -> (Heading, first: Int)? {
    let opening = bytes(of: file, at: 0, count: signature.count + 8)
    guard opening.count == signature.count + 8, Array(opening.prefix(signature.count)) == signature else { return nil }
    let length = opening.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // A heading of more than 64 MiB is damage, not a codebook.
    guard length < 1 << 26 else { return nil }
    let text = bytes(of: file, at: signature.count + 8, count: Int(length))
    guard text.count == Int(length), let heading = try? JSONDecoder().decode(Heading.self, from: Data(text)) else {
      return nil
    }
    let first = firstPart(headingLength: text.count)
    let end = heading.parts.last.map { aligned($0.offset + $0.count) } ?? 0
    let ending = withUnsafeBytes(of: text.withUnsafeBytes(quickChecksum).littleEndian) { Array($0) }
    return bytes(of: file, at: first + end, count: 8) == ending ? (heading, first) : nil
  }

  private static func bytes(of file: Int32, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, initialized in
      initialized =
        readAll(UnsafeMutableRawBufferPointer(buffer).baseAddress, count, from: file, at: offset) ? count : 0
    }
  }
}

/// Reads the parts of a snapshot one after the other, straight into the arrays they become.
private struct PartReader {
  let file: Int32
  let first: Int
  let parts: [(offset: Int, count: Int, checksum: UInt64)]
  var next = 0

  mutating func column(like empty: Column, rows: Int) -> Column? {
    switch empty {
    case .category: values(rows).map { .category($0) }
    case .wideCategory: values(rows).map { .wideCategory($0) }
    case .set: values(rows).map { .set($0) }
    case .number: values(rows).map { .number($0) }
    }
  }

  mutating func values<Value: FixedWidthInteger>(_ rows: Int) -> [Value]? {
    guard next < parts.count else { return nil }
    let part = parts[next]
    next += 1
    guard part.count == rows * MemoryLayout<Value>.size else { return nil }
    var isWhole = false
    let values = [Value](unsafeUninitializedCapacity: max(rows, 1)) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      isWhole = readAll(bytes.baseAddress, part.count, from: file, at: first + part.offset)
      initialized = isWhole ? rows : 0
    }
    return isWhole && values.withUnsafeBytes(quickChecksum) == part.checksum ? values : nil
  }
}

private func readAll(_ place: UnsafeMutableRawPointer?, _ count: Int, from file: Int32, at offset: Int) -> Bool {
  var done = 0
  while done < count, let place {
    let step = pread(file, place + done, count - done, off_t(offset + done))
    guard step > 0 else { return false }
    done += step
  }
  return done == count
}

extension Monitor {
  /// The variables of a snapshot by name: the built-in ones and the codebook's.
  fileprivate func snapshotVariable(named name: String) -> Variable? {
    switch name {
    case "year": yearVariable
    case "source": sourceVariable
    default: codebook.variable(named: name)
    }
  }
}
