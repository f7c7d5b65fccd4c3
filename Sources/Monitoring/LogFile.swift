package import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that lines are added to, one writer at a time, each line whole and on disk before the next.
struct LogFile {
  private let file: URL
  /// What to say when another program wrote meanwhile, and when nothing can be written in a folder.
  private let otherWrote: MonitoringError
  private let unwritable: (_ folder: String) -> MonitoringError

  init(
    _ file: URL, otherWrote: MonitoringError = LogFile.otherReceived,
    unwritable: @escaping (_ folder: String) -> MonitoringError = LogFile.nothingReceived
  ) {
    (self.file, self.otherWrote, self.unwritable) = (file, otherWrote, unwritable)
  }

  private static let otherReceived = MonitoringError.data(
    nl: "Een ander programma ontving intussen een levering; er is niets gewijzigd. Probeer het opnieuw.",
    en: "Another program received a delivery meanwhile; nothing was changed. Try again.")

  private static func nothingReceived(_ folder: String) -> MonitoringError {
    .data(
      nl:
        "In \(folder) kan niet worden geschreven; er is niets ontvangen. Maak ruimte of pas de rechten van de map aan.",
      en: "\(folder) cannot be written to; nothing was received. Make room or change the folder's permissions.")
  }

  /// Writes behind `length` bytes, in place of anything that stands there.
  /// - Parameter isStillSo: Asked while nobody else can write: whether the file is as the caller knows it.
  func append(_ line: [UInt8], at length: Int, if isStillSo: () throws -> Bool) throws {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw failure }
    guard try isStillSo() else { throw otherWrote }
    let written = pwrite(descriptor, line, line.count, off_t(length))
    guard written == line.count, ftruncate(descriptor, off_t(length + line.count)) == 0, fsync(descriptor) == 0 else {
      _ = ftruncate(descriptor, off_t(length))
      throw failure
    }
    // A new file is only there for good when its folder is on disk too.
    guard length > 0 || (try? DurableFolder(file.deletingLastPathComponent()).flush()) != nil else {
      _ = ftruncate(descriptor, 0)
      throw failure
    }
  }

  private var failure: MonitoringError { unwritable(file.deletingLastPathComponent().path) }
}
