@testable import Model
import Testing

@testable import Tabulation

/// Sums, shares, places and middle values, on both sides of where they change.
struct TabulationArithmeticTests {
  private func summary(
    _ weights: [Int32?], _ kind: Figure.SummaryRow.Kind, printed: Int, decimals: Int = 1
  ) throws -> String {
    let cases = FewCases.cases(weights.map { (0, 0, $0, 1) }, decimals: decimals)
    let table = try FewCases.figure(.dimension(FewCases.dimension(["k0"])), summaries: [(kind, printed)])
      .tabulated(over: cases)
    return table.printed[1][0]
  }

  /// Weights in tenths of a gram, and what is printed of them.
  @Test(
    arguments: [
      (Figure.SummaryRow.Kind.median, [10, 20, 40], 1, "2.0"), (.median, [40, 10, 20, 25], 1, "2.3"),
      (.median, [40, 10, 20, 25], 2, "2.25"), (.median, [7], 1, "0.7"), (.median, [7, 8], 1, "0.8"),
      (.median, [nil, 30, nil], 0, "3"), (.mean, [10, 20, 40], 1, "2.3"), (.mean, [10, 20, 40], 0, "2"),
      (.mean, [10, 20], 0, "2"), (.mean, [nil, 5], 1, "0.5"), (.minimum, [30, 10, 20], 1, "1.0"),
      (.maximum, [10, 30, 20], 1, "3.0"), (.maximum, [nil, 0], 1, "0.0"), (.minimum, [nil, 9, 12], 0, "1"),
      (.mean, [nil], 1, "undefined"), (.median, [nil, nil], 1, "undefined"), (.maximum, [], 1, "undefined"),
    ] as [(Figure.SummaryRow.Kind, [Int32?], Int, String)])
  func `a summary is exact, over known values, in the unit of the variable`(
    _ kind: Figure.SummaryRow.Kind, _ weights: [Int32?], _ decimals: Int, _ text: String
  ) throws {
    #expect(try summary(weights, kind, printed: decimals) == text)
  }

  @Test(arguments: [(0, "25.00"), (1, "2.50"), (2, "0.25")])
  func `each decimal of a variable divides by ten`(_ decimals: Int, _ text: String) throws {
    for kind in Figure.SummaryRow.Kind.allCases {
      #expect(try summary([25], kind, printed: 2, decimals: decimals) == text)
    }
  }

