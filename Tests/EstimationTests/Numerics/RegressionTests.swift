import Testing

@testable import Estimation

/// Designs small enough to solve by hand, and the textbook regression beside both solvers.
struct RegressionTests {
  private static let design = [[1.0, 0, 0.5], [1, 1, -1], [1, 0, 2], [1, 1, 0], [1, 0, -0.5], [1, 1, 1.5]]
  private static let counts = [12.0, 4, 31, 0, 7, 22]

  private static func sparse(_ design: [[Double]]) -> SparseRows {
    var rows = SparseRows(width: design.first?.count ?? 0)
    for row in design {
      for (column, value) in row.enumerated() where value != 0 { rows.append(Int32(column), value) }
      rows.endRow()
    }
    return rows
  }

  /// Two rows with the mean 4 and a last row of its own: e^a = 4 and e^(a + b) = 9.
  @Test func `a column of the last row alone has a coefficient of its own`() throws {
    let fit = try SparseRegression(Self.sparse([[1, 0], [1, 0], [1, 1]]), counts: [4, 4, 9])
    #expect(abs(fit.coefficients[0] - log(4)) < 1e-10 && abs(fit.coefficients[1] - log(9.0 / 4)) < 1e-10)
    #expect(zip(fit.means, [4.0, 4, 9]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `one column of ones has the mean, and its variance is one over the total`() throws {
    let fit = try PoissonRegression(design: [[1], [1], [1]], counts: [2, 3, 7])
    #expect(relativeError(fit.coefficients[0], log(4)) < 1e-14)
    #expect(relativeError(fit.covariance[0][0], 1.0 / 12) < 1e-13)
    #expect(fit.means.allSatisfy { relativeError($0, 4) < 1e-13 })
    // Σ y log 4 − 12 − log 2! 3! 7!
    #expect(relativeError(fit.logLikelihood, 12 * log(4) - 12 - log(60_480)) < 1e-14)
    // 2 Σ y log(y / 4)
    let deviance = 2 * (2 * log(0.5) + 3 * log(0.75) + 7 * log(1.75))
    #expect(relativeError(fit.deviance, deviance) < 1e-13)
    #expect(
      relativeError(
        try SparseRegression(Self.sparse([[1], [1], [1]]), counts: [2, 3, 7]).logLikelihood, fit.logLikelihood) < 1e-14)
  }

  @Test func `a design with as many columns as rows meets every count`() throws {
    let fit = try PoissonRegression(design: [[1, 0], [1, 1]], counts: [5, 20])
    #expect(relativeError(fit.coefficients[0], log(5)) < 1e-13)
    #expect(relativeError(fit.coefficients[1], log(4)) < 1e-13)
    #expect(relativeError(fit.covariance[1][1], 1.0 / 5 + 1.0 / 20) < 1e-12)
    #expect(relativeError(fit.covariance[0][1], -1.0 / 5) < 1e-12)
    #expect(fit.deviance < 1e-12)
  }

  @Test func `both solvers agree with the textbook, and the score is nought at the fit`() throws {
    let plain = PlainRegression(design: Self.design, counts: Self.counts, stoppingEarly: false)
    let dense = try PoissonRegression(design: Self.design, counts: Self.counts)
    let sparse = try SparseRegression(Self.sparse(Self.design), counts: Self.counts)
    for (j, expected) in plain.coefficients.enumerated() {
      #expect(relativeError(dense.coefficients[j], expected) < 1e-11)
      #expect(relativeError(sparse.coefficients[j], expected) < 1e-11)
      for k in 0..<3 { #expect(relativeError(dense.covariance[j][k], plain.covariance[j][k]) < 1e-9) }
      for means in [dense.means, sparse.means] {
        let score = Self.design.indices.reduce(0) { $0 + Self.design[$1][j] * (Self.counts[$1] - means[$1]) }
        #expect(abs(score) < 1e-10)
      }
    }
    let likelihood = zip(Self.counts, dense.means).reduce(0) {
      $0 + $1.0 * log($1.1) - $1.1 - logGamma($1.0 + 1)
    }
    #expect(relativeError(dense.logLikelihood, likelihood) < 1e-13)
    #expect(relativeError(sparse.logLikelihood, likelihood) < 1e-13)
    #expect(
      zip(Self.sparse(Self.design).means(sparse.coefficients), sparse.means).allSatisfy {
        relativeError($0, $1) < 1e-14
      })
  }

  @Test func `a large step is halved until the likelihood no longer falls`() throws {
    // Far out on the log scale Newton's first step overshoots.
    let design = [[1.0, 0], [1, 1], [1, 2], [1, 10]]
    let counts = [0.0, 1, 0, 100_000]
    let plain = try SparseRegression(Self.sparse(design), counts: counts)
    let far = try SparseRegression(Self.sparse(design), counts: counts, start: [-30, 0.5])
    for (one, other) in zip(plain.coefficients, far.coefficients) { #expect(relativeError(one, other) < 1e-10) }
    let score = design.indices.reduce(0) { $0 + design[$1][1] * (counts[$1] - plain.means[$1]) }
    #expect(abs(score) < 1e-6)
  }

  @Test func `a start that leads nowhere is replaced by the usual one`() throws {
    let usual = try SparseRegression(Self.sparse(Self.design), counts: Self.counts)
    let starts: [[Double]] = [[900, 0, 0], [.infinity, .nan, 0], [0, 0, 0], [3, -1, 0.5]]
    for start in starts {
      let fit = try SparseRegression(Self.sparse(Self.design), counts: Self.counts, start: start)
      for (one, other) in zip(fit.coefficients, usual.coefficients) { #expect(abs(one - other) < 1e-10) }
    }
  }

  @Test func `a column that only empty rows have is at minus infinity, and those rows have mean nought`() throws {
    let design = [[1.0, 0, 0], [1, 1, 0], [1, 0, 1], [1, 1, 1]]
    let fit = try SparseRegression(Self.sparse(design), counts: [8, 4, 0, 0])
    #expect(fit.coefficients[2] == -.infinity)
    #expect(relativeError(fit.coefficients[0], log(8)) < 1e-13)
    #expect(relativeError(fit.coefficients[1], log(0.5)) < 1e-12)
    #expect(fit.means[2] == 0 && fit.means[3] == 0)
    let expected: Double = 12 * log(2.0) * 2 + 8 * log(2.0) - 12 - logFactorial(8) - logFactorial(4)
    #expect(relativeError(fit.logLikelihood, expected) < 1e-13)
  }

  @Test func `columns that depend on each other have no unique coefficients`() {
    let design = [[1.0, 2], [1, 2], [1, 2]]
    #expect(throws: PoissonRegression.Failure.notIdentifiable) {
      try PoissonRegression(design: design, counts: [1, 2, 3])
    }
    #expect(throws: PoissonRegression.Failure.notIdentifiable) {
      try SparseRegression(Self.sparse(design), counts: [1, 2, 3])
    }
    #expect(throws: PoissonRegression.Failure.notIdentifiable) { try PoissonRegression(design: [], counts: []) }
    #expect(throws: PoissonRegression.Failure.notIdentifiable) { try PoissonRegression(design: [[]], counts: [1]) }
  }

  @Test func `a slope that may fall for ever has no maximum`() {
    // Whoever has −1 or 1 in the second column is never counted on one side: the slope runs off.
    let design = [[1.0, -1], [1, 0], [1, 1]]
    #expect(throws: PoissonRegression.Failure.noMaximum) { try PoissonRegression(design: design, counts: [5, 0, 0]) }
    #expect(throws: PoissonRegression.Failure.self) { try SparseRegression(Self.sparse(design), counts: [5, 0, 0]) }
    #expect(!DesignExistence.hasMaximum(design: design, counts: [5, 0, 0]))
    #expect(DesignExistence.hasMaximum(design: design, counts: [5, 0, 1]))
    #expect(DesignExistence.hasMaximum(design: design, counts: [0, 3, 0]))
    // The scale of a column does not matter.
    let scaled = design.map { [$0[0], 1e6 * $0[1]] }
    #expect(!DesignExistence.hasMaximum(design: scaled, counts: [5, 0, 0]))
    #expect(DesignExistence.hasMaximum(design: scaled, counts: [5, 0, 1]))
  }

  @Test func `small systems are solved as by hand`() throws {
    // 4x + 2y = 10, 2x + 3y = 9: x = 1.5, y = 2; the inverse is [[3, −2], [−2, 4]] / 8.
    let matrix = [[4.0, 2], [2, 3]]
    for (one, other) in zip(try #require(SymmetricMatrix.solve(matrix, [10, 9])), [1.5, 2]) {
      #expect(abs(one - other) < 1e-14)
    }
    let inverse = try #require(SymmetricMatrix.inverse(matrix))
    for (row, expected) in zip(inverse, [[0.375, -0.25], [-0.25, 0.5]]) {
      for (one, other) in zip(row, expected) { #expect(abs(one - other) < 1e-15) }
    }
    #expect(PackedMatrix.solve([4, 2, .nan, 3], [10, 9]) == [1.5, 2])
    let three = [[2.0, 1, 0], [1, 3, 1], [0, 1, 4]]
    let x = [1.0, -2, 3]
    let right = three.map { zip($0, x).reduce(0) { $0 + $1.0 * $1.1 } }
    for solution in [SymmetricMatrix.solve(three, right), PackedMatrix.solve(three.flatMap { $0 }, right)] {
      for (one, other) in zip(try #require(solution), x) { #expect(abs(one - other) < 1e-14) }
    }
  }

  @Test(
    arguments: [
      [[1, 1], [1, 1]], [[0, 0], [0, 1]], [[1, 2], [2, 1]], [[1, 1], [1, 1 + 1e-14]], [[1, 1e3], [1e3, 1e6 + 1e-8]],
    ] as [[[Double]]])
  func `a matrix that is singular, or not positive, is not solved`(_ matrix: [[Double]]) {
    #expect(SymmetricMatrix.solve(matrix, [1, 1]) == nil && SymmetricMatrix.inverse(matrix) == nil)
    #expect(PackedMatrix.solve(matrix.flatMap { $0 }, [1, 1]) == nil)
  }

  @Test func `a pivot is small or not by the scale of its own column`() throws {
    let scales = [
      SymmetricMatrix.solve([[1e-20, 0], [0, 1e20]], [1e-20, 1e20]),
      PackedMatrix.solve([1e-20, 0, 0, 1e20], [1e-20, 1e20]),
    ]
    for solution in scales { #expect(try #require(solution).allSatisfy { abs($0 - 1) < 1e-14 }) }
  }
}
