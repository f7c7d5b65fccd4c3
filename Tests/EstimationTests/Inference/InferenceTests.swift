import Testing

@testable import Estimation

/// One computed value: a function, its input, the name of the result and the value.
struct InferenceValue: Sendable, CustomTestStringConvertible {
  let function: String
  let input: String
  let result: String
  let value: Double
  var testDescription: String { "\(function) \(input) \(result)" }

  static let all: [InferenceValue] = ((try? Fixture.rows("inference.csv")) ?? []).dropFirst().compactMap { row in
    let value = row[3] == "Inf" ? Double.infinity : Double(row[3])
    return value.map { InferenceValue(function: row[0], input: row[1], result: row[2], value: $0) }
  }

  static func of(_ names: String...) -> [InferenceValue] { all.filter { names.contains($0.function) } }

  /// The whole numbers in the input, in order.
  var numbers: [Int] { input.split { !$0.isNumber }.compactMap { Int($0) } }

  func expect(_ computed: Double, within tolerance: Double = 2e-9) {
    #expect(computed == value || abs(computed - value) <= tolerance * abs(value), "\(testDescription): \(computed)")
  }
}

/// Victims by nationality and year, 2015-2019, as printed in the national monitor.
private let nationalities: [(name: String, counts: [Int])] = [
  ("Netherlands", [433, 288, 339, 171, 244]), ("Europe", [307, 270, 260, 97, 205]),
  ("Africa", [182, 178, 197, 328, 791]), ("Asia", [182, 114, 87, 49, 57]), ("LatinAmCar", [23, 21, 38, 19, 27]),
  ("Other", [1, 1, 0, 0, 2]), ("Unknown", [22, 80, 35, 4, 8]),
]

struct InferenceTests {
  @Test(arguments: InferenceValue.of("wilson95", "clopperPearson95", "poissonExact95"))
  func `intervals agree with computed values`(_ item: InferenceValue) {
    let numbers = item.numbers
    let limits =
      switch item.function {
      case "wilson95": ShareInterval.wilson(numbers[0], of: numbers[1], level: 0.95)
      case "clopperPearson95": ShareInterval.exact(numbers[0], of: numbers[1], level: 0.95)
      default: CountInterval.exact(numbers[0], level: 0.95)
      }
    item.expect(item.result == "lo" ? limits.lower : limits.upper)
  }

  @Test(arguments: InferenceValue.of("condBinomialTwoYears"))
  func `changes between years agree with computed values`(_ item: InferenceValue) {
    let counts = item.numbers.suffix(2)
    let change = YearChange(from: counts.first ?? 0, to: counts.last ?? 0)
    switch item.result {
    case "p": item.expect(change.probability)
    case "rrLo": item.expect(change.ratioLimits.lower)
    default: item.expect(change.ratioLimits.upper)
    }
  }

  @Test func `twenty-seven comparisons are adjusted as computed elsewhere`() {
    var names: [String] = []
    var probabilities: [Double] = []
    for (name, counts) in nationalities {
      for year in 0..<4 where counts[year] + counts[year + 1] > 0 {
        names.append("\(name) \(2015 + year)->\(2016 + year) (\(counts[year]),\(counts[year + 1]))")
        probabilities.append(YearChange(from: counts[year], to: counts[year + 1]).probability)
      }
    }
    #expect(names.count == 27)
    let holm = MultipleComparisons.holm(probabilities)
    let falseShare = MultipleComparisons.benjaminiHochberg(probabilities)
    #expect(probabilities.count { $0 < 0.05 } == 15)
    #expect(holm.count { $0 < 0.05 } == 12 && falseShare.count { $0 < 0.05 } == 13)
    for item in InferenceValue.of("holm", "benjaminiHochberg") {
      guard let index = names.firstIndex(of: item.input) else {
        Issue.record("\(item.input)")
        continue
      }
      item.expect(item.function == "holm" ? holm[index] : falseShare[index])
    }
  }

