@testable import Model
import Testing

@testable import Reconstruction

/// From whole numbers of cells to records, and what is done to records afterwards.
@Suite struct `Records joined from tables` {
  private func records(
    _ cliques: [ReconstructionPlan.Clique], _ counts: [Int], seed: UInt64 = 1
  ) throws -> Cases {
    var generator = SeededGenerator(seed: seed)
    return try RecordJoin(system: try Swatches.system(cliques: cliques), counts: counts).cases(&generator)
  }

  /// Every record as packed colour, size and weight, sorted.
  private func lines(_ cases: Cases) -> [[PackedValue]] {
    (0..<cases.columns.rowCount).map { row in
      ["colour", "size", "weight"].map { cases.columns[$0]?.packedValue(at: row) ?? 0 }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private let unknown: PackedValue = 0x8000_0000

  private func heavy(among: Condition? = nil) -> ReconstructionPlan.Clique {
    Swatches.clique(
      "heavy", [Swatches.domain("colour", "all"), Swatches.domain("weight", "1", "2")],
      join: .init(clique: "swatches", keys: [.variable("colour")], among: among), assigned: ["weight"], figures: [])
  }

  @Test func `are as many of each cell as its number says`() throws {
    let cases = try records([Swatches.clique()], [2, 0, 1, 3])
    #expect(
      lines(cases) == [
        [4, 4, unknown], [4, 4, unknown], [5, 4, unknown], [5, 5, unknown], [5, 5, unknown], [5, 5, unknown],
      ])
    #expect(cases.offsets == [0, 1, 2, 3, 4, 5, 6] && cases.members == [0, 1, 2, 3, 4, 5])
    #expect(cases.columns.variables.map(\.name) == ["colour", "size", "weight", "tags"])
  }

  /// Three red ones take weights 1, 1, 2 and two blue ones 2, 2, whatever the seed; which size gets which is chance.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `take the values of what joins, each cell used up`(_ seed: UInt64) throws {
    let cliques = [Swatches.clique(), heavy()]
    let made = lines(try records(cliques, [2, 1, 1, 1, 2, 1, 0, 2], seed: seed))
    #expect(
      made.map { [$0[0], $0[2]] }.sorted { $0.lexicographicallyPrecedes($1) } == [
        [4, 1], [4, 1], [4, 2], [5, 2], [5, 2],
      ])
    #expect(made.map { [$0[0], $0[1]] } == [[4, 4], [4, 4], [4, 5], [5, 4], [5, 5]])
  }

  @Test func `leave those out of a join that do not take part`() throws {
    let small = Condition.isIn(variable: "size", values: ["small"])
    let made = lines(try records([Swatches.clique(), heavy(among: small)], [2, 1, 0, 1, 1, 1, 0, 0]))
    #expect(made == [[4, 4, 1], [4, 4, 2], [4, 5, unknown], [5, 5, unknown]])
  }

  @Test func `differ by seed in which is which and in nothing else`() throws {
    let cliques = [Swatches.clique(), heavy()]
    let counts = [6, 6, 1, 1, 6, 6, 1, 1]
    let first = try records(cliques, counts, seed: 1)
    #expect(try records(cliques, counts, seed: 1) == first)
    #expect(try records(cliques, counts, seed: 2) != first)
  }

  @Test func `are given the members an addition allows beside those they have, in place of not knowing`() throws {
    let base = Swatches.clique("swatches", [Swatches.domain("tags", "a", "unknown")], assigned: ["tags"])
    let more = Swatches.clique(
      "more", [Swatches.domain("tags", "none", "b+c")], join: .init(clique: "swatches", keys: []), assigned: [],
      figures: [], additions: [.init(variable: "tags", categories: ["b"])])
    func tags(_ counts: [Int]) throws -> [UInt64] {
      guard case .set(let masks) = try records([base, more], counts).columns["tags"] else { return [] }
      return masks.sorted()
    }
    #expect(try tags([1, 1, 2, 0]) == [1, 1 << 60])
    #expect(try tags([1, 1, 0, 2]) == [2, 3])
  }

  @Test func `are filled with fixed answers where a condition holds, in order`() throws {
    let red = Condition.isIn(variable: "colour", values: ["red"])
    let cases = try records([Swatches.clique()], [1, 1, 1, 0])
    func filled(_ fills: [ReconstructionPlan.Fill]) throws -> [[PackedValue]] { lines(try cases.filled(by: fills)) }
    #expect(try filled([]) == lines(cases))
    #expect(
      try filled([
        .init(variable: "weight", condition: red, value: "7"),
        .init(variable: "size", condition: .compares(variable: "weight", .equal, 7), value: "large"),
      ]) == [[4, 5, 7], [4, 5, 7], [5, 4, unknown]])
    #expect(
      try filled([.init(variable: "weight", condition: .not(red), value: "notApplicable")]).map { $0[2] }
        == [unknown, unknown, 0x8000_0002])
    #expect(throws: ReconstructionError.unknown(what: "value", named: "green", inPart: "fills")) {
      try filled([.init(variable: "colour", condition: red, value: "green")])
    }
    #expect(throws: ReconstructionError.unknown(what: "variable", named: "smell", inPart: "fills")) {
      try filled([.init(variable: "smell", condition: red, value: "1")])
    }
  }
}

