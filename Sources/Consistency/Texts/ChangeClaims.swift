/// A change that a sentence tells with both of its numbers: *fell from 3,268 to 3,709*, *from 212 to 157, a decrease of 43%*.
///
/// Such a sentence contradicts itself, whatever stands around it. It is said only where both numbers stand in one line of
/// a table, so that it is clear that they are what changed, and no ages, dates or places in a list.
struct ChangeClaims {
  let tables: TextTables
  /// All of them, with what the sentence says of each.
  let figures: [FigureWords]
  let reading: TextSentenceReading

  /// Digits that each of the two numbers has at least where the sentence does not name their line. A decision.
  static let leastDigits = 3
  /// Tokens between the two numbers at most. A decision.
  private static let mostApart = 9

  /// A number and what it became, with the cells that have them.
  private struct Change {
    var first, second: TextNumber
    var from, to: Int
    var isEarlierFirst: Bool
  }

  // MARK: - The direction

  /// A rise of which the second number is less, or a fall of which it is more.
  func turned() -> WordClaims.Claim? {
    guard !reading.isHedged, let (change, isUp) = toldChange() else { return nil }
    let (first, second) = (change.first.value, change.second.value)
    guard first != second, isUp != (second > first) else { return nil }
    // In the order of the table it is the word that is wrong; otherwise it is the numbers.
    guard change.isEarlierFirst else { return WordClaims.Claim(kind: .swapped, cells: [change.from, change.to]) }
    return WordClaims.Claim(kind: isUp ? .rises : .falls, cells: [change.to, change.from])
  }

  private func toldChange() -> (Change, isUp: Bool)? {
    if let change = change() { return direction(around: change).map { (change, $0) } }
    // *3,554, up from 3,977*
    guard let (now, before) = contrast(), let change = change(before, now) else { return nil }
    let word = reading.word(before.tokens.lowerBound - 2)
    return word == "up" || word == "down" ? (change, word == "up") : nil
  }

  /// Whether the part of the sentence with the change, or else all of it, tells of a rise; nil where it tells of neither or
  /// of both.
  private func direction(around change: Change) -> Bool? {
    let clause = reading.clause(around: change.first.tokens.lowerBound)
    return direction(in: clause) ?? direction(in: 0..<reading.tokens.count)
  }

  private func direction(in scope: Range<Int>) -> Bool? {
    var (up, down) = (false, false)
    for index in scope {
      let word = reading.word(index)
      if TextWords.rises.contains(word) || Self.rises.contains(word) { up = true }
      if TextWords.falls.contains(word) || Self.falls.contains(word) { down = true }
      guard Self.taking.contains(word) else { continue }
      let rest = (index + 1..<scope.upperBound).map(reading.word)
      if rest.contains(where: Self.upParticles.contains) { up = true }
      if rest.contains(where: Self.downParticles.contains) { down = true }
    }
    return up == down ? nil : up
  }

  private static let rises: Set<String> = [
    "klom", "opgelopen", "opliep", "toenam", "toenamen", "kletterte", "erhohte", "anstieg", "anstiegen", "zunahm",
    "rising",
    "growing", "increasing", "climbing", "stijgen", "toenemen", "oplopen", "ansteigen", "progression",
  ]
  private static let falls: Set<String> = [
    "zakte", "zakten", "gezakt", "slonk", "kromp", "gekrompen", "teruggelopen", "terugliep", "afnam", "afnamen",
    "abnahm",
    "falling", "decreasing", "declining", "shrinking", "dalen", "afnemen", "teruglopen", "gefallen", "fiel", "recul",
    "repli",
  ]
  /// Verbs that say in which direction by a word apart: *nam af*, *nahm zu*, *liep terug*, *went up*.
  private static let taking: Set<String> = [
    "nam", "namen", "neemt", "nemen", "nahm", "nahmen", "nimmt", "liep", "liepen", "loopt", "ging", "gingen", "went",
    "came",
  ]
  private static let upParticles: Set<String> = ["toe", "op", "omhoog", "zu", "up"]
  private static let downParticles: Set<String> = ["af", "terug", "omlaag", "ab", "zuruck", "down"]

  // MARK: - The size

