/// A table of capture histories as it was delivered: every count known, or some only as a range.
public enum HistoryTable: Equatable, Sendable {
  case exact(CaptureHistories)
  case ranges(CensoredHistories)

  /// Ranges as wide as this are still summed over count by count.
  public static let largestRounding = 1000

  /// Reads delimited text with a heading; a count may be `12`, `5-9` or `<5`.
  ///
  /// - Parameter rounding: What counts were rounded to, which makes ranges of them; 1 when they are exact although they
  ///   look rounded; nil to refuse counts that look rounded.
  /// - Throws: `CaptureHistoryError` with the place of the first complaint.
  public init(parsing text: String, rounding: Int? = nil) throws(CaptureHistoryError) {
    do {
      let table = try CaptureHistories(parsing: text, allowingRounded: rounding != nil)
      if let rounding, rounding > 1 {
        self = .ranges(try CensoredHistories(rounded: table, base: rounding))
      } else {
        self = .exact(table)
      }
    } catch {
      guard error.mayBeRange else { throw error }
      let table = try CensoredHistories(parsing: text)
      guard table.inRanges > 0 else { throw error }
      self = .ranges(table)
    }
  }
}

extension CaptureHistoryError {
  /// Whether the complaint is that a count is no plain number.
  fileprivate var mayBeRange: Bool {
    if case .suppressedCount = self { return true }
    if case .notANumber = self { return true }
    return false
  }
}