@Suite struct `Places in a ranking` {
  private static let figure: Figure = {
    var figure = Swatches.figure
    figure.counted.rows = .top(
      .init(
        variable: "colour", name: LocalizedText("colour"), order: []), places: 2, rankMeasure: LocalizedText("place"),
      totalRankMeasure: LocalizedText("place in all"))
    return figure
  }()

  private static let palette = Variable(
    name: "colour", kind: .category, label: LocalizedText("colour"),
    categories: ["red", "blue", "green", "white"].map { Category(code: $0, label: LocalizedText($0)) })

  private func place(_ row: String, _ column: String, _ number: Int) -> PublishedCell {
    var cell = Swatches.cell(row, column, number)
    cell.measure = column == "together" ? "place in all" : "place"
    return cell
  }

  private func columns() -> Columns {
    var columns = Columns(rowCount: 0)
    columns.set(.category([]), for: Self.palette)
    return columns
  }

  private let counts = [
    Swatches.cell("red", "small", 9), Swatches.cell("blue", "small", 7), Swatches.cell("green", "small", 7),
    Swatches.cell("red", "together", 12), Swatches.cell("blue", "together", 11),
  ]

  @Test func `follow each other by number, and those that share one are equal`() {
    let cells = counts + [place("green", "small", 2), place("red", "small", 1), place("blue", "small", 2)]
    let successions = RankedFigure(Self.figure, cells).places()
    #expect(successions.map(\.before.row) == ["red", "blue"] && successions.map(\.after.row) == ["blue", "green"])
    #expect(successions.map(\.isTie) == [false, true])
    #expect(
      successions.map(\.place.row) == ["blue", "green"] && successions.allSatisfy { $0.place.measure == "place" })
    #expect(successions.map(\.before.scaledValue) == [9, 7])
  }

  @Test func `of columns are told apart, and one by itself follows nothing`() {
    let cells = counts + [place("red", "small", 1), place("red", "together", 1), place("blue", "together", 2)]
    let successions = RankedFigure(Self.figure, cells).places()
    #expect(successions.map(\.place) == [cells[7]])
    #expect(successions.map(\.after.scaledValue) == [11])
  }

  @Test func `are skipped where a count is missing`() {
    let cells = Array(counts.dropFirst()) + [place("red", "small", 1), place("blue", "small", 2)]
    #expect(RankedFigure(Self.figure, cells).places().isEmpty)
  }

  @Test func `keep a category that is not named below the least that is`() {
    let cells = counts + [place("red", "small", 1), place("blue", "small", 2)]
    let bounds = RankedFigure(Self.figure, cells).bounds(categories: columns())
    #expect(bounds.map(\.row) == ["white"] && bounds.map(\.scaledValue) == [6])
    #expect(bounds.map(\.column) == ["small"] && bounds.map(\.rowAxis) == ["colour"])
    let one = RankedFigure(Self.figure, counts + [place("red", "small", 1)])
    #expect(one.bounds(categories: columns()).isEmpty)
    let total = RankedFigure(Self.figure, counts + [place("red", "together", 1), place("blue", "together", 2)])
    #expect(total.bounds(categories: columns()).map(\.row) == ["green", "white"])
    #expect(total.bounds(categories: columns()).map(\.scaledValue) == [10, 10])
  }

  @Test func `are none in a figure that ranks nothing`() {
    let plain = RankedFigure(Swatches.figure, counts + [place("red", "small", 1), place("blue", "small", 2)])
    #expect(plain.places().isEmpty && plain.bounds(categories: columns()).isEmpty)
    #expect(!plain.isRank(place("red", "small", 1)))
    let ranked = RankedFigure(Self.figure, [])
    #expect(ranked.isRank(place("red", "small", 1)) && ranked.isRank(place("red", "together", 1)))
    #expect(!ranked.isRank(counts[0]))
  }

  /// Red before blue by one at least, green level with blue, and white below them.
  @Test func `become rows of a system, with what is not named below`() throws {
    let cells = counts.prefix(3) + [place("red", "small", 1), place("blue", "small", 2), place("green", "small", 2)]
    let clique = Swatches.clique("swatches", [Swatches.domain("colour", "all"), Swatches.domain("size", "small")])
    let table = try CliqueTable(clique, variables: [Self.palette, Swatches.size]) { $0 }
    let system = try ConstraintSystem(
      tables: [table], figures: [Self.figure], published: Array(cells), plan: Swatches.plan([clique]))
    #expect(
      system.rows.map(\.line) == [
        "9 <= +1·x0 <= 9", "7 <= +1·x1 <= 7", "7 <= +1·x2 <= 7", "1 <= +1·x0 -1·x1 <= inf", "0 <= +1·x1 -1·x2 <= 0",
        "0 <= +1·x3 <= 6",
      ])
    #expect(system.items.map(\.cost) == Array(repeating: 10, count: 6))
    #expect(system.items.map(\.row) == ["red", "blue", "green", "blue", "green", "white"])
    guard case .unnamed(let bound) = system.items[5].origin else {
      Issue.record("white is not named")
      return
    }
    #expect(ReconstructionReport.Part.unnamed(bound).text.nl == "colours, white, small ≤ 6")
    #expect(system.items[3].reading == .condition && system.items[0].reading == .sum)
  }
}

