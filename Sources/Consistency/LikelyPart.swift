/// Which of the numbers of a lone sum is wrong, as far as the rest of the table tells.
///
/// A line that does not add up does not say which of its numbers is off. The same numbers in the other years, places or groups of
/// the table do: each candidate is compared, as it is printed and as it would have to be, with its part of the line elsewhere;
/// how many slips of the hand lie between the two counts too, and whether the number is that of the line before.
struct LikelyPart {
  let cells: [TableCell]
  let arithmetic: Arithmetic

  /// Lines on either side that are looked at, and how many there must be. Decisions, as those below.
  private static let (reach, least) = (4, 3)
  /// A slip more is ten times as rare; a number of another line is as good as two slips fewer.
  private static let (perSlip, ofOtherLine) = (2.3, 4.0)
  /// Parts of a line vary by a twentieth at least, beside chance.
  private static let spread = 0.05
  /// So much better must the new number fit the lines around: the old one is about two and a half times as far from them as they
  /// are from each other.
  private static let telling = 3.0
  /// What is called likely is four times as likely as all others together.
  private static let sure = 0.8

  /// The likeliest of several repairs of one relation; nil where none stands out.
  func likeliest(of repairs: [Repair], in relation: LinearRelation) -> Repair? {
    guard repairs.count > 1, repairs.count == Set(repairs.map(\.cell)).count else { return nil }
    let judged = repairs.map { repair in weight(repair, relation) }
    let weights = judged.map { Logarithm.power($0.weight) }
    let sum = weights.reduce(0, +)
    guard let best = weights.indices.max(by: { weights[$0] < weights[$1] }), sum > 0,
      weights[best] >= Self.sure * sum, judged[best].isSingledOut
    else { return nil }
    return repairs[best]
  }

  /// In natural logarithms, between -20 and 20; and whether the table around it speaks for it, and not the number of slips alone:
  /// a digit more or less is one slip from most numbers.
  private func weight(_ repair: Repair, _ relation: LinearRelation) -> (weight: Double, isSingledOut: Bool) {
    let slips = Misprint.slips(from: repair.old, to: repair.new, decimals: cells[repair.cell].decimals)
    let cost = Self.perSlip * Double(min(4, slips) - 1)
    let parts = relation.terms.map(\.cell).filter { $0 != relation.subject && $0 != repair.cell }
    var (gain, isOfOther) = (0.0, false)
    for lines in neighbours(of: [repair.cell] + parts) {
      isOfOther = isOfOther || isNear(repair) && isCopied(repair.old, parts, lines)
      guard repair.cell != relation.subject else { continue }
      gain += self.gain(repair, parts, lines)
    }
    let weight = max(-20, min(20, gain - (isOfOther ? 0 : cost) + (isOfOther ? Self.ofOtherLine : 0)))
    return (weight, isOfOther || gain >= Self.telling)
  }

  /// Whether a number stands in one of the lines around, and that is another line: where little changes from line to line the same
  /// number is no copy, and what all lines have is theirs.
  private func isCopied(_ number: Double, _ parts: [Int], _ lines: [[Double]]) -> Bool {
    let same = lines.filter { $0.first == number }
    guard same.count == 1, let line = same.first else { return false }
    let alike = zip(line.dropFirst(), parts).count { other, part in
      let own = cells[part].value ?? 0
      return abs(other - own) <= Self.spread * max(abs(own), abs(other))
    }
    return 2 * alike <= parts.count
  }

  /// Small numbers are the same in two lines by chance, and a number of another line is of the size of its own.
  private func isNear(_ repair: Repair) -> Bool {
    repair.old >= 100 && repair.new <= 2 * repair.old && repair.old <= 2 * repair.new
  }

  /// How much better the new number fits the odds of part against rest in other lines.
  private func gain(_ repair: Repair, _ parts: [Int], _ lines: [[Double]]) -> Double {
    let rest = parts.reduce(0) { $0 + (cells[$1].value ?? 0) }
    let odds = lines.compactMap { line -> Double? in
      let others = line.dropFirst().reduce(0, +)
      return line[0] > 0 && others > 0 ? Logarithm.natural(line[0] / others) : nil
    }
    guard odds.count >= Self.least, rest > 0, repair.new > 0 else { return 0 }
    let mean = odds.reduce(0, +) / Double(odds.count)
    let variance = odds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(odds.count - 1)
    let spread = variance + 1 / max(1, repair.new) + Self.spread * Self.spread
    let distance = { (number: Double) in Logarithm.natural(max(0.5, number) / rest) - mean }
    let (old, new) = (distance(repair.old), distance(repair.new))
    return (old * old - new * new) / (2 * spread)
  }

  /// For each other dimension the numbers of the same labels in the lines around: those of the first cell first.
  private func neighbours(of numbers: [Int]) -> [[[Double]]] {
    guard let first = numbers.first,
      let figure = arithmetic.figures.first(where: { $0.grid.figure == cells[first].figure }),
      let block = figure.grid.blocks.first(where: { $0.cells.contains(first) })
    else { return [] }
    let indices = numbers.map { number in block.cells.firstIndex(of: number) }
    guard !indices.contains(nil) else { return [] }
    let places = indices.compactMap { $0 }.map(block.place)
    return figure.grid.axes.indices.compactMap { axis -> [[Double]]? in
      let own = places[0][axis]
      guard figure.grid.axes[axis].isVaried, places.allSatisfy({ $0[axis] == own }) else { return nil }
      let labels = (1..<Int32(figure.grid.axes[axis].labels.count)).filter {
        $0 != own && !figure.grid.axes[axis].isWhole[Int($0)]
      }
      let near = labels.sorted { (abs($0 - own), $0) < (abs($1 - own), $1) }.prefix(2 * Self.reach)
      return near.compactMap { label -> [Double]? in
        let values = places.map { place -> Double? in
          var place = place
          place[axis] = label
          return block.cell(at: place).flatMap { cells[$0].value }
        }
        return values.contains(nil) ? nil : values.compactMap { $0 }
      }
    }
  }
}
