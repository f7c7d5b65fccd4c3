import Foundation
import Invented
import Testing

@testable import Disclosure
@testable import Model
@testable import Monitoring
@testable import Protection
@testable import Reporting
@testable import Store

/// An edition under the policy that hides: nothing that leaves says what may not be said.
@Suite struct `An edition that hides` {
  private let monitor: MonitorOnDisk

  init() throws { monitor = try MonitorOnDisk(Self.files(minimum: 1_000)) }

  private static func files(minimum: Int) -> [String: String] {
    SmallMonitor.files.mapValues {
      $0.replacing("policy: publishAsIs", with: "policy: suppress\n  minimum: \(minimum)")
    }
  }

  private func receive(_ rows: Int, year: Int, from ages: ClosedRange<Int> = 20...60) throws {
    let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
    let lines = (0..<rows).map { "P-\(year)\($0);\(year);arbeid;\(ages.lowerBound + $0 % ages.count);NL;given;;" }
    let receipt = try monitor.receiving().receive(
      monitor.send("\(UUID().uuidString).csv", [header] + lines), from: monitor.opened.source(named: "zorg"),
      period: nil, size: .answered)
    #expect(receipt.outcome != nil)
  }

  /// A build that was run, with what it made.
  private func built() async throws -> (build: MonitorBuild, edition: Edition, publication: Publication) {
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { _ in }
    let made = try await build.edition()
    return (build, made.edition, made.publication)
  }

