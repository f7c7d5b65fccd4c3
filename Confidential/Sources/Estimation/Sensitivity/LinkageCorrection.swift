/// Counts as they would be without linkage errors, in expectation (after Ding & Fienberg 1994).
///
/// *Missed*: a person with records on k lists has one record as anchor (each equally likely); every other record is
/// attached to it with probability 1 − missed, and is otherwise counted as a person on one list. *False*: of the persons
/// seen on several lists, this share are really one person per list. Both leave the length of every list as it is.
/// False links are undone first, then missed ones, from the longest histories down. Missed links make an estimate too
/// high, false ones too low: for two lists N̂ becomes (1 − missed) N̂.
///
/// In a small table undoing can leave fewer than nobody. Then the corrected counts are those, none below nought, under
/// which the table is most likely as Poisson counts around what the errors make of them: by EM, as for a blurred picture
/// (Shepp & Vardi 1982).
struct LinkageCorrection: Sendable {
  let missed: Double
  let falselyLinked: Double

  /// Corrected counts by history; nil when such errors cannot have made this table: some count is less probable than one
  /// in ten thousand, shared among all counts, even under the counts that explain the table best.
  func corrected(_ table: CountTable) -> [Double]? {
    var counts = table.counts
    for cell in counts.indices where cell.nonzeroBitCount > 1 && counts[cell] > 0 {
      let wrong = falselyLinked * counts[cell]
      counts[cell] -= wrong
      for list in 0..<table.lists where cell & (1 << list) != 0 { counts[1 << list] += wrong }
    }
    guard missed > 0 else { return counts }
    let start = counts
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
    if counts.allSatisfy({ $0 >= -1e-9 }) { return counts.map { max(0, $0) } }
    return mostLikely(start, lists: table.lists)
  }

  /// The counts, none below nought, from which missed links most likely made these; nil when even they hardly can have.
  private func mostLikely(_ seen: [Double], lists: Int) -> [Double]? {
    var counts = seen.map { max($0, 0.5) }
    counts[0] = 0
    for _ in 0..<Self.rounds {
      let expected = blurred(counts)
      var largest = 0.0
      let ratios = seen.indices.map { expected[$0] > 0 ? seen[$0] / expected[$0] : 0 }
      for cell in counts.indices where counts[cell] > 0 {
        let k = cell.nonzeroBitCount
        var (weight, total) = (0.0, 0.0)
        var part = cell
        while part != 0 {
          let share = share(of: part.nonzeroBitCount, from: k)
          weight += share * ratios[part]
          total += share
          part = (part - 1) & cell
        }
        let next = counts[cell] * weight / total
        largest = max(largest, abs(next - counts[cell]))
        counts[cell] = next
      }
      if largest < 1e-6 { break }
    }
    let expected = blurred(counts)
    let limit = log(1e-4 / Double(seen.count))
    let isPossible = seen.indices.dropFirst().allSatisfy { cell in
      PoissonTail.logSmaller(observed: Int(seen[cell].rounded()), mean: max(expected[cell], 1e-3)) >= limit
    }
    return isPossible ? counts : nil
  }

  /// EM of a table with a few empty cells takes some hundreds of rounds to stand still at a millionth of a person.
  private static let rounds = 2_000

  /// The counts that missed links are expected to make of these.
  private func blurred(_ counts: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: counts.count)
    for cell in counts.indices where counts[cell] > 0 {
      let k = cell.nonzeroBitCount
      var part = cell
      while part != 0 {
        result[part] += counts[cell] * share(of: part.nonzeroBitCount, from: k)
        part = (part - 1) & cell
      }
    }
    return result
  }

  /// The expected number of counted persons with one given history of `size` lists from a person on k lists.
  private func share(of size: Int, from k: Int) -> Double {
    let whole = Double(k)
    let anchored = Double(size) / whole * power(1 - missed, Double(size - 1)) * power(missed, Double(k - size))
    return size == 1 ? anchored + (whole - 1) / whole * missed : anchored
  }
}
