/// Whether a sentence says nothing but what a cell is, so that its number can be held against the cell.
///
/// *In 2023 there were 451 reports of noise* is about a cell: every word is of the period, the row or the title, or says
/// nothing. One word more, *in the summer of 2023*, *to the police*, *that were founded*, and it is about something that no
/// table has. No list can hold all those words. So it is the words that do nothing that are listed, and any other makes
/// that nothing is said: words decide that a finding is left out, never that there is one.
///
/// A slip of the hand in four digits, or the very number of another cell of the line, is little likely by chance, and
/// bears one word that is not known. So does a sentence of which another number is one of the same line.
struct SentenceTie {
  let tables: TextTables
  let words: FigureWords
  /// Figures of which the sentence names something.
  let others: [FigureWords]
  let block: TextFigure.Block
  let number: TextNumber

  private var reading: TextSentenceReading { words.reading }

  /// So many words of a sentence that refers to the figure may be unknown. Decision 0052.
  private static let mostReferred = 4
  /// So many digits with a slip in them are no chance, whatever stands around them.
  private static let manyDigits = 6

  func holds(_ doubt: NumberDoubt) -> Bool {
    if case .sum = doubt.origin { return true }
    let isOfHand = [.digit, .length, .tenfold].contains(doubt.slip)
    guard !(number.isWord && (isOfHand || doubt.slip == .swapped)), !isFilled(doubt), !isPartOfOther(doubt),
      !isAmbiguous(doubt)
    else { return false }
    switch doubt.origin {
    case .growth, .difference:
      // Both years are named; two digits that changed places bear one word more.
      return strangers(in: everywhere).count <= (isConfirmed(doubt) ? 2 : doubt.slip == .swapped ? 1 : 0)
    default: return isPlain(doubt, isOfHand: isOfHand)
    }
  }

  // MARK: - Words

  private var everywhere: Range<Int> { 0..<reading.tokens.count }

  private func isPlain(_ doubt: NumberDoubt, isOfHand: Bool) -> Bool {
    let isConfirmed = isConfirmed(doubt)
    let isFirm = isFirm(doubt, isOfHand: isOfHand)
    // What many tables count is bound to one of years alone only by the digits.
    if words.isSeries, !words.isReferred, !isFirm, !isConfirmed { return false }
    let scope = isConfirmed ? reading.clause(around: number.tokens.lowerBound) : everywhere
    let strangers = strangers(in: scope)
    if words.isReferred, doubt.slip == .swapped || doubt.slip == .digit { return strangers.count <= Self.mostReferred }
    guard !scope.contains(where: { isTurning($0, isConfirmed: isConfirmed) }) else { return false }
    guard isFirm || isConfirmed || namesMeasure && isAtEndOfChange else { return false }
    if isFirm, number.printedDigits >= 4, isConfirmed || !isOfHand {
      return strangers.count <= (isConfirmed || number.printedDigits >= Self.manyDigits ? 2 : 1)
    }
    if isFirm { return strangers.allSatisfy(isCounted) }
    return strangers.isEmpty && self.strangers(in: everywhere).count <= 1
  }

  /// The word behind a number, or behind *the number of*: it may be that of the title in another language.
  private func isCounted(_ index: Int) -> Bool {
    reading.numbers.contains { $0.tokens.upperBound == index }
      || [1, 2, 3].contains { TextWords.countWords.contains(reading.word(index - $0)) }
        && (index - 2..<index).allSatisfy {
          reading.word($0).count <= 3 || TextWords.countWords.contains(reading.word($0))
        }
  }

  /// Whether the digits themselves speak for a slip: with three digits a likeness is chance sooner than a mistake, unless
  /// it is two that changed places or exactly the number of another cell.
  private func isFirm(_ doubt: NumberDoubt, isOfHand: Bool) -> Bool {
    switch doubt.slip {
    case nil, .otherBase: false
    case .swapped, .elsewhere: number.printedDigits >= 3
    case .digit, .length, .tenfold: number.printedDigits >= 4
    }
  }

  /// Tokens of words that are neither of the figure nor listed as saying nothing.
  private func strangers(in scope: Range<Int>) -> [Int] {
    let subjects = words.subjectWords
    let numbers = Set(reading.numbers.flatMap { Array($0.tokens) })
    return scope.filter { index in
      let token = reading.tokens[index]
      guard token.kind == .word, !words.tokens.contains(index), !subjects.contains(index), !numbers.contains(index)
      else { return false }
      // *512 people* are no reports.
      if index == number.tokens.upperBound, TextWords.people.contains(token.folded) { return true }
      return !TextWords.saysNothingOfCells(token.folded) || isSummer(index)
    }
  }

  /// French *été* behind an article is no participle.
  private func isSummer(_ index: Int) -> Bool {
    guard reading.word(index) == "ete" else { return false }
    let before = "'’".contains(reading.word(index - 1)) ? reading.word(index - 2) : reading.word(index - 1)
    return ["l", "d", "cet"].contains(before)
  }

