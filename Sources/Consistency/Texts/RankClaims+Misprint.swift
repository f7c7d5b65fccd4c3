/// The most or the least, with two digits of its number changed: *Bladel has most of all, 6,851*, where it has 6,815.
extension RankClaims {
  /// Digits of which two that changed places are no chance. A decision.
  private static let leastSwapped = 4

  func misprint() -> NumberDoubt? {
    let counts = reading.numbers.filter {
      !$0.isWord && !$0.isPercent && $0.softening == .none && $0.printedDigits >= Self.leastSwapped
    }
    guard !reading.isHedged, reading.tokens.indices.contains(where: isSuperlative) else { return nil }
    for number in counts {
      let found = words.filter { !$0.isOfOtherYearsItself }.compactMap { misprint(number, $0) }
      if Set(found.map(\.known)).count == 1, let doubt = found.first { return doubt }
    }
    return nil
  }

  private func misprint(_ number: TextNumber, _ words: FigureWords) -> NumberDoubt? {
    let all = words.figure.blocks.flatMap { block in block.grid.cells.map { ($0, block) } }
    guard !all.contains(where: { fits(number, $0.0, $0.1) }) else { return nil }
    for axis in words.named.indices {
      guard let named = row(along: axis, 0..<number.tokens.lowerBound, words) ?? row(before: number, axis, words) else {
        continue
      }
      for block in words.figure.blocks where block.isCount {
        for (index, cell) in block.grid.cells.enumerated() where Int(block.grid.label(index, axis)) == named {
          let place = block.grid.place(index)
          guard isPossible(place, besides: axis, words), let known = tables.cells[cell].value,
            TextSlip.ofHand(from: known, to: number.value, unit: number.unit) == .swapped,
            isRight(before: number, named, axis, words) || isExtreme(cell, place, axis, words, block)
          else { continue }
          return NumberDoubt(
            number: number, cell: cell, known: known, origin: .cell, slip: .swapped, score: NumberBinding.least)
        }
      }
    }
    return nil
  }

  /// The label that stands right before a number, or a bracket around it.
  private func row(before number: TextNumber, _ axis: Int, _ words: FigureWords) -> Int? {
    reading.mentions.first { mention in
      mention.name.figure == words.figureNumber && mention.name.axis == axis
        && isRight(before: number, mention.name.label, axis, words)
    }?.name.label
  }

  private func isRight(before number: TextNumber, _ label: Int, _ axis: Int, _ words: FigureWords) -> Bool {
    reading.mentions.contains { mention in
      mention.name == TextTables.Name(figure: words.figureNumber, axis: axis, label: label)
        && (mention.tokens.max() ?? -9) >= number.tokens.lowerBound - 2
        && (mention.tokens.max() ?? -9) < number.tokens.lowerBound
        && !words.figure.axes[axis].labels[label].isWhole && words.figure.axes[axis].labels[label].years.isEmpty
    }
  }
}
