/// Histograms to be made in one pass over the cases, each asked for once however many cells need it.
struct CountingPlan: Sendable {
  /// Cases by their code along two axes.
  struct Request: Hashable, Sendable {
    var row: Axis
    var column: Axis
    var selected: Selected
    var weight: Weight
  }

  /// A histogram as it is made: several column axes at once where that stays small.
  struct Cube: Equatable, Sendable {
    var row: Axis
    var columns: [Axis]
    var selected: Selected
    var weight: Weight

    var columnCount: Int { columns.reduce(1) { $0 * $1.codeCount } }
    var size: Int { row.codeCount * columnCount }
  }

  private(set) var requests: [Request] = []
  private(set) var places: [Request: Int] = [:]

  /// Histograms larger than this are not joined: their counters, of four bytes each, should stay in the second-level
  /// cache, half a megabyte.
  private static let jointLimit = 1 << 17
  /// Joint column codes are two bytes.
  private static let keyLimit = 1 << 16

  mutating func ask(for request: Request) {
    guard places[request] == nil else { return }
    places[request] = requests.count
    requests.append(request)
  }

  /// The histograms to make, and for each request which of them answers it.
  func cubes() -> (cubes: [Cube], cubeOfRequest: [Int]) {
    var cubes: [Cube] = []
    // Requests with a real row axis first: those without one can be read from their margins.
    let order =
      requests.indices.filter { requests[$0].row != .whole } + requests.indices.filter { requests[$0].row == .whole }
    var cubeOfRequest = [Int](repeating: 0, count: requests.count)
    for index in order {
      let request = requests[index]
      if let fitting = cubes.firstIndex(where: { Self.answers($0, request) }) {
        cubeOfRequest[index] = fitting
      } else if let joinable = cubes.firstIndex(where: { Self.canJoin($0, request) }) {
        cubes[joinable].columns.append(request.column)
        cubeOfRequest[index] = joinable
      } else {
        let columns = request.column == .whole ? [] : [request.column]
        cubes.append(Cube(row: request.row, columns: columns, selected: request.selected, weight: request.weight))
        cubeOfRequest[index] = cubes.count - 1
      }
    }
    return (cubes, cubeOfRequest)
  }

  private static func answers(_ cube: Cube, _ request: Request) -> Bool {
    cube.selected == request.selected && cube.weight == request.weight
      && (cube.row == request.row || request.row == .whole)
      && (request.column == .whole || cube.columns.contains(request.column))
  }

  private static func canJoin(_ cube: Cube, _ request: Request) -> Bool {
    cube.selected == request.selected && cube.weight == request.weight && cube.row == request.row
      && cube.columnCount * request.column.codeCount <= keyLimit
      && cube.size * request.column.codeCount <= jointLimit
  }
}

/// The histograms of a plan, filled.
struct Counts: Sendable {
  let places: [CountingPlan.Request: Int]
  let cubes: [CountingPlan.Cube]
  let cubeOfRequest: [Int]
  /// All histograms after each other; one starts at its offset, rows of columns.
  let offsets: [Int]
  let values: [Int]

  /// What the cases in a slice of rows and a slice of columns add up to.
  func sum(_ row: Slice, _ column: Slice, _ selected: Selected, _ weight: Weight) -> Int {
    let request = CountingPlan.Request(row: row.axis, column: column.axis, selected: selected, weight: weight)
    guard let index = places[request] else {
      preconditionFailure("a cell was asked for that was not planned")
    }
    let number = cubeOfRequest[index]
    let cube = cubes[number]
    let keys = keys(column, in: cube)
    let rows = row.axis == cube.row ? row.codes : Array(0..<cube.row.codeCount)
    var sum = 0
    for code in rows {
      let start = offsets[number] + code * cube.columnCount
      for key in keys { sum += values[start + key] }
    }
    return sum
  }

  /// The places within a row of the histogram that a slice of one of its column axes takes together.
  private func keys(_ column: Slice, in cube: CountingPlan.Cube) -> [Int] {
    guard column.axis != .whole, let position = cube.columns.firstIndex(of: column.axis) else {
      return Array(0..<cube.columnCount)
    }
    let inner = cube.columns[(position + 1)...].reduce(1) { $0 * $1.codeCount }
    let count = cube.columns[position].codeCount
    var isWanted = [Bool](repeating: false, count: count)
    for code in column.codes { isWanted[code] = true }
    return (0..<cube.columnCount).filter { isWanted[$0 / inner % count] }
  }
}
