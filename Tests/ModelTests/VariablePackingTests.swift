import Model
import Testing

private func asked(_ kind: VariableKind, _ count: Int = 0) -> Variable {
  Variable(
    name: "v", kind: kind, label: LocalizedText("v"),
    categories: (0..<count).map { Category(code: "c\($0)", label: LocalizedText("c")) })
}

private let years = VariableKind.number(unit: LocalizedText("years"), decimals: 0, minimum: 0, maximum: 120)

/// A variable with words that it knows, beside those for missing values.
struct PackedWords: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var variable: Variable
  var words: [String]

  /// Every kind, and categories on both sides of the border between one byte and two.
  static let all: [PackedWords] = [
    .init("one category", asked(.category, 1), ["c0"]),
    .init("narrow", asked(.category, 252), ["c0", "c59", "c60", "c250", "c251"]),
    .init("wide", asked(.category, 260), ["c0", "c251", "c252", "c253", "c255", "c259"]),
    .init("set", asked(.set, 60), ["c0", "c59", "c0+c1", "c3+c58+c59"]),
    .init("number", asked(years), ["-2147483644", "-1", "0", "17", "2147483647"]),
    .init("date", asked(.date), ["-1", "0", "18000"]),
    .init("text", asked(.text), []),
  ]

  private init(_ name: String, _ variable: Variable, _ words: [String]) {
    testDescription = name
    self.variable = variable
    self.words = words
  }
}

