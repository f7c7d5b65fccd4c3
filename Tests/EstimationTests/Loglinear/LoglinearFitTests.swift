@testable import Estimation
import Testing

struct LoglinearFitTests {
  @Test(arguments: Fixture.datasets)
  func `main effects agree with other software to eight digits`(_ name: String) throws {
    let table = try Fixture.table(name)
    let fit = try HierarchicalModel.mainEffects(lists: table.lists.count).fitted(to: table)
    let expected = { (quantity: String) in try Fixture.value(name, "main effects", quantity) }
    #expect(relativeError(fit.estimate, try expected("N")) < 1e-8)
    #expect(relativeError(fit.deviance, try expected("deviance")) < 1e-8)
    #expect(relativeError(fit.bic, try expected("BIC")) < 1e-8)
    #expect(relativeError(fit.aic, try expected("AIC")) < 1e-8)
    // The other software keeps the weights of the last iteration but one, so its standard errors carry four digits;
    // stopped where it stops, the plain regression gives its number.
    #expect(relativeError(fit.deltaStandardError, try expected("SD_delta")) < 1e-3)
    #expect(relativeError(fit.standardError, try expected("SE")) < 1e-3)
    let (design, counts) = PlainRegression.design(fit.model, table)
    let early = PlainRegression(design: design, counts: counts, stoppingEarly: true)
    let hidden = exp(early.coefficients[0])
    #expect(relativeError(hidden * early.covariance[0][0].squareRoot(), try expected("SD_delta")) < 1e-8)
    let exact = PlainRegression(design: design, counts: counts, stoppingEarly: false)
    #expect(relativeError(fit.interceptVariance, exact.covariance[0][0]) < 1e-9)
  }

  @Test(arguments: Fixture.datasets)
  func `all pairs agree with other software to eight digits`(_ name: String) throws {
    let table = try Fixture.table(name)
    let model = HierarchicalModel.allPairs(lists: table.lists.count)
    let (existence, identifiable) = model.existence(on: table)
    let code = (existence == .exists ? 0 : 1) + (identifiable ? 0 : 2)
    #expect(Double(code) == (try Fixture.value(name, "all two-list", "checkident_code")))
    guard code == 0 else {
      #expect(throws: LoglinearError.notIdentifiable(model: "[12,13,23]")) { try model.fitted(to: table) }
      return
    }
    let fit = try model.fitted(to: table)
    #expect(relativeError(fit.estimate, try Fixture.value(name, "all two-list", "N")) < 1e-8)
    #expect(relativeError(fit.bic, try Fixture.value(name, "all two-list", "BIC")) < 1e-8)
    #expect(relativeError(fit.deltaStandardError, try Fixture.value(name, "all two-list", "SD_delta")) < 1e-3)
    let atMinusInfinity = fit.parameters.count { $0 == -.infinity }
    #expect(Double(atMinusInfinity) == (try Fixture.value(name, "all two-list", "minus_inf_params")))
  }
}
