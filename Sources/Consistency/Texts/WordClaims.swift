/// What a sentence claims in words: which number belongs to which label, a rise or a fall, the most or the least.
struct WordClaims {
  let tables: TextTables
  let words: [FigureWords]
  let reading: TextSentenceReading

  struct Claim {
    var kind: Kind
    /// The cells that it is about, the one that is off first.
    var cells: [Int]

    enum Kind: Equatable {
      /// Two numbers stand each at the place of the other.
      case swapped
      /// The number of the second cell stands at the place of the first.
      case repeated
      case rises, falls
      /// The second cell has more, or less.
      case most, fewest
      /// It is said that the first cell has more than the second, less, or so many times as much.
      case moreThan, lessThan
      case times(Double)
    }
  }

  private func value(_ cell: Int) -> Double? { tables.cells[cell].value }

  // MARK: - Numbers that changed places

  func swap() -> Claim? {
    for percent in [false, true] {
      let alike = reading.numbers.enumerated().filter { $0.element.isPercent == percent && !$0.element.isWord }
      guard alike.count > 1 else { continue }
      let numbers = parts(alike.map { ($0.offset, $0.element) })
      for each in words where !each.isOfOtherYearsItself {
        for axis in each.named.indices where each.named[axis].count > 1 {
          // *171 women and 431 men; of 82 it is not known*: those with their label right behind them.
          let followed = numbers.filter { each.tokens.contains($0.number.tokens.upperBound) }
          guard
            let pairs = (LabelAlignment(numbers, axis, each) ?? LabelAlignment(followed, axis, each))?.pairs
          else { continue }
          for block in each.figure.blocks where block.isPercent == percent && (percent || block.isCount) {
            if let claim = swap(pairs, axis, each, block) { return claim }
          }
        }
      }
    }
    return nil
  }

  /// Numbers without the first of them where the others add up to it: *25,412 members: 15,026 men and 10,386 women*.
  private func parts(_ numbers: [(place: Int, number: TextNumber)]) -> [(place: Int, number: TextNumber)] {
    guard numbers.count > 2, let whole = numbers.first else { return numbers }
    let sum = numbers.dropFirst().reduce(0) { $0 + $1.number.value }
    return whole.number.agrees(with: sum) ? Array(numbers.dropFirst()) : numbers
  }

  private func swap(
    _ pairs: [(number: Int, label: Int)], _ axis: Int, _ words: FigureWords, _ block: TextFigure.Block
  ) -> Claim? {
    var known: [(cell: Int, value: Double, number: TextNumber)] = []
    for pair in pairs {
      guard let place = BoundPlace(words, block, around: nil, alignment: [axis: pair.label]), place.cells.count == 1,
        let value = value(place.cells[0])
      else { return nil }
      known.append((place.cells[0], value, reading.numbers[pair.number]))
    }
    let wrong = known.indices.filter { !fits(known[$0].number, known[$0].value, block) }
    let clauses = known.map { reading.clause(around: $0.number.tokens.lowerBound) }
    guard wrong.count == 2, let one = wrong.first, let other = wrong.last, !clauses.contains(where: reading.isHedged),
      fits(known[one].number, known[other].value, block), fits(known[other].number, known[one].value, block),
      known[one].number.digits >= 2, known[one].number.softening == .none
    else { return nil }
    return Claim(kind: .swapped, cells: [known[one].cell, known[other].cell])
  }

  private func fits(_ number: TextNumber, _ value: Double, _ block: TextFigure.Block) -> Bool {
    block.scales.contains { number.agrees(with: value * $0, grain: block.grain) }
  }

  // MARK: - Rises and falls

  func direction() -> Claim? {
    let all = reading.tokens.map(\.folded)
    let (up, down) = (all.count(where: TextWords.rises.contains), all.count(where: TextWords.falls.contains))
    guard (up > 0) != (down > 0) else { return nil }
    for each in words where !each.isOfOtherYears && (each.isNamed || each.isSeries && !each.subjectWords.isEmpty) {
      for block in each.figure.blocks where block.isCount || block.isPercent {
        guard let pair = pair(each, block), let first = value(pair.first), let second = value(pair.second),
          up > 0 ? second < first - 2 * block.grain : second > first + 2 * block.grain,
          isBound(each, block, first, second)
        else { continue }
        return Claim(kind: up > 0 ? .rises : .falls, cells: [pair.second, pair.first])
      }
    }
    return nil
  }

  /// The years that are named; or those that are implied, where nothing else is said.
  private func pair(_ words: FigureWords, _ block: TextFigure.Block) -> YearPair? {
    if let pair = YearPair(words, block, tables) { return pair }
    let isSized = reading.numbers.count == 1 && reading.numbers.allSatisfy { $0.isPercent && $0.printedDigits >= 2 }
    guard words.strangers.isEmpty, isSized || !reading.years.isEmpty else { return nil }
    return YearPair(words, block, tables, isImplied: true)
  }