  /// The slow way round: all values in a list.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `summaries agree with a sorted list`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...30, using: &generator)
    let rows = (0..<count).map { _ -> FewCases.Row in
      (0, Int.random(in: 0...1, using: &generator), Int32.random(in: 0...40, using: &generator), 1)
    }
    let table = try FewCases.figure(
      .dimension(FewCases.dimension(["k0"])), summaries: [(.mean, 3), (.median, 3), (.minimum, 3), (.maximum, 3)]
    ).tabulated(over: FewCases.cases(rows))
    for (column, years) in [[0], [1], [0, 1]].enumerated() {
      let values = rows.filter { years.contains($0.year) }.map { Int($0.weight ?? 0) }.sorted()
      let shown = table.cells.dropFirst().map { $0[column].value }
      guard let first = values.first, let last = values.last else {
        #expect(shown == Array(repeating: .undefined, count: 4))
        continue
      }
      let middle = values[(values.count - 1) / 2] + values[values.count / 2]
      func quantity(_ numerator: Int, _ denominator: Int) -> Int {
        Quantity(numerator: numerator, denominator: denominator, decimals: 3).scaled
      }
      #expect(
        shown.map { $0.quantity?.scaled } == [
          quantity(values.reduce(0, +), 10 * values.count), quantity(middle, 20), quantity(first, 10),
          quantity(last, 10),
        ])
    }
  }

  @Test func `shares of column and row are of what stands in the total, shown or all`() throws {
    let cases = FewCases.cases(perKind: [(1, 2), (3, 0), (4, 10)])
    func rows(_ statistic: Figure.Statistic, _ basis: Figure.Total.Basis) throws -> [[String]] {
      try FewCases.figure(
        .dimension(FewCases.dimension(["k0", "k1"])), rowTotal: basis, statistic: statistic
      ).tabulated(over: cases).printed
    }
    #expect(
      try rows(.shareOfColumn(decimals: 1), .shown) == [
        ["25.0", "100.0", "50.0"], ["75.0", "0.0", "50.0"], ["100.0", "100.0", "100.0"],
      ])
    #expect(
      try rows(.shareOfColumn(decimals: 1), .base) == [
        ["12.5", "16.7", "15.0"], ["37.5", "0.0", "15.0"], ["100.0", "100.0", "100.0"],
      ])
    #expect(
      try rows(.shareOfRow(decimals: 0), .shown) == [["33", "67", "100"], ["100", "0", "100"], ["67", "33", "100"]])
  }

  @Test func `again counts every notification but the first, and every time the first too`() throws {
    let cases = FewCases.cases([(0, 0, nil, 1), (0, 0, nil, 4), (0, 1, nil, 2), (1, 1, nil, 3)])
    func first(_ unit: RepeatScope) throws -> [String] {
      try FewCases.figure(.dimension(FewCases.dimension(["k0"])), unit: unit).tabulated(over: cases).printed[0]
    }
    #expect(try first(.oncePerYear) == ["2", "1", "3"])
    #expect(try first(.everyTime) == ["5", "2", "7"])
    #expect(try first(.everyTimeAgain) == ["3", "1", "4"])
    #expect(try first(.asDelivered) == first(.everyTime))
  }

  @Test func `a number counts once for each year, and nought is a number`() throws {
    let rows: [FewCases.Row] = [(0, 0, 5, 1), (0, 0, 5, 1), (0, 1, 5, 1), (0, 0, 0, 1), (0, 0, nil, 1), (0, 0, nil, 1)]
    let table = try FewCases.figure(
      .dimension(FewCases.dimension(["k0"])), unit: .oncePerYearTogether(variable: "weight")
    ).tabulated(over: FewCases.cases(rows))
    #expect(table.printed == [["4", "1", "5"]])
    let together = CasesTogether("weight", FewCases.cases(rows))
    #expect(together.count([0, 1]) == 1 && together.count([0, 2]) == 2 && together.count([4, 5]) == 2)
    #expect(together.count([]) == 0 && together.count([0, 3]) == 2)
  }

  @Test(arguments: [4095, 4096, 4097, 65535, 65536, 65537, 131_073])
  func `no case is lost or counted twice where a block or a chunk ends`(_ count: Int) async throws {
    let rows = (0..<count).map { row -> FewCases.Row in (row % 6, row % 2, nil, 1) }
    let cases = FewCases.cases(rows)
    let figure = FewCases.figure(.dimension(FewCases.dimension()), rowTotal: .base)
    let table = try figure.tabulated(over: cases)
    let expected = (0..<6).map { kind in (count - kind + 5) / 6 }
    #expect(table.printed.map { $0[2] } == (expected + [count]).map(String.init))
    #expect(table.printed[6] == [(count + 1) / 2, count / 2, count].map(String.init))
    #expect(try await cases.tabulated(by: [figure], workers: 3) == [table])
  }

  /// Row order does not matter, and margins add up, whatever the cases are.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `margins are the sums of what they go with`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<200).map { _ -> FewCases.Row in
      let kind = Int.random(in: -1...5, using: &generator)
      let year = Int.random(in: 0...1, using: &generator)
      return (kind < 0 ? nil : kind, year, nil, Int.random(in: 1...3, using: &generator))
    }
    let order = FewCases.kinds + ["unknown"]
    for unit in [RepeatScope.oncePerYear, .everyTime, .everyTimeAgain] {
      let figure = FewCases.figure(.dimension(FewCases.dimension(order)), unit: unit, rowTotal: .shown)
      let counts = try figure.tabulated(over: FewCases.cases(rows)).counts
      for row in counts { #expect(row[2] == row[0] + row[1]) }
      for column in 0..<3 { #expect(counts[7][column] == counts[..<7].reduce(0) { $0 + $1[column] }) }
      #expect(try figure.tabulated(over: FewCases.cases(rows.reversed())).counts == counts)
    }
  }
}

struct TopListTests {
  /// Kinds with 5, 5, 3, 2, 0 and 1 in 2020 and 0, 1, 0, 4, 0 and 0 in 2021.
  private let cases = FewCases.cases(perKind: [(5, 0), (5, 1), (3, 0), (2, 4), (0, 0), (1, 0)])

  private func table(_ places: Int, also: [String] = [], total: Figure.Total.Basis? = .shown) throws
    -> ConfidentialTable
  {
    try FewCases.figure(FewCases.top(places, alsoInTotal: also), rowTotal: total).tabulated(over: cases)
  }

  @Test func `one place holds all that share it, and the next place is left open`() throws {
    let first = try table(1)
    #expect(first.shape.rows.map(\.key) == ["k1", "k3", "k0", "total"])
    #expect(first.cells.map { $0.map(\.rank) } == [[1, nil, 1], [nil, 1, 1], [1, nil, 3], [nil, nil, nil]])
    #expect(first.printed == [["5", "1", "6"], ["2", "4", "6"], ["5", "0", "5"], ["12", "5", "17"]])
    #expect(try table(2).cells[0].map(\.rank) == [1, 2, 1])
    #expect(try table(2).shape.rows.count == 4)
    #expect(try table(3).shape.rows.map(\.key) == ["k1", "k3", "k0", "k2", "total"])
  }

  @Test func `nobody has no place, however many there are`() throws {
    let all = try table(6)
    #expect(all.shape.rows.map(\.key) == ["k1", "k3", "k0", "k2", "k5", "total"])
    #expect(all.cells[2].map(\.rank) == [1, nil, 3] && all.cells[4].map(\.rank) == [5, nil, 5])
  }

