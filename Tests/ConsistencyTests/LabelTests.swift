import Testing

@testable import Consistency

@Suite struct `A label` {
  @Test(arguments: [
    ("Nederland", "nederland"), ("ÉÉN Zuid-Amerikaanse", "een zuid-amerikaanse"), ("Azië", "azie"),
    ("40+", "40"), ("-18 jaar", "18 jaar"), ("Bordelen/clubs", "bordelen clubs"), ("Guinee (land)", "guinee"),
    ("a (b (c) d) e", "a e"), ("a) b (c", "a b"), ("(alleen dit)", "alleen dit"), ("- (x y)", "x y"), ("", ""),
    ("--", ""),
  ])
  func `has a name without case, accents, brackets and marks`(_ text: String, _ name: String) {
    #expect(Label(text).name == name)
    #expect(Label(text).text == text)
  }

  @Test(arguments: [
    "", "-", "Arbeid-, en seks (2019)", "--a--b-- c", "BL-SU/OM: 12,5%", "a_b.c d\te\nf", "x-", "(totaal) alle",
  ]) func `has the same words beside letters of other alphabets as without`(_ text: String) {
    #expect(Label.allWords(text + " é") == Label.allWords(text) + ["é"])
    #expect(Label.folded(text + "é") == Label.folded(text) + "e")
  }

  @Test func `is folded character by character`() {
    #expect(Label.folded("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜ") == "aaaaaaceeeeiiiinooooouuuu")
    #expect(Label.folded("foto\u{2019}s 2015\u{2013}2016") == "foto's 2015-2016")
  }

  @Test(arguments: [
    ("Aantal slachtoffers van mensenhandel", ["slachtoffers", "mensenhandel"]), ("A en B", []),
    ("EU of VS", ["eu", "vs"]),
    ("slachtoffers (meerderjarig)", ["slachtoffers"]), ("the number of victims by sex", ["victims", "sex"]),
    ("x 9 12", ["12"]),
  ])
  func `has the words that mean something`(_ text: String, _ words: [String]) { #expect(Label(text).words == words) }

  @Test(arguments: [
    ("slachtoffers (in de tekst)", ["in", "de", "tekst"]), ("a (b) c (d e)", ["b", "d", "e"]),
    ("a (b (c) d)", ["b", "c", "d"]),
    ("slachtoffers", []), ("(alleen)", ["alleen"]),
  ])
  func `keeps the words in brackets apart`(_ text: String, _ words: [String]) {
    #expect(Label(text).qualifiers == words)
  }

  @Test(arguments: [
    ("Totaal", true), ("TOTAAL (n)", true), ("total", true), ("Totalen", true), ("alle vormen", true), ("All", true),
    ("Totaalbeeld", false), ("geen totaal", false), ("allen", false), ("", false),
  ])
  func `is a whole when it begins so`(_ text: String, _ isWhole: Bool) { #expect(Label(text).isWhole == isWhole) }

  @Test(arguments: [("n", true), ("N (slachtoffers)", true), ("nn", false), ("n totaal", false), ("", false)])
  func `is a base when it is an n`(_ text: String, _ isBase: Bool) { #expect(Label(text).isBase == isBase) }

  @Test(arguments: [
    ("waarvan minderjarig", true), ("wv vrouw", true), ("onder wie mannen", true), ("onderwie mannen", true),
    ("of whom men", true), ("of which men", true), ("(waarvan vrouw)", true), ("onder 18", false), ("of men", false),
    ("minderjarig, waarvan vrouw", false), ("wie", false), ("", false),
  ])
  func `is a part of the line above when it begins so`(_ text: String, _ isPart: Bool) {
    #expect(Label(text).isOfWhich == isPart)
  }

  @Test(
    arguments: [
      ("uitsluitend arbeid", ["uitsluitend"]), ("slachtoffers (exclusief EMM)", ["exclusief"]), ("slachtoffers", []),
      ("Overige, ook elders", ["overige", "ook"]), ("alleenstaand", []),
      ("only those, excl. others", ["only", "excl"]),
    ] as [(String, Set<String>)])
  func `is narrowed by some words, in brackets too`(_ text: String, _ words: Set<String>) {
    #expect(Label(text).narrowing == words)
  }

  @Test func `mentions a word by its stem, in any form`() {
    let label = Label("meldingen van Nederlandse slachtoffers (tekst)")
    #expect(label.mentions("nederland"))
    #expect(label.mentions("melding"))
    #expect(!label.mentions("tekst"))
    #expect(!label.mentions("mensen"))
  }

  @Test func `is contained in another that has all its words`() {
    #expect(Label("Nederlandse slachtoffers").isContained(in: Label("slachtoffers naar herkomst: Nederland")))
    #expect(!Label("Nederlandse slachtoffers").isContained(in: Label("slachtoffers")))
    #expect(Label("").isContained(in: Label("slachtoffers")))
  }
}

@Suite struct `Two words` {
  @Test(arguments: [
    ("nederland", "nederland", true), ("ab", "ab", true), ("2015", "2015", true),
    // One begins the other: at most three letters longer, four from six letters on; a stem of three letters at least.
    ("man", "mannen", true), ("man", "manmann", false), ("ma", "man", false), ("vrouw", "vrouwens", true),
    ("vrouw", "vrouwelij", false), ("arbeid", "arbeidsmen", true), ("arbeid", "arbeidsmens", false),
    // Five letters in common: at most two over on the short side, three on the long.
    ("europa", "europese", true), ("europa", "europeaan", false), ("abcdefg", "abcdexyz", true),
    ("abcdefgh", "abcdexyz", false), ("abcdefg", "abcdexyzw", false), ("abcdef", "abcdxx", false),
    ("abcdefg", "abcdexy", true),
    // What has a digit is a code.
    ("fig1", "fig1a", false), ("figuur1", "figuur", false), ("figuur", "figuur1", false), ("", "abc", false),
  ])
  func `have one stem or not, whichever comes first`(_ one: String, _ other: String, _ isSame: Bool) {
    #expect(Label.haveSameStem(one, other) == isSame)
    #expect(Label.haveSameStem(other, one) == isSame)
  }
}

@Suite struct `A short code` {
  @Test(arguments: [
    ("BL-SU", "Binnenlandse seksuele uitbuiting", true), ("GO-SU", "Grensoverschrijdende seksuele uitbuiting", true),
    ("AU", "Arbeidsuitbuiting", true), ("CU", "Criminele uitbuiting (overig)", true),
    ("AU", "uitbuiting in de arbeid", false),
    ("BL-SU", "Binnenlandse uitbuiting", false), ("AU", "arbeid uitbuiting sector", false),
    ("UA", "arbeidsuitbuiting", false),
    ("au", "arbeidsuitbuiting", false), ("A", "arbeidsuitbuiting", false), ("AU", "arbu", true), ("AU", "aru", false),
    ("OO", "onderdeel", false), ("OE", "onderdeel", true), ("ABCDEF", "aabbccddeeff", true),
    ("ABCDEFG", "aabbccddeeffgg", false), ("A1", "arbeid 1234", false), ("-", "arbeid", false),
    ("SE-SE", "seizoen seizoen", true),
    ("SU", "van seksuele en", true), ("BLX", "binnenlandse xeno", true),
  ])
  func `stands for words that begin with its parts`(_ code: String, _ label: String, _ isCode: Bool) {
    #expect(Label.isCode(code, for: label) == isCode)
  }
}
