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

/// Text as it is compared: as it is seen, without regard to case.
@Suite struct FoldedTextTests {
  @Test func `blanks of any kind are one blank, and none at the ends`() {
    for blank in ["\t", "\n", "\r\n", " ", "\u{85}", "\u{A0}", "\u{2003}", "\u{202F}", "\u{2028}", "\u{3000}"] {
      let text = VisibleText(blank + "x" + blank + blank + "y" + blank)
      #expect(text.string == "x y", "\(blank.unicodeScalars.map(\.value))")
      #expect(!text.hadHiddenSigns)
    }
    #expect(FoldedText.folded("\u{A0} \u{A0}") == [])
    #expect(FoldedText.folded("\u{A1}x\u{C0}") == Array("\u{A1}x\u{E0}".utf8))
  }

  /// Default_Ignorable_Code_Point and Cf of the Unicode Standard, and the controls: one of each kind.
  @Test(
    arguments: [
      0x00, 0x07, 0x7F, 0x9D, 0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x2060,
      0x2066, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xE0001, 0xE0020,
    ] as [UInt32])
  func `signs that nobody sees are taken out wherever they stand, and said`(_ value: UInt32) throws {
    let sign = String(try #require(Unicode.Scalar(value)))
    for text in [sign + "P-1", "P" + sign + "-1", "P-1" + sign, sign + " P-1 " + sign] {
      #expect(VisibleText(text).string == "P-1")
      #expect(VisibleText(text).hadHiddenSigns)
    }
    #expect(VisibleText(sign).bytes.isEmpty)
  }

  @Test func `letters are composed and hyphens may break`() {
    #expect(VisibleText("clie\u{308}nt").bytes == Array("cli\u{EB}nt".utf8))
    #expect(VisibleText("e\u{323}\u{302}").bytes == Array("\u{1EC7}".utf8))
    #expect(VisibleText("\u{212B}").bytes == Array("\u{C5}".utf8))
    #expect(VisibleText("A\u{2011}1\u{2010}2").string == "A-1-2")
    #expect(!VisibleText("clie\u{308}nt").hadHiddenSigns)
    #expect(VisibleText("e\u{200D}\u{308}").bytes == Array("\u{EB}".utf8))
  }

  @Test func `bytes that are no text are text all the same`() {
    for bytes: [UInt8] in [[0xC2], [0xA0], [0x78, 0xC2], [0xA0, 0x78]] {
      let text = bytes.withUnsafeBufferPointer { VisibleText($0) }
      #expect(text.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  /// Signs of ASCII and of the two Latin blocks beyond it; the signs between the letters stay.
  @Test func `capitals become small, and only capitals`() {
    for value in UInt32(0x21)...0x17F where !(0x7F...0xA0).contains(value) && value != 0xAD && value != 0x130 {
      guard let scalar = UnicodeScalar(value) else { continue }
      #expect(FoldedText.folded(String(scalar)) == Array(scalar.properties.lowercaseMapping.utf8), "\(value)")
    }
  }

  /// What is plain by the quick look has to be what the slow way leaves as it is.
  @Test func `seeing twice is seeing once, and folding twice is folding once`() {
    var dice = Dice(state: 9)
    let signs: [String] = [
      "a", "Z", " ", "\t", "\u{A0}", "É", "e\u{301}", "\u{308}", "×", "ÿ", "Þ", "€", "\u{1F4A1}", "\u{AD}", "\u{FEFF}",
      "\u{2011}", "İ", "\u{1}",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...6, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "a" }
        .joined()
      let seen = VisibleText(text)
      #expect(VisibleText(seen.string).bytes == seen.bytes)
      #expect(!VisibleText(seen.string).hadHiddenSigns)
      #expect(Array(text.utf8).withUnsafeBufferPointer { VisibleText($0) } == seen)
      #expect(Array(text.utf8).withUnsafeBufferPointer { VisibleText.isBlank($0) } == seen.bytes.isEmpty)
      if Array(text.utf8).withUnsafeBufferPointer({ VisibleText.isPlain($0) }) {
        #expect(seen.bytes == Array(text.utf8))
      }
      let once = FoldedText.folded(text)
      #expect(FoldedText.folded(String(decoding: once, as: UTF8.self)) == once)
      #expect(FoldedText.header(text) == once.filter { $0 != 0x20 })
    }
  }

  @Test func `a header is compared without any blanks`() {
    #expect(FoldedText.header(" Soort\tMelding 1 ") == Array("soortmelding1".utf8))
    #expect(FoldedText.header("meld\u{AD}\njaar") == Array("meldjaar".utf8))
    #expect(FoldedText.header("") == [])
  }
}
