/// Finds what a number that nothing explains was meant to be.
struct DoubtSearch {
  let tables: TextTables
  let words: [FigureWords]
  let reading: TextSentenceReading

  /// The reading that binds the number most firmly; nil where none does so firmly enough.
  func doubt(_ number: TextNumber, alignment: [Int: [Int: Int]]) -> NumberDoubt? {
    guard !number.isWord || number.value >= 3, !isComparison(number) else { return nil }
    var best: NumberDoubt?
    for each in words where !each.isOfOtherYears && isWorthwhile(each) {
      let foreign = foreignMentions(each)
      for block in each.figure.blocks {
        guard let place = BoundPlace(each, block, around: number, alignment: alignment[each.figureNumber] ?? [:]) else {
          continue
        }
        let binding = NumberBinding(tables: tables, words: each, block: block, number: number, foreign: foreign)
        guard let points = binding.points(place) else { continue }
        let tie = SentenceTie(tables: tables, words: each, others: words, block: block, number: number)
        for var doubt in doubts(number, each, block, place) where tie.holds(doubt) {
          doubt.score += points
          if doubt.score >= NumberBinding.least, doubt.score > best?.score ?? 0 { best = doubt }
        }
      }
    }
    return best
  }

  private func isWorthwhile(_ words: FigureWords) -> Bool {
    words.isNamed || words.named.contains { !$0.isEmpty } && !words.subjectWords.isEmpty
  }

  /// Labels of other figures that this one cannot take for words of its own.
  func foreignMentions(_ words: FigureWords) -> Int {
    let subjects = words.subjectWords
    let others = reading.mentions.filter { mention in
      let label = tables.label(mention.name)
      return mention.name.figure != words.figureNumber && !label.isWhole && !label.isVague && label.years.isEmpty
        && mention.tokens.isDisjoint(with: words.tokens)
        && !mention.tokens.filter({ !NumberBinding.saysNothing(reading.word($0)) }).isSubset(of: subjects)
    }
    return Set(others.map(\.tokens)).count
  }

  /// *61 more*, *twelve points higher*: a difference with something else.
  private func isComparison(_ number: TextNumber) -> Bool {
    let next = reading.word(number.tokens.upperBound)
    let after = reading.word(number.tokens.upperBound + 1)
    return Self.comparing.contains(next) || Self.comparing.contains(after) && !TextWords.function.contains(next)
  }

  private static let comparing: Set<String> = [
    "more", "fewer", "less", "higher", "lower", "meer", "minder", "hoger", "lager", "mehr", "weniger", "hoher",
    "niedriger",
    "plus", "moins", "mas", "menos", "times", "keer", "maal", "mal", "fois", "veces", "points", "procentpunt",
    "procentpunten", "prozentpunkte", "puntos", "extra",
  ]

  // MARK: - Candidates

  private func doubts(
    _ number: TextNumber, _ words: FigureWords, _ block: TextFigure.Block, _ place: BoundPlace
  ) -> [NumberDoubt] {
    let (isRise, byWord) = (isChange, isByWord(number))
    if isRise, byWord || number.isPercent && !block.isPercent { return changes(number, words, block, place) }
    if number.isPercent {
      return block.isPercent ? direct(number, words, block, place) : shares(number, words, block, place)
    }
    return block.isPercent || (!block.isCount && number.decimals == 0) ? [] : direct(number, words, block, place)
  }

  /// Whether the sentence tells of a rise or a fall.
  var isChange: Bool {
    let all = Set(reading.tokens.map(\.folded))
    return !all.isDisjoint(with: TextWords.rises) || !all.isDisjoint(with: TextWords.falls)
  }

  /// *by 12*, *met 12*, *um 12*
  private func isByWord(_ number: TextNumber) -> Bool {
    let before = [1, 2].map { reading.word(number.tokens.lowerBound - $0) }
    return ["by", "met", "um", "with"].contains(before[0])
      || ["by", "met", "um"].contains(before[1]) && TextWords.around.contains(before[0])
      || number.isPercent && ["de", "en", "un"].contains(before[0])
  }

  private func direct(
    _ number: TextNumber, _ words: FigureWords, _ block: TextFigure.Block, _ place: BoundPlace
  ) -> [NumberDoubt] {
    let lines = others(than: place, words, block, number)
    return place.cells.compactMap { cell -> NumberDoubt? in
      guard let value = tables.cells[cell].value else { return nil }
      let scale = nearestScale(block, value, number)
      let known = value * scale
      guard isOutside(number, known, block) else { return nil }
      var doubt = NumberDoubt(number: number, cell: cell, known: known, origin: .cell, score: 0)
      let elsewhere = lines.filter { areOfOneLine(cell, $0.cell, block) }.min { $0.ways < $1.ways }
      let slips: [(TextSlip?, Double)] = [
        (TextSlip.ofHand(from: known, to: number.value, unit: number.unit), 0),
        (elsewhere.map { .elsewhere(cell: $0.cell) }, Double(elsewhere?.ways ?? 0)),
      ]
      .map { slip, ways in (slip, evidence(slip, number, place.cells.count, others: Int(ways))) }
      (doubt.slip, doubt.score) = slips[1].1 >= slips[0].1 && slips[1].0 != nil ? slips[1] : slips[0]
      if doubt.slip == nil { doubt.score += nearness(number.value, known) - (place.cells.count > 1 ? 1 : 0) }
      return doubt
    }
    .sorted { $0.score > $1.score }
  }

  private func evidence(_ slip: TextSlip?, _ number: TextNumber, _ candidates: Int, others: Int) -> Double {
    guard let slip else { return 0 }
    let digits = number.printedDigits
    let all = slip.evidence(digits: digits, candidates: candidates, others: others)
    return number.softening == .none ? all : min(all, 1)
  }

