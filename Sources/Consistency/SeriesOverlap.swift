/// Which of many series may be the same, told by their numbers alone and before any word is looked at.
///
/// Two series of a large table have mostly other places, or other numbers at them; there are as many pairs as labels times labels.
struct SeriesOverlap {
  private let entries: [Entry]

  private struct Entry {
    /// Numbers of its places in the order of all, and what stands there.
    var places: [Int] = []
    var cells: [Int] = []
    var values: [Double] = []
    /// Whether a place holds several cells, or years may be added up to one.
    var isInvolved = false
    /// Whether it is a whole block as it was read.
    var isWhole = false
  }

  init(_ series: [Series], _ tables: Tables) {
    let order = Set(series.flatMap(\.values.keys)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    entries = series.map { one in
      var entry = Entry()
      entry.isWhole = one.anchor == nil && one.origin == .read
      for (number, terms) in one.values.map({ (numbers[$0.key] ?? 0, $0.value) }).sorted(by: { $0.0 < $1.0 }) {
        guard terms.count == 1, terms[0].sign == 1, order[number].period?.isSeveralYears != true else {
          entry.isInvolved = true
          break
        }
        entry.places.append(number)
        entry.cells.append(terms[0].cell)
        entry.values.append(tables.value(terms[0].cell))
      }
      return entry
    }
  }

  /// Whether the rule of agreement can still take two series for the same, whatever their labels promise.
  func mayAgree(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (entries[first], entries[second])
    if one.isInvolved || other.isInvolved { return true }
    var (i, j, count, equal, isTelling) = (0, 0, 0, 0, false)
    while i < one.places.count, j < other.places.count {
      if one.places[i] == other.places[j] {
        if one.cells[i] == other.cells[j] { return true }
        count += 1
        if abs(one.values[i] - other.values[j]) < Printed.slack {
          equal += 1
          isTelling = isTelling || one.values[i] >= AgreementRule.informative
        }
        i += 1
        j += 1
      } else if one.places[i] < other.places[j] {
        i += 1
      } else {
        j += 1
      }
    }
    if count == 0 || count >= AgreementRule.many && 4 * equal < 3 * count { return false }
    // Without a telling number in common only two whole blocks of one name are the same.
    return isTelling || one.isWhole && other.isWhole
  }
}
