/// Tables beside a true one: how far every cell would have to move for others to move.
///
/// A table beside it is x + d with the relations kept, x + d within what an intruder knows, and d = 0 on cells that stay
/// printed. Cells that always move together are one class with two columns: up and down.
final class DeviationProgramme {
  let system: CellSystem
  let values: [Int]
  /// The cells of each class.
  let members: [[Int]]
  /// The class of each cell; -1 for one that cannot move.
  let classOf: [Int]
  private let index: RelationIndex
  private let neighbourhood: Neighbourhood
  private let whole: SimplexProgramme
  let ups: [Double]
  let downs: [Double]
  /// The relations between classes, in moves.
  let rows: [HiddenRow]
  private(set) var solved = 0

  /// Classes that are free to move cost this for each person: tables stay near, and the dual simplex needs few steps. Where
  /// everything is looked at it is more, which halves the steps and hides a few per cent more.
  private static let (free, freeAnywhere) = (0.1, 0.3)
  private static let farthest = 100_000.0

  /// - Parameters:
  ///   - system: With every value.
  ///   - isMovable: Cells that may be hidden.
  init(_ system: CellSystem, isMovable: [Bool]) {
    self.system = system
    let values = system.values.map { $0 ?? 0 }
    self.values = values
    index = RelationIndex(system, isMovable: isMovable)
    let movable = system.values.indices.filter { isMovable[$0] }
    var columnOf = [Int](repeating: -1, count: system.count)
    for (column, cell) in movable.enumerated() { columnOf[cell] = column }
    let reduced = EquivalentCells(
      lowers: movable.map { min(0, system.lowers[$0] - values[$0]) },
      uppers: movable.map { cell in system.uppers[cell].map { max(0, $0 - values[cell]) } },
      rows: Self.rows(of: system, values, columnOf))
    var members = [[Int]](repeating: [], count: reduced.count)
    var classOf = [Int](repeating: -1, count: system.count)
    for (column, cell) in movable.enumerated() where reduced.classOf[column] >= 0 {
      members[reduced.classOf[column]].append(cell)
      classOf[cell] = reduced.classOf[column]
    }
    (self.members, self.classOf) = (members, classOf)
    ups = reduced.uppers.map { min(Self.farthest, $0.map(Double.init) ?? Self.farthest) }
    downs = reduced.lowers.map { min(Self.farthest, Double(-$0)) }
    rows = reduced.rows
    whole = SimplexProgramme(
      lowers: [Double](repeating: 0, count: 2 * members.count), uppers: zip(ups, downs).flatMap { [$0, $1] },
      rows: Self.inMoves(reduced.rows))
    neighbourhood = Neighbourhood(
      reduced.rows, weights: members.map { $0.reduce(0) { $0 + Double(values[$1]) } })
  }

  /// The relations between movable cells, in moves from the true table.
  private static func rows(of system: CellSystem, _ values: [Int], _ columnOf: [Int]) -> [HiddenRow] {
    (0..<system.relations.count).compactMap { relation in
      let terms = system.relations[relation].filter { columnOf[$0.cell] >= 0 }
      guard !terms.isEmpty else { return nil }
      let sum = system.relations[relation].reduce(0) { $0 + $1.coefficient * values[$1.cell] }
      return HiddenRow(
        terms: terms.map { (columnOf[$0.cell], $0.coefficient) },
        lower: system.relations.lowers[relation].map { $0 - sum },
        upper: system.relations.uppers[relation].map { $0 - sum })
    }
  }

  struct World {
    /// How far each class moves; classes that stay are left out. In ascending order.
    var moves: [(class: Int, by: Int)]
    /// Whether the moves are whole numbers that keep every relation.
    var isWhole: Bool
  }

  /// How far a class may move up or down.
  func limit(of moved: Int, up: Bool) -> Double { up ? ups[moved] : downs[moved] }

  /// How many classes are looked at before everything is.
  private static let near = 400

