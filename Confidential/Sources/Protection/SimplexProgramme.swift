internal import CCbc
internal import Optimisation

/// A linear programme kept in the solver Clp, to be solved again with other costs or bounds from where it stood.
///
/// Primal simplex, without presolve and scaling (all coefficients are small whole numbers); one thread, no clock: the same
/// sequence of questions gives the same sequence of answers. Minimises.
final class SimplexProgramme {
  private let model: OpaquePointer?
  private var isFresh = true
  let columnCount: Int
  let rowCount: Int

  struct Answer {
    var objective: Double
    var columns: [Double]
  }

  struct Row {
    var terms: [(column: Int, coefficient: Int)]
    var lower: Double
    var upper: Double

    init(_ row: HiddenRow) {
      terms = row.terms
      lower = row.lower.map(Double.init) ?? -.infinity
      upper = row.upper.map(Double.init) ?? .infinity
    }
  }

  /// - Parameter rows: With terms of column and coefficient; a bound of infinity is none.
  init(lowers: [Double], uppers: [Double], rows: [Row]) {
    columnCount = lowers.count
    rowCount = rows.count
    var counts = [Int32](repeating: 0, count: lowers.count + 1)
    for row in rows { for term in row.terms { counts[term.column + 1] += 1 } }
    for column in 0..<lowers.count { counts[column + 1] += counts[column] }
    let starts = counts
    var next = counts
    var indices = [Int32](repeating: 0, count: Int(starts[lowers.count]))
    var elements = [Double](repeating: 0, count: indices.count)
    for (index, row) in rows.enumerated() {
      for term in row.terms {
        let place = Int(next[term.column])
        indices[place] = Int32(index)
        elements[place] = Double(term.coefficient)
        next[term.column] += 1
      }
    }
    let costs = [Double](repeating: 0, count: lowers.count)
    model = takingSolverTurn {
      let model = Clp_newModel()
      Clp_setLogLevel(model, 0)
      Clp_scaling(model, 0)
      // Costs are perturbed where many steps are ties; the solver's own fixed sequence, the same on every run.
      Clp_setPerturbation(model, 50)
      Clp_loadProblem(
        model, Int32(lowers.count), Int32(rows.count), starts, indices, elements, lowers, uppers, costs,
        rows.map(\.lower), rows.map(\.upper))
      return OpaquePointer(model)
    }
  }

  deinit { takingSolverTurn { Clp_deleteModel(UnsafeMutableRawPointer(model)) } }

  func setBounds(lowers: [Double], uppers: [Double]) {
    takingSolverTurn {
      Clp_chgColumnLower(UnsafeMutableRawPointer(model), lowers)
      Clp_chgColumnUpper(UnsafeMutableRawPointer(model), uppers)
    }
  }

  /// The solution of least cost; nil when there is none, or the solver gave up.
  func minimum(costs: [Double]) -> Answer? {
    takingSolverTurn {
      let model = UnsafeMutableRawPointer(model)
      Clp_chgObjCoefficients(model, costs)
      // The first table is found by the dual simplex, which the many zero costs suit; later ones are near the last.
      if isFresh { Clp_dual(model, 0) }
      isFresh = false
      Clp_primal(model, 0)
      guard Clp_status(model) == 0 else { return nil }
      return Answer(
        objective: Clp_getObjValue(model),
        columns: Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: columnCount)))
    }
  }

  /// What each column would cost at the margin, in the last answer.
  func reducedCosts() -> [Double] {
    takingSolverTurn {
      Array(UnsafeBufferPointer(start: Clp_getReducedCost(UnsafeMutableRawPointer(model)), count: columnCount))
    }
  }

  /// The price of each relation in the last answer.
  func rowPrices() -> [Double] {
    takingSolverTurn {
      Array(UnsafeBufferPointer(start: Clp_getRowPrice(UnsafeMutableRawPointer(model)), count: rowCount))
    }
  }

  /// The solution of least cost, by the dual simplex from the basis of slacks: few steps where costs are not negative and little has to
  /// move, whatever was asked before.
  func minimumFromRest(costs: [Double]) -> Answer? {
    takingSolverTurn {
      let model = UnsafeMutableRawPointer(model)
      Clp_chgObjCoefficients(model, costs)
      var status = [UInt8](repeating: 3, count: columnCount) + [UInt8](repeating: 1, count: rowCount)
      for (column, cost) in costs.enumerated() where cost < 0 { status[column] = 2 }
      Clp_copyinStatus(model, status)
      Clp_dual(model, 0)
      guard Clp_status(model) == 0 else { return nil }
      return Answer(
        objective: Clp_getObjValue(model),
        columns: Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: columnCount)))
    }
  }
}
