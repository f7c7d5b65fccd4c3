/// The cells of one figure that count one thing: same measure, same unit, each at its own place.
struct Block {
  var figure: String
  var measure: Label
  var unit: String
  /// Numbers of the cells in `Tables.cells`, by place. Several at one place differ only in what stands in brackets.
  private(set) var cells: [Place: [Int]] = [:]
  /// Cells that are there without a number, with bounds on one.
  private(set) var withheld: [Place: [Int]] = [:]
  /// Labels of each dimension at which a number is missing or unsure.
  private(set) var gaps: Set<String> = []
  /// Respondents may give several answers: parts exceed the base.
  var hasSeveralAnswers = false
  /// The period that covers all others.
  private(set) var wholePeriod: Period?

  init(figure: String, measure: Label, unit: String) {
    self.figure = figure
    self.measure = measure
    self.unit = unit
  }

  var places: [Place] { cells.keys.sorted() }

  /// The cell at a place; nil where there is none, or where several differ in brackets only.
  func only(_ place: Place) -> Int? {
    guard let found = cells[place], found.count == 1 else { return nil }
    return found[0]
  }

  /// Dimensions with categories, in order.
  var dimensions: [String] { Set(cells.keys.flatMap { $0.categories.map(\.dimension) }).sorted() }

  mutating func insert(_ cell: Int, at place: Place) { cells[place, default: []].append(cell) }

  mutating func insertWithheld(_ cell: Int, at place: Place) { withheld[place, default: []].append(cell) }

  mutating func noteGap(in dimension: String) { gaps.insert(dimension) }

  /// Cells without a year are about the whole period, where the table has one.
  mutating func settlePeriods() {
    let periods = Set(cells.keys.compactMap(\.period)).sorted()
    wholePeriod = periods.first { whole in whole.isSeveralYears && periods.allSatisfy(whole.contains) }
    guard let wholePeriod else { return }
    for (place, numbers) in cells where place.period == nil {
      cells[place] = nil
      cells[place.during(wholePeriod), default: []].append(contentsOf: numbers)
    }
    cells = cells.mapValues { $0.sorted() }
    for (place, numbers) in withheld where place.period == nil {
      withheld[place] = nil
      withheld[place.during(wholePeriod), default: []].append(contentsOf: numbers)
    }
    withheld = withheld.mapValues { $0.sorted() }
  }
}

extension Block {
  /// Units that may be added up; shares, ages, ranks, means, estimates and limits may not.
  static func isCount(unit: String, measure: String) -> Bool {
    let folded = Label.folded(unit)
    let rates: Set<String> = ["%", "jaar", "rang", "rank", "procentpunt", "factor", "years", "", "index", "euro"]
    let words = Set(Label.allWords(Label.folded(measure)))
    return !rates.contains(folded) && !folded.contains(" per ") && !folded.hasPrefix("per ") && !folded.contains("%")
      && words.isDisjoint(with: [
        "gemiddeld", "gemiddelde", "mean", "mediaan", "geschat", "geschatte", "ondergrens", "bovengrens",
      ])
  }
}

extension Block {
  /// Units and measures whose numbers may be sums: everything but shares, which have a rule of their own.
  static func isAddable(unit: String, measure: String) -> Bool {
    let folded = Label.folded(unit)
    return !["rang", "rank"].contains(folded)
  }
}
