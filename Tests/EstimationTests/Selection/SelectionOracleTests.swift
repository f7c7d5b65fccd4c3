import Invented
import Testing

@testable import Estimation

/// The selections written again, slow and plain: dense regressions, refitted for every candidate.
struct SelectionOracleTests {
  private static func fit(_ terms: [UInt32], _ table: CaptureHistories) -> (
    means: [UInt32: Double], fit: PlainRegression
  ) {
    let model = HierarchicalModel(lists: table.lists.count, generators: terms)
    let empty = model.terms.filter { $0 != 0 && table.margin(of: $0) == 0 }
    let cells = (1..<(UInt32(1) << UInt32(table.lists.count))).filter { cell in !empty.contains { cell & $0 == $0 } }
    let (design, counts) = PlainRegression.design(model, table)
    let fit = PlainRegression(design: design, counts: counts, stoppingEarly: false)
    let means = design.map { row in exp(zip(row, fit.coefficients).reduce(0) { $0 + $1.0 * $1.1 }) }
    return (Dictionary(uniqueKeysWithValues: zip(cells, means)), fit)
  }

  /// P(X <= o) and P(X >= o), the smaller, in plain sums.
  private static func tail(_ observed: Int, _ mean: Double) -> Double {
    var point = exp(-mean)
    var (lower, upper) = (0.0, 0.0)
    for count in 0...400 {
      if count <= observed { lower += point }
      if count >= observed { upper += point }
      point *= mean / Double(count + 1)
    }
    return min(lower, upper)
  }

  private static func stepwise(_ table: CaptureHistories, threshold: Double) -> HierarchicalModel {
    var pairs: [UInt32] = []
    while true {
      let means = fit(pairs, table).means
      let candidates = listSets(of: 2, among: table.lists.count).filter { !pairs.contains($0) }
      let tails = candidates.map { pair in
        (pair, tail(table.margin(of: pair), means.filter { $0.key & pair == pair }.values.reduce(0, +)))
      }
      // In order of the tail, the first whose model has an estimate.
      let entering = tails.filter { $0.1 < threshold }.sorted { $0.1 < $1.1 }.first { pair in
        let verdict = HierarchicalModel(lists: table.lists.count, generators: pairs + [pair.0]).existence(on: table)
        return verdict.existence == .exists && verdict.identifiable
      }
      guard let entering else { return HierarchicalModel(lists: table.lists.count, generators: pairs) }
      pairs.append(entering.0)
    }
  }

  private static func akaike(_ table: CaptureHistories, threshold: Double) -> HierarchicalModel {
    let lists = table.lists.count
    var model = HierarchicalModel.mainEffects(lists: lists)
    while true {
      guard let now = try? model.fitted(to: table) else { return model }
      let larger = listSets(of: 2, among: lists).filter { !model.contains($0) }
        .compactMap { pair in (try? model.adding(pair).fitted(to: table)).map { (pair, $0) } }
      guard let best = larger.min(by: { $0.1.aic < $1.1.aic - 1e-9 }), best.1.aic < now.aic,
        table.margin(of: best.0) > 0
      else { return model }
      let plain = fit(best.1.model.terms, table).fit
      let kept = best.1.model.terms.filter { $0 == 0 || table.margin(of: $0) > 0 }
      guard let place = kept.firstIndex(of: best.0) else { return model }
      let z = abs(plain.coefficients[place]) / plain.covariance[place][place].squareRoot()
      guard 2 * NormalDistribution.cumulative(-z) < threshold else { return model }
      model = best.1.model
    }
  }

  private static let populations = [
    SimulatedPopulation(persons: 900, chances: [0.3, 0.2, 0.25, 0.15], interactions: [0b0011: 1, 0b1100: -0.9]),
    SimulatedPopulation(persons: 400, chances: [0.1, 0.15, 0.2, 0.1], interactions: [0b0110: 1.2]),
    SimulatedPopulation(persons: 2500, chances: [0.2, 0.2, 0.1, 0.1], others: [0.05, 0.1, 0.1, 0.02]),
  ]

  @Test(arguments: 0..<24)
  func `selection by tails is that of refitting everything`(_ index: Int) throws {
    let table = try Self.populations[index % 3].sample(500 + index)
    for threshold in [0.001, 0.02, 0.2] {
      let fit = try table.stepwiseFit(threshold: threshold)
      #expect(fit.model == Self.stepwise(table, threshold: threshold))
    }
  }

  @Test(arguments: 0..<24)
  func `selection by AIC is that of refitting everything`(_ index: Int) throws {
    let table = try Self.populations[index % 3].sample(600 + index)
    for threshold in [0.001, 0.05, 0.3] {
      let fit = try table.akaikeStepwiseFit(threshold: threshold)
      #expect(fit.model == Self.akaike(table, threshold: threshold))
    }
  }

  @Test func `of two pairs that say the same, the first in order enters`() throws {
    // Lists B and C are each other's mirror: after 23, which has too few, 12 and 13 have the same tail.
    let table = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,30\n0,1,0,60\n0,0,1,60\n1,1,0,60\n1,0,1,60\n0,1,1,30\n1,1,1,40\n",
      allowingRounded: true)
    let solver = LoglinearSolver(lists: 3)
    let selection = StepwiseSelection(lists: 3, threshold: 0.9)
    let selected = try #require(selection.select(CountTable(table), solver))
    #expect(Array(selected.terms.dropFirst(4).prefix(2)) == [0b110, 0b011])
    // A threshold that no tail is below leaves the main effects.
    let none = try #require(StepwiseSelection(lists: 3, threshold: 1e-12).select(CountTable(table), solver))
    #expect(none.terms == [0, 1, 2, 4])
  }

  @Test func `without an estimate for the main effects there is no selection`() throws {
    // Lists 1 and 2 overlap and list 3 nobody's: the main effects need more than that to exist.
    var table = CountTable(lists: 2)
    table.load([1, 2], [5, 7])
    #expect(StepwiseSelection(lists: 2, threshold: 0.02).select(table, LoglinearSolver(lists: 2)) == nil)
    #expect(AkaikeStepwise(lists: 2, threshold: 0.02).select(table, LoglinearSolver(lists: 2)) == nil)
  }

  @Test func `every choice of a model is the rule of its name`() throws {
    var settings = EstimationSettings(threshold: 0.03, order: 3, model: "[12,3]", seed: 1)
    let rules = try EstimationMethod.allCases.compactMap { try $0.choice?.rule(lists: 3, settings) }
    #expect(
      rules == [
        .model(.mainEffects(lists: 3)), .model(.allPairs(lists: 3)),
        .model(HierarchicalModel(lists: 3, generators: [0b011])), .stepwise(threshold: 0.03),
        .akaikeStepwise(threshold: 0.03), .best(.bic, order: 3), .best(.aic, order: 3),
      ])
    settings.model = nil
    #expect(throws: EstimationError.modelMissing) { try ModelChoice.given.rule(lists: 3, settings) }
    settings.model = "[14]"
    #expect(throws: EstimationError.unreadableModel("[14]")) { try ModelChoice.given.rule(lists: 3, settings) }
  }
}