  /// Words that turn a sentence into one about something else, however little is left over.
  private func isTurning(_ index: Int, isConfirmed: Bool) -> Bool {
    let word = reading.word(index)
    guard !words.tokens.contains(index), !words.isSubject(word) else { return false }
    if isConfirmed, TextWords.spanning.contains(word) { return false }
    if TextWords.turning.contains(word) || TextWords.doubts.contains(word) || TextWords.spanning.contains(word) {
      return true
    }
    // *Er kwamen 43 meldingen bij*: what comes at the end of its part of the sentence belongs to the verb.
    let next = index + 1
    let isLast = next == reading.tokens.count || reading.tokens[next].kind == .mark
    return isLast && TextWords.particles.contains(word)
  }

  private var namesMeasure: Bool {
    number.isPercent || !words.subjectWords.isEmpty || words.tokens.contains(number.tokens.upperBound)
  }

  /// *De stijging was 59*: where something rises or falls, a number is that of a cell only behind a word for from or to.
  private var isAtEndOfChange: Bool {
    let all = reading.tokens.map(\.folded)
    guard all.contains(where: { TextWords.rises.contains($0) || TextWords.falls.contains($0) }) else { return true }
    let first = number.tokens.lowerBound
    return [1, 2].contains { TextWords.fromOrTo.contains(reading.word(first - $0)) }
  }

  // MARK: - Other numbers

  /// Whether another number of the sentence is already that of the cell: then this one is something else.
  private func isFilled(_ doubt: NumberDoubt) -> Bool {
    guard doubt.origin == .cell else { return false }
    return reading.numbers.contains { other in
      other.tokens != number.tokens && other.isPercent == number.isPercent && other.softening == .none
        && other.agrees(with: doubt.known, grain: block.grain)
    }
  }

  /// Whether another number of the sentence is one of the same line, at a label that the sentence names.
  private func isConfirmed(_ doubt: NumberDoubt) -> Bool {
    guard let own = block.grid.cells.firstIndex(of: doubt.cell).map(block.grid.place) else { return false }
    let said = reading.numbers.filter {
      $0.tokens != number.tokens && $0.isPercent == block.isPercent && $0.softening == .none && $0.printedDigits >= 2
    }
    guard !said.isEmpty else { return false }
    return block.grid.cells.enumerated().contains { index, cell in
      let place = block.grid.place(index)
      let off = place.indices.filter { place[$0] != own[$0] }
      guard off.count == 1, words.named[off[0]].contains(Int(place[off[0]])), let value = tables.cells[cell].value
      else {
        return false
      }
      return said.contains { other in
        block.scales.contains { other.agrees(with: value * $0, grain: block.grain) }
      }
    }
  }

  /// Tokens that a number within *of the 699 reports* stands behind at most. A decision.
  private static let mostOfWhole = 3
  private static let ofWords: Set<String> = ["of", "van", "von", "among", "onder", "unter", "parmi"]

  /// *699 reports, of which 431 …*: what follows is a part, and no number of the whole.
  private func isPartOfOther(_ doubt: NumberDoubt) -> Bool {
    let first = number.tokens.lowerBound
    // *Of the parcels, 2,448 went to children*: behind what it is a part of.
    if Self.ofWords.contains(reading.word(0)), first > Self.mostOfWhole { return true }
    let start = (0..<first).last { index in
      TextWords.partOf.contains(reading.word(index))
        || ["of which", "van wie", "von denen"].contains(reading.word(index - 1) + " " + reading.word(index))
    }
    guard let start, reading.numbers.contains(where: { $0.tokens.upperBound <= start }) else { return false }
    return !reading.mentions.contains { mention in
      let label = tables.label(mention.name)
      return mention.name.figure == words.figureNumber && !label.isWhole && label.years.isEmpty
        && mention.tokens.contains { $0 > start }
    }
  }

  /// Whether another figure has as much of the sentence, with another number: of twelve tables with the same rows, one
  /// for each province, the sentence names none.
  private func isAmbiguous(_ doubt: NumberDoubt) -> Bool {
    guard !words.isReferred else { return false }
    let own = words.tokens.union(words.subjectWords)
    return others.contains { other in
      guard other.figureNumber != words.figureNumber, other.tokens.isSuperset(of: words.tokens) else { return false }
      let theirs = other.tokens.union(other.subjectWords)
      guard !(own.isSuperset(of: theirs) && own.count > theirs.count) else { return false }
      let rivals = other.figure.blocks.filter { $0.isPercent == block.isPercent }.flatMap { rival in
        (BoundPlace(other, rival, around: number, alignment: [:])?.cells ?? []).compactMap { tables.cells[$0].value }
      }
      let known = tables.cells[doubt.cell].value
      return !rivals.isEmpty && !rivals.contains { $0 == known }
    }
  }
}