  /// A percentage that is not that of the two numbers beside it, from either end.
  func size() -> NumberDoubt? {
    guard !reading.isHedged, let number = percentage(), let (from, to) = pair(), from.softening == .none,
      to.softening == .none
    else { return nil }
    guard let change = change() else { return misprint(beside: number, from, to) }
    let (first, second) = (change.first.value, change.second.value)
    guard first > 0, second > 0, first != second else { return nil }
    let known = 100 * abs(second - first) / first
    let others = [100 * abs(second - first) / second, 100 * second / first, 100 * first / second]
    guard !number.agrees(with: known, grain: 0.5), !others.contains(where: { number.agrees(with: $0, grain: 0.5) })
    else {
      return nil
    }
    return NumberDoubt(
      number: number, cell: change.to, known: known, origin: .growth(from: change.from),
      slip: TextSlip.ofHand(from: known, to: number.value, unit: number.unit), score: NumberBinding.least)
  }

  /// *This is a decrease of 22.6%*: of the two numbers in the sentence before.
  func sizeOfBefore() -> NumberDoubt? {
    let plain = reading.earlier.filter { !$0.isPercent && !$0.isWord && $0.softening == .none }
    let steps = ChangeSteps(tables: tables, figures: figures, reading: reading)
    guard !reading.isHedged, reading.numbers.count == 1, let number = reading.numbers.first, number.isPercent,
      number.softening == .none, isOfChange(number), plain.count == 2, reading.mentions.isEmpty,
      plain.allSatisfy({ $0.printedDigits > Self.leastDigits }), reading.tokens.indices.allSatisfy(steps.saysNothing),
      let change = change(plain[0], plain[1]) ?? change(plain[1], plain[0]),
      let isUp = direction(in: reading.tokens.indices),
      let from = tables.cells[change.isEarlierFirst ? change.from : change.to].value,
      let to = tables.cells[change.isEarlierFirst ? change.to : change.from].value, from > 0, to > 0,
      (to > from) == isUp
    else { return nil }
    let known = 100 * abs(to - from) / from
    let others = [100 * abs(to - from) / to, 100 * to / from, 100 * from / to]
    guard !(others + [known]).contains(where: { number.agrees(with: $0, grain: 0.5) }) else { return nil }
    let (start, end) = change.isEarlierFirst ? (change.from, change.to) : (change.to, change.from)
    return NumberDoubt(
      number: number, cell: end, known: known, origin: .growth(from: start),
      slip: TextSlip.ofHand(from: known, to: number.value, unit: number.unit), score: NumberBinding.least)
  }

  /// The percentage of a sentence with two other numbers, those of a time (*in ten years*) left out.
  private func percentage() -> TextNumber? {
    let numbers = reading.numbers.filter { !TextWords.otherUnits.contains(reading.word($0.tokens.upperBound)) }
    guard numbers.count(where: { !$0.isPercent }) == 2, numbers.count == 3,
      let number = numbers.first(where: \.isPercent),
      isOfChange(number), number.softening == .none
    else { return nil }
    return number
  }

  /// The percentage is that of a step in the line that the sentence names, and one of the two numbers is an end of that step:
  /// *from 257 to 157, a fall of 26%*, where it was 212. Then it is the other number that is off.
  private func misprint(beside size: TextNumber, _ first: TextNumber, _ second: TextNumber) -> NumberDoubt? {
    guard !first.isPercent, !second.isPercent, size.printedDigits >= 2, second.value != first.value else { return nil }
    var found: [NumberDoubt] = []
    for words in figures {
      guard !words.isOfOtherYears, words.isNamed || !words.subjectWords.isEmpty else { continue }
      for block in words.figure.blocks where block.isCount {
        for step in steps(words, block) {
          let known = 100 * abs(step.after - step.before) / step.before
          guard size.agrees(with: known), (second.value > first.value) == (step.after > step.before) else { continue }
          let (isFirst, isSecond) = (
            first.agrees(with: step.before, grain: block.grain), second.agrees(with: step.after, grain: block.grain)
          )
          guard isFirst != isSecond, (isFirst ? first : second).printedDigits >= Self.leastDigits else { continue }
          found.append(
            NumberDoubt(
              number: isFirst ? second : first, cell: isFirst ? step.to : step.from,
              known: isFirst ? step.after : step.before, origin: .cell, score: NumberBinding.least))
        }
      }
    }
    return Set(found.map(\.known)).count == 1 ? found.first : nil
  }

