internal import Model

/// Sums, agreements, bounds and ranks together: which fail, and which single cells would mend them.
struct CountCheck {
  let tables: Tables
  let relations: [LinearRelation]
  let wording: RelationWording
  private let arithmetic: Arithmetic
  /// The same number at two places, one of which does not print it.
  private let links: [Equation]

  /// - Parameters:
  ///   - tables: Every cell.
  ///   - words: Those of which the labels are compared: the first of the cells, all of them when nil.
  init(_ tables: Tables, worded words: Tables? = nil, series all: [Series], arithmetic: Arithmetic? = nil) {
    self.tables = tables
    let words = words ?? tables
    let arithmetic = arithmetic ?? Arithmetic(tables.cells)
    let worded =
      SumRule(tables: words).relations() + AgreementRule(tables: words).relations(among: all)
      + BoundRule(tables: words).relations(among: all) + RankRule(tables: words).relations()
    relations = Self.joined(worded.filter { !$0.isMean(in: tables.cells) }, arithmetic, tables.cells)
    wording = RelationWording(tables: tables)
    self.arithmetic = arithmetic
    links = AgreementRule(tables: words).links(among: all)
  }

  /// Relations that words promise, as far as the grain of the tables allows, and those that arithmetic finds; each once.
  private static func joined(
    _ worded: [LinearRelation], _ arithmetic: Arithmetic, _ cells: [TableCell]
  ) -> [LinearRelation] {
    let halves = arithmetic.halves(count: cells.count)
    let rounded = RoundedFigures(worded, cells)
    var seen: Set<[LinearRelation.Term]> = []
    var result: [LinearRelation] = []
    let found = arithmetic.relations.filter { $0.comparison == .zero }
    let sums = Dictionary(found.map { ($0.signature, $0.tolerance) }, uniquingKeysWith: max)
    for relation in worded {
      var relation = relation
      // What is a sum by arithmetic is more than a bound.
      if relation.kind == .bound, sums[relation.signature] != nil { continue }
      let room = relation.terms.reduce(0) { $0 + abs($1.sign) * halves[$1.cell] }
      guard room.isFinite else { continue }
      let learned = relation.kind == .sum ? sums[relation.signature] ?? 0 : 0
      relation.tolerance = max(relation.tolerance, room, rounded.room(of: relation), learned)
      seen.insert(relation.signature)
      result.append(relation)
    }
    result += arithmetic.relations.filter { seen.insert($0.signature).inserted }
    // Two breakdowns of a total that is printed are held against that.
    let divided = Set(result.filter { $0.kind == .sum }.map(\.others))
    return result.filter { relation in
      guard relation.kind == .agreement, relation.terms.count > 3 else { return true }
      let sides = relation.sides
      return !(divided.contains(Set(sides.left.map(\.cell))) && divided.contains(Set(sides.right.map(\.cell))))
    }
  }

  func contradictions() -> [Contradiction] {
    let shifts = ShiftSearch(tables: tables, relations: relations).shifts()
    let reversals = SwapSearch(relations: relations, cells: tables.cells).reversals()
    let open = relations(without: Set(shifts.flatMap(\.relations) + reversals.flatMap(\.mended)))
    var search = RepairSearch(
      relations: open, values: tables.cells.map { $0.value ?? 0 }, decimals: tables.cells.map(\.decimals))
    let outcome = search.run()
    let exchange = SwapSearch(relations: open, cells: tables.cells)
    let (exchanges, repairs) = exchange.exchanges(among: outcome.repairs)
    let swaps = reversals + exchanges + exchange.swaps(among: outcome.unexplained)
    let swapped = Set(swaps.flatMap(\.mended))
    let pairs = PairSearch(relations: open, cells: tables.cells).pairs(
      among: outcome.unexplained.filter { !swapped.contains($0) })
    let several = swapped.union(pairs.flatMap(\.mended))
    let left = withoutWeaker(outcome.unexplained.filter { !several.contains($0) })
    let moved = shifts.flatMap(\.relations).compactMap { relations[$0].formula?.target }
    let wrong = Set(
      repairs.map(\.cell) + swaps.flatMap { [$0.first, $0.second] } + pairs.flatMap { [$0.first.cell, $0.second.cell] }
        + moved)
    let joint = JointCheck(tables: tables, relations: relations, arithmetic: arithmetic, links: links)
    let (together, explained) = joint.contradictions(besides: wrong, left)
    let likely = LikelyPart(cells: tables.cells, arithmetic: arithmetic)
    let groups = groups(of: left.filter { !explained.contains($0) }).map { group -> Contradiction in
      // What is left of another was computed from it: it is the first to be looked at, whatever fits the rest of the table.
      guard group.count == 1, relations[group[0]].kind == .sum,
        relations[group[0]].sign(of: relations[group[0]].subject) > 0, let candidates = outcome.candidates[group[0]],
        let best = likely.likeliest(of: candidates, in: relations[group[0]])
      else { return contradiction(among: group) }
      return contradiction(among: [relations[group[0]]], proposal: best, isLikely: true)
    }
    return repairs.map(contradiction(from:)) + swaps.map(contradiction(from:)) + pairs.map(contradiction(from:))
      + shifts.map(contradiction(from:)) + groups + together
  }

