/// Waits for a computation no longer than anybody wants it.
///
/// For stages that compute for minutes and do not look up. When the task is cancelled the computation is left to itself:
/// it may hold nothing that somebody else waits for.
/// - Throws: What the computation throws, and `CancellationError`.
func unlessCancelled<Value: Sendable>(_ compute: @escaping @Sendable () async throws -> Value) async throws -> Value {
  let (results, continuation) = AsyncThrowingStream<Value, any Error>.makeStream()
  Task.detached {
    do {
      continuation.yield(try await compute())
      continuation.finish()
    } catch {
      continuation.finish(throwing: error)
    }
  }
  for try await result in results { return result }
  throw CancellationError()
}
