package import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The right to change a workspace and the log of its monitor: one at a time, and the others wait their turn.
///
/// Held until it is let go. A program that is killed lets go of it: the lock is the system's, the file only its name.
package final class WriterLock {
  private let descriptor: Int32

  /// - Parameters:
  ///   - folder: Of the workspace; exists.
  ///   - patience: How long to wait for another program, in seconds.
  /// - Throws: `MonitoringError.data` when the other is not ready by then; `CancellationError` when nobody waits any more.
  package init(on folder: URL, patience: Double = 60) throws {
    descriptor = open(folder.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw MonitoringError.data(
        nl: "In de werkmap \(folder.path) kan niet worden geschreven. Pas de rechten van de map aan.",
        en: "The workspace \(folder.path) cannot be written to. Change the folder's permissions.")
    }
    let end = ContinuousClock.now + .seconds(patience)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      try Task.checkCancellation()
      guard ContinuousClock.now < end else {
        throw MonitoringError.data(
          nl:
            "Een ander programma is al \(Int(patience)) seconden met deze monitor bezig; er is niets gewijzigd. Probeer "
            + "het later opnieuw.",
          en: "Another program has been at work on this monitor for \(Int(patience)) seconds; nothing was changed. Try "
            + "again later.")
      }
      usleep(20_000)
    }
  }

  deinit { close(descriptor) }
}
