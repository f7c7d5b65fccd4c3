import Foundation
import Testing

/// A monitor that is moved on by a year says nothing that its new numbers do not bear.
@Suite struct `A monitor moved on by a year` {
  struct Case: Sendable, CustomTestStringConvertible {
    var monitor: String
    var years: ClosedRange<Int>
    var fixed: Set<String> = []
    var columns: Set<String> = []
    /// What the build stops at, each by words of its sentence in both languages of the text.
    var stops: [String]
    var testDescription: String { monitor }
  }

  static let cases = [
    Case(
      monitor: "landelijk-2015-2019", years: 2015...2019, columns: ["geslacht", "leeftijd"],
      stops: [
        "text/02-vormen-van-uitbuiting.nl.md, regel 26",
        "share(2.4b, lessVisible, pool-2) > share(2.4b, lessVisible, pool-1)` klopt niet",
        "“groeide” volgt niet uit de getallen", "“grew” volgt niet uit de getallen",
        "rank(2.9, africa, 2020) <= rank(2.9, netherlands, 2020)` klopt niet",
      ]),
    Case(
      monitor: "regio-rotterdam-2021", years: 2021...2021, fixed: ["Vormen van criminaliteit"],
      stops: [
        "value(politie-onderzoeken-leeftijd, from18to25, 2022) = value(politie-onderzoeken-leeftijd, from26, 2022)` klopt niet",
        "er is geen getal: niet geleverd. Zet de zin tussen {{ if delivered",
      ]),
    Case(
      monitor: "regio-rotterdam-2024", years: 2024...2024,
      stops: ["text/02-support.nl.md, regel 11", "text/02-support.en.md, regel 14"]),
    Case(
      monitor: "chat-2020", years: 2019...2020,
      columns: ["geslacht", "leeftijd", "kanaal", "bezoeker", "veiligheid", "ontmoeting"],
      stops: [
        "value(achtergrond-bezoekers, victim-share) > 50",
        "count(ouders-als-pleger-wie, father, 2021) > count(ouders-als-pleger-wie, mother, 2021)` klopt niet",
        "count(fig-17, whole-year, 2021) < count(fig-17, whole-year, 2020)` klopt niet",
      ]),
  ]

  @Test(arguments: cases)
  func `stops at what is no longer so`(_ item: Case) throws {
    let moved = try MovedOn(item.monitor, years: item.years, fixed: item.fixed, columns: item.columns)
    let (exitCode, said) = try build(moved)
    #expect(exitCode == 65)
    for stop in item.stops { #expect(said.contains(stop), "\(stop)") }
  }

  @Test func `words otherwise what the numbers decide, with the break beside it`() throws {
    let moved = try MovedOn("regio-rotterdam-2022", years: 2021...2022)
    let (exitCode, said) = try build(moved)
    #expect(exitCode == 65 && said.contains("text/02-support.nl.md") && said.contains("klopt niet"))
    // Without the claim that stopped it, what is left says what the new numbers are.
    for name in ["02-support.nl.md", "02-support.en.md"] {
      let file = moved.folder.url.appending(path: "text/\(name)")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing(/\{\{ claim: count\(essm-melder.*?\}\}/, with: "").write(
        to: file, atomically: true, encoding: .utf8)
    }
    #expect(try build(moved).exitCode == 0)
    let page = try String(
      contentsOf: moved.folder.url.appending(path: "moved-edition/teksten/01-summary.html"), encoding: .utf8)
    #expect(page.contains("is voor 129 situaties benaderd; in 2022 was dat voor 168 situaties"))
    #expect(page.contains("gedaald, maar vanaf 2023 niet te vergelijken met eerder"))
    #expect(page.contains("niet duidelijk veranderd, van 23 naar 16"))
  }

  @Test func `stops at a statement kept in a file whose cell has another number`() throws {
    let moved = try MovedOn("landelijk-2015-2019", years: 2015...2019)
    try FileManager.default.removeItem(at: moved.folder.url.appending(path: "text"))
    let (exitCode, said) = try build(moved)
    #expect(exitCode == 65)
    #expect(said.contains("departures.csv, rij 2: bij ‘Totaal, 2016’ van fig-2.4a staat 241, maar de editie geeft"))
  }

  private func build(_ moved: MovedOn) throws -> (exitCode: Int32, said: String) {
    let edition = moved.folder.url.appending(path: "moved-edition")
    _ = try BuiltProgram.run(["receive", "--all", "--monitor", moved.folder.path])
    let answer = try BuiltProgram.run(["build", moved.folder.path, "--output", edition.path])
    return (answer.exitCode, answer.output + answer.complaints)
  }
}
