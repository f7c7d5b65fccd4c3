import Model

/// Which number of a delivery a row is about.
struct CountPlace: Hashable {
  /// Place among the tables of the source.
  var table: Int
  var year: Int
  /// One an axis: the place of the word, or nil for all of them together.
  var words: [Int?]

  /// The same with another word, or none, on one axis.
  func with(_ word: Int?, onAxis axis: Int) -> CountPlace {
    var place = self
    place.words[axis] = word
    return place
  }
}

/// One row of a delivery of counts that could be understood.
struct CountLine {
  var row: Int
  var place: CountPlace
  var value: ReportedValue
  /// The number that the file itself gives as that of the delivery before.
  var previous: Quantity?
  /// Whether something stands under `toelichting`. What it says is not kept: it is free text.
  var isExplained: Bool
  /// Whether nothing stood where the number belongs.
  var isEmpty: Bool

  var number: Quantity? {
    if case .number(let number) = value { number } else { nil }
  }
}

/// The numbers of the delivery before, to see what stands out.
struct PreviousCounts {
  private struct Key: Hashable {
    var table: String
    var year: Int
    var words: [Int?]
  }

  private var numbers: [Key: Quantity] = [:]

  init(_ counts: ReportedCounts?) {
    for cell in counts?.cells ?? [] {
      if case .number(let number) = cell.value {
        numbers[Key(table: cell.table, year: cell.year, words: cell.words)] = number
      }
    }
  }

  /// What was delivered before about the same year or, when that was not in it, about the year before.
  func number(_ words: [Int?], of table: CountTable, in year: Int) -> Quantity? {
    numbers[Key(table: table.name, year: year, words: words)]
      ?? numbers[Key(table: table.name, year: year - 1, words: words)]
  }
}
