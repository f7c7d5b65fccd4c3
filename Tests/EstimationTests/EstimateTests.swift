@testable import Estimation
import Model
import Testing

struct EstimateTests {
  private let settings = EstimationSettings(levels: [0.95], replicates: 200, maximumReplicates: 200, seed: 7)

  @Test(arguments: EstimationMethod.allCases)
  func `every method gives an estimate of the British table, with its assumption`(
    _ method: EstimationMethod
  ) async throws {
    let table = try Fixture.table("UKdat_5")
    var settings = self.settings
    settings.model = "[12,13,23,25,34]"
    let result = try await table.estimate(by: method, using: settings)
    // Runs of five hundred places with few moves do not agree on how probable the table is.
    if method == .latentClasses { return #expect(result.estimate == nil && result.warnings.count > 1) }
    let estimate = try #require(result.estimate)
    #expect(estimate > 2744 && estimate < 100_000)
    for interval in result.intervals { #expect(interval.lower <= interval.upper && interval.lower >= 2744) }
    #expect(method.assumption.nl.hasSuffix(".") && method.assumption.nl != method.assumption.en)
    for warning in result.warnings { #expect(warning.text.nl.hasSuffix(".") || warning.text.nl.hasSuffix(")")) }
  }

  @Test(arguments: ["stepwise", "bic", "main-effects"])
  func `the number of threads and the order of the rows reach no digit`(_ name: String) async throws {
    let method = try #require(EstimationMethod(rawValue: name))
    let table = try Fixture.table("Kosovo")
    let one = try await table.estimate(by: method, using: self.settings)
    var settings = self.settings
    settings.threads = 3
    let reversed = try CaptureHistories(lists: table.lists, entries: table.entries.reversed())
    let three = try await reversed.estimate(by: method, using: settings)
    #expect(one == three)
    settings.seed = 8
    let other = try await table.estimate(by: method, using: settings)
    #expect(other.estimate == one.estimate && other.intervals != one.intervals)
  }

  @Test func `every kind of interval is made when asked for`() async throws {
    var settings = self.settings
    settings.intervals = [.logNormal, .profile, .percentile, .bca]
    let result = try await Fixture.table("Kosovo").estimate(by: .stepwise, using: settings)
    #expect(Set(result.intervals.map(\.kind)) == [.logNormal, .profile, .percentile, .bca])
    #expect(result.interval(.profile, level: 0.95) != nil)
    #expect(result.seed == 7 && result.replicates == 200)
  }

  @Test func `a model without an estimate gives no number and says why`() async throws {
    let table = try Fixture.table("Artificial_3")
    var settings = self.settings
    settings.model = "[12,3]"
    let missing = try await table.estimate(by: .model, using: settings)
    #expect(missing.estimate == nil && missing.existence == .doesNotExist && missing.intervals.isEmpty)
    let ambiguous = try await table.estimate(by: .allPairs, using: settings)
    #expect(ambiguous.estimate == nil && !ambiguous.identifiable)
  }

  @Test func `settings that make no sense are refused`() async throws {
    let table = try Fixture.table("NewOrl_185")
    await #expect(throws: EstimationError.modelMissing) { try await table.estimate(by: .model, using: self.settings) }
    var settings = self.settings
    settings.model = "[9]"
    await #expect(throws: EstimationError.unreadableModel("[9]")) {
      try await table.estimate(by: .model, using: settings)
    }
    await #expect(throws: EstimationError.tooManyModels(lists: 8, order: 2)) {
      try await table.estimate(by: .bic, using: settings)
    }
    await #expect(throws: EstimationError.unsupportedLists(8, method: .decomposableGraphs)) {
      try await table.estimate(by: .decomposableGraphs, using: settings)
    }
    settings.threshold = 2
    await #expect(throws: EstimationError.settingOutOfRange("threshold")) {
      try await table.estimate(by: .stepwise, using: settings)
    }
  }
}
