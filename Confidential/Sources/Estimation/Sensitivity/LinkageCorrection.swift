/// Counts as they would be without linkage errors, in expectation (after Ding & Fienberg 1994).
///
/// *Missed*: a person with records on k lists has one record as anchor (each equally likely); every other record is
/// attached to it with probability 1 − missed, and is otherwise counted as a person on one list. *False*: of the persons
/// seen on several lists, this share are really one person per list. Both leave the length of every list as it is.
/// False links are undone first, then missed ones, from the longest histories down. Missed links make an estimate too
/// high, false ones too low: for two lists N̂ becomes (1 − missed) N̂.
struct LinkageCorrection: Sendable {
  let missed: Double
  let falselyLinked: Double

  /// Corrected counts by history; nil when a count would become negative: such errors cannot have made this table.
  ///
  /// - Parameter clamping: Whether negative counts become zero instead.
  func corrected(_ table: CountTable, clamping: Bool = false) -> [Double]? {
    var counts = table.counts
    for cell in counts.indices where cell.nonzeroBitCount > 1 && counts[cell] > 0 {
      let wrong = falselyLinked * counts[cell]
      counts[cell] -= wrong
      for list in 0..<table.lists where cell & (1 << list) != 0 { counts[1 << list] += wrong }
    }
    guard missed > 0 else { return counts }
    let cells = counts.indices.filter { $0.nonzeroBitCount > 1 }.sorted { $0.nonzeroBitCount > $1.nonzeroBitCount }
    for cell in cells where counts[cell] > 0 {
      let k = cell.nonzeroBitCount
      let persons = counts[cell] / power(1 - missed, Double(k - 1))
      // What these persons contributed to shorter histories is taken away there.
      var part = (cell - 1) & cell
      while part != 0 {
        counts[part] -= persons * share(of: part.nonzeroBitCount, from: k)
        part = (part - 1) & cell
      }
      counts[cell] = persons
    }
    // Negative within rounding of the counts is zero.
    return clamping || counts.allSatisfy { $0 >= -1e-9 } ? counts.map { max(0, $0) } : nil
  }

  /// The expected number of counted persons with one given history of `size` lists from a person on k lists.
  private func share(of size: Int, from k: Int) -> Double {
    let whole = Double(k)
    let anchored = Double(size) / whole * power(1 - missed, Double(size - 1)) * power(missed, Double(k - size))
    return size == 1 ? anchored + (whole - 1) / whole * missed : anchored
  }
}
