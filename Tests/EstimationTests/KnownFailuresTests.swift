import Invented
import Testing

@testable import Estimation

/// What is known to go wrong in other software, and does not here. The graphs' grid is under test with the graphs, ties
/// with the replicates, and the order of rows with the estimates.
struct KnownFailuresTests {
  @Test func `a limit beyond the replicates is seen, and replicates are added until it is not`() async throws {
    // z0 is about -1: with 1,000 replicates the lower limit is the smallest of them, and moves with the seed.
    let table = try Fixture.table("NewOrl_185")
    let few = try await table.bootstrap(.stepwise(threshold: 0.02), replicates: 1000, seed: 1)
    #expect(few.correction.bias < -0.8)
    #expect(few.isSaturated(.bca, level: 0.95) && !few.isSaturated(.percentile, level: 0.95))
    var settings = EstimationSettings(levels: [0.95], replicates: 1000, maximumReplicates: 1000, seed: 1)
    let capped = try await table.estimate(by: .stepwise, using: settings)
    #expect(capped.warnings.contains(.saturatedInterval(level: 0.95, replicates: 1000)))
    settings.maximumReplicates = 64_000
    settings.threads = 2
    let raised = try await table.estimate(by: .stepwise, using: settings)
    #expect((raised.replicates ?? 0) > 1000)
    #expect(raised.warnings.contains { if case .replicatesRaised(1000, _) = $0 { true } else { false } })
    let limits = try (#require(raised.interval(.bca, level: 0.95)), #require(capped.interval(.bca, level: 0.95)))
    #expect(limits.0.lower < limits.1.lower)
  }

  @Test func `a ranking leaves out the models whose estimate does not exist`() async throws {
    // Another program ranks [12,3] first, with 13,917,726,223,655 persons.
    let ranking = try await Fixture.table("Artificial_3").rankedModels(order: 2)
    #expect(ranking.valid == 4 && ranking.all == 8)
    #expect(ranking.ranked.allSatisfy { $0.estimate < 600 })
    #expect(!ranking.ranked.contains { $0.model.notation == "[12,3]" })
    #expect(ranking.warnings.contains(.modelsWithoutEstimate(count: 4, of: 8)))
  }

  @Test func `a replicate without overlap has no estimate, and is counted`() async throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,40\n0,1,30\n1,1,2\n")
    let bootstrap = try await table.bootstrap(
      .model(.mainEffects(lists: 2)), replicates: 2000, seed: 3)
    // exp(-2) of the replicates draw nobody on both lists.
    #expect(abs(Double(bootstrap.failed) / 2000 - 0.13) < 0.03)
    #expect(bootstrap.percentileInterval(level: 0.95).upper == .infinity)
    let largest = bootstrap.replicates.filter(\.isFinite).max() ?? 0
    #expect(largest < 10_000)
    let settings = EstimationSettings(levels: [0.95], replicates: 500, maximumReplicates: 500, seed: 3)
    let result = try await table.estimate(by: .mainEffects, using: settings)
    #expect(result.warnings.contains { if case .failedReplicates = $0 { true } else { false } })
  }

  @Test func `a combination of lists that is not in the table is a count of zero, never a structural gap`() throws {
    let short = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n")
    let long = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n1,0,1,0\n0,1,1,0\n1,1,1,0\n")
    #expect(short == long)
    let fit = try HierarchicalModel.mainEffects(lists: 3).fitted(to: short)
    #expect(fit.estimate > 500)
  }

  @Test func `the steps of Newton's method and the linear programme give the same verdicts`() async throws {
    // Every seventh of the 6,212 models of five lists with triples: 128 of all of them have no estimate.
    let table = CountTable(try Fixture.table("UKdat_5"))
    let lattice = ModelLattice(lists: 5, order: 4)
    let walk = LatticeWalk(lattice)
    var visited = 0
    var without = 0
    walk.visit(table) { visit in
      visited += 1
      guard visited % 7 == 0 else { return }
      let problem = ExistenceProblem(terms: lattice.model(visit.model).terms, table: table)
      switch visit.outcome {
      case .converged: #expect(problem.hasMaximum && problem.isIdentifiable)
      case .noMaximum: #expect(!problem.hasMaximum && problem.isIdentifiable)
      case .notIdentifiable: #expect(!problem.isIdentifiable)
      }
      if visit.outcome == .noMaximum || visit.outcome == .notIdentifiable { without += 1 }
    }
    #expect(visited == 6893 && without > 20)
  }
}
