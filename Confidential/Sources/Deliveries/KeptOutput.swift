import Cryptography
import Dispatch

/// Seals and writes beside the reading, batch after batch. Errors of the writing come with the next batch or at the end.
///
/// What is in the queue holds on to this object: who lets go of it before the end leaves a file that stops anywhere.
///
/// `nonisolated(unsafe)` on the writer and the failure: only the queue touches them, one piece of work at a time, but for
/// after `queue.sync`, when there is none.
final class KeptOutput: Sendable {
  private nonisolated(unsafe) let writer: SealedFileWriter
  private nonisolated(unsafe) var failure: SealedFileError?
  private let queue = DispatchQueue(label: "kept")
  /// So many batches may wait: memory is bounded.
  private let room = DispatchSemaphore(value: 2)

  init(to path: String, sealedWith keys: DeliveryKeys) throws(SealedFileError) {
    writer = try SealedFileWriter(to: path, sealedWith: keys)
  }

  func write(_ bytes: [UInt8]) {
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard failure == nil else { return }
      do throws(SealedFileError) {
        try writer.write(bytes)
      } catch {
        failure = error
      }
    }
  }

  /// Waits for all that was given, and returns when the file is on the disk.
  func finish() throws(SealedFileError) -> SHA256Digest {
    queue.sync {}
    if let failure { throw failure }
    return try writer.finish()
  }
}
