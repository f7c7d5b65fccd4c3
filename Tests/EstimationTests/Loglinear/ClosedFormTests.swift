import Invented
import Testing

@testable import Estimation

/// Models whose maximum can be written down: every number of the fit from the counts alone.
struct ClosedFormTests {
  /// Hidden persons and the variance of their logarithm.
  private struct Case: Sendable, CustomTestStringConvertible {
    var notation: String
    var hidden: Double
    var variance: Double
    var testDescription: String { notation }
  }

  // Persons on the lists 1, 2, 12, 3, 13, 23, 123.
  private static let counts = [90, 60, 20, 41, 15, 11, 7]
  private static func table() throws -> CaptureHistories {
    try CaptureHistories(
      lists: ["A", "B", "C"], entries: counts.enumerated().map { .init(history: UInt32($0 + 1), count: $1) })
  }

  private static let cases = [
    // Odds ratios of the three lists are equal: n1 n2 n3 n123 / (n12 n13 n23), the variance a sum of reciprocals.
    Case(
      notation: "[12,13,23]", hidden: 90.0 * 60 * 41 * 7 / (20 * 15 * 11),
      variance: 1.0 / 90 + 1.0 / 60 + 1.0 / 20 + 1.0 / 41 + 1.0 / 15 + 1.0 / 11 + 1.0 / 7),
    // Lists 2 and 3 independent for whoever is not on list 1: n2 n3 / n23.
    Case(notation: "[12,13]", hidden: 60.0 * 41 / 11, variance: 1.0 / 60 + 1.0 / 41 + 1.0 / 11),
    Case(notation: "[12,23]", hidden: 90.0 * 41 / 15, variance: 1.0 / 90 + 1.0 / 41 + 1.0 / 15),
    Case(notation: "[13,23]", hidden: 90.0 * 60 / 20, variance: 1.0 / 90 + 1.0 / 60 + 1.0 / 20),
    // List 3 independent of the other two together: Lincoln and Petersen for 3 against 1 or 2.
    Case(notation: "[12,3]", hidden: 170.0 * 41 / 33, variance: 1.0 / 170 + 1.0 / 41 + 1.0 / 33),
    Case(notation: "[13,2]", hidden: 146.0 * 60 / 38, variance: 1.0 / 146 + 1.0 / 60 + 1.0 / 38),
    Case(notation: "[1,23]", hidden: 112.0 * 90 / 42, variance: 1.0 / 112 + 1.0 / 90 + 1.0 / 42),
  ]

  @Test(arguments: cases)
  private func `hidden persons, their variance and intervals are those of the formula`(_ item: Case) throws {
    let model = try #require(HierarchicalModel(lists: 3, notation: item.notation))
    let fit = try model.fitted(to: Self.table())
    #expect(fit.observed == 244)
    #expect(relativeError(fit.hidden, item.hidden) < 1e-11)
    #expect(relativeError(fit.estimate, 244 + item.hidden) < 1e-12)
    #expect(relativeError(fit.interceptVariance, item.variance) < 1e-9)
    let spread = item.hidden * item.hidden * item.variance
    #expect(relativeError(fit.deltaStandardError, spread.squareRoot()) < 1e-9)
    #expect(relativeError(fit.standardError, (item.hidden + spread).squareRoot()) < 1e-9)
    let interval = fit.logNormalInterval(level: 0.95)
    let factor = exp(1.959963984540054 * item.variance.squareRoot())
    #expect(relativeError(interval.lower, 244 + item.hidden / factor) < 1e-10)
    #expect(relativeError(interval.upper, 244 + item.hidden * factor) < 1e-10)
    #expect(interval.kind == .logNormal && interval.level == 0.95)
  }

  @Test func `the largest model meets every count, and its criteria follow`() throws {
    let fit = try HierarchicalModel.allPairs(lists: 3).fitted(to: Self.table())
    #expect(fit.deviance < 1e-10)
    let counts = Self.counts.map(Double.init)
    let likelihood = counts.reduce(0) { $0 + $1 * log($1) - $1 - logGamma($1 + 1) }
    #expect(relativeError(fit.logLikelihood, likelihood) < 1e-12)
    #expect(relativeError(fit.aic, 14 - 2 * likelihood) < 1e-12)
    #expect(relativeError(fit.bic, 7 * log(244.0) - 2 * likelihood) < 1e-12)
  }

