import Testing

@testable import Estimation

struct SurvivalTests {
  @Test func `without anybody leaving, survival is the share still free of events`() {
    let times: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    let curve = KaplanMeier(times.map { (time: $0, isEvent: true) })
    for time in stride(from: 0.5, through: 9.5, by: 0.5) {
      #expect(abs(curve.survival(at: time) - Double(times.count { $0 > time }) / 10) < 1e-14)
    }
    #expect(curve.points.map(\.time) == [1, 2, 3, 4, 5, 6, 9])
    #expect(
      curve.points.map(\.atRisk) == [10, 8, 7, 5, 4, 2, 1] && curve.points.map(\.events) == [2, 1, 2, 1, 2, 1, 1])
  }

  @Test func `six persons of whom two leave, by hand`() throws {
    // Events at 1 (of 6) and 3 (of 4); somebody leaves at 2 and at 4: S = 5/6, 5/8.
    let curve = KaplanMeier([(1, true), (2, false), (3, true), (4, false), (5, false), (6, true)])
    #expect(abs(curve.points[0].survival - 5.0 / 6) < 1e-15 && abs(curve.points[2].survival - 5.0 / 8) < 1e-15)
    #expect(curve.points[1].events == 0 && curve.points[1].survival == curve.points[0].survival)
    let third = curve.points[2]
    let greenwood = 1.0 / (6 * 5) + 1.0 / (4 * 3)
    let spread = exp(1.9599639845400545 * greenwood.squareRoot() / -log(5.0 / 8))
    #expect(relativeError(third.limits.lower, power(5.0 / 8, spread)) < 1e-12)
    #expect(relativeError(third.limits.upper, power(5.0 / 8, 1 / spread)) < 1e-12)
    #expect(curve.points[5].survival == 0 && curve.points[5].limits == Limits(lower: 0, upper: 0))
  }

  @Test func `before the first event survival is certain, and its limits say so`() {
    let curve = KaplanMeier([(1, false), (2, true), (3, false)])
    #expect(curve.points[0].limits == Limits(lower: 1, upper: 1) && curve.survival(at: 0) == 1)
    #expect(KaplanMeier([]).points == [] && KaplanMeier([]).survival(at: 3) == 1)
  }

  @Test func `the order of persons does not matter, and a wider level has wider limits`() {
    let persons: [(time: Double, isEvent: Bool)] = [(1, true), (2, false), (2, true), (4, true), (7, false), (8, true)]
    let curve = KaplanMeier(persons)
    #expect(curve == KaplanMeier(persons.reversed()))
    for (wide, narrow) in zip(curve.points, KaplanMeier(persons, level: 0.8).points)
    where wide.limits.upper > wide.limits.lower {
      #expect(wide.limits.lower < narrow.limits.lower && narrow.limits.upper < wide.limits.upper)
      #expect(narrow.limits.lower < wide.survival && wide.survival < narrow.limits.upper)
    }
  }

  @Test func `a time is told while enough persons are followed at it`() throws {
    // Twelve persons leave one after another: at time 8 five are left, at 9 four.
    let curve = KaplanMeier((1...12).map { (time: Double($0), isEvent: false) })
    #expect(try #require(curve.point(at: 8)).time == 8 && curve.point(at: 9) == nil)
    #expect(try #require(curve.point(at: 7.5)).time == 7 && curve.point(at: 8.5) == nil)
    #expect(try #require(curve.point(at: 12, atRisk: 1)).atRisk == 1 && curve.point(at: 13, atRisk: 1) == nil)
  }

  @Test func `incidences of all kinds and survival add up to one, with people leaving too`() {
    var generator = ReplicateGenerator(seed: 12, replicate: 0)
    let persons = (0..<80).map { _ in
      (time: (10 * generator.uniform()).rounded(.up), kind: Int(4 * generator.uniform()))
    }
    let incidence = CumulativeIncidence(persons, kinds: 3)
    let survival = KaplanMeier(persons.map { (time: $0.time, isEvent: $0.kind > 0) })
    #expect(incidence.points.map(\.atRisk) == survival.points.map(\.atRisk))
    for (point, whole) in zip(incidence.points, survival.points) {
      #expect(abs(point.incidence.reduce(0, +) + whole.survival - 1) < 1e-12)
    }
    let swapped = CumulativeIncidence(persons.reversed().map { ($0.time, [0, 2, 1, 3][$0.kind]) }, kinds: 3)
    for (one, other) in zip(incidence.points, swapped.points) {
      #expect(one.incidence[0] == other.incidence[1] && one.incidence[1] == other.incidence[0])
    }
  }

  @Test func `one kind alone is one minus survival; of no kind and of nobody nothing is said`() {
    let persons: [(time: Double, kind: Int)] = [(1, 1), (2, 0), (3, 1)]
    let one = CumulativeIncidence(persons, kinds: 1)
    // A third at 1; at 3 one is left of one: 1/3 + 2/3 · 1.
    #expect(one.incidence(at: 0.5) == [0] && abs(one.incidence(at: 2.5)[0] - 1.0 / 3) < 1e-15)
    #expect(abs(one.incidence(at: 3)[0] - 1) < 1e-15)
    #expect(CumulativeIncidence(persons, kinds: 0).points.allSatisfy { $0.incidence.isEmpty })
    #expect(CumulativeIncidence([], kinds: 2).incidence(at: 1) == [])
  }
}