  /// From each year to each later one, in the lines that the sentence names, or the totals.
  private func steps(
    _ words: FigureWords, _ block: TextFigure.Block
  ) -> [(from: Int, to: Int, before: Double, after: Double)] {
    let axes = words.figure.axes.indices.filter(words.isYears)
    guard axes.count == 1, let axis = axes.first else { return [] }
    let labels = words.figure.axes[axis].labels
    let years = block.labels[axis].filter { labels[$0].years.count == 1 }.sorted {
      labels[$0].years[0] < labels[$1].years[0]
    }
    return block.grid.cells.enumerated().flatMap {
      index, cell -> [(from: Int, to: Int, before: Double, after: Double)] in
      let place = block.grid.place(index)
      guard let start = years.firstIndex(of: Int(place[axis])), let before = tables.cells[cell].value, before > 0,
        words.isNamedOrWhole(place, besides: axis)
      else { return [] }
      return years[(start + 1)...].compactMap { label in
        var other = place
        other[axis] = Int32(label)
        guard let end = block.grid.cell(at: other), let after = tables.cells[end].value, after != before else {
          return nil
        }
        return (cell, end, before, after)
      }
    }
  }

  /// *By 18%*, *een daling van 18%*, *18% gedaald*; not *of which 18%*, nor *a year*.
  private func isOfChange(_ number: TextNumber) -> Bool {
    let all = reading.tokens.map(\.folded)
    guard !all.contains(where: { TextWords.partOf.contains($0) || Self.rates.contains($0) }) else { return false }
    func isWord(_ word: String) -> Bool {
      TextWords.rises.contains(word) || TextWords.falls.contains(word) || Self.rises.contains(word)
        || Self.falls.contains(word)
    }
    let (first, last) = (number.tokens.lowerBound, number.tokens.upperBound)
    if ["by", "met", "um"].contains(reading.word(first - 1)) { return true }
    if ["of", "van", "von", "de", "del"].contains(reading.word(first - 1)), isWord(reading.word(first - 2)) {
      return true
    }
    return isWord(reading.word(last))
  }

  static let rates: Set<String> = [
    "per", "annual", "annually", "yearly", "average", "gemiddeld", "gemiddelde", "jaarlijks", "jaarlijkse", "jahrlich",
    "pro",
    "durchschnittlich", "moyenne", "an", "media", "anual",
  ]

  // MARK: - One of the numbers

  /// One of the two numbers stands in a line of a table, and the other is one of the same line of which two digits changed
  /// places: *from 1,719 to 5,149*.
  func misprint() -> NumberDoubt? {
    guard !reading.isHedged, let (first, second) = pair() ?? contrast(), !first.isPercent, first.softening == .none,
      second.softening == .none, min(first.printedDigits, second.printedDigits) >= Self.leastDigits,
      change(first, second) == nil
    else { return nil }
    // Three digits are found in some table by chance: then the sentence has to name it.
    let isTelling = min(first.printedDigits, second.printedDigits) > Self.leastDigits
    for words in figures {
      guard !words.isOfOtherYears, isTelling || words.isNamed else { continue }
      for block in words.figure.blocks where block.isCount {
        for (known, said) in [(first, second), (second, first)] {
          if let found = misprint(said, beside: known, words, block) { return found }
        }
      }
    }
    return nil
  }

  private func misprint(
    _ said: TextNumber, beside known: TextNumber, _ words: FigureWords, _ block: TextFigure.Block
  ) -> NumberDoubt? {
    let axes = words.figure.axes.indices.filter(words.isYears)
    let values = block.grid.cells.map { tables.cells[$0].value }
    guard axes.count == 1, let axis = axes.first,
      !values.contains(where: { $0.map { said.agrees(with: $0, grain: block.grain) } ?? false })
    else { return nil }
    for (index, value) in values.enumerated() where value.map({ known.agrees(with: $0, grain: block.grain) }) ?? false {
      let place = block.grid.place(index)
      for label in block.labels[axis].sorted() where label != Int(place[axis]) {
        // Where the sentence names years, it is one of them.
        guard words.named[axis].isEmpty || words.named[axis].contains(label) else { continue }
        var other = place
        other[axis] = Int32(label)
        guard let cell = block.grid.cell(at: other), let meant = tables.cells[cell].value,
          TextSlip.ofHand(from: meant, to: said.value, unit: said.unit) == .swapped
        else { continue }
        return NumberDoubt(
          number: said, cell: cell, known: meant, origin: .cell, slip: .swapped, score: NumberBinding.least)
      }
    }
    return nil
  }

