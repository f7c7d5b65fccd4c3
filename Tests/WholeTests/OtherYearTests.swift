import Foundation
import Testing

/// A year in which a partner is silent, a category is gone, or there is half of everything.
@Suite struct `A year that turned out otherwise` {
  struct Case: Sendable, CustomTestStringConvertible {
    var monitor: String
    var year: Int
    var kind: OtherYear.Kind
    /// What the build stops at, each by words of its sentence.
    var stops: [String]
    var testDescription: String { "\(monitor), \(kind)" }
  }

  private static let undelivered = "er is geen getal: niet geleverd. Zet de zin tussen {{ if delivered"

  static let cases = [
    Case(
      monitor: "landelijk-2015-2019", year: 2019, kind: .withoutDelivery(of: "politie"),
      stops: [
        "text/04-wie-er-meldt.nl.md, regel 11", undelivered, "“groeide” volgt niet uit de getallen",
        "“grew” volgt niet uit de getallen",
      ]),
    Case(
      monitor: "regio-rotterdam-2021", year: 2021, kind: .withoutDelivery(of: "ckm"),
      stops: ["text/02-exploitation.nl.md, regel 34", undelivered]),
    Case(
      monitor: "regio-rotterdam-2022", year: 2022, kind: .withoutDelivery(of: "essm"),
      stops: ["text/01-summary.nl.md, regel 6", undelivered]),
    Case(
      monitor: "regio-rotterdam-2021", year: 2021, kind: .withoutLargest(column: nil),
      stops: [
        "rank(ckm-vormen, strawMan, value) = 1 \"eerste plaats\"` klopt niet",
        "= value(politie-onderzoeken-leeftijd, from26, 2021)` klopt niet",
      ]),
    Case(
      monitor: "regio-rotterdam-2022", year: 2022, kind: .withoutLargest(column: nil),
      stops: ["count(essm-melder, professional) > count(essm-melder, self + relatives)"]),
    Case(
      monitor: "regio-rotterdam-2024", year: 2024, kind: .withoutLargest(column: nil),
      stops: ["count(essm-meldingen-soort, sexual, adult + minor) > count(essm-meldingen-sekswerkers, sexWorkers)"]),
    Case(
      monitor: "chat-2020", year: 2020, kind: .halved,
      stops: ["count(ouders-als-pleger-wie, father, 2020) = max(", "klopt niet"]),
  ]

  @Test(arguments: cases)
  func `stops at what is no longer so`(_ item: Case) throws {
    let (exitCode, said) = try OtherYear(item.monitor, year: item.year, item.kind).built()
    #expect(exitCode == 65)
    for stop in item.stops { #expect(said.contains(stop), "\(stop)") }
  }

  @Test func `words otherwise what the numbers decide when there is half of everything`() throws {
    let other = try OtherYear("landelijk-2015-2019", year: 2019, .halved)
    let (exitCode, said) = try other.built()
    #expect(exitCode == 0, "\(said)")
    let summary = try other.page("01-in-het-kort")
    #expect(summary.contains("daarmee niet duidelijk veranderd"))
    #expect(try other.page("04-wie-er-meldt").contains("geen duidelijke verandering"))
  }

  @Test(arguments: [("regio-rotterdam-2021", 2021), ("regio-rotterdam-2022", 2022), ("regio-rotterdam-2024", 2024)])
  func `builds where half of everything leaves what is said as it was`(_ monitor: String, _ year: Int) throws {
    let (exitCode, said) = try OtherYear(monitor, year: year, .halved).built()
    #expect(exitCode == 0, "\(said)")
  }
}
