import Foundation
import Invented
import Testing

@testable import Estimation

struct CovariateTests {
  @Test(arguments: [
    ("A + B", 4_402_243.15752, nil), ("A + B + a*b", 4_402_243.15752, -6_493_472.23267),
    ("A*b + B*a + a*b", 4_385_356.38772, -6_372_181.29242),
  ])
  func `partly observed covariates give the estimates of other software`(
    _ formula: String, _ expected: Double, _ logLikelihood: Double?
  ) throws {
    let table = try CovariateTable(parsing: Fixture.text("NZ2013_AB.csv"), lists: ["A", "B"])
    #expect(table.observed == 4_313_928)
    let model = try #require(CovariateModel(formula, for: table))
    let fit = try model.fitted(to: table)
    #expect(relativeError(fit.estimate, expected) < 1e-9)
    if let logLikelihood { #expect(relativeError(fit.logLikelihood, logLikelihood) < 1e-9) }
    for covariate in ["a", "b"] {
      let parts = fit.breakdown.filter { $0.covariate == covariate }.map(\.estimate)
      #expect(relativeError(parts.reduce(0, +), fit.estimate) < 1e-12)
    }
  }

  @Test func `terms are selected, and persons broken down, as by other software`() async throws {
    let table = try CovariateTable(parsing: Fixture.text("ScotPWID.csv"), lists: ["S1", "S2", "S3", "S4"])
    let selection = try await table.selection(.bic, threads: 2)
    let entered = [
      "S3:region", "S3:age", "S1:age", "region:age", "gender:age", "S4:region", "S1:S3", "S2:gender", "S2:S4",
      "S2:age", "S2:S3",
    ]
    #expect(Array(selection.entered.prefix(entered.count)) == entered)
    let best = try #require(selection.best(.bic))
    #expect(abs(best.estimate - 32_545.7) < 0.05 && best.parameters == 8 + entered.count)
    #expect(abs(try #require(selection.best(.aic)).estimate - 32_559.1) < 0.05)
    let expected = [
      "region GGC": 11109.3324882, "region Rest": 21436.3400899, "gender Female": 8402.77746448,
      "gender Male": 24142.8951137, "age Old": 12658.7801413, "age Young": 19886.8924368,
    ]
    for part in best.breakdown {
      let value = try #require(expected["\(part.covariate) \(part.level)"])
      #expect(relativeError(part.estimate, value) < 1e-8)
    }
  }

  @Test func `a covariate without levels to tell apart changes nothing`() throws {
    let text = "A,B,C,sex,count\n1,0,0,m,30\n0,1,0,m,20\n0,0,1,m,25\n1,1,0,m,7\n1,0,1,m,6\n0,1,1,m,4\n1,1,1,m,2\n"
    let table = try CovariateTable(parsing: text, lists: ["A", "B", "C"])
    let plain = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,30\n0,1,0,20\n0,0,1,25\n1,1,0,7\n1,0,1,6\n0,1,1,4\n1,1,1,2\n")
    let fit = try CovariateModel(mainEffectsOf: table).fitted(to: table)
    let expected = try HierarchicalModel.mainEffects(lists: 3).fitted(to: plain)
    #expect(relativeError(fit.estimate, expected.estimate) < 1e-10)
    #expect(abs(fit.bic - expected.bic) < 1e-8)
  }

  @Test func `names that are not in the table make no model`() throws {
    let table = try CovariateTable(parsing: "A,B,sex,count\n1,0,m,30\n0,1,f,3\n1,1,m,2\n", lists: ["A", "B"])
    #expect(CovariateModel("A + D", for: table) == nil)
    #expect(CovariateModel("A*sex + B", for: table)?.formula == "B + A:sex")
  }

  @Test func `strata have intervals that hold their estimates, the same for any number of threads`() async throws {
    let table = try CovariateTable(parsing: Fixture.text("ScotPWID.csv"), lists: ["S1", "S2", "S3", "S4"])
    let model = try #require(CovariateModel("S1*age + S2*gender + S3*region + S4*region + region*age", for: table))
    let one = try await model.parametricBootstrap(on: table, replicates: 60, seed: 5)
    #expect(one == (try await model.parametricBootstrap(on: table, replicates: 60, seed: 5, threads: 2)))
    let interval = one.interval(level: 0.95)
    #expect(interval.lower < one.fit.estimate && one.fit.estimate < interval.upper && one.failed == 0)
    for (part, limits) in zip(one.fit.breakdown, one.partIntervals(level: 0.95)) {
      #expect(limits.lower < part.estimate && part.estimate < limits.upper)
    }
    let sums = one.strata.indices.reduce(0) { $0 + one.strata[$1][0] }
    #expect(relativeError(sums, one.totals[0]) < 1e-9)
  }

  @Test(arguments: 0..<40)
  func `no limit leaves out its own estimate or somebody known to be there, whatever the table and the model`(
    _ number: Int
  ) async throws {
    var generator = ReplicateGenerator(seed: 11, replicate: number)
    let table = try RandomCovariates.table(using: &generator)
    for model in [CovariateModel(mainEffectsOf: table), CovariateModel("A*region + B*sex + region*sex", for: table)] {
      guard let bootstrap = try? await model?.parametricBootstrap(on: table, replicates: 25, seed: 3) else { continue }
      for level in [0.2, 0.8, 0.95] {
        let parts = zip(bootstrap.fit.breakdown.map(\.estimate), bootstrap.knownInParts)
        let strata = zip(bootstrap.fit.strata.map(\.estimate), bootstrap.knownInStrata)
        let intervals = bootstrap.partIntervals(level: level) + bootstrap.stratumIntervals(level: level)
        for (numbers, limits) in zip(Array(parts) + Array(strata), intervals) {
          #expect(limits.lower <= numbers.0 && numbers.0 <= limits.upper, "\(numbers) \(limits)")
          #expect(Double(numbers.1) <= limits.lower + 1e-9 * numbers.0, "\(numbers) \(limits)")
        }
      }
    }
  }

  /// The two covariates go together and the model says that they do not: it expects 250 persons where 450 were seen.
  @Test func `persons whom the model does not expect are in the limits all the same`() async throws {
    let table = try CovariateTable(
      parsing: "A,B,sex,age,count\n" + "1,0,m,old,200\n0,1,m,old,150\n1,1,m,old,100\n"
        + "1,0,f,young,200\n0,1,f,young,150\n1,1,f,young,100\n" + "1,0,m,young,20\n0,1,f,old,30\n",
      lists: ["A", "B"])
    let bootstrap = try await CovariateModel(mainEffectsOf: table).parametricBootstrap(
      on: table, replicates: 100, seed: 1)
    #expect(bootstrap.knownInStrata == [30, 450, 450, 20])
    let limits = bootstrap.stratumIntervals(level: 0.95)
    for (stratum, limits) in zip(bootstrap.fit.strata, limits) {
      #expect(stratum.observed < limits.lower + 1e-9 && limits.lower < stratum.estimate, "\(limits)")
      #expect(stratum.estimate < limits.upper && limits.upper < 2 * stratum.estimate + 200, "\(limits)")
    }
  }
}

/// Tables of two lists and two covariates that go together somehow, with cells that are empty and covariates not known.
private enum RandomCovariates {
  static func table(using generator: inout ReplicateGenerator) throws -> CovariateTable {
    var lines = ["A,B,region,sex,count"]
    for history in ["1,0", "0,1", "1,1"] {
      for region in ["north", "south", "west"] {
        for sex in ["f", "m"] {
          let size = Foundation.exp(7 * generator.uniform()) - 1
          lines.append("\(history),\(region),\(sex),\(Int(size))")
          if generator.uniform() < 0.2 { lines.append("\(history),,\(sex),\(Int(size / 3) + 1)") }
        }
      }
    }
    return try CovariateTable(parsing: lines.joined(separator: "\n") + "\n", lists: ["A", "B"])
  }
}
