import Invented
import Testing

@testable import Estimation

/// Small tables on which the fit is a formula.
struct HeterogeneityClosedFormTests {
  private static let two = "A,B,count\n1,0,40\n0,1,24\n1,1,16\n"

  @Test func `two equal lists hide (f1 / 2)² / f2 persons, two lists n10 n01 / n11`() throws {
    let table = try CaptureHistories(parsing: Self.two)
    let equal = try HeterogeneityModel(form: .none, hasListEffects: false).fitted(to: table)
    #expect(relativeError(equal.estimate, 80 + 32.0 * 32 / 16) < 1e-10 && equal.parameters == 2)
    // log hidden is 2 log f1 − log f2 and a constant.
    #expect(relativeError(equal.interceptVariance, 4.0 / 64 + 1.0 / 16) < 1e-9)
    #expect(relativeError(equal.standardError, (64 + 64.0 * 64 * (4.0 / 64 + 1.0 / 16)).squareRoot()) < 1e-9)
    let own = try HeterogeneityModel(form: .none, hasListEffects: true).fitted(to: table)
    #expect(relativeError(own.estimate, 80 + 40.0 * 24 / 16) < 1e-10 && own.parameters == 3 && own.deviance < 1e-9)
    #expect(relativeError(own.interceptVariance, 1.0 / 40 + 1.0 / 24 + 1.0 / 16) < 1e-9)
  }

