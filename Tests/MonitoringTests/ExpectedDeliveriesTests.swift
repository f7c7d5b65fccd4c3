import Disclosure
import Foundation
import Invented
import Model
import Monitoring
import Reporting
import Testing

/// What an edition says when a partner is late, withdraws, stops or never began: nowhere a 0 that nobody delivered.
@Suite struct `Expected deliveries` {
  private let monitor: MonitorOnDisk

  init() throws {
    monitor = try MonitorOnDisk(TwoPartners.files)
    try receive("politie", 2023, 0..<24)
    try receive("zorg", 2023, 20..<28)
    try receive("zorg", 2024, 30..<39)
  }

  private func receive(
    _ source: String, _ year: Int, _ persons: Range<Int>, form: String = "sexual", period: Int? = nil
  ) throws {
    let file = try monitor.send("\(source)-\(year).csv", TwoPartners.lines(year, persons: persons, form: form))
    _ = try monitor.receiving().receive(file, from: monitor.opened.source(named: source), period: period)
  }

  private func expect(_ source: String, _ line: String) throws {
    let text = TwoPartners.files["sources.yaml"] ?? ""
    let parts = text.components(around: "- source: \(source)\n")
    try monitor.put(
      "sources.yaml", Array(parts.joined(separator: "- source: \(source)\n    expected: [\(line)]\n").utf8))
  }

  /// The files of an edition and what was said while it was built.
  private struct Built {
    var files: [String: String] = [:]
    var remarks: [String] = []

    /// The words of a page, without its markup.
    func words(of path: String) -> String {
      (files[path] ?? "").replacing(#/<svg.*?</svg>/#.dotMatchesNewlines(), with: "").replacing(#/<[^>]+>/#, with: " ")
        .replacing(#/\s+/#, with: " ")
    }

    /// Row, column, value and status of the lines of a table.
    func cells(of figure: String) -> [String] {
      (files["tables/\(figure).csv"] ?? "").split(separator: "\n").dropFirst().map { line in
        let parts = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(parts[3]) \(parts[5]) \(parts[8]) \(parts[11])"
      }
    }
  }

  private func build() async throws -> Built {
    var built = Built()
    let remarks = Remarks()
    let output = monitor.beside("edition")
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(),
      settings: .init(workers: 2, version: "1", occasion: MonitorOnDisk.noon, output: output), progress: { _ in }
    ) { remarks.said.append($0.nl) }
    let (edition, _) = try await build.edition()
    for file in edition.files { built.files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    built.remarks = remarks.said
    return built
  }

  private final class Remarks { var said: [String] = [] }

  @Test func `a partner that is late is nowhere nought`() async throws {
    try expect("politie", "{ years: [2024], state: late, reason: { nl: Komt in mei., en: Comes in May. } }")
    let built = try await build()
    #expect(
      built.cells(of: "fig-1") == [
        "Politie 2023 24 exact", "Politie 2024  notDelivered", "Politie 2023-2024 24 provisional",
        "Zorg 2023 8 exact", "Zorg 2024 9 exact", "Zorg 2023-2024 17 exact",
        "Totaal 2023 28 exact", "Totaal 2024 9 provisional", "Totaal 2023-2024 37 provisional",
      ])
    let page = built.words(of: "figuren/fig-1.html")
    #expect(
      page.contains("Het aantal: 28 in 2023, 9 (voorlopig) in 2024; deze jaren zijn nog niet te vergelijken."))
    #expect(page.contains("Niet alles is geleverd. Politie, 2024: komt later. Komt in mei."))
    let text = built.words(of: "teksten/01-beeld.html")
    #expect(text.contains("De politie zag niet geleverd slachtoffers."))
    #expect(text.contains("Samen waren het er 9 (voorlopig); de verandering is niet geleverd."))
    #expect(built.words(of: "verantwoording.html").contains("Politie, 2024: komt later. Komt in mei."))
    #expect(
      built.files["manifest.json"]?.replacing(#/\s+/#, with: "").contains(
        #"{"source":"politie","year":2024,"state":"late","reason":{"nl":"Komtinmei.""#) == true)
    #expect(
      built.remarks.contains { $0.hasPrefix("Politie, 2024: komt later. Komt in mei. Waar deze levering nodig is") })
  }