  /// Bounds of which a sum that fails says the same and more are left out: of the same whole, with those parts among others.
  private func withoutWeaker(_ failing: [Int]) -> [Int] {
    let sums = failing.map { relations[$0] }.filter { $0.kind == .sum && $0.sign(of: $0.subject) > 0 }
    return failing.filter { index in
      let bound = relations[index]
      guard bound.kind == .bound, bound.others.count == 1, let whole = bound.others.first else { return true }
      return !sums.contains { sum in
        sum.subject == whole && bound.terms.allSatisfy { $0.cell == whole || sum.others.contains($0.cell) }
      }
    }
  }

  /// The relations, of which some that are explained already allow anything.
  private func relations(without explained: Set<Int>) -> [LinearRelation] {
    var relations = relations
    for index in explained { relations[index].comparison = .within(-.infinity, .infinity) }
    return relations
  }

  /// Cells that agree with another place of the report, or were compared with one.
  var compared: Set<Int> { Set(relations.filter { $0.kind == .agreement }.flatMap(\.terms).map(\.cell)) }

  // MARK: - Explained by one cell

  private func contradiction(from repair: Repair) -> Contradiction {
    let cell = tables.cells[repair.cell]
    let mended = repair.mended.map { relations[$0] }
    let sums = mended.filter { $0.kind == .sum }
    // A part of a single sum: the sum itself is what a reader sees, the part is our proposal.
    if let sum = sums.first, sums.count == 1, mended.count == 1, sum.subject != repair.cell, !repair.isMisprint,
      sum.sign(of: sum.subject) > 0
    {
      return contradiction(among: [sum], proposal: repair)
    }
    return Contradiction(
      report: tables.report.name, figure: cell.figure, kind: kind(of: mended),
      severity: mended.allSatisfy(isOfRounding) ? .rounding : .error,
      cells: cells(of: mended, first: repair.cell), expected: NumberText.plain(repair.new, decimals: cell.decimals),
      published: NumberText.plain(repair.old, decimals: cell.decimals),
      sentence: wording.sentence(for: repair, mending: mended, slip: slip(of: repair, mended)),
      certainty: repair.isMisprint ? .likely : .only)
  }

  /// What explains the number of a share or growth that is off.
  private func slip(of repair: Repair, _ mended: [LinearRelation]) -> LocalizedText {
    guard let relation = mended.first(where: { $0.formula?.target == repair.cell }) else { return LocalizedText("") }
    return wording.slipText(FormulaSlip(tables: tables, arithmetic: arithmetic).base(of: relation), for: relation)
  }

  private func kind(of mended: [LinearRelation]) -> Contradiction.Kind {
    if mended.contains(where: { $0.kind == .sum }) { return .sum }
    if mended.contains(where: { $0.kind == .mean }) { return .mean }
    return mended.contains { $0.kind == .formula || $0.kind == .hundred } ? .percentage : .crossFigure
  }

  private func contradiction(from swap: SwapSearch.Swap) -> Contradiction {
    let (one, other) = (tables.cells[swap.first], tables.cells[swap.second])
    let (a, b) = (wording.place(one), wording.place(other))
    let (x, y) = (
      NumberText.printed(one.value ?? 0, decimals: one.decimals),
      NumberText.printed(other.value ?? 0, decimals: other.decimals)
    )
    var numbers = cells(of: swap.mended.map { relations[$0] }, first: swap.first)
    numbers.removeAll { $0 == other }
    numbers.insert(other, at: 1)
    return Contradiction(
      report: tables.report.name, figure: one.figure, kind: .sum, severity: .error, cells: numbers,
      expected: [other, one].map { NumberText.plain($0.value ?? 0, decimals: $0.decimals) }.joined(separator: "; "),
      published: [one, other].map { NumberText.plain($0.value ?? 0, decimals: $0.decimals) }.joined(separator: "; "),
      sentence: LocalizedText(
        nl: "\(x.nl) (\(a.nl)) en \(y.nl) (\(b.nl)) lijken verwisseld; andersom kloppen alle sommen.",
        en: "\(x.en) (\(a.en)) and \(y.en) (\(b.en)) seem to have changed places; the other way round all sums agree."),
      certainty: .likely)
  }

