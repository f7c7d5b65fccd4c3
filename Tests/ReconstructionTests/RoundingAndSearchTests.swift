@testable import Model
import Testing

@testable import Reconstruction

@Suite struct `Contradictions of published numbers` {
  private func outcome(
    _ cells: [PublishedCell], statements: [ReconstructionPlan.Statement] = [],
    doubts: [ReconstructionPlan.Doubt] = []
  ) throws -> ContradictionSearch.Outcome {
    try ContradictionSearch(Swatches.system(cells, statements: statements, doubts: doubts)).outcome { _ in }
  }

  private let red = Condition.isIn(variable: "colour", values: ["red"])

  @Test func `are none where all agree`() throws {
    let outcome = try outcome([
      Swatches.cell("red", "small", 2), Swatches.cell("blue", "small", 3), Swatches.cell("Total", "small", 5),
    ])
    #expect(outcome.contradictions.isEmpty && outcome.departures.isEmpty && outcome.explanations.isEmpty)
  }

  @Test func `are those that stop being one without any of them, and the cheapest gives way`() throws {
    let outcome = try outcome([
      Swatches.cell("red", "large", 1), Swatches.cell("red", "small", 2), Swatches.cell("blue", "small", 3),
      Swatches.cell("Total", "small", 6),
    ])
    #expect(outcome.contradictions == [[1, 2, 3]])
    #expect(outcome.departures == [3] && outcome.explanations == [[1, 2, 3]])
  }

  @Test func `take a doubted number before another, and the earlier of equals`() throws {
    let cells = [
      Swatches.cell("red", "small", 2), Swatches.cell("blue", "small", 3), Swatches.cell("red", "together", 1),
    ]
    #expect(try outcome(cells).departures == [2])
    let few = [Swatches.statement("a", red, .count(1...1)), Swatches.statement("b", red, .count(2...2))]
    #expect(try outcome([], statements: few).departures == [0])
    let same = [Swatches.cell("red", "small", 2), Swatches.cell("red", "small", 4)]
    #expect(try outcome(same).departures == [0])
    let doubt = ReconstructionPlan.Doubt(
      figure: "colours", row: "red", column: "large", reason: LocalizedText(""), source: "")
    let other = [Swatches.cell("red", "large", 2)]
    #expect(
      try outcome(other, statements: [Swatches.statement("s", red, .count(0...1))], doubts: [doubt]).departures == [0])
  }

  /// Two totals that each contradict the same number inside, and the number dearer than both: the totals go.
  @Test func `weigh one dear number against two cheap ones`() throws {
    let outcome = try outcome([
      Swatches.cell("red", "small", 9), Swatches.cell("Total", "small", 5), Swatches.cell("red", "together", 5),
    ])
    #expect(outcome.departures == [1, 2])
    #expect(Set(outcome.contradictions) == [[0, 1], [0, 2]])
    #expect(outcome.explanations == [[0, 1], [0, 2]])
  }

  @Test func `are told in whole sentences with what the records give`() throws {
    let cells = [
      Swatches.cell("red", "small", 2), Swatches.cell("blue", "small", 3), Swatches.cell("Total", "small", 6),
      Swatches.cell("green", "small", 4),
    ]
    let system = try Swatches.system(cells, statements: [Swatches.statement("few", red, .count(0...9))])
    let search = try ContradictionSearch(system).outcome { _ in }
    let report = ReconstructionReport(system: system, search: search, counts: [2, 0, 3, 0], published: cells)
    #expect(report.coveredCells == 3 && report.reproducedCells == 2 && report.provenContradictions == 1)
    #expect(report.uncovered == [cells[3]])
    #expect(report.departures.map(\.reconstructed) == [Quantity(5)])
    #expect(report.departures.map(\.sentence.nl) == ["colours, Total, small = 6: de records geven 5."])
    #expect(report.departures.map(\.sentence.en) == ["colours, Total, small = 6: the records give 5."])
    #expect(
      report.contradictions.map(\.sentence.en) == [
        "These numbers cannot all be true: colours, red, small = 2; colours, blue, small = 3; colours, Total, small = 6."
      ])
    #expect(report.assumptions.map(\.name) == ["swatches", "few"])
    #expect(report.assumptions.map(\.source) == ["source of swatches", "source of few"])
  }

  @Test func `are no departure where the records give the number after all`() throws {
    let cells = [Swatches.cell("red", "small", 2)]
    let system = try Swatches.system(cells)
    let search = ContradictionSearch.Outcome(contradictions: [], departures: [0], explanations: [])
    func departures(_ count: Int) -> Int {
      ReconstructionReport(system: system, search: search, counts: [count, 0, 0, 0], published: cells).departures.count
    }
    #expect([1, 2, 3].map(departures) == [1, 0, 1])
  }

  /// Weights of 10 and 12 on three and one record: a mean of 10.5, published as 11.0.
  @Test func `give the mean of the records where a mean was departed from`() throws {
    let clique = Swatches.clique(
      "swatches",
      [Swatches.domain("colour", "red"), Swatches.domain("size", "small"), Swatches.domain("weight", "10", "12")],
      assigned: ["colour", "size", "weight"])
    let cells = [Swatches.cell("Mean", "small", 110)]
    let system = try Swatches.system(cells, cliques: [clique])
    let search = ContradictionSearch.Outcome(contradictions: [], departures: [0], explanations: [])
    let report = ReconstructionReport(system: system, search: search, counts: [3, 1], published: cells)
    #expect(report.departures.map(\.sentence.nl) == ["colours, Mean, small = 11.0: de records geven 10.5."])
    #expect(report.departures.map(\.reconstructed?.plain) == ["10.5"])
    #expect(ReconstructionReport(system: system, search: search, counts: [1, 1], published: cells).departures.isEmpty)
    let none = ReconstructionReport(system: system, search: search, counts: [0, 0], published: cells)
    #expect(
      none.departures.map(\.sentence.en) == ["colours, Mean, small = 11.0: the records give another number, or none."])
  }

  @Test(arguments: [
    (
      ReconstructionError.unknown(what: "clique", named: "x", inPart: "p"),
      "In het reconstructieplan staat bij 'p' een onbekende clique: 'x'.",
      "The reconstruction plan names an unknown clique at 'p': 'x'."
    ),
    (
      .noWholeNumbers(clique: "x"),
      "Voor het deel 'x' zijn geen gehele aantallen gevonden; probeer een ander startgetal.",
      "No whole numbers were found for the part 'x'; try another seed."
    ),
    (
      .solverFailed(part: "x"), "Het lineaire programma voor 'x' kon niet worden opgelost.",
      "The linear programme for 'x' could not be solved."
    ),
    (
      .searchEnded(figure: "f", remaining: 3),
      "Figuur f kwam bij het verwisselen niet uit: nog 3 verschil. Probeer een ander startgetal.",
      "Figure f did not come out by exchanging values: 3 left. Try another seed."
    ),
    (.classification(LocalizedText(nl: "Nee.", en: "No.")), "Nee.", "No."),
  ])
  func `and what cannot be done are said in both languages`(_ error: ReconstructionError, _ nl: String, _ en: String) {
    #expect(error.message == LocalizedText(nl: nl, en: en))
  }
}

