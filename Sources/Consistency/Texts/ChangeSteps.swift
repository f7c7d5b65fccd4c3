/// A change that a sentence tells with its size and one of its numbers: *232 reports, 9 fewer than in 2022*, *fell by 8% to
/// 8,883*.
///
/// Where the size is that of a step in one line of a table, and the number is where the step ends, only the direction is
/// left to be wrong.
struct ChangeSteps {
  let tables: TextTables
  /// All of them, with what the sentence says of each.
  let figures: [FigureWords]
  let reading: TextSentenceReading

  /// Digits of a number that is not found in another row by chance. A decision.
  private static let tellingDigits = 4
  /// Tokens between the word for more or less and what it is more than. A decision.
  private static let mostApart = 7

  struct Told {
    var size, end: TextNumber
    var isUp: Bool
    /// Tokens from the size on to the end of what is said of it.
    var tail: Range<Int>
    /// Whether the end stands in the sentence before: *that is 564 more than in 2022*.
    var isBefore = false
    /// Whether the sentence tells of a step to a number: *fell by 8% to 8,883*.
    var isReached = false
  }

  func turned() -> WordClaims.Claim? {
    for told in all() {
      if let claim = claim(told) { return claim }
    }
    return reading.isHedged ? nil : bare()
  }

  /// *Wind had 195, slightly less than in 2022*: without a size, in the row that is named.
  private func bare() -> WordClaims.Claim? {
    guard reading.numbers.count == 1, let end = reading.numbers.first, end.printedDigits >= 3, end.softening == .none,
      let place = (end.tokens.upperBound..<reading.tokens.count).first(where: {
        Self.more.contains(reading.word($0)) || Self.less.contains(reading.word($0))
      }), (place + 1..<place + 3).contains(where: { Self.than.contains(reading.word($0)) }),
      (place + 1..<place + Self.mostApart).contains(where: isOfTime),
      (end.tokens.upperBound + 1..<reading.tokens.count).allSatisfy({
        saysNothing($0) || Self.slightly.contains(reading.word($0))
      })
    else { return nil }
    let told = Told(
      size: end, end: end, isUp: Self.more.contains(reading.word(place)), tail: place..<reading.tokens.count)
    let claims = figures.filter { $0.isNamed && !$0.isOfOtherYears }.flatMap { words in
      words.figure.blocks.filter { $0.isPercent == end.isPercent }.compactMap { block -> WordClaims.Claim? in
        let steps = steps(told, words, block).filter { isAdjacent($0) }
        guard steps.count == 1, let step = steps.first, step.isUp != told.isUp else { return nil }
        return WordClaims.Claim(kind: told.isUp ? .rises : .falls, cells: [step.end, step.start])
      }
    }
    return tables.agree(claims) ? claims.first : nil
  }

  private static let slightly: Set<String> = [
    "iets", "little", "bit", "etwas", "peu", "algo", "duidelijk", "veel", "much", "far",
  ]

  /// From the year that is named, or the one before.
  private func isAdjacent(_ step: Step) -> Bool {
    let years = [step.start, step.end].map { cell in
      tables.cells[cell].dimensions.flatMap { TextLabel.years(in: $0.value) }
    }
    guard let start = years[0].first, let end = years[1].first else { return false }
    return reading.years.contains(start) || reading.years.filter { $0 < end }.isEmpty && start == end - 1
  }

  func all() -> [Told] { reading.isHedged ? [] : compared() + reached() + named() }

  // MARK: - What is told

  /// *232 reports, 9 fewer than in 2022*
  private func compared() -> [Told] {
    reading.numbers.compactMap { size in
      let last = size.tokens.upperBound
      guard size.softening == .none,
        let place = (last..<last + 3).first(where: {
          Self.more.contains(reading.word($0)) || Self.less.contains(reading.word($0))
        }),
        (place + 1..<place + 3).contains(where: { Self.than.contains(reading.word($0)) }),
        (place + 1..<place + Self.mostApart).contains(where: isOfTime)
      else { return nil }
      let before = reading.numbers.last { $0.tokens.upperBound <= size.tokens.lowerBound }
      guard let end = before ?? endBefore(), !end.isWord else { return nil }
      let tail = last..<reading.clause(around: last).upperBound
      return Told(
        size: size, end: end, isUp: Self.more.contains(reading.word(place)), tail: tail, isBefore: before == nil)
    }
  }

  /// *That is a fall of 20% from 2022*: of the number in the sentence before.
  private func named() -> [Told] {
    let all = reading.tokens.map(\.folded)
    let (up, down) = (all.contains(where: TextWords.rises.contains), all.contains(where: TextWords.falls.contains))
    guard up != down, reading.numbers.count == 1, let size = reading.numbers.first, size.softening == .none,
      reading.tokens.indices.contains(where: isOfTime), let end = endBefore(), !end.isWord
    else { return [] }
    return [Told(size: size, end: end, isUp: up, tail: 0..<reading.tokens.count, isBefore: true)]
  }

  /// The only large number of the sentence before, where this one has but words that say nothing.
  private func endBefore() -> TextNumber? {
    let plain = reading.earlier.filter { !$0.isPercent && !$0.isWord && $0.softening == .none }
    guard reading.numbers.count == 1, plain.count == 1, plain[0].printedDigits >= Self.tellingDigits,
      reading.mentions.allSatisfy({ !tables.label($0.name).years.isEmpty }),
      reading.tokens.indices.allSatisfy(saysNothing)
    else { return nil }
    return plain[0]
  }

