import Model
import Testing

@testable import Consistency

private func found(_ text: String) -> [Contradiction] {
  PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
}

@Suite struct `Classes` {
  @Test(arguments: [
    "0 tot 10 000,10 000 tot 20 000,20 000 tot 30 000,30 000 tot 40 000,40 000 tot 50 000,50 000 en meer",
    "0 tot 10.000,10.000 tot 20.000,20.000 tot 30.000,30.000 tot 40.000,40.000 tot 50.000,50.000 en meer",
    // Bounds that look like years.
    "0-1 000,1 000-2 000,2 000-3 000,3 000-4 000,4 000-5 000",
  ])
  func `may have thousands in their bounds`(_ classes: String) {
    let rows = { (labels: String) in
      "Inkomen;Huishoudens\n"
        + labels.split(separator: ",").enumerated().map { "\($1);\(97 + 31 * $0 % 50)\n" }.joined()
    }
    #expect(found(rows(classes)).isEmpty)
    let cut = classes.replacing("30 000 tot 40", with: "35 000 tot 40").replacing(
      "30.000 tot 40", with: "35.000 tot 40"
    )
    .replacing("3 000-4", with: "3 500-4")
    #expect(found(rows(cut)).map(\.kind) == [.classes])
    #expect(found(rows(cut)).allSatisfy { $0.sentence.nl.contains("000 tot 3") })
  }

  @Test func `may be four, with one that has no end`() {
    let rows =
      "Leeftijd;Personen\n0 tot 20 jaar;120\n20 tot 40 jaar;340\n45 tot 65 jaar;210\n65 jaar of ouder;99\n"
    #expect(
      found(rows).map(\.sentence.nl) == [
        "t, 45 tot 65 jaar: tussen de klassen \u{2018}20 tot 40 jaar\u{2019} en \u{2018}45 tot 65 jaar\u{2019} ontbreekt 40 tot 45; "
          + "de andere klassen sluiten aan."
      ])
    #expect(found(rows.replacing("45 tot", with: "40 tot")).isEmpty)
  }

  @Test(arguments: [
    // A class within another, two lists of classes, periods.
    "0-14,15-64,20-64,65+", "20-24,25-29,45-49,50-54", "1901-1910,1911-1920,1931-1940,1941-1950",
  ])
  func `may be a choice`(_ classes: String) {
    #expect(
      found("Klasse;Aantal\n" + classes.split(separator: ",").map { "\($0);12\n" }.joined()).isEmpty
    )
  }
}
