import Testing

@testable import Model
@testable import Tabulation

/// Series that break where a source of records calls others a victim than before.
@Suite struct DefinitionBreaksTests {
  typealias World = InventedWorld

  /// The invented world in which one source has another definition from 2019 on.
  private func monitor(changing source: Int) -> Monitor {
    var monitor = World.monitor
    monitor.sources[source].definitionChanges = [
      DefinitionChange(year: 2019, reason: LocalizedText(nl: "Ook getuigen.", en: "Witnesses too."))
    ]
    return monitor
  }

  /// Taking the notifications of the source away is the largest change that a definition can make.
  @Test(arguments: World.monitor.sources.indices)
  func `break wherever other notifications of the source make other numbers on both sides`(source: Int) throws {
    var generator = SeededGenerator(seed: UInt64(source) + 51)
    var breaks = DefinitionBreaks(of: monitor(changing: source))
    var (broken, whole) = (0, 0)
    for _ in 0..<150 {
      let figure = LackingPropertyTests.figure(using: &generator)
      let world = World(using: &generator)
      let table = try figure.tabulated(over: world.cases())
      let without = try figure.tabulated(over: world.keeping { $0.source != source }.cases())
      let marked = breaks.marked(table, of: figure)
      #expect(marked.cells == table.cells)
      let moved = Set(
        table.shape.columns.indices.filter { column in
          table.cells.indices.contains { table.cells[$0][column] != without.cells[$0][column] }
        }.map { table.shape.columns[$0].key })
      if moved.isSuperset(of: ["2018", "2019"]) {
        #expect(marked.shape.breaks.map(\.year) == [2019], "\(figure.numbers)")
        broken += 1
      } else if marked.shape.breaks.isEmpty {
        whole += 1
      }
    }
    #expect(broken > 10 && whole > 10)
  }

  @Test func `break nothing that cannot hold the source, and say whose definition it is`() throws {
    var breaks = DefinitionBreaks(of: monitor(changing: 0))
    var generator = SeededGenerator(seed: 9)
    let cases = try World(using: &generator).cases()
    func marked(_ condition: Condition) throws -> [Figure.SeriesBreak] {
      let figure = Figure(
        id: "fig", title: LocalizedText("figuur"), measure: LocalizedText("gevallen"),
        unit: UnitOfCount(name: "unit", label: LocalizedText("gevallen"), repeats: .oncePerYear),
        numbers: .counted(
          .init(
            population: .all, filter: condition,
            rows: .series([.init(label: LocalizedText("alle"), condition: .always)]),
            panels: [.init(variable: "year", name: LocalizedText("jaar"), order: ["2018", "2019"])])))
      return breaks.marked(try figure.tabulated(over: cases), of: figure).shape.breaks
    }
    #expect(try marked(.hasOnly(variable: "reporters", values: ["care"])).count == 1, "police make it less")
    #expect(try marked(.hasAny(variable: "origins", values: ["opvang"])).isEmpty)
    let label = World.monitor.sources[0].label.nl
    #expect(try marked(.always).map(\.reason.nl) == ["De definitie die \(label) gebruikt, is veranderd. Ook getuigen."])
  }
}