  /// Both numbers are in the sentence, or the size of the change is; or nothing in it is about anything else.
  private func isBound(
    _ words: FigureWords, _ block: TextFigure.Block, _ first: Double, _ second: Double
  ) -> Bool {
    let numbers = reading.numbers.filter { $0.softening == .none || $0.softening == .around }
    func says(_ value: Double, percent: Bool) -> Bool {
      numbers.contains { $0.isPercent == percent && $0.value > 0 && fits($0, value, block) }
    }
    let isPercent = block.isPercent
    if says(first, percent: isPercent), says(second, percent: isPercent) { return residue(words) <= 4 }
    if !isPercent, first > 0 {
      let growth = 100 * abs(second - first) / first
      let isSaid = numbers.contains { $0.isPercent && $0.digits >= 2 && $0.agrees(with: growth) }
      let isDifference = numbers.contains { !$0.isPercent && $0.digits >= 2 && $0.agrees(with: abs(second - first)) }
      if isSaid || isDifference { return residue(words) <= 3 }
    }
    let aboutShare = !Set(reading.tokens.map(\.folded)).isDisjoint(with: Self.shareWords)
    guard numbers.isEmpty, aboutShare == isPercent, !words.subjectWords.isEmpty || isPercent else { return false }
    return residue(words) == 0
  }

  private static let shareWords: Set<String> = [
    "share", "percentage", "proportion", "rate", "aandeel", "anteil", "quote", "part", "parte", "proporcion",
    "pourcentage",
    "porcentaje", "percent",
  ]

  private func residue(_ words: FigureWords) -> Int { words.residue.count }

  // MARK: - The most and the least

  func extreme() -> Claim? {
    let all = reading.tokens.map(\.folded)
    let (most, fewest) = (all.contains(where: TextWords.most.contains), all.contains(where: TextWords.fewest.contains))
    guard most != fewest, Self.limiting.isDisjoint(with: all), !isMajority(all) else { return nil }
    for each in words where !each.isOfOtherYears && each.isNamed {
      guard residue(each) == 0 || residue(each) <= 2 && isConfirmed(each),
        !each.subjectWords.isEmpty || isConfirmed(each)
      else { continue }
      if let claim = extreme(each, most: most) { return claim }
    }
    return nil
  }

  /// Words by which it is not the first of all.
  private static let limiting: Set<String> = [
    "second", "third", "fourth", "after", "except", "apart", "among", "one", "besides", "tweede", "derde", "na",
    "behalve",
    "zweite", "dritte", "zweitgrosste", "nach", "ausser", "deuxieme", "troisieme", "apres", "segundo",
    "tercero", "segunda", "tercera", "despues", "rise", "increase", "change", "growth", "stijging", "daling", "groei",
    "toename", "afname", "anstieg", "zunahme", "ruckgang", "wachstum", "hausse", "baisse", "aumento", "descenso",
    "increased", "rose", "fell", "grew", "drop", "decrease", "fall", "decline", "difference", "verschil", "per", "pro",
    "average", "gemiddeld", "gemiddelde", "cities", "ever", "ooit", "top", "outside", "buiten", "other", "andere",
    "autres",
    "otros", "not", "niet", "nicht", "pas",
  ]

  /// *Most of the*, *de meeste van*, *la plupart des*
  private func isMajority(_ all: [String]) -> Bool {
    zip(all, all.dropFirst()).contains { one, next in
      TextWords.most.contains(one)
        && ["of", "van", "der", "von", "des", "part", "parte", "deel", "teil"].contains(next)
    } || all.contains("plupart") || all.contains("mayoria")
  }

  /// Whether a number of the sentence is that of the place it names.
  private func isConfirmed(_ words: FigureWords) -> Bool {
    words.figure.blocks.contains { block in
      guard let place = BoundPlace(words, block, around: nil, alignment: [:]), place.cells.count == 1,
        let known = value(place.cells[0])
      else { return false }
      return reading.numbers.contains { $0.isPercent == block.isPercent && $0.digits >= 2 && fits($0, known, block) }
    }
  }

  private func extreme(_ words: FigureWords, most: Bool) -> Claim? {
    var found: Claim?
    for block in words.figure.blocks where block.isCount || block.isPercent {
      guard let place = BoundPlace(words, block, around: nil, alignment: [:]) else { continue }
      guard place.cells.count == 1, place.open == 0, place.mixed == 0, let known = value(place.cells[0]),
        let axis = words.named.indices.first(where: { isChoice($0, words, block, place) })
      else { return nil }
      let rivals = rivals(of: place, along: axis, words, block)
      guard rivals.count >= 3,
        let best = rivals.max(by: { most ? $0.value < $1.value : $0.value > $1.value }),
        most ? best.value > known + 2 * block.grain : best.value < known - 2 * block.grain
      else { return nil }
      if found == nil { found = Claim(kind: most ? .most : .fewest, cells: [place.cells[0], best.cell]) }
    }
    return found
  }

  /// The axis of the one label that is no year and no total.
  private func isChoice(_ axis: Int, _ words: FigureWords, _ block: TextFigure.Block, _ place: BoundPlace) -> Bool {
    guard !words.isYears(axis), block.labels[axis].count > 3, place.labels[axis].count == 1,
      let label = place.labels[axis].first, words.named[axis] == [label]
    else { return false }
    let name = words.figure.axes[axis].labels[label]
    return !name.isVague && !name.isWhole
  }

  private func rivals(
    of place: BoundPlace, along axis: Int, _ words: FigureWords, _ block: TextFigure.Block
  ) -> [(cell: Int, value: Double)] {
    block.grid.cells.enumerated().compactMap { index, cell in
      let coordinates = block.grid.place(index)
      let label = words.figure.axes[axis].labels[Int(coordinates[axis])]
      guard place.labels.indices.allSatisfy({ $0 == axis || place.labels[$0].contains(Int(coordinates[$0])) }),
        !label.isWhole, !label.isVague, coordinates[axis] != 0, !place.labels[axis].contains(Int(coordinates[axis])),
        let value = value(cell)
      else { return nil }
      return (cell, value)
    }
  }
}
