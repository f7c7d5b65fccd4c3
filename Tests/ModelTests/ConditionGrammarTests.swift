@testable import Model
import Testing

@Suite struct ConditionGrammarTests {
  static let mistakes: [(String, Int, String, String)] = [
    ("", 0, "hier hoort de naam van een variabele", "the name of a variable belongs here"),
    (
      "age", 3, "na 'age' hoort is, in, has of een vergelijking zoals < of >=",
      "after 'age' comes is, in, has, or a comparison such as < or >="
    ),
    ("age < young", 6, "hier hoort een geheel getal", "a whole number belongs here"),
    ("age < 2147483648", 6, "hier hoort een geheel getal", "a whole number belongs here"),
    ("age < 1.5", 6, "hier hoort een geheel getal", "a whole number belongs here"),
    ("age <", 5, "hier hoort een waarde", "a value belongs here"),
    ("age < <", 6, "hier hoort een waarde", "a value belongs here"),
    ("age is not", 10, "hier hoort een waarde", "a value belongs here"),
    ("age in ()", 8, "hier hoort een waarde", "a value belongs here"),
    ("age in (1,", 10, "hier hoort een waarde", "a value belongs here"),
    ("age in (1 2)", 10, "hier hoort een ')'", "a ')' belongs here"),
    ("forms has any", 13, "hier hoort een waarde", "a value belongs here"),
    ("age # 3", 4, "het teken '#' hoort niet in een voorwaarde", "'#' is no part of a condition"),
    ("é is 'x'", 5, "het teken ''' hoort niet in een voorwaarde", "''' is no part of a condition"),
    ("(a is b", 7, "hier hoort een ')'", "a ')' belongs here"),
    ("a is b)", 6, "hier had de voorwaarde moeten eindigen", "the condition should have ended here"),
    ("a is b or", 9, "hier hoort de naam van een variabele", "the name of a variable belongs here"),
    ("not", 3, "hier hoort de naam van een variabele", "the name of a variable belongs here"),
    ("a => 3", 3, "hier hoort een waarde", "a value belongs here"),
    ("a < = 3", 4, "hier hoort een waarde", "a value belongs here"),
  ]

  @Test(arguments: mistakes)
  func `says in both languages where it stops understanding`(
    _ text: String, _ offset: Int, _ nl: String, _ en: String
  ) {
    let error = #expect(throws: ConditionError.self) { try Condition(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.message == LocalizedText(nl: nl, en: en))
  }

  static let readings: [(String, Condition)] = [
    ("age<-3", .compares(variable: "age", .less, -3)),
    ("age>=-2147483648", .compares(variable: "age", .atLeast, .min)),
    ("age<=2147483647", .compares(variable: "age", .atMost, .max)),
    ("a in x", .isIn(variable: "a", values: ["x"])),
    ("a has any x", .hasAny(variable: "a", values: ["x"])),
    ("a has only x", .hasOnly(variable: "a", values: ["x"])),
    ("a.b-c_1 is GM0080.x", .isIn(variable: "a.b-c_1", values: ["GM0080.x"])),
    ("\ta\nis\r\nb ", .isIn(variable: "a", values: ["b"])),
    ("not always", .not(.always)), ("not not not always", .not(.always)), ("not (not always)", .not(.not(.always))),
    ("not a is not b", .not(.not(.isIn(variable: "a", values: ["b"])))),
    (
      "a is b and c is d and always",
      .all([.isIn(variable: "a", values: ["b"]), .isIn(variable: "c", values: ["d"]), .always])
    ),
    ("always or always or a < 1", .any([.always, .always, .compares(variable: "a", .less, 1)])),
    ("always and always or always", .any([.all([.always, .always]), .always])),
    ("always or always and always", .any([.always, .all([.always, .always])])),
    ("(always or always) and always", .all([.any([.always, .always]), .always])),
    ("((always))", .always),
  ]

  @Test(arguments: readings)
  func `and binds before or, and not before both`(_ text: String, _ condition: Condition) throws {
    #expect(try Condition(parsing: text) == condition)
  }

