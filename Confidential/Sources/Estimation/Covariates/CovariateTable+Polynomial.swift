extension CovariateTable {
  /// The same table, with a covariate that enters models as a polynomial.
  ///
  /// - Throws: `CaptureHistoryError.unknownCovariate`, and `notPolynomial` when its levels are not more numbers than the
  ///   degree.
  public func treating(_ name: String, asPolynomialOf degree: Int) throws(CaptureHistoryError) -> CovariateTable {
    guard let index = covariates.firstIndex(where: { $0.name == name }) else {
      throw .unknownCovariate(name, among: covariates.map(\.name))
    }
    guard degree >= 1, covariates[index].levels.count > degree, covariates[index].numbers != nil else {
      throw .notPolynomial(name, degree: degree)
    }
    var copy = covariates
    copy[index].degree = degree
    return CovariateTable(lists: lists, covariates: copy, rows: rows)
  }

  /// The same lists and covariates with other counts.
  func replacing(rows: [Row]) -> CovariateTable { CovariateTable(lists: lists, covariates: covariates, rows: rows) }

  private init(lists: [String], covariates: [Covariate], rows: [Row]) {
    self.lists = lists
    self.covariates = covariates
    self.rows = rows
  }
}

extension CovariateTable.Covariate {
  /// The levels as numbers; nil when one is none.
  var numbers: [Double]? {
    let values = levels.compactMap { Double($0) }.filter(\.isFinite)
    return values.count == levels.count && Set(values).count == values.count ? values : nil
  }

  /// By level, the columns of its effect: indicators with the first level as reference, or the values of polynomials of
  /// degree 1, 2, .. that are orthogonal over the levels and have length one (Gram and Schmidt, applied twice, after which
  /// they are orthogonal to rounding: Giraud, Langou & Rozložník 2005).
  var basis: [[Double]] {
    guard let degree, let numbers else {
      return levels.indices.map { level in (1..<max(levels.count, 1)).map { $0 == level ? 1 : 0 } }
    }
    let centre = numbers.reduce(0, +) / Double(numbers.count)
    let scale = numbers.map { abs($0 - centre) }.max() ?? 1
    var columns = [numbers.map { _ in 1 / Double(numbers.count).squareRoot() }]
    for exponent in 1...degree {
      var column = numbers.map { power(($0 - centre) / scale, Double(exponent)) }
      for _ in 0..<2 {
        for other in columns {
          let product = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 }
          column = zip(column, other).map { $0 - product * $1 }
        }
        let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
        column = column.map { $0 / length }
      }
      columns.append(column)
    }
    return levels.indices.map { level in columns.dropFirst().map { $0[level] } }
  }
}
