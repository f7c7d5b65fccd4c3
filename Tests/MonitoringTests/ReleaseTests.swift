import Foundation
import Invented
import Testing

@testable import Disclosure
@testable import Model
@testable import Monitoring
@testable import Reporting
@testable import Store

/// What was released is kept, and every later edition is held against it.
@Suite struct `Releasing an edition` {
  private let monitor: MonitorOnDisk

  private static let files = SmallMonitor.files.mapValues {
    $0.replacing("policy: publishAsIs", with: "policy: publishAsIs\n  decided-by: [Een, Ander]")
  }

  init() throws { monitor = try MonitorOnDisk(Self.files) }

  private func receive(_ ages: [Int], year: Int = 2018) throws {
    let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
    let lines = ages.enumerated().map { "P-\(year)\($0.offset);\(year);arbeid;\($0.element);NL;given;;" }
    let receipt = try monitor.receiving().receive(
      monitor.send("\(UUID().uuidString).csv", [header] + lines), from: monitor.opened.source(named: "zorg"),
      period: nil, size: .answered)
    #expect(receipt.outcome != nil)
  }

  private var edition: URL { monitor.url.appending(path: "edition") }

  private func build(writing: Bool = true) async throws -> (edition: Edition, publication: Publication) {
    let settings = MonitorBuild.Settings(workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: edition)
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { _ in }
    return try await build.edition(writing: writing)
  }

  @discardableResult
  private func release() async throws -> ReleaseLedger.Entry {
    let made = try await build(writing: false)
    return try Release(
      monitor.opened, in: monitor.workspace.open(), on: MonitorOnDisk.noon, second: "ander"
    ).write(made.edition, under: made.publication.policy, shown: edition)
  }

  private func verify() throws -> Verification.Found {
    try Verification(of: monitor.opened).found(in: monitor.workspace.openForReading(), against: [])
  }

  private func say(_ revisions: String) throws {
    let text = Self.files["monitor.yaml", default: ""]
    try monitor.put("monitor.yaml", Array((text + "\n" + revisions + "\n").utf8))
  }

  private func sentence(_ body: () async throws -> Void) async -> String? {
    do { try await body() } catch let error as MonitoringError { return error.sentences(.nl).first } catch {
      return "\(error)"
    }
    return nil
  }

