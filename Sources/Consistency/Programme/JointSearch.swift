internal import Optimisation

/// Looks for numbers that cannot all be true together though every relation by itself can: part by connected part, with a proof
/// in whole numbers, made as small as it can be by leaving out what is not needed.
struct JointSearch {
  private(set) var system: ReportSystem
  let cells: [TableCell]
  let printings: [Printing?]

  /// Counts, not times: the same report has the same answer everywhere. Decisions, tried on `Benchmarks/tables.py`.
  private static let effort = BoundedSystem.Effort(nodes: 200, mostColumns: 15_000)
  private static let small = BoundedSystem.Effort(nodes: 60, mostColumns: 4_000)
  /// More contradictions than this in one part are no mistakes but another way of rounding or withholding.
  private static let mostOfPart = 3
  private static let (mostParts, mostCandidates, mostEquations) = (400, 60, 40)
  /// Open numbers of an equation that is looked at first, and equations of a proof that is made smaller.
  private static let (mostOpen, mostOfProof) = (12, 120)

  init(system: ReportSystem, cells: [TableCell], printings: [Printing?]) {
    (self.system, self.cells, self.printings) = (system, cells, printings)
  }

  /// What cannot be true together, in the order of the report.
  mutating func contradictions() -> [JointContradiction] {
    var found: [JointContradiction] = []
    for part in system.parts().prefix(Self.mostParts) {
      found += contradictions(in: part)
    }
    return found
  }

  /// Equations with few open numbers first: what contradicts among those is short and found at once.
  private mutating func contradictions(in part: [Int]) -> [JointContradiction] {
    var found: [JointContradiction] = []
    let small = system.parts(among: part, mostOpen: Self.mostOpen)
    for equations in small.filter({ $0.count > 1 && $0.count < part.count }) + [part] {
      while found.count <= Self.mostOfPart, let next = contradiction(among: equations, in: part) {
        found.append(next)
        system.free(next.culprit.map { [$0.cell] } ?? next.cells)
      }
    }
    return found.count > Self.mostOfPart ? [] : found.filter(isTelling)
  }

  private func contradiction(among chosen: [Int], in part: [Int]) -> JointContradiction? {
    let programme = system.programme(chosen)
    guard case .impossible(let refutation) = programme.system.verdict(effort: Self.effort),
      refutation.rows.count <= Self.mostOfProof
    else { return nil }
    let equations = irreducible(Set(refutation.rows.map { programme.equations[$0] }))
    // A proof that nobody can follow is told to nobody.
    guard equations.count <= Self.mostEquations else { return nil }
    let numbers = witnesses(of: equations)
    return JointContradiction(
      equations: equations, cells: numbers, repairs: repairs(among: numbers, equations, in: part))
  }

  /// Where numbers are rounded, one of them must explain the contradiction: tables are rounded in more ways than number by
  /// number.
  private func isTelling(_ contradiction: JointContradiction) -> Bool {
    let isRounded = contradiction.equations.contains { index in
      system.equations[index].terms.contains { cells[$0.cell].value != nil && (printings[$0.cell]?.half ?? 0) > 0 }
    }
    return !isRounded || contradiction.culprit != nil
  }

  // MARK: - As few as there can be

  private func refutation(_ equations: [Int], freeing: Set<Int> = []) -> (equations: Set<Int>, cells: Set<Int>)? {
    let programme = system.programme(equations, freeing: freeing)
    guard case .impossible(let found) = programme.system.verdict(effort: Self.small) else { return nil }
    return (Set(found.rows.map { programme.equations[$0] }), Set(found.columns.map { programme.cells[$0] }))
  }

  private func irreducible(_ all: Set<Int>) -> [Int] {
    var kept = all
    for equation in all.sorted() where kept.contains(equation) {
      if let smaller = refutation(kept.subtracting([equation]).sorted()) { kept = smaller.equations }
    }
    return kept.sorted()
  }

