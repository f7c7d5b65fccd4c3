/// Which cells to hide besides the sensitive ones: cheap tables beside the true one, for ends that have none yet.
///
/// What moves in such a table (a world) is hidden, and its values then show for every hidden cell in it that it could be
/// otherwise. Afterwards cells are published again, the most valuable first, where every end keeps a world without them.
struct SuppressionSearch {
  let programme: DeviationProgramme
  /// What hiding a class costs.
  private let weights: [Double]
  /// How far each class has to go up and down to show what is required of its cells.
  private var needs: [[Int]]
  private(set) var isHidden: [Bool]
  private let isPrimary: [Bool]
  private var worlds: [[(class: Int, by: Int)]] = []
  private var isAlive: [Bool] = []
  private var worldsOf: [[Int]]
  /// How many living worlds show each end.
  private var shown: [Int]
  /// Ends that an audit of what is hidden showed.
  private var isCertified: [Bool]
  /// Whether what is hidden is the cheapest for the first that was required.
  private(set) var isOptimal = false
  /// Ends of which the world was no whole table: the audit decides.
  private var isFractional: Set<Int> = []
  /// Ends for which no world was found, even with everything hidden that may be.
  private(set) var isUnreachable: [Bool]

  /// Programmes after which no more cells are published again.
  private static let pruningProgrammes = 2_000
  /// More classes than this are a large system: ends are looked at together before each is sought alone.
  private static let large = 1_000
  private static let rounds = 20
  private static let few = 20
  private var isLarge: Bool { needs.count > Self.large }

  // An end is 2 · class for up and 2 · class + 1 for down.

  init(_ programme: DeviationProgramme, weights: [Double], primaries: [Int]) {
    self.programme = programme
    self.weights = programme.members.map { $0.reduce(0) { $0 + weights[$1] } }
    needs = [[Int]](repeating: [0, 0], count: programme.members.count)
    var isHidden = [Bool](repeating: false, count: programme.members.count)
    for cell in primaries where programme.classOf[cell] >= 0 { isHidden[programme.classOf[cell]] = true }
    (self.isHidden, isPrimary) = (isHidden, isHidden)
    worldsOf = [[Int]](repeating: [], count: isHidden.count)
    shown = [Int](repeating: 0, count: 2 * isHidden.count)
    isUnreachable = [Bool](repeating: false, count: 2 * isHidden.count)
    isCertified = isUnreachable
  }

  /// Takes on what has to be shown of more cells, hidden ones; what is known of others stays.
  mutating func require(_ requirements: [Requirement]) {
    for requirement in requirements where programme.classOf[requirement.cell] >= 0 {
      let (moved, value) = (programme.classOf[requirement.cell], programme.values[requirement.cell])
      needs[moved][0] = max(needs[moved][0], requirement.high - value)
      needs[moved][1] = max(needs[moved][1], value - requirement.low)
      for end in [2 * moved, 2 * moved + 1] {
        isUnreachable[end] = Double(needs[moved][end % 2]) > programme.limit(of: moved, up: end % 2 == 0)
        isFractional.remove(end)
        isCertified[end] = false
      }
    }
    for end in shown.indices { shown[end] = 0 }
    for world in worlds.indices where isAlive[world] { for end in ends(of: worlds[world]) { shown[end] += 1 } }
  }

  var hiddenCells: [Int] { isHidden.indices.filter { isHidden[$0] }.flatMap { programme.members[$0] }.sorted() }

  // MARK: - Hiding

  /// Hides until every end that can be reached is shown.
  mutating func hide() {
    var open = needs.indices.flatMap { [2 * $0, 2 * $0 + 1] }.filter { isOpen($0) }
    while !open.isEmpty {
      if isLarge {
        certify(open)
        open = open.filter { isOpen($0) }
      }
      // In a large system some of them, far apart: what is hidden for these shows many of the others.
      let step = isLarge && open.count > Self.few ? Self.rounds : 1
      for place in stride(from: 0, to: open.count, by: step) where isOpen(open[place]) { seek(open[place]) }
      open = open.filter { isOpen($0) }
    }
  }

  /// Looks for tables in what is hidden already.
  private mutating func certify(_ ends: [Int]) {
    let open = Set(ends)
    let anything = Int.max / 4
    let asked = Set(ends.map { $0 / 2 }).sorted().map { moved -> Requirement in
      let value = programme.values[programme.members[moved][0]]
      return Requirement(
        cell: programme.members[moved][0], low: open.contains(2 * moved + 1) ? value - needs[moved][1] : anything,
        high: open.contains(2 * moved) ? value + needs[moved][0] : -anything)
    }
    let audit = programme.system.hiding(hiddenCells).audited(asked, effort: .quick)
    for (moved, requirement) in zip(Set(ends.map { $0 / 2 }).sorted(), asked) {
      guard let interval = audit.intervals[requirement.cell] else { continue }
      if interval.high ?? .max >= requirement.high { isCertified[2 * moved] = true }
      if interval.low <= requirement.low { isCertified[2 * moved + 1] = true }
    }
  }