  /// The cheapest table found in which a class is `by` persons away, among the classes nearest to it, or else among all, in
  /// parts that stand by themselves; nil when there is none.
  ///
  /// - Parameter price: Of moving a class by one person; nil for a class that must stay.
  func worlds(moving first: Int, by distance: Int, price: (Int) -> Double?) -> [World]? {
    let near = neighbourhood.classes(near: first, size: Self.near, price: price)
    if let worlds = solve(near, distance, price) { return worlds }
    if near.count < Self.near { return nil }
    return worldsAnywhere(moving: first, by: distance, price: price)
  }

  private func solve(_ near: [Int], _ distance: Int, _ price: (Int) -> Double?) -> [World]? {
    var lowers = [Double](repeating: 0, count: 2 * near.count)
    var uppers = near.flatMap { [ups[$0], downs[$0]] }
    let forced = distance > 0 ? 0 : 1
    guard Double(abs(distance)) <= uppers[forced] else { return nil }
    (lowers[forced], uppers[forced], uppers[1 - forced]) = (Double(abs(distance)), Double(abs(distance)), 0)
    let costs = near.flatMap { moved in
      let cost = max(price(moved) ?? 0, Self.free)
      return [cost, cost]
    }
    let rows = Self.inMoves(neighbourhood.rows(of: near))
    solved += 1
    guard let answer = SimplexProgramme(lowers: lowers, uppers: uppers, rows: rows).minimumFromRest(costs: costs) else {
      return nil
    }
    return worlds(answer.columns, of: near)
  }

  /// The same among all classes at once.
  func worldsAnywhere(moving first: Int, by distance: Int, price: (Int) -> Double?) -> [World]? {
    var costs = [Double](repeating: Self.freeAnywhere, count: 2 * members.count)
    var (lowers, uppers) = ([Double](repeating: 0, count: costs.count), [Double](repeating: 0, count: costs.count))
    for moved in members.indices {
      guard let price = price(moved) else { continue }
      (costs[2 * moved], costs[2 * moved + 1]) = (max(price, Self.freeAnywhere), max(price, Self.freeAnywhere))
      (uppers[2 * moved], uppers[2 * moved + 1]) = (ups[moved], downs[moved])
    }
    let forced = 2 * first + (distance > 0 ? 0 : 1)
    guard Double(abs(distance)) <= uppers[forced] else { return nil }
    (lowers[forced], uppers[forced], uppers[forced ^ 1]) = (Double(abs(distance)), Double(abs(distance)), 0)
    whole.setBounds(lowers: lowers, uppers: uppers)
    solved += 1
    return whole.minimumFromRest(costs: costs).map { worlds($0.columns, of: Array(members.indices)) }
  }

  private func worlds(_ columns: [Double], of classes: [Int]) -> [World] {
    var moves: [(class: Int, by: Double)] = []
    for (place, moved) in classes.enumerated() {
      let by = columns[2 * place] - columns[2 * place + 1]
      if abs(by) > 1e-6 { moves.append((moved, by)) }
    }
    moves.sort { $0.class < $1.class }
    return neighbourhood.parts(of: moves.map(\.class)).map { places in
      let isNearWhole = places.allSatisfy { abs(moves[$0].by - moves[$0].by.rounded()) <= 1e-6 }
      let part = places.map { place in
        (class: moves[place].class, by: Int(moves[place].by.rounded(isNearWhole ? .toNearestOrEven : .awayFromZero)))
      }
      let cellMoves = part.flatMap { move in members[move.class].map { CellMove(cell: $0, by: move.by) } }
      return World(moves: part, isWhole: isNearWhole && index.admits(cellMoves, of: values, in: system))
    }
  }

  /// Two columns a class: up, and down with the opposite sign.
  private static func inMoves(_ rows: [HiddenRow]) -> [SimplexProgramme.Row] {
    rows.map { row in
      var moves = SimplexProgramme.Row(row)
      moves.terms = row.terms.flatMap {
        [
          (column: 2 * $0.column, coefficient: $0.coefficient),
          (column: 2 * $0.column + 1, coefficient: -$0.coefficient),
        ]
      }
      return moves
    }
  }
}
