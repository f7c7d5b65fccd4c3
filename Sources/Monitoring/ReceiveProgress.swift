import Foundation
import Model
import Synchronization

/// Progress over several files: rows so far, and how many there will be if the rest of the bytes hold as many.
final class ReceiveProgress: Sendable {
  private struct State {
    var rows = 0
    var bytes = 0
    var rowsOfFile = 0
  }

  private let report: ProgressSink
  private let totalBytes: Int
  private let state = Mutex(State())

  init(_ files: [URL], to report: @escaping ProgressSink) {
    self.report = report
    totalBytes = files.reduce(0) { $0 + Self.size(of: $1) }
  }

  /// For the reader of the file that is next.
  var sink: ProgressSink {
    { [self] progress in
      let (done, total) = state.withLock { state in
        state.rowsOfFile = progress.done
        let done = state.rows + progress.done
        return (done, state.bytes > 0 ? max(done, state.rows * totalBytes / state.bytes) : nil as Int?)
      }
      report(Model.Progress(stage: progress.stage, done: done, total: total, unit: progress.unit))
    }
  }

  func finished(_ file: URL) {
    let size = Self.size(of: file)
    state.withLock { state in
      state.rows += state.rowsOfFile
      state.bytes += size
      state.rowsOfFile = 0
    }
  }

  private static func size(of file: URL) -> Int {
    (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
  }
}
