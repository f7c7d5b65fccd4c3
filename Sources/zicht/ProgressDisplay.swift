import Foundation
import Model
import Synchronization

/// Progress of our stages, not Foundation's.
typealias Progress = Model.Progress

/// Shows long work on a terminal: stage, amount, rate and time left. Silent in a pipe.
final class ProgressDisplay: Sendable {
  private struct State {
    var stage = ""
    var startedAt: ContinuousClock.Instant?
    var shownAt: ContinuousClock.Instant?
    var isDirty = false
  }

  private let language: Language
  private let isShown: Bool
  private let state = Mutex(State())

  init(language: Language, isShown: Bool = Shell.errorIsTerminal) {
    self.language = language
    self.isShown = isShown
  }

  /// Where the stages report to.
  var sink: ProgressSink { { [self] progress in show(progress) } }

  func show(_ progress: Progress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      if state.stage != progress.stage[language] {
        state.stage = progress.stage[language]
        state.startedAt = now
        state.shownAt = nil
      }
      if let shownAt = state.shownAt, now - shownAt < .milliseconds(100), progress.done != progress.total { return nil }
      state.shownAt = now
      state.isDirty = true
      return text(of: progress, after: now - (state.startedAt ?? now))
    }
    if let line { FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8)) }
  }

  /// Takes the line away again.
  func finish() {
    guard isShown else { return }
    let wasDirty = state.withLock { state in
      defer { state.isDirty = false }
      return state.isDirty
    }
    if wasDirty { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func text(of progress: Progress, after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let amount = Quantity(progress.done).formatted(in: language)
    var parts = ["\(progress.stage[language]): \(amount) \(progress.unit[language])"]
    if let total = progress.total, total > 0 { parts[0] += " (\(100 * progress.done / total)%)" }
    guard seconds > 0.5, progress.done > 0 else { return parts[0] }
    let rate = Double(progress.done) / seconds
    parts.append("\(Quantity(Int(rate)).formatted(in: language))/s")
    if let total = progress.total, total > progress.done {
      let left = Int((Double(total - progress.done) / rate).rounded(.up))
      parts.append(LocalizedText(nl: "nog \(left) s", en: "\(left) s left")[language])
    }
    return parts.joined(separator: ", ")
  }
}
