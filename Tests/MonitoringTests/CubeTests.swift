import Foundation
import Invented
import Testing

@testable import Disclosure
@testable import Model
@testable import Monitoring
@testable import MonitorFolder
@testable import Protection
@testable import Reporting
@testable import Store

/// The cube of an edition: tables like all others, behind the same door.
@Suite struct `A cube` {
  private static func files(_ cube: String, policy: String = "suppress") -> [String: String] {
    var files = SmallMonitor.files
    files["monitor.yaml"] =
      files["monitor.yaml", default: ""].replacing("policy: publishAsIs", with: "policy: \(policy)")
      + "\nopen-data:\n  cube: \(cube)\n"
    return files
  }

  private static func cube(
    figure: String = "fig-1", dimensions: String = "[year, country, minor]", order: String = "3", minimum: String = "5"
  ) -> String {
    "{ figure: \(figure), measure: { nl: slachtoffers in de kubus, en: victims in the cube }, dimensions: \(dimensions), "
      + "order: \(order), minimum: \(minimum) }"
  }

  private static func received(_ cube: String = cube()) throws -> MonitorOnDisk {
    let monitor = try MonitorOnDisk(files(cube))
    let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
    // By year, country and age: 30, 2, 17 and 9; 25, 6, 3 and 20.
    let groups = [
      (2018, "NL", 30, 30), (2018, "NL", 16, 2), (2018, "PL", 30, 17), (2018, "PL", 17, 9), (2019, "NL", 30, 25),
      (2019, "NL", 16, 6), (2019, "PL", 30, 3), (2019, "PL", 17, 20),
    ]
    for year in [2018, 2019] {
      let lines = groups.enumerated().filter { $0.element.0 == year }.flatMap { group in
        (0..<group.element.3).map {
          "P-\(group.offset)-\($0);\(year);arbeid;\(group.element.2);\(group.element.1);given;;"
        }
      }
      _ = try monitor.receiving().receive(
        monitor.send("\(year).csv", [header] + lines), from: monitor.opened.source(named: "zorg"), period: nil,
        size: .answered)
    }
    return monitor
  }

  private func built(_ monitor: MonitorOnDisk) async throws -> (
    edition: Edition, publication: Publication, audit: TablesAudit?
  ) {
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { _ in }
    let made = try await build.edition()
    return (made.edition, made.publication, build.audit)
  }

  private func rows(_ edition: Edition) throws -> [[String]] {
    let file = try #require(edition.file(at: "tables/cube.csv"))
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Two and three people are hidden, and others with them so that nothing can be subtracted.
  @Test func `shows no group of fewer than its minimum, and an outsider works none out`() async throws {
    let made = try await built(Self.received())
    let rows = try rows(made.edition)
    let shown = rows.compactMap { Int($0[8]) }
    #expect(!shown.isEmpty && shown.allSatisfy { $0 == 0 || $0 >= 5 })
    // All eight groups in four tables of one category each are there, and more is hidden than the two.
    #expect(rows.count { !$0[6].isEmpty && $0[11] == "suppressed" } >= 4)
    let audit = try #require(made.audit)
    let cells = audit.cells.filter { $0.file == "tables/cube.csv" }
    #expect(cells.count > 4 && cells.allSatisfy(\.isMet))
  }

  /// The small groups are hidden with crosses of region and year, which the figure would print if it were protected alone.
  @Test func `and a figure do not give a cell away by subtraction`() async throws {
    let made = try await built(Self.received(Self.cube(dimensions: "[year, region, minor]")))
    let table = try #require(made.publication.table(named: "fig-1"))
    let cube = try rows(made.edition).filter { $0[2] == "regio" && $0[4] == "jaar" && $0[6].isEmpty }
    var hidden = 0
    for (label, key) in [("Binnenland", "home"), ("Buitenland", "abroad")] {
      for year in ["2018", "2019"] {
        let own = try #require(table.cell(row: key, column: year))
        let row = try #require(cube.first { $0[3] == label && $0[5] == year })
        #expect(own.value.quantity.map { $0.plain } ?? "" == row[8])
        if own.value.quantity == nil { hidden += 1 }
      }
    }
    #expect(hidden > 0)
  }

  @Test func `is a file for pages with what the table has, and no page`() async throws {
    let made = try await built(Self.received())
    let file = try #require(made.edition.file(at: "cube.json"))
    let json = try #require(JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    let dimensions = try #require(json["dimensions"] as? [[String: Any]])
    #expect(dimensions.count == 3)
    let cells = try #require(json["cells"] as? [[Any]])
    let shown = cells.compactMap { $0[1] as? Int }
    #expect(shown.allSatisfy { $0 == 0 || $0 >= 5 } && shown.contains(112))
    // Every cross once: (2 + 1)(3 + 1)(3 + 1).
    #expect(cells.count == 48)
    #expect(!made.edition.files.contains { $0.path.contains("cube") && $0.path.hasSuffix(".html") })
    let again = try await built(Self.received())
    #expect(again.edition.file(at: "cube.json") == made.edition.file(at: "cube.json"))
  }

  @Test func `crosses no more than its order`() async throws {
    let made = try await built(Self.received(Self.cube(order: "1")))
    #expect(try rows(made.edition).allSatisfy { $0[6].isEmpty })
  }

  @Test(arguments: [
    (cube(order: "0"), "`order`"), (cube(order: "4"), "`order`"),
    (cube(dimensions: "[year]", order: "2"), "1 dimensies"),
    (cube(dimensions: "[yaer]", order: "1"), "yaer"), (cube(dimensions: "[age]", order: "1"), "`age`"),
    (cube(dimensions: "[year, year]", order: "1"), "twee keer"), (cube(figure: "fig-9"), "fig-9"),
    (cube(minimum: "0"), "`minimum`"), (cube(minimum: "vijf"), "`minimum`"), (cube(minimum: "6"), "Verhoog"),
    ("{ figure: fig-1 }", "dimensions"),
  ])
  func `with a mistake is a finding`(_ cube: String, _ part: String) {
    let loaded = FolderReading.load(files: Self.files(cube))
    #expect(
      loaded.findings.contains { $0.sentence(in: .nl).contains(part) },
      "\(loaded.findings.map { $0.sentence(in: .nl) })")
  }

  /// It promises that small groups are not shown.
  @Test func `is refused where nothing is hidden`() {
    let loaded = FolderReading.load(files: Self.files(Self.cube(), policy: "publishAsIs"))
    #expect(loaded.findings.contains { $0.sentence(in: .nl).contains("publishAsIs laat niets weg") })
  }
}