  @Test func `the deviance of a smaller model is the sum over its cells by hand`() throws {
    // [12,13]: cells on list 1 are met; 2, 3 and 23 too. [12,3]: means are products of margins.
    let fit = try #require(HierarchicalModel(lists: 3, notation: "[12,3]")).fitted(to: Self.table())
    // By history of 1 and 2: 90 + 15, 60 + 11, 20 + 7; the share on list 3 is 33 of 203.
    let deviance = [(90.0, 15.0), (60, 11), (20, 7)].reduce(0) { sum, pair in
      let all = pair.0 + pair.1
      return sum + 2 * (pair.1 * log(pair.1 / (all * 33 / 203)) + pair.0 * log(pair.0 / (all * 170 / 203)))
    }
    #expect(relativeError(fit.deviance, deviance) < 1e-9)
    #expect(
      relativeError(fit.logLikelihood, CountTable(try Self.table()).saturatedLogLikelihood - deviance / 2) < 1e-12)
  }

  @Test func `a pair without anybody is at minus infinity, and counts in the criteria`() throws {
    let table = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,90\n0,1,0,60\n0,0,1,41\n1,0,1,15\n0,1,1,11\n")
    let fit = try #require(HierarchicalModel(lists: 3, notation: "[12,13]")).fitted(to: table)
    // The cells of 12 are gone; 13 is met, and hidden is n2 n3 / n23 as before.
    #expect(fit.parameters[try #require(fit.model.terms.firstIndex(of: 0b011))] == -.infinity)
    #expect(relativeError(fit.hidden, 60.0 * 41 / 11) < 1e-11 && fit.deviance < 1e-10)
    #expect(relativeError(fit.aic + 2 * fit.logLikelihood, 12) < 1e-12)
    #expect(relativeError(fit.bic + 2 * fit.logLikelihood, 6 * log(217.0)) < 1e-12)
  }

  @Test func `a model of other lists is refused, and one without overlap has no maximum`() throws {
    let table = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,9\n0,1,0,6\n0,0,1,4\n1,1,0,2\n")
    #expect(throws: LoglinearError.wrongNumberOfLists(model: 4, table: 3)) {
      try HierarchicalModel.mainEffects(lists: 4).fitted(to: table)
    }
    #expect(throws: LoglinearError.wrongNumberOfLists(model: 2, table: 3)) {
      try HierarchicalModel.mainEffects(lists: 2).profileLikelihood(on: table, levels: [0.95])
    }
    #expect(throws: LoglinearError.noMaximum(model: "[12,3]")) {
      try #require(HierarchicalModel(lists: 3, notation: "[12,3]")).fitted(to: table)
    }
    let (existence, identifiable) = HierarchicalModel(lists: 3, generators: [0b011]).existence(on: table)
    #expect(existence == .doesNotExist && identifiable)
    #expect(LoglinearError.noMaximum(model: "[12,3]").model == "[12,3]")
    #expect(LoglinearError.notIdentifiable(model: "[13]").model == "[13]")
    #expect(LoglinearError.wrongNumberOfLists(model: 2, table: 3).model == "[]")
  }
}

struct LoglinearSolverTests {
  private static func table(_ counts: [Int]) -> CountTable {
    var table = CountTable(lists: counts.count == 3 ? 2 : 3)
    table.load((1...counts.count).map { UInt32($0) }, counts)
    return table
  }

  private static func maximum(_ outcome: LoglinearSolver.Outcome) throws -> LoglinearSolver.Maximum {
    guard case .converged(let maximum) = outcome else { throw LoglinearError.noMaximum(model: "\(outcome)") }
    return maximum
  }