@Suite struct `Numbers with a seed` {
  @Test(arguments: [1, 2, 3, 7, 1000])
  func `lie below their bound and reach both its ends`(_ bound: Int) {
    var generator = SeededGenerator(seed: 11)
    let draws = (0..<20_000).map { _ in generator.below(bound) }
    #expect(draws.min() == 0 && draws.max() == bound - 1)
  }

  @Test func `between nought and one are never one, and are even`() {
    var generator = SeededGenerator(seed: 5)
    let draws = (0..<20_000).map { _ in generator.unit() }
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 && ($0 * 0x1p53).rounded() == $0 * 0x1p53 })
    for tenth in 0..<10 { #expect(abs(draws.count { Int($0 * 10) == tenth } - 2000) < 200) }
  }

  /// Each of the six orders of three about equally often.
  @Test func `shuffle to every order alike`() {
    var generator = SeededGenerator(seed: 9)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<12_000 { counts[generator.shuffled([0, 1, 2]), default: 0] += 1 }
    #expect(counts.count == 6 && counts.values.allSatisfy { abs($0 - 2000) < 200 })
    #expect(generator.shuffled([Int]()).isEmpty && generator.shuffled([4]) == [4])
  }

  @Test func `differ by seed`() {
    let firsts = (0..<100 as Range<UInt64>).map { seed -> UInt64 in
      var generator = SeededGenerator(seed: seed)
      return generator.next()
    }
    #expect(Set(firsts).count == 100)
  }
}
