import Foundation
import Invented
import Model
import Monitoring
import Sheets
import Testing

/// The empty file that a source fills in: its name, its year and what stands in it.
@Suite struct `A template` {
  private let monitor: MonitorOnDisk

  init() throws { monitor = try MonitorOnDisk(SmallCounts.files) }

  private func file(_ source: String = "centrum", period: Int? = nil, at path: String? = nil) throws -> TemplateFile {
    try TemplateFile(for: source, in: try monitor.opened, period: period, at: path)
  }

  private func lines(period: Int?, afterReceiving receives: Bool) throws -> [String] {
    let place = monitor.beside("t.csv").path
    let store = receives ? try monitor.workspace.openForReading() : nil
    try file(period: period, at: place).write(after: store, in: .nl)
    return try String(contentsOfFile: place, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func `is named after its source, and says where it stands`() throws {
    #expect(try file().path == "centrum.xlsx")
    #expect(
      try file().answer
        == LocalizedText(
          nl: "Het sjabloon voor Centrum staat in centrum.xlsx.", en: "The template for Centre is in centrum.xlsx."))
    #expect(try file(at: "map/A.CSV").path == "map/A.CSV")
    #expect(try file(at: "map/A.ODS").path == "map/A.ODS")
  }

  @Test(arguments: [2022, 2025]) func `is about a year of the monitor`(_ year: Int) throws {
    #expect(
      throws: MonitoringError.data(
        nl: "De monitor gaat over 2023-2024; kies met --period een van die jaren.",
        en: "The monitor is about 2023-2024; choose one of those years with --period.")
    ) { try file(period: year) }
    #expect(throws: Never.self) { try file(period: 2023) }
    #expect(throws: Never.self) { try file(period: 2024) }
  }

  @Test(arguments: ["t.odt", "t", "csv", "t.xlsx.txt", "t.csv "]) func `is a workbook or text`(_ path: String) throws {
    #expect(
      throws: MonitoringError.data(
        nl: "Een sjabloon is een .xlsx-, een .ods- of een .csv-bestand; laat de naam bij --output op één daarvan "
          + "eindigen.",
        en: "A template is an .xlsx, an .ods or a .csv file; let the name after --output end in one of these.")
    ) { try file(at: path) }
  }

  @Test func `is of a source of the monitor`() throws {
    #expect(
      throws: MonitoringError.data(
        nl: "De bron 'centrun' staat niet in sources.yaml; bedoelt u 'centrum'?",
        en: "The source 'centrun' is not in sources.yaml; did you mean 'centrum'?")
    ) { try file("centrun", period: 1900, at: "t.ods") }
  }

  @Test func `of counts is about the last year, and has what was received before it`() throws {
    let empty = try lines(period: nil, afterReceiving: false)
    #expect(empty.contains("Contacten naar soort;2023;soort;seks;;;;;;;"))
    #expect(try lines(period: 2024, afterReceiving: false) == empty)
    let file = try monitor.send(
      "c.csv", Array(SmallCounts.lines[0...4]) + ["Deze levering is volledig;2023;;;;;;;ja;;"])
    _ = try monitor.receiving().receive(file, from: try monitor.opened.source(named: "centrum"), period: 2023)
    let filled = try lines(period: nil, afterReceiving: true)
    #expect(filled.contains("Contacten naar soort;2023;soort;seks;;;;;;30;"))
    #expect(try lines(period: 2023, afterReceiving: true).contains("Contacten naar soort;2023;soort;seks;;;;;;;"))
  }

  @Test func `of records has the headers alone as text, and is a workbook otherwise`() throws {
    let small = try MonitorOnDisk(SmallMonitor.files)
    let opened = try small.opened
    let text = small.beside("t.csv").path
    try TemplateFile(for: "zorg", in: opened, period: nil, at: text).write(after: nil, in: .nl)
    #expect(
      try Data(contentsOf: URL(filePath: text))
        == Data("\u{FEFF}nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking\r\n".utf8))
    let book = small.beside("T.XLSX").path
    try TemplateFile(for: "zorg", in: opened, period: nil, at: book).write(after: nil, in: .nl)
    #expect(try Data(contentsOf: URL(filePath: book)).prefix(2) == Data("PK".utf8))
  }

  @Test func `says the same in every format`() throws {
    for (files, source) in [(SmallMonitor.files, "zorg"), (SmallCounts.files, "centrum")] {
      let monitor = try MonitorOnDisk(files)
      let opened = try monitor.opened
      let rows = try ["t.xlsx", "t.ods"].map { name -> [[[String]]] in
        let path = monitor.beside(name).path
        try TemplateFile(for: source, in: opened, period: nil, at: path).write(after: nil, in: .nl)
        let book = try SheetSource(contentsOf: path)
        return try ["Gegevens", "Toelichting"].map { sheet in
          let place = try #require(book.sheets.firstIndex { $0.name == sheet })
          return try book.sheet(at: place).rows.map { $0.map(\.text) }
        }
      }
      #expect(rows[0] == rows[1])
    }
  }

  @Test func `that cannot be written is said to be so`() throws {
    #expect(
      throws: MonitoringError.data(
        nl: "/sys/t.csv kan niet worden geschreven. Kies een andere plaats met --output.",
        en: "/sys/t.csv cannot be written. Choose another place with --output.")
    ) { try file(at: "/sys/t.csv").write(after: nil, in: .nl) }
    #expect(throws: SheetError.self) { try file(at: "/sys/t.xlsx").write(after: nil, in: .nl) }
  }
}
