import Testing

@testable import Estimation

@Suite struct `Properties of agreement` {
  /// Random answers of three coders on twenty units, some missing.
  private func units(_ seed: Int) -> [[CodedAnswer?]] {
    var generator = ReplicateGenerator(seed: 17, replicate: seed)
    return (0..<20).map { _ in
      (0..<3).map { _ in generator.uniform() < 0.2 ? nil : .number((4 * generator.uniform()).rounded()) }
    }
  }

  @Test(arguments: 0..<6, [AnswerDistance.nominal, .interval])
  func `alpha is one minus observed over expected, pair by pair`(_ seed: Int, _ distance: AnswerDistance) throws {
    let units = units(seed)
    let answered = units.map { $0.compactMap { $0 } }.filter { $0.count >= 2 }
    let all = answered.flatMap { $0 }
    var (observed, expected) = (0.0, 0.0)
    for unit in answered {
      for i in unit.indices {
        for j in unit.indices where i != j { observed += distance(unit[i], unit[j]) / Double(unit.count - 1) }
      }
    }
    for i in all.indices { for j in all.indices where i != j { expected += distance(all[i], all[j]) } }
    let n = Double(all.count)
    let alpha = KrippendorffAlpha(units, distance: distance)
    #expect(abs(try #require(alpha.value) - (1 - observed / n * n * (n - 1) / expected)) < 1e-12)
    #expect(alpha.answers == all.count && alpha.units == answered.count)
    let shuffled = units.reversed().map { Array($0.reversed()) }
    #expect(abs(try #require(KrippendorffAlpha(shuffled, distance: distance).value) - (alpha.value ?? 9)) < 1e-12)
  }

  @Test func `a unit with one answer is no unit, and none leaves no alpha`() {
    let alone: [[CodedAnswer?]] = [[.number(1), nil], [nil, nil], [.number(2)]]
    let alpha = KrippendorffAlpha(alone, distance: .nominal)
    #expect(alpha.units == 0 && alpha.answers == 0 && alpha.value == nil)
    let opposite: [[CodedAnswer?]] = [[.number(1), .number(2)], [.number(2), .number(1)]]
    // Dₒ = 1, Dₑ = 8 / 12.
    #expect(abs((KrippendorffAlpha(opposite, distance: .nominal).value ?? 9) + 0.5) < 1e-14)
  }

  @Test(arguments: [
    (CodedAnswer.number(2), CodedAnswer.number(5), AnswerDistance.interval, 9.0), (.number(2), .number(5), .nominal, 1),
    (.category("a"), .number(5), .interval, 1), (.category("a"), .category("b"), .masi, 1),
    (.set(["a"]), .set(["b"]), .interval, 1), (.category("a"), .category("a"), .jaccard, 0),
    (.set(["a", "b", "c"]), .set(["b", "c", "d"]), .jaccard, 0.5),
    (.set(["a", "b", "c"]), .set(["b", "c", "d"]), .masi, 1 - 0.5 / 3),
    (.set(["a", "b", "c"]), .set(["b"]), .masi, 1 - 2.0 / 9), (.set([]), .set(["b"]), .jaccard, 1),
  ])
  func `two answers are this far apart, from either side`(
    _ first: CodedAnswer, _ second: CodedAnswer, _ distance: AnswerDistance, _ expected: Double
  ) {
    #expect(abs(distance(first, second) - expected) < 1e-15 && distance(first, second) == distance(second, first))
    #expect(distance(first, first) == 0)
  }

  @Test(arguments: [
    (CodedAnswer.category("b c"), "b c"), (.set(["b", "a"]), "a+b"), (.set([]), ""), (.number(17), "17"),
    (.number(-0.5), "-0.5"),
  ])
  func `an answer is written for people`(_ answer: CodedAnswer, _ text: String) { #expect(answer.text == text) }

  @Test func `kappa of two by two, with its error, by hand`() throws {
    // p = 0.4, 0.1 / 0.2, 0.3: observed 0.7, expected 0.5 · 0.6 + 0.5 · 0.4 = 0.5, kappa 0.4.
    let kappa = CohenKappa(table: [[40, 10], [20, 30]])
    #expect(abs(kappa.expected - 0.5) < 1e-15)
    #expect(abs(try #require(kappa.value) - 0.4) < 1e-14)
    let agreeing = 0.4 * power(0.5 - 1.1 * 0.3, 2) + 0.3 * power(0.5 - 0.9 * 0.3, 2)
    let differing = 0.09 * (0.1 * power(0.6 + 0.5, 2) + 0.2 * power(0.4 + 0.5, 2))
    let variance = (agreeing + differing - power(0.35 - 1 + 0.7, 2)) / (100 * 0.0625)
    #expect(relativeError(try #require(kappa.standardError), variance.squareRoot()) < 1e-12)
    let interval = try #require(kappa.interval)
    let half = 1.9599639845400545 * variance.squareRoot()
    #expect(abs(interval.lower - (0.4 - half)) < 1e-12 && abs(interval.upper - (0.4 + half)) < 1e-12)
  }

  @Test func `kappa does not change when coders or categories change places`() throws {
    let table = [[20, 5, 3], [2, 30, 6], [4, 1, 9]]
    let kappa = CohenKappa(table: table)
    let turned = CohenKappa(table: (0..<3).map { i in (0..<3).map { table[$0][i] } })
    let moved = CohenKappa(table: [2, 0, 1].map { i in [2, 0, 1].map { table[i][$0] } })
    for other in [turned, moved] {
      #expect(abs(try #require(other.value) - (kappa.value ?? 9)) < 1e-14)
      #expect(abs(try #require(other.standardError) - (kappa.standardError ?? 9)) < 1e-14)
      #expect(other.agreed == 59 && other.count == 80 && other.observed == 59.0 / 80)
    }
  }

  @Test func `independent coders have a kappa of zero, opposite coders minus one, and limits stay within one`() throws {
    #expect(abs(try #require(CohenKappa(table: [[6, 9], [4, 6]]).value)) < 1e-14)
    let opposite = CohenKappa(table: [[0, 5], [5, 0]])
    #expect(opposite.value == -1 && opposite.interval == Limits(lower: -1, upper: -1))
    let few = CohenKappa(table: [[2, 0], [1, 2]])
    #expect(try #require(few.interval).upper == 1)
    let wrong = try #require(CohenKappa(table: [[0, 2], [2, 1]]).interval)
    #expect(wrong.lower == -1 && wrong.upper < 1)
    #expect(CohenKappa(table: []).value == nil && CohenKappa(table: [[0, 0], [0, 0]]).observed == 0)
  }

  @Test func `a share of nothing coded is undefined, and of categories kappa and alpha are told`() throws {
    let none = CodingAgreement("form", kind: .category, answers: [(nil, .category("a"))])
    #expect(none.share == nil && none.count == 0 && none.kappa?.value == nil && none.alphas[0].value == nil)
    let form = CodingAgreement(
      "form", kind: .category,
      answers: [
        (.category("a"), .category("a")), (.category("b"), .category("a")), (.category("b"), .category("b")),
        (nil, nil),
        (.category("a"), .category("a")),
      ])
    #expect(form.count == 4 && form.agreed == 3 && form.share == 0.75 && form.disagreements == [1])
    #expect(form.kappa == CohenKappa(table: [[2, 0], [1, 1]]) && form.alphas.map(\.distance) == [.nominal])
    // Of eight answers five are a and three b: Dₒ = 2 / 8, Dₑ = 30 / 56.
    #expect(abs(try #require(form.alphas[0].value) - (1 - 0.25 * 56 / 30)) < 1e-14)
  }
}
