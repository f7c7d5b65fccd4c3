import Testing

@testable import Estimation

struct GraphPosteriorTests {
  @Test(arguments: [(3, 8), (4, 61), (5, 822), (6, 18_154)])
  func `the decomposable graphs over lists are as many as are known`(_ lists: Int, _ count: Int) {
    #expect(DecomposableGraph.all(lists: lists).count == count)
  }

  @Test(arguments: [
    ("MadiganYork_3", 3, 10), ("MadiganYork_3", 3, 50), ("Kosovo", 4, 10), ("Kosovo", 4, 50), ("UKdat_5", 5, 10),
    ("Ned_5", 5, 10), ("MadiganYork_5", 5, 10), ("MadiganYork_5", 5, 50),
  ])
  func `the posterior on a given grid agrees with other software`(_ name: String, _ power: Int, _ times: Int) throws {
    let table = try Fixture.table(name)
    let method = "dga delta=2^-\(power) Nmissing 1..\(times)n"
    let posterior = try table.graphPosterior(hidden: 1...(times * table.observed))
    let expected = { (quantity: String) in try Fixture.value(name, method, quantity) }
    #expect(relativeError(posterior.mean, try expected("mean_N")) < 1e-8)
    #expect(relativeError(posterior.graphs[0].probability, try expected("top_model_prob")) < 1e-8)
    for (share, quantity) in [(0.025, "q2.5"), (0.1, "q10"), (0.5, "q50"), (0.9, "q90"), (0.975, "q97.5")] {
      #expect(posterior.quantile(share) == (try expected(quantity)))
    }
    #expect(posterior.mode == (try expected("mode_N")))
  }

  @Test func `the upper limit does not hang on where a grid ends`() throws {
    // 55,456 with hidden numbers up to 10 n, 196,073 up to 25 n: the end of the grid was the answer.
    let table = try Fixture.table("Ned_5")
    let short = try table.graphPosterior(hidden: 1...(10 * table.observed))
    let whole = try table.graphPosterior()
    #expect(short.quantile(0.975) == 55_456)
    #expect(whole.tailMass < 1e-6)
  }

  @Test func `the spaced grid gives the sum over whole numbers`() throws {
    let table = try Fixture.table("UKdat_5")
    let spaced = try table.graphPosterior()
    let whole = try table.graphPosterior(hidden: 1...200_000)
    #expect(relativeError(spaced.mean, whole.mean) < 1e-5)
    for share in [0.025, 0.5, 0.975] { #expect(relativeError(spaced.quantile(share), whole.quantile(share)) < 1e-3) }
  }
}
