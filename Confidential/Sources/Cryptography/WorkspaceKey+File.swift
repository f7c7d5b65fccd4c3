internal import CSodium
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension WorkspaceKey {
  /// Reads the key from a file of 64 hexadecimal digits that only its owner may read (permissions 600 or 400).
  public init(contentsOf path: String) throws(CryptographyError) {
    try self.init(contentsOf: path) { () throws(CryptographyError) in throw .passphraseMissing(place: path) }
  }

  /// Reads the key from a file that only its owner may read, of 64 hexadecimal digits or a wrapped key.
  ///
  /// - Parameter passphrase: Asked for when the key is a wrapped one.
  public init(
    contentsOf path: String, passphrase: () throws(CryptographyError) -> String
  ) throws(CryptographyError) {
    var text = try PrivateFile.contents(of: path)
    defer { sodium_memzero(&text, text.count) }
    if WrappedKey.isMeant(by: text) {
      let wrapped = WrappedKey(text: String(decoding: text, as: UTF8.self))
      self = try wrapped.open(passphrase: try passphrase(), place: path)
    } else {
      try self.init(hex: text, place: path)
    }
  }

  /// Writes the key to a new file that only its owner may read. Never overwrites.
  public func write(to path: String) throws(CryptographyError) {
    try withHexadecimalDigits { (digits) throws(CryptographyError) in try PrivateFile.write(digits, to: path) }
  }
}

/// Small files that nobody but their owner may read.
public enum PrivateFile {
  /// Bytes: a key with its line end fits in 128, a wrapped one in 256; a longer file is no key.
  private static let longest = 512

  static func contents(of path: String) throws(CryptographyError) -> [UInt8] {
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
    var bytes = [UInt8](repeating: 0, count: longest)
    defer { sodium_memzero(&bytes, bytes.count) }
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else { throw .keyFileUnreadable(path: path) }
    return Array(bytes[..<count])
  }

  /// Writes a new file, which is there whole or not at all, down to the disk, and its name in the folder too. Never
  /// overwrites.
  public static func write(_ bytes: [UInt8], to path: String) throws(CryptographyError) {
    guard access(path, F_OK) != 0 else { throw .keyFileExists(path: path) }
    let partial = try writePartial(bytes, of: path)
    defer { remove(partial) }
    // A link does not take the place of what another program put there meanwhile; not every file system has links.
    if link(partial, path) != 0 {
      guard errno != EEXIST else { throw .keyFileExists(path: path) }
      guard rename(partial, path) == 0 else { throw .keyFileNotWritten(path: path) }
    }
    syncFolder(of: path)
  }

  /// Puts new contents in the place of a file, at once or not at all.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(CryptographyError) {
    let partial = try writePartial(bytes, of: path)
    guard rename(partial, path) == 0 else {
      remove(partial)
      throw .keyFileNotWritten(path: path)
    }
    syncFolder(of: path)
  }

  /// Tries again where the disk failed once: what would stay is a second copy of a key.
  private static func remove(_ partial: String) {
    if unlink(partial) != 0, errno != ENOENT { unlink(partial) }
  }

  /// Writes a file beside the one that is meant, hidden, and down to the disk.
  private static func writePartial(_ bytes: [UInt8], of path: String) throws(CryptographyError) -> String {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let partial = path[..<start] + "." + path[start...] + ".part"
    unlink(String(partial))
    let file = open(String(partial), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .keyFileNotWritten(path: path) }
    defer { close(file) }
    guard writeAll(bytes, to: file), fsync(file) == 0 else {
      unlink(String(partial))
      throw .keyFileNotWritten(path: path)
    }
    return String(partial)
  }

  /// Some file systems cannot flush a folder; the file itself is safe.
  private static func syncFolder(of path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = open(slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".", O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}

private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool { write(file, bytes, bytes.count) == bytes.count }
