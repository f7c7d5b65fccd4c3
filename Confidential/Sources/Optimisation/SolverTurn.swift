internal import Foundation

private let turn = NSLock()

/// Does something with the solvers Cbc and Clp while nobody else does.
///
/// They keep settings in memory that all threads of a process share, so they are called one at a time, whichever stage
/// calls them. Not to be nested.
package func takingSolverTurn<Result>(_ work: () throws -> Result) rethrows -> Result {
  turn.lock()
  defer { turn.unlock() }
  return try work()
}