  @Test func `interval and criteria are their formulas`() throws {
    let table = try CaptureHistories(parsing: Self.two)
    let fit = try HeterogeneityModel(form: .none, hasListEffects: true).fitted(to: table)
    let spread = exp(1.2815515655446004 * (1.0 / 40 + 1.0 / 24 + 1.0 / 16).squareRoot())
    let interval = fit.logNormalInterval(level: 0.8)
    #expect(interval.kind == .logNormal && interval.level == 0.8)
    #expect(
      relativeError(interval.lower, 80 + 60 / spread) < 1e-9 && relativeError(interval.upper, 80 + 60 * spread) < 1e-9)
    let logLikelihood = [40, 24, 16].reduce(0.0) { $0 + Double($1) * log(Double($1)) - Double($1) - logFactorial($1) }
    #expect(abs(fit.logLikelihood - logLikelihood) < 1e-9)
    #expect(abs(fit.aic - (6 - 2 * logLikelihood)) < 1e-9 && abs(fit.bic - (3 * log(80) - 2 * logLikelihood)) < 1e-9)
  }

  /// Mh on three lists has a parameter for each number of captures, so the means are f1 / 3, f2 / 3 and f3, and the
  /// intercept follows from three equations l_k = a + b k + g h(k), with h as in the table of the documentation.
  @Test(arguments: [
    (HeterogeneityModel.Form.darroch, [0.5, 2, 4.5]), (.poisson, [1, 3, 7]), (.chao, [0, 0, 1]),
    (.gamma, [-0.25131442828090605, -0.45198512374305722, -0.61903920840622351]),
  ])
  func `heterogeneity on three equal lists is solved by hand`(
    _ form: HeterogeneityModel.Form, _ h: [Double]
  ) throws {
    let table = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,50\n0,1,0,41\n0,0,1,38\n1,1,0,12\n1,0,1,9\n0,1,1,11\n1,1,1,8\n")
    let l = [129.0 / 3, 32.0 / 3, 8].map { log($0) }
    let curve = l[2] - 2 * l[1] + l[0]
    let g = curve / (h[2] - 2 * h[1] + h[0])
    let intercept = 2 * l[0] - l[1] - g * (2 * h[0] - h[1])
    let fit = try HeterogeneityModel(form: form, hasListEffects: false).fitted(to: table)
    #expect(relativeError(fit.estimate, 169 + exp(intercept)) < 1e-9 && fit.dropped == 0 && fit.parameters == 3)
  }

  @Test func `Chao's column that would be negative is dropped, and one without anybody too`() throws {
    let few = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,50\n0,1,0,41\n0,0,1,38\n1,1,0,32\n1,0,1,39\n0,1,1,31\n1,1,1,2\n")
    let fit = try HeterogeneityModel(form: .chao, hasListEffects: false).fitted(to: few)
    let plain = try HeterogeneityModel(form: .none, hasListEffects: false).fitted(to: few)
    #expect(fit.dropped == 1 && fit.parameters == 2 && relativeError(fit.estimate, plain.estimate) < 1e-12)
    let none = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,50\n0,1,0,41\n0,0,1,38\n1,1,0,2\n1,0,1,3\n0,1,1,1\n")
    #expect(try HeterogeneityModel(form: .chao, hasListEffects: true).fitted(to: none).dropped == 1)
  }

  @Test func `Chao's model on four equal lists drops the most negative column first`() throws {
    // f = 240, 90, 48, 1 on four lists: the fourth column is far below what the third makes of it.
    let cells = (1..<16).map { cell -> CaptureHistories.Entry in
      .init(history: UInt32(cell), count: [60, 15, 12, 1][cell.nonzeroBitCount - 1])
    }
    let table = try CaptureHistories(lists: ["A", "B", "C", "D"], entries: cells, allowingRounded: true)
    let fit = try HeterogeneityModel(form: .chao, hasListEffects: false).fitted(to: table)
    #expect(fit.parameters == 4 - fit.dropped && fit.dropped == 1)
    // What is kept is one column that starts at three captures.
    let design = (1..<16).map { cell -> [Double] in
      let k = Double(cell.nonzeroBitCount)
      return [1, k, max(k - 2, 0)]
    }
    let other = try PoissonRegression(design: design, counts: cells.map { Double($0.count) })
    #expect(relativeError(fit.estimate, 379 + exp(other.coefficients[0])) < 1e-10)
  }

  @Test(
    arguments: zip(
      HeterogeneityModel.Form.allCases,
      [
        ("M0", "Mt"), ("Mh Chao", "Mth Chao"), ("Mh Poisson2", "Mth Poisson2"), ("Mh Darroch", "Mth Darroch"),
        ("Mh Gamma3.5", "Mth Gamma3.5"),
      ]))
  func `models are named as in the literature`(_ form: HeterogeneityModel.Form, _ names: (String, String)) {
    #expect(HeterogeneityModel(form: form, hasListEffects: false).name == names.0)
    #expect(HeterogeneityModel(form: form, hasListEffects: true).name == names.1)
  }

  @Test func `the order and the names of lists do not matter`() throws {
    let one = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,5\n0,1,0,14\n0,0,1,9\n1,1,0,4\n1,0,1,3\n0,1,1,2\n1,1,1,3\n")
    let other = try CaptureHistories(
      parsing: "z,y,x,count\n0,0,1,5\n0,1,0,14\n1,0,0,9\n0,1,1,4\n1,0,1,3\n1,1,0,2\n1,1,1,3\n")
    for form in HeterogeneityModel.Form.allCases {
      let model = HeterogeneityModel(form: form, hasListEffects: true)
      #expect(relativeError(try model.fitted(to: one).estimate, try model.fitted(to: other).estimate) < 1e-9)
    }
  }

  @Test func `Chao's bound on two lists is a quarter of f1 squared over f2`() throws {
    let bound = try CaptureHistories(parsing: Self.two).chaoBound
    #expect(bound.onOneList == 64 && bound.onTwoLists == 16 && bound.observed == 80)
    #expect(bound.classic == 80 + 128 && bound.corrected == 80 + 64)
    // c = 1/2, r = 4: 16 (8/2 + 64/4 + 256/16).
    #expect(abs(bound.standardError - (16.0 * (4 + 16 + 16)).squareRoot()) < 1e-10)
    let interval = bound.interval(level: 0.8)
    let spread = exp(1.2815515655446004 * log(1 + 576.0 / 4096).squareRoot())
    #expect(abs(interval.lower - (80 + 64 / spread)) < 1e-9 && abs(interval.upper - (80 + 64 * spread)) < 1e-9)
  }
}
