import Invented
import Testing

@testable import Estimation

struct CovariateTableTests {
  private static let text = """
    A,B,sex,age,count
    1,0,m,old,30
    0,1,f,young,20
    1,1,m,young,7
    1,1,m,young,3
    0,1,,old,4

    """

  @Test func `levels are sorted, equal rows added up and rows put in order`() throws {
    let table = try CovariateTable(parsing: Self.text, lists: ["A", "B"])
    #expect(table.covariates.map(\.name) == ["sex", "age"])
    #expect(table.covariates.map(\.levels) == [["f", "m"], ["old", "young"]] && table.observed == 64)
    #expect(table.rows.map(\.history) == [1, 2, 2, 3] && table.rows.map(\.count) == [30, 4, 20, 10])
    #expect(table.rows.map(\.values) == [[1, 0], [nil, 0], [0, 1], [1, 1]])
    #expect(table.strata == [[0, 0], [0, 1], [1, 0], [1, 1]])
    let lines = Self.text.split(separator: "\n")
    let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    #expect(try CovariateTable(parsing: turned, lists: ["A", "B"]) == table)
  }

  @Test func `columns that are not named are added up over, and persons on none of the lists left out`() throws {
    let table = try CovariateTable(parsing: Self.text, lists: ["A", "B"], covariates: ["age"])
    #expect(table.covariates.map(\.name) == ["age"] && table.rows.count == 4 && table.observed == 64)
    let cut = try CovariateTable(
      parsing: "A,B,C,sex,count\n1,1,0,m,3\n1,0,0,m,5\n0,0,1,f,9\n", lists: ["A", "B"], covariates: ["sex"])
    #expect(cut.observed == 8)
    let all = try CovariateTable(
      parsing: "A,B,C,sex,count\n1,1,0,m,3\n1,0,0,m,5\n0,0,1,f,9\n", lists: nil, covariates: ["sex"])
    #expect(all.lists == ["A", "B", "C"] && all.observed == 17)
  }

  @Test(arguments: [
    ("A,B,sex,count\n1,1,m,0\n", CaptureHistoryError.nobody), ("A,B,sex,count\n1,0,m,8\n0,1,f,3\n", .noOverlap),
    ("A,B,sex,count\n1,1,m,3\n1,0,,3\n", .missingStratum(.init(row: 3, column: "sex"))),
    ("A,B,sex,count\n1,1,m,3\n1,0,f,<5\n", .notExact(.init(row: 3))),
  ])
  func `a table that cannot be used says where and why`(_ text: String, _ error: CaptureHistoryError) {
    #expect(throws: error) { try CovariateTable(parsing: text, lists: ["A", "B"], requiringValues: true) }
  }