  /// Whether a word says nothing beside a size and what it is compared with.
  func saysNothing(_ index: Int) -> Bool {
    let word = reading.word(index)
    let isNumber = reading.numbers.contains { $0.tokens.contains(index) }
    return reading.tokens[index].kind != .word || isNumber || Self.more.contains(word) || Self.less.contains(word)
      || Self.than.contains(word) || Self.times.contains(word) || Self.points.contains(word)
      || RelativeYears(tokens: reading.tokens).found(after: reading.contextYears).contains { $0.tokens.contains(index) }
      || TextWords.saysNothingOfCells(word) || Self.previous.contains(word)
  }

  private static let points: Set<String> = [
    "procentpunt", "procentpunten", "points", "point", "punkte", "prozentpunkte", "puntos", "vaak", "often", "oft",
  ]
  private static let previous: Set<String> = [
    "eerder", "earlier", "before", "previous", "vorige", "vorig", "daarvoor", "fruher", "zuvor", "precedente",
    "precedent",
    "anterior", "vergeleken", "compared", "last",
  ]

  /// *Than in 2022*, *than a year before*: not than elsewhere, nor than was hoped.
  private func isOfTime(_ index: Int) -> Bool {
    let word = reading.word(index)
    return SentenceNumbers.year(word) != nil || Self.times.contains(word)
  }

  private static let times: Set<String> = [
    "year", "jaar", "jahr", "jahre", "vorjahr", "annee", "an", "ans", "ano", "anos", "years",
  ]

  /// *Fell by 8% to 8,883*
  private func reached() -> [Told] {
    let all = reading.tokens.map(\.folded)
    let (up, down) = (
      all.contains(where: TextWords.rises.contains), all.contains(where: TextWords.falls.contains)
    )
    guard up != down, reading.numbers.count == 2 else { return [] }
    let (size, end) = (reading.numbers[0], reading.numbers[1])
    let by = reading.word(size.tokens.lowerBound - 1)
    // French *de 5 680 à 4 959* are both ends.
    guard Self.by.contains(by), size.isPercent || by != "de", size.softening == .none, !end.isWord,
      Self.to.contains(reading.word(end.tokens.lowerBound - 1))
    else { return [] }
    return [Told(size: size, end: end, isUp: up, tail: 0..<reading.tokens.count, isReached: true)]
  }

  private static let more: Set<String> = ["more", "higher", "meer", "hoger", "vaker", "mehr", "hoher", "plus", "mas"]
  private static let less: Set<String> = [
    "fewer", "less", "lower", "minder", "lager", "weniger", "niedriger", "moins", "menos",
  ]
  private static let than: Set<String> = ["than", "dan", "als", "que", "qu"]
  private static let by: Set<String> = ["by", "met", "um", "de"]
  private static let to: Set<String> = ["to", "naar", "tot", "auf", "a"]

  // MARK: - In the tables

  private func claim(_ told: Told) -> WordClaims.Claim? {
    var found: WordClaims.Claim?
    for words in figures(of: told) {
      for block in words.figure.blocks where block.isPercent == told.end.isPercent {
        for step in steps(told, words, block) where isSize(told.size, step, block) {
          // Another line, or an earlier year, that bears the sentence.
          guard step.isUp != told.isUp else { return nil }
          if found == nil {
            found = WordClaims.Claim(kind: told.isUp ? .rises : .falls, cells: [step.end, step.start])
          }
        }
      }
    }
    return found
  }

  /// Those that the sentence says something of; any where the number is found in no table by chance.
  func figures(of told: Told) -> [FigureWords] {
    figures.filter { words in
      let isTelling = told.end.printedDigits >= Self.tellingDigits && told.size.printedDigits >= 2
      return (words.isNamed || !words.subjectWords.isEmpty || isTelling) && !words.isOfOtherYears
    }
  }

  struct Step {
    var start, end: Int
    var before, after: Double
    var isUp: Bool { after > before }
  }

  /// Pairs of cells, one year and an earlier one, of which the later has the number: with the years that the sentence names,
  /// where it does.
  func steps(_ told: Told, _ words: FigureWords, _ block: TextFigure.Block) -> [Step] {
    let axes = words.figure.axes.indices.filter(words.isYears)
    guard axes.count == 1, let axis = axes.first else { return [] }
    return block.grid.cells.enumerated().flatMap { index, cell -> [Step] in
      guard let value = tables.cells[cell].value, fits(told.end, value, block) else { return [] }
      let place = block.grid.place(index)
      let labels = words.figure.axes[axis].labels
      guard told.end.printedDigits >= Self.tellingDigits || words.isNamedOrWhole(place, besides: axis) else {
        return []
      }
      guard let year = labels[Int(place[axis])].years.first else { return [] }
      let earlier = block.labels[axis].filter { label in labels[label].years.first.map { $0 < year } ?? false }
      let named = earlier.filter { words.named[axis].contains($0) }
      return (named.isEmpty ? earlier : named).sorted().compactMap { label in
        var other = place
        other[axis] = Int32(label)
        guard let start = block.grid.cell(at: other), let before = tables.cells[start].value, before != value else {
          return nil
        }
        return Step(start: start, end: cell, before: before, after: value)
      }
    }
  }

  func isSize(_ size: TextNumber, _ step: Step, _ block: TextFigure.Block) -> Bool {
    let change = abs(step.after - step.before)
    if size.isPercent, !block.isPercent { return step.before > 0 && size.agrees(with: 100 * change / step.before) }
    return block.scales.contains { size.agrees(with: change * $0, grain: 2 * block.grain) }
  }

  func fits(_ number: TextNumber, _ value: Double, _ block: TextFigure.Block) -> Bool {
    number.softening == .none && block.scales.contains { number.agrees(with: value * $0, grain: block.grain) }
  }
}
