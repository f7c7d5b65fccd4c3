import Model
import Testing

@testable import Charts

/// The mark of a cell and what it means, in both languages.
@Suite struct CellTextTests {
  static let cases: [(CellValue, Rung, String, String, String?, String?)] = [
    (.exact(Quantity(1234)), .observed, "1.234", "1,234", nil, nil),
    (
      .rounded(Quantity(1230), base: 10), .observed, "≈\u{202F}1.230", "≈\u{202F}1,230",
      "afgerond op een veelvoud van 10", "rounded to a multiple of 10"
    ),
    (
      .suppressed(.secondary), .observed, "×", "×", "afgeschermd om herkenning te voorkomen",
      "withheld to prevent recognition"
    ),
    (.notDelivered, .observed, "?", "?", "niet geleverd", "not delivered"),
    (.notRecorded, .observed, "·", "·", "niet geregistreerd", "not recorded"),
    (.notApplicable, .observed, "–", "–", "niet van toepassing", "not applicable"),
    (
      .undefined, .observed, "∅", "∅", "niet te berekenen, er is niets om over te rekenen",
      "undefined, there is nothing to compute over"
    ),
    (.provisional(Quantity(1234)), .observed, "1.234*", "1,234*", "voorlopig cijfer", "provisional figure"),
    (
      .revised(Quantity(1234), before: Quantity(1200)), .observed, "1.234†", "1,234†", "herzien, eerder 1.200",
      "revised, earlier 1,200"
    ),
    (
      .estimate(Quantity(5000), lower: Quantity(4000), upper: Quantity(6500), percent: 95), .estimated, "5.000",
      "5,000",
      "schatting, 95%-interval 4.000 tot 6.500", "estimate, 95% interval 4,000 to 6,500"
    ),
    (
      .estimate(Quantity(5000), lower: Quantity(4000), upper: Quantity(6500), percent: 80), .apportioned, "5.000",
      "5,000",
      "afgeleid, met het 80%-interval 4.000 tot 6.500 van de schatting waarvan het is afgeleid",
      "derived, with the 80% interval 4,000 to 6,500 of the estimate it derives from"
    ),
  ]

  @Test func `every kind of value has its mark and its meaning`() {
    for (value, rung, dutch, english, meaning, inEnglish) in Self.cases {
      let (nl, en) = (CellText(Cell(value, rung: rung), in: .nl), CellText(Cell(value, rung: rung), in: .en))
      #expect(nl.mark == dutch && en.mark == english)
      #expect(nl.meaning?.nl == meaning && nl.meaning?.en == inEnglish && nl.meaning == en.meaning)
    }
  }

  @Test func `only an estimate has an interval`() {
    for (value, _, _, _, _, _) in Self.cases {
      let isEstimate = if case .estimate = value { true } else { false }
      #expect((value.interval != nil) == isEstimate)
    }
    #expect(InventedTable.estimate.interval?.lower == Quantity(80))
    #expect(InventedTable.estimate.interval?.upper == Quantity(130))
  }
}
