import Foundation
import Testing

@testable import Estimation

struct StepwiseSelectionTests {
  @Test(arguments: Fixture.datasets, ["0.001", "0.01", "0.02", "0.05"])
  func `stepwise selection chooses and estimates as other software`(_ name: String, _ threshold: String) throws {
    let fit = try Fixture.table(name).stepwiseFit(threshold: try #require(Double(threshold)))
    let method = "stepwise p<" + threshold
    #expect(fit.model.notation == Fixture.reference["\(name)|\(method)|model"])
    #expect(relativeError(fit.estimate, try Fixture.value(name, method, "N")) < 1e-8)
    let (design, counts) = PlainRegression.design(fit.model, try Fixture.table(name))
    let early = PlainRegression(design: design, counts: counts, stoppingEarly: true)
    let theirs = Foundation.exp(early.coefficients[0]) * early.covariance[0][0].squareRoot()
    #expect(relativeError(theirs, try Fixture.value(name, method, "SD_delta")) < 1e-7)
    #expect(relativeError(fit.deltaStandardError, theirs) < 1e-3)
  }

  @Test(arguments: Fixture.datasets)
  func `log-normal intervals given the model agree with other software`(_ name: String) throws {
    let fit = try Fixture.table(name).stepwiseFit(threshold: 0.02)
    let expected = { (quantity: String) in
      try Fixture.value(name, "stepwise p<0.02 conditional normal-log CI", quantity)
    }
    let wide = fit.logNormalInterval(level: 0.95)
    let narrow = fit.logNormalInterval(level: 0.8)
    for (limit, quantity) in [(wide.lower, "2.5"), (wide.upper, "97.5"), (narrow.lower, "10"), (narrow.upper, "90")] {
      #expect(relativeError(limit, try expected(quantity)) < 1e-3)
    }
  }

  /// P(X <= o) and P(X >= o) to fifty digits, from an arbitrary-precision program.
  /// log min(P(X <= o), P(X >= o)), computed in sixty digits.
  @Test(arguments: [
    (0, 3.0, -3.0), (5, 5.0, -0.5806997496314213), (59, 10.0, -58.49963326559136),
    (1, 60.0, -55.889126135826686), (300, 100.0, -132.9518014377926), (150, 400.0, -105.8327873426416),
  ])
  func `tails are summed on their own side`(_ observed: Int, _ mean: Double, _ expected: Double) {
    let tail = PoissonTail.logSmaller(observed: observed, mean: mean)
    #expect(relativeError(tail, expected) < 1e-12)
  }

  @Test func `a tail computed as a complement would choose another model for the Netherlands`() throws {
    let table = try Fixture.table("Ned")
    let fit = try table.stepwiseFit(threshold: 0.02)
    #expect(relativeError(fit.estimate, 111_139) < 1e-5)
    let wrong = try Fixture.value("Ned", "stepwise p<0.02 with upper tail computed as 1-P (wrong)", "N")
    let path = [0b11, 0b1001, 0b100001, 0b110, 0b1010, 0b10010, 0b100010, 0b100100, 0b101000, 0b110000]
    let model = HierarchicalModel(lists: 6, generators: path.map { UInt32($0) })
    #expect(relativeError(try model.fitted(to: table).estimate, wrong) < 1e-8)
    #expect(fit.model != model)
  }

  /// Without the six Dutch lists: 60,794 [53,685, 69,338] is not the profile likelihood of any of the 32,768 models of
  /// pairs, so it cannot be a selection among them.
  @Test(arguments: ["Kosovo", "UKdat_5", "Ned_5", "UKdat", "NewOrl_185"], ["0.001", "0.05"])
  func `selection by AIC gives the published British estimate and those of its software`(
    _ name: String, _ threshold: String
  ) throws {
    let table = try Fixture.table(name)
    let fit = try table.akaikeStepwiseFit(threshold: try #require(Double(threshold)))
    let profile = try fit.model.profileLikelihood(on: table, levels: [0.95, 0.8], factorials: .stirlingAboveHundred)
    let limits = [
      ("pointestimate", profile.maximum), ("2.5", profile.intervals[0].lower), ("97.5", profile.intervals[0].upper),
      ("10", profile.intervals[1].lower), ("90", profile.intervals[1].upper),
    ]
    for (quantity, limit) in limits {
      let text = Fixture.reference["\(name)|MSEfit AIC stepwise p<\(threshold)|\(quantity)"]
      guard let expected = text.flatMap(Double.init) else {
        #expect(text == "NA" && limit.isFinite)
        continue
      }
      #expect(relativeError(limit, expected) < 1e-7)
    }
    guard name == "UKdat", threshold == "0.05" else { return }
    let exact = try fit.model.profileLikelihood(on: table, levels: [0.95])
    let printed = [exact.maximum, exact.intervals[0].lower, exact.intervals[0].upper].map { $0.rounded() }
    #expect(printed == [11_409, 9_982, 13_182])
  }
}
