import Model
import Testing

struct ConditionParsingTests {
  static let readings: [(String, Condition)] = [
    ("always", .always),
    ("sex is female", .isIn(variable: "sex", values: ["female"])),
    ("sex is not female", .not(.isIn(variable: "sex", values: ["female"]))),
    ("age is known", .isKnown(variable: "age")),
    ("age is not known", .not(.isKnown(variable: "age"))),
    ("age is unknown", .isIn(variable: "age", values: ["unknown"])),
    ("forms is none", .isIn(variable: "forms", values: ["none"])),
    ("year in (2015, 2016)", .isIn(variable: "year", values: ["2015", "2016"])),
    ("forms has sexual", .hasAny(variable: "forms", values: ["sexual"])),
    ("forms has any (sexual, labour)", .hasAny(variable: "forms", values: ["sexual", "labour"])),
    ("forms has all (sexual, labour)", .hasAll(variable: "forms", values: ["sexual", "labour"])),
    ("reporters has only (police, kmar)", .hasOnly(variable: "reporters", values: ["police", "kmar"])),
    ("age < 18", .compares(variable: "age", .less, 18)),
    ("age <= 18", .compares(variable: "age", .atMost, 18)),
    ("age = 18", .compares(variable: "age", .equal, 18)),
    ("age>=18", .compares(variable: "age", .atLeast, 18)),
    ("year > 2016", .compares(variable: "year", .more, 2016)),
    ("not not age is known", .isKnown(variable: "age")),
    (
      "a is x or b is y and not c is z",
      .any([
        .isIn(variable: "a", values: ["x"]),
        .all([.isIn(variable: "b", values: ["y"]), .not(.isIn(variable: "c", values: ["z"]))]),
      ])
    ),
    (
      "(a is x or b is y) and c is z",
      .all([
        .any([.isIn(variable: "a", values: ["x"]), .isIn(variable: "b", values: ["y"])]),
        .isIn(variable: "c", values: ["z"]),
      ])
    ),
  ]

  @Test(arguments: readings)
  func `reads what is written`(_ reading: (text: String, condition: Condition)) throws {
    #expect(try Condition(parsing: reading.text) == reading.condition)
  }

  static let mistakes: [(String, Int, String)] = [
    ("", 0, "the name of a variable belongs here"),
    ("age", 3, "after 'age' comes is, in, has, or a comparison such as < or >="),
    ("age < young", 6, "a whole number belongs here"),
    ("age is", 6, "a value belongs here"),
    ("age # 3", 4, "'#' is no part of a condition"),
    ("year in (2015, 2016", 19, "a ')' belongs here"),
    ("(a is b", 7, "a ')' belongs here"),
    ("a is b c", 7, "the condition should have ended here"),
    ("a is b and", 10, "the name of a variable belongs here"),
  ]

  @Test(arguments: mistakes)
  func `says where it stops understanding`(_ mistake: (text: String, offset: Int, sentence: String)) {
    #expect {
      try Condition(parsing: mistake.text)
    } throws: { error in
      guard let error = error as? ConditionError else { return false }
      return error.offset == mistake.offset && error.message.en == mistake.sentence
    }
  }

  @Test func `refuses to nest for ever`() {
    let deep = String(repeating: "(", count: 100) + "a is b" + String(repeating: ")", count: 100)
    #expect(throws: ConditionError.self) { try Condition(parsing: deep) }
  }

  @Test func `lists the variables and values it speaks of in order`() throws {
    let mentions = try Condition(parsing: "b is x and (a has any (y, z) or not c < 3)").mentions
    #expect(mentions.map(\.variable) == ["b", "a", "c"])
    #expect(mentions.map(\.values) == [["x"], ["y", "z"], []])
  }
}
