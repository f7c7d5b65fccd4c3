import Glibc

/// A file that appears under its name all at once, or not at all.
///
/// What is written goes to a file beside the target, which takes the target's name when it is complete and on disk.
/// Letting go before that leaves nothing behind.
package final class AtomicFile {
  /// Where to write until `commit`.
  package let temporaryPath: String
  private let path: String
  private let folder: String
  private var isCommitted = false

  /// - Throws: `folderNotFound`, `folderNotWritable`, `isDirectory`, `diskFull` or `writeFailed`.
  package init(path: String) throws(SheetError) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    var attempt = 0
    while true {
      let candidate = "\(folder)/.\(name).\(getpid())-\(attempt).tmp"
      let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        close(descriptor)
        temporaryPath = candidate
        return
      }
      // A name is taken only by what a stopped run of this same process number left behind.
      guard errno == EEXIST, attempt < 1000 else { throw SheetError(writingCode: errno) }
      attempt += 1
    }
  }

  deinit {
    if !isCommitted { unlink(temporaryPath) }
  }

  /// Brings what was written to disk and gives it its name.
  package func commit() throws(SheetError) {
    let descriptor = open(temporaryPath, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw SheetError(writingCode: errno) }
    let code = fsync(descriptor) == 0 ? 0 : errno
    close(descriptor)
    guard code == 0 else { throw SheetError(writingCode: code) }
    guard rename(temporaryPath, path) == 0 else { throw SheetError(writingCode: errno) }
    isCommitted = true
    // The name itself is on disk once its folder is; some file systems cannot do that for folders, and need not.
    let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folderDescriptor >= 0 {
      fsync(folderDescriptor)
      close(folderDescriptor)
    }
  }
}

extension SheetError {
  /// The error that an `errno` of creating or writing means.
  package init(writingCode code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .folderNotFound
    case EACCES, EPERM, EROFS: self = .folderNotWritable
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EISDIR: self = .isDirectory
    default: self = .writeFailed(code: code)
    }
  }
}
