internal import Model

/// The state of a search by exchanges: which record holds whose values, and how far the figure is from its numbers.
struct ExchangeWalk {
  /// For each record, the record whose values it now has.
  private(set) var holders: [Int]
  private var figure: ImputedFigure
  /// Category of the imputed variable's source, nil when unknown.
  private var codes: [Int?]
  private let stratum: [Int]
  /// Records that may exchange, in groups that agree on the join.
  private let groups: [[Int]]
  private let groupOf: [Int]
  private let membersOfStratum: [[Int]]

  var distance: Int { figure.distance }

  init(
    figure: Figure, counted: Figure.Counted, cells: [PublishedCell], imputation: Imputation,
    join: ReconstructionPlan.Join?, classified: Cases
  ) throws(ReconstructionError) {
    let count = classified.columns.rowCount
    holders = Array(0..<count)
    let part = figure.id
    let among = try CliqueTable.selection(of: imputation.among ?? .always, in: classified.columns, part: part)
    let taking = (0..<count).filter { among[$0] == 1 && classified.excludedBy[$0] == 0 }
    let strata = try Self.numbered(imputation.strata.map { .variable($0) }, of: taking, in: classified, part: part)
    stratum = strata.number
    guard let source = classified.columns.variable(named: imputation.variable),
      let column = classified.columns[imputation.variable]
    else { throw .unknown(what: "variable", named: imputation.variable, inPart: part) }
    codes = (0..<count).map { column.packedValue(at: $0).code.category }
    let joined = try CliqueTable.selection(of: join?.among ?? .always, in: classified.columns, part: part)
    let exchanging = taking.filter { joined[$0] == 1 }
    let grouped = try Self.numbered(join?.keys ?? [], of: exchanging, in: classified, part: part)
    groups = grouped.members.filter { $0.count > 1 }
    var groupOf = Array(repeating: -1, count: count)
    for (index, group) in groups.enumerated() { for row in group { groupOf[row] = index } }
    self.groupOf = groupOf
    membersOfStratum = strata.members
    var known = strata.members.map { _ in source.categories.map { _ in 0 } }
    var unknown = strata.members.map { _ in 0 }
    for row in taking {
      if let code = codes[row] { known[stratum[row]][code] += 1 } else { unknown[stratum[row]] += 1 }
    }
    self.figure = ImputedFigure(
      published: cells.map(\.scaledValue),
      weights: try Self.weights(figure, counted, cells, imputation, strata.members, classified),
      known: known, unknown: unknown, minimumKnown: imputation.minimumKnown)
  }

  /// Rows by their combination of keys; groups in the order of the combinations.
  private static func numbered(
    _ keys: [ReconstructionPlan.Key], of rows: [Int], in cases: Cases, part: String
  ) throws(ReconstructionError) -> (number: [Int], members: [[Int]]) {
    let values = try CliqueTable.keys(keys, of: cases, in: part)
    var byKey: [[PackedValue]: [Int]] = [:]
    for row in rows { byKey[values[row], default: []].append(row) }
    let members = byKey.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    var number = Array(repeating: -1, count: cases.columns.rowCount)
    for (index, group) in members.enumerated() { for row in group { number[row] = index } }
    return (number, members)
  }

  /// What a case of a stratum adds to each number when it has each category. Taken from the first case of the stratum:
  /// the figure's own axes must not cut through strata.
  private static func weights(
    _ figure: Figure, _ counted: Figure.Counted, _ cells: [PublishedCell], _ imputation: Imputation, _ strata: [[Int]],
    _ classified: Cases
  ) throws(ReconstructionError) -> [[[Int]]] {
    guard let target = classified.columns.variable(named: imputation.target) else {
      throw .unknown(what: "variable", named: imputation.target, inPart: figure.id)
    }
    let firsts = classified.rows(strata.map { $0[0] })
    var weights = cells.map { _ in strata.map { _ in target.categories.map { _ in 0 } } }
    for category in target.categories.indices {
      var substituted = firsts
      let code = CategoryCode(category: category)
      substituted.columns.set(target.column(repeating: PackedValue(code), count: strata.count), for: target)
      let places = FigurePlaces(figure, counted, over: substituted)
      for (index, cell) in cells.enumerated() {
        guard case .sum(let values) = try places.functional(of: cell) else {
          throw .unknown(what: "place", named: cell.place, inPart: figure.id)
        }
        for (stratum, value) in values.enumerated() { weights[index][stratum][category] = Int(value) }
      }
    }
    return weights
  }