  @Test func `rows below the list show their total only and are in no total of the list`() throws {
    let also = try table(1, also: ["k2", "k1", "k4"])
    #expect(also.shape.rows.map(\.key) == ["k1", "k3", "k0", "k2", "k4", "total"])
    #expect(also.row("k2") == ["notShown", "notShown", "3"] && also.row("k4") == ["notShown", "notShown", "0"])
    #expect(also.row("total") == ["12", "5", "17"])
    #expect(also.cells[3].allSatisfy { $0.rank == nil })
    #expect(try table(1, also: ["k2"], total: .base).row("total") == ["16", "5", "21"])
  }

  @Test func `shares of a top list are of all in the column, or of the row`() throws {
    func rows(_ statistic: Figure.Statistic) throws -> ConfidentialTable {
      try FewCases.figure(FewCases.top(1), rowTotal: .shown, statistic: statistic).tabulated(over: cases)
    }
    let ofRow = try rows(.shareOfRow(decimals: 0))
    #expect(ofRow.row("k1") == ["83", "17", "100"] && ofRow.row("total") == ["71", "29", "100"])
    #expect(ofRow.cells[0].map(\.rank) == [1, nil, 1])
  }
}

struct TabulationSentenceTests {
  @Test(arguments: [
    (
      TabulationError.unknownVariable(figure: "f", variable: "v"), "Figuur f: de variabele 'v' bestaat hier niet.",
      "Figure f: there is no variable 'v' here."
    ),
    (
      .unknownValue(figure: "f", variable: "v", value: "w"), "Figuur f: de variabele 'v' kent de waarde 'w' niet.",
      "Figure f: 'v' has no value 'w'."
    ),
    (
      .unsuited(figure: "f", variable: "v"),
      "Figuur f: wat gevraagd wordt past niet bij de soort van de variabele 'v'.",
      "Figure f: what is asked does not suit the kind of 'v'."
    ),
    (
      .unknownExclusion(figure: "f", rule: "r"), "Figuur f: de uitsluitingsregel 'r' bestaat niet.",
      "Figure f: there is no exclusion rule 'r'."
    ),
    (
      .unknownTable(figure: "f", source: "s", table: "t"), "Figuur f: de melder 's' levert geen tabel 't'.",
      "Figure f: the source 's' delivers no table 't'."
    ),
    (
      .unknownCell(figure: "f", row: "r", column: "c"), "Figuur f: er is geen cel 'r' bij 'c'.",
      "Figure f: there is no cell 'r' by 'c'."
    ),
  ])
  func `what a figure cannot have is said in both languages`(_ error: TabulationError, _ nl: String, _ en: String) {
    #expect(error.message == LocalizedText(nl: nl, en: en))
  }
}

struct CountSumPropertyTests {
  private func answers(_ seed: UInt64) -> [CountAnswer] {
    var generator = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      if generator.chance(0.4) { return CountAnswer(value: .absent(generator.pick(Absence.allCases))) }
      let quantity = Quantity(
        numerator: Int.random(in: -9...99, using: &generator), denominator: generator.pick([1, 1, 2, 10]),
        decimals: generator.pick([0, 1, 2]))
      return CountAnswer(value: .number(quantity), isProvisional: generator.chance(0.3))
    }
  }

  /// The rule of sums in other words: a number when nothing stands in its way, else the gravest that does.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `a sum is a number exactly when nothing stands in its way`(_ seed: UInt64) {
    let parts = answers(seed)
    for asTotal in [false, true] {
      let sum = CountAnswer.sum(parts, asTotal: asTotal)
      let numbers = parts.compactMap(\.quantity)
      let reasons = Set(parts.compactMap(\.absence)).subtracting([.notApplicable])
      let inTheWay = asTotal && !numbers.isEmpty ? reasons.subtracting([.notAsked, .notRecorded]) : reasons
      guard inTheWay.isEmpty, !numbers.isEmpty else {
        let gravest = Absence.allCases.last { (inTheWay.isEmpty ? [] : reasons).contains($0) } ?? .notApplicable
        #expect(sum.absence == gravest)
        continue
      }
      let value = numbers.reduce(0) { $0 + 10 * $1.numerator / $1.denominator }
      #expect(sum.quantity.map { 10 * $0.numerator / $0.denominator } == value)
      #expect(sum.quantity?.decimals == numbers.map(\.decimals).max())
      #expect(sum.isProvisional == parts.contains(where: \.isProvisional))
    }
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `the order of the parts does not matter`(_ seed: UInt64) {
    let parts = answers(seed)
    let (there, back) = (CountAnswer.sum(parts, asTotal: true), CountAnswer.sum(parts.reversed(), asTotal: true))
    #expect(there.absence == back.absence && there.quantity?.scaled == back.quantity?.scaled)
    #expect(there.cellValue.state == back.cellValue.state)
  }
}
