import Testing

@testable import Estimation

struct InteractionThresholdTests {
  /// Medians and 95% limits of other software: one chain of random-walk Metropolis, good to some two percent.
  struct Row: CustomTestStringConvertible, Sendable {
    let table: String
    let prior: InteractionThreshold.Prior
    let order: Int
    var testDescription: String { "\(table) \(prior) \(order)" }
    var method: String {
      "bayesthresh \(prior == .normal ? "proper" : "improper") maxorder \(order) threshold 2"
    }
    /// The values of this row by quantity.
    func values() throws -> [String: String] {
      let rows = try Fixture.rows("threshold.csv").filter { $0[0] == table && $0[1] == method }
      return Dictionary(rows.map { ($0[2], $0[3]) }, uniquingKeysWith: { first, _ in first })
    }
    static let all = ["Kosovo", "UKdat_5", "Ned_5"].flatMap { table in
      [InteractionThreshold.Prior.normal, .flat].flatMap { prior in
        [2, 3].map { Row(table: table, prior: prior, order: $0) }
      }
    }
  }

  @Test(arguments: Row.all)
  func `quantiles and surviving interactions are those of other software`(_ row: Row) async throws {
    let table = try Fixture.table(row.table)
    let posterior = try await table.interactionThreshold(prior: row.prior, order: row.order, seed: 5, threads: 2)
    let values = try row.values()
    #expect(posterior.diagnostics.rHat < 1.01 && posterior.diagnostics.effectiveTailDraws > 2000)
    let retained = Set(
      try #require(values["retained"]).split(separator: " ").map { $0.split(separator: ":").map(String.init).sorted() })
    let finite = posterior.terms.filter { $0.isRetained && $0.mean > -.infinity }
    let ours = Set(finite.map { table.names(of: $0.lists).sorted() })
    guard ours == retained else {
      // Only a pair next to the limit may differ: LA-PFNCA on the British lists with a flat prior lies at 1.98.
      let alternative = try #require(posterior.alternatives.first)
      #expect(
        ours.symmetricDifference(retained) == [table.names(of: alternative.term.lists).sorted()])
      let expected = try #require(values["q50"].flatMap(Double.init))
      #expect(relativeError(try #require(alternative.median), expected) < 0.025)
      return
    }
    for (share, name, tolerance) in [(0.025, "q2.5", 0.05), (0.5, "q50", 0.025), (0.975, "q97.5", 0.05)] {
      let expected = try #require(values[name].flatMap(Double.init))
      #expect(relativeError(try #require(posterior.quantile(share)), expected) < tolerance, "\(name)")
    }
  }

  @Test func `without interactions dropped and with a flat prior the posterior is known exactly`() async throws {
    // Three lists and all pairs: as many parameters as cells, so the means are independent gamma variables and the
    // hidden number is m1 m2 m3 m123 / (m12 m13 m23), with mean 30 * 25 * 40 * 6 / (11 * 8 * 13).
    let counts: [(UInt32, Int)] = [(1, 30), (2, 25), (4, 40), (3, 12), (5, 9), (6, 14), (7, 6)]
    let table = try CaptureHistories(
      lists: ["A", "B", "C"], entries: counts.map { CaptureHistories.Entry(history: $0.0, count: $0.1) })
    let posterior = try await table.interactionThreshold(prior: .flat, cutoff: 0, draws: 20_000, seed: 3, threads: 2)
    #expect(posterior.model == .allPairs(lists: 3))
    let hidden = posterior.chains.flatMap { $0 }.map { $0 - 136 }
    let mean = hidden.reduce(0, +) / Double(hidden.count)
    #expect(relativeError(mean, 30.0 * 25 * 40 * 6 / (11 * 8 * 13)) < 0.03)
    // The median of the same product of gamma variables, drawn one by one.
    var generator = ReplicateGenerator(seed: 11, replicate: 0)
    let direct = (0..<80_000).map { _ in
      exp(
        counts.reduce(0.0) { sum, cell in
          sum + (cell.0.nonzeroBitCount % 2 == 1 ? 1 : -1) * generator.logGammaDraw(Double(cell.1))
        })
    }
    let (ours, theirs) = (hidden.sorted(), direct.sorted())
    for share in [0.025, 0.25, 0.5, 0.75, 0.975] {
      #expect(relativeError(sampleQuantile(ours, share), sampleQuantile(theirs, share)) < 0.04)
    }
  }

  @Test func `an interaction next to the limit is said, with the number the other choice gives`() async throws {
    // Other software keeps P-R on the six Dutch lists and says 70,940 where its neighbour says 54,000: the ratio is 1.97.
    let table = try Fixture.table("Ned")
    let posterior = try await table.interactionThreshold(seed: 1, threads: 2)
    let alternative = try #require(posterior.alternatives.first { table.names(of: $0.term.lists) == ["P", "R"] })
    #expect(!alternative.term.isRetained && abs(alternative.term.ratio - 1.97) < 0.03)
    #expect(relativeError(try #require(posterior.quantile(0.5)), 53_950) < 0.02)
    #expect(relativeError(try #require(alternative.median), 70_940) < 0.04)
  }

  @Test func `nothing depends on threads or on the order of rows, and the seed is all there is`() async throws {
    let table = try Fixture.table("UKdat_5")
    let rows = CaptureHistories.Entry.self
    let reversed = try CaptureHistories(
      lists: table.lists, entries: table.entries.reversed().map { rows.init(history: $0.history, count: $0.count) })
    let one = try await table.interactionThreshold(draws: 500, seed: 8, threads: 1)
    #expect(one == (try await reversed.interactionThreshold(draws: 500, seed: 8, threads: 4)))
    #expect(one.chains != (try await table.interactionThreshold(draws: 500, seed: 9, threads: 1)).chains)
  }

  @Test func `a flat prior on a model without a maximum is refused, a normal one is not`() async throws {
    let table = try Fixture.table("Artificial_3")
    await #expect(throws: LoglinearError.self) { try await table.interactionThreshold(prior: .flat, seed: 1) }
    let settings = EstimationSettings(levels: [0.95], replicates: 200, seed: 1, threads: 2)
    let flat = try await table.estimate(by: .interactionThresholdFlat, using: settings)
    #expect(flat.estimate == nil && flat.intervals.isEmpty && !(flat.existence == .exists && flat.identifiable))
    let normal = try await table.estimate(by: .interactionThreshold, using: settings)
    #expect(try #require(normal.estimate) > Double(table.observed))
    let isSaid = normal.warnings.contains { if case .effectiveDraws(let draws, _) = $0 { draws > 100 } else { false } }
    #expect(isSaid)
  }

  @Test func `the command's method names are these, and more than ten lists are refused`() async throws {
    #expect(EstimationMethod(rawValue: "threshold") == .interactionThreshold)
    #expect(EstimationMethod(rawValue: "threshold-flat") == .interactionThresholdFlat)
    let lists = (1...11).map { "L\($0)" }
    let table = try CaptureHistories(
      lists: lists, entries: (0..<11).map { .init(history: 3 << UInt32($0) & 0x7FF, count: 5 + $0) })
    await #expect(throws: EstimationError.unsupportedLists(11, method: .interactionThreshold)) {
      try await table.estimate(by: .interactionThreshold, using: EstimationSettings(seed: 1))
    }
  }
}
