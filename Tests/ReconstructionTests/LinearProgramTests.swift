import Testing

@testable import Reconstruction

@Suite struct `Linear programmes` {
  /// Minimise −x − 2y with x + y ≤ 4, y ≤ 2.5: fractions give (1.5, 2.5), whole numbers (2, 2).
  private var program: LinearProgram {
    var program = LinearProgram()
    let x = program.addColumn(cost: -1, isInteger: true)
    let y = program.addColumn(upper: 2.5, cost: -2, isInteger: true)
    program.addRow(
      lower: -.infinity, upper: 4, terms: [.init(column: x, coefficient: 1), .init(column: y, coefficient: 1)])
    return program
  }

  @Test func `have an optimum in fractions with prices`() throws {
    let optimum = try #require(SimplexSession(program).optimum(costs: [-1, -2]))
    #expect(optimum.columns == [1.5, 2.5])
    #expect(optimum.objective == -6.5)
    #expect(optimum.prices == [-1])
  }

  @Test func `have an optimum in whole numbers`() throws {
    #expect(try #require(program.integerOptimum(effort: .init(gap: 0, nodes: 100))) == [2, 2])
  }

  @Test func `without a solution give none`() {
    var program = LinearProgram()
    let x = program.addColumn(upper: 1, cost: 1, isInteger: true)
    program.addRow(lower: 2, upper: 3, terms: [.init(column: x, coefficient: 1)])
    #expect(SimplexSession(program).optimum(costs: [1]) == nil)
    #expect(program.integerOptimum(effort: .init(gap: 0, nodes: 100)) == nil)
  }

  @Test func `add up terms on the same place`() throws {
    var program = LinearProgram()
    let x = program.addColumn(cost: 1, isInteger: true)
    program.addRow(
      lower: 6, upper: 6, terms: [.init(column: x, coefficient: 1), .init(column: x, coefficient: 2)])
    #expect(try #require(program.integerOptimum(effort: .init(gap: 0, nodes: 10))) == [2])
    #expect(program.compressed().values == [3])
  }
}
