internal import Model

/// Which deliveries of records a number over cases rests on.
///
/// With a delivery that is not there, cases may be missing from a number, and cases that are in it may be other than
/// they seem: who was reported by the border police alone may have been reported by the police as well. A number of a
/// year *needs* a source when no case can be in it without that source; it *lacks* a source when a notification of it
/// could change the number. Both follow from the conditions of the figure and of the rules, by trying every
/// combination of reporters that the conditions can tell apart.
struct DeliveryDependence {
  /// What a count asks of the cases in it.
  struct Asked: Hashable {
    var condition: Condition
    var weight: Weighing
  }

  /// How much a case adds, as far as another notification about it can change that.
  enum Weighing: Hashable {
    case one
    /// One for each member of a set of those who reported; nil: of all of them.
    case reporters(variable: String, among: [String]?)
    /// Anything that grows with notifications.
    case notifications
  }

  /// What a number of one year or of several lacks.
  struct Answer: Equatable {
    /// Whether nothing of what the number is about was delivered.
    var isMissing = false
    /// Whether the number is about deliveries of which none is expected.
    var isNotApplicable = false
    /// In the order of the grid.
    var lacking: [DeliveryGrid.Entry] = []
  }

  /// Kinds of sources beyond which combinations are no longer tried: then whatever lacks is lacked.
  private static let kindLimit = 12

  let grid: DeliveryGrid
  private let logic: CaseLogic
  private let states: [Int: [DeliveryGrid.State]]
  private var kept: [YearQuestion: YearAnswer] = [:]

  init(on grid: DeliveryGrid, of monitor: Monitor) {
    self.grid = grid
    let logic = CaseLogic(monitor)
    self.logic = logic
    states = Dictionary(
      uniqueKeysWithValues: grid.years.map { year in
        (year, logic.sources.map { grid[$0.name, year]?.state ?? .notApplicable })
      })
  }

  /// Whether any number over cases can be other than whole.
  var isWhole: Bool { states.values.allSatisfy { $0.allSatisfy { $0 == .delivered || $0 == .nothing } } }

  private struct YearQuestion: Hashable {
    var asked: Asked
    var year: Int
  }

  private struct YearAnswer {
    /// Whether a case can be in the number with what was delivered; with what is lacking; with what is not expected.
    var canHold, couldHold, wouldHold: Bool
    /// Places in the sources of the logic.
    var lacking: [Int]
  }

  /// What a number lacks that takes these cases of all years together.
  mutating func answer(to asked: Asked) -> Answer {
    var answer = Answer()
    var (isSomewhere, isHeld, isOutside) = (false, false, false)
    for year in grid.years {
      let ofYear = self.answer(to: asked, in: year)
      isSomewhere = isSomewhere || ofYear.couldHold
      isHeld = isHeld || ofYear.canHold
      isOutside = isOutside || ofYear.wouldHold
      answer.lacking += ofYear.lacking.compactMap { grid[logic.sources[$0].name, year] }
    }
    answer.isMissing = isSomewhere && !isHeld
    answer.isNotApplicable = !isSomewhere && isOutside
    if logic.roots(of: asked.condition).contains(where: { logic.isImputed($0.variable) }) {
      let names = Set(logic.sources.map(\.name))
      answer.lacking = grid.lacking.filter { names.contains($0.source) }
    }
    return answer
  }

  private mutating func answer(to asked: Asked, in year: Int) -> YearAnswer {
    let question = YearQuestion(asked: asked, year: year)
    if let known = kept[question] { return known }
    let states = states[year] ?? []
    func sources(where holds: (DeliveryGrid.State) -> Bool) -> [Int] { states.indices.filter { holds(states[$0]) } }
    let present = sources { $0 == .delivered || $0 == .partly }
    let possible = sources { $0 == .delivered || $0.isLacking }
    let all = sources { $0 != .nothing }
    let trial = Trial(asked, year, logic, limit: Self.kindLimit)
    let answer = YearAnswer(
      canHold: trial.canHold(present), couldHold: trial.canHold(possible), wouldHold: trial.canHold(all),
      lacking: sources(where: \.isLacking).filter { trial.isChanged(by: $0, beside: possible) })
    kept[question] = answer
    return answer
  }
}

/// One condition in one year, tried with combinations of reporters.
private struct Trial {
  private let asked: DeliveryDependence.Asked
  private let year: Int
  private let logic: CaseLogic
  private let roots: [(variable: String, values: [String])]
  private let limit: Int

  init(_ asked: DeliveryDependence.Asked, _ year: Int, _ logic: CaseLogic, limit: Int) {
    (self.asked, self.year, self.logic, self.limit) = (asked, year, logic, limit)
    roots = logic.roots(of: asked.condition)
  }

  /// Whether some case reported by some of these sources can be in the number.
  func canHold(_ sources: [Int]) -> Bool {
    guard let combinations = combinations(of: sources) else { return true }
    return combinations.contains { !$0.isEmpty && residue($0) != .never }
  }

  /// Whether a notification of a source could change the number, whoever of the others reported too.
  func isChanged(by source: Int, beside others: [Int]) -> Bool {
    guard let combinations = combinations(of: others.filter { $0 != source }) else { return true }
    return combinations.contains { reporters in
      let before = reporters.isEmpty ? Condition.never : residue(reporters)
      let after = residue((reporters + [source]).sorted())
      guard before == after else { return true }
      return after != .never && (canSupply(source, after) || isWeighed(source))
    }
  }

  private func residue(_ reporters: [Int]) -> Condition {
    logic.residue(of: asked.condition, in: .init(year: year, reporters: reporters))
  }

  private func canSupply(_ source: Int, _ condition: Condition) -> Bool {
    condition.mentions.contains { logic.canSupply(source, $0.variable) }
  }

  private func isWeighed(_ source: Int) -> Bool {
    switch asked.weight {
    case .one: return false
    case .notifications: return true
    case .reporters(let variable, let among):
      guard logic.tellsReporters(variable), let among else { return true }
      return among.contains(logic.sources[source].group) || among.contains(logic.sources[source].name)
    }
  }

  /// Of each kind one source or none, in every combination; nil where there are too many kinds to try.
  private func combinations(of sources: [Int]) -> [[Int]]? {
    var firsts: [Int] = []
    var kinds: [[String]] = []
    for source in sources {
      let kind = logic.kind(of: source, in: roots)
      guard !kinds.contains(kind) else { continue }
      firsts.append(source)
      kinds.append(kind)
    }
    guard firsts.count <= limit else { return nil }
    return (0..<(1 << firsts.count)).map { bits in
      firsts.indices.filter { bits >> $0 & 1 == 1 }.map { firsts[$0] }
    }
  }
}
