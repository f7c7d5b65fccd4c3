@testable import Estimation
import Foundation
import Testing

struct HeterogeneityModelTests {
  static let models: [(HeterogeneityModel, String)] =
    [
      (HeterogeneityModel(form: .none, hasListEffects: false), "M0"),
      (HeterogeneityModel(form: .none, hasListEffects: true), "Mt"),
    ]
    + [false, true].flatMap { effects in
      [HeterogeneityModel.Form.chao: "Chao (LB)", .poisson: "Poisson2", .darroch: "Darroch", .gamma: "Gamma3.5"]
        .map { (HeterogeneityModel(form: $0.key, hasListEffects: effects), "\(effects ? "Mth" : "Mh") \($0.value)") }
    }

  @Test(arguments: Fixture.datasets, models)
  func `models for heterogeneity agree with other software`(
    _ name: String, _ item: (HeterogeneityModel, String)
  ) throws {
    let table = try Fixture.table(name)
    let expected = { (quantity: String) in try Fixture.value(name, "Rcapture \(item.1)", quantity) }
    if name == "Artificial_3", item.0.form != .none, item.0.form != .chao {
      // Nobody is on three lists: the other software goes on until it rounds to a hidden number of zero.
      #expect(throws: LoglinearError.noMaximum(model: item.0.name)) { try item.0.fitted(to: table) }
      #expect(try expected("N") < 96.3)
      return
    }
    let fit = try item.0.fitted(to: table)
    // The other software stops at a relative change of the deviance of 1e-8: one estimate in seventy carries only
    // seven digits, and the standard errors are those of the iteration before. Stopped there, all digits agree.
    #expect(relativeError(fit.estimate, try expected("N")) < 2e-7)
    #expect(relativeError(fit.standardError, try expected("stderr")) < 1e-3)
    // On NewOrl_185 it counts a column of cells without anybody, which it left out, as a parameter.
    let counted = name == "NewOrl_185" && item.0.form == .chao ? Foundation.log(185.0) : 0
    #expect(relativeError(fit.bic + counted, try expected("BIC")) < 1e-8)
    guard item.0.form != .chao else { return }
    let cells = (1..<(UInt32(1) << UInt32(table.lists.count)))
    let early = PlainRegression(
      design: cells.map { item.0.plainRow($0, lists: table.lists.count) },
      counts: cells.map { Double(table.count(of: $0)) }, stoppingEarly: true)
    let hidden = Foundation.exp(early.coefficients[0])
    #expect(relativeError(Double(table.observed) + hidden, try expected("N")) < 1e-8)
    let error = (hidden + hidden * hidden * early.covariance[0][0]).squareRoot()
    #expect(relativeError(error, try expected("stderr")) < 1e-6)
  }

  @Test(arguments: Fixture.datasets)
  func `Chao's lower bound is its formula`(_ name: String) throws {
    let bound = try Fixture.table(name).chaoBound
    let expected = { (quantity: String) in try Fixture.value(name, "Chao lower bound", quantity) }
    #expect(relativeError(bound.classic, try expected("N_classic")) < 1e-10)
    #expect(relativeError(bound.corrected, try expected("N_t_corrected")) < 1e-10)
    #expect(Double(bound.onOneList) == (try expected("f1")))
    #expect(Double(bound.onTwoLists) == (try expected("f2")))
  }
}

extension HeterogeneityModel {
  /// One row of the design, written out as in the table of the documentation.
  fileprivate func plainRow(_ cell: UInt32, lists: Int) -> [Double] {
    let k = Double(cell.nonzeroBitCount)
    let effects = (0..<lists).map { cell & (1 << UInt32($0)) != 0 ? 1.0 : 0.0 }
    let start = [1] + (hasListEffects ? effects : [k])
    switch form {
    case .none, .chao: return start
    case .poisson: return start + [Foundation.pow(2.0, k) - 1]
    case .darroch: return start + [k * k / 2]
    case .gamma: return start + [Foundation.log(3.5) - Foundation.log(3.5 + k)]
    }
  }
}
