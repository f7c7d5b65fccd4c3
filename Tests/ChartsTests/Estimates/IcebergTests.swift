import Model
import Testing

@testable import Charts

/// A triangle whose area counts persons: of `n` persons in a triangle of `largest`, the depth is the root of n / largest.
@Suite struct IcebergTests {
  /// 25, 100 and 400 persons: depths of 1/4, 1/2 and all of 300 in a wide, 220 in a narrow place, below a tip at 12.
  private func chart(in language: Language) throws -> EstimateChart {
    try #require(Iceberg(observed: 25, smallest: 100, largest: 400)).chart(in: language)
  }

  @Test func `says who was seen, and how many below the water`() throws {
    let (nl, en) = (try chart(in: .nl), try chart(in: .en))
    #expect(nl.finding == "Gezien: 25 personen, naar schatting 6% tot 25% van allen.")
    #expect(en.finding == "Seen: 25 persons, by estimate 6% to 25% of all.")
    #expect(
      nl.summary
        == "Een ijsberg waarvan de oppervlakte personen telt. Boven water de 25 die zijn gezien; onder water "
        + "met 95% zekerheid ten minste 75 en ten hoogste 375.")
    #expect(
      en.summary == "An iceberg whose area counts persons. Above the water the 25 who were seen; below it, with 95% "
        + "confidence, at least 75 and at most 375.")
    let one = try #require(Iceberg(observed: 50, smallest: 100, largest: 100)).chart(in: .nl)
    #expect(one.finding == "Gezien: 50 personen, naar schatting 50% van allen.")
  }

  @Test func `the water lies at the root of the share that was seen`() throws {
    expectTold(
      told(try chart(in: .nl).wide),
      """
      paper 0 0, 920 x 328
      area M300 12H300L360 87H240Z
      fill s0 M240 87H360L420 162H180Z
      withheld M180 162H420L540 312H60Z
      line line-s5 M0 87H600
      leader M334 49.5L606 49.5
      "25" 614 47.5, 20 total bold
      "gezien, op ten minste een lijst" 614 65.5, 13 aside
      leader M394 124.5L606 124.5
      "75" 614 122.5, 20 total bold
      "niet gezien, ten minste (95%)" 614 140.5, 13 aside
      leader M484 237L606 237
      "375" 614 235, 20 total bold
      "niet gezien, ten hoogste (95%)" 614 253, 13 aside
      """)
    expectTold(
      told(try chart(in: .nl).narrow),
      """
      paper 0 0, 272 x 376
      area M136 12H136L166.8 67H105.2Z
      fill s0 M105.2 67H166.8L197.6 122H74.4Z
      withheld M74.4 122H197.6L259.2 232H12.8Z
      line line-s5 M0 67H272
      "25" 0 258, 16 total bold
      "gezien, op ten minste een lijst" 0 273, 13 aside
      "75" 0 294, 16 total bold
      "niet gezien, ten minste (95%)" 0 309, 13 aside
      "375" 0 330, 16 total bold
      "niet gezien, ten hoogste (95%)" 0 345, 13 aside
      """)
  }
}
