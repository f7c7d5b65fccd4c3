import Model
import Testing

@testable import Narrative

/// Blocks and words as they are parsed, and what never happens whatever stands in a file.
@Suite struct FormTests {
  private func blocks(_ body: String) -> [TextBlock] { Invented.reading(body, en: "x").texts.first?.blocks ?? [] }

  @Test func `blocks of every kind`() {
    let body = """
      Een *zin* met **nadruk** en [een kop](#wat).

      ## Wat

      - een
      - twee
        - binnen

      1. eerste

      > aangehaald

      ::: bottleneck Een *knelpunt*
      Inhoud.
      :::

      | kop | kop |
      |---|---|
      | {{ count(1.1, minor, 2019) | words }} | b |

      {{ figure(1.1) }}
      """
    #expect(
      blocks(body) == [
        .paragraph([
          .text("Een "), .emphasis([.text("zin")]), .text(" met "), .strong([.text("nadruk")]), .text(" en "),
          .link(.heading("wat"), [.text("een kop")]), .text("."),
        ]),
        .heading(level: 2, id: "wat", [.text("Wat")]),
        .list(
          ordered: false,
          [
            [.paragraph([.text("een")])],
            [.paragraph([.text("twee")]), .list(ordered: false, [[.paragraph([.text("binnen")])]])],
          ]),
        .list(ordered: true, [[.paragraph([.text("eerste")])]]), .quote([.paragraph([.text("aangehaald")])]),
        .callout(
          .bottleneck, title: [.text("Een "), .emphasis([.text("knelpunt")])], [.paragraph([.text("Inhoud.")])]),
        .table(
          header: [[.text("kop")], [.text("kop")]], rows: [[[.number("vier", origin: 0)], [.text("b")]]]),
        .figure("fig-1.1"),
      ])
  }

  @Test func `lines of a paragraph are joined and an expression may run over lines`() {
    #expect(
      blocks("Een\nzin {{ count(1.1,\n  minor, 2019) }}.") == [
        .paragraph([.text("Een zin "), .number("4", origin: 0), .text(".")])
      ])
  }

  @Test func `a backslash keeps a sign`() {
    #expect(blocks("\\*geen nadruk\\* en \\{\\{ niets") == [.paragraph([.text("*geen nadruk* en {{ niets")])])
  }

  @Test func `what is no mark stays as it stands`() {
    #expect(
      blocks("a * b, snake_case, <b>vet</b> en [los") == [.paragraph([.text("a * b, snake_case, <b>vet</b> en [los")])])
  }

  @Test func `quotations and notes are numbered in order, equal sources once`() throws {
    let text = try #require(
      Invented.reading(
        "[[ 5 | Bron A ]] en [[ \"zes\" | Bron B ]] en [[ 7 | Bron A ]].[^n]\n\n[^n]: Een *noot*.", en: "x"
      )
      .texts.first)
    #expect(
      text.notes == [[.text("Bron A")], [.text("Bron B")], [.text("Een "), .emphasis([.text("noot")]), .text(".")]])
    #expect(text.lead == "5 en ‘zes’ en 7.")
  }

  @Test func `windows line ends and a byte order mark change nothing`() {
    let body = "# Titel\n\nEen {{ count(1.1, minor, 2019) }}.\n\n- a\n- b\n"
    func read(_ text: String) -> [TextBlock]? {
      TextReading(
        [MonitorText(name: "01-a", source: LocalizedText(nl: text, en: "# T\n\nx"))], over: Invented.publication,
        period: 2018...2020
      ).texts.first?.blocks
    }
    #expect(read(body) != nil)
    #expect(
      read(body)
        == read("\u{FEFF}" + body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")))
  }

  @Test func `reading never stops on anything, whatever the bytes`() {
    var state: UInt64 = 20_260_701
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = [
      "{{", "}}", "[[", "]]", "|", "(", ")", "\"", "count", "share", "(1.1, minor, 2019)", " if ", "else", "end",
      "claim:", "say",
      "because", ":::", " box", "\n", "\n\n", "#", "# ", "- ", "> ", "*", "**", "_", "[", "](", "[^a]", "[^a]: ", "12",
      "2019",
      "é", "🙂", "\u{0}", "\\", "+", "-", "/", "..", "of row", "verdict", "stijging", " ", "delivered(1.1, minor, 2020)",
      "|---|",
    ]
    for _ in 0..<1500 {
      let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
      let reading = Invented.reading(text)
      for finding in reading.findings {
        #expect(!finding.message.nl.isEmpty && !finding.remedy.nl.isEmpty && finding.place.row ?? 0 > 0)
      }
    }
    for _ in 0..<300 {
      let bytes = (0..<next(200)).map { _ in UInt8(next(256)) }
      _ = Invented.reading(String(decoding: bytes, as: UTF8.self)).findings
    }
  }

  @Test func `deep nesting is told and not followed`() {
    let deep = String(repeating: "(", count: 5000)
    #expect(!Invented.reading("{{ \(deep) }}", en: "x").isUsable)
    #expect(!Invented.reading(String(repeating: "> ", count: 500) + "x", en: "x").isUsable)
    #expect(!Invented.reading("{{ \(String(repeating: "-", count: 5000))count(1.1, minor, 2019) }}", en: "x").isUsable)
    _ = Invented.reading(String(repeating: "*a ", count: 5000), en: "x")
    _ = Invented.reading(String(repeating: "[", count: 5000), en: "x")
  }
}