  /// *1,609 against 1,549*, *3,545, down from 3,977*: the only two numbers.
  func contrast() -> (TextNumber, TextNumber)? {
    let plain = reading.numbers.filter { !$0.isWord && !$0.isPercent }
    guard plain.count == 2, reading.numbers.count == 2 else { return nil }
    let before = [1, 2].map { reading.word(plain[1].tokens.lowerBound - $0) }
    let isContrast =
      before.contains(where: Self.against.contains)
      || before[0] == "from" && ["up", "down"].contains(before[1])
    return isContrast ? (plain[0], plain[1]) : nil
  }

  private static let against: Set<String> = ["tegen", "tegenover", "against", "gegen", "gegenuber", "contre", "frente"]

  // MARK: - Both numbers

  /// The only two numbers of which one stands behind a word for from and the other behind one for to.
  private func change() -> Change? { pair().flatMap { change($0.0, $0.1) } }

  func pair() -> (TextNumber, TextNumber)? {
    let plain = reading.numbers.filter { !$0.isWord }
    let starts = plain.filter { isBehind($0, Self.from) }
    let ends = plain.filter { isBehind($0, Self.to) }
    let pairs = starts.flatMap { first in
      ends.filter { second in
        let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
        return second.tokens.lowerBound > first.tokens.upperBound && between.count <= Self.mostApart
          && first.isPercent == second.isPercent
          && !plain.contains { between.contains($0.tokens.lowerBound) }
      }
      .map { (first, $0) }
    }
    return pairs.count == 1 ? pairs.first : nil
  }

  private static let from: Set<String> = ["from", "van", "von", "de", "desde"]
  /// *Tot*, *bis* and *until* end a range; what something became stands behind these.
  private static let to: Set<String> = ["to", "naar", "auf", "a"]

  private func isBehind(_ number: TextNumber, _ words: Set<String>) -> Bool {
    let first = number.tokens.lowerBound
    if words.contains(reading.word(first - 1)) { return true }
    return words.contains(reading.word(first - 2))
      && (TextWords.around.contains(reading.word(first - 1)) || TextWords.articles.contains(reading.word(first - 1)))
  }

  /// The cells of one line that have the two numbers: years of one row.
  private func change(_ first: TextNumber, _ second: TextNumber) -> Change? {
    for words in figures {
      guard words.isNamed || min(first.printedDigits, second.printedDigits) >= Self.leastDigits else { continue }
      for block in words.figure.blocks where block.isPercent == first.isPercent {
        if let found = change(first, second, words, block) { return found }
      }
    }
    return nil
  }

  private func change(
    _ first: TextNumber, _ second: TextNumber, _ words: FigureWords, _ block: TextFigure.Block
  ) -> Change? {
    func places(_ number: TextNumber) -> [(cell: Int, place: [Int32])] {
      block.grid.cells.enumerated().filter { _, cell in
        tables.cells[cell].value.map { value in
          block.scales.contains { number.agrees(with: value * $0, grain: block.grain) }
        } ?? false
      }
      .map { ($0.element, block.grid.place($0.offset)) }
    }
    let starts = places(first)
    guard !starts.isEmpty else { return nil }
    for start in starts {
      for end in places(second) {
        let off = start.place.indices.filter { start.place[$0] != end.place[$0] }
        guard off.count == 1 else { continue }
        let labels = words.figure.axes[off[0]].labels
        guard let before = labels[Int(start.place[off[0]])].years.first,
          let after = labels[Int(end.place[off[0]])].years.first, before != after
        else { continue }
        return Change(first: first, second: second, from: start.cell, to: end.cell, isEarlierFirst: before < after)
      }
    }
    return nil
  }
}
