@testable import Model
import Testing

@testable import Reconstruction

/// The rows a plan and its published numbers become, term by term. Cells are red small (x0), red large, blue small, blue
/// large (x3).
@Suite struct `A system of constraints` {
  private func lines(_ system: ConstraintSystem) -> [String] { system.rows.map(\.line) }

  @Test func `counts its cells over all cliques, one after the other`() throws {
    let second = Swatches.clique("heavy", [Swatches.domain("size", "all", "unknown")], assigned: ["size"], figures: [])
    let system = try Swatches.system(cliques: [Swatches.clique(), second])
    #expect(system.offsets == [0, 4] && system.cellCount == 7)
    #expect(try system.clique(named: "heavy", for: "x") == 1)
    #expect(system.tables[0].cells(from: system.offsets[0]) == 0..<4)
    #expect(system.tables[1].cells(from: system.offsets[1]) == 4..<7)
    #expect(throws: ReconstructionError.unknown(what: "clique", named: "light", inPart: "x")) {
      try system.clique(named: "light", for: "x")
    }
  }

  @Test(arguments: [
    ("red", "small", "7 <= +1·x0 <= 7"), ("blue", "large", "7 <= +1·x3 <= 7"),
    ("Total", "small", "7 <= +1·x0 +1·x2 <= 7"), ("red", "together", "7 <= +1·x0 +1·x1 <= 7"),
    ("Total", "together", "7 <= +1·x0 +1·x1 +1·x2 +1·x3 <= 7"),
  ])
  func `a published count is an equation over its cells`(_ row: String, _ column: String, _ line: String) throws {
    let cell = Swatches.cell(row, column, 7)
    let system = try Swatches.system([cell])
    #expect(lines(system) == [line])
    #expect(system.rows[0].item == 0 && system.items[0].origin == .published(cell))
    #expect([system.items[0].part, system.items[0].row, system.items[0].column] == ["colours", row, column])
    #expect(system.unplaced.isEmpty)
  }

  @Test func `a total costs one to depart from, another number ten, and a doubted one half`() throws {
    func doubt(_ row: String, _ column: String) -> ReconstructionPlan.Doubt {
      .init(figure: "colours", row: row, column: column, reason: LocalizedText(""), source: "")
    }
    let cells = [
      Swatches.cell("red", "small", 1), Swatches.cell("red", "large", 1), Swatches.cell("Total", "small", 1),
      Swatches.cell("Total", "large", 1),
    ]
    let system = try Swatches.system(cells, doubts: [doubt("red", "large"), doubt("Total", "large")])
    #expect(system.items.map(\.cost) == [10, 5, 1, 0.5])
    var elsewhere = doubt("red", "small")
    elsewhere.figure = "other"
    #expect(try Swatches.system(cells, doubts: [elsewhere]).items.map(\.cost) == [10, 10, 1, 1])
  }

  @Test func `a number without a place is set apart and says nothing`() throws {
    let cell = Swatches.cell("green", "small", 7)
    let system = try Swatches.system([cell, Swatches.cell("red", "small", 2)])
    #expect(system.unplaced == [cell] && system.items.count == 1 && lines(system) == ["2 <= +1·x0 <= 2"])
  }

  @Test func `numbers of a figure that no clique carries are not looked at`() throws {
    let system = try Swatches.system([Swatches.cell("red", "small", 7)], cliques: [Swatches.clique(figures: ["other"])])
    #expect(system.rows.isEmpty && system.items.isEmpty && system.unplaced.isEmpty)
  }

  /// Red weighs 10 or 12: a mean of 10.5 in one decimal is 20·Σw ≥ (2·105 − 1)·n and < (2·105 + 1)·n, so the cells get
  /// 20·10 − 209 = −9 and 20·12 − 209 = 31, and −11 and 29.
  @Test func `a mean is two inequalities, up to half of its last decimal`() throws {
    let clique = Swatches.clique(
      "swatches",
      [Swatches.domain("colour", "red"), Swatches.domain("size", "small"), Swatches.domain("weight", "10", "12")],
      assigned: ["colour", "size", "weight"])
    let system = try Swatches.system([Swatches.cell("Mean", "small", 105)], cliques: [clique])
    #expect(lines(system) == ["0 <= -9·x0 +31·x1 <= inf", "-inf <= -11·x0 +29·x1 <= -1"])
    #expect(system.rows.map(\.item) == [0, 0] && system.items.count == 1)
  }

  /// All pairs of up to twelve light and twelve heavy ones: the rows hold exactly when the printed mean is the number.
  @Test(arguments: [100, 101, 105, 109, 110, 119, 120])
  func `the two inequalities hold exactly when the mean is printed so`(_ scaled: Int) throws {
    let clique = Swatches.clique(
      "swatches",
      [Swatches.domain("colour", "red"), Swatches.domain("size", "small"), Swatches.domain("weight", "10", "12")],
      assigned: ["colour", "size", "weight"])
    let rows = try Swatches.system([Swatches.cell("Mean", "small", scaled)], cliques: [clique]).rows
    for light in 0...12 {
      for heavy in 0...12 where light + heavy > 0 {
        let mean = Quantity(numerator: 10 * light + 12 * heavy, denominator: light + heavy, decimals: 1)
        let holds = rows.allSatisfy { !$0.isBroken(by: [light, heavy]) }
        #expect(holds == (mean.scaled == scaled), "\(light) and \(heavy)")
      }
    }
  }

  @Test func `a count in the text has both its bounds`() throws {
    let red = Condition.isIn(variable: "colour", values: ["red"])
    let system = try Swatches.system(statements: [
      Swatches.statement("few", red, .count(2...5)), Swatches.statement("one", .not(red), .count(1...1)),
    ])
    #expect(lines(system) == ["2 <= +1·x0 +1·x1 <= 5", "1 <= +1·x2 +1·x3 <= 1"])
    #expect(system.items.map(\.cost) == [10, 10] && system.items.map(\.part) == ["", ""])
    #expect(system.rows.map(\.item) == [0, 1])
  }

  /// Of the small ones 25 per cent is red: 100·red·2 ≥ 49·small and < 51·small.
  @Test func `a share in the text is of its base only`() throws {
    let red = Condition.isIn(variable: "colour", values: ["red"])
    let small = Condition.isIn(variable: "size", values: ["small"])
    let system = try Swatches.system(statements: [
      Swatches.statement("share", red, .share(of: small, scaledPercent: 25, decimals: 0))
    ])
    #expect(lines(system) == ["0 <= +151·x0 -49·x2 <= inf", "-inf <= +149·x0 -51·x2 <= -1"])
  }

  @Test func `a statement about a clique that is not there is refused`() {
    #expect(throws: ReconstructionError.unknown(what: "clique", named: "none", inPart: "s")) {
      try Swatches.system(statements: [Swatches.statement("s", .always, .count(1...1), clique: "none")])
    }
  }

  @Test func `what joins has as many records as what it joins, by key and among those alone`() throws {
    let join = ReconstructionPlan.Join(clique: "swatches", keys: [.variable("colour")])
    let heavy = Swatches.clique(
      "heavy", [Swatches.domain("colour", "all"), Swatches.domain("weight", "1", "2")], join: join,
      assigned: ["weight"], figures: [])
    let system = try Swatches.system(cliques: [Swatches.clique(), heavy])
    #expect(
      lines(system) == ["0 <= +1·x0 +1·x1 -1·x4 -1·x5 <= 0", "0 <= +1·x2 +1·x3 -1·x6 -1·x7 <= 0"])
    #expect(system.rows.allSatisfy { $0.item == nil })
    var among = heavy
    among.join?.among = .isIn(variable: "size", values: ["small"])
    #expect(
      try lines(Swatches.system(cliques: [Swatches.clique(), among]))
        == ["0 <= +1·x0 -1·x4 -1·x5 <= 0", "0 <= +1·x2 -1·x6 -1·x7 <= 0"])
  }

  @Test func `a key on one side only has no records`() throws {
    let join = ReconstructionPlan.Join(
      clique: "swatches", keys: [.condition(.isIn(variable: "colour", values: ["red"]))])
    let heavy = Swatches.clique(
      "heavy", [Swatches.domain("colour", "red"), Swatches.domain("weight", "1")], join: join, assigned: ["weight"],
      figures: [])
    let system = try Swatches.system(cliques: [Swatches.clique(), heavy])
    #expect(lines(system) == ["0 <= +1·x0 +1·x1 -1·x4 <= 0", "0 <= +1·x2 +1·x3 <= 0"])
  }

  @Test func `a clique cannot join one that is not there`() {
    let join = ReconstructionPlan.Join(clique: "none", keys: [])
    #expect(throws: ReconstructionError.unknown(what: "clique", named: "none", inPart: "swatches")) {
      try Swatches.system(cliques: [Swatches.clique(join: join)])
    }
  }

  @Test func `of what is exhausted every value occurs at least once where the condition holds`() throws {
    let small = Condition.isIn(variable: "size", values: ["small"])
    let each = ReconstructionPlan.Exhaustion(variable: "colour", condition: small)
    #expect(
      try lines(Swatches.system(cliques: [Swatches.clique(exhausted: [each])]))
        == ["1 <= +1·x0 <= inf", "1 <= +1·x2 <= inf"])
    let none = ReconstructionPlan.Exhaustion(variable: "smell", condition: .always)
    #expect(throws: ReconstructionError.unknown(what: "variable", named: "smell", inPart: "swatches")) {
      try Swatches.system(cliques: [Swatches.clique(exhausted: [none])])
    }
  }

  @Test(arguments: [([2, 0, 0, 0], true), ([3, 0, 0, 0], false), ([4, 0, 0, 0], false), ([5, 0, 0, 0], true)])
  func `a row is broken below its lower and above its upper limit`(_ counts: [Int], _ isBroken: Bool) {
    let row = ConstraintSystem.Row(lower: 3, upper: 4, terms: [.init(column: 0, coefficient: 1)], item: nil)
    #expect(row.isBroken(by: counts) == isBroken)
  }

  @Test func `a row divided by a number is the same row`() {
    let row = ConstraintSystem.Row(
      lower: 6, upper: 8, terms: [.init(column: 0, coefficient: 2), .init(column: 1, coefficient: -4)], item: 3)
    #expect(row.divided(by: 2).line == "3 <= +1·x0 -2·x1 <= 4")
    #expect(row.divided(by: 2).item == 3)
  }
}
