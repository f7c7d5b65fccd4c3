@testable import Model
import Testing

@testable import Deliveries

@Suite struct FieldParserTests {
  private func outcome(
    _ text: String, decimals: Int, _ minimum: Int32 = 0, _ maximum: Int32 = 9_999, isStored: Bool = false
  ) -> String {
    let kind = VariableKind.number(
      unit: LocalizedText("kg"), decimals: decimals, minimum: minimum, maximum: maximum)
    let variable = Variable(name: "v", kind: kind, label: LocalizedText("v"), categories: [])
    let field = NumberField(variable: variable, decimals: decimals, bounds: Int(minimum)...Int(maximum))
    switch field.outcome(text, isStored: isStored) {
    case .value(let value): return "\(value.number.packed)"
    case .noted(let value, let remark): return "\(value.number.packed) " + remark.message.en
    case .problem(let problem): return problem.rule.id
    }
  }

  @Test func `numbers are read with a Dutch comma or a point, scaled to the decimals of the codebook`() {
    #expect(outcome("17", decimals: 0) == "17")
    #expect(outcome("17,0", decimals: 0) == "17")
    #expect(outcome("17,5", decimals: 0) == "number-format")
    #expect(outcome("17,5", decimals: 1) == "175")
    #expect(outcome("17.5", decimals: 1) == "175")
    #expect(outcome("17,50", decimals: 1) == "175")
    #expect(outcome("17", decimals: 2) == "1700")
    #expect(outcome("-3", decimals: 0, -10) == "-3")
    #expect(outcome("0", decimals: 0) == "0")
    #expect(outcome("9999999999999999999", decimals: 1) == "number-range")
  }

  @Test(arguments: ["", "-", ",5", "5,", "5-", "--5", "12 3", "１２", "50%", "1.234 000", "1..2", "+5", "1e", "e3"])
  func `what is no number is none`(_ text: String) {
    #expect(outcome(text, decimals: 1) == "number-format")
  }

  /// One point or comma and three digits: read when the column leaves one reading, and that is the Dutch one.
  @Test(
    arguments: [
      ("1.234", 0, 9_999, "1234 this was read as 1234."), ("1,234", 0, 9_999, "number-ambiguous"),
      ("1.000", 0, 9_999, "number-ambiguous"), ("1,000", 0, 9_999, "number-ambiguous"),
      ("1,000", 0, 110, "1 this was read as 1."), ("1.000", 0, 110, "number-ambiguous"),
      ("1.500", 1, 99_999, "number-ambiguous"), ("1,500", 1, 99_999, "number-ambiguous"),
      ("1,500", 1, 9_999, "15 this was read as 1.5."), ("1.500", 1, 9_999, "number-ambiguous"),
      ("1.234", 3, 9_999, "1234"), ("1,234", 3, 9_999, "1234"), ("1.234", 3, 9_999_999, "1234 this was read as 1.234."),
      ("0.500", 1, 99_999, "5"), ("1500.000", 1, 99_999, "15000"), ("1.234", 0, 1_000, "number-range"),
      ("1 234", 0, 9_999, "1234 this was read as 1234."), ("1.234,5", 1, 99_999, "12345 this was read as 1234.5."),
      ("1,234.5", 1, 99_999, "12345 this was read as 1234.5."), ("1.234,56", 1, 99_999, "number-format"),
      ("5e2", 0, 9_999, "500 this was read as 500."), ("1,2e3", 0, 9_999, "number-ambiguous"),
      ("1e9", 0, 9_999, "number-range"),
    ] as [(String, Int, Int32, String)])
  func `a number that can be read in two ways is asked`(
    _ text: String, _ decimals: Int, _ maximum: Int32, _ expected: String
  ) {
    #expect(outcome(text, decimals: decimals, 0, maximum) == expected)
  }

  @Test func `in a number of a workbook a point is a decimal point`() {
    #expect(outcome("1.234", decimals: 3, isStored: true) == "1234")
    #expect(outcome("1.5", decimals: 1, isStored: true) == "15")
    #expect(outcome("1.234", decimals: 0, isStored: true) == "number-format")
    #expect(outcome("50%", decimals: 0, isStored: true) == "number-format")
  }

  @Test func `a word table finds what it learnt and nothing else`() {
    var table = WordTable(learningLimit: 5_000)
    func value(_ word: String) -> UInt64? { Array(word.utf8).withUnsafeBufferPointer { table.value(of: $0)?.bits } }
    for number in 0..<6_000 {
      Array("woord-\(number)".utf8).withUnsafeBufferPointer { table.learn($0, PackedValue(bits: UInt64(number))) }
    }
    #expect(table.count == 5_000)
    #expect((0..<5_000).allSatisfy { value("woord-\($0)") == UInt64($0) })
    #expect((5_000..<6_000).allSatisfy { value("woord-\($0)") == nil })
    #expect(value("woord") == nil)
    #expect(value("") == nil)
  }

  @Test func `words of every length up to forty are told apart in their last and first letter`() {
    for length in 1...40 {
      let words =
        [String(repeating: "a", count: length)]
        + (0..<length).map { position in
          String((0..<length).map { $0 == position ? "b" : "a" })
        }
      let hashes = words.map { word in Array(word.utf8).withUnsafeBufferPointer { WordTable.hash($0) } }
      #expect(Set(hashes).count == words.count, "length \(length)")
    }
  }

  @Test func `a watch sees a hash the second time and not before`() {
    var watch = DuplicateWatch()
    var state: UInt64 = 3
    var hashes: [UInt64] = []
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      hashes.append(state)
    }
    #expect(hashes.allSatisfy { !watch.sees($0) })
    #expect(hashes.allSatisfy { watch.sees($0) })
    #expect(watch.count == 20_000)
  }

  @Test(arguments: [("  België ", "belgië"), ("CÔTE D'IVOIRE", "côte d'ivoire"), ("\u{A0}x\t", "x"), ("×", "×")])
  func `text is folded without regard to case and blanks`(_ text: String, _ folded: String) {
    #expect(FoldedText.folded(text) == Array(folded.utf8))
  }
}
