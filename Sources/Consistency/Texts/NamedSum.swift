/// The sum of two rows that a sentence names: *Noord and Zuid together had 725 reports*.
///
/// It is doubted only where the sentence says nothing else, and no year of the table makes it true.
struct NamedSum {
  let tables: TextTables
  let words: [FigureWords]
  let reading: TextSentenceReading

  func doubt() -> NumberDoubt? {
    let plain = reading.numbers.filter { !$0.isPercent }
    guard !reading.isHedged, plain.count == 1, reading.numbers.count == 1, let number = plain.first, !number.isWord,
      number.softening == .none, number.printedDigits >= 3, saysTogether
    else { return nil }
    let named = words.filter { each in
      each.named.indices.contains(where: { !each.isYears($0) && each.named[$0].count > 1 })
    }
    guard named.count == 1, let each = named.first, !each.isOfOtherYears,
      !each.subjectWords.isEmpty || isLabel(number, each),
      strangers(each).isEmpty
    else { return nil }
    let blocks = each.figure.blocks.filter(\.isCount)
    guard blocks.count == 1, let block = blocks.first else { return nil }
    return doubt(number, each, block)
  }

  private var saysTogether: Bool {
    (1...2).contains(reading.tokens.count { Self.together.contains($0.folded) })
  }

  private static let together: Set<String> = [
    "samen", "together", "zusammen", "ensemble", "juntos", "juntas", "tezamen", "totalisent", "totalizan",
    "gezamenlijk",
  ]

  private func isLabel(_ number: TextNumber, _ words: FigureWords) -> Bool {
    words.tokens.contains(number.tokens.upperBound)
  }

  /// A sentence that names no year is about the last.
  private func year(of cell: Int) -> Int {
    tables.cells[cell].dimensions.flatMap { TextLabel.years(in: $0.value) }.max() ?? 0
  }

  private func strangers(_ words: FigureWords) -> [Int] {
    words.strangers.filter { !Self.together.contains(reading.word($0)) }
  }

  private func doubt(_ number: TextNumber, _ words: FigureWords, _ block: TextFigure.Block) -> NumberDoubt? {
    guard let axis = words.named.indices.first(where: { !words.isYears($0) && words.named[$0].count > 1 }) else {
      return nil
    }
    let labels = words.named[axis].sorted()
    guard labels.count == 2, labels.allSatisfy({ block.labels[axis].contains($0) }),
      labels.allSatisfy({ !words.figure.axes[axis].labels[$0].isWhole && !words.figure.axes[axis].labels[$0].isVague })
    else { return nil }
    guard let one = BoundPlace(words, block, around: nil, alignment: [axis: labels[0]]),
      let other = BoundPlace(words, block, around: nil, alignment: [axis: labels[1]]),
      one.cells.count == other.cells.count, one.mixed == 0, other.mixed == 0
    else { return nil }
    // Only years may be left open: then each of them has to be wrong.
    let open = words.figure.axes.indices.filter { one.labels[$0].count > 1 }
    guard open.allSatisfy(words.isYears) else { return nil }
    let sums = zip(one.cells, other.cells).compactMap { left, right -> (Int, Int, Double)? in
      guard let x = tables.cells[left].value, let y = tables.cells[right].value else { return nil }
      return (left, right, x + y)
    }
    let isTrue = sums.contains { sum in
      block.scales.contains { number.agrees(with: sum.2 * $0, grain: 2 * block.grain) }
    }
    guard !isTrue, sums.count == one.cells.count,
      let latest = sums.max(by: { year(of: $0.0) < year(of: $1.0) }), latest.2 > 0,
      (0.5...2).contains(number.value / latest.2)
    else { return nil }
    return NumberDoubt(
      number: number, cell: latest.0, known: latest.2, origin: .sum(with: [latest.1]),
      slip: TextSlip.ofHand(from: latest.2, to: number.value, unit: number.unit), score: NumberBinding.least)
  }
}
