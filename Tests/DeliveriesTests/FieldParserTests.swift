@testable import Model
import Testing

@testable import Deliveries

@Suite struct FieldParserTests {
  private func outcome(_ text: String, decimals: Int, _ minimum: Int32 = 0, _ maximum: Int32 = 9_999) -> Int32? {
    let bytes = Array(text.utf8)
    let outcome = bytes.withUnsafeBufferPointer {
      NumberField($0, decimals: decimals, minimum: minimum, maximum: maximum).outcome
    }
    if case .value(let value) = outcome { return value.number.number }
    return nil
  }

  @Test func `numbers are read with a Dutch comma or a point, scaled to the decimals of the codebook`() {
    #expect(outcome("17", decimals: 0) == 17)
    #expect(outcome("17,0", decimals: 0) == 17)
    #expect(outcome("17,5", decimals: 0) == nil)
    #expect(outcome("17,5", decimals: 1) == 175)
    #expect(outcome("17.5", decimals: 1) == 175)
    #expect(outcome("17,50", decimals: 1) == 175)
    #expect(outcome("17", decimals: 2) == 1_700)
    #expect(outcome("-3", decimals: 0, -10) == -3)
    #expect(outcome("0", decimals: 0) == 0)
  }

  @Test(arguments: ["", "-", ",5", "5,", "1.234,5", "1e3", "5-", "--5", "12 3", "9999999999999999999", "１２"])
  func `what is no number is none`(_ text: String) {
    #expect(outcome(text, decimals: 1) == nil)
  }

  @Test func `a dot for thousands is not taken for a point before decimals`() {
    #expect(outcome("1.234", decimals: 0) == nil)
    #expect(outcome("1.234", decimals: 2) == nil)
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
