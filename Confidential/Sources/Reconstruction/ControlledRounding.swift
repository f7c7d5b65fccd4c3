internal import Model

/// Whole numbers near a fractional table, all rows kept: one clique at a time, in the order of the plan.
///
/// Each cell is first rounded at random, up with the probability of its fraction; the integer programme then changes
/// those numbers as little as possible until every row holds. Cells of cliques that come later take part in fractions,
/// so that a choice made early never makes a later clique impossible; cells of earlier cliques are fixed.
struct ControlledRounding {
  let system: ConstraintSystem
  /// Items departed from: their rows may be broken, at a price.
  let departures: Set<Int>
  let target: [Double]

  /// Attempts, each with other draws, before the search gives up: whole numbers chosen early can leave none for later.
  private static let attempts = 8

  /// - Returns: One whole number a cell, over all cliques.
  /// - Throws: `noWholeNumbers` with the clique that had no solution in the last attempt.
  func table(
    _ generator: inout SeededGenerator, progress: (Int) -> Void
  ) throws(ReconstructionError) -> [Int] {
    var blocked = 0
    for attempt in 1...Self.attempts {
      // A bound on the search, wider with every attempt. A decision.
      switch numbers(&generator, nodes: 2_000 * attempt, progress: progress) {
      case .found(let table): return table
      case .blocked(let clique): blocked = clique
      }
    }
    throw .noWholeNumbers(clique: system.tables[blocked].plan.name)
  }

  private enum Attempt {
    case found([Int])
    case blocked(clique: Int)
  }

  private func numbers(_ generator: inout SeededGenerator, nodes: Int, progress: (Int) -> Void) -> Attempt {
    var fixed: [Int] = []
    for index in system.tables.indices {
      let drawn = nearby(index, fixed: fixed).map { value in
        let whole = value.rounded(.down)
        return Int(whole) + (generator.unit() < value - whole ? 1 : 0)
      }
      // A fifth apart at most: ties are broken by the seed, and a nearer number is never dearer than one twice as far.
      let prices = drawn.map { _ in 1 + 0.2 * generator.unit() }
      // Near the optimum is enough: the drawn numbers are one draw among many.
      let effort = LinearProgram.Effort(gap: 0.02, nodes: nodes)
      guard let values = solution(of: index, fixed: fixed, drawn: drawn, prices: prices, effort: effort) else {
        return .blocked(clique: index)
      }
      fixed += values
      progress(index + 1)
    }
    return .found(fixed)
  }

  /// The target of one clique, fitted again to the whole numbers of the cliques before it.
  private func nearby(_ clique: Int, fixed: [Int]) -> [Double] {
    let cells = system.tables[clique].cells(from: system.offsets[clique])
    var rows: [(lower: Double, upper: Double, terms: [LinearProgram.Term])] = []
    for row in system.rows where row.item.map({ !departures.contains($0) }) ?? true {
      guard row.terms.contains(where: { cells.contains($0.column) }),
        row.terms.allSatisfy({ $0.column < cells.upperBound })
      else { continue }
      var (constant, terms) = (0.0, [LinearProgram.Term]())
      for term in row.terms {
        if cells.contains(term.column) {
          terms.append(LinearProgram.Term(column: term.column - cells.lowerBound, coefficient: term.coefficient))
        } else {
          constant += term.coefficient * Double(fixed[term.column])
        }
      }
      rows.append((row.lower - constant, row.upper - constant, terms))
    }
    return MaximumEntropyFit(rows: rows).table(prior: Array(target[cells]), rounds: Self.rounds)
  }

  /// Sweeps of the fit. A decision: what it still moves after them is lost in whole numbers.
  private static let rounds = 200

  private func solution(
    of clique: Int, fixed: [Int], drawn: [Int], prices: [Double], effort: LinearProgram.Effort
  ) -> [Int]? {
    var program = LinearProgram()
    let shifts = zip(drawn, prices).map { value, price in
      let relative = price / Double(value + 1).squareRoot()
      return Shift(
        up: program.addColumn(cost: relative, isInteger: true),
        down: program.addColumn(upper: Double(value), cost: relative, isInteger: true))
    }
    let cells = system.tables[clique].cells(from: system.offsets[clique])
    let later = (cells.upperBound..<system.cellCount).map { _ in program.addColumn() }
    for row in system.rows {
      var (constant, terms) = (0.0, [LinearProgram.Term]())
      for term in row.terms {
        if term.column < cells.lowerBound {
          constant += term.coefficient * Double(fixed[term.column])
        } else if cells.contains(term.column) {
          let shift = shifts[term.column - cells.lowerBound]
          constant += term.coefficient * Double(drawn[term.column - cells.lowerBound])
          terms.append(LinearProgram.Term(column: shift.up, coefficient: term.coefficient))
          terms.append(LinearProgram.Term(column: shift.down, coefficient: -term.coefficient))
        } else {
          terms.append(LinearProgram.Term(column: later[term.column - cells.upperBound], coefficient: term.coefficient))
        }
      }
      guard !terms.isEmpty else { continue }
      terms += relief(of: row, in: &program)
      program.addRow(lower: row.lower - constant, upper: row.upper - constant, terms: terms)
    }
    guard let best = program.integerOptimum(effort: effort) else { return nil }
    return zip(drawn, shifts).map { value, shift in value + Int(best[shift.up]) - Int(best[shift.down]) }
  }

  /// How far a cell moves from the number drawn for it.
  private struct Shift {
    var up: Int
    var down: Int
  }

  /// A departed number is still approached: two columns take up the difference at a price.
  private func relief(of row: ConstraintSystem.Row, in program: inout LinearProgram) -> [LinearProgram.Term] {
    guard let item = row.item, departures.contains(item) else { return [] }
    // Far dearer than a draw, which costs 1.2 a person at most: what departs still stays as near as it can. A decision.
    let price = 20 * system.items[item].cost
    return [
      LinearProgram.Term(column: program.addColumn(cost: price), coefficient: 1),
      LinearProgram.Term(column: program.addColumn(cost: price), coefficient: -1),
    ]
  }
}

extension CliqueTable {
  /// The indices of this clique's cells among all cells.
  func cells(from offset: Int) -> Range<Int> { offset..<offset + count }
}
