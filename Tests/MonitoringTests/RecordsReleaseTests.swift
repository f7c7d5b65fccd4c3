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

/// Records for researchers: what they cost is in the ledger, and there is an end to it.
@Suite struct `Records for researchers` {
  private static func files(_ records: String) -> [String: String] {
    var files = SmallMonitor.files
    files["monitor.yaml"] = files["monitor.yaml", default: ""] + "\nopen-data:\n  records: \(records)\n"
    return files
  }

  private static func records(
    dimensions: String = "[year, country, minor]", order: String = "2", budget: String = "0.5", total: String = "1",
    more: String = ""
  ) -> String {
    "{ figure: fig-1, dimensions: \(dimensions), order: \(order), budget: \(budget), total-budget: \(total)\(more) }"
  }

  private let monitor: MonitorOnDisk

  init() throws { monitor = try MonitorOnDisk(Self.files(Self.records())) }

  private func receive(_ count: Int, year: Int, from first: Int = 0, name: String = "Merkteken") throws {
    let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
    let lines = (first..<(first + count)).map {
      "MERK-\($0);\(year);arbeid;\(16 + $0 % 40);\($0 % 3 == 0 ? "PL" : "NL");given;\(name);"
    }
    _ = try monitor.receiving().receive(
      monitor.send("\(UUID().uuidString).csv", [header] + lines), from: monitor.opened.source(named: "zorg"),
      period: nil,
      size: .answered)
  }

  private func put(_ records: String) throws {
    try monitor.put("monitor.yaml", Array(Self.files(records)["monitor.yaml", default: ""].utf8))
  }

