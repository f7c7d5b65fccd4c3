import Testing

@testable import Estimation

struct LatticeSearchTests {
  @Test(arguments: [("UKdat_5", 4), ("Ned_5", 2), ("Kosovo", 3), ("UKdat", 2), ("Artificial_3", 2)])
  func `passing models over finds the same best model as fitting all`(_ name: String, _ order: Int) throws {
    let data = try Fixture.table(name)
    let lattice = ModelLattice(lists: data.lists.count, order: order)
    let walk = LatticeWalk(lattice)
    var table = CountTable(data)
    var counts = data.entries.map(\.count)
    for index in 0..<(name == "UKdat" ? 2 : 6) {
      if index > 0 {
        var generator = ReplicateGenerator(seed: 12, replicate: index)
        Multinomial.draw(
          data.observed, weights: data.entries.map { Double($0.count) }, using: &generator, into: &counts)
        table.load(data.entries.map(\.history), counts)
      }
      let penalty = InformationCriterion.bic.penalty(observed: table.observed)
      var all = (best: Double.infinity, visited: 0)
      walk.visit(table) { visit in
        all.visited += 1
        guard case .converged(let maximum) = visit.outcome else { return }
        all.best = min(all.best, penalty * Double(visit.parameters) - 2 * maximum.logLikelihood)
      }
      var some = (best: Double.infinity, visited: 0)
      walk.search(table, penalty: penalty) { visit in
        some.visited += 1
        guard case .converged(let maximum) = visit.outcome else { return some.best }
        some.best = min(some.best, penalty * Double(visit.parameters) - 2 * maximum.logLikelihood)
        return some.best
      }
      #expect(abs(some.best - all.best) < 1e-9)
      #expect(some.visited < all.visited || all.visited < 10)
    }
  }
}
