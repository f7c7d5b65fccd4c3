import Glibc

/// Bytes that lie where only their owner knows how to read them, such as in a sealed file.
package protocol ByteOrigin: Sendable {
  var count: Int { get }

  /// As `ByteSource.read`.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws(SheetError) -> Int
}

/// The bytes of a regular file, of memory or of another origin, readable at any offset and from any task.
///
/// A file stays open until the last user lets go, so that every pass reads the same file even if its name is taken over.
package final class ByteSource: Sendable {
  private enum Origin {
    case descriptor(Int32)
    case memory([UInt8])
    case other(any ByteOrigin)
  }

  private let origin: Origin
  /// Bytes at the moment of opening.
  package let count: Int

  /// - Throws: `notFound`, `isDirectory`, `notRegularFile`, `notPermitted` or `readFailed`.
  package init(path: String) throws(SheetError) {
    // Without O_NONBLOCK the opening of a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SheetError(readingCode: errno) }
    var status = stat()
    let code = fstat(descriptor, &status) == 0 ? 0 : errno
    let kind = status.st_mode & S_IFMT
    guard code == 0, kind == S_IFREG else {
      close(descriptor)
      if code != 0 { throw SheetError(readingCode: code) }
      throw kind == S_IFDIR ? .isDirectory : .notRegularFile
    }
    origin = .descriptor(descriptor)
    count = Int(status.st_size)
  }

  package init(bytes: [UInt8]) {
    origin = .memory(bytes)
    count = bytes.count
  }

  package init(_ origin: any ByteOrigin) {
    self.origin = .other(origin)
    count = origin.count
  }

  deinit {
    if case .descriptor(let descriptor) = origin { close(descriptor) }
  }

  /// Fills `target` from `offset` on, and returns how many bytes there were: fewer than asked only at the end.
  package func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws(SheetError) -> Int {
    switch origin {
    case .memory(let bytes):
      guard offset < bytes.count else { return 0 }
      let length = min(target.count, bytes.count - offset)
      bytes.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + length])) }
      return length
    case .other(let origin): return try origin.read(into: target, at: offset)
    case .descriptor(let descriptor):
      var filled = 0
      while filled < target.count {
        let got = pread(descriptor, target.baseAddress! + filled, target.count - filled, off_t(offset + filled))
        if got == 0 { break }
        if got > 0 {
          filled += got
        } else if errno != EINTR {
          throw SheetError(readingCode: errno)
        }
      }
      return filled
    }
  }

  /// The bytes of a range, cut at the end of the source.
  package func bytes(at offset: Int, count: Int) throws(SheetError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    var failure: SheetError?
    let filled = bytes.withUnsafeMutableBytes { target in
      do throws(SheetError) {
        return try read(into: target, at: offset)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

extension SheetError {
  /// The error that an `errno` of opening or reading means.
  package init(readingCode code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case EISDIR: self = .isDirectory
    case EACCES, EPERM: self = .notPermitted
    default: self = .readFailed(code: code)
    }
  }
}
