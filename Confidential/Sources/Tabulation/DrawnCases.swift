internal import Dispatch
public import Model

/// Cases of likely divisions of notifications into persons, to count figures over each of them.
///
/// A case is of one person, so a count over cases is a sum over persons. Of each set of notifications that is a person in some
/// divisions only, the cases are counted once, and added up in the divisions in which it is one. All other cases are in every division,
/// and in the tables already.
public struct DrawnCases: Sendable {
  let sets: Cases
  let apart: Cases
  /// Of each draw how much further notifications are to be put together, as a share of what it puts together within years.
  let further: [Double]
  /// For each case of `sets` the number of its set.
  let setOfCase: [Int]
  /// The draws of set `s`, as in `PersonDraws.Members`: `draws[starts[s]..<starts[s + 1]]`.
  let draws: [UInt16]
  let starts: [Int]
  let isExcept: [Bool]
  let isLikeliest: [Bool]

  /// A link between years puts no two cases together. Of the links that nobody could find it is not known which they are, so they are
  /// all taken to be within a year, which is the careful side: with `R` notifications, `P` persons and `C` cases of a draw
  /// its share of the `R - P` links becomes one of the `R - C` within years.
  ///
  /// - Parameters:
  ///   - sets: Cases, by the rules of the monitor, of `notifications`, in which each set is a person.
  ///   - apart: Cases, by the same rules, where every notification is a person.
  ///   - likeliest: How many persons and cases there are in the likeliest division.
  public init(
    _ sets: Cases, of notifications: Notifications, apart: Cases, draws: PersonDraws,
    likeliest: (persons: Int, cases: Int)
  ) {
    (self.sets, self.apart) = (sets, apart)
    let setOfCase = (0..<sets.columns.rowCount).map {
      Int(notifications.person[Int(sets.members[Int(sets.offsets[$0])])])
    }
    self.setOfCase = setOfCase
    var cases = [Int](repeating: likeliest.cases, count: draws.count)
    var inAll = 0
    for set in setOfCase {
      let one = draws.members[set]
      inAll += (one.isExcept ? 1 : 0) - (one.isLikeliest ? 1 : 0)
      for draw in one.draws { cases[Int(draw)] += one.isExcept ? -1 : 1 }
    }
    let differences = draws.differences
    let records = apart.columns.rowCount
    further = draws.further.indices.map { draw in
      let within = records - cases[draw] - inAll
      let links = records - likeliest.persons - differences[draw]
      return within > 0 ? draws.further[draw] * Double(links) / Double(within) : 0
    }
    var (all, starts) = ([UInt16](), [0])
    for one in draws.members {
      all += one.draws
      starts.append(all.count)
    }
    (self.draws, self.starts) = (all, starts)
    (isExcept, isLikeliest) = (draws.members.map(\.isExcept), draws.members.map(\.isLikeliest))
  }

  /// The tables with how sure their counts of persons are, and which changes between years are open.
  ///
  /// Figures that count cases once a year, or their repeats, at the rung *linked*: no shares or means, and not the cube.
  ///
  /// - Precondition: the tables are those of the figures.
  /// - Throws: `TabulationError` when a figure names what the cases do not have.
  public func spread(
    _ tables: [ConfidentialTable], of figures: [Figure], workers: Int
  ) async throws(TabulationError) -> [ConfidentialTable] {
    let suited = figures.indices.filter { Self.isCountOfCases(figures[$0], tables[$0]) }
    guard !suited.isEmpty, !further.isEmpty else { return tables }
    let whole = try TablePlan(suited.map { figures[$0] }, over: apart)
    let counts = await whole.pass.counts(workers: workers)
    var plans: [(figure: FigurePlan, drawn: FigurePlan)] = []
    for (place, part) in zip(suited, whole.parts) {
      guard case .counted(let plan) = part, case .counted(let counted) = figures[place].numbers else { continue }
      plans.append((plan, try FigurePlan(figures[place], counted, over: sets)))
    }
    var results = [ConfidentialTable?](repeating: nil, count: suited.count)
    let shared = plans
    results.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let places = results
      DispatchQueue.concurrentPerform(iterations: shared.count) { number in
        let assembly = TableAssembly(shared[number].figure, counts, apart)
        places[number] = DrawnCounts(shared[number].drawn, of: self, apart: assembly).spread(tables[suited[number]])
      }
    }
    var all = tables
    for (place, table) in zip(suited, results) { all[place] = table ?? all[place] }
    return all
  }

  private static func isCountOfCases(_ figure: Figure, _ table: ConfidentialTable) -> Bool {
    guard case .counted(let counted) = figure.numbers, counted.statistic == .count, !table.shape.isOfCube else {
      return false
    }
    return table.cells.contains { $0.contains { $0.rung == .linked } }
  }
}
