@testable import Model
import Testing

/// Six records: year, forms (a set), age, each with every kind of answer.
private let records: Columns = {
  var columns = Columns(rowCount: 6)
  let categories = ["sexual", "labour", "criminal"].map { Category(code: $0, label: LocalizedText($0)) }
  let years = ["2015", "2016", "2017"].map { Category(code: $0, label: LocalizedText($0)) }
  columns.set(
    .category([4, 5, 6, 4, 0, 1]),
    for: Variable(name: "year", kind: .category, label: LocalizedText("year"), categories: years))
  columns.set(
    .set([0b001, 0b011, 0, 0b110, SetMask(.unknown).packed, SetMask(.notAsked).packed]),
    for: Variable(name: "forms", kind: .set, label: LocalizedText("forms"), categories: categories))
  columns.set(
    .number([17, 18, NumberValue(.unknown).packed, 40, NumberValue(.notApplicable).packed, -3]),
    for: Variable(
      name: "age", kind: .number(unit: LocalizedText("years"), decimals: 0, minimum: 0, maximum: 120),
      label: LocalizedText("age")))
  return columns
}()

struct ConditionSelectionTests {
  static let selections: [(String, [UInt8])] = [
    ("always", [1, 1, 1, 1, 1, 1]),
    ("year is 2015", [1, 0, 0, 1, 0, 0]),
    ("year in (2016, unknown)", [0, 1, 0, 0, 1, 0]),
    ("year is known", [1, 1, 1, 1, 0, 0]),
    ("year >= 2016", [0, 1, 1, 0, 0, 0]),
    ("not year >= 2016", [1, 0, 0, 1, 1, 1]),
    ("forms is sexual", [1, 0, 0, 0, 0, 0]),
    ("forms in (sexual, none)", [1, 0, 1, 0, 0, 0]),
    ("forms in (none, unknown)", [0, 0, 1, 0, 1, 0]),
    ("forms is known", [1, 1, 1, 1, 0, 0]),
    ("forms has sexual", [1, 1, 0, 0, 0, 0]),
    ("forms has any (sexual, criminal)", [1, 1, 0, 1, 0, 0]),
    ("forms has all (labour, criminal)", [0, 0, 0, 1, 0, 0]),
    ("forms has only (sexual, labour)", [1, 1, 0, 0, 0, 0]),
    ("forms has notAsked", [0, 0, 0, 0, 0, 1]),
    ("age < 18", [1, 0, 0, 0, 0, 1]),
    ("age >= 18", [0, 1, 0, 1, 0, 0]),
    ("age is unknown", [0, 0, 1, 0, 0, 0]),
    ("age in (18, 40)", [0, 1, 0, 1, 0, 0]),
    ("age < 18 or age is not known", [1, 0, 1, 0, 1, 1]),
    ("year is 2015 and age > 17", [0, 0, 0, 1, 0, 0]),
  ]

  @Test(arguments: selections)
  func `selects the rows for which it holds`(_ example: (text: String, rows: [UInt8])) throws {
    let condition = try Condition(parsing: example.text)
    #expect(try condition.selection(in: records) == example.rows)
    #expect(try (0..<6).map { try condition.holds(forRow: $0, of: records) ? 1 : 0 } == example.rows)
  }

  @Test func `a comparison at the edge of what fits selects nothing and does not trap`() throws {
    for text in ["age < -2147483648", "age > 2147483647"] {
      #expect(try Condition(parsing: text).selection(in: records) == [0, 0, 0, 0, 0, 0])
    }
  }

  static let mistakes: [(String, SelectionError)] = [
    ("sex is female", .unknownVariable("sex")),
    ("year is 2014", .unknownValue(variable: "year", value: "2014")),
    ("forms has organ", .unknownValue(variable: "forms", value: "organ")),
    ("year has 2015", .unsuited(variable: "year")),
    ("forms < 3", .unsuited(variable: "forms")),
    ("age is young", .unknownValue(variable: "age", value: "young")),
  ]

  @Test(arguments: mistakes)
  func `names what it does not know`(_ mistake: (text: String, error: SelectionError)) throws {
    let condition = try Condition(parsing: mistake.text)
    #expect(throws: mistake.error) { try condition.selection(in: records) }
  }

  @Test func `a part of the rows is selected as the whole is`() throws {
    let condition = try Condition(parsing: "forms has sexual or (age >= 18 and not year is 2016)")
    let compiled = try CompiledCondition(condition, for: records)
    let whole = compiled.selection(rowCount: 6)
    for start in 0..<6 {
      for end in start...6 {
        let part = [UInt8](unsafeUninitializedCapacity: end - start) { buffer, count in
          compiled.evaluate(start..<end, into: buffer)
          count = end - start
        }
        #expect(part == Array(whole[start..<end]))
      }
    }
  }
}