  // MARK: Moves

  mutating func propose(_ generator: inout SeededGenerator) {
    let before = figure.distance
    var made: [(Int, Int)] = []
    // One step in a hundred turns whole strata, the others exchange a pair. A decision.
    if generator.below(100) == 0 {
      made = turned(&generator)
    } else if let pair = pair(&generator) {
      exchange(pair.0, pair.1)
      made = [pair]
    }
    // One step in fifty may cost two, which leads out of places where every exchange costs something. A decision.
    let tolerated = generator.below(50) == 0 ? 2 : 0
    guard figure.distance > before + tolerated else { return }
    for (first, second) in made.reversed() { exchange(first, second) }
  }

  /// Leaves a place from which no single step leads on: some strata gain or lose their imputation, whatever that costs.
  mutating func jump(_ generator: inout SeededGenerator) {
    for _ in 0..<(1 + generator.below(3)) { _ = turned(&generator) }
  }

  /// A stratum with enough known cases loses them, one without gains them.
  private mutating func turned(_ generator: inout SeededGenerator) -> [(Int, Int)] {
    guard !membersOfStratum.isEmpty else { return [] }
    let chosen = generator.below(membersOfStratum.count)
    return figure.isCovered(chosen) ? emptied(chosen, &generator) : filled(chosen, &generator)
  }

  private func pair(_ generator: inout SeededGenerator) -> (Int, Int)? {
    guard !groups.isEmpty else { return nil }
    let group = groups[generator.below(groups.count)]
    let first = group[generator.below(group.count)]
    let second = group[generator.below(group.count)]
    return codes[first] == codes[second] || stratum[first] == stratum[second] ? nil : (first, second)
  }

  /// Known values leave the stratum, for others that have enough known cases, until it has too few.
  private mutating func emptied(_ chosen: Int, _ generator: inout SeededGenerator) -> [(Int, Int)] {
    var made: [(Int, Int)] = []
    for row in membersOfStratum[chosen] where codes[row] != nil && figure.isCovered(chosen) {
      let other = partner(of: row, &generator) { row in
        codes[row] == nil && stratum[row] != chosen && figure.isCovered(stratum[row])
      }
      guard let other else { continue }
      exchange(row, other)
      made.append((row, other))
    }
    return made
  }

  /// Known values come into the stratum until it has enough.
  private mutating func filled(_ chosen: Int, _ generator: inout SeededGenerator) -> [(Int, Int)] {
    var made: [(Int, Int)] = []
    for row in membersOfStratum[chosen] where codes[row] == nil && !figure.isCovered(chosen) {
      let other = partner(of: row, &generator) { codes[$0] != nil && stratum[$0] != chosen }
      guard let other else { continue }
      exchange(row, other)
      made.append((row, other))
    }
    return made
  }

  private func partner(_ generator: inout SeededGenerator, in group: [Int], where suits: (Int) -> Bool) -> Int? {
    // A group in which twenty draws find nobody is left for another step. A decision.
    for _ in 0..<20 {
      let candidate = group[generator.below(group.count)]
      if suits(candidate) { return candidate }
    }
    return nil
  }

  private func partner(of row: Int, _ generator: inout SeededGenerator, where suits: (Int) -> Bool) -> Int? {
    groupOf[row] < 0 ? nil : partner(&generator, in: groups[groupOf[row]], where: suits)
  }

  private mutating func exchange(_ first: Int, _ second: Int) {
    figure.change(in: stratum[first], from: codes[first], to: codes[second])
    figure.change(in: stratum[second], from: codes[second], to: codes[first])
    codes.swapAt(first, second)
    holders.swapAt(first, second)
  }
}
