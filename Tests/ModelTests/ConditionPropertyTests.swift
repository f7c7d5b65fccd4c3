@testable import Model
import Testing

/// A generator with a seed: the 64 bits of a linear congruence, folded once.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

private let codes = ["2015", "2016", "x"]

/// Sixty records of every kind of column, a third of the answers missing.
private func records(_ dice: inout Dice) -> Columns {
  let count = 60
  var columns = Columns(rowCount: count)
  let categories = codes.map { Category(code: $0, label: LocalizedText($0)) }
  func variable(_ name: String, _ kind: VariableKind) -> Variable {
    Variable(name: name, kind: kind, label: LocalizedText(name), categories: categories)
  }
  columns.set(.category((0..<count).map { _ in UInt8.random(in: 0...6, using: &dice) }), for: variable("a", .category))
  columns.set(
    .wideCategory((0..<count).map { _ in UInt16.random(in: 0...6, using: &dice) }), for: variable("b", .category))
  columns.set(
    .set(
      (0..<count).map { _ in
        let reason = Missing.allCases.randomElement(using: &dice) ?? .unknown
        return Int.random(in: 0...2, using: &dice) == 0
          ? SetMask(reason).packed : UInt64.random(in: 0...7, using: &dice)
      }), for: variable("s", .set))
  columns.set(
    .number(
      (0..<count).map { _ in
        let reason = Missing.allCases.randomElement(using: &dice) ?? .unknown
        return Int.random(in: 0...2, using: &dice) == 0
          ? NumberValue(reason).packed : Int32.random(in: 2013...2017, using: &dice)
      }),
    for: Variable(
      name: "n", kind: .number(unit: LocalizedText(""), decimals: 0, minimum: 0, maximum: 9999),
      label: LocalizedText("n")))
  return columns
}

private func condition(_ dice: inout Dice, depth: Int = 0) -> Condition {
  let words = codes + ["unknown", "notAsked"]
  func some(_ words: [String]) -> [String] { words.filter { _ in Bool.random(using: &dice) } }
  let comparison = Condition.Comparison.allCases.randomElement(using: &dice) ?? .equal
  let category = Bool.random(using: &dice) ? "a" : "b"
  switch Int.random(in: 0...(depth < 3 ? 11 : 8), using: &dice) {
  case 0: return .always
  case 1: return .isIn(variable: category, values: some(words))
  case 2: return .isIn(variable: "s", values: some(words + ["none"]))
  case 3: return .isIn(variable: "n", values: some(["2015", "2016", "unknown", "notDelivered"]))
  case 4: return .isKnown(variable: ["a", "b", "s", "n"].randomElement(using: &dice) ?? "a")
  case 5: return .hasAny(variable: "s", values: some(words))
  case 6: return .hasAll(variable: "s", values: some(words))
  case 7: return .hasOnly(variable: "s", values: some(words))
  case 8:
    let variable = Bool.random(using: &dice) ? "n" : category
    return .compares(variable: variable, comparison, Int32.random(in: 2014...2017, using: &dice))
  case 9: return .not(condition(&dice, depth: depth + 1))
  case 10: return .all((0..<Int.random(in: 0...3, using: &dice)).map { _ in condition(&dice, depth: depth + 1) })
  default: return .any((0..<Int.random(in: 0...3, using: &dice)).map { _ in condition(&dice, depth: depth + 1) })
  }
}

struct ConditionPropertyTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the compiled condition selects what the slow one does, row by row`(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let columns = records(&dice)
    for _ in 0..<10 {
      let condition = condition(&dice)
      let slow = try (0..<columns.rowCount).map { row -> UInt8 in
        try condition.holds(forRow: row, of: columns) ? 1 : 0
      }
      #expect(try condition.selection(in: columns) == slow, "\(condition)")
    }
  }

  @Test(arguments: Condition.Comparison.allCases)
  func `a comparison holds below, at or above its limit`(_ comparison: Condition.Comparison) {
    let expected: [Condition.Comparison: [Bool]] = [
      .less: [true, false, false], .atMost: [true, true, false], .equal: [false, true, false],
      .atLeast: [false, true, true], .more: [false, false, true],
    ]
    #expect([1, 2, 3].map { comparison.holds($0, 2) } == expected[comparison])
  }

  @Test func `a slow condition names what it does not know, as the compiled one does`() {
    var dice = Dice(state: 1)
    let columns = records(&dice)
    func row(_ condition: Condition) throws { _ = try condition.holds(forRow: 0, of: columns) }
    #expect(throws: SelectionError.unknownVariable("z")) { try row(.isKnown(variable: "z")) }
    #expect(throws: SelectionError.unsuited(variable: "s")) {
      for index in 0..<columns.rowCount {
        _ = try Condition.compares(variable: "s", .less, 3).holds(forRow: index, of: columns)
      }
    }
    #expect(throws: SelectionError.unsuited(variable: "n")) { try row(.hasAny(variable: "n", values: ["2015"])) }
    #expect(throws: SelectionError.unsuited(variable: "a")) { try row(.hasAll(variable: "a", values: ["2015"])) }
  }

  static let sentences: [(SelectionError, String, String)] = [
    (.unknownVariable("v"), "de variabele 'v' bestaat hier niet", "there is no variable 'v' here"),
    (
      .unknownValue(variable: "v", value: "x"), "de variabele 'v' kent de waarde 'x' niet",
      "the variable 'v' has no value 'x'"
    ),
    (
      .unsuited(variable: "v"), "deze vraag past niet bij de soort van de variabele 'v'",
      "this test does not suit the kind of the variable 'v'"
    ),
  ]

  @Test(arguments: sentences)
  func `an error says what is wrong`(_ example: (error: SelectionError, nl: String, en: String)) {
    #expect(example.error.message == LocalizedText(nl: example.nl, en: example.en))
  }
}
