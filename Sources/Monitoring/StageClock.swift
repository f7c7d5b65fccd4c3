package import Model

/// Times stages and says that they run. Seconds are for whoever waits, never for a number.
package struct StageClock {
  private(set) var seconds: [String: Double] = [:]
  let progress: ProgressSink

  init(_ progress: @escaping ProgressSink) { self.progress = progress }

  /// - Parameter rows: How many rows the stage works on, where that is known.
  /// - Throws: What the work throws; `CancellationError`, before it begins, when nobody wants it any more.
  mutating func time<Result>(
    _ stage: String, _ label: LocalizedText, rows: Int = 0, _ work: () throws -> Result
  ) throws -> Result {
    let start = try begin(label, rows: rows)
    defer { end(stage, since: start) }
    return try work()
  }

  func begin(_ label: LocalizedText, rows: Int) throws -> ContinuousClock.Instant {
    try Task.checkCancellation()
    progress(Progress(stage: label, done: rows, total: nil, unit: LocalizedText(nl: "rijen", en: "rows")))
    return .now
  }

  /// A stage in several parts has the time of them all.
  mutating func end(_ stage: String, since start: ContinuousClock.Instant) {
    seconds[stage, default: 0] += (ContinuousClock.now - start).inSeconds
  }
}

extension Duration {
  package var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
