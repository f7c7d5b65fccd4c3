@testable import Model
import Testing

/// A region of three villages. In 2019 Aam and Beek became Veld, and in 2023 Veld and Ceel became Dorp; Eind left for
/// Stad, outside the region, in 2021; Fort, outside, was split in 2020.
private let register = AreaRegister([
  Area(
    code: "A", name: "Aam", region: "R", part: "north", from: "2010-01-01", to: "2018-12-31",
    successors: [.init(code: "V")]),
  Area(
    code: "B", name: "Beek", region: "R", part: "north", from: "2010-01-01", to: "2018-12-31",
    successors: [.init(code: "V")]),
  Area(code: "C", name: "Ceel", region: "R", part: "south", to: "2022-12-31", successors: [.init(code: "D")]),
  Area(code: "D", name: "Dorp", region: "R", part: "south", from: "2023-01-01"),
  Area(code: "E", name: "Eind", region: "R", part: "south", to: "2020-12-31", successors: [.init(code: "S")]),
  Area(
    code: "V", name: "Veld", region: "R", part: "north", from: "2019-01-01", to: "2022-12-31",
    successors: [.init(code: "D")]),
  Area(code: "S", name: "Stad", from: "2010-01-01"),
  Area(
    code: "F", name: "Fort", to: "2019-12-31",
    successors: [.init(code: "S", percent: 75), .init(code: "G", percent: 25)]),
  Area(code: "G", name: "Gein", from: "2020-01-01"),
])

struct AreaRegisterTests {
  static let members: [(day: String, codes: [String])] = [
    ("2018-12-31", ["A", "B", "C", "E"]), ("2019-01-01", ["C", "E", "V"]), ("2020-12-31", ["C", "E", "V"]),
    ("2021-01-01", ["C", "V"]), ("2022-12-31", ["C", "V"]), ("2023-01-01", ["D"]), ("2005-01-01", ["C", "E"]),
  ]

  @Test(arguments: members) func `a region has the members of that day`(_ example: (day: String, codes: [String])) {
    #expect(register.members(of: "R", on: example.day).map(\.code) == example.codes)
  }

  @Test func `an area is followed through any number of mergers`() {
    #expect(register.shares(of: "A", on: "2018-01-01").map(\.code) == ["A"])
    #expect(register.shares(of: "A", on: "2019-01-01").map(\.code) == ["V"])
    #expect(register.shares(of: "A", on: "2023-06-01") == [.init(code: "D", numerator: 1, denominator: 1)])
    #expect(register.predecessors(of: "D", on: "2023-06-01") == ["D", "A", "B", "C", "V"])
    #expect(register.shares(of: "E", on: "2023-06-01").map(\.code) == ["S"])
  }

  @Test func `an area that does not exist yet goes nowhere`() {
    #expect(register.shares(of: "D", on: "2022-12-31") == [])
    #expect(register.shares(of: "X", on: "2022-12-31") == [])
  }

  @Test func `a split has shares and makes nobody a predecessor`() {
    #expect(
      register.shares(of: "F", on: "2020-01-01") == [
        .init(code: "S", numerator: 3, denominator: 4), .init(code: "G", numerator: 1, denominator: 4),
      ])
    #expect(register.predecessors(of: "S", on: "2022-01-01") == ["S", "E"])
    #expect(register.splits(into: "S", on: "2022-01-01") == ["F"])
    #expect(register.splits(into: "S", on: "2019-01-01") == [])
  }

  @Test func `on every day the shares of an area add up to the whole`() {
    for code in ["A", "B", "C", "E", "F", "V"] {
      for day in ["2019-06-01", "2020-06-01", "2021-06-01", "2023-06-01"] {
        let shares = register.shares(of: code, on: day)
        #expect(shares.reduce(0.0) { $0 + Double($1.numerator) / Double($1.denominator) } == 1)
      }
    }
  }

  @Test func `what changed is said in a sentence, once a year and destination`() {
    let changes = register.changes(in: 2018...2024)
    #expect(changes.map(\.year) == [2019, 2021, 2023])
    #expect(
      changes.map(\.sentence.nl) == [
        "Vanaf 2019 zijn Aam en Beek opgegaan in Veld.",
        "Vanaf 2021 is Eind opgegaan in Stad, buiten de regio.",
        "Vanaf 2023 zijn Ceel en Veld opgegaan in Dorp.",
      ])
    #expect(changes[1].sentence.en == "From 2021 Eind is part of Stad, outside the region.")
    // A series that begins after a merger has no break for it.
    #expect(register.changes(in: 2019...2020) == [])
  }

  @Test func `an area that changes region stays itself`() {
    let moving = AreaRegister([
      Area(code: "A", name: "Aam", region: "R", to: "2019-12-31"),
      Area(code: "A", name: "Aam", region: "Q", from: "2020-01-01", to: "2021-12-31"),
      Area(code: "A", name: "Aam", from: "2022-01-01"),
    ])
    #expect(moving.members(of: "R", on: "2019-12-31").count == 1)
    #expect(moving.members(of: "R", on: "2020-01-01").isEmpty)
    #expect(moving.shares(of: "A", on: "2023-01-01") == [.init(code: "A", numerator: 1, denominator: 1)])
    #expect(
      moving.changes(in: 2019...2023).map(\.sentence.nl) == [
        "Vanaf 2020 hoort Aam bij Q.", "Vanaf 2022 hoort Aam niet meer bij de regio.",
      ])
  }
}
