@testable import Model
import Testing

/// Municipalities through mergers, splits and moves, by hand.
@Suite struct AreaHistoryTests {
  /// A and B merge into M in 2015; C is split between M and D in 2018; M and D merge into N in 2020.
  private static let register = AreaRegister([
    Area(code: "A", name: "Aam", region: "R", to: "2014-12-31", successors: [.init(code: "M")]),
    Area(code: "B", name: "Beek", region: "R", to: "2014-12-31", successors: [.init(code: "M")]),
    Area(
      code: "C", name: "Ceel", region: "Q", to: "2017-12-31",
      successors: [.init(code: "M", percent: 30), .init(code: "D", percent: 70)]),
    Area(code: "M", name: "Meer", region: "R", from: "2015-01-01", to: "2019-12-31", successors: [.init(code: "N")]),
    Area(code: "D", name: "Dorp", region: "R", to: "2019-12-31", successors: [.init(code: "N")]),
    Area(code: "N", name: "Noord", region: "R", from: "2020-01-01"),
    Area(code: "X", name: "Xan", to: "2010-06-30"),
  ])

  @Test func `regions and codes are named once, in the order in which they come`() {
    let twice = AreaRegister(Self.register.areas + [Area(code: "A", name: "Aam", region: "Q", from: "2021-01-01")])
    #expect(twice.regions == ["R", "Q"])
    #expect(twice.codes == ["A", "B", "C", "M", "D", "N", "X"])
    #expect(AreaRegister([]).regions == [])
  }

  @Test(
    arguments: [
      ("2014-12-31", ["A", "B", "C", "D"]), ("2015-01-01", ["C", "M", "D"]), ("2018-01-01", ["M", "D"]),
      ("2020-01-01", ["N"]),
    ])
  func `members of any region leave out areas without one`(_ day: String, _ codes: [String]) {
    #expect(Self.register.members(on: day).map(\.code) == codes)
    #expect(Self.register.members(of: "R", on: day).map(\.code) == codes.filter { $0 != "C" })
    #expect(Self.register.members(of: "S", on: day).isEmpty)
  }

  @Test func `parts that come together again by two ways are the whole again`() {
    let shares = { Self.register.shares(of: "C", on: $0) }
    #expect(shares("2017-12-31") == [.init(code: "C", numerator: 1, denominator: 1)])
    #expect(
      shares("2018-01-01") == [
        .init(code: "M", numerator: 3, denominator: 10), .init(code: "D", numerator: 7, denominator: 10),
      ])
    #expect(shares("2020-01-01") == [.init(code: "N", numerator: 1, denominator: 1)])
    #expect(Self.register.predecessors(of: "N", on: "2020-01-01") == ["N", "A", "B", "C", "M", "D"])
    #expect(Self.register.predecessors(of: "M", on: "2018-01-01") == ["M", "A", "B"])
    #expect(Self.register.splits(into: "M", on: "2018-01-01") == ["C"])
    #expect(Self.register.splits(into: "D", on: "2019-12-31") == ["C"])
    #expect(Self.register.splits(into: "N", on: "2020-01-01") == [])
    #expect(Self.register.splits(into: "M", on: "2017-12-31") == [])
  }

  @Test func `an area that ended without a successor is nowhere, and one that never ended is itself`() {
    #expect(Self.register.shares(of: "X", on: "2010-06-30") == [.init(code: "X", numerator: 1, denominator: 1)])
    #expect(Self.register.shares(of: "X", on: "2010-07-01") == [])
    #expect(Self.register.shares(of: "N", on: "2019-12-31") == [])
    #expect(Self.register.shares(of: "N", on: "2020-01-01") == [.init(code: "N", numerator: 1, denominator: 1)])
  }

  @Test func `areas that become each other go round and end`() {
    let ring = AreaRegister([
      Area(code: "A", name: "A", to: "2010-12-31", successors: [.init(code: "B")]),
      Area(code: "B", name: "B", to: "2011-12-31", successors: [.init(code: "A")]),
    ])
    #expect(ring.shares(of: "A", on: "2015-01-01") == [])
    #expect(ring.shares(of: "A", on: "2011-06-01") == [.init(code: "B", numerator: 1, denominator: 1)])
  }

  @Test func `three splits in a row keep exact fractions`() {
    func split(_ code: String, _ year: Int, _ left: String, _ right: String) -> Area {
      Area(
        code: code, name: code, to: "\(year)-12-31",
        successors: [.init(code: left, percent: 25), .init(code: right, percent: 75)])
    }
    let register = AreaRegister([
      split("A", 2010, "B", "Z"), split("B", 2011, "C", "Z"), split("C", 2012, "D", "Z"), Area(code: "D", name: "D"),
      Area(code: "Z", name: "Z"),
    ])
    #expect(
      register.shares(of: "A", on: "2013-01-01") == [
        .init(code: "D", numerator: 1, denominator: 64), .init(code: "Z", numerator: 63, denominator: 64),
      ])
  }

  @Test func `an area is looked up as it is, as it last was or as it first will be`() {
    let register = AreaRegister([
      Area(code: "A", name: "een", from: "2010-01-01", to: "2011-12-31"),
      Area(code: "A", name: "twee", from: "2013-01-01", to: "2014-12-31"),
      Area(code: "A", name: "drie", from: "2016-01-01"),
    ])
    let names = ["2009-12-31", "2010-01-01", "2012-06-01", "2014-12-31", "2015-01-01", "2016-01-01", "2030-01-01"].map {
      register.area("A", on: $0)?.name
    }
    #expect(names == ["een", "een", "een", "twee", "twee", "drie", "drie"])
    #expect(register.area("B", on: "2016-01-01") == nil)
  }

  @Test func `what changed is a sentence with its year, and a reason without it`() {
    let changes = Self.register.changes(in: 2014...2020)
    #expect(
      changes.map(\.sentence.nl) == [
        "Vanaf 2015 zijn Aam en Beek opgegaan in Meer.", "Vanaf 2018 is Ceel opgegaan in Meer en Dorp.",
        "Vanaf 2020 zijn Meer en Dorp opgegaan in Noord.",
      ])
    #expect(changes.map(\.year) == [2015, 2018, 2020])
    #expect(changes[0].sentence.en == "From 2015 Aam and Beek are part of Meer.")
    #expect(
      changes[0].reason == LocalizedText(nl: "Aam en Beek zijn opgegaan in Meer.", en: "Aam and Beek are part of Meer.")
    )
    #expect(changes[1].sentence.en == "From 2018 Ceel is part of Meer and Dorp.")
    #expect(changes[1].inside.map(\.code) == ["M", "D"])
    #expect(changes[1].begun.isEmpty && changes[1].outside.isEmpty)
    #expect(changes[2].reason.en == "Meer and Dorp are part of Noord.")
  }

  @Test func `who joins or leaves without becoming something else is told so`() {
    let register = AreaRegister([
      Area(code: "A", name: "Aam", region: "R", to: "2015-12-31"),
      Area(code: "B", name: "Beek", region: "R", from: "2017-01-01"),
      Area(code: "C", name: "Ceel", region: "R", from: "2017-01-01"),
      Area(code: "D", name: "Dal", region: "R", to: "2018-12-31"),
      Area(code: "D", name: "Dal", region: "Q", from: "2019-01-01"),
    ])
    let changes = register.changes(in: 2014...2020)
    #expect(
      changes.map(\.sentence) == [
        LocalizedText(
          nl: "Vanaf 2016 hoort Aam niet meer bij de regio.", en: "From 2016 Aam belongs to the region no longer."),
        LocalizedText(
          nl: "Vanaf 2017 horen Beek en Ceel bij de regio.", en: "From 2017 Beek and Ceel belong to the region."),
        LocalizedText(nl: "Vanaf 2019 hoort Dal bij Q.", en: "From 2019 Dal belongs to Q."),
      ])
    #expect(register.changes(in: 2016...2016) == [])
    #expect(register.changes(in: 2015...2016).map(\.year) == [2016])
    #expect(register.changes(in: 2017...2018) == [])
  }
}

