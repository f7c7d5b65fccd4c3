/// Looks for single cells that explain contradictions, the best first, as a proofreader would.
///
/// Each violated equality proposes a value for each of its cells: the one with which it would hold. A proposal scores
/// what it mends minus what it breaks, bounds and rankings included. The highest score wins; among equal scores the
/// nearest misprint (fewest digits changed). That two figures differ does not tell which of them is wrong, so one
/// agreement alone proposes nothing. When several cells are equally good there is no telling, and none is
/// proposed. Then the search goes on with the proposal in place.
///
/// The excess of every relation is kept, so that trying a value costs as much as its cell has relations.
struct RepairSearch {
  private let relations: [LinearRelation]
  private var values: [Double]
  private let original: [Double]
  private var excess: [Double]
  /// In which relations a cell is, and with what sign.
  private var uses: [Int: [(relation: Int, sign: Double)]] = [:]
  private var violated: Set<Int> = []

  /// More than this many misprints in one report are no misprints. A decision.
  private static let most = 400

  /// How many decimals each cell is printed with; none where this is empty.
  private let decimals: [Int]
  /// Cells that may be below zero.
  private let signed: Set<Int>

  init(relations: [LinearRelation], values: [Double], decimals: [Int] = []) {
    self.relations = relations
    self.values = values
    self.decimals = decimals
    signed = relations.reduce(into: []) { $0.formUnion($1.signed) }
    original = values
    excess = relations.map { relation in relation.excess { values[$0] } }
    for (index, relation) in relations.enumerated() {
      for term in relation.terms { uses[term.cell, default: []].append((index, term.sign)) }
      if !relation.isMet(by: excess[index]) { violated.insert(index) }
    }
  }

  struct Outcome {
    var repairs: [Repair]
    /// Numbers of the relations that no single cell mends.
    var unexplained: [Int]
    /// Of lone relations among those, the cells that would mend them and break nothing, with their numbers.
    var candidates: [Int: [Repair]] = [:]
  }

  /// The repairs in the order in which they were found, and what they leave unexplained.
  mutating func run() -> Outcome {
    var repairs: [Repair] = []
    var done: Set<Int> = []
    while repairs.count < Self.most, let best = bestProposal(excluding: done) {
      let before = violated.sorted()
      change(best.cell, to: best.value)
      done.insert(best.cell)
      repairs.append(
        Repair(
          cell: best.cell, old: original[best.cell], new: best.value, mended: before.filter { !violated.contains($0) }))
    }
    repairMisprints(&repairs, &done)
    var outcome = Outcome(repairs: repairs, unexplained: violated.sorted())
    for index in outcome.unexplained where isAlone(index) { outcome.candidates[index] = candidates(index, done) }
    return outcome
  }

  /// Where several cells would mend a lone sum or formula and only one of them by a single slip, it is that one.
  private mutating func repairMisprints(_ repairs: inout [Repair], _ done: inout Set<Int>) {
    for index in violated.sorted() where violated.contains(index) && repairs.count < Self.most {
      let relation = relations[index]
      guard [.sum, .formula, .mean].contains(relation.kind), relation.comparison == .zero, isAlone(index)
      else { continue }
      let slips = slips(of: index, done)
      guard let best = slips.min(by: { $0.misprint < $1.misprint }), best.misprint <= 1,
        slips.count(where: { $0.misprint <= max(1, best.misprint) }) == 1 || isLostSign(best, among: slips),
        relation.kind == .formula || relation.terms.count > slips.count
          || slips.count > 2
      else { continue }
      let before = violated.sorted()
      change(best.cell, to: best.value)
      done.insert(best.cell)
      repairs.append(
        Repair(
          cell: best.cell, old: original[best.cell], new: best.value, mended: before.filter { !violated.contains($0) },
          isMisprint: true))
    }
  }

  /// What would mend a lone relation, with the slips of the hand between; none for a sign that was lost.
  private func slips(of index: Int, _ done: Set<Int>) -> [Proposal] {
    let relation = relations[index]
    return relation.terms.compactMap { term -> Proposal? in
      guard !done.contains(term.cell), term.sign != 0 else { return nil }
      let decimals = self.decimals.isEmpty ? 0 : self.decimals[term.cell]
      let given = printable(values[term.cell] - excess[index] / term.sign, term.cell, relation.kind)
      let value =
        relation.kind == .mean ? slip(near: given, term, index, decimals) : familiar(given, term, index) ?? given
      guard isPossible(value, term.cell), score(of: value, for: term.cell) > 0 else { return nil }
      let distance =
        value == -values[term.cell]
        ? 0
        : value != given || isOfScale(value, term, index)
          ? 1 : Misprint.slips(from: values[term.cell], to: value, decimals: decimals)
      return Proposal(cell: term.cell, value: value, score: 1, misprint: distance)
    }
  }