  /// The printed numbers without any of which the others can all be true.
  private func witnesses(of equations: [Int]) -> [Int] {
    let owners = Set(equations.compactMap { system.equations[$0].owner })
    let all = refutation(equations)?.cells ?? Set(equations.flatMap { system.equations[$0].terms.map(\.cell) })
    var free: Set<Int> = []
    let printed = all.filter { cells[$0].value != nil && !system.freed.contains($0) }.sorted()
    for cell in printed.prefix(Self.mostCandidates) where refutation(equations, freeing: free.union([cell])) != nil {
      free.insert(cell)
    }
    return Set(printed).subtracting(free).union(owners).sorted()
  }

  // MARK: - What would mend it

  /// Of each number alone: whether the whole part can be true with another in its place, and which.
  func repairs(among numbers: [Int], _ equations: [Int], in part: [Int]) -> [JointRepair] {
    let repairs = numbers.prefix(Self.mostCandidates).compactMap { cell -> JointRepair? in
      let all = Set(part).union(equations).union(system.equations(of: cell)).sorted()
      // Most numbers mend nothing, and a few equations around show it.
      let near = Set(equations).union(system.equations(of: cell)).sorted()
      guard refutation(near, freeing: [cell]) == nil else { return nil }
      let programme = system.programme(all, freeing: [cell])
      guard programme.system.verdict(effort: Self.effort) == .possible else { return nil }
      return repair(cell, programme)
    }
    return repairs.sorted { ($0.isSlip ? 0 : 1, $0.cell) < ($1.isSlip ? 0 : 1, $1.cell) }
  }

  private func repair(_ cell: Int, _ programme: ReportSystem.Programme) -> JointRepair? {
    guard let printed = cells[cell].value else { return nil }
    let range = programme.column(of: cell).flatMap { programme.system.range(of: $0, effort: Self.effort) }
    guard let range, let number = system.numbers[cell] else { return shareRepair(cell, programme) }
    let unit = Printed.unit(number.places)
    let (step, half) = (printings[cell]?.step ?? 1, printings[cell]?.half ?? 0)
    let low = ((range.lowerBound * unit - half - Printed.slack) / step).rounded(.up) * step
    let high = ((range.upperBound * unit + half + Printed.slack) / step).rounded(.down) * step
    guard low <= high else { return nil }
    return JointRepair(cell: cell, low: low, high: high, slip: slip(from: printed, low...high, cells[cell].decimals))
  }

  /// The one number between two others that is a single slip away.
  private func slip(from printed: Double, _ range: ClosedRange<Double>, _ decimals: Int) -> Double? {
    let near = Misprint.variants(of: printed, decimals: decimals).filter {
      range.lowerBound - Printed.slack <= $0 && $0 <= range.upperBound + Printed.slack
    }
    return near.count == 1 ? near[0] : nil
  }

  /// A share that does not fit has the number that its counts give, as far as they are known.
  private func shareRepair(_ cell: Int, _ programme: ReportSystem.Programme) -> JointRepair? {
    let own = system.equations(of: cell).first { system.equations[$0].owner == cell }
    guard let printed = cells[cell].value, let own, let use = system.equations[own].use,
      let a = range(use.numerator, programme), let b = range(use.base, programme), b.lowerBound > 0,
      a.upperBound.isFinite, b.upperBound.isFinite
    else { return nil }
    let unit = Printed.unit(cells[cell].decimals)
    let less = use.kind == .growth ? use.scale : 0
    let low = ((use.scale * a.lowerBound / b.upperBound - less) / unit).rounded() * unit
    let high = ((use.scale * a.upperBound / b.lowerBound - less) / unit).rounded() * unit
    return JointRepair(cell: cell, low: low, high: high, slip: slip(from: printed, low...high, cells[cell].decimals))
  }

  private func range(_ cell: Int, _ programme: ReportSystem.Programme) -> ClosedRange<Double>? {
    guard let number = system.numbers[cell] else { return nil }
    let unit = Printed.unit(number.places)
    if let column = programme.column(of: cell) {
      return programme.system.range(of: column, effort: Self.effort).map {
        ($0.lowerBound * unit)...($0.upperBound * unit)
      }
    }
    return
      (number.lower.map { Double($0) * unit } ?? -.infinity)...(number.upper.map { Double($0) * unit } ?? .infinity)
  }
}