/// Classes of numbers, against the numbers themselves.
@Suite struct ClassBoundsPropertyTests {
  @Test(
    arguments: [
      (0, 10, 10, 20, false), (0, 10, 9, 20, true), (0, 10, 0, 10, true), (10, 20, 0, 10, false), (5, 6, 0, 10, true),
      (nil, 10, 10, nil, false), (nil, 10, 9, nil, true), (nil, nil, 3, 4, true), (0, 0, 0, 10, false),
    ] as [(Int?, Int?, Int?, Int?, Bool)])
  func `classes overlap when a number is in both`(
    _ from: Int?, _ below: Int?, _ otherFrom: Int?, _ otherBelow: Int?, _ overlap: Bool
  ) {
    let (left, right) = (ClassBounds(from: from, below: below), ClassBounds(from: otherFrom, below: otherBelow))
    #expect(left.overlaps(right) == overlap)
    #expect(right.overlaps(left) == overlap)
  }

  @Test func `a class holds numbers when it ends behind its start`() {
    #expect(ClassBounds(from: 5, below: 6).holdsNumbers)
    #expect(!ClassBounds(from: 5, below: 5).holdsNumbers)
    #expect(!ClassBounds(from: 6, below: 5).holdsNumbers)
    #expect(ClassBounds().holdsNumbers && ClassBounds(from: 5).holdsNumbers && ClassBounds(below: 5).holdsNumbers)
    #expect(ClassBounds().words == LocalizedText(nl: "alles", en: "all"))
    #expect(ClassBounds(from: 18, below: 20).words == LocalizedText(nl: "18 tot en met 19", en: "18 to 19"))
  }

  private func numbers(_ classes: [ClassBounds]) -> Set<Int> {
    Set((-1...31).filter { number in classes.contains { ($0.from ?? number) <= number && number < ($0.below ?? 32) } })
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `merged classes hold the same numbers, apart and in order`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let classes = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
      let from = Int.random(in: 0...25, using: &dice)
      return ClassBounds(
        from: Bool.random(using: &dice) ? from : nil, below: from + Int.random(in: 1...6, using: &dice))
    }
    let merged = ClassBounds.merged(classes)
    #expect(numbers(merged) == numbers(classes))
    for (left, right) in zip(merged, merged.dropFirst()) {
      #expect((left.below ?? .max) < (right.from ?? .min), "\(merged)")
    }
    #expect(ClassBounds.merged(classes.reversed()) == merged)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `tiles lie edge to edge from start to end`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let edges = Set((0..<6).map { _ in Int.random(in: 0...20, using: &dice) }).sorted()
    let classes = zip(edges, edges.dropFirst()).map { ClassBounds(from: $0, below: $1) }
    for start in edges.indices {
      for end in edges.indices where start < end {
        let tiles = ClassBounds(from: edges[start], below: edges[end]).tiles(in: classes)
        #expect(tiles == Array(start..<end))
        let gapped = classes.enumerated().filter { $0.offset != start }.map(\.element)
        #expect(ClassBounds(from: edges[start], below: edges[end]).tiles(in: gapped) == nil)
        if !edges.contains(edges[end] + 1) {
          #expect(ClassBounds(from: edges[start], below: edges[end] + 1).tiles(in: classes) == nil)
        }
      }
    }
  }
}
