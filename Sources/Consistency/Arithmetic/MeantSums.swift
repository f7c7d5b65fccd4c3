/// A line of a composition that was accepted, with the relation that it makes.
struct SumLine {
  var line: WeighedLine
  /// The axis along which it adds up.
  var axis: Int
  var relation: LinearRelation
  /// Whether it does not close.
  var isFailing: Bool
}

/// The sums that follow from what was accepted, those that hold among them.
///
/// Under one row of totals stand columns of counts and columns of means. A total that does not close and lies between its parts,
/// as a mean does, is left alone unless something shows that a sum was meant.
extension BlockStructure {
  func meantSums(_ accepted: [[Judged]]) -> [SumLine] {
    let all = axes.indices.flatMap { axis -> [SumLine] in
      let others = UnsummedColumns(accepted[axis].flatMap(\.fit.lines), half: grain.half)
      return accepted[axis].flatMap { judged -> [SumLine] in
        let balance = balance(judged, axis)
        let rounded = roundedColumns(judged.fit.lines, axis)
        return judged.fit.lines.filter { !others.contains($0) }.compactMap { line in
          sumLine(line, axis, balance, isRounded: rounded.contains { Int(line.rest[$0[0]]) == $0[1] })
        }
      }
    }
    guard all.contains(where: isDoubtful) else { return all }
    let crossings = SumCrossings(all, value)
    return all.filter { sum in
      !isDoubtful(sum) || isSlipOfScaleOrPlace(sum) || crossings.meets(sum) || isOfTime(sum, among: all)
    }
  }

  /// Places within a composition at which some number is below zero: what is left over, and may be more or less than nothing.
  ///
  /// Only of the larger of two and their difference, where nothing but arithmetic says that the one is their sum.
  private func balance(_ judged: Judged, _ axis: Int) -> Set<Int> {
    guard judged.parts.count == 2, !axes[axis].isWhole[judged.composition.whole] else { return [] }
    var places: Set<Int> = []
    for line in judged.fit.lines where line.parts.count == 2 {
      for (place, cell) in ([line.whole] + line.parts).enumerated() where (value(cell) ?? 0) < 0 {
        places.insert(place)
      }
    }
    return places
  }

  /// Axes and labels of columns in which each number was rounded by itself, where others close to the last digit: means and
  /// differences from means among counts.
  private func roundedColumns(_ lines: [WeighedLine], _ axis: Int) -> Set<[Int]> {
    guard grain.rule == .exact, lines.contains(where: isOffByLittle) else { return [] }
    var columns: [[Int]: [WeighedLine]] = [:]
    for other in axes.indices where other != axis && axes[other].isVaried {
      for var line in lines where line.unknown == nil {
        // A part that this column has not is none of it.
        line.isComplete = true
        columns[[other, Int(line.rest[other])], default: []].append(line)
      }
    }
    return Set(
      columns.filter { MissEvidence($0.value, step: grain.step, value: value).speaksForRoundingOfColumn }.keys)
  }

  private func isOffByLittle(_ line: WeighedLine) -> Bool {
    let slack = Printed.slack * max(1, line.size)
    return line.unknown == nil && abs(line.excess) > slack
      && abs(line.excess) <= grain.step * Double(line.count) / 2 + slack
  }

  private func sumLine(_ line: WeighedLine, _ axis: Int, _ balance: Set<Int>, isRounded: Bool) -> SumLine? {
    guard var relation = relation(line) else { return nil }
    // What is shown with fewer digits than it has was rounded by itself, each to its own last digit.
    let shown = ([line.whole] + line.parts).reduce(0) { $0 + (shownHalf($1) ?? 0) }
    relation.tolerance = max(relation.tolerance, isRounded ? grain.step / 2 * Double(line.count) : 0, shown)
    let isFailing = line.isFull && relation.comparison == .zero && !relation.isMet(by: line.excess)
    if !balance.isEmpty, line.parts.count == 2 {
      let cells = [line.whole] + line.parts
      relation.signed = Set(balance.map { cells[$0] })
      // What is left is computed from the two others: it is the one to be looked at.
      if balance.count == 1, let place = balance.first, place > 0 {
        relation.subject = cells[place]
        relation.others = Set(cells).subtracting([cells[place]])
      }
    }
    return SumLine(line: line, axis: axis, relation: relation, isFailing: isFailing)
  }

  /// The same without the hundred per cent, which is never the number that is wrong.
  private func hundred(of parts: [Int], _ sum: LinearRelation) -> LinearRelation {
    var relation = LinearRelation(
      kind: .hundred, terms: parts.map { .init(cell: $0, sign: 1) }, comparison: .zero, subject: parts[0],
      others: Set(parts.dropFirst()))
    relation.constant = -100
    relation.tolerance = sum.tolerance
    return relation
  }