  private func release(_ output: String) throws -> RecordsRelease.Made {
    let store = try monitor.workspace.open()
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.beside(output))
    var build = MonitorBuild(of: try monitor.opened, in: store, settings: settings, progress: { _ in }) { _ in }
    let (cases, persons) = try build.casesOfPersons()
    return try RecordsRelease(monitor.opened, in: store, on: MonitorOnDisk.noon, second: "ander")
      .write(cases, persons: persons, to: monitor.beside(output))
  }

  private func contents(_ output: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in ["records.csv", "margins.csv", "utility.json", "README.md"] {
      contents[name] = try Data(contentsOf: monitor.beside(output).appending(path: name))
    }
    return contents
  }

  private func sentence(_ body: () throws -> Void) -> String? {
    do { try body() } catch let error as MonitoringError { return error.sentences(.nl).first } catch {
      return "\(error)"
    }
    return nil
  }

  @Test func `are the same when asked again, and cost once`() throws {
    try receive(120, year: 2018)
    let first = try release("een")
    let second = try release("twee")
    #expect(!first.isKnown && second.isKnown && first.left == 500_000 && second.left == 500_000)
    #expect(try contents("een") == contents("twee"))
    let ledger = try ReleaseLedger(of: monitor.url)
    #expect(ledger.entries.count == 1 && ledger.entries[0].records?.budget == 500_000)
    #expect(ledger.entries[0].second == "ander")
    _ = try Verification(of: monitor.opened).found(in: monitor.workspace.openForReading(), against: [])
  }

  @Test func `are not made otherwise by another version, which would be a second draw for nothing`() throws {
    try receive(120, year: 2018)
    var entry = try release("een").entry
    entry.manifest = String(repeating: "0", count: 64)
    try FileManager.default.removeItem(at: monitor.url.appending(path: "releases"))
    try FileManager.default.createDirectory(
      at: monitor.url.appending(path: "releases"), withIntermediateDirectories: true)
    var ledger = try ReleaseLedger(of: monitor.url)
    try ledger.append(entry)
    let refused = try #require(sentence { _ = try release("twee") })
    #expect(refused.hasPrefix("Deze records zijn al vrijgegeven (nummer 1,"))
    #expect(!FileManager.default.fileExists(atPath: monitor.beside("twee").path))
    #expect(try ReleaseLedger(of: monitor.url).entries.count == 1)
  }

  @Test func `are made until the budget of the years is used up`() throws {
    try receive(120, year: 2018)
    _ = try release("een")
    try receive(1, year: 2019, from: 500)
    #expect(try release("twee").left == 0)
    try receive(1, year: 2019, from: 501)
    let refused = try #require(sentence { _ = try release("drie") })
    #expect(refused.contains("nog rho = 0.0 over") && refused.contains("kosten 0.5"))
    #expect(!FileManager.default.fileExists(atPath: monitor.beside("drie").path))
    #expect(try ReleaseLedger(of: monitor.url).entries.count == 2)
    // More of it may be decided; other years have their own.
    try put(Self.records(total: "1.5"))
    #expect(try release("drie").left == 0)
    #expect(try ReleaseLedger(of: monitor.url).spent(on: 2020...2024) == 0)
    #expect(try ReleaseLedger(of: monitor.url).spent(on: 2019...2024) == 1_500_000)
  }

  @Test func `of other data are not those with one person more`() throws {
    try receive(120, year: 2018)
    _ = try release("een")
    try receive(1, year: 2019, from: 500)
    _ = try release("twee")
    #expect(try contents("een")["margins.csv"] != contents("twee")["margins.csv"])
  }

  @Test func `hold categories of the codebook and nothing of a person`() throws {
    try receive(200, year: 2018)
    _ = try release("een")
    for (name, data) in try contents("een") {
      for mark in ["MERK", "Merkteken", "P-"] { #expect(data.range(of: Data(mark.utf8)) == nil, "\(mark) in \(name)") }
    }
    let lines = String(decoding: try #require(try contents("een")["records.csv"]), as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "year,country,minor" && lines.count > 100)
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      #expect(["2018", "2019"].contains(fields[0]) && ["NL", "PL", "unknown"].contains(fields[1]))
      #expect(["minor", "adult", "unknown"].contains(fields[2]))
    }
  }

  /// One person in both years counts in the first.
  @Test func `count each person as often as is said`() throws {
    try receive(100, year: 2018)
    try receive(100, year: 2019)
    for (limit, expected) in [(1, 100), (2, 200)] {
      try put(Self.records(budget: "90", total: "99.5", more: ", years-per-person: \(limit)"))
      let store = try monitor.workspace.open()
      let settings = MonitorBuild.Settings(
        workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.beside("x"))
      var build = MonitorBuild(of: try monitor.opened, in: store, settings: settings, progress: { _ in }) { _ in }
      let (cases, persons) = try build.casesOfPersons()
      let plan = try #require(try monitor.opened.monitor.openData.records)
      let coding = try RecordCoding(plan, cases)
      #expect(try coding.capped(cases, persons, plan).count == expected)
      #expect(coding.table(of: try coding.capped(cases, persons, plan)).reduce(0, +) == expected)
    }
  }

  @Test(arguments: [
    (records(order: "0"), "`order`"), (records(order: "4"), "`order`"), (records(dimensions: "[year]"), "1 dimensies"),
    (records(dimensions: "[form]", order: "1"), "`form`"), (records(dimensions: "[land]", order: "1"), "land"),
    (records(budget: "0"), "`budget`"), (records(budget: "-1"), "`budget`"), (records(budget: "veel"), "`budget`"),
    (records(budget: "0.0000001"), "`budget`"), (records(total: "0"), "`total-budget`"), ("{ order: 1 }", "budget"),
    (records(more: ", years-per-person: 0"), "years-per-person"),
  ])
  func `with a mistake are a finding`(_ records: String, _ part: String) {
    let loaded = FolderReading.load(files: Self.files(records))
    #expect(
      loaded.findings.contains { $0.sentence(in: .nl).contains(part) },
      "\(loaded.findings.map { $0.sentence(in: .nl) })")
  }

  @Test func `that the folder does not ask for are not made`() throws {
    try monitor.put("monitor.yaml", Array((SmallMonitor.files["monitor.yaml", default: ""] + "\n").utf8))
    try receive(10, year: 2018)
    #expect(try #require(sentence { _ = try release("een") }).contains("open-data: records:"))
  }
}