  private mutating func conceal(_ worlds: [DeviationProgramme.World]) {
    for world in worlds {
      for move in world.moves where !isHidden[move.class] { isHidden[move.class] = true }
      if world.isWhole { take(world.moves) }
    }
  }

  private func isOpen(_ end: Int) -> Bool {
    needs[end / 2][end % 2] > 0 && shown[end] == 0 && !isCertified[end] && !isUnreachable[end]
      && !isFractional.contains(end)
  }

  private func goal(_ end: Int) -> (class: Int, by: Int) {
    (end / 2, end % 2 == 0 ? needs[end / 2][0] : -needs[end / 2][1])
  }

  private mutating func seek(_ end: Int) {
    let (isHidden, weights) = (isHidden, weights)
    let goal = goal(end)
    let price: (Int) -> Double? = { isHidden[$0] ? 0 : weights[$0] }
    let found =
      isLarge
      ? programme.worldsAnywhere(moving: goal.class, by: goal.by, price: price)
      : programme.worlds(moving: goal.class, by: goal.by, price: price)
    guard let worlds = found else {
      isUnreachable[end] = true
      return
    }
    conceal(worlds)
    if isOpen(end) { isFractional.insert(end) }
  }

  private func ends(of world: [(class: Int, by: Int)]) -> [Int] {
    world.compactMap { move in
      let end = 2 * move.class + (move.by > 0 ? 0 : 1)
      let need = needs[move.class][end % 2]
      return need > 0 && abs(move.by) >= need ? end : nil
    }
  }

  private mutating func take(_ world: [(class: Int, by: Int)]) {
    for move in world { worldsOf[move.class].append(worlds.count) }
    for end in ends(of: world) { shown[end] += 1 }
    worlds.append(world)
    isAlive.append(true)
  }

  // MARK: - The cheapest

  /// Hides the cheapest classes there are, in a system that is not large, where the search for them ends.
  mutating func optimise() {
    guard !isLarge else { return }
    var ends: [(moved: Int, isUp: Bool, need: Double)] = []
    for moved in needs.indices {
      for side in 0...1 where needs[moved][side] > 0 && !isUnreachable[2 * moved + side] {
        ends.append((moved, side == 0, Double(needs[moved][side])))
      }
    }
    var exact = ExactSuppression(
      rows: programme.rows, ups: programme.ups, downs: programme.downs, weights: weights, isPrimary: isPrimary,
      ends: ends)
    guard let cheapest = exact.run() else { return }
    isHidden = cheapest
    isOptimal = true
    for end in ends { isCertified[2 * end.moved + (end.isUp ? 0 : 1)] = true }
    for world in worlds.indices where isAlive[world] && worlds[world].contains(where: { !cheapest[$0.class] }) {
      isAlive[world] = false
      for end in self.ends(of: worlds[world]) { shown[end] -= 1 }
    }
  }

  // MARK: - Publishing again

  /// Publishes classes again while every end keeps a world, or finds one for less than the class is worth.
  mutating func prune() {
    // Ends that were certified have no world that could fall.
    if isLarge || isOptimal { return }
    let order = isHidden.indices.filter { isHidden[$0] && !isPrimary[$0] }
    let limit = programme.solved + Self.pruningProgrammes
    for moved in order.sorted(by: { (weights[$1], $0) < (weights[$0], $1) }) where isHidden[moved] {
      if programme.solved > limit { return }
      publish(moved)
    }
  }

  private mutating func publish(_ published: Int) {
    let falling = worldsOf[published].filter { isAlive[$0] }
    var left: [Int: Int] = [:]
    for world in falling { for end in ends(of: worlds[world]) { left[end, default: 0] += 1 } }
    let lost = left.keys.filter { shown[$0] == left[$0] && $0 / 2 != published }.sorted()
    var found: [[(class: Int, by: Int)]] = []
    var fresh: Set<Int> = []
    for end in lost where !found.contains(where: { ends(of: $0).contains(end) }) {
      let (isHidden, weights) = (isHidden, weights)
      let price: (Int) -> Double? = {
        $0 == published
          ? nil : isHidden[$0] || fresh.contains($0) ? 0 : weights[$0] < weights[published] ? weights[$0] : nil
      }
      let goal = goal(end)
      guard
        let parts = programme.worlds(moving: goal.class, by: goal.by, price: price),
        let world = parts.first(where: { $0.isWhole && ends(of: $0.moves).contains(end) })
      else { return }
      for move in world.moves where !isHidden[move.class] { fresh.insert(move.class) }
      guard fresh.reduce(0, { $0 + weights[$1] }) < weights[published] else { return }
      found.append(world.moves)
    }
    for world in falling {
      isAlive[world] = false
      for end in ends(of: worlds[world]) { shown[end] -= 1 }
    }
    isHidden[published] = false
    needs[published] = [0, 0]
    for moved in fresh { isHidden[moved] = true }
    for world in found { take(world) }
  }
}