  private func relation(_ line: WeighedLine) -> LinearRelation? {
    let known = line.parts.filter { value($0) != nil }
    let room =
      grain.half * Double(known.count + 1) + (grain.step < 1 ? grain.step / 1000 : 0) + scales.room(line.whole)
    guard room.isFinite else { return nil }
    var relation = LinearRelation.sum(line.whole, of: known)
    relation.terms[0].sign = scales[line.whole]
    relation.tolerance = room
    relation.leavesOutUnprinted = known.count < line.parts.count
    if line.isFull, block.unit.contains("%"), value(line.whole) == 100 { return hundred(of: known, relation) }
    if line.isFull {
      let zeros = Double(known.filter { value($0) == 0 }.count)
      if let hiddenByZero, zeros > 0, line.excess > room { relation.comparison = .within(0, zeros * hiddenByZero) }
      return relation
    }
    let isSigned = known.contains { (value($0) ?? 0) < 0 }
    // What is not in the table at all can be anything from zero on; where the sum closes without it, it is zero.
    guard !known.isEmpty, !isSigned, abs(line.excess) > room || line.unknown != nil else {
      return known.isEmpty || isSigned ? nil : relation
    }
    let high = line.isComplete ? line.unknown?.upperBound ?? .infinity : .infinity
    relation.comparison = .within(line.unknown?.lowerBound ?? 0, high)
    return relation
  }

  // MARK: - Sums that look like means

  private func isDoubtful(_ sum: SumLine) -> Bool {
    guard sum.line.isFull, abs(sum.line.excess) > sum.relation.tolerance, sum.relation.signed.isEmpty,
      let whole = value(sum.line.whole)
    else { return false }
    let decimals = (0...9).first { Printed.unit($0) <= 1.01 * grain.step } ?? 0
    return MeanLikeSum.isMean(whole, of: sum.line.parts.compactMap(value), decimals: decimals)
  }

  /// Whether the total and one of its parts in each other's place would close the line, or one number printed ten, a hundred or
  /// a thousand times as large as it is.
  private func isSlipOfScaleOrPlace(_ sum: SumLine) -> Bool {
    guard let whole = value(sum.line.whole) else { return false }
    let parts = sum.line.parts.compactMap(value)
    let room = sum.relation.tolerance + Printed.slack * sum.line.size
    let total = parts.reduce(0, +)
    // A mean of ten is a tenth of their sum.
    let counts = parts.count == 10 ? [10.0] : []
    if Misprint.scale(from: whole, to: total, room: room).map({ !counts.contains($0) }) ?? false { return true }
    return parts.contains { part in
      let needed = whole - (total - part)
      if needed > 0, Misprint.scale(from: part, to: needed, room: room) != nil { return true }
      return Misprint.isReversal(whole, part, excess: sum.line.excess, room: room)
    }
  }

  /// Whether the same line in other periods adds up: what is counted one year is no mean the next.
  private func isOfTime(_ sum: SumLine, among all: [SumLine]) -> Bool {
    axes.indices.contains { axis in
      guard axis != sum.axis, axes[axis].isVaried, axes[axis].periods.isTime else { return false }
      let kin = all.filter { other in
        other.axis == sum.axis && other.line.isFull && other.line.isTelling && areKin(sum.line, other.line, along: axis)
      }
      let failing = kin.count(where: \.isFailing)
      return kin.count - failing >= 2 && failing <= Surprise.mostSlips(in: kin.count) && 2 * failing <= kin.count
    }
  }

  /// Whether two lines of one total differ only in their label on another axis.
  private func areKin(_ one: WeighedLine, _ other: WeighedLine, along axis: Int) -> Bool {
    one.parts.count == other.parts.count && one.label == other.label
      && one.rest.indices.allSatisfy { $0 == axis || one.rest[$0] == other.rest[$0] }
  }
}

/// By cell, the numbers with which lines that do not close would.
private struct SumCrossings {
  private struct Proposal {
    var line: Int
    var number: Double
    var room: Double
  }

  private var proposals: [Int: [Proposal]] = [:]
  private let value: (Int) -> Double?

  init(_ sums: [SumLine], _ value: @escaping (Int) -> Double?) {
    self.value = value
    for sum in sums where sum.isFailing {
      for term in sum.relation.terms where term.sign != 0 {
        proposals[term.cell, default: []].append(
          Proposal(
            line: sum.line.whole, number: (value(term.cell) ?? 0) - sum.line.excess / term.sign,
            room: sum.relation.tolerance / abs(term.sign)))
      }
    }
  }

  /// Whether one cell would close a line and another one that does not close either, with the same number.
  func meets(_ sum: SumLine) -> Bool {
    sum.relation.terms.contains { term in
      let own = (value(term.cell) ?? 0) - sum.line.excess / term.sign
      return (proposals[term.cell] ?? []).contains { other in
        let room = other.room + sum.relation.tolerance / abs(term.sign) + Printed.slack * sum.line.size
        // The larger the change, the less it is by chance.
        return other.line != sum.line.whole && own > 0 && abs(other.number - own) <= room
          && abs(sum.line.excess) >= 20 * max(room, Printed.slack * sum.line.size)
      }
    }
  }
}