@Suite struct `Controlled rounding` {
  private func rounded(
    _ system: ConstraintSystem, _ target: [Double], departures: Set<Int> = [], seed: UInt64 = 1
  ) throws -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return try ControlledRounding(system: system, departures: departures, target: target).table(&generator) { _ in }
  }

  /// Random whole tables, published in full with margins that leave room inside.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `keeps every row in whole numbers that are not negative`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let hidden = (0..<4).map { _ in 1 + generator.below(20) }
    let system = try Swatches.system([
      Swatches.cell("Total", "small", hidden[0] + hidden[2]), Swatches.cell("Total", "large", hidden[1] + hidden[3]),
      Swatches.cell("red", "together", hidden[0] + hidden[1]),
    ])
    let target = try system.fitted(departures: [], &generator)
    for row in system.rows {
      let sum = row.terms.reduce(0) { $0 + $1.coefficient * target[$1.column] }
      #expect(abs(sum - row.lower) < 0.01)
    }
    let table = try rounded(system, target, seed: seed)
    #expect(system.rows.allSatisfy { !$0.isBroken(by: table) } && table.allSatisfy { $0 >= 0 })
    #expect(table.reduce(0, +) == hidden.reduce(0, +))
    #expect(try rounded(system, target, seed: seed) == table)
  }

  @Test func `leaves whole numbers that agree as they are`() throws {
    let system = try Swatches.system([Swatches.cell("Total", "together", 10)])
    #expect(try rounded(system, [1, 2, 3, 4]) == [1, 2, 3, 4])
  }

  @Test func `comes as near to a departed number as the others allow`() throws {
    let system = try Swatches.system([
      Swatches.cell("red", "small", 2), Swatches.cell("blue", "small", 3), Swatches.cell("Total", "small", 9),
    ])
    #expect(try rounded(system, [2, 0, 3, 0], departures: [2]) == [2, 0, 3, 0])
    #expect(try rounded(system, [2, 0, 3, 0], departures: [0, 1])[0...2].reduce(0, +) == 9)
  }

  @Test func `says which clique has no whole numbers`() throws {
    let red = Condition.isIn(variable: "colour", values: ["red"])
    let system = try Swatches.system(statements: [
      Swatches.statement("a", red, .count(1...1)), Swatches.statement("b", red, .count(2...2)),
    ])
    #expect(throws: ReconstructionError.noWholeNumbers(clique: "swatches")) { try rounded(system, [1, 0, 0, 0]) }
  }

  /// Weights of 3 and 2 on red and of 2 on large make cells 3, 6, 1, 2, each times 0.75 up to 1.25.
  @Test func `starts from the plan's weights, multiplied, and disturbed by at most a quarter`() throws {
    let large = Condition.isIn(variable: "size", values: ["large"])
    let red = Condition.isIn(variable: "colour", values: ["red"])
    let clique = Swatches.clique(weights: [.init(condition: red, factor: 3), .init(condition: large, factor: 2)])
    let system = try Swatches.system(cliques: [clique])
    for seed in 1...50 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let fitted = try system.fitted(departures: [], &generator)
      for (value, weight) in zip(fitted, [3.0, 6, 1, 2]) {
        #expect(value >= 0.75 * weight && value < 1.25 * weight)
      }
    }
  }

  @Test func `does not fit what is departed from`() throws {
    let system = try Swatches.system([Swatches.cell("red", "small", 50)])
    var generator = SeededGenerator(seed: 1)
    #expect(try system.fitted(departures: [0], &generator)[0] < 1.25)
    #expect(abs(try system.fitted(departures: [], &generator)[0] - 50) < 1e-6)
  }
}
