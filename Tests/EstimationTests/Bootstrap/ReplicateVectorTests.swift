@testable import Estimation
import Testing

/// Replicates drawn and estimated by other software.
struct ReplicateVectorTests {
  @Test(arguments: ["Artificial_3", "UKdat_5", "Ned_5", "UKdat", "Ned", "NewOrl_185"])
  func `every given replicate is estimated as by other software`(_ name: String) async throws {
    let table = try Fixture.table(name)
    let tables = try ReplicateTables(parsing: Fixture.text("vectors/step_\(name).csv"), lists: table.lists.count)
    let bootstrap = try await table.bootstrap(.stepwise(threshold: 0.02), tables: tables, threads: 2)
    for (index, estimate) in bootstrap.replicates.enumerated() {
      let expected = try #require(tables.estimates[index])
      // A replicate without overlap: the other software stopped somewhere on the way to infinity.
      if expected > 1e12 {
        #expect(estimate == .infinity)
      } else {
        #expect(relativeError(estimate, expected) < 1e-6)
      }
    }
    #expect(bootstrap.failed == (name == "Artificial_3" ? 1 : 0))
  }

  @Test(arguments: ["UKdat_5", "Ned_5", "Kosovo", "Artificial_3"])
  func `limits from given replicates agree with other software`(_ name: String) async throws {
    let table = try Fixture.table(name)
    let file = name == "Artificial_3" ? "step_\(name)" : "bic_\(name)"
    let tables = try ReplicateTables(parsing: Fixture.text("vectors/\(file).csv"), lists: table.lists.count)
    let method = "stepwise p<0.02 BCa nboot=1000 iseed=1234"
    let bootstrap = try await table.bootstrap(.stepwise(threshold: 0.02), tables: tables, threads: 2)
      .counting(ties: .notBelow)
    #expect(abs(bootstrap.correction.bias - (try Fixture.value(name, method, "z0"))) < 1e-9)
    #expect(abs(bootstrap.correction.acceleration - (try Fixture.value(name, method, "ahat"))) < 1e-9)
    #expect(relativeError(bootstrap.quantile(0.5), try Fixture.value(name, method, "boot_median")) < 1e-8)
    let shares = [(0.95, "0.025", "0.975"), (0.9, "0.05", "0.95"), (0.8, "0.1", "0.9"), (0.68, "0.16", "0.84")]
    for (level, low, high) in shares {
      let interval = bootstrap.bcaInterval(level: level)
      #expect(relativeError(interval.lower, try Fixture.value(name, method, "BCa_" + low)) < 1e-8)
      #expect(relativeError(interval.upper, try Fixture.value(name, method, "BCa_" + high)) < 1e-8)
    }
  }

  @Test func `a replicate that equals the estimate counts for one half`() async throws {
    // In 1 of these 1,000 replicates the margins are those of the data, so its estimate differs by rounding alone.
    let table = try Fixture.table("Artificial_3")
    let tables = try ReplicateTables(parsing: Fixture.text("vectors/step_Artificial_3.csv"), lists: 3)
    let bootstrap = try await table.bootstrap(.stepwise(threshold: 0.02), tables: tables)
    let ties = bootstrap.replicates.count { abs($0 - bootstrap.estimate) < 1e-9 * bootstrap.estimate }
    #expect(ties == 1)
    let below = bootstrap.replicates.count { $0 < bootstrap.estimate * (1 - 1e-9) }
    #expect(below == 477)
    #expect(bootstrap.correction.bias > bootstrap.counting(ties: .notBelow).correction.bias)
  }

  @Test func `limits over the top k models agree with other software`() async throws {
    let table = try Fixture.table("Kosovo")
    let tables = try ReplicateTables(parsing: Fixture.text("vectors/bic_Kosovo.csv"), lists: 4)
    let tops = [1, 2, 5, 10, 113]
    let curve = try await table.topModelsCurve(
      order: 3, tops: tops, replicates: 0, seed: 0, tables: tables, threads: 2)
    #expect(curve.points.map(\.top) == tops)
    let expected = { (quantity: String) in
      try Fixture.value("Kosovo", "vary_ntop_bca all models maxorder 3 nboot=1000 iseed=1234", quantity)
    }
    for point in curve.points {
      let wide = point.bootstrap.bcaInterval(level: 0.95)
      let narrow = point.bootstrap.bcaInterval(level: 0.8)
      #expect(relativeError(point.bootstrap.estimate, try expected("N")) < 1e-8)
      let limits = [(wide.lower, "0.025"), (narrow.lower, "0.1"), (narrow.upper, "0.9"), (wide.upper, "0.975")]
      for (limit, share) in limits {
        #expect(relativeError(limit, try expected("ntop\(point.top)_BCa_\(share)")) < 1e-4, "top \(point.top) \(share)")
      }
    }
    let whole = try await table.bootstrap(.best(.bic, order: 3), tables: tables, threads: 2)
    let last = try #require(curve.points.last?.bootstrap)
    for (one, other) in zip(whole.replicates, last.replicates) { #expect(relativeError(one, other) < 1e-10) }
  }
}
