/// A percentage beside the count that it is of: *3,834, or 50%*, *6,236. That is a share of 46.2%*.
///
/// The count is that of a cell. What it is a share of may be any number of any table; only where none of them gives the
/// percentage, and nothing else is said of it, it is doubted.
struct CountedShares {
  let tables: TextTables
  let figures: [FigureWords]
  let reading: TextSentenceReading

  /// Digits of the count at least, where it stands in the sentence and where it stands in the one before. Decisions.
  private static let leastDigits = 3
  private static let leastBefore = 4
  /// Reports of more numbers are not looked through. A decision.
  private static let mostCells = 20_000

  func doubt() -> NumberDoubt? {
    guard !reading.isHedged, tables.cells.count <= Self.mostCells, let (share, count) = told() else { return nil }
    let values = tables.cells.indices.filter { tables.cells[$0].value.map { $0 >= count.value } ?? false }
    let isGiven = values.contains { cell in
      tables.cells[cell].value.map { share.agrees(with: 100 * count.value / $0, grain: 0.5) } ?? false
    }
    let isPrinted = tables.cells.contains { cell in
      cell.unit.contains("%") && cell.value.map { share.agrees(with: $0) || share.agrees(with: 100 - $0) } ?? false
    }
    guard !isGiven, !isPrinted else { return nil }
    let found = figures.filter { !$0.isOfOtherYearsItself }.flatMap { words in
      words.figure.blocks.filter(\.isCount).compactMap { doubt(share, count, words, $0) }
    }
    return Set(found.map(\.known)).count == 1 ? found.first : nil
  }

  // MARK: - What is told

  private func told() -> (share: TextNumber, count: TextNumber)? {
    let shares = reading.numbers.filter(\.isPercent)
    let counts = reading.numbers.filter { !$0.isPercent }
    let all = reading.tokens.map(\.folded)
    guard shares.count == 1, let share = shares.first, share.softening == .none, !share.isWord, share.value < 100,
      !all.contains(where: { TextWords.rises.contains($0) || TextWords.falls.contains($0) || Self.changes.contains($0) }
      )
    else { return nil }
    if counts.count == 1, let count = counts.first {
      guard count.softening == .none, count.printedDigits >= Self.leastDigits, isOf(count, share) else { return nil }
      return (share, count)
    }
    let earlier = reading.earlier.filter { !$0.isPercent && !$0.isWord }
    guard counts.isEmpty, earlier.count == 1, earlier[0].softening == .none,
      earlier[0].printedDigits >= Self.leastBefore, reading.mentions.allSatisfy({ tables.label($0.name).isWhole }),
      Self.pointing.contains(reading.word(0)), reading.tokens.indices.allSatisfy(saysNothing)
    else { return nil }
    return (share, earlier[0])
  }

  private static let changes: Set<String> = [
    "more", "fewer", "less", "higher", "lower", "meer", "minder", "hoger", "lager", "mehr", "weniger", "hoher",
    "niedriger",
    "moins", "mas", "menos", "plus", "per", "groeide", "groei", "sinds", "since", "seit", "depuis",
  ]
  private static let pointing: Set<String> = ["dat", "dit", "that", "this", "das", "dies", "cela", "c", "eso", "esto"]

  /// Whether a word for *that is* stands between them, or the share is of all; and nothing is said behind it.
  private func isOf(_ count: TextNumber, _ share: TextNumber) -> Bool {
    let between = count.tokens.upperBound..<max(count.tokens.upperBound, share.tokens.lowerBound)
    guard share.tokens.lowerBound >= count.tokens.upperBound else { return false }
    let words = between.map(reading.word)
    let isNamed =
      words.contains(where: Self.thatIs.contains)
      || zip(words, words.dropFirst()).contains { $0 == "dat" && $1 == "is" }
    let behind = [1, 2].map { reading.word(share.tokens.upperBound + $0 - 1) }
    let isOfAll =
      SpokenQuantities.ofWords.contains(behind[0]) && (behind[0] == "aller" || Self.wholes.contains(behind[1]))
    guard isNamed || isOfAll else { return false }
    return (share.tokens.upperBound..<reading.tokens.count).allSatisfy(saysNothing)
  }

  private static let thatIs: Set<String> = ["ofwel", "oftewel", "or", "soit", "oder", "entspricht"]
  private static let wholes: Set<String> = [
    "alle", "all", "het", "the", "total", "totaal", "toutes", "tous", "todos", "todas",
  ]

  private func saysNothing(_ index: Int) -> Bool {
    let word = reading.word(index)
    return reading.tokens[index].kind != .word || reading.numbers.contains { $0.tokens.contains(index) }
      || TextWords.saysNothingOfCells(word) || Self.sharing.contains(word)
      || figures.contains { $0.tokens.contains(index) || $0.subjectWords.contains(index) }
  }

  private static let sharing: Set<String> = ["aandeel", "anteil", "share", "part", "parte", "deel"]

  // MARK: - In the tables

  private func doubt(
    _ share: TextNumber, _ count: TextNumber, _ words: FigureWords, _ block: TextFigure.Block
  ) -> NumberDoubt? {
    let cells = block.grid.cells.enumerated().filter { _, cell in
      tables.cells[cell].value.map { value in
        block.scales.contains { count.agrees(with: value * $0, grain: block.grain) }
      } ?? false
    }
    // In a table that the sentence names, or with digits enough to be of one place.
    guard cells.count == 1, let (index, cell) = cells.first,
      words.isNamed || !words.subjectWords.isEmpty || count.printedDigits >= Self.leastBefore,
      let base = base(block.grid.place(index), words, block), let part = tables.cells[cell].value,
      let whole = tables.cells[base].value, whole > part
    else { return nil }
    return NumberDoubt(
      number: share, cell: cell, known: 100 * part / whole, origin: .share(of: base),
      slip: TextSlip.ofHand(from: 100 * part / whole, to: share.value, unit: share.unit), score: NumberBinding.least)
  }

  /// The total of the place along one axis; first one that is no total itself.
  private func base(_ place: [Int32], _ words: FigureWords, _ block: TextFigure.Block) -> Int? {
    for axis in place.indices where !words.isYears(axis) {
      let own = Int(place[axis])
      guard own != 0, !words.figure.axes[axis].labels[own].isWhole else { continue }
      for whole in words.wholes(axis, among: block.labels[axis]).sorted().reversed() where whole != own {
        var other = place
        other[axis] = Int32(whole)
        if let cell = block.grid.cell(at: other) { return cell }
      }
    }
    return nil
  }
}
