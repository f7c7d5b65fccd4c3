#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is sealed in pieces, so that it can be written and read without ever being whole in memory.
///
/// A line of text that says what it is, the number of the key (8 bytes), the number of the file (16) and then the pieces:
/// 64 KiB of plain text each, the last one shorter, sealed for the file, their place in it and whether they are the last.
/// A piece that was changed, moved, taken from another file or left out does not open.
package enum SealedFile {
  static let opening = Array("zicht sealed 1\n".utf8)
  static let pieceLength = 1 << 16
  static let fileNumberCount = 16
  static let headCount = opening.count + DeliveryKeys.numberCount + fileNumberCount

  /// Where a piece belongs.
  static func place(_ file: [UInt8], _ index: Int, isLast: Bool) -> [UInt8] {
    file + withUnsafeBytes(of: UInt64(index).littleEndian, Array.init) + [isLast ? 1 : 0]
  }
}

/// Writes a sealed file, of which the digest is known when it is on the disk.
package final class SealedFileWriter {
  private let descriptor: Int32
  private let key: SealingKey
  private let number = randomBytes(count: SealedFile.fileNumberCount)
  private var pending: [UInt8] = []
  private var index = 0
  private var hash = SHA256()

  /// - Throws: `SealedFileError` with what the system says. A file of that name is not written over.
  package init(to path: String, sealedWith keys: DeliveryKeys) throws(SealedFileError) {
    key = keys.newest.sealing
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .failed(code: errno) }
    pending.reserveCapacity(SealedFile.pieceLength)
    try put(SealedFile.opening + keys.newest.number + number)
  }

  deinit { close(descriptor) }

  package func write(_ bytes: [UInt8]) throws(SealedFileError) {
    var start = 0
    // A full piece waits for what comes after it: only then is it known not to be the last.
    while pending.count + bytes.count - start > SealedFile.pieceLength {
      let end = start + SealedFile.pieceLength - pending.count
      pending.append(contentsOf: bytes[start..<end])
      start = end
      try sealPending(isLast: false)
    }
    pending.append(contentsOf: bytes[start...])
  }

  /// Seals what is left, and returns when the file is on the disk; its name need not be.
  package func finish() throws(SealedFileError) -> SHA256Digest {
    try sealPending(isLast: true)
    guard fsync(descriptor) == 0 else { throw .failed(code: errno) }
    return hash.digest
  }

  private func sealPending(isLast: Bool) throws(SealedFileError) {
    let sealed = key.seal(pending, for: SealedFile.place(number, index, isLast: isLast))
    index += 1
    pending.removeAll(keepingCapacity: true)
    try put(sealed)
  }

  private func put(_ bytes: [UInt8]) throws(SealedFileError) {
    hash.update(bytes)
    var code: Int32 = 0
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count, code == 0 {
        let written = Glibc.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
        if written >= 0 { offset += written } else if errno != EINTR { code = errno }
      }
    }
    guard code == 0 else { throw .failed(code: code) }
  }
}

/// Reads a sealed file at any place, from any task.
package final class SealedFileReader: Sendable {
  private let descriptor: Int32
  private let key: SealingKey
  private let number: [UInt8]
  private let pieceCount: Int
  /// Bytes of the plain text.
  package let count: Int

  /// - Throws: `damaged` when it is no sealed file, was cut off or made longer; `unknownKey` when these keys are not
  ///   those of its folder.
  package init(contentsOf path: String, openedBy keys: DeliveryKeys) throws(SealedFileError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(code: errno) }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let head = Self.bytes(of: descriptor, at: 0, count: SealedFile.headCount)
    let sealedLength = SealedFile.pieceLength + SealingKey.overhead
    let length = Int(status.st_size) - SealedFile.headCount
    pieceCount = (length + sealedLength - 1) / max(1, sealedLength)
    count = length - pieceCount * SealingKey.overhead
    let keyNumber = Array(head.dropFirst(SealedFile.opening.count).prefix(DeliveryKeys.numberCount))
    number = Array(head.suffix(SealedFile.fileNumberCount))
    let known = keys.key(keyNumber)
    key = known?.sealing ?? keys.newest.sealing
    guard isFile, head.starts(with: SealedFile.opening), length >= SealingKey.overhead, count >= 0 else {
      throw .damaged
    }
    guard known != nil else { throw .unknownKey }
    _ = try piece(pieceCount - 1)
  }

  deinit { close(descriptor) }

  /// Fills `target` from `offset` on, and returns how many bytes there were: fewer than asked only at the end.
  package func read(
    into target: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SealedFileError) -> Int {
    var filled = 0
    while filled < target.count, offset + filled < count {
      let (index, start) = (offset + filled).quotientAndRemainder(dividingBy: SealedFile.pieceLength)
      let plain = try piece(index)
      let taken = min(plain.count - start, target.count - filled)
      plain.withUnsafeBytes {
        let part = UnsafeRawBufferPointer(rebasing: $0[start..<start + taken])
        UnsafeMutableRawBufferPointer(rebasing: target[filled...]).copyMemory(from: part)
      }
      filled += taken
    }
    return filled
  }

  private func piece(_ index: Int) throws(SealedFileError) -> [UInt8] {
    let sealedLength = SealedFile.pieceLength + SealingKey.overhead
    let sealed = Self.bytes(of: descriptor, at: SealedFile.headCount + index * sealedLength, count: sealedLength)
    let place = SealedFile.place(number, index, isLast: index == pieceCount - 1)
    guard let plain = try? key.open(sealed, for: place) else { throw .damaged }
    return plain
  }

  private static func bytes(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      while filled < count {
        let got = pread(descriptor, bytes.baseAddress! + filled, count - filled, off_t(offset + filled))
        if got > 0 { filled += got } else if got == 0 || errno != EINTR { return }
      }
    }
  }
}

/// Why a sealed file could not be written or read.
package enum SealedFileError: Error, Equatable, Sendable {
  /// What the system says.
  case failed(code: Int32)
  case damaged
  case unknownKey
}