  @Test func `what was shown is in the ledger, once, chained to the audit log`() async throws {
    try receive([20, 21, 22])
    _ = try await build()
    let first = try await release()
    #expect((first.number, first.edition, first.policy, first.second) == (1, "2020", "publishAsIs", "ander"))
    #expect(first.files.keys.contains("tables/fig-1.csv") && first.folder == "1-2020")
    for name in first.files.keys {
      #expect(
        try Data(contentsOf: monitor.url.appending(path: "releases/1-2020/\(name)"))
          == Data(contentsOf: edition.appending(path: name)))
    }
    // Again is nothing new.
    #expect(try await release() == first)
    try receive([20, 21, 22, 30], year: 2019)
    try say("revisions:\n  - { edition: \"2020\", kind: late-deliveries, reason: { nl: Later., en: Later. } }")
    _ = try await build()
    let second = try await release()
    #expect(second.number == 2 && second.previous != first.previous && second.workspace == first.workspace)
    #expect(try verify().releases == 2)
    let entries = try monitor.workspace.open().auditEntries().filter { $0.action == .released }
    #expect(entries.map(\.subject) == ["2020 manifest:\(first.manifest)", "2020 manifest:\(second.manifest)"])
  }

  @Test func `an edition that the folder does not build now is not released`() async throws {
    try receive([20, 21, 22])
    #expect(await sentence { try await release() }?.contains("is geen editie") == true)
    _ = try await build()
    let page = edition.appending(path: "index.html")
    let right = try Data(contentsOf: page)
    try Data("anders".utf8).write(to: page)
    #expect(await sentence { try await release() }?.contains("index.html is niet wat de map") == true)
    try right.write(to: page)
    try Data().write(to: edition.appending(path: "extra.txt"))
    #expect(await sentence { try await release() }?.contains("extra.txt is niet wat de map") == true)
    try FileManager.default.removeItem(at: edition.appending(path: "extra.txt"))
    try receive([20, 21, 22, 23])
    #expect(await sentence { try await release() }?.contains("is niet wat de map van de monitor nu geeft") == true)
    #expect(try ReleaseLedger(of: monitor.url).entries.isEmpty)
  }

  @Test func `what hides nothing is released on two names, which are in the colophon`() async throws {
    try receive([20, 21, 22])
    let made = try await build()
    let page = String(decoding: try #require(made.edition.file(at: "verantwoording.html")).bytes, as: UTF8.self)
    #expect(page.contains("<dt>Besloten door</dt><dd>Een · Ander</dd>"))
    try monitor.put("monitor.yaml", Array((SmallMonitor.files["monitor.yaml", default: ""] + "\n").utf8))
    _ = try await build()
    #expect(await sentence { try await release() }?.contains("Dat besluiten twee mensen") == true)
    for names in ["[Een]", "[Een, een]", "[Een, Twee, Drie]", "Een"] {
      let text = Self.files["monitor.yaml", default: ""].replacing("[Een, Ander]", with: names)
      try monitor.put("monitor.yaml", Array((text + "\n").utf8))
      #expect(throws: MonitoringError.self) { try monitor.opened }
    }
  }

  @Test func `a ledger that was changed stops the build, at the line or the file`() async throws {
    try receive([20, 21, 22])
    _ = try await build()
    try await release()
    let log = monitor.url.appending(path: "releases/log.jsonl")
    let table = monitor.url.appending(path: "releases/1-2020/tables/fig-1.csv")
    let (line, cells) = (try Data(contentsOf: log), try Data(contentsOf: table))
    try Data(cells.dropLast(2)).write(to: table)
    #expect(await sentence { _ = try await build() }?.contains("fig-1.csv: dit is niet wat werd vrijgegeven") == true)
    #expect(await sentence { _ = try verify() }?.contains("fig-1.csv") == true)
    try FileManager.default.removeItem(at: table)
    #expect(await sentence { _ = try await build() }?.contains("fig-1.csv") == true)
    try cells.write(to: table)
    let text = String(decoding: line, as: UTF8.self)
    try Data(text.replacing("\"number\":1", with: "\"number\":2").utf8).write(to: log)
    #expect(await sentence { _ = try await build() }?.contains("log.jsonl, regel 1") == true)
    // Half a line was never added, and half a folder was never released.
    try Data(text.dropLast(9).utf8).write(to: log)
    #expect(try ReleaseLedger(of: monitor.url).entries.isEmpty)
    #expect(try await release().number == 1)
  }

  @Test func `the audit log is held against every release, and that of another workspace is told`() async throws {
    try receive([20, 21, 22])
    _ = try await build()
    try await release()
    let before = monitor.beside("before")
    let workspace = monitor.url.appending(path: "workspace")
    try FileManager.default.copyItem(at: workspace, to: before)
    #expect(try verify().remarks.isEmpty)
    try FileManager.default.removeItem(at: workspace)
    _ = try await build()
    #expect(try verify().remarks.map(\.nl).contains { $0.contains("Van 1 vrijgaven is het controlelogboek een ander") })
  }

  @Test func `a number that was another one has to have its reason, and says what it was everywhere`() async throws {
    try receive([20, 21, 22])
    _ = try await build()
    try await release()
    try receive([20, 21, 22, 23, 17])
    let told = await sentence { _ = try await build() }
    #expect(told?.contains("in editie 2020 stond 3, nu 5, en `revisions` in monitor.yaml zegt niet waarom.") == true)
    try say("revisions:\n  - { edition: \"2019\", kind: mistake, reason: { nl: Fout., en: Wrong. } }")
    #expect(await sentence { _ = try await build() } == told)
    try say(
      "revisions:\n  - { edition: \"2020\", figures: [fig-1], kind: mistake, reason: { nl: Fout., en: Wrong. } }")
    #expect(await sentence { _ = try await build() }?.hasPrefix("fig-2") == true)
    try say(
      """
      revisions:
        - { edition: "2020", figures: [fig-1], kind: mistake, reason: { nl: Een fout., en: Wrong. } }
        - { edition: "2020", kind: late-deliveries, reason: { nl: Kwam later., en: Came later. } }
      """)
    let made = try await build()
    let table = try #require(made.publication.table(named: "fig-1"))
    #expect(table.cell(row: "home", column: "2018")?.value == .revised(Quantity(5), before: Quantity(3)))
    let data = String(decoding: try #require(made.edition.file(at: "tables/fig-1.csv")).bytes, as: UTF8.self)
    #expect(data.contains(",5,slachtoffers,0,revised,,linked; before=3"), "\(data)")
    let page = String(decoding: try #require(made.edition.file(at: "verantwoording.html")).bytes, as: UTF8.self)
    #expect(page.contains("Herziene cijfers") && page.contains("een fout hersteld: Een fout."))
    #expect(page.contains("later geleverd: Kwam later."))
    // Released, the same edition goes on saying so, and the next one does not.
    let released = try await release()
    #expect(try await build().edition == made.edition)
    #expect(try await release() == released)
    try monitor.put(
      "monitor.yaml",
      Array((Self.files["monitor.yaml", default: ""].replacing("\"2020\"", with: "\"2021\"") + "\n").utf8))
    let next = try await build()
    #expect(next.publication.revisions.isEmpty)
    #expect(next.publication.table(named: "fig-1")?.cell(row: "home", column: "2018")?.value == .exact(Quantity(5)))
  }

  @Test func `an edition about other years does not revise what names no year, and does what names one`() async throws {
    let figures = Self.files["figures.yaml", default: ""].replacing(
      "{ label: 2018-2019 }", with: "{ label: { nl: Totaal, en: Total } }")
    try monitor.put("figures.yaml", Array((figures + "\n").utf8))
    try receive([20, 21, 22])
    try receive([30, 31], year: 2019)
    _ = try await build()
    try await release()
    func edition(_ years: String) throws {
      let text = Self.files["monitor.yaml", default: ""].replacing("\"2020\"", with: "\"2021\"")
        .replacing("{ from: 2018, to: 2019 }", with: years)
      try monitor.put("monitor.yaml", Array((text + "\n").utf8))
    }
    try edition("{ from: 2019, to: 2020 }")
    try receive([30, 31], year: 2020)
    let next = try await build().publication
    let series = try #require(next.table(named: "fig-2"))
    #expect(next.revisions.isEmpty && series.cells[0][0].value.quantity == Quantity(4))
    // The same years in another edition are the same number.
    try edition("{ from: 2018, to: 2019 }")
    try receive([20, 21, 22, 23])
    #expect(await sentence { _ = try await build() }?.contains("`revisions` in monitor.yaml zegt niet waarom") == true)
    try edition("{ from: 2019, to: 2020 }")
    try receive([30, 31, 32], year: 2019)
    let told = await sentence { _ = try await build() }
    #expect(told?.hasPrefix("fig-1") == true && told?.contains("stond 2, nu 3") == true, "\(told ?? "")")
  }

  @Test func `what was hidden once is not shown later`() async throws {
    try receive([20, 21, 22])
    _ = try await build()
    try await release()
    // As if that edition had hidden it.
    let place = monitor.url.appending(path: "releases/1-2020/tables/fig-1.csv")
    let text = try String(contentsOf: place, encoding: .utf8)
      .replacing(",3,slachtoffers,0,exact", with: ",,slachtoffers,0,suppressed")
    let numbers = monitor.beside("numbers/1-2020/tables")
    try FileManager.default.createDirectory(at: numbers, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: numbers.appending(path: "fig-1.csv"))
    var ledger = try ReleaseLedger(of: monitor.url)
    ledger = ledger.moved(to: monitor.beside("numbers"))
    let publication = try await build(writing: false).publication
    let error = #expect(throws: MonitoringError.self) {
      try EarlierNumbers(ledger, before: "2021", about: 2018...2019).revisions(in: publication, explainedBy: [])
    }
    #expect(error?.sentences(.nl).first?.contains("Wat eens is weggelaten, blijft weggelaten") == true)
  }
}
