@testable import Sheets
import Foundation
@testable import Model
import Testing

@testable import Deliveries

@Suite struct FindingsExportTests {
  private func temporaryPath(_ suffix: String) -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("zicht-\(UUID().uuidString)\(suffix)").path
  }

  private static let lines = [
    "# Proef, met een opmerking", SmallDelivery.header, "P1;2018;arbeid;16;NL;given;;", "",
    "P2;20188;arbied;212;NL;given;;", "P3;2018;;16;;;Jansen;",
  ]

  @Test func `findings become a table for people and programs`() throws {
    let outcome = try SmallDelivery.read(text: Self.lines.joined(separator: "\n"))
    let path = temporaryPath(".csv")
    defer { unlink(path) }
    try FindingsFile.write(outcome.report.findings, to: path, language: .nl)
    let written = try [UInt8](Data(contentsOf: URL(filePath: path)))
    #expect(written == FindingsFile.csv(outcome.report.findings, language: .nl))
    let lines = String(decoding: written.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "bestand;rij;kolom;regel;ernst;bevinding;wat te doen")
    #expect(
      lines[2]
        == "zorg.csv;5;jaar;year-format;apart gehouden;\"hier staan vijf cijfers; een jaartal heeft er vier.\";"
        + "Verbeter de cel. Deze rij is niet ingelezen.")
    #expect(lines.count == 1 + outcome.report.findings.count)
    #expect(!lines.joined().contains("Jansen"))
  }

  @Test func `the marked copy has the same rows and a remark on each wrong cell`() throws {
    let delivered = temporaryPath(".csv")
    let copy = temporaryPath(".xlsx")
    defer {
      unlink(delivered)
      unlink(copy)
    }
    try Data(Self.lines.joined(separator: "\n").utf8).write(to: URL(filePath: delivered))
    let reader = DeliveryReader(monitor: SmallDelivery.monitor, source: SmallDelivery.monitor.sources[0])
    let report = try reader.validate(contentsOf: delivered)
    try MarkedSheet.write(report, markedIn: delivered, to: copy, language: .nl)
    let file = try SheetSource(contentsOf: copy)
    #expect(file.sheets.map(\.name) == ["Gegevens", "Bevindingen"])
    let data = try file.sheet(at: 0)
    #expect(data.rows.map { $0[0].place.row } == [1, 2, 3, 5, 6])
    #expect(data.rows[3].map(\.text).prefix(4) == ["P2", "20188", "arbied", "212"])
    #expect(try file.sheet(at: 1).rows.count == 1 + report.findings.count)
    let comments = try Self.part("xl/comments1.xml", of: copy)
    #expect(comments.contains("hier staan vijf cijfers; een jaartal heeft er vier."))
    #expect(comments.contains("ref=\"B5\""))
    #expect(comments.contains("ref=\"G6\""))
    // A copy that is delivered again gives the same findings.
    let again = try reader.validate(contentsOf: copy)
    #expect(again.findings.map(\.rule) == report.findings.map(\.rule))
    #expect(again.findings.map(\.place.row) == report.findings.map(\.place.row))
  }

  private static func part(_ name: String, of path: String) throws -> String {
    let archive = try ZipArchive(ByteSource(path: path), limits: SheetLimits())
    return String(decoding: try archive.bytes(of: name, limit: 1 << 20), as: UTF8.self)
  }
}
