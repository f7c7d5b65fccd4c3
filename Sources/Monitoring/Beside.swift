import Dispatch

/// A value that is worked out beside other work, and waited for when it is asked.
///
/// `nonisolated(unsafe)`: written once, before the group is left, and read only after that.
final class Beside<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private nonisolated(unsafe) var result: Value?

  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: group) { self.result = work() }
  }

  var value: Value {
    group.wait()
    guard let result else { preconditionFailure("the work was done") }
    return result
  }
}
