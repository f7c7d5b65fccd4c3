import Model
import Testing

@testable import Narrative

/// What a text becomes: anchors, notes, links, capitals and the numbers with their cells.
@Suite struct ComposerTests {
  private func text(_ body: String) throws -> EvaluatedText {
    let reading = Invented.reading(body, en: "x")
    return try #require(reading.texts(in: .nl).first)
  }

  private func ids(_ body: String) throws -> [String] {
    try text(body).blocks.compactMap { if case .heading(_, let id, _) = $0 { id } else { nil } }
  }

  @Test func `headings have anchors that are unique and none of the page's own`() throws {
    #expect(
      try ids("## Kop\n\n## Kop\n\n### kop!\n\n## Notes\n\n## Content\n\n## Numbers\n\n## Contents\n\n## ?")
        == ["kop", "kop-2", "kop-3", "notes-2", "content-2", "numbers-2", "contents-2", "deel"])
  }

  @Test func `the contents are the headings of the second level`() throws {
    let text = try text("## Een *kop*\n\n### Lager\n\n#### Laagst\n\n## Twee")
    #expect(text.contents.map(\.id) == ["een-kop", "twee"])
    #expect(text.contents.map(\.title) == ["Een kop", "Twee"])
    #expect(text.plainTitle == "Titel" && text.name == "01-tekst" && text.language == .nl)
    let levels = text.blocks.map { if case .heading(let level, _, _) = $0 { level } else { 0 } }
    #expect(levels == [2, 3, 4, 2])
  }

  @Test func `the lead is the first paragraph, whatever stands before it`() throws {
    #expect(try text("## Kop\n\n- punt\n\nEen *zin* [met](#kop) {{ total(1.1) }}.\n\nTwee.").lead == "Een zin met 51.")
    #expect(try text("- punt").lead == "")
  }

  @Test(
    arguments: [
      ("https://a.nl/b?c=d", .outside("https://a.nl/b?c=d")), ("HTTPS://a.nl", .outside("HTTPS://a.nl")),
      ("mailto:a@b.nl", .outside("mailto:a@b.nl")), ("#Wat er is", .heading("wat-er-is")),
      ("figure:1.1", .figure("fig-1.1")), ("figure:tab-2.1", .figure("tab-2.1")), ("text:01-tekst", .text("01-tekst")),
      ("method:", .method),
    ] as [(String, TextLink)])
  func `a link leads outside or to a place of the edition`(_ target: String, _ link: TextLink) throws {
    #expect(try text("[a](\(target)) b").blocks == [.paragraph([.link(link, [.text("a")]), .text(" b")])])
  }

  @Test(
    arguments: [
      ("https://", "naar `https://` wordt niet verwezen."), ("http://a.nl", "naar `http://a.nl` wordt niet verwezen."),
      ("mailto:a", "naar `mailto:a` wordt niet verwezen."), ("https://a b", "naar `https://a b` wordt niet verwezen."),
      ("https://a\"b", "naar `https://a\"b` wordt niet verwezen."),
      ("https://a<b", "naar `https://a<b` wordt niet verwezen."),
      ("https://a\u{7F}", "naar `https://a\u{7F}` wordt niet verwezen."), ("#", "naar `#` wordt niet verwezen."),
      ("", "naar `` wordt niet verwezen."), ("//a.nl", "naar `//a.nl` wordt niet verwezen."),
      ("method:x", "naar `method:x` wordt niet verwezen."),
      ("text:01-teskt", "er is geen tekst `01-teskt`; bedoelt u `01-tekst`?"),
      ("figure:9", "er is geen figuur `9`."),
    ])
  func `a link leads nowhere else`(_ target: String, _ message: String) {
    #expect(Invented.messages("[a](\(target)) b").filter { !$0.contains(".en.md") } == [message])
  }

  @Test func `notes are numbered in the order of first mention, quotations and notes together`() throws {
    let text = try text(
      "Een[^b] twee[^a] [[ drie | Bron ]] vier[^b] {{ count(1.1, minor, 2019) * 2 \"keer\" }}.\n\n[^a]: A[^c]\n[^b]: B\n[^c]: C"
    )
    #expect(text.notes == [[.text("B")], [.text("A"), .note(3)], [.text("C")], [.text("Bron")], [.text("2: keer")]])
    #expect(
      text.blocks == [
        .paragraph([
          .text("Een"), .note(1), .text(" twee"), .note(2), .text(" "), .quotation("drie", isMarked: false, note: 4),
          .text(" vier"), .note(1), .text(" "), .number("8", origin: 0), .note(5), .text("."),
        ])
      ])
  }

  @Test func `a note that nothing mentions is told, one that only an unprinted branch mentions is not`() {
    #expect(
      Invented.messages("Een.\n\n[^b]: B\n[^a]: A") == [
        "de noot `a` wordt nergens genoemd.", "de noot `b` wordt nergens genoemd.",
      ])
    #expect(Invented.messages("Een{{ if delivered(1.1, minor, 2020) }}[^a]{{ end }}.\n\n[^a]: A") == [])
  }

  @Test func `every number has its expression and its cells`() throws {
    let text = try text(
      "{{ count(1.1, minor + adult, 2019) | words }} en {{ share(1.1, minor, 2019) }}, {{ first-year(1.1) }}.")
    #expect(text.numbers.map(\.printed) == ["20", "20%", "2018"])
    #expect(
      text.numbers.map(\.expression) == [
        "count(1.1, minor + adult, 2019)", "share(1.1, minor, 2019)", "first-year(1.1)",
      ])
    #expect(
      text.numbers.map(\.cells) == [
        [.cell("fig-1.1", "minor", "2019", 0), .cell("fig-1.1", "adult", "2019", 0)],
        [.cell("fig-1.1", "minor", "2019", 0), .cell("fig-1.1", "total", "2019", 0)], [],
      ])
    #expect(CitedCell.cell("fig-1.1", "minor", "2019", 0).place == "fig-1.1, minor, 2019")
  }

  @Test(
    arguments: [
      ("{{ count(1.1, minor, 2019) | words }} en.", "Vier en."),
      ("En {{ count(1.1, minor, 2019) | words }}.", "En vier."),
      ("Zo. {{ count(1.1, minor, 2019) | words }}!", "Zo. Vier!"),
      ("Zo! {{ count(1.1, minor, 2019) | words }}.", "Zo! Vier."),
      ("Zo? {{ count(1.1, minor, 2019) | words }}.", "Zo? Vier."),
      ("Zo: {{ count(1.1, minor, 2019) | words }}.", "Zo: vier."),
      ("Zo.{{ count(1.1, minor, 2019) | words }}.", "Zo.vier."), ("{{ count(1.1, minor, 2019) | words }}", "vier"),
      ("Zin. {{ claim: delivered(1.1, minor, 2019) }}", "Zin."),
      ("{{ claim: delivered(1.1, minor, 2019) }} Zin", " Zin"),
    ])
  func `a sentence begins with a capital, and a claim leaves no space at the end`(_ body: String, _ lead: String) throws
  {
    #expect(try text(body).lead == lead)
  }

  @Test func `what prints nothing is no paragraph`() throws {
    #expect(try text("{{ claim: delivered(1.1, minor, 2019) }}\n\nZin.").blocks == [.paragraph([.text("Zin.")])])
    #expect(try text("{{ if delivered(1.1, minor, 2020) }}x{{ end }}\n\nZin.").blocks == [.paragraph([.text("Zin.")])])
  }

  @Test func `a figure stands once in a text, by its place in the text`() {
    #expect(Invented.messages("{{ figure(1.1) }}\n\n{{ figure(2.1) }}") == [])
    #expect(Invented.messages("- {{ figure(9) }}") == ["er is geen figuur `9`."])
    #expect(Invented.messages("Zie {{ reference(9) }}.") == ["er is geen figuur `9`."])
    let both = "{{ if delivered(1.1, minor, 2019) }}\n{{ figure(1.1) }}\n{{ else }}\n{{ figure(1.1) }}\n{{ end }}"
    #expect(Invented.messages(both) == [])
  }

  @Test func `an unprinted branch is held to names and form, not to numbers`() {
    func messages(_ inside: String) -> [String] {
      Invented.messages("{{ if delivered(1.1, minor, 2020) }}\(inside){{ end }} Zin.")
    }
    #expect(messages("{{ change(1.1, unknown, 2018, 2019) }}") == [])
    #expect(messages("{{ change(1.1, minor, 2019, 2020) | verdict }}") == [])
    #expect(messages("{{ claim: count(1.1, minor, 2019) > count(1.1, adult, 2019) }}") == [])
    #expect(messages("{{ count(1.1, minor, 2019) | verdict }}") == [])
    #expect(messages("{{ count(1.1, minor, 2019) | percent }}") == ["`percent` past niet bij een aantal."])
    #expect(messages("{{ count(1.1, minor, 2019) / 2 }}") == ["het getal 2 heeft geen uitleg."])
    #expect(messages("{{ total(9) }}") == ["er is geen figuur `9`."])
  }

  @Test func `a cell of an unprinted branch is cited all the same`() {
    let guarded = "{{ if delivered(1.1, minor, 2020) }}{{ count(1.1, adult, 2020) }}{{ end }} Zin."
    let reading = Invented.reading(guarded, en: guarded + " {{ count(1.1, adult, 2020) }}")
    #expect(reading.findings == [])
    #expect(
      Invented.reading(guarded, en: "Text.").findings.map(\.message.nl) == [
        "fig-1.1, minor, 2020 staat niet in text/01-tekst.en.md.",
        "fig-1.1, adult, 2020 staat niet in text/01-tekst.en.md.",
      ])
  }

  @Test func `languages are compared only when both can be shown`() {
    #expect(
      Invented.reading("{{ total(1.1) }}", en: "Er zijn 5 dingen {{ total(2.1) }}.").findings.map(\.rule)
        == ["text-digit", "text-unknown-row"])
  }

  @Test func `plain words have no marks, notes or links`() {
    let pieces: [TextPiece] = [
      .text("a"), .emphasis([.text("b")]), .strong([.number("1", origin: 0)]), .link(.method, [.text("c")]),
      .quotation("d", isMarked: true, note: 1), .quotation("e", isMarked: false, note: 1), .note(1),
      .reference(figure: "f"),
    ]
    #expect(pieces.map(\.plain) == ["a", "b", "1", "c", "‘d’", "e", "", "f"])
  }

  @Test func `the form of a text is read without its numbers`() {
    func form(_ body: String, figures: [String] = ["fig-1.1", "tab-2.1"]) -> [String] {
      let source = LocalizedText(nl: "# Titel\n\n" + body, en: "# Title\n\nx")
      return TextReading.form(
        of: [MonitorText(name: "01-a", source: source)], period: 2018...2020, figures: figures,
        units: [LocalizedText(nl: "gasten", en: "guests")]
      ).map(\.message.nl)
    }
    #expect(form("{{ count(1.1, whatever, 1900) }} en {{ total(2.1) }}") == [])
    #expect(form("{{ count(1.2, whatever, 1900) }}") == ["er is geen figuur `1.2`; bedoelt u `1.1`?"])
    #expect(form("{{ sum(total(1.1), total(3)) }}") == ["er is geen figuur `3`."])
    #expect(form("{{ if delivered(4, a) }}b{{ end }}") == ["er is geen figuur `4`."])
    #expect(form("{{ claim: total(4) > 0 }} x") == ["er is geen figuur `4`."])
    #expect(form("{{ claim: total(1.1) > total(4) }} x") == ["er is geen figuur `4`."])
    #expect(form("{{ say \"a\" because -total(4) }} x") == ["er is geen figuur `4`."])
    #expect(form("{{ claim: total(4) / total(1.1) is \"a\" }} x") == ["er is geen figuur `4`."])
    #expect(form("> *{{ total(4) }}*") == ["er is geen figuur `4`."])
    #expect(form("- [{{ total(4) }}](#a)") == ["er is geen figuur `4`."])
    #expect(
      form("| {{ total(4) }} |\n|---|\n| {{ total(5) }} |") == ["er is geen figuur `4`.", "er is geen figuur `5`."])
    #expect(
      form("::: box {{ total(4) }}\n{{ total(5) }}\n:::") == ["er is geen figuur `4`.", "er is geen figuur `5`."])
    #expect(form("x[^a]\n\n[^a]: {{ total(4) }}") == ["er is geen figuur `4`."])
    #expect(form("Er zijn 2000 gasten.") == ["het getal 2000 staat los in de zin “Er zijn 2000 gasten.”"])
    #expect(form("{{ if delivered(1.1, a) }}\n{{ total(4) }}\n{{ else }}\n{{ total(5) }}\n{{ end }}").count == 2)
    let untitled = TextReading.form(
      of: [MonitorText(name: "01-a", source: LocalizedText(nl: "x", en: "## x"))], period: 2018...2020, figures: [],
      units: [])
    #expect(untitled.map(\.message.en) == ["this text has no title.", "this text has no title."])
    #expect(untitled.map(\.place.file) == ["text/01-a.nl.md", "text/01-a.en.md"])
  }
}
