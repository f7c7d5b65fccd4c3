/// One cell that, given another value, makes contradictions disappear and no new ones.
struct Repair {
  var cell: Int
  var old: Double
  var new: Double
  /// Numbers of the relations that it mends.
  var mended: [Int]
}

/// Looks for single cells that explain contradictions, the best first, as a proofreader would.
///
/// Each violated equality proposes a value for each of its cells: the one with which it would hold. A proposal scores
/// what it mends minus what it breaks, bounds and rankings included. The highest score wins; among equal scores the
/// nearest misprint (fewest digits changed). That two figures differ does not tell which of them is wrong, so one
/// agreement alone proposes nothing. When several cells are equally good there is no telling, and none is
/// proposed. Then the search goes on with the proposal in place.
struct RepairSearch {
  private let relations: [LinearRelation]
  private var values: [Double]
  private let original: [Double]
  private var relationsOfCell: [Int: [Int]] = [:]

  init(relations: [LinearRelation], values: [Double]) {
    self.relations = relations
    self.values = values
    original = values
    for (index, relation) in relations.enumerated() {
      for term in relation.terms { relationsOfCell[term.cell, default: []].append(index) }
    }
  }

  struct Outcome {
    var repairs: [Repair]
    /// Numbers of the relations that no single cell mends.
    var unexplained: [Int]
  }

  /// The repairs in the order in which they were found, and what they leave unexplained.
  mutating func run() -> Outcome {
    var repairs: [Repair] = []
    while let best = bestProposal(excluding: Set(repairs.map(\.cell))) {
      let before = violated
      values[best.cell] = best.value
      let still = Set(violated)
      repairs.append(
        Repair(
          cell: best.cell, old: original[best.cell], new: best.value, mended: before.filter { !still.contains($0) }))
    }
    return Outcome(repairs: repairs, unexplained: violated)
  }

  private var violated: [Int] { relations.indices.filter { !relations[$0].holds(value) } }

  private func value(_ cell: Int) -> Double { values[cell] }

  // MARK: - Proposals

  private struct Proposal {
    var cell: Int
    var value: Double
    var score: Int
    var misprint: Int
  }

  private func bestProposal(excluding done: Set<Int>) -> Proposal? {
    let violated = self.violated
    var proposals: [Proposal] = []
    var seen: Set<String> = []
    for index in violated where relations[index].kind != .bound && relations[index].kind != .rank {
      for term in relations[index].terms where !done.contains(term.cell) {
        guard let value = relations[index].repair(term.cell, self.value), value >= 0 else { continue }
        guard seen.insert("\(term.cell):\(value)").inserted else { continue }
        let score = score(of: value, for: term.cell)
        let misprint = Misprint.distance(from: values[term.cell], to: value)
        if score > 1 || (score == 1 && relations[index].kind == .sum) {
          proposals.append(Proposal(cell: term.cell, value: value, score: score, misprint: misprint))
        }
      }
    }
    let ordered = proposals.sorted { (-$0.score, $0.misprint, $0.cell) < (-$1.score, $1.misprint, $1.cell) }
    guard let best = ordered.first else { return nil }
    let rivals = ordered.dropFirst().filter { $0.score == best.score }
    if rivals.isEmpty || best.score > 1 && rivals.allSatisfy({ $0.misprint > best.misprint }) { return best }
    // Two contradictions that have nothing to do with each other score alike; each is settled in its turn.
    return rivals.allSatisfy { !shareRelation(best.cell, $0.cell, violated) } ? best : independent(ordered, violated)
  }

  /// The first proposal that no rival of the same score competes with.
  private func independent(_ ordered: [Proposal], _ violated: [Int]) -> Proposal? {
    ordered.first { proposal in
      ordered.allSatisfy {
        $0.cell == proposal.cell && $0.value == proposal.value || $0.score < proposal.score
          || !shareRelation(proposal.cell, $0.cell, violated)
      }
    }
  }

  private func shareRelation(_ one: Int, _ other: Int, _ violated: [Int]) -> Bool {
    one == other
      || violated.contains { relations[$0].sign(of: one) != 0 && relations[$0].sign(of: other) != 0 }
  }

  private func score(of proposed: Double, for cell: Int) -> Int {
    let changed = { (other: Int) in other == cell ? proposed : value(other) }
    return (relationsOfCell[cell] ?? []).reduce(0) { score, index in
      let (before, after) = (relations[index].holds(value), relations[index].holds(changed))
      if before == after { return score }
      // A bound is a weak witness for a value and a strong one against it.
      if after { return relations[index].comparison == .zero ? score + 1 : score }
      return score - 1
    }
  }
}

/// How likely one number was printed for another, by their digits.
enum Misprint {
  /// Digits to change, two of them swapped counting as one; for numbers of different lengths the longer one's digits
  /// and the difference, which is more than any change of digits.
  static func distance(from old: Double, to new: Double) -> Int {
    let (left, right) = (Array(NumberText.plain(old)), Array(NumberText.plain(new)))
    guard left.count == right.count else { return abs(left.count - right.count) + max(left.count, right.count) }
    let differing = left.indices.filter { left[$0] != right[$0] }
    if isTransposition(old, new) { return 1 }
    return differing.count
  }

  /// Whether two digits have changed places, and all others are the same.
  static func isTransposition(_ old: Double, _ new: Double) -> Bool {
    let (left, right) = (Array(NumberText.plain(old)), Array(NumberText.plain(new)))
    let differing = left.count == right.count ? left.indices.filter { left[$0] != right[$0] } : []
    return differing.count == 2 && left[differing[0]] == right[differing[1]]
      && left[differing[1]] == right[differing[0]]
  }
}
