import Invented
import Testing

@testable import Estimation

struct LoglinearPropertiesTests {
  @Test func `two lists give the estimate of Lincoln and Petersen`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,200\n0,1,150\n1,1,31\n")
    let fit = try HierarchicalModel.mainEffects(lists: 2).fitted(to: table)
    #expect(relativeError(fit.estimate, 231 * 181 / 31) < 1e-12)
  }

  @Test(arguments: ["[12,13,24,25,35,36,45]", "[123,45,56]", "[123,24,36]"])
  func `the fitted margins of every term are those that were counted`(_ notation: String) throws {
    let table = CountTable(try Fixture.table("UKdat"))
    let model = try #require(HierarchicalModel(lists: 6, notation: notation))
    let solver = LoglinearSolver(lists: 6)
    _ = try model.fitted(to: table, with: solver)
    for term in model.terms {
      let margin = table.margins[Int(term)]
      #expect(abs(solver.sums[Int(term)] - margin) <= 1e-9 * max(1, margin))
    }
  }

  @Test func `names and order of the lists do not matter`() throws {
    let table = try Fixture.table("Kosovo")
    let order = [2, 0, 3, 1]
    let moved = try CaptureHistories(
      lists: order.map { table.lists[$0] },
      entries: table.entries.map { entry in
        let bits = order.enumerated().reduce(UInt32(0)) { sum, pair in
          entry.history & (1 << UInt32(pair.element)) != 0 ? sum | 1 << UInt32(pair.offset) : sum
        }
        return .init(history: bits, count: entry.count)
      })
    let one = try table.stepwiseFit(threshold: 0.02)
    let other = try moved.stepwiseFit(threshold: 0.02)
    #expect(relativeError(one.estimate, other.estimate) < 1e-12)
    #expect(abs(one.bic - other.bic) < 1e-8)
  }

  @Test func `a table ten times as large has ten times the estimate`() throws {
    let table = try Fixture.table("Kosovo")
    let tenfold = try CaptureHistories(
      lists: table.lists, entries: table.entries.map { .init(history: $0.history, count: 10 * $0.count) },
      allowingRounded: true)
    for model in [HierarchicalModel.mainEffects(lists: 4), .allPairs(lists: 4)] {
      let ratio = try model.fitted(to: tenfold).estimate / model.fitted(to: table).estimate
      #expect(relativeError(ratio, 10) < 1e-12)
    }
  }

  @Test(arguments: [[UInt32](), [0b0111], [0b0011, 0b1100]])
  func `the fast solver and the textbook agree`(_ generators: [UInt32]) throws {
    let table = try Fixture.table("MadiganYork_5")
    let model = HierarchicalModel(lists: 5, generators: generators)
    let fit = try model.fitted(to: table)
    let (design, counts) = PlainRegression.design(model, table)
    let plain = PlainRegression(design: design, counts: counts, stoppingEarly: false)
    for (one, other) in zip(fit.parameters, plain.coefficients) { #expect(abs(one - other) < 1e-9) }
    #expect(relativeError(fit.interceptVariance, plain.covariance[0][0]) < 1e-9)
  }

  @Test func `fourteen lists are fitted`() throws {
    let names = (1...14).map { "L\($0)" }
    var entries: [CaptureHistories.Entry] = []
    for list in 0..<14 { entries.append(.init(history: 1 << UInt32(list), count: 100 + 7 * list)) }
    for list in 0..<13 { entries.append(.init(history: 3 << UInt32(list), count: 3 + list)) }
    let table = try CaptureHistories(lists: names, entries: entries)
    let fit = try HierarchicalModel.mainEffects(lists: 14).fitted(to: table)
    #expect(fit.estimate > Double(table.observed))
    #expect(fit.model.notation.hasPrefix("[1,2,3"))
  }
}