  @Test func `counts that were rounded are refused`() {
    let rounded = "A,B,sex,count\n" + (1...12).map { "1,\($0 % 2),\($0),\(5 * $0)\n" }.joined()
    #expect(throws: CaptureHistoryError.rounded(base: 5)) {
      try CovariateTable(parsing: rounded, lists: ["A", "B"], allowingRounded: false)
    }
    #expect(throws: Never.self) { try CovariateTable(parsing: rounded, lists: ["A", "B"]) }
  }

  @Test func `polynomials over evenly spaced numbers are those of the tables`() throws {
    let basis = CovariateTable.Covariate(name: "year", levels: ["1", "2", "3", "4"], degree: 3).basis
    // Fisher and Yates: −3 −1 1 3, 1 −1 −1 1 and −1 3 −3 1, over the root of their sums of squares.
    let expected: [[Double]] = [[-3, -1, 1, 3], [1, -1, -1, 1], [-1, 3, -3, 1]]
    for (degree, column) in expected.enumerated() {
      let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for level in 0..<4 { #expect(abs(basis[level][degree] - column[level] / length) < 1e-14) }
    }
  }

  @Test func `polynomials over any numbers are orthogonal, of length one and not constant`() {
    let levels = ["2010", "2011", "2013", "2020", "2026"]
    let basis = CovariateTable.Covariate(name: "year", levels: levels, degree: 3).basis
    for i in 0..<3 {
      #expect(abs(basis.reduce(0) { $0 + $1[i] }) < 1e-13)
      for j in 0..<3 { #expect(abs(basis.reduce(0) { $0 + $1[i] * $1[j] } - (i == j ? 1 : 0)) < 1e-13) }
    }
    #expect(basis.map { $0[0] } == basis.map { $0[0] }.sorted())
  }

  @Test func `levels without a polynomial are indicators with the first as reference`() {
    #expect(CovariateTable.Covariate(name: "x", levels: ["a", "b", "c"]).basis == [[0, 0], [1, 0], [0, 1]])
    #expect(CovariateTable.Covariate(name: "x", levels: ["a"]).basis == [[]])
  }

  @Test func `a polynomial needs numbers, and more of them than its degree`() throws {
    let table = try CovariateTable(
      parsing: "A,B,year,sex,count\n1,0,2010,m,3\n0,1,2011,f,4\n1,1,2012,m,2\n", lists: ["A", "B"])
    #expect(try table.treating("year", asPolynomialOf: 2).covariates[0].degree == 2)
    for (name, degree) in [("year", 3), ("year", 0), ("sex", 1)] {
      #expect(throws: CaptureHistoryError.notPolynomial(name, degree: degree)) {
        try table.treating(name, asPolynomialOf: degree)
      }
    }
    #expect(throws: CaptureHistoryError.unknownCovariate("age", among: ["year", "sex"])) {
      try table.treating("age", asPolynomialOf: 1)
    }
    let twice = CovariateTable.Covariate(name: "x", levels: ["1", "1.0"])
    #expect(twice.numbers == nil && CovariateTable.Covariate(name: "x", levels: ["1", "inf"]).numbers == nil)
  }

  @Test func `a group of strata needs one covariate, and has histories where somebody is on two lists`() throws {
    let table = try CovariateTable(parsing: Self.text, lists: ["A", "B"], covariates: ["age"])
    let groups = try StratifiedHistories(table)
    #expect(groups.column == "age" && groups.lists == ["A", "B"] && groups.strata.map(\.name) == ["old", "young"])
    #expect(groups.strata.map(\.observed) == [34, 30])
    #expect(groups.strata[0].histories == nil && groups.strata[1].histories?.observed == 30)
    #expect(throws: CaptureHistoryError.unknownCovariate("sex, age", among: ["sex", "age"])) {
      try StratifiedHistories(CovariateTable(parsing: Self.text, lists: ["A", "B"]))
    }
  }
}

struct CovariateModelTests {
  private let table = CovariateModelTests.made

  private static let made = try? CovariateTable(
    parsing: "A,B,sex,count\n1,0,m,30\n0,1,m,20\n1,1,m,10\n1,0,f,12\n0,1,f,9\n1,1,f,3\n", lists: ["A", "B"])

  @Test func `a formula has all parts of its terms, and is written by its largest`() throws {
    let table = try #require(table)
    let model = try #require(CovariateModel("A*B*sex", for: table))
    #expect(model.terms == [0, 1, 2, 4, 3, 5, 6, 7] && model.formula == "A:B:sex")
    #expect(CovariateModel("A : sex + B", for: table) == CovariateModel("B+A*sex", for: table))
    #expect(CovariateModel("A*age", for: table) == nil)
    #expect(CovariateModel(mainEffectsOf: table).formula == "A + B + sex")
    #expect(CovariateModel.allPairs(of: table).formula == "A:B + A:sex + B:sex")
    #expect(CovariateModel.allPairs(of: table).name(of: 5) == "A:sex")
  }

  @Test func `with lists that depend on the covariate every stratum is n10 n01 / n11 by itself`() throws {
    let table = try #require(table)
    let fit = try #require(CovariateModel("A*sex + B*sex", for: table)).fitted(to: table)
    // Women: 12 · 9 / 3 = 36 hidden of 60; men: 30 · 20 / 10 = 60 of 120.
    #expect(fit.strata.map(\.levels) == [["f"], ["m"]] && fit.parameters == 6 && fit.iterations == 1)
    #expect(relativeError(fit.strata[0].estimate, 60) < 1e-9 && relativeError(fit.strata[1].estimate, 120) < 1e-9)
    #expect(relativeError(fit.estimate, 180) < 1e-9 && fit.observed == 84 && fit.strata.map(\.observed) == [24, 60])
    #expect(fit.breakdown.map(\.level) == ["f", "m"] && abs(fit.breakdown[1].estimate - 120) < 1e-7)
    let cells = [30.0, 20, 10, 12, 9, 3]
    let logLikelihood = cells.reduce(0.0) { $0 + $1 * log($1) - $1 - logGamma($1 + 1) }
    #expect(abs(fit.logLikelihood - logLikelihood) < 1e-9)
    #expect(abs(fit.bic - (6 * log(84) - 2 * logLikelihood)) < 1e-8 && abs(fit.aic - (12 - 2 * logLikelihood)) < 1e-8)
  }

