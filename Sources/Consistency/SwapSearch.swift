/// Two numbers that changed places: two sums miss as much, one too high and the other too low, and with the numbers
/// swapped both close.
struct SwapSearch {
  let relations: [LinearRelation]
  let cells: [TableCell]

  struct Swap {
    var first: Int
    var second: Int
    /// Numbers of the relations that it mends.
    var mended: [Int]
  }

  /// Relations compared at most. A decision: more misses than this are no swaps.
  private static let most = 200

  /// Swaps among the relations that no single cell mends; each relation once.
  func swaps(among unexplained: [Int]) -> [Swap] {
    let sums = unexplained.filter { relations[$0].kind == .sum && relations[$0].comparison == .zero }.prefix(Self.most)
    var used: Set<Int> = []
    var found = formulaSwaps(among: unexplained, &used)
    for (place, one) in sums.enumerated() where !used.contains(one) {
      for other in sums.dropFirst(place + 1) where !used.contains(other) && !used.contains(one) {
        guard let pair = pair(relations[one], relations[other]) else { continue }
        let mended = unexplained.filter { isMended($0, by: pair) }
        used.formUnion(mended)
        found.append(Swap(first: pair.0, second: pair.1, mended: mended))
      }
    }
    return found
  }

  /// Totals that changed places with one of their parts: no other number of that size closes the line by chance, and whatever
  /// else fails at either of the two then agrees as well.
  func reversals() -> [Swap] {
    var used: Set<Int> = []
    let failing = relations.indices.filter { !relations[$0].holds(value) }
    let sums = failing.filter {
      relations[$0].kind == .sum && relations[$0].comparison == .zero && relations[$0].formula == nil
    }
    return sums.prefix(Self.most).compactMap { number -> Swap? in
      let relation = relations[number]
      // A part with a minus sign too many looks as if the other one and the total had changed places.
      guard !used.contains(number), relation.sign(of: relation.subject) == 1,
        relation.terms.allSatisfy({ value($0.cell) >= 0 })
      else { return nil }
      let excess = relation.excess(value)
      let room = relation.tolerance + Printed.slack * max(1, abs(excess))
      let parts = relation.terms.filter { term in
        term.sign == -1 && differInOne(relation.subject, term.cell)
          && Misprint.isReversal(value(relation.subject), value(term.cell), excess: excess, room: room)
      }
      guard parts.count == 1, !breaks((relation.subject, parts[0].cell)) else { return nil }
      let pair = (relation.subject, parts[0].cell)
      let touched = failing.filter { relations[$0].sign(of: pair.0) != 0 || relations[$0].sign(of: pair.1) != 0 }
      guard touched.allSatisfy({ isMended($0, by: pair) }) else { return nil }
      used.formUnion(touched)
      return Swap(first: pair.0, second: pair.1, mended: touched)
    }
  }

  /// Two repairs of which each gives the cell the number that stands in the other.
  func exchanges(among repairs: [Repair]) -> (swaps: [Swap], others: [Repair]) {
    var (swaps, gone): ([Swap], Set<Int>) = ([], [])
    for (place, one) in repairs.enumerated().prefix(Self.most) where !gone.contains(place) {
      let partner = repairs.indices.dropFirst(place + 1).first { other in
        !gone.contains(other) && repairs[other].old == one.new && repairs[other].new == one.old
          && differInOne(one.cell, repairs[other].cell)
      }
      guard let partner else { continue }
      gone.formUnion([place, partner])
      swaps.append(
        Swap(first: one.cell, second: repairs[partner].cell, mended: (one.mended + repairs[partner].mended).sorted()))
    }
    return (swaps, repairs.indices.filter { !gone.contains($0) }.map { repairs[$0] })
  }

  // MARK: - Formulas

  /// The two numbers of which a share or growth is made, in each other's place; or two computed numbers of one column.
  private func formulaSwaps(among unexplained: [Int], _ used: inout Set<Int>) -> [Swap] {
    let formulas = unexplained.filter { relations[$0].formula != nil }.prefix(Self.most)
    var found: [Swap] = []
    for (place, one) in formulas.enumerated() where !used.contains(one) {
      guard let use = relations[one].formula else { continue }
      if isMended(one, by: (use.numerator, use.base)), differInOne(use.numerator, use.base),
        !breaks((use.numerator, use.base))
      {
        found.append(swap(use.numerator, use.base, unexplained, &used))
        continue
      }
      for other in formulas.dropFirst(place + 1) where !used.contains(other) {
        guard let second = relations[other].formula else { continue }
        let pairs = [(use.target, second.target), (use.numerator, second.numerator), (use.base, second.base)]
        let pair = pairs.first { pair in
          differInOne(pair.0, pair.1) && value(pair.0) != value(pair.1) && isMended(one, by: pair)
            && isMended(other, by: pair) && !breaks(pair)
        }
        guard let pair else { continue }
        found.append(swap(pair.0, pair.1, unexplained, &used))
        break
      }
    }
    return found
  }

  private func swap(_ one: Int, _ other: Int, _ unexplained: [Int], _ used: inout Set<Int>) -> Swap {
    let mended = unexplained.filter { isMended($0, by: (one, other)) }
    used.formUnion(mended)
    return Swap(first: one, second: other, mended: mended)
  }

  private func value(_ cell: Int) -> Double { cells[cell].value ?? 0 }

  private func pair(_ one: LinearRelation, _ other: LinearRelation) -> (Int, Int)? {
    let (miss, counter) = (one.excess(value), other.excess(value))
    guard abs(miss + counter) <= one.tolerance + other.tolerance + Printed.slack else { return nil }
    var found: [(Int, Int)] = []
    for term in one.terms {
      for second in other.terms where term.sign == second.sign && term.cell != second.cell {
        let step = value(second.cell) - value(term.cell)
        guard step != 0, one.isMet(by: miss + term.sign * step), other.isMet(by: counter - second.sign * step),
          differInOne(term.cell, second.cell)
        else { continue }
        if !breaks((term.cell, second.cell)) { found.append((term.cell, second.cell)) }
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// They stand in one row or one column.
  private func differInOne(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (cells[one], cells[other])
    guard one != other, a.figure == b.figure, a.unit == b.unit, a.dimensions.count == b.dimensions.count else {
      return false
    }
    let differing = zip(a.dimensions, b.dimensions).filter { $0 != $1 }.count + (a.measure == b.measure ? 0 : 1)
    return differing == 1
  }

  /// Whether a relation that holds no longer would.
  private func breaks(_ pair: (Int, Int)) -> Bool {
    relations.indices.contains { number in
      let relation = relations[number]
      guard relation.sign(of: pair.0) != 0 || relation.sign(of: pair.1) != 0, relation.holds(value) else {
        return false
      }
      return !isMended(number, by: pair)
    }
  }

  private func isMended(_ number: Int, by pair: (Int, Int)) -> Bool {
    let relation = relations[number]
    let touched = relation.sign(of: pair.0) != 0 || relation.sign(of: pair.1) != 0
    return touched
      && relation.holds { cell in cell == pair.0 ? value(pair.1) : cell == pair.1 ? value(pair.0) : value(cell) }
  }
}
