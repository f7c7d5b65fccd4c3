@testable import Model
import Testing

/// Words for lists and suggestions, and how near a word has to be to be meant.
@Suite struct WordingTests {
  static let lists: [([String], String, String)] = [
    ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a en b", "a and b"), (["a", "b", "c"], "a, b en c", "a, b and c"),
    (["a", "b", "c", "d"], "a, b, c en d", "a, b, c and d"),
  ]

  @Test(arguments: lists)
  func `a list ends in en, and in and`(_ words: [String], _ nl: String, _ en: String) {
    #expect(Wording.list(words) == LocalizedText(nl: nl, en: en))
  }

  @Test func `names are quoted one by one`() {
    #expect(Wording.quoted(["a", "b c"]) == ["`a`", "`b c`"])
    #expect(Wording.quoted([]) == [])
  }

  @Test func `a near word is asked about, and without one the sentence just ends`() {
    #expect(
      Wording.meant("leeftyd", among: ["vorm", "leeftijd"])
        == LocalizedText(nl: "; bedoelt u `leeftijd`?", en: "; did you mean `leeftijd`?"))
    #expect(Wording.meant("xyz", among: ["vorm", "leeftijd"]) == LocalizedText("."))
    #expect(Wording.meant("xyz", among: []) == LocalizedText("."))
  }

  /// Near enough is a third of the longer word, and one edit at least.
  @Test(
    arguments: [
      ("ab", "xb", true), ("ab", "xy", false), ("abcde", "abcdx", true), ("abcde", "abcxy", false),
      ("abcdef", "abcdxy", true), ("abcdef", "abcxyz", false), ("abcdefgh", "abcdefxy", true),
      ("abcdefgh", "abcdexyz", false), ("abcdefghi", "abcdefxyz", true), ("abcdefghi", "abcdewxyz", false),
      ("a", "ab", true), ("a", "abc", false), ("abcd", "abcdef", true), ("abc", "abcde", false), ("", "a", true),
      ("", "ab", false), ("ABCDEF", "abcdxy", true), ("ab", "ba", true),
    ])
  func `a word is meant up to a third of its letters`(_ word: String, _ known: String, _ isMeant: Bool) {
    #expect(suggestion(for: word, among: [known]) == (isMeant ? known : nil))
    #expect(suggestion(for: known, among: [word]) == (isMeant ? word : nil))
  }

  @Test func `the nearest word is meant, and among equals the first`() {
    #expect(suggestion(for: "abcdef", among: ["abxyef", "abcdex", "abcdxf"]) == "abcdex")
    #expect(suggestion(for: "abcdef", among: ["abcdxf", "abcdex"]) == "abcdxf")
  }

  @Test(
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1),
      ("ca", "abc", 3), ("abcd", "badc", 2), ("sunday", "saturday", 3), ("abc", "bca", 2), ("aab", "aba", 1),
    ])
  func `edits are counted as by hand`(_ left: String, _ right: String, _ edits: Int) {
    #expect(alignmentDistance(Array(left), Array(right)) == edits)
  }

  /// The recurrence itself, without memory.
  private func slowDistance(_ left: ArraySlice<Character>, _ right: ArraySlice<Character>) -> Int {
    guard let l = left.last, let r = right.last else { return left.count + right.count }
    var best = slowDistance(left.dropLast(), right.dropLast()) + (l == r ? 0 : 1)
    best = min(best, slowDistance(left.dropLast(), right) + 1, slowDistance(left, right.dropLast()) + 1)
    if left.count > 1, right.count > 1, left.dropLast().last == r, right.dropLast().last == l {
      best = min(best, slowDistance(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return best
  }

  @Test func `the fast distance is the slow one, from either side`() {
    var dice = Dice(state: 5)
    for _ in 0..<300 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...5, using: &dice)).map { _ in "abc".randomElement(using: &dice) ?? "a" }
      }
      let slow = slowDistance(words[0][...], words[1][...])
      #expect(alignmentDistance(words[0], words[1]) == slow, "\(words)")
      #expect(alignmentDistance(words[1], words[0]) == slow, "\(words)")
    }
  }
}

/// Text as it is compared: without regard to case and to blanks at its ends.
@Suite struct FoldedTextTests {
  @Test func `blanks are the space and the five signs from tab to return, and the space that does not break`() {
    for byte in UInt8(0)...0x7F {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      let text = String(UnicodeScalar(byte)) + "x" + String(UnicodeScalar(byte))
      #expect(FoldedText.folded(text).count == (isBlank ? 1 : 3), "\(byte)")
    }
    #expect(FoldedText.folded("\u{A0}\u{A0} x \u{A0}") == Array("x".utf8))
    #expect(FoldedText.folded("\u{A0} \u{A0}") == [])
    #expect(FoldedText.folded("\u{A1}x\u{C0}") == Array("\u{A1}x\u{E0}".utf8))
    #expect(FoldedText.folded("x\u{A0}y") == Array("x\u{A0}y".utf8))
  }

  @Test func `half a blank at an end stays`() {
    for bytes: [UInt8] in [[0xC2], [0xA0], [0x78, 0xC2], [0xA0, 0x78], [0x78, 0xA0]] {
      #expect(bytes.withUnsafeBufferPointer { FoldedText.folded($0) } == bytes)
    }
  }

  /// Latin letters of one byte and of the first block beyond it; the signs between the letters stay.
  @Test func `capitals become small, and only capitals`() {
    for value in UInt32(0x21)...0x17F where value != 0xA0 && !(0x7F...0x9F).contains(value) {
      guard let scalar = UnicodeScalar(value) else { continue }
      let isCapital = (0x41...0x5A).contains(value) || (0xC0...0xDE).contains(value) && value != 0xD7
      let expected = isCapital ? UnicodeScalar(value + 0x20) ?? scalar : scalar
      #expect(FoldedText.folded(String(scalar)) == Array(String(expected).utf8), "\(value)")
    }
  }

  @Test func `folding twice is folding once`() {
    var dice = Dice(state: 9)
    let letters: [Character] = ["a", "Z", " ", "\t", "\u{A0}", "É", "é", "×", "ÿ", "Þ", "€", "\u{1F4A1}"]
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...6, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "a" })
      let once = FoldedText.folded(text)
      #expect(FoldedText.folded(String(decoding: once, as: UTF8.self)) == once)
      #expect(FoldedText.header(text) == once.filter { $0 != 0x20 && $0 != 0x09 })
    }
  }

  @Test func `a header is compared without any blanks`() {
    #expect(FoldedText.header(" Soort\tMelding 1 ") == Array("soortmelding1".utf8))
    #expect(FoldedText.header("") == [])
  }
}
