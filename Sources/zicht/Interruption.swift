import Dispatch
import Foundation
import Model

/// A command that changes a monitor: asked to stop, by Ctrl-C or by the system, it leaves nothing half.
protocol Interruptible {}

extension BuildCommand: Interruptible {}
extension ReceiveCommand: Interruptible {}
extension WithdrawCommand: Interruptible {}

/// Ctrl-C (SIGINT) and SIGTERM as a wish to stop: the work is told, undoes what it had not finished and ends. Asked
/// once more, the program ends at once, as when it is killed.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  static let sentence = LocalizedText(
    nl: "Gestopt op verzoek. Wat al klaar was blijft; van de rest is niets veranderd.",
    en: "Stopped as asked. What was done already stays; nothing of the rest was changed.")

  /// Watches until it is let go.
  init(of work: Task<Void, any Error>) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if work.isCancelled { _exit(ExitStatus.interrupted) }
        work.cancel()
      }
      source.resume()
      return source
    }
  }

  private enum ExitStatus { static let interrupted: Int32 = 130 }
}
