internal import Optimisation

/// The numbers of a report as unknowns between bounds, and every equation between them.
struct ReportSystem {
  let numbers: [TrueNumber?]
  private let isSigned: [Bool]
  private(set) var equations: [Equation]
  /// The equations of each cell, those it owns among them.
  private let uses: [Int: [Int]]
  /// Cells of which nothing is taken for known.
  private(set) var freed: Set<Int>

  init(numbers: [TrueNumber?], isSigned: [Bool], equations: [Equation], freed: Set<Int>) {
    (self.numbers, self.isSigned, self.freed) = (numbers, isSigned, freed)
    self.equations = equations.filter { equation in
      // A share with more decimals than anybody can follow shows nothing, and neither does what is proved with it.
      equation.terms.allSatisfy { numbers[$0.cell] != nil }
        && equation.owner.map { numbers[$0] != nil && !freed.contains($0) } ?? true
    }
    var uses: [Int: [Int]] = [:]
    for (index, equation) in self.equations.enumerated() {
      for term in equation.terms { uses[term.cell, default: []].append(index) }
      if let owner = equation.owner { uses[owner, default: []].append(index) }
    }
    self.uses = uses
  }

  mutating func free(_ cells: some Sequence<Int>) { freed.formUnion(cells) }

  func equations(of cell: Int) -> [Int] { uses[cell] ?? [] }

  private func isOpen(_ cell: Int) -> Bool { freed.contains(cell) || numbers[cell]?.isFixed == false }

  /// Equations that are connected by cells with more than one possible number, in order; those between fixed numbers only are
  /// in none.
  func parts() -> [[Int]] {
    var (seen, parts): (Set<Int>, [[Int]]) = ([], [])
    for start in equations.indices
    where !seen.contains(start) && equations[start].terms.contains(where: { isOpen($0.cell) }) {
      var (open, part) = ([start], [Int]())
      seen.insert(start)
      while let index = open.popLast() {
        part.append(index)
        for term in equations[index].terms where isOpen(term.cell) {
          for other in uses[term.cell] ?? [] where seen.insert(other).inserted { open.append(other) }
        }
      }
      parts.append(part.sorted())
    }
    return parts
  }

  /// Of some equations those with few open cells, connected by these.
  func parts(among chosen: [Int], mostOpen: Int) -> [[Int]] {
    let open = chosen.map { index in equations[index].terms.filter { isOpen($0.cell) }.map(\.cell) }
    let few = Set(chosen.indices.filter { open[$0].count <= mostOpen }.map { chosen[$0] })
    var (seen, parts): (Set<Int>, [[Int]]) = ([], [])
    for start in chosen where few.contains(start) && !seen.contains(start) {
      var (queue, part) = ([start], [Int]())
      seen.insert(start)
      while let index = queue.popLast() {
        part.append(index)
        for term in equations[index].terms where isOpen(term.cell) {
          for other in uses[term.cell] ?? [] where few.contains(other) && seen.insert(other).inserted {
            queue.append(other)
          }
        }
      }
      parts.append(part.sorted())
    }
    return parts
  }

  /// What the chosen equations say, with the cells of its columns and the equations of its rows.
  struct Programme {
    var system: BoundedSystem
    var cells: [Int]
    var equations: [Int]

    func column(of cell: Int) -> Int? { cells.firstIndex(of: cell) }
  }

  /// - Parameter cells: Of which, besides, nothing is taken for known; equations that they own are left out.
  func programme(_ chosen: [Int], freeing cells: Set<Int> = []) -> Programme {
    var made = Programme(system: BoundedSystem(columns: [], rows: []), cells: [], equations: [])
    var places: [Int: Int] = [:]
    for index in chosen {
      let equation = equations[index]
      if let owner = equation.owner, cells.contains(owner) || freed.contains(owner) { continue }
      guard let row = row(equation, &made, &places, freeing: cells) else { continue }
      made.system.rows.append(row)
      made.equations.append(index)
    }
    return made
  }

  private func row(
    _ equation: Equation, _ made: inout Programme, _ places: inout [Int: Int], freeing: Set<Int>
  ) -> BoundedSystem.Row? {
    let digits = equation.terms.map { numbers[$0.cell]?.places ?? 0 }
    let most = max(digits.max() ?? 0, (equation.lower ?? 0) == 0 && (equation.upper ?? 0) == 0 ? 0 : 3)
    var terms: [BoundedSystem.Term] = []
    for (term, own) in zip(equation.terms, digits) {
      let (coefficient, isTooLarge) = term.sign.multipliedReportingOverflow(by: Self.power(most - own))
      guard !isTooLarge, most - own < 18, let number = numbers[term.cell] else { return nil }
      if places[term.cell] == nil {
        places[term.cell] = made.cells.count
        made.cells.append(term.cell)
        let isFree = freed.contains(term.cell) || freeing.contains(term.cell)
        let bounds = isFree ? number.freed(isSigned: isSigned[term.cell]) : number
        made.system.columns.append(.init(lower: bounds.lower, upper: bounds.upper, isWhole: bounds.isWhole))
      }
      terms.append(.init(column: places[term.cell] ?? 0, coefficient: coefficient))
    }
    let unit = Double(Self.power(most))
    // Outward, so that nothing is lost.
    return .init(
      terms: terms, lower: equation.lower.map { Int(($0 * unit).rounded(.down)) },
      upper: equation.upper.map { Int(($0 * unit).rounded(.up)) })
  }

  private static func power(_ digits: Int) -> Int {
    var power = 1
    for _ in 0..<max(0, min(18, digits)) { power *= 10 }
    return power
  }
}
