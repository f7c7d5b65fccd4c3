/// Numbers of one sentence with their sum: *52 men and four women, together 56*; *244 deaths: 148 men and 96 women*.
struct SentenceSum {
  let tables: TextTables
  let reading: TextSentenceReading
  /// By number, the one cell that gives it.
  let cells: [Int?]

  /// Tokens between a number and the word that makes it a sum, or the colon before its parts. A decision.
  private static let mostApart = 2

  /// What is said with the word for a sum is the sum of what stands before it, however wrong it is. A decision: as firm
  /// as a number that is bound by three labels.
  private static let saidScore = 3.0

  /// Points where no such word stands there: a slip of the hand has to make them enough.
  private static let unsaidScore = 1.0

  /// - Parameter place: Of a number that nothing gives.
  func doubt(_ place: Int) -> NumberDoubt? {
    let number = reading.numbers[place]
    guard isPlain(number), !number.isWord, number.digits >= 2 else { return nil }
    let isSaid = isSum(number)
    guard !isSaid || countsTheSame(number) else { return nil }
    guard let parts = isSaid ? before(place) : behind(place), let known = sum(parts), !number.agrees(with: known),
      let first = cells[parts[0]]
    else { return nil }
    let slip = TextSlip.ofHand(from: known, to: number.value, unit: number.unit)
    let ratio = known > 0 ? number.value / known : 0
    guard slip != nil || isSaid && ratio > 0.5 && ratio < 2 && isLast(number) else { return nil }
    let evidence = slip?.evidence(digits: number.printedDigits, candidates: 1, others: 0) ?? 0
    return NumberDoubt(
      number: number, cell: first, known: known, origin: .sum(with: parts.dropFirst().compactMap { cells[$0] }),
      slip: slip, score: (isSaid ? Self.saidScore : Self.unsaidScore) + evidence)
  }

  /// Whether what stands behind the number says nothing, or is of the tables: *in total 200 of them*, *in total 12 cars* count
  /// something else.
  private func countsTheSame(_ number: TextNumber) -> Bool {
    guard let noun = number.noun else { return true }
    let isLabel = reading.mentions.contains { $0.tokens.contains(number.tokens.upperBound) }
    return isLabel
      || NumberBinding.saysNothing(noun) && !SpokenQuantities.ofWords.contains(noun)
        && !TextWords.parts.contains(noun)
  }

  /// Whether its part of the sentence ends with the number, or the word behind it.
  private func isLast(_ number: TextNumber) -> Bool {
    let next = number.tokens.upperBound
    return [next, next + 1].contains { !reading.tokens.indices.contains($0) || reading.tokens[$0].kind == .mark }
  }

  private func isPlain(_ number: TextNumber) -> Bool { !number.isPercent && number.softening == .none }

  private func isSum(_ number: TextNumber) -> Bool {
    let (first, last) = (number.tokens.lowerBound, number.tokens.upperBound)
    return (first - Self.mostApart..<first).contains { Self.sums.contains(reading.word($0)) }
      || (last..<last + Self.mostApart).contains { Self.sums.contains(reading.word($0)) }
  }

  private static let sums: Set<String> = [
    "together", "altogether", "combined", "total", "samen", "totaal", "tezamen", "opgeteld", "zusammen", "insgesamt",
    "ensemble", "juntos", "juntas", "conjunto",
  ]

  private func before(_ place: Int) -> [Int]? { parts(Array(0..<place)) }

  /// The numbers after a colon, or a bracket, that stands right behind this one, up to the end of the sentence.
  private func behind(_ place: Int) -> [Int]? {
    let last = reading.numbers[place].tokens.upperBound
    guard (last...last + Self.mostApart).contains(where: { reading.word($0) == ":" }) else { return nil }
    return parts(Array((place + 1)..<reading.numbers.count))
  }

  /// All plain, each in a cell, of one figure, that differ along one axis alone.
  private func parts(_ places: [Int]) -> [Int]? {
    let plain = places.filter { !reading.numbers[$0].isPercent }
    let known = plain.compactMap { cells[$0] }.map { tables.cells[$0] }
    guard plain.count >= 2, known.count == plain.count, plain.allSatisfy({ isPlain(reading.numbers[$0]) }) else {
      return nil
    }
    let first = known[0]
    let isLine = known.dropFirst().allSatisfy { cell in
      cell.figure == first.figure && cell.measure == first.measure && cell.dimensions.count == first.dimensions.count
        && zip(cell.dimensions, first.dimensions).count { $0 != $1 } == 1
    }
    return isLine && Set(plain.compactMap { cells[$0] }).count == plain.count ? plain : nil
  }

  private func sum(_ places: [Int]) -> Double? {
    let values = places.map { reading.numbers[$0].value }
    return values.isEmpty ? nil : values.reduce(0, +)
  }
}
