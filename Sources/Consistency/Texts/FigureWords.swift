/// What a sentence says about where in one figure it is.
struct FigureWords {
  let figure: TextFigure
  /// Its place among the figures.
  let figureNumber: Int
  /// By axis, the labels that the sentence names, and those that what stands before it names.
  private(set) var named: [Set<Int>]
  private(set) var contextual: [Set<Int>]
  /// Tokens of labels of this figure.
  let tokens: Set<Int>
  let reading: TextSentenceReading
  let isReferred: Bool
  /// Tokens of words of titles and units.
  let subjectWords: Set<Int>

  init(_ number: Int, in tables: TextTables, _ reading: TextSentenceReading) {
    figure = tables.figures[number]
    figureNumber = number
    self.reading = reading
    named = figure.axes.map { _ in [] }
    contextual = named
    var tokens: Set<Int> = []
    for mention in reading.mentions where mention.name.figure == number {
      named[mention.name.axis].insert(mention.name.label)
      tokens.formUnion(mention.tokens)
    }
    for name in reading.context where name.figure == number {
      // What the sentence says itself holds, unless it compares.
      if named[name.axis].isEmpty || reading.compares { contextual[name.axis].insert(name.label) }
    }
    self.tokens = tokens
    isReferred = figure.reference.map(reading.references.contains) ?? false
    let subjects = reading.tokens.indices.filter { [figure] index in
      reading.tokens[index].kind == .word && !tokens.contains(index)
        && Self.isSubject(reading.tokens[index].folded, of: figure)
    }
    subjectWords = Set(subjects)
    nameYears()
  }

  /// *2015-2019*, *from 2015 to 2019* name the label of that period.
  private mutating func nameYears() {
    guard let first = reading.years.min(), let last = reading.years.max() else { return }
    for (axis, each) in figure.axes.enumerated() {
      for (number, label) in each.labels.enumerated().dropFirst() {
        let isWholeSpan = label.years.count == 2 && label.years[0] == first && label.years[1] == last
        if isWholeSpan { named[axis].insert(number) }
      }
    }
  }

  /// Whether the sentence names something of this figure that others of its kind would not have in common.
  var isNamed: Bool { isReferred || tells(named) }

  /// Whether what stands before the sentence does.
  var isNamedBefore: Bool {
    reading.context.contains { name in
      let label = name.figure == figureNumber ? figure.axes[name.axis].labels[name.label] : nil
      return label.map { !$0.isVague && $0.years.isEmpty } ?? false
    }
  }

  private func tells(_ named: [Set<Int>]) -> Bool {
    named.enumerated().contains { axis, labels in
      labels.contains { number in
        let label = figure.axes[axis].labels[number]
        return !label.isVague && label.years.isEmpty
      }
    }
  }

  /// Words that are neither of the figure nor without meaning.
  var residue: [Int] {
    let subjects = subjectWords
    let numbers = Set(reading.numbers.flatMap { Array($0.tokens) })
    return reading.tokens.indices.filter { index in
      reading.tokens[index].kind == .word && !tokens.contains(index) && !subjects.contains(index)
        && !numbers.contains(index)
        && (!NumberBinding.saysNothing(reading.tokens[index].folded)
          || TextWords.months.contains(reading.tokens[index].folded))
    }
  }

  /// Words that are neither of the figure nor listed as saying nothing of cells.
  var strangers: [Int] {
    let subjects = subjectWords
    let numbers = Set(reading.numbers.flatMap { Array($0.tokens) })
    return reading.tokens.indices.filter { index in
      reading.tokens[index].kind == .word && !tokens.contains(index) && !subjects.contains(index)
        && !numbers.contains(index) && !TextWords.saysNothingOfCells(reading.word(index))
    }
  }

  /// One number for each year, and nothing else.
  var isSeries: Bool { figure.axes.count == 1 && isYears(0) }

  func isSubject(_ word: String) -> Bool { Self.isSubject(word, of: figure) }

  private static func isSubject(_ word: String, of figure: TextFigure) -> Bool {
    !TextWords.function.contains(word) && !TextWords.neutral.contains(word)
      && figure.subject.contains { WordForms.areSame($0, word) || WordForms.isHead(word, of: $0) }
  }

  /// Whether the sentence, or what stands before it, is about a year that the figure does not have.
  var isOfOtherYears: Bool {
    guard !figure.years.isEmpty else { return false }
    if !reading.years.isEmpty { return isOfOtherYearsItself }
    return !reading.contextYears.isEmpty && reading.contextYears.isDisjoint(with: span)
  }

  /// Whether the sentence itself names a year that the figure does not have, whatever stands before it.
  var isOfOtherYearsItself: Bool { !figure.years.isEmpty && !reading.years.isSubset(of: span) }

  private var span: Set<Int> {
    guard let first = figure.years.min(), let last = figure.years.max() else { return [] }
    return figure.years.union(figure.years.count > 1 && last - first < 40 ? Set(first...last) : [])
  }

  func isYears(_ axis: Int) -> Bool {
    let labels = figure.axes[axis].labels.dropFirst()
    return !labels.isEmpty && 2 * labels.count { !$0.years.isEmpty } >= labels.count
  }

  /// Whether the sentence names the line of a place, or it is that of the total and none is named.
  func isNamedOrWhole(_ place: [Int32], besides years: Int) -> Bool {
    place.indices.allSatisfy { axis in
      let label = Int(place[axis])
      if axis == years || named[axis].contains(label) { return true }
      return named[axis].isEmpty && (label == 0 || figure.axes[axis].labels[label].isWhole)
    }
  }

  /// Labels of years that lie between those which the sentence names.
  func between(_ axis: Int) -> Set<Int> {
    guard let first = reading.years.min(), let last = reading.years.max(), first < last else { return [] }
    return Set(
      figure.axes[axis].labels.indices.filter { number in
        let years = figure.axes[axis].labels[number].years
        return years.count == 1 && years[0] >= first && years[0] <= last
      })
  }

  func wholes(_ axis: Int, among labels: Set<Int>) -> Set<Int> {
    // The one period beside *no label* is that of the totals.
    let isPeriod = labels.count == 2 && labels.contains(0)
    return labels.filter { number in
      let label = figure.axes[axis].labels[number]
      return number == 0 || label.isWhole || isPeriod && label.years.count == 2
    }
  }
}
