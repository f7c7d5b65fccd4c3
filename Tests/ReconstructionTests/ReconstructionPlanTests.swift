import Deliveries
import MonitorFolder
import Sheets
@testable import Model
import Testing

@testable import Reconstruction

@Suite struct `The plan of a reconstruction` {
  private func sentences(_ text: String) throws -> [String] {
    let monitor = try TinyMonitor.monitor()
    return ReconstructionPlan.load(text: Array(text.utf8), for: monitor).findings.map { $0.sentence(in: .en) }
  }

  @Test func `reads cliques with domains, joins and figures`() throws {
    let plan = try TinyMonitor.plan(for: TinyMonitor.monitor())
    #expect(plan.cliques.map(\.name) == ["kites", "ages"])
    #expect(plan.cliques[0].domains[1] == .init(variable: "colour", values: .listed(["all", "unknown"])))
    #expect(
      plan.cliques[0].domains[2].values
        == .subsets(of: ["north", "south", "hidden"], sizes: 1...3, besides: []))
    #expect(plan.cliques[1].join?.clique == "kites")
    #expect(plan.cliques[1].join?.keys.count == 3)
    #expect(plan.mark.nl == "gereconstrueerd")
  }

  @Test func `names an unknown variable with a better one`() throws {
    let text = TinyMonitor.plan.replacing("colour: [all, unknown]", with: "color: [all, unknown]")
    let found = try sentences(text)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.contains("unknown variable `color`") && $0.contains("did you mean `colour`?") })
    #expect(found[0].hasPrefix("reconstruction.yaml, line 8"))
  }

  @Test func `names a condition that cannot be read`() throws {
    let text = TinyMonitor.plan.replacing("reporters has only hidden]", with: "reporters has has hidden]")
    #expect(try sentences(text).contains { $0.contains("cannot be read") })
  }

  @Test func `refuses a value the codebook does not have`() throws {
    let monitor = try TinyMonitor.monitor()
    let plan = try TinyMonitor.plan(
      TinyMonitor.plan.replacing("colour: [all, unknown]", with: "colour: [green]"), for: monitor)
    #expect(throws: ReconstructionError.unknown(what: "value", named: "green", inPart: "kites")) {
      try Reconstruction(of: [], for: monitor, following: plan, seed: 1)
    }
  }

  @Test func `keeps to statements from the text`() throws {
    let monitor = try TinyMonitor.monitor()
    let text =
      TinyMonitor.plan + """

        statements:
          - statement: all-red-in-2020-young
            clique: ages
            when: age < 20
            of: year is 2020 and colour is red and age is known
            percent: 33
            reason: { nl: Een derde was jong., en: A third was young. }
            source: verzonnen
        """
    let cases = try TinyMonitor.cases(TinyMonitor.kites, in: monitor)
    let made = try Reconstruction(
      of: TinyMonitor.published(from: cases, in: monitor), for: monitor,
      following: TinyMonitor.plan(text, for: monitor),
      seed: 9)
    let young = try Condition(parsing: "age < 20 and year is 2020 and colour is red").selection(in: made.cases.columns)
    #expect(young.reduce(0) { $0 + Int($1) } == 1)
    #expect(made.report.assumptions.map(\.name) == ["kites", "ages", "all-red-in-2020-young"])
  }
}
