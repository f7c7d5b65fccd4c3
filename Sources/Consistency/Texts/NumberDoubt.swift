/// A number of a text that no reading of its sentence gives, and what the tables have at the place it speaks of.
struct NumberDoubt {
  var number: TextNumber
  /// What the tables say there: the nearest first.
  var cell: Int
  var known: Double
  /// How the known number comes from the cell.
  var origin: Origin
  var slip: TextSlip?
  /// How firmly words and digits bind the number to the cell.
  var score: Double

  enum Origin: Equatable {
    case cell
    /// Of this total.
    case share(of: Int)
    /// From this cell to the other.
    case growth(from: Int), difference(from: Int)
    /// With these, whose numbers the sentence gives as well.
    case sum(with: [Int])
  }
}

/// Weighs how firmly a sentence binds a number to a place in a figure.
///
/// Points for what is named, taken off for what is not known, and one for each decimal digit of evidence that the number
/// is a slip for the one in the table. The weights are decisions, tried on the bench and on five reports.
struct NumberBinding {
  let tables: TextTables
  let words: FigureWords
  let block: TextFigure.Block
  let number: TextNumber
  /// Tokens of labels of other figures, and of this one.
  let foreign: Int

  static let least = 2.6

  private var reading: TextSentenceReading { words.reading }

  /// - Parameter place: Where the words bind the number to.
  /// - Returns: Nil where the words do not allow the block.
  func points(_ place: BoundPlace) -> Double? {
    // A year and a word of the title alone are what many numbers have in common.
    let isOfSeries = words.isSeries && place.named > 0 && (isCountedBySeries || isBesideSeries)
    guard place.namedOther > 0 || words.isReferred || isOfSeries else { return nil }
    guard let noun = nounPoints() else { return nil }
    var points = 1.0 * Double(place.named) + 0.2 * Double(place.mixed) - 0.8 * Double(place.open)
    points += noun + (words.isReferred ? 1 : 0) - (reading.references.isEmpty || words.isReferred ? 0 : 1.5)
    if !words.subjectWords.isEmpty { points += 0.5 }
    if isOfSeries { points += isBesideSeries ? 1 : 0.5 }
    points -= 1.5 * Double(foreign) + residue()
    if !isDisjointFromClause(TextWords.doubts) { points -= 1.5 }
    if !isDisjointFromClause(TextWords.parts) { points -= 0.8 }
    if words.figure.years.isEmpty, !reading.years.isEmpty { points -= 0.5 }
    return points
  }

  /// In a table of years alone a number of four digits with what is counted right behind it.
  private var isCountedBySeries: Bool { number.printedDigits >= 4 && words.isSubject(number.noun ?? "") }

  /// Another number of the sentence that is the one of a year it names: *17,884 in 2021*.
  private var isBesideSeries: Bool {
    number.printedDigits >= 4
      && words.named[0].contains { label in
        let cells = block.grid.cells.indices.filter { Int(block.grid.label($0, 0)) == label }
        return reading.numbers.contains { other in
          other.tokens != number.tokens && other.printedDigits >= 4
            && cells.contains { tables.cells[block.grid.cells[$0]].value.map { other.agrees(with: $0) } ?? false }
        }
      }
  }

  /// What stands behind the number: what the figure counts, nothing in particular, or something else.
  private func nounPoints() -> Double? {
    if number.isPercent { return block.isPercent ? 0.8 : 0.2 }
    guard let noun = number.noun else { return 0 }
    let isLabel = words.tokens.contains(number.tokens.upperBound)
    if words.isSubject(noun) || isLabel { return 0.8 }
    if TextWords.otherUnits.contains(noun) { return nil }
    if TextWords.function.contains(noun) || TextWords.neutral.contains(noun) || TextWords.turns.contains(noun) {
      return 0
    }
    return -1.2
  }

  /// Words that may narrow what is counted; those beside the number weigh most.
  private func residue() -> Double {
    let clause = reading.clause(around: number.tokens.lowerBound)
    let subjects = words.subjectWords
    var weight = 0.0
    for (index, token) in reading.tokens.enumerated() where token.kind == .word {
      guard !words.tokens.contains(index), !subjects.contains(index), index != number.tokens.upperBound,
        !number.tokens.contains(index), !Self.saysNothing(token.folded)
      else { continue }
      weight += clause.contains(index) ? 0.35 : 0.1
    }
    return min(2, weight)
  }

  static func saysNothing(_ word: String) -> Bool {
    word.count < 2 || TextWords.function.contains(word) || TextWords.neutral.contains(word)
      || TextWords.wholes.contains(word) || TextWords.around.contains(word) || TextWords.tables.contains(word)
      || TextWords.rises.contains(word) || TextWords.falls.contains(word) || TextWords.most.contains(word)
      || TextWords.fewest.contains(word) || TextWords.months.contains(word) || TextWords.numerals[word] != nil
      || TextWords.multipliers[word] != nil || TextWords.turns.contains(word) || TextWords.vague.contains(word)
      || TextWords.percent.contains(word) || word.contains(where: \.isNumber)
  }

  private func isDisjointFromClause(_ list: Set<String>) -> Bool {
    let clause = reading.clause(around: number.tokens.lowerBound)
    return !clause.contains { list.contains(reading.tokens[$0].folded) && !words.tokens.contains($0) }
  }
}