  @Test(arguments: InferenceValue.of("knownOnly", "allAsDenominator", "worstCaseBounds", "rubinMI200 seed1"))
  func `shares with unknowns agree with computed values`(_ item: InferenceValue) {
    let year = (item.numbers.last ?? 2015) - 2015
    let all = nationalities.reduce(0) { $0 + $1.counts[year] }
    let unknown = nationalities[6].counts[year]
    let share = UnknownShare(count: nationalities[0].counts[year], known: all - unknown, unknown: unknown)
    switch (item.function, item.result) {
    case ("knownOnly", _): item.expect(share.ofKnown)
    case ("allAsDenominator", _): item.expect(share.ofAll)
    case ("worstCaseBounds", "lo"): item.expect(share.bounds.lower)
    case ("worstCaseBounds", _): item.expect(share.bounds.upper)
    case (_, "p"): item.expect(share.imputed(times: 2000, seed: 1).estimate, within: 2e-3)
    case (_, "se"): item.expect(share.imputed(times: 2000, seed: 1).standardError, within: 0.02)
    default: item.expect(share.imputed(times: 2000, seed: 1).fractionMissing, within: 0.35)
    }
  }

  @Test func `raking gives the table with the margins and the odds ratios of the start`() throws {
    let table = try #require(
      Raking.fit([[20, 10, 2], [5, 30, 6], [1, 4, 22]], rows: [40, 50, 30], columns: [45, 40, 35]))
    for item in InferenceValue.of("raking 3x3") {
      let place = item.result.split { !$0.isNumber }.compactMap { Int($0) }
      item.expect(table[place[0] - 1][place[1] - 1])
    }
    #expect(Raking.fit([[1, 1], [1, 1]], rows: [1, 2], columns: [2, 2]) == nil)
    #expect(Raking.fit([[0, 0], [1, 1]], rows: [1, 2], columns: [1, 2]) == nil)
  }

  @Test(arguments: InferenceValue.of("funnelPoisson99.8"))
  func `funnel limits are the quantiles of the Poisson distribution`(_ item: InferenceValue) {
    let limits = FunnelLimits.poisson(expected: Double(item.numbers[0]), level: 0.998)
    item.expect(Double(item.result == "lo" ? limits.lower : limits.upper))
  }

  @Test func `the nationalities of victims do not vary as independent persons would`() {
    let test = IndependenceTest(nationalities.map(\.counts))
    for item in InferenceValue.of("chisq independence") { item.expect(test.statistic) }
    #expect(abs(test.dispersion - 40) < 1 && test.probability < 1e-100)
  }

  @Test func `survival and its limits agree with computed values`() {
    let times: [(Double, Bool)] = [
      (1, true), (2, true), (2, false), (3, true), (5, false), (6, true), (6, true), (8, false), (9, true),
      (10, false), (12, true), (14, false), (15, false), (18, true), (20, false),
    ]
    let curve = KaplanMeier(times.map { (time: $0.0, isEvent: $0.1) })
    for item in InferenceValue.of("kaplanMeier") {
      guard let point = curve.points.first(where: { $0.time == Double(item.numbers[0]) }) else {
        Issue.record("\(item.input)")
        continue
      }
      switch item.result {
      case "S": item.expect(point.survival)
      case "lo": item.expect(point.limits.lower)
      case "hi": item.expect(point.limits.upper)
      default: item.expect(Double(point.atRisk))
      }
    }
  }

  @Test func `a break in a series is found where it was put`() throws {
    let counts = (1...48).map { month -> Int in
      let t = Double(month)
      let level = month >= 31 ? 0.6 : 1.0
      return Int((40 * level * exp(0.004 * t + 0.15 * sine(2 * Double.pi * t / 12))).rounded())
    }
    let fit = try #require(SegmentedSeries(counts, breakAt: 31))
    #expect(abs(fit.coefficients[4] - 0.15) < 0.02)
    let step = fit.step()
    #expect(abs(step.ratio - 0.6) < 0.05 && step.limits.upper < 0.8 && fit.dispersion < 0.1)
    #expect(SegmentedSeries(counts, breakAt: 60) == nil)
  }
}