struct VariablePackingTests {
  @Test(arguments: PackedWords.all)
  func `a word comes back from a column as it went in`(_ sample: PackedWords) throws {
    let variable = sample.variable
    let words = sample.words + Missing.allCases.map(\.word)
    let values = try words.map { try #require(variable.packed(word: $0)) }
    let column = variable.column(of: values)
    #expect(column.count == words.count)
    for (row, word) in words.enumerated() {
      #expect(column.packedValue(at: row) == values[row])
      #expect(variable.words(of: column.packedValue(at: row)).joined(separator: "+") == word)
      #expect(variable.missing(column.packedValue(at: row)) == Missing(word: word))
      #expect(variable.column(repeating: values[row], count: 2) == variable.column(of: [values[row], values[row]]))
    }
  }

  @Test(arguments: PackedWords.all, Missing.allCases)
  func `a missing value is the same by its reason and by its word`(_ sample: PackedWords, _ reason: Missing) {
    let variable = sample.variable
    #expect(variable.packed(reason) == variable.packed(word: reason.word))
    #expect(variable.missing(variable.packed(reason)) == reason)
    #expect(variable.column(of: reason, count: 3) == variable.column(repeating: variable.packed(reason), count: 3))
  }

  @Test func `columns hold the bytes that the store keeps`() {
    func column(_ variable: Variable, _ words: [String]) -> Column {
      variable.column(of: words.compactMap { variable.packed(word: $0) })
    }
    let reasons = ["unknown", "notAsked", "notApplicable", "notDelivered"]
    #expect(column(asked(.category, 252), reasons + ["c0", "c251"]) == .category([0, 1, 2, 3, 4, 255]))
    #expect(
      column(asked(.category, 253), reasons + ["c0", "c251", "c252"]) == .wideCategory([0, 1, 2, 3, 4, 255, 256]))
    #expect(
      column(asked(.set, 60), ["none", "c0", "c59", "c1+c0", "unknown", "notDelivered"])
        == .set([0, 1, 1 << 59, 3, 1 << 60, 1 << 63]))
    #expect(column(asked(years), ["17", "unknown", "notDelivered"]) == .number([17, Int32.min, Int32.min + 3]))
    #expect(column(asked(.date), ["-1", "notAsked"]) == .number([-1, Int32.min + 1]))
    #expect(column(asked(.text), ["notApplicable"]) == .number([Int32.min + 2]))
  }

  @Test func `a word that the variable does not know has no value`() {
    #expect(
      ["", "c1", "C0", "none", "c0+c0"].map { asked(.category, 1).packed(word: $0) } == Array(repeating: nil, count: 5))
    #expect(["c60", "c0+c60", "c0+unknown", "c0+none"].allSatisfy { asked(.set, 60).packed(word: $0) == nil })
    #expect(["", "1,5", "2147483648", "c0"].allSatisfy { asked(years).packed(word: $0) == nil })
    #expect(["", "17", "words"].allSatisfy { asked(.text).packed(word: $0) == nil })
  }

  @Test func `the empty set has a word to be packed by and no words of its own`() throws {
    let value = try #require(asked(.set, 3).packed(word: "none"))
    #expect(value.mask == .empty)
    #expect(asked(.set, 3).words(of: value) == [])
    #expect(asked(.set, 3).missing(value) == nil)
  }

  @Test func `one word is a code or a set`() {
    let sexes = asked(.category, 3)
    #expect(sexes.code(ofWord: "c2") == CategoryCode(category: 2))
    #expect(sexes.code(ofWord: "notAsked") == CategoryCode(.notAsked))
    #expect(sexes.code(ofWord: "c3") == nil)
    #expect(sexes.mask(ofWord: "c2") == SetMask(0b100))
    #expect(sexes.mask(ofWord: "notAsked") == SetMask(.notAsked))
    #expect(sexes.mask(ofWord: "none") == nil)
    #expect(sexes.word(of: CategoryCode(category: 1)) == "c1")
    #expect(sexes.word(of: CategoryCode(.notApplicable)) == "notApplicable")
  }

  @Test func `a variable has a code for each category and each reason`() {
    #expect([0, 1, 252, 253].map { asked(.category, $0).codeCount } == [4, 5, 256, 257])
  }

  @Test func `codes make a column of the width of their variable, also through a table`() {
    let codes = [CategoryCode(.unknown), CategoryCode(category: 251), CategoryCode(category: 0)]
    #expect(asked(.category, 252).column(of: codes) == .category([0, 255, 4]))
    #expect(asked(.category, 253).column(of: codes) == .wideCategory([0, 255, 4]))
    #expect(asked(.category, 252).column(of: codes, by: [2, 1, 1, 0] as [UInt8]) == .category([4, 255, 255, 0]))
    #expect(asked(.category, 253).column(of: codes, by: [2, 1, 1, 0] as [UInt16]) == .wideCategory([4, 255, 255, 0]))
  }

  @Test func `the codes of a column are the same in either width, and other columns have none`() {
    let codes = [CategoryCode(.notDelivered), CategoryCode(category: 0), CategoryCode(category: 251)]
    #expect(Column.category([3, 4, 255]).categoryCodes == codes)
    #expect(Column.wideCategory([3, 4, 255]).categoryCodes == codes)
    #expect(Column.set([1]).categoryCodes == nil)
    #expect(Column.number([1]).categoryCodes == nil)
  }

  @Test(arguments: 0..<100)
  func `packed values of any bits stay what they are`(_ seed: Int) {
    var generator = PackingGenerator(state: UInt64(seed) &* 7919)
    let rows = 50
    let columns: [(Variable, Column)] = [
      (asked(.category, 252), .category((0..<rows).map { _ in .random(in: 0...255, using: &generator) })),
      (asked(.category, 300), .wideCategory((0..<rows).map { _ in .random(in: 0...303, using: &generator) })),
      (asked(.set, 60), .set((0..<rows).map { _ in .random(in: 0...(.max), using: &generator) })),
      (asked(years), .number((0..<rows).map { _ in .random(in: .min...(.max), using: &generator) })),
    ]
    for (variable, column) in columns {
      let values = (0..<rows).map { column.packedValue(at: $0) }
      #expect(variable.column(of: values) == column)
      #expect(values.map { PackedValue(bits: $0.bits) } == values)
      #expect(values.sorted().map(\.bits) == values.map(\.bits).sorted())
    }
  }
}
