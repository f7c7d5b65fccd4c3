import Testing

@testable import Estimation

/// Existence and uniqueness, decided without a fit, beside a search through every direction.
struct ExistenceTests {
  private static func table(_ lists: Int, support: Int) -> CountTable {
    var table = CountTable(lists: lists)
    let cells = (1..<(1 << lists)).filter { support & (1 << ($0 - 1)) != 0 }
    table.load(cells.map { UInt32($0) }, cells.map { _ in 3 })
    return table
  }

  /// Whether some direction of parameters leaves every counted cell alone, raises none and lowers one: then the
  /// likelihood rises for ever along it (Fienberg & Rinaldo 2012, theorem 3). Directions with entries from −2 to 2, or
  /// −1 to 1 for many parameters, hold the normals of every face of these small cones.
  private static func runsOff(_ columns: [Int], _ cells: [Int], _ support: Set<Int>) -> Bool {
    let reach = columns.count <= 5 ? 2 : 1
    let base = 2 * reach + 1
    let all = (0..<columns.count).reduce(1) { product, _ in product * base }
    let designs = cells.map { cell in
      (columns.indices.filter { cell & columns[$0] == columns[$0] }, support.contains(cell))
    }
    for code in 0..<all {
      var rest = code
      let direction = columns.indices.map { _ -> Int in
        defer { rest /= base }
        return rest % base - reach
      }
      var falls = false
      let isRecession = designs.allSatisfy { positions, isCounted in
        let change = positions.reduce(0) { $0 + direction[$1] }
        if change < 0 { falls = true }
        return isCounted ? change == 0 : change <= 0
      }
      if isRecession, falls { return true }
    }
    return false
  }

  @Test(arguments: ["[1,2,3]", "[12,3]", "[13,2]", "[12,13]", "[12,13,23]"])
  func `for every pattern of zeros among three lists the verdict is that of the search`(_ notation: String) throws {
    let model = try #require(HierarchicalModel(lists: 3, notation: notation))
    for support in 1..<128 {
      let table = Self.table(3, support: support)
      let deleted = model.terms.filter { $0 != 0 && table.margins[Int($0)] == 0 }.map(Int.init)
      let columns = model.terms.map(Int.init).filter { !deleted.contains($0) }
      let cells = (1..<8).filter { cell in !deleted.contains { cell & $0 == $0 } }
      let counted = Set((1..<8).filter { table.counts[$0] > 0 })
      let problem = ExistenceProblem(terms: model.terms, table: table)
      #expect(problem.hasMaximum == !Self.runsOff(columns, cells, counted), "\(notation) \(support)")
      // The rank of the design over the rationals, by elimination in fractions that stay exact.
      #expect(problem.isIdentifiable == (Self.rank(columns, cells) == columns.count), "\(notation) \(support)")
      let outcome = LoglinearSolver(lists: 3).fit(model.terms, to: table, warm: false)
      if case .converged = outcome {
        #expect(problem.hasMaximum && problem.isIdentifiable)
      } else {
        #expect(outcome == (problem.isIdentifiable ? .noMaximum : .notIdentifiable))
      }
    }
  }

  private static func rank(_ columns: [Int], _ cells: [Int]) -> Int {
    var rows = cells.map { cell in columns.map { cell & $0 == $0 ? 1 : 0 } }
    var rank = 0
    for column in columns.indices {
      guard let pivot = rows.indices.first(where: { $0 >= rank && rows[$0][column] != 0 }) else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row > rank && rows[row][column] != 0 {
        let (a, b) = (rows[rank][column], rows[row][column])
        rows[row] = zip(rows[row], rows[rank]).map { $0 * a - $1 * b }
      }
      rank += 1
    }
    return rank
  }

  @Test func `with the hidden persons given, their cell counts as seen`() {
    // Two lists without overlap: no maximum, unless the number of hidden persons is given.
    let terms: [UInt32] = [0, 1, 2]
    let apart = Self.table(2, support: 0b011)
    #expect(ExistenceProblem(terms: terms, table: apart).hasMaximum == false)
    #expect(ExistenceProblem(terms: terms, table: apart, includingHidden: true).hasMaximum)
    // All pairs of lists and nobody on both of 12: what is left has no rank for the constant without the hidden cell.
    let solver = LoglinearSolver(lists: 2)
    guard case .converged = solver.fit(terms, to: apart, warm: false, hidden: 10) else {
      Issue.record("no fit with ten hidden persons")
      return
    }
  }

  @Test func `the linear programme finds the largest slack by hand`() {
    // x1 + x2 = 1 with both at least s: s = 1/2.
    let two = [[(column: 0, value: 1.0)], [(column: 0, value: 1.0)]]
    #expect(abs((ExistenceProgramme.slack(rows: two, columns: 1, target: [1]) ?? 0) - 0.5) < 1e-9)
    // 2 x1 = 1 and x1 + x2 = 1/2: x2 must be nought.
    let tight = [[(column: 0, value: 2.0), (column: 1, value: 1.0)], [(column: 1, value: 1.0)]]
    #expect(abs(ExistenceProgramme.slack(rows: tight, columns: 2, target: [1, 0.5]) ?? 1) < 1e-9)
    // Nothing holds it back: s stops at one.
    #expect(abs((ExistenceProgramme.slack(rows: two, columns: 1, target: [50]) ?? 0) - 1) < 1e-9)
    // A sum of what is not negative cannot be negative.
    #expect(ExistenceProgramme.slack(rows: two, columns: 1, target: [-1]) == nil)
  }
}