  @Test(arguments: [5.0, 100, 12_345])
  func `with the hidden persons given, the fit is the product of the margins`(_ hidden: Double) throws {
    // Lists of 40 and 30 persons, independent, among 60 + hidden.
    let solver = LoglinearSolver(lists: 2)
    let outcome = solver.fit(
      [0, 1, 2], to: Self.table([30, 20, 10]), warm: false, hidden: hidden, precision: .reporting)
    let maximum = try Self.maximum(outcome)
    let all = 60 + hidden
    let none = (all - 40) * (all - 30) / all
    #expect(relativeError(maximum.intercept, log(none)) < 1e-12)
    #expect(relativeError(solver.sums[0], all) < 1e-12 && relativeError(solver.sums[3], 1200 / all) < 1e-9)
    let likelihood =
      hidden * log(none) + 30 * log(40 * (all - 30) / all) + 20 * log(30 * (all - 40) / all) + 10 * log(1200 / all)
      - all
    #expect(relativeError(maximum.logLikelihood, likelihood) < 1e-12)
  }

  @Test func `the variance of every parameter is that of the textbook`() throws {
    let histories = try Fixture.table("Kosovo")
    let model = try #require(HierarchicalModel(lists: 4, notation: "[12,13,4]"))
    let solver = LoglinearSolver(lists: 4)
    _ = try model.fitted(to: CountTable(histories), with: solver)
    let (design, counts) = PlainRegression.design(model, histories)
    let plain = PlainRegression(design: design, counts: counts, stoppingEarly: false)
    for (index, term) in model.terms.enumerated() {
      #expect(relativeError(try #require(solver.variance(of: term)), plain.covariance[index][index]) < 1e-8)
    }
    #expect(solver.variance(of: 0b1100) == nil)
  }

  @Test func `a warm start, an order of the terms and a finer precision reach the same maximum`() throws {
    let table = Self.table([90, 60, 20, 41, 15, 11, 7])
    let solver = LoglinearSolver(lists: 3)
    let cold = try Self.maximum(solver.fit([0, 1, 2, 4, 3], to: table, warm: false))
    let again = try Self.maximum(solver.fit([0, 1, 2, 4, 3], to: table, warm: true))
    let turned = try Self.maximum(solver.fit([3, 4, 2, 1, 0], to: table, warm: false))
    let exact = try Self.maximum(solver.fit([0, 1, 2, 4, 3], to: table, warm: false, precision: .reporting))
    #expect(again.iterations < cold.iterations && cold.iterations <= exact.iterations)
    for other in [again, turned, exact] {
      #expect(relativeError(other.logLikelihood, cold.logLikelihood) < 1e-12)
      #expect(relativeError(other.intercept, cold.intercept) < 1e-10)
      #expect(relativeError(other.interceptVariance, cold.interceptVariance) < 1e-6)
    }
  }

  @Test func `a start far away is brought back by halved steps`() throws {
    let table = Self.table([90, 60, 20, 41, 15, 11, 7])
    let solver = LoglinearSolver(lists: 3)
    let cold = try Self.maximum(solver.fit([0, 1, 2, 4], to: table, warm: false))
    for start in [[-2.0, 2, 2, 2], [8, -3, -3, -3], [0, 0, 0, 0], [6, 2, -4, 1]] {
      for (term, value) in zip([0, 1, 2, 4], start) { solver.coefficients[term] = value }
      let warm = try Self.maximum(solver.fit([0, 1, 2, 4], to: table, warm: true))
      #expect(relativeError(warm.intercept, cold.intercept) < 1e-10, "\(start)")
    }
  }

  @Test func `what has no maximum and what is not unique are told apart`() {
    let solver = LoglinearSolver(lists: 3)
    #expect(solver.fit([0, 1, 2, 4, 3], to: Self.table([9, 6, 2, 4, 0, 0, 0]), warm: false) == .noMaximum)
    #expect(solver.fit([0, 1, 2, 4], to: Self.table([9, 6, 0, 4, 0, 0, 0]), warm: false) == .noMaximum)
    #expect(solver.fit([0, 1, 2, 4, 3, 5, 6], to: Self.table([9, 6, 2, 4, 0, 0, 0]), warm: false) == .notIdentifiable)
    // A solver that met no maximum fits the next table as a new one would.
    #expect(
      solver.fit([0, 1, 2, 4], to: Self.table([9, 6, 2, 4, 1, 1, 1]), warm: false)
        == LoglinearSolver(lists: 3).fit([0, 1, 2, 4], to: Self.table([9, 6, 2, 4, 1, 1, 1]), warm: false))
  }
}