  /// What is far from the known number counts something else more likely.
  private func nearness(_ said: Double, _ known: Double) -> Double {
    guard said != 0, known != 0 else { return -0.7 }
    let ratio = abs(said / known)
    return ratio > 5 || ratio < 0.2 ? -0.9 : ratio < 1.5 && ratio > 0.67 ? 0.2 : 0
  }

  private func nearestScale(_ block: TextFigure.Block, _ value: Double, _ number: TextNumber) -> Double {
    block.scales.min { abs(value * $0 - number.value) < abs(value * $1 - number.value) } ?? 1
  }

  /// Whether a softened number leaves the known one outside.
  private func isOutside(_ number: TextNumber, _ known: Double, _ block: TextFigure.Block) -> Bool {
    !number.agrees(with: known, grain: block.grain)
  }

  /// Cells that differ from a place along one axis alone, with exactly the number that is said, and how many cells there
  /// are along it.
  private func others(
    than place: BoundPlace, _ words: FigureWords, _ block: TextFigure.Block, _ number: TextNumber
  ) -> [(cell: Int, ways: Int)] {
    guard place.cells.count == 1 || place.open + place.mixed <= 1 else { return [] }
    return block.grid.cells.enumerated().compactMap { index, cell in
      let off = place.labels.indices.filter { !place.labels[$0].contains(Int(block.grid.label(index, $0))) }
      guard off.count == 1, let value = tables.cells[cell].value else { return nil }
      let exact = number.values.contains { said in
        block.scales.contains { abs(value * $0 - said.value) <= Printed.slack * max(1, abs(said.value)) }
      }
      return exact ? (cell, block.labels[off[0]].count - 1) : nil
    }
  }

  /// Whether two cells differ along one axis alone: the number of another year is not that of another row as well.
  private func areOfOneLine(_ one: Int, _ other: Int, _ block: TextFigure.Block) -> Bool {
    let places = [one, other].compactMap { cell in block.grid.cells.firstIndex(of: cell).map(block.grid.place) }
    return places.count == 2 && zip(places[0], places[1]).count { $0 != $1 } == 1
  }

  // MARK: - Shares and changes

  private func shares(
    _ number: TextNumber, _ words: FigureWords, _ block: TextFigure.Block, _ place: BoundPlace
  ) -> [NumberDoubt] {
    guard block.isCount, place.cells.count == 1, place.open == 0, place.namedOther > 0, let cell = place.cells.first,
      let part = tables.cells[cell].value, let coordinates = block.grid.cells.firstIndex(of: cell).map(block.grid.place)
    else { return [] }
    var bases: [(cell: Int, isWhole: Bool)] = []
    for axis in coordinates.indices {
      for label in block.labels[axis] where label != Int(coordinates[axis]) {
        var other = coordinates
        other[axis] = Int32(label)
        guard let found = block.grid.cell(at: other) else { continue }
        bases.append((found, label == 0 || words.figure.axes[axis].labels[label].isWhole))
      }
    }
    func share(_ base: Int) -> Double? { tables.cells[base].value.flatMap { $0 > 0 ? 100 * part / $0 : nil } }
    let wholes = bases.filter(\.isWhole)
    let isOther = bases.contains { base in !base.isWhole && share(base.cell).map { number.agrees(with: $0) } ?? false }
    return wholes.compactMap { base -> NumberDoubt? in
      guard let known = share(base.cell), known <= 100 + Printed.slack, !number.agrees(with: known, grain: 0.5) else {
        return nil
      }
      var doubt = NumberDoubt(number: number, cell: cell, known: known, origin: .share(of: base.cell), score: 0)
      let hand = TextSlip.ofHand(from: known, to: number.value, unit: number.unit)
      doubt.slip = isOther ? .otherBase : hand
      doubt.score =
        evidence(doubt.slip, number, wholes.count, others: bases.count) + nearness(number.value, known)
        - 0.6 * Double(wholes.count)
      return doubt
    }
  }

  /// Growth and difference between the two years that are named.
  private func changes(
    _ number: TextNumber, _ words: FigureWords, _ block: TextFigure.Block, _ place: BoundPlace
  ) -> [NumberDoubt] {
    guard block.isCount, let pair = YearPair(words, block, tables), !reading.isHedged,
      let first = tables.cells[pair.first].value, let second = tables.cells[pair.second].value
    else { return [] }
    let known = number.isPercent ? (first > 0 ? 100 * abs(second - first) / first : -1) : abs(second - first)
    guard known >= 0, !number.agrees(with: known, grain: number.isPercent ? 0 : 2 * block.grain) else { return [] }
    var doubt = NumberDoubt(
      number: number, cell: pair.second, known: known,
      origin: number.isPercent ? .growth(from: pair.first) : .difference(from: pair.first), score: 0)
    doubt.slip = TextSlip.ofHand(from: known, to: number.value, unit: number.unit)
    doubt.score = 0.8 + evidence(doubt.slip, number, 1, others: 0) + nearness(number.value, known)
    return [doubt]
  }
}

extension TextSentenceReading {
  /// Tokens of labels.
  private var named: Set<Int> { Set(mentions.flatMap(\.tokens)) }

  /// Whether it doubts, asks or supposes.
  var isHedged: Bool { isHedged(in: tokens.indices) }

  /// Whether a part of it does; a question is one as a whole.
  func isHedged(in part: Range<Int>) -> Bool {
    let named = named
    return isQuestion || part.contains { TextWords.doubts.contains(tokens[$0].folded) && !named.contains($0) }
  }
}