  /// Only one number, in another's place, would be right with the other sign: that hardly happens by chance, whatever digits say.
  private func isLostSign(_ best: Proposal, among slips: [Proposal]) -> Bool {
    best.misprint == 0 && signed.contains(best.cell) && slips.count { $0.misprint == 0 } == 1
  }

  /// Counts are no less than nothing; what is left over may be.
  private func isPossible(_ value: Double, _ cell: Int) -> Bool {
    value >= 0 || values[cell] < 0 || signed.contains(cell)
  }

  /// The number with the other sign, or with its point elsewhere, where that mends a relation too.
  private func familiar(_ given: Double, _ term: LinearRelation.Term, _ index: Int) -> Double? {
    let old = values[term.cell]
    let mends = { (value: Double) in
      relations[index].isMet(by: excess[index] + term.sign * (value - old))
    }
    // Of a number that rounding could make nothing the sign says nothing.
    if old != 0, relations[index].tolerance < abs(old), given * old < 0, mends(-old) { return -old }
    guard relations[index].kind == .sum,
      let factor = Misprint.scale(from: old, to: given, room: relations[index].tolerance / abs(term.sign))
    else { return nil }
    let value = abs(given) < abs(old) ? old / factor : old * factor
    return mends(value) ? value : nil
  }

  private func isOfScale(_ value: Double, _ term: LinearRelation.Term, _ index: Int) -> Bool {
    relations[index].kind == .sum
      && Misprint.scale(from: values[term.cell], to: value, room: relations[index].tolerance / abs(term.sign)) != nil
  }

  /// Means leave room: the number within it that is one slip away, if there is one such number, for the one in the middle.
  private func slip(near given: Double, _ term: LinearRelation.Term, _ index: Int, _ decimals: Int) -> Double {
    let near = Misprint.variants(of: values[term.cell], decimals: decimals).filter {
      relations[index].isMet(by: excess[index] + term.sign * ($0 - values[term.cell]))
    }
    return near.count == 1 ? near[0] : given
  }

  private func candidates(_ index: Int, _ done: Set<Int>) -> [Repair] {
    let relation = relations[index]
    guard relation.comparison == .zero else { return [] }
    return relation.terms.compactMap { term in
      guard !done.contains(term.cell), term.sign != 0 else { return nil }
      let value = printable(values[term.cell] - excess[index] / term.sign, term.cell, relation.kind)
      guard isPossible(value, term.cell), score(of: value, for: term.cell) > 0 else { return nil }
      return Repair(cell: term.cell, old: original[term.cell], new: value, mended: [index])
    }
  }

  /// Whether no other violated relation has a cell of this one.
  private func isAlone(_ index: Int) -> Bool {
    relations[index].terms.allSatisfy { term in
      (uses[term.cell] ?? []).allSatisfy { $0.relation == index || !violated.contains($0.relation) }
    }
  }

  private mutating func change(_ cell: Int, to value: Double) {
    let step = value - values[cell]
    values[cell] = value
    for use in uses[cell] ?? [] {
      excess[use.relation] += use.sign * step
      if relations[use.relation].isMet(by: excess[use.relation]) {
        violated.remove(use.relation)
      } else {
        violated.insert(use.relation)
      }
    }
  }

  // MARK: - Proposals

  private struct Proposal {
    var cell: Int
    var value: Double
    var score: Int
    var misprint: Int
  }

  private struct Trial: Hashable {
    var cell: Int
    var value: Double
  }

  private func bestProposal(excluding done: Set<Int>) -> Proposal? {
    let ordered = proposals(excluding: done).sorted {
      (-$0.score, $0.misprint, $0.cell) < (-$1.score, $1.misprint, $1.cell)
    }
    guard let best = ordered.first else { return nil }
    let rivals = ordered.dropFirst().prefix { $0.score == best.score }
    if rivals.isEmpty || best.score > 1 && rivals.allSatisfy({ $0.misprint > best.misprint }) { return best }
    // Two contradictions that have nothing to do with each other score alike; each is settled in its turn.
    return independent(ordered)
  }

