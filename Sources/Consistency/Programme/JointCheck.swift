internal import Model

/// Numbers of a report that cannot all be true together, as contradictions.
struct JointCheck {
  let tables: Tables
  let relations: [LinearRelation]
  let arithmetic: Arithmetic
  /// The same number at two places, one of which does not print it.
  let links: [Equation]

  /// - Parameters:
  ///   - wrong: Cells that are named already: they may be anything.
  ///   - left: Numbers of the relations that no cell explained.
  /// - Returns: What was found, and those of the relations left that it says better.
  func contradictions(besides wrong: Set<Int>, _ left: [Int]) -> (found: [Contradiction], explained: Set<Int>) {
    let cells = tables.cells
    let printings = arithmetic.printings(cells)
    let open = arithmetic.open + links
    guard !open.isEmpty || printings.contains(where: { $0.map { $0.half > 0 && $0.half.isFinite } ?? false }) else {
      return ([], [])
    }
    let numbers = cells.indices.map { index in
      printings[index].flatMap { TrueNumber(cells[index], half: $0.half, isSigned: $0.isSigned, isCount: $0.isCount) }
    }
    let unsure = left.filter { relations[$0].comparison == .zero }.flatMap { relations[$0].terms.map(\.cell) }
    let system = ReportSystem(
      numbers: numbers, isSigned: printings.map { $0?.isSigned ?? false }, equations: equations(printings) + open,
      freed: wrong.union(unsure).union(cells.indices.filter { printings[$0]?.half == .infinity }))
    var search = JointSearch(system: system, cells: cells, printings: printings)
    let found = search.contradictions().filter { $0.equations.count > 1 || $0.culprit != nil }
    let wording = RelationWording(tables: tables)
    return (
      found.map { contradiction($0, search.system, wording) }, explained(by: found, search.system, among: left)
    )
  }

  /// What holds between printed numbers, as far as it does; formulas with what printing them leaves open.
  private func equations(_ printings: [Printing?]) -> [Equation] {
    relations.filter { $0.comparison == .zero && $0.holds(tables.value) || $0.formula != nil }.flatMap {
      relation -> [Equation] in
      if let use = relation.formula {
        return relation.holds(tables.value) && isTold(use, printings)
          ? Equation.pair(use, printed: tables.value(use.target)) : []
      }
      return Equation(relation) { printings[$0]?.half ?? 0 }.map { [$0] } ?? []
    }
  }

  /// Whether the numbers that a share or rate was computed from are known no less finely in its formula than here: what was
  /// measured to more digits than are printed lies beside what is printed.
  private func isTold(_ use: FormulaUse, _ printings: [Printing?]) -> Bool {
    let (numerator, base) = (tables.value(use.numerator), tables.value(use.base))
    guard base != 0 else { return false }
    let (first, second) = (printings[use.numerator]?.half ?? 0, printings[use.base]?.half ?? 0)
    let known = use.scale * (first + abs(numerator / base) * second) / abs(base)
    // What is printed in more digits than computers compute with shows nothing to the last of them.
    let isFine = Printed.slack * abs(tables.value(use.target)) > use.half / 10
    return !isFine && use.room - use.half <= 2 * known + Printed.slack * use.half
  }

  /// Relations with numbers that are not printed, of which the total stands in what was found.
  private func explained(by found: [JointContradiction], _ system: ReportSystem, among left: [Int]) -> Set<Int> {
    let subjects = Set(found.flatMap(\.equations).map { system.equations[$0].subject })
    let culprits = found.compactMap(\.culprit)
    return Set(
      left.filter { index in
        let relation = relations[index]
        return relation.comparison != .zero
          && (relation.kind == .sum && subjects.contains(relation.subject)
            || culprits.contains { isMet(relation, by: $0) })
      })
  }

  /// Whether one of the numbers that a wrong cell may have makes it hold.
  private func isMet(_ relation: LinearRelation, by culprit: JointRepair) -> Bool {
    let sign = relation.sign(of: culprit.cell)
    guard sign != 0 else { return false }
    let excess = relation.excess(tables.value)
    return [culprit.slip, culprit.low, culprit.high].compactMap { $0 }.contains { number in
      number.isFinite && relation.isMet(by: excess + sign * (number - tables.value(culprit.cell)))
    }
  }

  private func contradiction(
    _ joint: JointContradiction, _ system: ReportSystem, _ wording: RelationWording
  ) -> Contradiction {
    let order = (joint.culprit.map { [$0.cell] } ?? []) + joint.repairs.map(\.cell) + joint.cells
    var seen: Set<Int> = []
    let numbers = order.filter { seen.insert($0).inserted }
    let first = tables.cells[numbers.first ?? system.equations[joint.equations[0]].subject]
    return Contradiction(
      report: tables.report.name, figure: first.figure, kind: .joint, severity: .error,
      cells: numbers.isEmpty ? [first] : numbers.map { tables.cells[$0] },
      expected: joint.culprit.map(wording.expected) ?? "",
      published: numbers.prefix(joint.culprit == nil ? numbers.count : 1).map {
        NumberText.plain(tables.value($0), decimals: tables.cells[$0].decimals)
      }.joined(separator: "; "),
      sentence: wording.sentence(for: joint, system),
      certainty: joint.culprit == nil ? .open : joint.repairs.count == 1 ? .only : .likely)
  }
}
