@testable import Estimation
import Testing

/// A data set, the largest number of lists in a term, and how many models other software found to be valid.
struct RankingCase: Sendable, CustomTestStringConvertible {
  let name: String
  let order: Int
  var testDescription: String { "\(name), order \(order)" }
  var method: String { "BIC exhaustive maxorder \(order)" }

  static let all =
    ["Artificial_3", "MadiganYork_3"].map { RankingCase(name: $0, order: 2) }
    + [2, 3].map { RankingCase(name: "Kosovo", order: $0) }
    + ["UKdat_5", "Ned_5", "MadiganYork_5"].flatMap { name in [2, 3, 4].map { RankingCase(name: name, order: $0) } }
    + [RankingCase(name: "UKdat", order: 2)]
}

struct ModelRankingTests {
  @Test(arguments: RankingCase.all)
  func `every model is fitted and ranked as by other software`(_ item: RankingCase) async throws {
    let ranking = try await Fixture.table(item.name).rankedModels(order: item.order, threads: 2)
    let expected = { (quantity: String) in try Fixture.value(item.name, item.method, quantity) }
    let best = try #require(ranking.ranked.first)
    #expect(best.model.notation == Fixture.reference["\(item.name)|\(item.method)|model"])
    #expect(relativeError(best.estimate, try expected("N")) < 1e-8)
    #expect(relativeError(best.value, try expected("BIC")) < 1e-8)
    #expect(Double(ranking.valid) == (try expected("valid_models")))
    for rank in 1...10 {
      guard let line = Fixture.reference["\(item.name)|\(item.method)|rank\(rank)"] else { continue }
      let parts = line.split(separator: " ").map(String.init)
      let model = ranking.ranked[rank - 1]
      #expect(model.model.notation == parts[0])
      #expect(abs(model.estimate - (Double(parts[1].dropFirst(2)) ?? 0)) <= max(5.1e-5, 1e-8 * model.estimate))
      #expect(abs(model.value - (Double(parts[2].dropFirst(4)) ?? 0)) <= 5.1e-6)
    }
  }

  @Test(arguments: RankingCase.all.filter { $0.name != "UKdat" })
  func `weights average the models as computed from the published table`(_ item: RankingCase) async throws {
    let ranking = try await Fixture.table(item.name).rankedModels(order: item.order)
    let expected = { (quantity: String) in try Fixture.value(item.name, item.method, "BICweights_" + quantity) }
    let average = ranking.average(levels: [0.95])
    #expect(relativeError(average.mean, try expected("mean_N")) < 1e-8)
    #expect(relativeError(average.geometricMean, try expected("geomean_N")) < 1e-8)
    #expect(relativeError(ranking.ranked[0].weight, try expected("top_weight")) < 1e-8)
    #expect(relativeError(average.modelQuantile(0.025), try expected("model_q2.5")) < 1e-8)
    #expect(relativeError(average.modelQuantile(0.975), try expected("model_q97.5")) < 1e-8)
  }

  @Test func `the number of threads reaches nothing`() async throws {
    let table = try Fixture.table("UKdat_5")
    let one = try await table.rankedModels(order: 4, threads: 1)
    let three = try await table.rankedModels(order: 4, threads: 3)
    #expect(one == three)
  }

  @Test(arguments: [(2, 1), (3, 8), (4, 113), (5, 6_893)])
  func `three, four and five lists have 8, 113 and 6,893 models`(_ lists: Int, _ count: Int) {
    #expect(ModelLattice(lists: lists, order: lists - 1).count() == count)
  }

  @Test func `orders without end are refused`() async throws {
    let table = try Fixture.table("NewOrl_185")
    await #expect(throws: RankingError.tooManyModels(lists: 8, order: 2)) { try await table.rankedModels(order: 2) }
  }
}
