import Classification
@testable import Model
import Testing

@testable import Reconstruction

/// Swatches of which some colours are unknown and guessed within sizes of which enough colours are known.
@Suite struct `A walk of exchanges` {
  private static let guessed = Variable(
    name: "guessed", kind: .category, label: LocalizedText("guessed"), categories: Swatches.colour.categories)

  private static let imputation = Imputation(
    target: "guessed", variable: "colour", among: nil, strata: ["size"], minimumKnown: 2)

  private static let codebook = Codebook(version: "1", variables: Swatches.variables + [guessed])

  private static func figure(_ population: Figure.Population = .remaining) -> Figure {
    var figure = Swatches.figure
    figure.counted.rows = .dimension(.init(variable: "guessed", name: LocalizedText("colour"), order: ["red", "blue"]))
    (figure.counted.population, figure.counted.summaries) = (population, [])
    return figure
  }

  /// Rows of colour (0 unknown, 4 red, 5 blue), size (4 small, 5 large) and weight.
  private func cases(_ rows: [(UInt8, UInt8, Int32)]) throws -> Cases {
    var columns = Columns(rowCount: rows.count)
    columns.set(.category(rows.map(\.0)), for: Swatches.colour)
    columns.set(.category(rows.map(\.1)), for: Swatches.size)
    columns.set(.number(rows.map(\.2)), for: Swatches.weight)
    let cases = Cases(
      columns: columns, offsets: (0...rows.count).map { UInt32($0) }, members: rows.indices.map { UInt32($0) })
    let rule = Rule(name: "guess", reason: LocalizedText(""), source: "", step: .impute(Self.imputation))
    return try cases.classified(by: [rule], codebook: Self.codebook).cases
  }

  private func walk(
    _ cases: Cases, _ cells: [PublishedCell], join: ReconstructionPlan.Join? = nil, among: Condition? = nil
  ) throws -> ExchangeWalk {
    var imputation = Self.imputation
    imputation.among = among
    return try ExchangeWalk(
      figure: Self.figure(), counted: Self.figure().counted, cells: cells, imputation: imputation, join: join,
      classified: cases)
  }

  private let join = ReconstructionPlan.Join(clique: "swatches", keys: [.variable("weight")])

  /// Small: two red, one blue and one unknown; large: one blue and one unknown.
  private let mixed: [(UInt8, UInt8, Int32)] = [
    (4, 4, 1), (4, 4, 1), (5, 4, 1), (0, 4, 1), (5, 5, 1), (0, 5, 1),
  ]

  /// Of the small ones the unknown becomes red (remainder 2 of 3); of the large ones too few are known.
  @Test func `starts as far off as the rules leave the figure`() throws {
    let cases = try cases(mixed)
    func distance(_ row: String, _ column: String, _ published: Int) throws -> Int {
      try walk(cases, [Swatches.cell(row, column, published)]).distance
    }
    #expect(try distance("red", "small", 3) == 0)
    #expect(try distance("red", "small", 5) == 2)
    #expect(try distance("red", "small", 0) == 3)
    #expect(try distance("blue", "small", 1) == 0)
    #expect(try distance("red", "large", 0) == 0)
    #expect(try distance("blue", "large", 1) == 0)
    #expect(try walk(cases, [Swatches.cell("red", "small", 1), Swatches.cell("blue", "large", 4)]).distance == 5)
  }

  @Test func `counts only those among whom is imputed`() throws {
    let small = Condition.isIn(variable: "size", values: ["large"])
    let walk = try walk(try cases(mixed), [Swatches.cell("blue", "large", 1)], among: small)
    #expect(walk.distance == 0)
  }

