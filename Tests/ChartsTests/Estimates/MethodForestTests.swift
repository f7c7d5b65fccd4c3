import Model
import Testing

@testable import Charts

/// Methods below each other, the smallest estimate first, what does not count as an open square with its reason.
@Suite struct MethodForestTests {
  private static let rows: [MethodForest.Row] = [
    .init(label: "Twee", estimate: 200, inner: 150...260, outer: 120...2500, doubt: nil),
    .init(label: "Een", estimate: 150, inner: 130...180, outer: 110...Double.infinity, doubt: nil),
    .init(label: "Drie", estimate: nil, inner: nil, outer: nil, doubt: "geen schatting"),
    .init(label: "Vier", estimate: 90_000, inner: nil, outer: nil, doubt: "te breed om er iets mee te kunnen"),
    .init(label: "Vijf", estimate: 300, inner: nil, outer: 100...400, doubt: "twijfel"),
  ]

  private func chart(_ rows: [MethodForest.Row], in language: Language = .nl) throws -> EstimateChart {
    try #require(MethodForest(observed: 80, rows: rows).chart(in: language))
  }

  @Test func `says between what the credible estimates lie`() throws {
    #expect(try chart(Self.rows).finding == "Geloofwaardige schattingen lopen van 150 tot 200 personen.")
    #expect(try chart(Self.rows, in: .en).finding == "Credible estimates run from 150 to 200 persons.")
    #expect(try chart([Self.rows[0]]).finding == "Eén geloofwaardige schatting: 200 personen.")
    #expect(try chart([Self.rows[0]], in: .en).finding == "One credible estimate: 200 persons.")
    #expect(try chart([Self.rows[2]]).finding == "Geen enkele methode geeft een geloofwaardige schatting.")
    #expect(try chart([Self.rows[2]], in: .en).finding == "No method gives a credible estimate.")
    #expect(
      try chart(Self.rows).summary
        == "Per methode het geschatte totaal (punt), het interval van 80% (balk) en dat van 95% (lijn). Een: 150; "
        + "Twee: 200; Vijf: 300; Vier: 90.000; Drie: geen.")
    #expect(
      try chart(Self.rows, in: .en).summary
        == "For each method the estimated total (point), the 80% interval (bar) and the 95% interval (line). Een: 150; "
        + "Twee: 200; Vijf: 300; Vier: 90,000; Drie: none.")
  }

  /// 2500 lies beyond ten times the largest credible estimate, so the scale ends at 200: arrows lead past it.
  @Test func `marks lie on the scale of the credible estimates`() throws {
    expectTold(
      told(try chart(Self.rows).wide),
      """
      paper 0 0, 920 x 228
      marker line-s-total M-4 0A at 8 10
      "geloofwaardig" 20 14, 12 aside
      translate(120 -23): paper-dot 3 28, 10 x 10
      "telt niet mee" 140 14, 12 aside
      translate(260 6): fill s5 0 0, 22 x 9
      "interval van 80%" 288 14, 12 aside
      translate(410 5.5): interval M0 -0.5L0 9.5M0 4.5L22 4.5M22 -0.5L22 9.5
      "interval van 95%" 438 14, 12 aside
      grid 250 28 - 250 184
      "0" 250 201, 12 middle tick
      grid 360 28 - 360 184
      "50" 360 201, 12 middle tick
      grid 470 28 - 470 184
      "100" 470 201, 12 middle tick
      grid 580 28 - 580 184
      "150" 580 201, 12 middle tick
      grid 690 28 - 690 184
      "200" 690 201, 12 middle tick
      line line-s-unknown M426 28V184
      "gezien: 80" 426 220, 12 middle tick bold
      "Een" 232 49, 14 end label
      interval M492 39L492 49M492 44L690 44M690 39L690 49
      "▸" 688 49.5, 17 label
      fill s5 536 39.5, 110 x 9
      marker line-s-total M-4 0A at 580 44
      "150" 708 49, 14 total bold
      "Twee" 232 79, 14 end label
      interval M514 69L514 79M514 74L690 74M690 69L690 79
      "▸" 688 79.5, 17 label
      fill s5 580 69.5, 110 x 9
      marker line-s-total M-4 0A at 690 74
      "200" 708 79, 14 total bold
      "Vijf" 232 109, 14 end label
      interval M470 99L470 109M470 104L690 104M690 99L690 109
      "▸" 688 109.5, 17 label
      "300" 708 109, 13 aside
      "twijfel" 738 108, 12 aside
      "Vier" 232 139, 14 end label
      "▸" 688 139.5, 17 label
      "90.000" 708 139, 13 aside
      "te breed om er iets mee te" 757 132, 12 aside
      "kunnen" 757 145, 12 aside
      "Drie" 232 169, 14 end label
      "geen schatting" 708 168, 12 aside
      """)
  }

  @Test func `in a narrow place names stand above their marks`() throws {
    expectTold(
      told(try chart(Self.rows, in: .en).narrow),
      """
      paper 0 0, 272 x 390
      marker line-s-total M-4 0A at 8 10
      "credible" 20 14, 12 aside
      paper-dot 3 28, 10 x 10
      "does not count" 20 37, 12 aside
      translate(140 6): fill s5 0 0, 22 x 9
      "80%" 168 14, 12 aside
      translate(140 28.5): interval M0 -0.5L0 9.5M0 4.5L22 4.5M22 -0.5L22 9.5
      "95%" 168 37, 12 aside
      grid 4 58 - 4 346
      "0" 4 363, 12 tick
      grid 131 58 - 131 346
      "100" 131 363, 12 middle tick
      grid 258 58 - 258 346
      "200" 258 363, 12 end tick
      line line-s-unknown M105.6 88V108M105.6 134V154M105.6 196V216M105.6 258V278M105.6 320V340
      "seen: 80" 105.6 382, 12 middle tick bold
      "Een" 0 79, 13 value ink-s-total halo-page
      "150" 272 79, 13 end total bold
      interval M143.7 93L143.7 103M143.7 98L258 98M258 93L258 103
      "▸" 256 103.5, 17 label
      fill s5 169.1 93.5, 63.5 x 9
      marker line-s-total M-4 0A at 194.5 98
      "Twee" 0 125, 13 value ink-s-total halo-page
      "200" 272 125, 13 end total bold
      interval M156.4 139L156.4 149M156.4 144L258 144M258 139L258 149
      "▸" 256 149.5, 17 label
      fill s5 194.5 139.5, 63.5 x 9
      marker line-s-total M-4 0A at 258 144
      "Vijf" 0 171, 13 value ink-s-total halo-page
      "300" 272 171, 13 end total
      "twijfel" 0 187, 12 value ink-s-unknown halo-page
      interval M131 201L131 211M131 206L258 206M258 201L258 211
      "▸" 256 211.5, 17 label
      "Vier" 0 233, 13 value ink-s-total halo-page
      "90,000" 272 233, 13 end total
      "te breed om er iets mee te kunnen" 0 249, 12 value ink-s-unknown halo-page
      "▸" 256 273.5, 17 label
      "Drie" 0 295, 13 value ink-s-total halo-page
      "none" 272 295, 13 end total
      "geen schatting" 0 311, 12 value ink-s-unknown halo-page
      """)
  }

  @Test func `a long name stays within two lines beside its row`() throws {
    let long = MethodForest.Row(
      label: "Een methode met een naam die in een smalle kolom over meer dan twee hele regels zou lopen", estimate: 900,
      inner: nil, outer: nil, doubt: "een reden die zo lang is dat zij naast de rij over meer dan twee regels loopt")
    expectTold(
      told(try chart([long]).wide),
      """
      paper 0 0, 920 x 108
      marker line-s-total M-4 0A at 8 10
      "geloofwaardig" 20 14, 12 aside
      translate(120 -23): paper-dot 3 28, 10 x 10
      "telt niet mee" 140 14, 12 aside
      translate(260 6): fill s5 0 0, 22 x 9
      "interval van 80%" 288 14, 12 aside
      translate(410 5.5): interval M0 -0.5L0 9.5M0 4.5L22 4.5M22 -0.5L22 9.5
      "interval van 95%" 438 14, 12 aside
      grid 250 28 - 250 64
      "0" 250 81, 12 middle tick
      grid 338 28 - 338 64
      "200" 338 81, 12 middle tick
      grid 426 28 - 426 64
      "400" 426 81, 12 middle tick
      grid 514 28 - 514 64
      "600" 514 81, 12 middle tick
      grid 602 28 - 602 64
      "800" 602 81, 12 middle tick
      grid 690 28 - 690 64
      "1.000" 690 81, 12 middle tick
      line line-s-unknown M285.2 28V64
      "gezien: 80" 285.2 100, 12 middle tick bold
      "Een methode met een naam die" 232 42, 14 end label
      "in een smalle kolom over meer" 232 56.5, 14 end label
      paper-dot 641 39, 10 x 10
      "900" 708 49, 13 aside
      "een reden die zo lang is dat zij" 738 42, 12 aside
      "naast de rij over meer dan" 738 55, 12 aside
      """)
  }
}
