@testable import Estimation
import Testing

@Suite struct `Agreement of coders` {
  /// Krippendorff (2011), Computing Krippendorff's alpha-reliability, example C: four observers, twelve units.
  private static let observers: [[Int?]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ]

  private static let units: [[CodedAnswer?]] = (0..<12).map { unit in
    observers.map { $0[unit].map { .number(Double($0)) } }
  }

  @Test(arguments: [(AnswerDistance.nominal, 0.743), (.interval, 0.849)])
  func `alpha of the published example`(_ distance: AnswerDistance, _ printed: Double) throws {
    let alpha = KrippendorffAlpha(Self.units, distance: distance)
    #expect(alpha.units == 11)
    #expect(alpha.answers == 40)
    #expect(abs(try #require(alpha.value) - printed) < 0.0005)
  }

  @Test func `alpha of two observers without missing answers, binary`() throws {
    // Krippendorff (2011), example A: α = 0.095.
    let first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    let second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    let units = zip(first, second).map { [CodedAnswer.category("\($0)"), .category("\($1)")] as [CodedAnswer?] }
    #expect(abs(try #require(KrippendorffAlpha(units, distance: .nominal).value) - 0.095) < 0.0005)
  }

  @Test func `kappa of Cohen's own table`() throws {
    let kappa = CohenKappa(table: [[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    #expect(kappa.count == 200)
    #expect(kappa.observed == 0.7)
    #expect(abs(kappa.expected - 0.41) < 1e-12)
    #expect(abs(try #require(kappa.value) - 0.492) < 0.0005)
  }

  @Test func `standard error and interval of a kappa that is not zero`() throws {
    // Fleiss, Levin & Paik (2003), table 18.1: κ = 0.68, standard error 0.087, interval 0.51 to 0.85.
    let kappa = CohenKappa(table: [[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    #expect(abs(try #require(kappa.value) - 0.676) < 0.0005)
    #expect(abs(try #require(kappa.standardError) - 0.087) < 0.001)
    let interval = try #require(kappa.interval)
    #expect(abs(interval.lower - 0.51) < 0.006)
    #expect(abs(interval.upper - 0.85) < 0.006)
  }

  @Test func `pairs and their table give the same kappa, in any order`() {
    let table = [[3, 1], [2, 4]]
    var pairs: [(first: String, second: String)] = []
    for (row, counts) in table.enumerated() {
      for (column, count) in counts.enumerated() {
        pairs += Array(repeating: ("c\(row)", "c\(column)"), count: count)
      }
    }
    #expect(CohenKappa(pairs) == CohenKappa(table: table))
    #expect(CohenKappa(pairs.reversed()) == CohenKappa(table: table))
  }

  @Test func `one and the same answer throughout has no kappa and no alpha`() {
    let units: [[CodedAnswer?]] = Array(repeating: [.category("a"), .category("a")], count: 5)
    #expect(KrippendorffAlpha(units, distance: .nominal).value == nil)
    #expect(CohenKappa(table: [[5]]).value == nil)
    #expect(CohenKappa(table: [[5]]).agreed == 5)
    #expect(CohenKappa([]).value == nil)
  }

  @Test func `full agreement is one`() throws {
    let units: [[CodedAnswer?]] = [[.category("a"), .category("a")], [.category("b"), .category("b")]]
    #expect(KrippendorffAlpha(units, distance: .nominal).value == 1)
    #expect(CohenKappa(table: [[4, 0], [0, 3]]).value == 1)
    #expect(CohenKappa(table: [[4, 0], [0, 3]]).standardError == 0)
  }

  @Test(
    arguments: [
      (["a"], ["a"], 0.0, 0.0), (["a", "b"], ["a"], 1 - 0.5, 1 - 0.5 * 2 / 3),
      (["a", "b"], ["b", "c"], 1 - 1.0 / 3, 1 - 1.0 / 9), (["a"], ["b"], 1, 1), ([], [], 0, 0), ([], ["a"], 1, 1),
    ] as [([String], [String], Double, Double)])
  func `sets are as far apart as Jaccard and MASI say`(
    _ first: [String], _ second: [String], _ jaccard: Double, _ masi: Double
  ) {
    let (a, b) = (CodedAnswer.set(Set(first)), CodedAnswer.set(Set(second)))
    #expect(abs(AnswerDistance.jaccard(a, b) - jaccard) < 1e-12)
    #expect(abs(AnswerDistance.masi(a, b) - masi) < 1e-12)
    #expect(AnswerDistance.masi(b, a) == AnswerDistance.masi(a, b))
  }

  @Test func `a variable is summed up with its disagreements, missing answers left out`() throws {
    let age = CodingAgreement(
      "age", kind: .number,
      answers: [
        (.number(15), .number(15)), (.number(17), .number(19)), (nil, .number(20)), (.category("unknown"), .number(21)),
      ])
    #expect(age.count == 3)
    #expect(age.agreed == 1)
    #expect(age.disagreements == [1, 3])
    #expect(age.kappa == nil)
    #expect(age.alphas.map(\.distance) == [.interval])
    let coercion = CodingAgreement(
      "coercion", kind: .set,
      answers: [(.set(["violence"]), .set(["violence", "other"])), (.set(["other"]), .set(["other"]))])
    #expect(coercion.share == 0.5)
    #expect(coercion.alphas.map(\.distance) == [.jaccard, .masi])
    #expect(try #require(coercion.alphas[0].value) > #require(coercion.alphas[1].value))
  }
}