  @Test func `lists that do not depend on the covariate share its chances out in proportion`() throws {
    let table = try #require(table)
    let fit = try CovariateModel(mainEffectsOf: table).fitted(to: table)
    // A 42, B 29, both 13: 42 · 29 / 13 hidden, divided as the seen are.
    let hidden = 42.0 * 29 / 13
    #expect(relativeError(fit.estimate, 84 + hidden) < 1e-9)
    #expect(relativeError(fit.strata[0].estimate, 24 * (1 + hidden / 84)) < 1e-9)
  }

  @Test func `an incomplete count is spread in proportion until it is as the model says`() throws {
    // Men and women are seen alike, so of 40 on A of unknown sex as many are men as of the others: 3 in 4.
    let table = try CovariateTable(
      parsing: "A,B,sex,count\n1,0,m,30\n1,0,f,10\n1,0,,40\n0,1,m,45\n0,1,f,15\n1,1,m,15\n1,1,f,5\n", lists: ["A", "B"])
    let fit = try CovariateModel(mainEffectsOf: table).fitted(to: table)
    #expect(relativeError(fit.strata[1].observed, 120) < 1e-8 && relativeError(fit.strata[0].observed, 40) < 1e-8)
    #expect(relativeError(fit.estimate, 160 + 80.0 * 60 / 20) < 1e-8 && fit.iterations > 1)
    // Σ n log share: of 160 persons 80, 60 and 20 on A, B and both, and 3 in 4 men.
    let counts: [Double] = [30, 10, 40, 45, 15, 15, 5]
    let shares: [Double] = [0.375, 0.125, 0.5, 0.28125, 0.09375, 0.09375, 0.03125]
    let expected = zip(counts, shares).reduce(0.0) { $0 + $1.0 * log($1.1) }
    #expect(abs(fit.logLikelihood - expected) < 1e-7)
  }

  @Test func `a term without anybody is at minus infinity and counts as a parameter`() throws {
    let table = try CovariateTable(
      parsing: "A,B,sex,count\n1,0,m,30\n0,1,m,20\n1,1,m,10\n1,0,f,12\n0,1,f,9\n", lists: ["A", "B"])
    let model = try #require(CovariateModel("A*B*sex", for: table))
    #expect(throws: LoglinearError.self) { try model.fitted(to: table) }
    let text =
      "A,B,C,sex,count\n1,0,0,f,9\n0,1,0,f,8\n1,1,0,f,4\n1,0,0,m,7\n0,1,0,m,9\n0,0,1,m,6\n1,0,1,m,2\n0,1,1,m,3\n1,1,0,m,2\n"
    let three = try CovariateTable(parsing: text, lists: ["A", "B", "C"])
    let fit = try #require(CovariateModel("A + B + C + sex", for: three)).fitted(to: three)
    #expect(fit.coefficients.allSatisfy { $0.isFinite } && fit.parameters == 5)
    let turned = try CovariateTable(
      parsing: text.replacing(",f,", with: ",z,"), lists: ["A", "B", "C"])
    let limit = try #require(CovariateModel("A + B + C*sex", for: turned)).fitted(to: turned)
    #expect(limit.coefficients.count { $0 == -.infinity } == 1 && limit.parameters == 6)
  }

