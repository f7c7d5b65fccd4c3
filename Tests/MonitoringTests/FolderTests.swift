import Deliveries
import Foundation
import Invented
import Model
import Monitoring
import Testing

/// A monitor folder: opened, checked, newly made.
@Suite struct `A monitor folder` {
  @Test func `that is good opens, with its sources by name`() throws {
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    let opened = try monitor.opened
    #expect(opened.monitor.name == "klein" && opened.warnings.isEmpty)
    #expect(opened.deliveriesFolder.path == monitor.url.path + "/deliveries")
    #expect(try opened.source(named: "zorg").label.nl == "Zorg")
    #expect(
      throws: MonitoringError.data(
        nl: "De bron 'zorgg' staat niet in sources.yaml; bedoelt u 'zorg'?",
        en: "The source 'zorgg' is not in sources.yaml; did you mean 'zorg'?")
    ) { try opened.source(named: "zorgg") }
    #expect(
      throws: MonitoringError.data(
        nl: "De bron 'marechaussee' staat niet in sources.yaml; kies uit: zorg.",
        en: "The source 'marechaussee' is not in sources.yaml; choose from: zorg.")
    ) { try opened.source(named: "marechaussee") }
  }

  @Test func `with a mistake does not open, and says what an inspection says`() async throws {
    var files = SmallMonitor.files
    files["monitor.yaml"] = files["monitor.yaml"]?.replacing("seed: 7", with: "seed: zeven")
    let monitor = try MonitorOnDisk(files)
    let error = Result { try monitor.opened }.error as? MonitoringError
    let checked = await CheckedFolder(monitor.url.path)
    #expect(!checked.isGood && checked.summary == nil)
    #expect(error == .findings(checked.findings))
    #expect(checked.findings.contains { $0.place.file == "monitor.yaml" && $0.place.row == 7 })
  }

  @Test func `of which only a text is wrong opens, and an inspection names the text`() async throws {
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    try monitor.put("text/01-tekst.nl.md", ["# Tekst", "", "Er waren 12 meldingen."])
    try monitor.put("text/01-tekst.en.md", ["# Text", "", "There were some reports."])
    _ = try monitor.opened
    let checked = await CheckedFolder(monitor.url.path)
    #expect(!checked.isGood)
    #expect(checked.findings.filter { $0.severity <= .error }.map(\.place.file) == ["text/01-tekst.nl.md"])
  }

  @Test func `that is good is summed up`() async throws {
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    let checked = await CheckedFolder(monitor.url.path)
    #expect(checked.isGood)
    #expect(checked.summary?.nl == "klein is in orde: 1 bronnen, 8 variabelen, 3 regels, 2 figuren.")
    #expect(checked.summary?.en == "klein is in order: 1 sources, 8 variables, 3 rules, 2 figures.")
  }

  @Test func `is not changed by an inspection`() async throws {
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    let before = try monitor.contents
    _ = await CheckedFolder(monitor.url.path)
    _ = try monitor.opened
    #expect(try monitor.contents == before)
  }

  @Test func `has one source that can be coded twice, or it has to be named`() throws {
    #expect(try MonitorOnDisk(SmallMonitor.files).opened.codedSource(named: nil).name == "zorg")
    #expect(
      throws: MonitoringError.data(
        nl: "Deze monitor heeft meer dan één bron; noem er een met --source.",
        en: "This monitor has more than one source; name one with --source.")
    ) { try MonitorOnDisk(SmallCounts.files).opened.codedSource(named: nil) }
  }

  // MARK: A new region

  private static let region = NewRegion(name: "lindemeer", region: "Lindemeer", year: 2024, seed: 1)

  @Test func `for a new region is the same from the same seed, and its deliveries are received without a remark`()
    throws
  {
    let files = try Self.region.files()
    #expect(try Self.region.files() == files)
    #expect(
      files.map(\.path).prefix(6) == [
        "monitor.yaml", "codebook.yaml", "sources.yaml", "figures.yaml", "text/01-in-het-kort.nl.md",
        "text/01-in-het-kort.en.md",
      ])
    #expect(files.count == 10 && files[6..<9].allSatisfy { $0.path.hasSuffix("-2024.csv") })
    #expect(files[9].path == "deliveries/log.jsonl")
    #expect(!files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("@REGION@") })
    let monitor = try MonitorOnDisk([:])
    for file in files { try monitor.put(file.path, file.bytes) }
    let opened = try monitor.opened
    #expect(try monitor.receiving().receiveNew() == 3 && monitor.receiving().receiveAll() == 0)
    for delivered in try DeliveredFile.all(in: opened) {
      let report = try DeliveryReading(delivered.url, from: delivered.source, in: opened, beside: nil).report()
      #expect(report.isClean && report.year == 2024, "\(delivered.url.lastPathComponent): \(report.findings)")
    }
    var other = Self.region
    other.seed = 2
    #expect(try other.files().dropFirst(6).map(\.bytes) != files.dropFirst(6).map(\.bytes))
  }

  @Test func `for a new region is written where nothing is, and nowhere else`() throws {
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    let place = monitor.beside("nieuw")
    let written = try Self.region.write(to: place, called: "nieuw")
    #expect(try Data(contentsOf: place.appending(path: "sources.yaml")) == Data(written[2].bytes))
    #expect(
      throws: MonitoringError.data(
        nl: "De map nieuw is niet leeg; er is niets gewijzigd. Kies een map die nog niet bestaat.",
        en: "The folder nieuw is not empty; nothing was changed. Choose a folder that does not exist yet.")
    ) { try Self.region.write(to: place, called: "nieuw") }
    let file = try monitor.send("bestand", [UInt8]("x".utf8))
    #expect(
      throws: MonitoringError.data(
        nl: "bestand is een bestand. Kies een map die nog niet bestaat.",
        en: "bestand is a file. Choose a folder that does not exist yet.")
    ) { try Self.region.write(to: file, called: "bestand") }
    #expect(
      throws: MonitoringError.data(
        nl: "In /sys/zicht kan niet worden geschreven. Kies een andere map.",
        en: "/sys/zicht cannot be written to. Choose another folder.")
    ) { try Self.region.write(to: URL(filePath: "/sys/zicht"), called: "zicht") }
  }

  static let names = [
    ("Lindemeer", "lindemeer"), ("Regio Noord 2", "regio-noord-2"), ("Súd--Oost", "s-d-oost"), ("…", "regio"),
  ]

  @Test(arguments: names) func `gives its name to the monitor in it`(_ example: (String, String)) {
    #expect(NewRegion.monitorName(for: example.0) == example.1)
  }
}
