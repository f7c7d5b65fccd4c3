/// Two wrong numbers of one line: their line and the lines that cross it at either all miss, and two other numbers mend all of
/// them.
struct PairSearch {
  let relations: [LinearRelation]
  let cells: [TableCell]

  struct Pair {
    /// With the numbers that mend it.
    var first: Repair
    var second: Repair
    /// Numbers of the relations that the two mend.
    var mended: [Int]
  }

  /// Relations of one knot, numbers that are tried in it, and knots. Decisions.
  private static let (relationsOfKnot, mostTrials, mostKnots) = (3...8, 400, 50)

  /// Pairs among the relations that no single cell mends; of each knot of them the only pair there is, or the only one of two
  /// slips of the hand.
  func pairs(among unexplained: [Int]) -> [Pair] {
    let uses = Dictionary(
      relations.indices.flatMap { index in relations[index].terms.map { ($0.cell, [index]) } }, uniquingKeysWith: +)
    return knots(among: unexplained).prefix(Self.mostKnots).compactMap { pair(in: $0, uses) }
  }

  private func value(_ cell: Int) -> Double { cells[cell].value ?? 0 }

  /// Relations that have cells in common.
  private func knots(among unexplained: [Int]) -> [[Int]] {
    let equalities = unexplained.filter { relations[$0].kind == .sum && relations[$0].comparison == .zero }
    var knots: [(cells: Set<Int>, members: [Int])] = []
    for number in equalities {
      let own = Set(relations[number].terms.map(\.cell))
      let touching = knots.filter { !$0.cells.isDisjoint(with: own) }
      knots.removeAll { !$0.cells.isDisjoint(with: own) }
      knots.append(
        (
          touching.reduce(own) { $0.union($1.cells) }, (touching.flatMap(\.members) + [number]).sorted()
        ))
    }
    return knots.map(\.members).filter { Self.relationsOfKnot.contains($0.count) }.sorted { $0[0] < $1[0] }
  }

  private struct Trial {
    var cell: Int
    var value: Double
    var slips: Int
    /// By how much it changes the relations of the knot.
    var changes: [Double]
  }

  private func pair(in knot: [Int], _ uses: [Int: [Int]]) -> Pair? {
    let trials = trials(in: knot, uses)
    guard trials.count <= Self.mostTrials else { return nil }
    let excesses = knot.map { relations[$0].excess(value) }
    var found: [(Trial, Trial)] = []
    for (place, one) in trials.enumerated() {
      for other in trials.dropFirst(place + 1) where other.cell != one.cell {
        let mends = knot.indices.allSatisfy {
          relations[knot[$0]].isMet(by: excesses[$0] + one.changes[$0] + other.changes[$0])
        }
        if mends { found.append((one, other)) }
      }
    }
    let slips = found.filter { $0.0.slips == 1 && $0.1.slips == 1 }
    guard let best = found.count == 1 ? found[0] : slips.count == 1 ? slips[0] : nil else { return nil }
    let repair = { (trial: Trial) in
      Repair(cell: trial.cell, old: value(trial.cell), new: trial.value, mended: knot, isMisprint: found.count > 1)
    }
    return Pair(first: repair(best.0), second: repair(best.1), mended: knot)
  }

  /// Numbers that mend one relation and break none.
  private func trials(in knot: [Int], _ uses: [Int: [Int]]) -> [Trial] {
    var (trials, seen): ([Trial], Set<[Double]>) = ([], [])
    for index in knot {
      for term in relations[index].terms where term.sign != 0 && cells[term.cell].value != nil {
        guard let new = relations[index].repair(term.cell, value), new >= 0 || value(term.cell) < 0,
          seen.insert([Double(term.cell), new]).inserted
        else { continue }
        let step = new - value(term.cell)
        let breaks = (uses[term.cell] ?? []).contains { other in
          let relation = relations[other]
          let excess = relation.excess(value)
          return relation.isMet(by: excess) && !relation.isMet(by: excess + relation.sign(of: term.cell) * step)
        }
        guard !breaks else { continue }
        trials.append(
          Trial(
            cell: term.cell, value: new,
            slips: Misprint.slips(from: value(term.cell), to: new, decimals: cells[term.cell].decimals),
            changes: knot.map { relations[$0].sign(of: term.cell) * step }))
      }
    }
    return trials
  }
}
