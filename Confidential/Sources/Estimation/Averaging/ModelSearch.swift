/// The search for the models that carry weight; see `WeighedModels`.
struct ModelSearch {
  /// A model by its pairs, bit i for pair i, and the place of its variance on the grid.
  struct Key: Hashable {
    var pairs: UInt128
    var step: Int
  }

  struct Found {
    var key: Key
    /// log of prior times evidence.
    var score: Double
    var mode: PosteriorSolver.Mode
  }

  let grid: [(variance: Double, logPrior: Double)]
  private(set) var found: [Found] = []
  private(set) var isCut = false

  private let allPairs: [UInt32]
  /// Of a pair beforehand.
  let logOdds: Double
  private let limit: Int
  private let solver: PosteriorSolver
  private let lists: Int
  private var place: [Key: Int] = [:]
  private var isOpen: [Bool] = []
  private var top = -Double.infinity

  /// How far below the best a model may be and still be gone on from.
  private static let window = 4.0
  /// The search was cut off when it ends with a model so near the best that it should have been gone on from.
  private static let near = 2.0

  init(_ family: WeighedModels.Family, _ table: CountTable) {
    lists = table.lists
    allPairs = listSets(of: 2, among: table.lists)
    grid = family.differences
    logOdds = log(family.inclusion / (1 - family.inclusion))
    // So many that no search takes more than a second or two: a model costs its cells and its parameters.
    let cost = table.cells + allPairs.count * allPairs.count
    limit = max(400, min(6_000, 3_000_000 / cost))
    solver = PosteriorSolver(table)
  }

  func pairs(of key: Key) -> [UInt32] {
    allPairs.indices.filter { key.pairs & (1 << UInt128($0)) != 0 }.map { allPairs[$0] }
  }

  mutating func run() {
    for step in grid.indices {
      let before = step > 0 ? place[Key(pairs: 0, step: step - 1)].map { found[$0].mode.coefficients } : nil
      weigh(Key(pairs: 0, step: step), startingFrom: before)
    }
    while let next = best() {
      if found.count >= limit {
        isCut = found[next].score >= top - Self.near
        return
      }
      isOpen[next] = false
      let from = found[next]
      for pair in allPairs.indices { weighNeighbour(of: from, toggling: pair) }
      for step in [from.key.step - 1, from.key.step + 1] where grid.indices.contains(step) {
        weigh(Key(pairs: from.key.pairs, step: step), startingFrom: from.mode.coefficients)
      }
    }
  }

  /// The best model that has not been gone on from; nil when it is too far behind.
  private func best() -> Int? {
    var leader: Int?
    for (index, model) in found.enumerated() {
      guard isOpen[index], model.score > (leader.map { found[$0].score } ?? -.infinity) else { continue }
      leader = index
    }
    return leader.flatMap { found[$0].score >= top - Self.window ? $0 : nil }
  }

  private mutating func weighNeighbour(of from: Found, toggling pair: Int) {
    let bit = UInt128(1) << UInt128(pair)
    let key = Key(pairs: from.key.pairs ^ bit, step: from.key.step)
    guard place[key] == nil else { return }
    // Where the parameter of this pair stands among those of the model.
    let position = lists + (from.key.pairs & (bit - 1)).nonzeroBitCount
    var start = from.mode.coefficients
    if from.key.pairs & bit != 0 { start.remove(at: position) } else { start.insert(0, at: position) }
    weigh(key, startingFrom: start)
  }

  private mutating func weigh(_ key: Key, startingFrom start: [Double]?) {
    guard place[key] == nil else { return }
    let pairs = pairs(of: key)
    let (variance, logPrior) = grid[key.step]
    guard let mode = solver.mode(pairs: pairs, differences: variance, start: start) else { return }
    place[key] = found.count
    top = max(top, mode.evidence + logPrior + Double(pairs.count) * logOdds)
    isOpen.append(true)
    found.append(
      Found(key: key, score: mode.evidence + logPrior + Double(pairs.count) * logOdds, mode: mode))
  }
}
