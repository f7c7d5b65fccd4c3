import Model

/// The numbers of the delivery before, to see what stands out.
struct PreviousCounts {
  private let numbers: [CountPlace: Quantity]

  init(_ counts: ReportedCounts?) {
    let cells = counts?.cells ?? []
    numbers = Dictionary(
      cells.compactMap { cell in cell.value.quantity.map { (cell.place, $0) } }, uniquingKeysWith: { $1 })
  }

  /// What was delivered before about the same year or, when that was not in it, about the year before.
  func number(_ place: CountPlace) -> Quantity? {
    var before = place
    before.year -= 1
    return numbers[place] ?? numbers[before]
  }
}
