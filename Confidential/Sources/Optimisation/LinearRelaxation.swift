internal import CCbc

/// The linear programme of a system, whole columns taken for any numbers, solved by Clp: primal simplex, one thread, no clock.
///
/// Most systems have a solution, and without costs the primal simplex has done when it finds one. Where there is none the dual
/// simplex starts anew: its weights are of fewer rows than those that follow from where the primal one stopped.
struct LinearRelaxation {
  private let system: BoundedSystem
  private let lowers: [Double]
  private let uppers: [Double]

  init(_ system: BoundedSystem, _ passing: BoundPassing) {
    self.system = system
    lowers = system.columns.indices.map { passing.lower($0).map(Double.init) ?? -.infinity }
    uppers = system.columns.indices.map { passing.upper($0).map(Double.init) ?? .infinity }
  }

  enum Answer {
    case point([Double])
    /// Weights of rows whose sum has no solution.
    case weights([Double])
    case gaveUp
  }

  func answer() -> Answer {
    takingSolverTurn {
      let model = loaded()
      defer { Clp_deleteModel(model) }
      Clp_primal(model, 0)
      guard Clp_status(model) != 0 else {
        return .point(Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: system.columns.count)))
      }
      return weights()
    }
  }

  private func weights() -> Answer {
    let model = loaded()
    defer { Clp_deleteModel(model) }
    Clp_dual(model, 0)
    switch Clp_status(model) {
    case 0: return .point(Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: system.columns.count)))
    case 1:
      guard let ray = Clp_infeasibilityRay(model) else { return .gaveUp }
      defer { Clp_freeRay(model, ray) }
      return .weights(Array(UnsafeBufferPointer(start: ray, count: system.rows.count)))
    default: return .gaveUp
    }
  }

  /// The least and greatest value of a column; nil when the solver gave up.
  func range(of column: Int) -> (Double, Double)? {
    takingSolverTurn {
      let model = loaded()
      defer { Clp_deleteModel(model) }
      var ends: [Double] = []
      for cost in [1.0, -1.0] {
        var costs = [Double](repeating: 0, count: system.columns.count)
        costs[column] = cost
        Clp_chgObjCoefficients(model, costs)
        Clp_primal(model, 0)
        switch Clp_status(model) {
        case 0: ends.append(Clp_getColSolution(model)[column])
        case 2: ends.append(-cost * .infinity)
        default: return nil
        }
      }
      return (ends[0], ends[1])
    }
  }

  private func loaded() -> UnsafeMutableRawPointer? {
    let model = Clp_newModel()
    Clp_setLogLevel(model, 0)
    var byColumn = [[(row: Int32, value: Double)]](repeating: [], count: system.columns.count)
    for (index, row) in system.rows.enumerated() {
      for term in row.terms { byColumn[term.column].append((Int32(index), Double(term.coefficient))) }
    }
    var starts: [Int32] = [0]
    for entries in byColumn { starts.append(starts[starts.count - 1] + Int32(entries.count)) }
    Clp_loadProblem(
      model, Int32(system.columns.count), Int32(system.rows.count), starts, byColumn.flatMap { $0.map(\.row) },
      byColumn.flatMap { $0.map(\.value) }, lowers, uppers, [Double](repeating: 0, count: system.columns.count),
      system.rows.map { $0.lower.map(Double.init) ?? -.infinity },
      system.rows.map { $0.upper.map(Double.init) ?? .infinity })
    return model
  }
}