  @Test func `sixty-three conditions may stand within each other, and no more`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth - 1) + "always" + String(repeating: ")", count: depth - 1)
    }
    #expect(try Condition(parsing: nested(63)) == .always)
    let error = #expect(throws: ConditionError.self) { try Condition(parsing: nested(64)) }
    #expect(error?.offset == 63)
    #expect(
      error?.message == LocalizedText(nl: "de voorwaarde is te diep genest", en: "the condition is nested too deeply"))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a condition that is written out is read back`(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let condition = Self.random(&dice, depth: 0)
    #expect(try Condition(parsing: Self.text(condition)) == condition)
  }

  /// Fully parenthesised, so that only the grammar of one step is at work at a time.
  private static func text(_ condition: Condition) -> String {
    func list(_ values: [String]) -> String { "(" + values.joined(separator: ", ") + ")" }
    switch condition {
    case .always: return "always"
    case .isIn(let variable, let values): return "\(variable) in \(list(values))"
    case .isKnown(let variable): return "\(variable) is known"
    case .hasAny(let variable, let values): return "\(variable) has any \(list(values))"
    case .hasAll(let variable, let values): return "\(variable) has all \(list(values))"
    case .hasOnly(let variable, let values): return "\(variable) has only \(list(values))"
    case .compares(let variable, let comparison, let number): return "\(variable) \(comparison.rawValue) \(number)"
    case .not(let inner): return "not (\(text(inner)))"
    case .all(let parts): return parts.map { "(\(text($0)))" }.joined(separator: " and ")
    case .any(let parts): return parts.map { "(\(text($0)))" }.joined(separator: " or ")
    }
  }

  private static func random(_ dice: inout Dice, depth: Int) -> Condition {
    let values = (0...Int.random(in: 0...2, using: &dice)).map { "v\($0)" }
    let last = depth < 4 ? 9 : 6
    switch Int.random(in: 0...last, using: &dice) {
    case 0: return .always
    case 1: return .isIn(variable: "a", values: values)
    case 2: return .isKnown(variable: "b")
    case 3: return .hasAny(variable: "c", values: values)
    case 4: return .hasAll(variable: "c", values: values)
    case 5: return .hasOnly(variable: "c", values: values)
    case 6:
      let comparison = Condition.Comparison.allCases.randomElement(using: &dice) ?? .less
      return .compares(variable: "d", comparison, Int32.random(in: -99...99, using: &dice))
    case 7: return .not(random(&dice, depth: depth + 1))
    case 8: return .all((0...Int.random(in: 1...2, using: &dice)).map { _ in random(&dice, depth: depth + 1) })
    default: return .any((0...Int.random(in: 1...2, using: &dice)).map { _ in random(&dice, depth: depth + 1) })
    }
  }

  @Test func `a comparison of codes that are no numbers is no comparison`() throws {
    var columns = Columns(rowCount: 4)
    let categories = ["1", "x", "3"].map { Category(code: $0, label: LocalizedText($0)) }
    columns.set(
      .category([4, 5, 6, 0]),
      for: Variable(name: "v", kind: .category, label: LocalizedText("v"), categories: categories))
    #expect(try Condition(parsing: "v >= 1").selection(in: columns) == [1, 0, 1, 0])
    #expect(try Condition(parsing: "v < 3").selection(in: columns) == [1, 0, 0, 0])
    #expect(try Condition(parsing: "v = 3").selection(in: columns) == [0, 0, 1, 0])
  }

  @Test func `codes beyond one byte are found where they are`() throws {
    var columns = Columns(rowCount: 5)
    let categories = (0..<300).map { Category(code: "\($0)", label: LocalizedText("c")) }
    columns.set(
      .wideCategory([4, 255, 256, 303, 3]),
      for: Variable(name: "v", kind: .category, label: LocalizedText("v"), categories: categories))
    #expect(try Condition(parsing: "v is 251").selection(in: columns) == [0, 1, 0, 0, 0])
    #expect(try Condition(parsing: "v in (252, 299, notDelivered)").selection(in: columns) == [0, 0, 1, 1, 1])
    #expect(try Condition(parsing: "v is known").selection(in: columns) == [1, 1, 1, 1, 0])
    #expect(try Condition(parsing: "v > 251").selection(in: columns) == [0, 0, 1, 1, 0])
  }
}
