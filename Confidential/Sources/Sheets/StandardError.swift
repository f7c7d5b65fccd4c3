import Glibc
import Synchronization

/// The channel on which libraries complain. libxlsxwriter prints a line in English there when it cannot write; the
/// error that we throw says the same to the user in a sentence.
enum StandardError {
  /// One at a time: two that overlap would put back each other's silence.
  private static let turn = Mutex(())

  static func silenced<Result>(_ operation: () -> Result) -> Result {
    turn.withLock { _ in
      let kept = dup(STDERR_FILENO)
      let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
      if kept >= 0, nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
      let result = operation()
      if kept >= 0, nowhere >= 0 { dup2(kept, STDERR_FILENO) }
      if kept >= 0 { close(kept) }
      if nowhere >= 0 { close(nowhere) }
      return result
    }
  }
}
