import Model
import Testing

@testable import Narrative

/// The edges of what may stand by itself, for an edition over 2018 to 2020: years from 1993 to 2030.
@Suite struct ProseCheckTests {
  private func rules(_ text: String, _ language: Language = .nl) -> [String] {
    let inlines = InlineParser(problems: ProblemList()).inlines(PlacedText(text))
    let check = ProseCheck(
      language: language, period: 2018...2020, units: ["Meldingen", "reports"], verdicts: Verdicts(VerdictSet.house))
    return check.problems(in: Prose(inlines)).map { $0.rule.id }
  }

  @Test(
    arguments: [
      ("1992", false), ("1993", true), ("2030", true), ("2031", false), ("993", false), ("02019", false),
      ("2019-", false),
      ("2015-2019", true), ("2015–2019", true), ("2015/2019", true), ("2015-2031", false), ("2019-editie", true),
      ("2019-9", false), ("-2019", false), ("2019x", false), ("٢٠١٩", false),
    ])
  func `a year is near the period`(_ word: String, _ mayStand: Bool) {
    #expect(rules("In \(word) was het zo.") == (mayStand ? [] : ["text-digit"]), "\(word)")
    #expect(rules("\(word) meldingen.").contains("text-digit"))
  }

  @Test(
    arguments: [
      ("1 juli", true), ("31 juli", true), ("0 juli", false), ("32 juli", false), ("juli 1", true),
      ("1st of July", true),
      ("2nd of March", true), ("3rd of May", true), ("4th of May", true), ("1e juli", true), ("1x juli", false),
      ("May 4", true), ("May 40", false), ("1 of 2", false), ("1st of the month", false), ("mei", true),
    ])
  func `a day stands beside its month`(_ text: String, _ mayStand: Bool) {
    #expect(rules("Op \(text).", .en).isEmpty == mayStand, "\(text)")
  }

  @Test(
    arguments: [
      ("2020-07-01", true), ("31-12-2020", true), ("1-7-2020", true), ("1-7-20", false), ("2020-7-1", false),
      ("111-7-2020", false), ("1-777-2020", false), ("2020-07-01-02", false), ("2020-07", false), ("1-x-2020", false),
    ])
  func `a date has a year of four digits`(_ text: String, _ mayStand: Bool) {
    #expect(rules("Sinds \(text) dus.").isEmpty == mayStand, "\(text)")
  }

  @Test(
    arguments: [
      ("COVID-19", true), ("B8", true), ("A4/A5", true), ("b8", false), ("B8.1", false), ("B8+", false), ("É1", true),
      ("8B", false),
    ])
  func `a name begins with a capital`(_ text: String, _ mayStand: Bool) {
    #expect(rules("De \(text) regeling.").isEmpty == mayStand, "\(text)")
  }

  @Test(
    arguments: [
      ("artikel 6 en 9", false), ("artikelen 6 en 9", true), ("artikel 6 telt 9", false),
      ("artikelen 6, 7 tot en met 9", true),
      ("lid 1 onder a 2", true),
      ("artikel 6. Zo 9", false), ("artikel zes 9", false), ("figuren 2.3 en 4", true), ("artikel 6; 9", false),
      ("§ 4", true), ("artikel 6 meldingen", false), ("het 9", false), ("tabel\u{A0}4", true),
    ])
  func `a reference carries the numbers behind it, up to other words or the end of the sentence`(
    _ text: String, _ mayStand: Bool
  ) {
    #expect(rules("Zie \(text) dus.").isEmpty == mayStand, "\(text)")
  }

  @Test func `every word for a place carries a number`() {
    for word in ProseCheck.references where word != "no" { #expect(rules("Zie \(word) 77 dus.").isEmpty, "\(word)") }
    #expect(rules("See no. 77.", .en).isEmpty && !rules("There is no 77.", .en).isEmpty)
    for month in ProseCheck.months { #expect(rules("Op 9 \(month) dus.").isEmpty, "\(month)") }
    for connector in ProseCheck.connectors where !connector.isEmpty {
      #expect(rules("Zie artikelen 6 \(connector) 77 dus.").isEmpty, "\(connector)")
    }
  }

  @Test func `a number in words is told before what is counted, up to two words further`() {
    #expect(rules("Er zijn drie meldingen.") == ["text-number-word"])
    #expect(rules("Er zijn drie oude meldingen.") == ["text-number-word"])
    #expect(rules("Er zijn drie heel oude meldingen.") == [])
    #expect(rules("De drie. Meldingen kwamen er niet.") == [])
    #expect(rules("Er zijn drie.") == ["text-number-word"])
    #expect(rules("Er is een melding.") == [])
    #expect(rules("Er is één melding.") == ["text-number-word"])
    #expect(rules("There were three reports.", .en) == ["text-number-word"])
    #expect(rules("There were drie reports.", .en) == [])
    for noun in CountedNouns.house(.nl) { #expect(rules("Wel drie \(noun) dus.") == ["text-number-word"], "\(noun)") }
    for noun in CountedNouns.house(.en) {
      #expect(rules("Some three \(noun) then.", .en) == ["text-number-word"], "\(noun)")
    }
  }

  @Test func `verdict words are found as whole words, the longest once`() {
    #expect(rules("Een sterke stijging.") == ["text-verdict-word"])
    #expect(rules("Een sterke stijging en een stijging.") == ["text-verdict-word", "text-verdict-word"])
    #expect(rules("Stijging") == ["text-verdict-word"])
    #expect(rules("Stijgingen en dalingen, prijsstijging.") == [])
    #expect(rules("STERKE STIJGING!") == ["text-verdict-word"])
    #expect(rules("A sharp rise.", .en) == ["text-verdict-word"])
    #expect(rules("A rise and a fall.", .en) == [])
    #expect(rules("Een sharp rise.") == [])
  }

  @Test func `a message has the sentence, at most 140 characters of it`() {
    func sentence(_ text: String, around place: Int) -> String {
      Prose(InlineParser(problems: ProblemList()).inlines(PlacedText(text))).sentence(around: place)
    }
    #expect(sentence("Een. Twee 3.5 drie! Vier", around: 10) == "Twee 3.5 drie!")
    #expect(sentence("Een. Twee 3.5 drie! Vier", around: 1) == "Een.")
    #expect(sentence("Een. Twee 3.5 drie! Vier", around: 22) == "Vier")
    #expect(sentence("Is dit 7? Ja.", around: 7) == "Is dit 7?")
    #expect(sentence("Dat is 3.5", around: 1) == "Dat is 3.5")
    #expect(sentence("Een {{ total(1.1) }} hier.", around: 6) == "Een … hier.")
    let (fits, long) = (String(repeating: "a", count: 140), String(repeating: "b", count: 141))
    #expect(sentence(fits, around: 3) == fits)
    #expect(sentence(long, around: 3) == String(repeating: "b", count: 139) + "…")
  }

  @Test func `prose has its words with and without their punctuation, and gaps for what is computed`() {
    let inlines = InlineParser(problems: ProblemList()).inlines(
      PlacedText("(Een), *twee* {{ total(1.1) }}; [drie](#x)! [^n] [[ 4 | bron ]] vijf?"))
    let prose = Prose(inlines)
    #expect(prose.words.map(\.core) == ["een", "twee", "", "", "drie", "", "", "vijf"])
    #expect(prose.words.map(\.written) == ["Een", "twee", "", "", "drie", "", "", "vijf"])
    #expect(prose.words.map(\.endsSentence) == [false, false, false, true, true, false, false, true])
  }
}