  @Test func `no file of it says a number that is hidden`() async throws {
    try receive(777, year: 2018)
    let made = try await built()
    #expect(made.publication.table(named: "fig-1")?.cell(row: "home", column: "2018")?.value == .suppressed(.primary))
    for file in made.edition.files where !file.path.hasPrefix("assets/") {
      #expect(Data(file.bytes).range(of: Data("777".utf8)) == nil, "\(file.path)")
    }
    let page = String(decoding: try #require(made.edition.file(at: "verantwoording.html")).bytes, as: UTF8.self)
    #expect(page.contains("Aantallen van 1 tot en met 999 zijn weggelaten"))
  }

  @Test func `a stricter minimum for what is in no table stops the build with what there is`() async throws {
    try receive(40, year: 2018)
    func policy(_ dimension: String) throws {
      let stricter = "minimum: 5\n  minimums: [{ about: [\(dimension)], minimum: 50 }]"
      try monitor.put(
        "monitor.yaml",
        Array(Self.files(minimum: 5)["monitor.yaml", default: ""].replacing("minimum: 5", with: stricter).utf8))
    }
    try policy("jar")
    await #expect(throws: MonitoringError.self) { _ = try await self.built() }
    let open = try #require(
      try await {
        try policy("jaar"); return try await built().publication.dimensions
      }())
    #expect(open.contains("jaar"))
    #expect(
      try await built().publication.table(named: "fig-1")?.cell(row: "home", column: "2018")?.value
        == .suppressed(.primary))
  }

  @Test func `numbers that may be said are those of the edition that hides nothing`() async throws {
    try monitor.put("monitor.yaml", Array((Self.files(minimum: 5)["monitor.yaml", default: ""] + "\n").utf8))
    try receive(40, year: 2018)
    try receive(3, year: 2019)
    let hiding = try await built().publication
    try monitor.put("monitor.yaml", Array((SmallMonitor.files["monitor.yaml", default: ""] + "\n").utf8))
    let open = try await built().publication
    var (shown, hidden) = (0, 0)
    for (one, other) in zip(hiding.tables, open.tables) {
      for (one, other) in zip(one.cells.flatMap { $0 }, other.cells.flatMap { $0 }) {
        if one.value.absence == .suppressed {
          hidden += 1
        } else {
          #expect(one == other)
          shown += 1
        }
      }
    }
    #expect(shown > 0 && hidden > 0)
  }

  @Test func `the privacy officer sees what was hidden and why, and no number of it`() async throws {
    try receive(777, year: 2018)
    let made = try await built()
    let file = monitor.beside("verslag.md")
    let report = try PrivacyReport(made.publication, of: made.build, in: monitor.opened, language: .nl)
    try report.write(to: file)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text == report.text && !text.contains("777"))
    #expect(text.contains("- fig-1 (Binnenland, 2018): gevoelig"), "\(text)")
    #expect(text.contains("| fig-1 | 2 | 1 | 0 |"), "\(text)")
    #expect(text.contains("- tables/fig-1.csv, rij 2 (regio=Binnenland, jaar=2018): "), "\(text)")
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func `under a policy that hides nothing the report says what the default would hide`() async throws {
    try monitor.put("monitor.yaml", Array((SmallMonitor.files["monitor.yaml", default: ""] + "\n").utf8))
    try receive(3, year: 2018)
    let made = try await built()
    let text = try PrivacyReport(made.publication, of: made.build, in: monitor.opened, language: .nl).text
    #expect(text.contains("| fig-1 | 3 | 0 | 0 |"), "\(text)")
    let rest = text.components(around: "## Wat het standaardbeleid zou weglaten")
    #expect(rest.count == 2 && rest[1].contains("| fig-1 | 2 | 1 | 0 |"), "\(text)")
    #expect(rest.last?.contains("- fig-1 (Binnenland, 2018): gevoelig") == true)
  }

  @Test func `a number that was shown and is small now is hidden, however it came to be so`() async throws {
    let settings = Self.files(minimum: 5)["monitor.yaml", default: ""]
    try monitor.put("monitor.yaml", Array((settings + "\n").utf8))
    try receive(60, year: 2018)
    let first = try await built()
    try Release(monitor.opened, in: monitor.workspace.open(), on: MonitorOnDisk.noon, second: "ander")
      .write(first.edition, under: first.publication.policy, shown: monitor.url.appending(path: "edition"))
    let reason = "revisions:\n  - { edition: \"2020\", kind: mistake, reason: { nl: Fout., en: Wrong. } }\n"
    try monitor.put("monitor.yaml", Array((settings + "\n" + reason).utf8))
    try receive(3, year: 2018)
    let second = try await built()
    let cell = second.publication.table(named: "fig-1")?.cell(row: "home", column: "2018")
    #expect(cell?.value == .suppressed(.primary))
    #expect(second.publication.revisions.map(\.before).contains(Quantity(60)))
  }

  @Test func `a report takes the place of a report and of nothing else`() async throws {
    try receive(777, year: 2018)
    let made = try await built()
    let report = try PrivacyReport(made.publication, of: made.build, in: monitor.opened, language: .nl)
    let (file, other) = (monitor.beside("verslag.md"), try monitor.put("nota.txt", ["Anders"]))
    for _ in 1...2 { try report.write(to: file) }
    #expect(throws: MonitoringError.self) { try report.write(to: other) }
    #expect(throws: MonitoringError.self) { try report.write(to: monitor.url) }
    #expect(try String(contentsOf: other, encoding: .utf8) == "Anders\r\n")
  }

  @Test
  func `an edition that is not safe beside what was released is not made, and the place is named without its number`()
    async throws
  {
    try monitor.put("monitor.yaml", Array((SmallMonitor.files["monitor.yaml", default: ""] + "\n").utf8))
    try receive(3, year: 2018)
    let open = try await built().publication
    let rule = ProtectionRule(minimum: 5, printsZeros: true, level: .withinSensitive, assurance: .outside)
    let error = #expect(throws: MonitoringError.self) {
      try UnsafeEdition.check(open, under: rule, beside: ReleaseLedger(of: monitor.url), about: 2018...2019)
    }
    let sentence = try #require(error?.sentences(.nl).first)
    #expect(
      sentence.contains("tables/fig-1.csv (regio=Binnenland, jaar=2018)") && !sentence.contains("3"), "\(sentence)")
  }
}
