import Invented
import Model
import Testing

@testable import Estimation

/// What is decided of every method, beside each other: a method that is added needs a row.
struct MethodTests {
  private static let decided: [(method: EstimationMethod, name: String, english: String, ranges: Bool, strata: Bool)] =
    [
      (.weighed, "weighed", "Models weighed", false, false),
      (.weighedDifferences, "weighed-differences", "Models weighed, with differences", false, false),
      (.mainEffects, "main-effects", "Independent lists", true, true),
      (.allPairs, "all-pairs", "All pairs dependent", true, true),
      (.model, "model", "Model as given", true, true),
      (.stepwise, "stepwise", "Stepwise, as published", false, true),
      (.akaikeStepwise, "aic-stepwise", "Stepwise, AIC", false, true),
      (.bic, "bic", "Best model by BIC", true, true),
      (.aic, "aic", "Best model by AIC", false, true),
      (.bicAverage, "bic-average", "Models averaged by BIC", false, false),
      (.chao, "chao", "Chao's lower bound", false, false),
      (.chaoLogLinear, "chao-log-linear", "Lower bound, log-linear", false, false),
      (.chaoListEffects, "chao-list-effects", "Lower bound with list effects", false, false),
      (.poissonHeterogeneity, "mh-poisson", "Differences, Poisson", false, false),
      (.darrochHeterogeneity, "mh-darroch", "Differences, Darroch", false, false),
      (.gammaHeterogeneity, "mh-gamma", "Differences, gamma", false, false),
      (.poissonListEffects, "mth-poisson", "Lists and differences, Poisson", false, false),
      (.darrochListEffects, "mth-darroch", "Lists and differences, Darroch", false, false),
      (.gammaListEffects, "mth-gamma", "Lists and differences, gamma", false, false),
      (.decomposableGraphs, "dga", "Decomposable graphs (Bayes)", false, false),
      (.latentClasses, "lcm", "Latent classes (Bayes)", false, false),
      (.interactionThreshold, "threshold", "Interaction threshold (Bayes)", false, false),
      (.interactionThresholdFlat, "threshold-flat", "Interaction threshold, flat (Bayes)", false, false),
    ]

  @Test func `every method has the name, label and uses that were decided`() {
    #expect(Self.decided.map(\.method) == EstimationMethod.allCases)
    for row in Self.decided {
      #expect(row.method.rawValue == row.name && row.method.label.en == row.english)
      #expect(row.method.label.nl != row.method.label.en)
      #expect(CensoredHistories.methods.contains(row.method) == row.ranges)
      #expect(StratifiedHistories.methods.contains(row.method) == row.strata)
    }
    #expect(Set(EstimationMethod.allCases.map(\.label.nl)).count == EstimationMethod.allCases.count)
  }

  @Test(
    arguments: [
      (.mainEffects, "independent"), (.allPairs, "in pairs"), (.model, "not chosen"), (.stepwise, "testing"),
      (.akaikeStepwise, "testing"), (.bic, "best criterion"), (.aic, "best criterion"), (.bicAverage, "weights"),
      (.chao, "Lower bound"), (.chaoLogLinear, "Lower bound"), (.chaoListEffects, "Lower bound"),
      (.poissonHeterogeneity, "Poisson"), (.poissonListEffects, "Poisson"), (.darrochHeterogeneity, "normal"),
      (.darrochListEffects, "normal"), (.gammaHeterogeneity, "gamma"), (.gammaListEffects, "gamma"),
      (.decomposableGraphs, "graph"), (.latentClasses, "classes"), (.interactionThreshold, "dropped"),
      (.interactionThresholdFlat, "dropped"),
    ] as [(EstimationMethod, String)])
  func `every method says what it assumes`(_ method: EstimationMethod, _ word: String) {
    #expect(method.assumption.en.contains(word) && method.assumption.en.hasSuffix("."))
  }

  @Test func `only the bounds of Chao say at least`() {
    let bounds = EstimationMethod.allCases.filter(\.isLowerBound)
    #expect(bounds == [.chao, .chaoLogLinear, .chaoListEffects])
    let estimate = PopulationEstimate(
      method: .chao, observed: 100, estimate: 300,
      intervals: [.init(kind: .logNormal, level: 0.95, lower: 200, upper: 400)], model: "")
    #expect(estimate.doubt == .lowerBound)
    var other = estimate
    other.method = .poissonListEffects
    #expect(other.doubt == nil)
  }