  @Test func `a delivery that was withdrawn leaves no nought behind`() async throws {
    try receive("politie", 2024, 50..<80)
    let before = try await build()
    #expect(before.cells(of: "fig-1").contains("Totaal 2024 39 exact"))
    #expect(before.words(of: "teksten/01-beeld.html").contains("De politie zag 30 slachtoffers."))
    try monitor.receiving().withdraw(monitor.opened.source(named: "politie"), period: "2024")
    let after = try await build()
    #expect(after.cells(of: "fig-1").contains("Politie 2024  notDelivered"))
    #expect(after.cells(of: "fig-1").contains("Totaal 2024 9 provisional"))
    #expect(after.words(of: "figuren/fig-1.html").contains("Politie, 2024: ingetrokken."))
  }

  @Test func `a partner that stopped is not asked, and totals without it are whole`() async throws {
    try expect(
      "politie", "{ years: [2024], state: notApplicable, reason: { nl: Meldt niet meer., en: Reports no more. } }")
    let built = try await build()
    #expect(built.cells(of: "fig-1")[1] == "Politie 2024  notApplicable")
    #expect(built.cells(of: "fig-1")[2] == "Politie 2023-2024 24 exact")
    #expect(built.cells(of: "fig-1")[7] == "Totaal 2024 9 exact")
    #expect(built.words(of: "verantwoording.html").contains("Politie, 2024: niet van toepassing. Meldt niet meer."))
    #expect(built.remarks.isEmpty)
  }

  @Test func `a partner that has nothing to report is nought, and that is an answer`() async throws {
    try expect("politie", "{ years: [2024], state: nothing, reason: { nl: Niemand., en: Nobody. } }")
    let built = try await build()
    #expect(built.cells(of: "fig-1")[1] == "Politie 2024 0 exact")
    #expect(built.cells(of: "fig-1")[7] == "Totaal 2024 9 exact")
    #expect(built.remarks.isEmpty)
  }

  @Test func `a delivery of which a row was set aside is not all there, but for a line of totals`() async throws {
    func received(_ line: String) async throws -> String {
      let file = try monitor.send("x.csv", TwoPartners.lines(2024, persons: 50..<53) + [line])
      _ = try monitor.receiving().receive(file, from: monitor.opened.source(named: "politie"), period: nil)
      return try await build().cells(of: "fig-1")[1]
    }
    #expect(try await received("P9;2024;onbestaanbaar") == "Politie 2024 3 provisional")
    #expect(try await received("Totaal;2024;") == "Politie 2024 3 exact")
    try expect("politie", "{ years: [2024], state: delivered, reason: { nl: Proefregel., en: Trial row. } }")
    #expect(try await received("P9;2024;onbestaanbaar2") == "Politie 2024 3 exact")
  }

  @Test func `an empty file is no answer`() async throws {
    try receive("politie", 2024, 0..<0, period: 2024)
    let built = try await build()
    #expect(built.cells(of: "fig-1")[1] == "Politie 2024  notDelivered")
    #expect(built.words(of: "verantwoording.html").contains("ontvangen, niets bruikbaar"))
  }

  @Test func `a category that begins later is not asked before`() async throws {
    try receive("politie", 2024, 50..<53, form: "online")
    let built = try await build()
    #expect(
      built.cells(of: "fig-2") == [
        "Seksueel 2023 28 exact", "Seksueel 2024 9 exact", "Online 2023  notAsked", "Online 2024 3 exact",
      ])
  }

  @Test func `what the folder expects and what was received may contradict`() async throws {
    try expect("zorg", "{ years: [2024], state: nothing, reason: { nl: Niemand., en: Nobody. } }")
    let built = try await build()
    #expect(built.cells(of: "fig-1")[4] == "Zorg 2024 9 exact")
    #expect(
      built.remarks.contains(
        "Zorghuis, 2024: geleverd. Niemand. Bij `expected` in sources.yaml staat het anders; verbeter dat."))
  }
}
