public import Model

/// A table of capture histories as it was delivered: every count known, or some only as a range.
public enum HistoryTable: Equatable, Sendable {
  case exact(CaptureHistories)
  case ranges(CensoredHistories)

  /// Ranges as wide as this are still summed over count by count.
  public static let largestRounding = 1000

  /// - Parameters:
  ///   - table: Without traits.
  ///   - rounding: What counts were rounded to, which makes ranges of them; 1 when they are exact although they look
  ///     rounded; nil to refuse counts that look rounded. Says nothing of counts that are given as ranges.
  /// - Throws: `CaptureHistoryError`.
  public init(_ table: ListTable, rounding: Int? = nil) throws(CaptureHistoryError) {
    guard table.firstRange == nil else {
      self = .ranges(try CensoredHistories(table))
      return
    }
    let histories = try CaptureHistories(table, allowingRounded: rounding != nil)
    if let rounding, rounding > 1 {
      self = .ranges(try CensoredHistories(rounded: histories, base: rounding))
    } else {
      self = .exact(histories)
    }
  }
}