  @Test func `heterogeneity models have the form and the effects of their method`() async throws {
    let table = try Fixture.table("Kosovo")
    let names: [(EstimationMethod, String)] = [
      (.chaoLogLinear, "Mh Chao"), (.chaoListEffects, "Mth Chao"), (.poissonHeterogeneity, "Mh Poisson2"),
      (.poissonListEffects, "Mth Poisson2"), (.darrochHeterogeneity, "Mh Darroch"),
      (.darrochListEffects, "Mth Darroch"),
      (.gammaHeterogeneity, "Mh Gamma3.5"), (.gammaListEffects, "Mth Gamma3.5"), (.chao, "Chao (t - 1)/t"),
    ]
    for (method, name) in names {
      let result = try await table.estimate(by: method, using: .init(seed: 1))
      #expect(result.model == name && result.method == method && result.observed == table.observed)
      #expect(result.intervals.map(\.level) == [0.8, 0.95])
      #expect(!result.warnings.contains(.negativeParametersDropped(count: 0)))
    }
  }

  @Test(
    arguments: [
      ("threshold", \.threshold, 0), ("threshold", \.threshold, 1), ("level", \.levels[0], 0),
      ("level", \.levels[0], 1),
    ] as [(String, WritableKeyPath<EstimationSettings, Double> & Sendable, Double)])
  func `a share that is nought or one is refused`(
    _ name: String, _ setting: WritableKeyPath<EstimationSettings, Double> & Sendable, _ value: Double
  ) {
    var settings = EstimationSettings(seed: 1)
    settings[keyPath: setting] = value
    #expect(throws: EstimationError.settingOutOfRange(name)) { try settings.check() }
  }

  @Test(
    arguments: [
      ("max-order", \.order, 0, false), ("max-order", \.order, 1, true), ("replicates", \.replicates, 0, false),
      ("replicates", \.replicates, 1, true), ("replicates", \.replicates, 10_000_000, true),
      ("replicates", \.replicates, 10_000_001, false),
    ] as [(String, WritableKeyPath<EstimationSettings, Int> & Sendable, Int, Bool)])
  func `a number outside its range is refused`(
    _ name: String, _ setting: WritableKeyPath<EstimationSettings, Int> & Sendable, _ value: Int, _ isFine: Bool
  ) throws {
    var settings = EstimationSettings(seed: 1)
    settings[keyPath: setting] = value
    if isFine {
      try settings.check()
    } else {
      #expect(throws: EstimationError.settingOutOfRange(name)) { try settings.check() }
    }
  }
}

struct EstimateValueTests {
  @Test func `an interval is found by its kind and level`() {
    let intervals = [
      EstimateInterval(kind: .bca, level: 0.8, lower: 2, upper: 3), .init(kind: .bca, level: 0.95, lower: 1, upper: 4),
      .init(kind: .profile, level: 0.95, lower: 0, upper: 5),
    ]
    let estimate = PopulationEstimate(method: .stepwise, observed: 1, estimate: 2, intervals: intervals, model: "")
    #expect(estimate.interval(.profile, level: 0.95) == intervals[2])
    #expect(estimate.interval(.bca, level: 0.95 + 1e-13) == intervals[1])
    #expect(estimate.interval(.bca, level: 0.9) == nil && estimate.interval(.mixture, level: 0.95) == nil)
  }

  @Test func `a model that sees nobody outside the lists says so`() async throws {
    // Nobody is on 1 alone among those on list 2 or 3: the odds leave nobody hidden.
    let table = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,1\n0,1,0,1\n0,0,1,1\n1,1,0,4000001\n1,0,1,4000003\n0,1,1,4000007\n1,1,1,1\n")
    let settings = EstimationSettings(levels: [0.95], intervals: [.logNormal], seed: 1)
    let result = try await table.estimate(by: .allPairs, using: settings)
    #expect(result.warnings.contains(.nothingHidden) && result.replicates == nil && result.seed == nil)
    #expect(result.intervals.map(\.kind) == [.logNormal])
  }

