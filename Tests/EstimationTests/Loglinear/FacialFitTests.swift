import Invented
import Testing

@testable import Estimation

/// Models whose maximum lies on a face (Fienberg & Rinaldo 2012).
struct FacialFitTests {
  private static let copied = "A,B,C,count\n1,1,0,60\n1,1,1,20\n0,0,1,40\n"
  private static let nested = "A,B,C,count\n0,1,0,50\n1,1,0,30\n0,1,1,15\n1,1,1,10\n0,0,1,45\n"

  /// m_0 = m_{B only} m_{C only} / m_{BC}, by the sums of the longer list beside C.
  @Test(arguments: [(copied, 60.0 * 40 / 20), (nested, 80.0 * 45 / 25)])
  func `a copy, or a list within another, leaves the estimate of the longer list beside the third`(
    _ text: String, _ hidden: Double
  ) throws {
    let table = try CaptureHistories(parsing: text)
    let model = HierarchicalModel(lists: 3, generators: [0b011])
    #expect(model.existence(on: table).existence == .doesNotExist)
    let fit = try model.fitted(to: table)
    #expect(relativeError(fit.hidden, hidden) < 1e-10)
    let face = try #require(fit.face)
    #expect(face.cells < face.all)
  }

  @Test(arguments: [EstimationMethod.bic, .aic])
  func `a choice by a criterion takes the model on a face, with finite limits, and says so`(
    _ method: EstimationMethod
  ) async throws {
    let table = try CaptureHistories(parsing: Self.copied)
    var settings = EstimationSettings(levels: [0.95], replicates: 400, maximumReplicates: 400, seed: 8)
    settings.order = 2
    settings.intervals = [.logNormal, .bca]
    let result = try await table.estimate(by: method, using: settings)
    #expect(result.model == "[12,3]")
    #expect(relativeError(try #require(result.estimate), 240) < 1e-10)
    #expect(result.warnings.contains(.maximumOnFace(excluded: 4)))
    let limits = try #require(result.interval(.bca, level: 0.95))
    #expect(limits.lower > 170 && limits.upper < 420)
    let (z, variance): (Double, Double) = (NormalDistribution.quantile(0.975), 1.0 / 60 + 1.0 / 40 + 1.0 / 20)
    // As for two lists alone: log-normal around 120, variance 1/60 + 1/40 + 1/20.
    let spread = exp(z * variance.squareRoot())
    let byHand = try #require(result.interval(.logNormal, level: 0.95))
    #expect(relativeError(byHand.lower, 120 + 120 / spread) < 1e-10)
    #expect(relativeError(byHand.upper, 120 + 120 * spread) < 1e-10)
  }

  @Test func `two lists without a third leave no total on a face`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,1,20\n0,1,40\n")
    #expect(throws: LoglinearError.noMaximum(model: "[1,2]")) {
      try HierarchicalModel.mainEffects(lists: 2).fitted(to: table)
    }
  }

  /// A table with some hundred-thousandths of a person more in every cell, spread in two ways, has a maximum; as these go to nought its
  /// likelihood goes to that of the face, and its hidden number to that of the face exactly where the face determines it.
  @Test func `a face is the limit of tables that have a maximum, whichever way it is approached`() throws {
    var generator = SplitMix(seed: 20)
    var determined = 0
    var open = 0
    for _ in 0..<400 {
      let lists = 3 + Int(generator.next() % 2)
      let counts = (1..<(1 << lists)).map { _ in generator.next() % 3 == 0 ? 1 + Int(generator.next() % 30) : 0 }
      var table = CountTable(lists: lists)
      table.load((1..<UInt32(1 << lists)).map { $0 }, counts)
      let models = ModelLattice(lists: lists, order: lists - 1).allModels
      let model = models[Int(generator.next() % UInt64(models.count))]
      let solver = LoglinearSolver(lists: lists)
      guard (0..<lists).allSatisfy({ table.margins[1 << $0] > 0 }) else { continue }
      let outcome = solver.fit(model.terms, to: table, warm: false)
      if case .converged = outcome { continue }
      let fit = FacialFit(terms: model.terms, table: table)
      guard fit != nil || outcome == .noMaximum else { continue }
      // Far along, the equations are too ill-conditioned to solve; such tables say nothing here.
      let limits = (0..<2).compactMap { _ -> [Limit]? in
        let shares = counts.map { _ in 0.1 + Double(generator.next() % 1000) / 100 }
        return try? [1e-3, 1e-5].map { size in try Self.nearby(model, table, shares.map { $0 * size }) }
      }
      guard limits.count == 2 else { continue }
      if let fit {
        determined += 1
        for limit in limits {
          #expect(abs(limit[1].intercept - fit.maximum.intercept) < 1e-2)
          #expect(abs(limit[1].logLikelihood - fit.maximum.logLikelihood) < 1e-2)
        }
        #expect(solver.supremum >= fit.maximum.logLikelihood)
      } else {
        open += 1
        let numbers = limits.flatMap { $0 }.map(\.hidden)
        let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
        #expect(most - least > 1e-3 * least)
      }
    }
    #expect(determined > 10 && open > 50)
  }

  private struct Limit {
    var intercept: Double
    var logLikelihood: Double
    var hidden: Double { exp(intercept) }
  }

  private static func nearby(
    _ model: HierarchicalModel, _ table: CountTable, _ more: [Double]
  ) throws -> Limit {
    let problem = ExistenceProblem(terms: model.terms, table: table)
    let cells = problem.cells
    let columns = problem.independentColumns(on: cells)
    let fit = try PoissonRegression(
      design: cells.map { cell in columns.map { cell & $0 == $0 ? 1 : 0 } },
      counts: cells.map { table.counts[$0] + more[$0 - 1] })
    let constant = fit.coefficients[columns.firstIndex(of: 0) ?? 0]
    var likelihood = 0.0
    for (cell, mean) in zip(cells, fit.means) { likelihood += table.counts[cell] * log(mean) - mean }
    return Limit(intercept: constant, logLikelihood: likelihood)
  }

  /// The search passes over models that cannot win; the ranking fits them all.
  @Test func `the search finds the best of the ranking on sparse tables, faces included`() async throws {
    var generator = SplitMix(seed: 21)
    var onFace = 0
    for _ in 0..<60 {
      let lists = 3 + Int(generator.next() % 2)
      var text = (0..<lists).map { "L\($0)" }.joined(separator: ",") + ",count\n"
      for cell in 1..<(1 << lists) where generator.next() % 2 == 0 {
        text += (0..<lists).map { cell >> $0 & 1 == 1 ? "1" : "0" }.joined(separator: ",")
        text += ",\(1 + generator.next() % 40)\n"
      }
      guard let table = try? CaptureHistories(parsing: text), table.entries.count > 2 else { continue }
      for criterion in [InformationCriterion.aic, .bic] {
        let ranking = try? await table.rankedModels(order: lists - 1, criterion: criterion)
        let estimator = try RuleEstimator(.best(criterion, order: lists - 1), lists: lists)
        let best = estimator.model(CountTable(table))
        #expect(best?.notation == ranking?.ranked.first?.model.notation)
        if ranking?.ranked.first?.isOnFace == true { onFace += 1 }
      }
    }
    #expect(onFace > 5)
  }
}
