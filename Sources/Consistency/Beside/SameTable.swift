/// Tables of two reports that hold the same by their rows and columns, where no title or year says what they count.
///
/// A CSV without a line above its head says what it counts in the name of its file only. Two of them are held to be one
/// table where every number that both have a place for is nearly always the same: four places at least, two in three of
/// them with the same number, and three different numbers of two digits among those. Other years, or another region, do
/// not agree like that. Decisions.
struct SameTable {
  private static let leastShared = 4
  private static let leastTelling = 3

  let pairs: [(TableCell, TableCell)]

  /// - Returns: Nil where the two are not clearly one table.
  init?(_ own: [TableCell], _ other: [TableCell]) {
    let (left, right) = (Self.byPlace(own), Self.byPlace(other))
    let pairs = Set(left.keys).intersection(right.keys).compactMap { place -> (TableCell, TableCell)? in
      guard let one = left[place] ?? nil, let two = right[place] ?? nil else { return nil }
      return (one, two)
    }
    let agreeing = pairs.filter { SiblingReports.agree($0.0, $0.1) }
    let telling = Set(agreeing.compactMap { $0.0.value }.filter { abs($0) >= 10 })
    guard pairs.count >= Self.leastShared, 3 * agreeing.count >= 2 * pairs.count, telling.count >= Self.leastTelling
    else {
      return nil
    }
    self.pairs = pairs.sorted { $0.0.reference < $1.0.reference }
  }

  var agreeing: Int { pairs.count { SiblingReports.agree($0.0, $0.1) } }

  /// By the words of labels and measure, in any order, as one report writes as the head of a column what another writes as
  /// the measure; nil where two cells have the same.
  private static func byPlace(_ cells: [TableCell]) -> [[String]: TableCell?] {
    var result: [[String]: TableCell?] = [:]
    for cell in cells {
      let labels = ([cell.measure] + cell.dimensions.map { $0.value.filter { $0 != "*" } }).filter { !$0.isEmpty }
      let place = labels.map { Label.folded($0).filter { !$0.isWhitespace } }.sorted()
      result[place] = result[place] == nil ? .some(cell) : .some(nil)
    }
    return result
  }
}