  @Test func `an estimate carries the fit of its model and the intervals in the order of the levels`() async throws {
    let table = try Fixture.table("Kosovo")
    let settings = EstimationSettings(
      levels: [0.8, 0.95], intervals: [.profile, .logNormal], threshold: 0.02, seed: 3)
    let result = try await table.estimate(by: .stepwise, using: settings)
    let fit = try table.stepwiseFit(threshold: 0.02)
    #expect(result.estimate == fit.estimate && result.standardError == fit.standardError)
    #expect(result.model == fit.model.notation && result.parameters == fit.model.terms.count)
    #expect(result.aic == fit.aic && result.bic == fit.bic && result.deviance == fit.deviance)
    #expect(result.logLikelihood == fit.logLikelihood && !result.warnings.contains(.nothingHidden))
    #expect(result.intervals.map(\.kind) == [.logNormal, .logNormal, .profile, .profile])
    #expect(result.intervals[1] == fit.logNormalInterval(level: 0.95))
    let profile = try fit.model.profileLikelihood(on: table, levels: [0.8, 0.95])
    #expect(Array(result.intervals[2...]) == profile.intervals)
  }

  @Test func `bootstrap intervals are those of the bootstrap, and given tables leave no seed`() async throws {
    let table = try Fixture.table("Kosovo")
    var settings = EstimationSettings(
      levels: [0.8], intervals: [.percentile, .bca], replicates: 300, maximumReplicates: 300, seed: 5)
    let result = try await table.estimate(by: .mainEffects, using: settings)
    let drawn = try await table.bootstrap(.model(.mainEffects(lists: 4)), replicates: 300, seed: 5)
    #expect(result.intervals == [drawn.percentileInterval(level: 0.8), drawn.bcaInterval(level: 0.8)])
    #expect(result.seed == 5 && result.replicates == 300)
    let histories = table.entries.map(\.history)
    let counts = (0..<40).map { index in table.entries.map { $0.count + index % 3 } }
    settings.tables = ReplicateTables(histories: histories, counts: counts)
    let given = try await table.estimate(by: .mainEffects, using: settings)
    #expect(given.seed == nil && given.replicates == 40)
    settings.tables = ReplicateTables(histories: [0b1111_0000], counts: [[1]])
    await #expect(throws: EstimationError.unknownReplicateHistory) {
      try await table.estimate(by: .mainEffects, using: settings)
    }
  }

  @Test func `replicates are added while a limit is saturated, up to the largest number allowed`() async throws {
    let table = try Fixture.table("Kosovo")
    let settings = EstimationSettings(
      levels: [0.99], intervals: [.percentile], replicates: 300, maximumReplicates: 1100, seed: 5)
    let result = try await table.estimate(by: .mainEffects, using: settings)
    // 5.5 / 0.005 = 1100, but at most four times 300 up to a thousand: 2000, held at 1100.
    #expect(result.replicates == 1100 && result.warnings.contains(.replicatesRaised(from: 300, to: 1100)))
    #expect(!result.warnings.contains { if case .saturatedInterval = $0 { true } else { false } })
    let drawn = try await table.bootstrap(.model(.mainEffects(lists: 4)), replicates: 1100, seed: 5)
    #expect(result.intervals == [drawn.percentileInterval(level: 0.99)])
  }

  @Test func `the average says how many models it is of, and where too many are asked for there is none`() async throws
  {
    let table = try Fixture.table("Kosovo")
    let result = try await table.estimate(by: .bicAverage, using: .init(levels: [0.95], order: 3, seed: 1))
    let ranking = try await table.rankedModels(order: 3)
    #expect(result.model == "\(ranking.valid) models" && result.bic == ranking.ranked[0].value)
    #expect(result.estimate == ranking.average(levels: []).mean)
    #expect(result.intervals == ranking.average(levels: [0.95]).intervals)
    #expect(result.warnings == table.warnings + ranking.warnings)
    for method in [EstimationMethod.bicAverage, .bic, .aic] {
      await #expect(throws: EstimationError.tooManyModels(lists: 8, order: 2)) {
        try await Fixture.table("NewOrl_185").estimate(by: method, using: .init(seed: 1))
      }
    }
    let none = try CaptureHistories(parsing: "A,B,count\n1,0,8\n1,1,3\n")
    for method in [EstimationMethod.bicAverage, .bic] {
      let empty = try await none.estimate(by: method, using: .init(seed: 1))
      #expect(empty.estimate == nil && empty.existence == .doesNotExist && empty.model == "[]")
    }
  }

  @Test func `Chao's bound of a table without anybody on two lists has no number`() async throws {
    let table = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,8\n0,1,0,9\n1,1,1,3\n")
    let result = try await table.estimate(by: .chao, using: .init(seed: 1))
    #expect(result.estimate == nil && result.intervals.isEmpty && result.existence == .doesNotExist)
  }
}
