import Invented
import Testing

@testable import Estimation

struct SensitivityTests {
  @Test func `two lists with missed links are overestimated by the share missed`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,200\n0,1,150\n1,1,31\n")
    let report = try table.sensitivity(of: .model(.mainEffects(lists: 2)))
    let missed = try #require(report.linkage.first { $0.change == "missed links 10%" }?.estimate)
    #expect(relativeError(missed, 0.9 * report.estimate) < 1e-9)
    let wrong = try #require(report.linkage.first { $0.change == "false links 10%" }?.estimate)
    #expect(relativeError(wrong, report.estimate / 0.9) < 1e-9)
  }

  @Test func `the correction for missed links undoes them in expectation`() throws {
    // 1,000 persons on all three lists: what is counted of them, by the definition, corrects back to 1,000.
    let missed = 0.1
    var table = CountTable(lists: 3)
    let two = 2.0 / 3 * (1 - missed) * missed
    let one = 1.0 / 3 * missed * missed + 2.0 / 3 * missed
    table.load(
      [1, 2, 4, 3, 5, 6, 7],
      fractional: [one, one, one, two, two, two, (1 - missed) * (1 - missed)].map { 1000 * $0 })
    let counts = try #require(LinkageCorrection(missed: missed, falselyLinked: 0).corrected(table))
    #expect(abs(counts[7] - 1000) < 1e-9)
    #expect(counts[1...6].allSatisfy { abs($0) < 1e-9 })
    let impossible = LinkageCorrection(missed: 0.6, falselyLinked: 0)
    table.load([3, 1, 2], fractional: [100, 10, 10])
    #expect(impossible.corrected(table) == nil)
  }

  @Test func `merging lists and leaving lists out move the British and Dutch estimates`() throws {
    let british = try Fixture.table("UKdat").sensitivity(of: .stepwise(threshold: 0.02))
    #expect(british.estimate.rounded() == 11_418)
    #expect(british.merged.first { $0.change == "PF + NCA" }?.estimate?.rounded() == 11_313)
    #expect(british.withoutList.count == 6 && british.withoutList.allSatisfy { $0.estimate != nil })
    #expect(british.thresholds.first { $0.change == "p < 0.001" }?.estimate?.rounded() == 13_181)
    let dutch = try Fixture.table("Ned").sensitivity(of: .stepwise(threshold: 0.02))
    #expect(dutch.estimate.rounded() == 111_139)
    #expect(dutch.merged.first { $0.change == "I + O" }?.estimate?.rounded() == 121_522)
  }

  @Test func `the interaction of all lists moves the hidden number by its exponent`() throws {
    let table = try Fixture.table("Kosovo")
    let report = try table.sensitivity(of: .best(.bic, order: 3), interactions: [-0.5, 0.5])
    let hidden = report.highestOrder.compactMap { $0.estimate.map { $0 - 4400 } }
    #expect(relativeError(hidden[1] / hidden[0], exp(1)) < 1e-12)
  }

  @Test func `a list of independent lists is found by the others`() throws {
    // Four independent lists of 10,000 persons, each seeing one in five.
    let cells = (1..<16).map { cell -> CaptureHistories.Entry in
      let k = cell.nonzeroBitCount
      let share = power(0.2, Double(k)) * power(0.8, Double(4 - k))
      return .init(history: UInt32(cell), count: Int((10_000 * share).rounded()))
    }
    let table = try CaptureHistories(lists: ["A", "B", "C", "D"], entries: cells)
    let report = try table.sensitivity(of: .model(.mainEffects(lists: 4)))
    for list in report.consistency { #expect(abs(try #require(list.ratio) - 1) < 0.01) }
    for other in report.withoutList { #expect(relativeError(try #require(other.estimate), 10_000) < 0.01) }
    let overlap = try #require(report.neededOverlap)
    #expect(overlap.needed > 1.2 * Double(overlap.now) && overlap.needed < 4 * Double(overlap.now))
  }
}

struct LinkageErrorsTests {
  @Test func `errors of linkage are undone in the estimate and carried into its interval`() async throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,200\n0,1,150\n1,1,61\n")
    let settings = EstimationSettings(levels: [0.95], intervals: [.percentile], replicates: 2000, seed: 3, threads: 2)
    let plain = try await table.estimate(by: .mainEffects, using: settings)
    let known = try #require(LinkageErrors(missed: 0.1...0.1, falselyLinked: 0...0))
    let exact = try await table.estimate(by: .mainEffects, correcting: known, using: settings)
    #expect(relativeError(try #require(exact.estimate), 0.9 * (try #require(plain.estimate))) < 1e-9)
    #expect(exact.observed < table.observed)
    let range = try #require(LinkageErrors(missed: 0...0.2, falselyLinked: 0...0))
    let unsure = try await table.estimate(by: .mainEffects, correcting: range, using: settings)
    #expect(relativeError(try #require(unsure.estimate), try #require(exact.estimate)) < 1e-9)
    let widths = [exact, unsure].map { $0.intervals[0].upper - $0.intervals[0].lower }
    #expect(widths[1] > 1.05 * widths[0])
    let again = EstimationSettings(levels: [0.95], intervals: [.percentile], replicates: 2000, seed: 3)
    #expect(try await table.estimate(by: .mainEffects, correcting: range, using: again) == unsure)
  }

  @Test func `no errors change nothing, and errors that cannot be are refused`() async throws {
    let table = try Fixture.table("UKdat_5")
    let settings = EstimationSettings(levels: [0.95], intervals: [.percentile], replicates: 100, seed: 3)
    let none = try #require(LinkageErrors(missed: 0...0, falselyLinked: 0...0))
    let same = try await table.estimate(by: .stepwise, correcting: none, using: settings)
    let plain = try await table.estimate(by: .stepwise, using: settings)
    #expect(relativeError(try #require(same.estimate), try #require(plain.estimate)) < 1e-10)
    #expect(same.model == plain.model && same.observed == plain.observed)
    #expect(LinkageErrors(missed: 0...1, falselyLinked: 0...0) == nil)
    let small = try CaptureHistories(parsing: "A,B,count\n1,0,10\n0,1,10\n1,1,100\n")
    let many = try #require(LinkageErrors(missed: 0.6...0.6, falselyLinked: 0...0))
    await #expect(throws: EstimationError.impossibleLinkage) {
      try await small.estimate(by: .mainEffects, correcting: many, using: settings)
    }
  }
}