  private func proposals(excluding done: Set<Int>) -> [Proposal] {
    var proposals: [Proposal] = []
    var seen: Set<Trial> = []
    for index in violated.sorted() where relations[index].comparison == .zero {
      let relation = relations[index]
      guard relation.kind != .bound, relation.kind != .rank else { continue }
      for term in relation.terms where !done.contains(term.cell) && term.sign != 0 {
        let given = printable(values[term.cell] - excess[index] / term.sign, term.cell, relation.kind)
        let value = familiar(given, term, index) ?? given
        let isTurned = value == -values[term.cell]
        guard isPossible(value, term.cell) || isTurned else { continue }
        guard seen.insert(Trial(cell: term.cell, value: value)).inserted else { continue }
        let score = score(of: value, for: term.cell)
        // A sign that nothing beside it has is lost only where two relations say so.
        if score > 1 || (score == 1 && relation.kind == .sum && isPossible(value, term.cell)) {
          let misprint = isTurned ? 0 : Misprint.distance(from: values[term.cell], to: value)
          proposals.append(Proposal(cell: term.cell, value: value, score: score, misprint: misprint))
        }
      }
    }
    let within = proposalsWithin(done)
    let best = Dictionary(within.map { ($0.cell, $0.score) }, uniquingKeysWith: max)
    return proposals.filter { $0.score > best[$0.cell] ?? 0 } + within
  }

  /// Where numbers were rounded a relation leaves room; what several of them leave of a cell together is proposed too.
  private func proposalsWithin(_ done: Set<Int>) -> [Proposal] {
    var rooms: [Int: (low: Double, high: Double, count: Int)] = [:]
    for index in violated.sorted() where relations[index].comparison == .zero && relations[index].tolerance > 0 {
      let relation = relations[index]
      guard [.sum, .formula, .mean].contains(relation.kind) else { continue }
      for term in relation.terms where !done.contains(term.cell) && term.sign != 0 {
        let value = values[term.cell] - excess[index] / term.sign
        let room = relation.tolerance / abs(term.sign)
        let known = rooms[term.cell] ?? (-.infinity, .infinity, 0)
        rooms[term.cell] = (max(known.low, value - room), min(known.high, value + room), known.count + 1)
      }
    }
    return rooms.keys.sorted().compactMap { cell in
      guard let room = rooms[cell], room.count > 1, room.low <= room.high else { return nil }
      let old = values[cell]
      let turned = room.low <= -old && -old <= room.high && old != 0
      let scaled = [10.0, 100, 1000, 1_000_000].flatMap { [old / $0, old * $0] }.filter {
        room.low <= $0 && $0 <= room.high && 50 * (room.high - room.low) <= abs($0)
      }
      let value = turned ? -old : scaled.first ?? printable((room.low + room.high) / 2, cell, .formula)
      guard isPossible(value, cell) || turned else { return nil }
      let score = score(of: value, for: cell)
      guard score > 1 else { return nil }
      return Proposal(
        cell: cell, value: value, score: score, misprint: Misprint.distance(from: values[cell], to: value))
    }
  }

  /// What a formula gives, as the cell would be printed.
  private func printable(_ value: Double, _ cell: Int, _ kind: LinearRelation.Kind) -> Double {
    guard [.formula, .hundred, .mean].contains(kind), !decimals.isEmpty else { return value }
    let unit = Printed.unit(decimals[cell])
    return (value / unit).rounded() * unit
  }

  /// The first proposal that no other of its score or a higher one competes with for a relation.
  private func independent(_ ordered: [Proposal]) -> Proposal? {
    // The two highest scores at each violated relation, of different proposals.
    var top: [Int: [Int]] = [:]
    for (index, proposal) in ordered.enumerated() {
      for relation in violatedRelations(of: proposal.cell) where (top[relation]?.count ?? 0) < 2 {
        top[relation, default: []].append(index)
      }
    }
    for (index, proposal) in ordered.enumerated() {
      let isAlone = violatedRelations(of: proposal.cell).allSatisfy { relation in
        (top[relation] ?? []).allSatisfy { $0 == index || ordered[$0].score < proposal.score }
      }
      if isAlone { return proposal }
    }
    return nil
  }

  private func violatedRelations(of cell: Int) -> [Int] {
    (uses[cell] ?? []).map(\.relation).filter(violated.contains)
  }

  private func score(of proposed: Double, for cell: Int) -> Int {
    let step = proposed - values[cell]
    return (uses[cell] ?? []).reduce(0) { score, use in
      let relation = relations[use.relation]
      let before = !violated.contains(use.relation)
      let after = relation.isMet(by: excess[use.relation] + use.sign * step)
      if before == after { return score }
      // A bound is a weak witness for a value and a strong one against it.
      if after { return relation.comparison == .zero ? score + 1 : score }
      return score - 1
    }
  }
}
