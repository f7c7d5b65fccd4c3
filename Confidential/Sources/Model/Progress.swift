/// How far long work is; the shell decides whether and how to show it.
public struct Progress: Equatable, Sendable {
  public var stage: LocalizedText
  public var done: Int
  /// Nil when the size is not known beforehand.
  public var total: Int?
  /// What is counted: rows, bytes, tables.
  public var unit: LocalizedText
  public init(stage: LocalizedText, done: Int, total: Int?, unit: LocalizedText) {
    self.stage = stage
    self.done = done
    self.total = total
    self.unit = unit
  }
}

/// Receives progress; does nothing in a pipe.
public typealias ProgressSink = @Sendable (Progress) -> Void