  // MARK: - Explained by none

  private func contradiction(among numbers: [Int]) -> Contradiction {
    contradiction(among: numbers.map { relations[$0] }, proposal: nil)
  }

  private func contradiction(
    among failing: [LinearRelation], proposal: Repair?, isLikely: Bool = false
  ) -> Contradiction {
    let lead = failing[0]
    let subject = tables.cells[lead.subject]
    let kind: Contradiction.Kind =
      switch lead.kind {
      case .sum: .sum
      case .agreement: .crossFigure
      case .bound: .bound
      case .rank: .rank
      case .formula, .hundred: .percentage
      case .mean: .mean
      }
    let numbers = wording.numbers(of: failing)
    let slip = failing.count == 1 ? FormulaSlip(tables: tables, arithmetic: arithmetic).base(of: lead) : nil
    let figure: String? = lead.kind == .bound ? lead.others.sorted().first.map { tables.cells[$0].figure } : nil
    return Contradiction(
      report: tables.report.name, figure: figure ?? subject.figure, kind: kind, severity: severity(of: failing),
      cells: cells(
        of: failing, first: proposal.flatMap { lead.terms.count == 3 || isLikely ? $0.cell : nil } ?? lead.subject),
      expected: numbers.expected, published: numbers.published,
      sentence: wording.sentence(
        for: failing, proposal: proposal, isLikely: isLikely, slip: wording.slipText(slip, for: lead)),
      certainty: proposal != nil || slip != nil ? .likely : .open)
  }

  /// A share that is one unit of its last digit off was cut off, or rounded twice; a sum of large numbers that misses by one or two
  /// may be one of numbers that were rounded each by itself.
  private func severity(of failing: [LinearRelation]) -> Contradiction.Severity {
    failing.allSatisfy { relation in
      guard let use = relation.formula else { return isOfRounding(relation) }
      let unit = Printed.unit(tables.cells[use.target].decimals)
      return abs(RelationWording.computed(use, tables) - tables.value(use.target)) <= unit + Printed.slack
    } ? .rounding : .error
  }

  /// A thousand and more, of which one or two are missing. A decision.
  private func isOfRounding(_ relation: LinearRelation) -> Bool {
    guard relation.kind == .sum, relation.comparison == .zero, relation.formula == nil else { return false }
    let miss = abs(relation.excess(tables.value))
    return miss <= Double(relation.terms.count) / 2 && miss <= tables.value(relation.subject) / 1000
  }

  /// Failing relations of one kind that a reader would call one contradiction: about the same total, or about the same
  /// two figures.
  private func groups(of numbers: [Int]) -> [[Int]] {
    var groups: [(keys: Set<String>, members: [Int])] = []
    for number in numbers {
      let keys = groupKeys(of: relations[number])
      var merged: (keys: Set<String>, members: [Int]) = (keys, [number])
      for group in groups.filter({ !$0.keys.isDisjoint(with: keys) }) {
        merged = (merged.keys.union(group.keys), merged.members + group.members)
      }
      groups.removeAll { !$0.keys.isDisjoint(with: keys) }
      groups.append((merged.keys, merged.members.sorted()))
    }
    return groups.map(\.members).sorted { $0[0] < $1[0] }
  }

  private func groupKeys(of relation: LinearRelation) -> Set<String> {
    switch relation.kind {
    case .sum: return ["sum \(relation.subject)"]
    case .rank: return ["rank \(tables.cells[relation.subject].figure)"]
    case .formula: return ["formula \(relation.subject)"]
    case .hundred: return ["hundred \(relation.subject)"]
    case .mean: return ["mean \(relation.subject)"]
    case .bound: return Set(relation.terms.filter { $0.sign < 0 }.map { "bound \($0.cell)" })
    case .agreement:
      let figures = Set(relation.terms.map { tables.cells[$0.cell].figure }).sorted().joined(separator: "|")
      return Set(["figures \(figures)"] + (relation.terms.count == 2 ? relation.terms.map { "cell \($0.cell)" } : []))
    }
  }

  private func cells(of relations: [LinearRelation], first: Int) -> [TableCell] {
    var numbers = [first]
    var seen: Set<Int> = [first]
    for term in relations.flatMap(\.terms) where seen.insert(term.cell).inserted { numbers.append(term.cell) }
    return numbers.map { tables.cells[$0] }
  }
}
