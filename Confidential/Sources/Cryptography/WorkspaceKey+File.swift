internal import CSodium
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension WorkspaceKey {
  /// Reads the key from a file of 64 hexadecimal digits that only its owner may read (permissions 600 or 400).
  public init(contentsOf path: String) throws(CryptographyError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT ? .keyFileMissing(path: path) : .keyFileUnreadable(path: path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .keyFileUnreadable(path: path) }
    guard status.st_mode & 0o077 == 0 else {
      throw .keyFileOpenToOthers(path: path, permissions: String(status.st_mode & 0o777, radix: 8))
    }
    // A key with its line end fits in 128 bytes; a longer file is no key.
    var digits = [UInt8](repeating: 0, count: 128)
    defer { sodium_memzero(&digits, digits.count) }
    let count = read(file, &digits, digits.count)
    guard count >= 0 else { throw .keyFileUnreadable(path: path) }
    try self.init(hex: digits[..<count], place: path)
  }

  /// Writes the key to a new file that only its owner may read. Never overwrites.
  public func write(to path: String) throws(CryptographyError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw errno == EEXIST ? .keyFileExists(path: path) : .keyFileNotWritten(path: path) }
    defer { close(file) }
    let isWritten = withHexadecimalDigits { writeAll($0, to: file) && fsync(file) == 0 }
    guard isWritten else {
      unlink(path)
      throw .keyFileNotWritten(path: path)
    }
  }
}

private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool { write(file, bytes, bytes.count) == bytes.count }