  @Test func `leaves a figure it has no place for`() throws {
    let place = "colours, green, small"
    #expect(throws: ReconstructionError.unknown(what: "place", named: place, inPart: "colours")) {
      try walk(try cases(mixed), [Swatches.cell("green", "small", 1)])
    }
  }

  /// Whatever is exchanged, each record's values are those of one record of its own group, each used once; and the
  /// distance kept up to date is the distance counted anew.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `hands values over within groups, and always knows how far off it is`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<40).map { _ -> (UInt8, UInt8, Int32) in
      let colour: UInt8 = [0, 4, 5][generator.below(3)]
      let size: UInt8 = [4, 5][generator.below(2)]
      return (colour, size, Int32(generator.below(3)))
    }
    let cells = [
      Swatches.cell("red", "small", 9), Swatches.cell("blue", "small", 3), Swatches.cell("red", "large", 2),
      Swatches.cell("blue", "large", 14),
    ]
    let cases = try cases(rows)
    var walk = try walk(cases, cells, join: join)
    let start = walk.distance
    var nearest = start
    for step in 1...300 {
      if step % 100 == 0 { walk.jump(&generator) } else { walk.propose(&generator) }
      nearest = min(nearest, walk.distance)
    }
    #expect(walk.holders.sorted() == Array(0..<40))
    #expect(walk.holders != Array(0..<40))
    for (row, holder) in walk.holders.enumerated() { #expect(rows[row].2 == rows[holder].2) }
    let handed = rows.indices.map { row -> (UInt8, UInt8, Int32) in
      (rows[walk.holders[row]].0, rows[row].1, rows[row].2)
    }
    let after = try self.cases(handed)
    #expect(try self.walk(after, cells, join: join).distance == walk.distance)
    #expect(nearest < start)
  }

  @Test func `leaves records alone that do not take part in the join`() throws {
    var generator = SeededGenerator(seed: 3)
    var among = join
    among.among = .compares(variable: "weight", .atLeast, 2)
    let rows = (0..<20).map { (row: Int) -> (UInt8, UInt8, Int32) in
      let (colour, size, weight) = (4 + row % 2, 4 + row / 10, 1 + row % 4 / 2)
      return (UInt8(colour), UInt8(size), Int32(weight))
    }
    var walk = try walk(try cases(rows), [Swatches.cell("red", "small", 10)], join: among)
    for _ in 0..<500 { walk.propose(&generator) }
    #expect(walk.holders != Array(0..<20))
    for (row, holder) in walk.holders.enumerated() where rows[row].2 < 2 { #expect(holder == row) }
  }

  @Test func `where nobody is imputed goes nowhere either`() throws {
    var generator = SeededGenerator(seed: 3)
    let nobody = Condition.isIn(variable: "size", values: ["unknown"])
    var walk = try walk(try cases(mixed), [Swatches.cell("red", "small", 2)], among: nobody)
    for _ in 0..<200 { walk.propose(&generator) }
    walk.jump(&generator)
    #expect(walk.holders == Array(0..<6) && walk.distance == 2)
  }

  @Test func `without two that may exchange goes nowhere`() throws {
    var generator = SeededGenerator(seed: 3)
    let rows: [(UInt8, UInt8, Int32)] = [(4, 4, 1), (5, 5, 2), (0, 4, 3)]
    var walk = try walk(try cases(rows), [Swatches.cell("red", "small", 7)], join: join)
    let start = walk.distance
    for _ in 0..<200 { walk.propose(&generator) }
    walk.jump(&generator)
    #expect(walk.holders == [0, 1, 2] && walk.distance == start)
  }
}

@Suite struct `An imputed figure, stratum by stratum` {
  @Test(arguments: [([1, 1], true), ([2, 0], true), ([1, 0], false), ([0, 0], false), ([3, 2], true)])
  func `is covered from the least known on`(_ known: [Int], _ isCovered: Bool) {
    let figure = ImputedFigure(published: [], weights: [], known: [known], unknown: [5], minimumKnown: 2)
    #expect(figure.isCovered(0) == isCovered && figure.leastKnown == 2)
  }

  /// Known, unknown and totals of one stratum, with nothing asked of how many are known.
  @Test(arguments: [
    ([2, 1], 1, [3, 1]), ([1, 2], 1, [1, 3]), ([1, 1], 1, [2, 1]), ([1, 1, 1], 2, [2, 2, 1]), ([5, 3], 4, [8, 4]),
    ([5, 3], 0, [5, 3]), ([0, 0], 3, [0, 0]), ([7, 2, 1], 5, [11, 3, 1]),
  ])
  func `gives the remainder to the largest parts, the earlier of equals`(
    _ known: [Int], _ unknown: Int, _ totals: [Int]
  ) {
    let weights = known.indices.map { cell in [known.indices.map { $0 == cell ? 1 : 0 }] }
    let figure = ImputedFigure(
      published: totals, weights: weights, known: [known], unknown: [unknown], minimumKnown: 0)
    #expect(figure.distance == 0)
    let off = ImputedFigure(
      published: totals.map { $0 + 1 }, weights: weights, known: [known], unknown: [unknown], minimumKnown: 0)
    #expect(off.distance == known.count)
  }

  /// Two numbers over two strata with weights, changed and counted anew: (3 + 2) and 2·1 + 3.
  @Test func `adds up strata by weight, and follows every change`() {
    let weights = [[[1, 0], [1, 0]], [[0, 2], [0, 1]]]
    var figure = ImputedFigure(
      published: [0, 0], weights: weights, known: [[2, 1], [2, 3]], unknown: [1, 0], minimumKnown: 2)
    #expect(figure.distance == 5 + 5)
    figure.change(in: 0, from: 0, to: 1)
    // Stratum 0 now knows 1 and 2, with its unknown going to the second: 1 and 3; then 1 + 2 and 2·3 + 3.
    #expect(figure.known == [[1, 2], [2, 3]] && figure.unknown == [1, 0])
    #expect(figure.distance == 3 + 9)
    figure.change(in: 0, from: 1, to: nil)
    #expect(figure.known == [[1, 1], [2, 3]] && figure.unknown == [2, 0])
    #expect(figure.distance == 4 + 7)
    figure.change(in: 0, from: 0, to: nil)
    #expect(figure.unknown == [3, 0] && figure.distance == 2 + 5)
    figure.change(in: 0, from: nil, to: 0)
    #expect(figure.unknown == [2, 0] && figure.distance == 4 + 7)
  }
}