  @Test func `selection starts at main effects, lowers its criterion and stops when nothing does`() async throws {
    let table = try CovariateTable(
      parsing: "A,B,sex,count\n1,0,m,300\n0,1,m,20\n1,1,m,40\n1,0,f,20\n0,1,f,210\n1,1,f,35\n", lists: ["A", "B"])
    let selection = try await table.selection(.bic)
    #expect(selection.path.count == selection.entered.count + 1 && !selection.entered.isEmpty)
    #expect(selection.path[0].model == CovariateModel(mainEffectsOf: table))
    for (before, after) in zip(selection.path, selection.path.dropFirst()) { #expect(after.aic < before.aic) }
    let best = try #require(selection.best(.bic))
    #expect(selection.path.allSatisfy { $0.bic >= best.bic - 1e-9 })
    let even = try CovariateTable(
      parsing: "A,B,sex,count\n1,0,m,30\n0,1,m,20\n1,1,m,10\n1,0,f,30\n0,1,f,20\n1,1,f,10\n", lists: ["A", "B"])
    let none = try await even.selection(.bic, stopsAtBest: true)
    #expect(none.entered.isEmpty && none.path.count == 1)
  }

  @Test(arguments: [
    (CovariateChoice.mainEffects, "A + B + sex"), (.formula("A*sex + B"), "B + A:sex"),
  ])
  func `a model is chosen as was asked`(_ choice: CovariateChoice, _ formula: String) async throws {
    let table = try CovariateTable(
      parsing: "A,B,sex,count\n1,0,m,300\n0,1,m,50\n1,1,m,40\n1,0,f,40\n0,1,f,60\n1,1,f,6\n", lists: ["A", "B"])
    let settings = EstimationSettings(levels: [0.8, 0.95], replicates: 50, seed: 3)
    let result = try await table.estimate(choosing: choice, using: settings)
    #expect(result.fit.model.formula == formula && result.entered.isEmpty)
    #expect(result.levels == [0.8, 0.95] && result.intervals.map(\.level) == [0.8, 0.95])
    #expect(result.intervals[1].lower <= result.intervals[0].lower && result.seed == 3 && result.replicates == 50)
    #expect(result.partIntervals.count == 2 && result.stratumIntervals.count == 2)
    #expect(result.partIntervals[0].map(\.level) == [0.8, 0.95] && result.doublyRobust != nil)
    // One covariate: its parts are the strata.
    #expect(result.partIntervals == result.stratumIntervals)
  }

  @Test func `a stepwise choice is the best of its selection, and all pairs of two lists are refused`() async throws {
    let table = try #require(table)
    let settings = EstimationSettings(replicates: 20, seed: 1)
    let selection = try await table.selection(.bic, stopsAtBest: true)
    let result = try await table.estimate(choosing: .stepwise(.bic), using: settings)
    #expect(result.fit == selection.best(.bic) && result.entered == selection.entered)
    await #expect(throws: EstimationError.self) { try await table.estimate(choosing: .allPairs, using: settings) }
  }

  @Test func `a formula that cannot be read and a model without an estimate are refused`() async throws {
    let table = try #require(table)
    let settings = EstimationSettings(replicates: 10, seed: 1)
    await #expect(throws: EstimationError.unreadableFormula("A*age")) {
      try await table.estimate(choosing: .formula("A*age"), using: settings)
    }
    await #expect(throws: EstimationError.noCovariateModel("sex + A:B")) {
      try await table.estimate(choosing: .formula("A*B + sex"), using: settings)
    }
  }

  @Test func `two lists without a covariate give about n1 n2 / m, whatever the division`() throws {
    let table = try CovariateTable(parsing: "A,B,count\n1,0,600\n0,1,450\n1,1,200\n", lists: ["A", "B"])
    let expected = 800.0 * 650 / 200
    let first = try #require(try table.doublyRobustEstimate(seed: 1))
    let other = try #require(try table.doublyRobustEstimate(folds: 10, seed: 2))
    #expect(relativeError(first.estimate, expected) < 0.01 && relativeError(other.estimate, expected) < 0.01)
    #expect(first != other)
    #expect(try table.doublyRobustEstimate(seed: 1) == first)
    // The classical error of n1 n2 / m is the root of n1 n2 (n1 − m) (n2 − m) / m³.
    let classical = (800.0 * 650 * 600 * 450 / 8e6).squareRoot()
    #expect(relativeError(first.standardError, classical) < 0.05, "\(first.standardError)")
    let interval = first.interval(level: 0.95)
    let spread = exp(1.9599639845400545 * first.standardError / (first.estimate - 1250))
    #expect(
      interval.kind == .logNormal && relativeError(interval.lower, 1250 + (first.estimate - 1250) / spread) < 1e-12)
    #expect(relativeError(interval.upper, 1250 + (first.estimate - 1250) * spread) < 1e-12)
  }

  @Test func `it is not there where a covariate is missing`() throws {
    let table = try CovariateTable(parsing: "A,B,sex,count\n1,0,m,30\n0,1,,20\n1,1,m,9\n", lists: ["A", "B"])
    #expect(try table.doublyRobustEstimate(seed: 1) == nil)
  }
}
