import Glibc

/// Writes delimited text to a file that appears only when it is finished.
public final class CSVWriter {
  private let encoder: CSVEncoder
  private let file: AtomicFile
  private let output: OutputDescriptor
  private var pending: [UInt8] = []

  /// Bytes written at once. A decision: calls to the system no longer show.
  private static let pendingLimit = 1 << 16

  /// - Parameter hasByteOrderMark: Excel reads UTF-8 only from files that start with one.
  /// - Throws: `folderNotFound`, `folderNotWritable`, `isDirectory`, `diskFull` or `writeFailed`.
  public init(to path: String, encoder: CSVEncoder = CSVEncoder(), hasByteOrderMark: Bool) throws(SheetError) {
    self.encoder = encoder
    file = try AtomicFile(path: path)
    output = try OutputDescriptor(path: file.temporaryPath)
    if hasByteOrderMark { pending = [0xEF, 0xBB, 0xBF] }
  }

  /// Adds a record.
  ///
  /// - Throws: `diskFull` or `writeFailed`.
  public func write(_ fields: some Sequence<String>) throws(SheetError) {
    encoder.append(fields, to: &pending)
    guard pending.count >= Self.pendingLimit else { return }
    try output.write(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives the file its name. Without this call no file appears.
  public func finish() throws(SheetError) {
    try output.write(pending)
    pending.removeAll()
    try file.commit()
  }
}

/// A file open for writing from its start.
package final class OutputDescriptor {
  private let descriptor: Int32

  package init(path: String) throws(SheetError) {
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SheetError(writingCode: errno) }
  }

  deinit { close(descriptor) }

  package func write(_ bytes: [UInt8]) throws(SheetError) {
    var code: Int32 = 0
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count, code == 0 {
        let written = Glibc.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
        if written >= 0 {
          offset += written
        } else if errno != EINTR {
          code = errno
        }
      }
    }
    guard code == 0 else { throw SheetError(writingCode: code) }
  }
}
