/// How many persons were on which lists: one count for each combination of lists that occurs.
///
/// A *capture history* is a non-empty set of lists, held as bits: bit `j` is list `j` of `lists`. Only histories with
/// at least one person are kept, always in the canonical order (by number of lists, then by list order), so that the
/// order of the rows of a file reaches no result. Counts are persons, not notifications.
public struct CaptureHistories: Equatable, Sendable {
  /// Tables grow as 2 to the number of lists; beyond this many the lists must be merged first.
  package static let maximumLists = 16
  /// No table of persons is larger than this.
  package static let maximumCount = 1_000_000_000

  public let lists: [String]
  public let entries: [Entry]

  /// The persons who were on exactly these lists.
  public struct Entry: Equatable, Sendable {
    public let history: UInt32
    public let count: Int
    public init(history: UInt32, count: Int) {
      self.history = history
      self.count = count
    }
  }

  /// Counts that are known to be usable: positive, distinct, not empty, at least one overlap.
  ///
  /// - Throws: `CaptureHistoryError` for fewer than two or too many lists, names that repeat, a history that is empty,
  ///   names a list that is not there or occurs twice, a count that is negative or too large, nobody at all, no
  ///   person on two lists, or counts that are plainly rounded (unless `allowingRounded`).
  public init(lists: [String], entries: [Entry], allowingRounded: Bool = false) throws(CaptureHistoryError) {
    try Self.check(lists: lists)
    try Self.check(entries: entries, lists: lists.count)
    let kept = entries.filter { $0.count > 0 }
    guard !kept.isEmpty else { throw .nobody }
    guard kept.contains(where: { $0.history.nonzeroBitCount > 1 }) else { throw .noOverlap }
    if !allowingRounded, let base = Self.roundingBase(of: kept.map(\.count)) { throw .rounded(base: base) }
    self.lists = lists
    self.entries = kept.sorted { canonicallyPrecedes($0.history, $1.history) }
  }

  /// One history for each person, as the store gives them: bit `j` is list `j`.
  public init(lists: [String], persons: some Sequence<UInt32>) throws(CaptureHistoryError) {
    var counts: [UInt32: Int] = [:]
    for history in persons { counts[history, default: 0] += 1 }
    let entries = counts.map { Entry(history: $0.key, count: $0.value) }
      .sorted { canonicallyPrecedes($0.history, $1.history) }
    try self.init(lists: lists, entries: entries, allowingRounded: true)
  }

  /// Persons on at least one list.
  public var observed: Int { entries.reduce(0) { $0 + $1.count } }

  /// Persons on exactly these lists.
  public func count(of history: UInt32) -> Int { entries.first { $0.history == history }?.count ?? 0 }

  /// Persons on all of these lists and perhaps on more: N*_q.
  package func margin(of lists: UInt32) -> Int {
    entries.reduce(0) { $0 + ($1.history & lists == lists ? $1.count : 0) }
  }

  /// f_k: persons on exactly k lists, for k = 1, 2, .., t at index k − 1.
  package var capturesPerPerson: [Int] {
    var frequencies = [Int](repeating: 0, count: lists.count)
    for entry in entries { frequencies[entry.history.nonzeroBitCount - 1] += entry.count }
    return frequencies
  }

  /// Pairs of lists that have nobody in common, in list order.
  package var emptyOverlaps: [UInt32] {
    listSets(of: 2, among: lists.count).filter { margin(of: $0) == 0 }
  }

  /// What to say about lists and pairs without anybody, before any model is fitted.
  public var warnings: [EstimationWarning] {
    var warnings: [EstimationWarning] = []
    let empty = lists.indices.filter { margin(of: 1 << UInt32($0)) == 0 }.map { lists[$0] }
    if !empty.isEmpty { warnings.append(.emptyLists(empty)) }
    let pairs = emptyOverlaps.map(names(of:))
    if !pairs.isEmpty { warnings.append(.emptyOverlaps(pairs: pairs)) }
    return warnings
  }

  /// The names of the lists of a set.
  func names(of set: UInt32) -> [String] {
    lists.indices.filter { set & (1 << UInt32($0)) != 0 }.map { lists[$0] }
  }
}

/// The canonical order of sets of lists: fewer lists first, then by list order (12, 13, .., 23, ..).
package func canonicallyPrecedes(_ left: UInt32, _ right: UInt32) -> Bool {
  let sizes = (left.nonzeroBitCount, right.nonzeroBitCount)
  if sizes.0 != sizes.1 { return sizes.0 < sizes.1 }
  let different = left ^ right
  guard different != 0 else { return false }
  return left & (different & (~different + 1)) != 0
}

/// All sets of `size` lists among the first `lists`, in canonical order.
func listSets(of size: Int, among lists: Int) -> [UInt32] {
  (0..<(UInt32(1) << UInt32(lists))).filter { $0.nonzeroBitCount == size }.sorted(by: canonicallyPrecedes)
}
