import Model
import Testing

@testable import Consistency

@Suite struct `The rule of counts that name a category` {
  private func found(
    _ line: String, _ others: [String] = figure(228), besides covered: Set<Int> = []
  ) -> [Contradiction] {
    let tables = Invented.tables([line] + others)
    return NamedCountRule(tables: tables, series: tables.allSeries).contradictions(besides: covered)
  }

  private static func figure(_ number: Int, _ name: String = "fig-7") -> [String] {
    ["\(name) | gemelde slachtoffers | vorm=Arbeidsuitbuiting; jaar=2019 | \(number) slachtoffers"]
  }

  private func text(_ number: Int, _ measure: String = "gemelde slachtoffers arbeidsuitbuiting (tekst)") -> String {
    "tekst | \(measure) | jaar=2019 | \(number) slachtoffers"
  }

  @Test func `finds a number of which two digits were swapped`() {
    let contradictions = found(text(282))
    #expect(contradictions.map(\.summary) == ["cross-figure error tekst: 228 for 282"])
    #expect(contradictions.map { $0.cells.map(\.reference) } == [["tekst|2019", "fig-7|Arbeidsuitbuiting|2019"]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "tekst, gemelde slachtoffers arbeidsuitbuiting (tekst), 2019: hier staat 282, maar fig-7 geeft 228; twee "
            + "cijfers lijken "
            + "verwisseld.",
          en:
            "tekst, gemelde slachtoffers arbeidsuitbuiting (tekst), 2019: this says 282, but fig-7 gives 228; two "
            + "digits seem swapped."
        )
      ])
  }

  @Test(
    arguments: [
      (100, nil), (101, "101"), (135, "135"), (136, nil), (99, "99"), (65, "65"), (64, nil),
    ] as [(Int, String?)])
  func `compares it with the category within a third of what it says`(_ other: Int, _ expected: String?) {
    #expect(found(text(100), Self.figure(other)).map(\.expected) == [expected].compactMap { $0 })
  }

  @Test func `says which number is nearest, without a swap`() {
    #expect(
      found(text(1100), Self.figure(1200)).map(\.sentence.en) == [
        "tekst, gemelde slachtoffers arbeidsuitbuiting (tekst), 2019: this says 1,100, but fig-7 gives 1,200."
      ])
  }

  @Test func `accepts any of the numbers it could be`() {
    #expect(found(text(282), Self.figure(228) + Self.figure(282, "fig-8")).isEmpty)
    let forms = [("Arbeidsuitbuiting", 228), ("Gedwongen handel", 40), ("Arbeidsuitbuiting en gedwongen handel", 54)]
      .map {
        "fig-7 | gemelde slachtoffers | vorm=\($0.0); jaar=2019 | \($0.1) slachtoffers"
      }
    #expect(found(text(282), forms).isEmpty)
    #expect(found(text(283), forms).map(\.summary) == ["cross-figure error tekst: 282 for 283"])
    #expect(found(text(283), forms).map { $0.cells.count } == [3])
  }

  @Test func `prefers a swap of digits to a nearer number`() {
    #expect(found(text(282), Self.figure(281, "fig-8") + Self.figure(228)).map(\.expected) == ["228"])
    #expect(found(text(282), Self.figure(290, "fig-8") + Self.figure(286)).map(\.expected) == ["286"])
    #expect(found(text(100), Self.figure(110, "fig-8") + Self.figure(90)).map(\.expected) == ["110"])
  }

  @Test(arguments: [
    "gemelde slachtoffers", "slachtoffers arbeid", "gemelde slachtoffers arbeidsuitbuiting thuis",
    "gemelde slachtoffers uitsluitend arbeidsuitbuiting",
  ])
  func `asks for the words of the category, and no others than those of the measure`(_ measure: String) {
    #expect(found(text(282, measure)).isEmpty)
  }

  @Test(arguments: [
    "tekst | gemelde slachtoffers | vorm=Arbeidsuitbuiting; jaar=2019 | 228 slachtoffers",
    "fig-7 | gemelde slachtoffers | vorm=Arbeidsuitbuiting; jaar=2019 | 228 meldingen",
    "fig-7 | gemelde slachtoffers | vorm=Arbeidsuitbuiting; jaar=2018 | 228 slachtoffers",
    "fig-7 | gemelde slachtoffers | vorm=Overige arbeidsuitbuiting; jaar=2019 | 228 slachtoffers",
    "fig-7 | slachtoffers | vorm=Arbeidsuitbuiting; jaar=2019 | 228 slachtoffers",
  ])
  func `compares with another figure, in the same unit and years, and with nothing narrower`(_ other: String) {
    #expect(found(text(282), [other]).isEmpty)
  }

  @Test func `leaves alone what was compared already, or stands at a category`() {
    #expect(found(text(282), besides: [0]).isEmpty)
    #expect(found(text(282), besides: [1]).count == 1)
    #expect(found("tekst | gemelde slachtoffers arbeidsuitbuiting | groep=a; jaar=2019 | 282 slachtoffers").isEmpty)
  }
}
