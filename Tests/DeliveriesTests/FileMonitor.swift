import Invented
import MonitorFolder
import Testing

@testable import Deliveries
@testable import Model
@testable import Sheets

/// A monitor whose one source has a column of every kind, for files of every make.
enum FileMonitor {
  static let headers = ["nummer", "jaar", "vorm", "leeftijd", "bedrag", "gewicht", "datum", "plaats", "opmerking"]
  static let header = headers.joined(separator: ";")
  static let good = "P1;2018;arbeid;20;500;1,5;2018-05-01;cliënt thuis;"

  static let monitor: Monitor = {
    var files = SmallMonitor.files
    files["codebook.yaml"] = files["codebook.yaml", default: ""].replacing(
      "  - variable: country",
      with: """
          - { variable: amount, kind: number, unit: { nl: euro, en: euro }, minimum: 0, maximum: 1000000, label: { nl: bedrag, en: amount } }
          - { variable: weight, kind: number, unit: { nl: kg, en: kg }, decimals: 1, minimum: 0, maximum: 1000000, label: { nl: gewicht, en: weight } }
          - { variable: reported, kind: date, label: { nl: datum, en: date } }
          - variable: place
            kind: category
            label: { nl: plaats, en: place }
            categories:
              - { code: client, nl: Cliënt thuis, en: At home }
              - { code: other, nl: Elders, en: Elsewhere }
              - { code: old, nl: Oudstad, en: Old town, valid-to: 2017 }
              - { code: "yes", nl: "ja", en: "yes" }
          - variable: country
        """)
    files["sources.yaml"] = """
      grounds:
        - ground: task
          label: { nl: Taak, en: Task }
          article: Wet
          lane: identified
      sources:
        - source: zorg
          label: { nl: Zorg, en: Care }
          group: care
          lane: identified
          grounds: [task]
          definition: { nl: Iedereen., en: Everyone. }
          columns:
            - { header: nummer, person: true, required: true, explanation: { nl: N., en: N. } }
            - { header: jaar, year: true, required: true, explanation: { nl: J., en: J. } }
            - { header: vorm, variable: form, values: { arbeid: labour, seksueel: sexual }, explanation: { nl: V., en: V. } }
            - { header: leeftijd, variable: age, explanation: { nl: L., en: L. } }
            - { header: bedrag, variable: amount, explanation: { nl: B., en: B. } }
            - { header: gewicht, variable: weight, explanation: { nl: G., en: G. } }
            - { header: datum, variable: reported, explanation: { nl: D., en: D. } }
            - { header: plaats, variable: place, values: { cliënt thuis: client, elders: other, waar: "yes" }, explanation: { nl: P., en: P. } }
            - { header: opmerking, ignored: true, explanation: { nl: O., en: O. } }
      """
    let (monitor, findings) = FolderReading.load(files: files)
    guard let monitor else {
      Issue.record("the folder has mistakes: \(findings.map { $0.sentence(in: .en) })")
      return SmallMonitor.broken("monitor.yaml", "x", "x").monitor ?? fallback
    }
    return monitor
  }()

  private static var fallback: Monitor { preconditionFailure("the small monitor has mistakes") }

  struct Reading {
    var report: DeliveryReport
    var keys: [String] = []
    var batch: DeliveryBatch?

    /// Rule, row and column of each finding: `other-year 3 jaar`.
    var told: [String] {
      report.findings.map { finding in
        [finding.rule, finding.place.row.map { String($0) }, finding.place.column].compactMap { $0 }.joined(
          separator: " ")
      }
    }

    /// What the first record holds of a number, in the scale of its variable; nil when it is missing.
    func number(_ variable: String) -> Int32? { batch?.columns[variable]?.packedValue(at: 0).number.number }
    var day: String? { number("reported").map { CalendarDay(daysSince1970: $0).iso } }
    var place: Int? { batch?.columns["place"]?.packedValue(at: 0).code.category }
  }

  static func read(_ bytes: [UInt8], name: String = "a.csv") throws -> Reading {
    var batch: DeliveryBatch?
    var keys: [String] = []
    let reader = DeliveryReader(monitor: monitor, source: monitor.sources[0])
    let report = try reader.validate(bytes: bytes, fileName: name) { part in
      batch = batch ?? part
      keys += (0..<part.personKeys.count).map {
        part.personKeys.withText(at: $0) { String(decoding: $0, as: UTF8.self) }
      }
    }
    try KeptReading.expectSame(reader, bytes, name)
    return Reading(report: report, keys: keys, batch: batch)
  }

  static func read(_ lines: String...) throws -> Reading {
    try read(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  // MARK: Workbooks

  /// A cell of a workbook with text in it.
  static func text(_ text: String) -> String {
    "<c t='inlineStr'><is><t xml:space='preserve'>\(text.replacing("<", with: "&lt;"))</t></is></c>"
  }

  /// The good row, with some cells replaced by others.
  static func cells(_ changes: [String: String] = [:]) -> String {
    let good = [
      text("P1"), "<c><v>2018</v></c>", text("arbeid"), "<c><v>20</v></c>", "<c><v>500</v></c>", "<c><v>1.5</v></c>",
      "<c s='1'><v>43221</v></c>", text("cliënt thuis"), "<c/>",
    ]
    return "<row>" + zip(headers, good).map { changes[$0] ?? $1 }.joined() + "</row>"
  }

  static var headerRow: String { "<row>" + headers.map(text).joined() + "</row>" }

  /// A workbook of these rows; style 1 is a day, and `formats` are styles 2 and up.
  static func book(_ rows: String, formats: [String] = [], properties: String = "", extras: String = "") -> ZipBuilder {
    let codes = ["dd-mm-yyyy"] + formats
    return workbook(
      rows: rows,
      numberFormats: codes.enumerated().map { "<numFmt numFmtId='\(164 + $0)' formatCode='\($1)'/>" }.joined(),
      cellFormats: "<xf numFmtId='0'/>" + codes.indices.map { "<xf numFmtId='\(164 + $0)'/>" }.joined(),
      properties: properties, extras: extras)
  }

  static func book(_ changes: [String: String], formats: [String] = []) -> [UInt8] {
    book(headerRow + cells(changes), formats: formats).bytes
  }

  /// A workbook of several sheets: name, state and rows of each.
  static func book(sheets: [(name: String, state: String, rows: String)]) -> [UInt8] {
    var builder = book("")
    builder.entries.removeAll { ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"].contains($0.name) }
    let main = WorkbookNamespace.transitional
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(sheet.state)' r:id='rId\(index)'/>"
    }
    let relations = sheets.indices.map {
      "<Relationship Id='rId\($0)' Type='http://x/worksheet' Target='worksheets/s\($0).xml'/>"
    }
    let parts =
      [
        (
          "xl/workbook.xml",
          "<workbook xmlns='\(main)' xmlns:r='\(WorkbookNamespace.relations)'><sheets>\(list.joined())</sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='\(WorkbookNamespace.package)'>\(relations.joined())"
            + "<Relationship Id='rId90' Type='http://x/styles' Target='styles.xml'/></Relationships>"
        ),
      ]
      + sheets.enumerated().map { index, sheet in
        (
          "xl/worksheets/s\(index).xml",
          "<worksheet xmlns='\(main)'><sheetData>\(sheet.rows)</sheetData></worksheet>"
        )
      }
    builder.entries += ZipBuilder(parts).entries
    return builder.bytes
  }
}
