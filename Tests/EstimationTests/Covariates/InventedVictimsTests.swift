import Foundation
import Invented
import Testing

@testable import Estimation

/// The worked example of docs/estimation.md.
struct InventedVictimsTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/examples/invented-victims.csv")

  @Test func `the table that is shipped is the one that the generator makes`() throws {
    if ProcessInfo.processInfo.environment["WRITE_EXAMPLES"] != nil {
      try Data(InventedVictims.csv().utf8).write(to: Self.file)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == InventedVictims.csv())
  }

  @Test func `the model finds back the persons it was made with, in all and by part`() async throws {
    let table = try CovariateTable(
      parsing: InventedVictims.csv(), lists: nil, covariates: InventedVictims.covariates.map(\.name)
    ).treating("year", asPolynomialOf: 2)
    let formula =
      "shelters*police + police*regions + regions*others + inspectorate*form + border*nationality + shelters*sex + "
      + "police*year + police*form + regions*age + others*nationality + sex*form + age*nationality + age*form + "
      + "nationality*form"
    let model = try #require(CovariateModel(formula, for: table))
    let bootstrap = try await model.parametricBootstrap(on: table, replicates: 100, seed: 1, threads: 2)
    let interval = bootstrap.interval(level: 0.95)
    #expect(interval.lower < 30_000 && 30_000 < interval.upper, "\(interval)")
    var held = 0
    for (part, limits) in zip(bootstrap.fit.breakdown, bootstrap.partIntervals(level: 0.95)) {
      let covariate = try #require(table.covariates.firstIndex { $0.name == part.covariate })
      let level = try #require(table.covariates[covariate].levels.firstIndex(of: part.level))
      let truth = InventedVictims.drawn().filter { $0.levels[covariate] == level }.reduce(0) { $0 + $1.count }
      if limits.lower <= Double(truth), Double(truth) <= limits.upper { held += 1 }
    }
    #expect(held >= bootstrap.fit.breakdown.count - 2, "\(held) of \(bootstrap.fit.breakdown.count)")
  }
}
