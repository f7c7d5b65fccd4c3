/// A delivered file that is odd in one way, with the verdict that every command has to give.
package struct OddDelivery: Sendable, CustomStringConvertible {
  package enum Kind: Sendable { case records, counts }

  package var description: String
  package var kind: Kind
  /// How the file is called.
  package var fileName: String
  package var bytes: [UInt8]
  /// The year asked for on the command line.
  package var period: Int?
  /// Whether the file lies in the deliveries folder of the monitor.
  package var isInFolder: Bool
  package var verdict: Verdict

  package struct Verdict: Equatable, Sendable {
    package var isUsable: Bool
    package var year: Int?
    package var taken: Int
    package var setAside: Int
    /// The rules of the findings, in the order in which they are told.
    package var rules: [String]

    package init(isUsable: Bool, year: Int?, taken: Int, setAside: Int, rules: [String]) {
      (self.isUsable, self.year, self.taken, self.setAside) = (isUsable, year, taken, setAside)
      self.rules = rules
    }
  }

  private init(
    _ name: String, _ kind: Kind, _ bytes: [UInt8], as fileName: String, period: Int?, isInFolder: Bool,
    _ verdict: Verdict
  ) {
    (description, self.kind, self.bytes, self.fileName) = (name, kind, bytes, fileName)
    (self.period, self.isInFolder, self.verdict) = (period, isInFolder, verdict)
  }

  package var files: [String: String] { kind == .counts ? SmallCounts.files : SmallMonitor.files }
  package var source: String { kind == .counts ? "centrum" : "zorg" }
}

extension OddDelivery {
  package static let all = counts + records

  private static func taken(_ year: Int, _ rows: Int, aside: Int = 0, _ rules: String...) -> Verdict {
    Verdict(isUsable: true, year: year, taken: rows, setAside: aside, rules: rules)
  }

  private static func refused(_ rules: String..., year: Int? = nil, taken: Int = 0, aside: Int = 0) -> Verdict {
    Verdict(isUsable: false, year: year, taken: taken, setAside: aside, rules: rules)
  }

  private static func text(_ lines: [String], delimiter: String = ";") -> [UInt8] {
    Array((lines.joined(separator: "\r\n") + "\r\n").replacing(";", with: delimiter).utf8)
  }

  // MARK: Counts

  private static func counts(
    _ name: String, _ lines: [String], as fileName: String = "levering.csv", period: Int? = nil,
    isInFolder: Bool = false, _ verdict: Verdict
  ) -> OddDelivery {
    OddDelivery(name, .counts, text(lines), as: fileName, period: period, isInFolder: isInFolder, verdict)
  }

  private static let unclosed = SmallCounts.changed(16, nil)
  private static func closing(_ year: Int, _ answer: String) -> [String] {
    SmallCounts.changed(16, "Deze levering is volledig;\(year);;;;;;;\(answer);;")
  }

  private static let counts: [OddDelivery] = [
    counts("counts without a mistake", SmallCounts.lines, taken(2024, 14)),
    counts("counts without their closing row", unclosed, refused("no-period")),
    counts(
      "counts without their closing row, with a year in the name", unclosed, as: "centrum-2024.csv",
      refused("no-period")),
    counts(
      "counts without their closing row, in the deliveries folder", unclosed, as: "centrum-2024.csv", isInFolder: true,
      taken(2024, 14, "not-declared")),
    counts(
      "counts without their closing row, in the deliveries folder under a name of its own", unclosed, as: "2024.csv",
      isInFolder: true, refused("no-period")),
    counts(
      "counts without their closing row, with the year asked for", unclosed, period: 2024,
      taken(2024, 14, "not-declared")),
    counts("counts that are not complete, they say", closing(2024, "nee"), taken(2024, 14, "not-declared")),
    counts("counts about another year than asked for", SmallCounts.lines, period: 2023, refused("other-period")),
    counts(
      "counts about another year than their name in the folder", SmallCounts.lines, as: "centrum-2023.csv",
      isInFolder: true, refused("other-period")),
    counts("counts about a year outside the monitor", closing(2025, "ja"), refused("other-period")),
    counts(
      "counts of which half is about a later year", closing(2023, "ja"),
      taken(
        2023, 4, aside: 10, "year-not-asked", "year-not-asked", "year-not-asked", "year-not-asked", "year-not-asked",
        "year-not-asked", "year-not-asked", "year-not-asked", "year-not-asked", "year-not-asked")),
    counts(
      "counts with a bound for a small number",
      SmallCounts.changed(2, "Contacten naar soort;2023;soort;seks;;;;;<5;;"),
      taken(2024, 13, aside: 1, "count-suppressed")),
    counts(
      "counts with a row twice", SmallCounts.lines + [SmallCounts.lines[1]],
      taken(2024, 14, aside: 1, "repeated-count")),
    counts(
      "counts of a table that is not asked for", SmallCounts.lines + ["Contacten naar wens;2024;;;;;;;3;;"],
      taken(2024, 14, aside: 1, "unknown-table")),
    counts("counts of which only the header is left", [SmallCounts.header], refused("no-period")),
    counts(
      "counts with nothing filled in", [SmallCounts.header, "Deze levering is volledig;2024;;;;;;;ja;;"],
      refused(
        "count-missing", "count-missing", "count-missing", "count-missing", "count-missing", "nothing-filled-in",
        year: 2024)),
    OddDelivery(
      "counts with commas and a byte order mark", .counts,
      [0xEF, 0xBB, 0xBF] + text(SmallCounts.changed(15, "Aandeel minderjarig;2024;;;;;;;12;;"), delimiter: ","),
      as: "levering.csv", period: nil, isInFolder: false, taken(2024, 14)),
  ]

  // MARK: Records

  private static func records(
    _ name: String, _ rows: [String], as fileName: String = "levering.csv", period: Int? = nil,
    isInFolder: Bool = false, _ verdict: Verdict
  ) -> OddDelivery {
    OddDelivery(name, .records, text([header] + rows), as: fileName, period: period, isInFolder: isInFolder, verdict)
  }

  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
  private static func row(_ person: String, _ year: Int, form: String = "sexual") -> String {
    "\(person);\(year);\(form);20;NL;given;;"
  }
  private static let two = [row("P1", 2018), row("P2", 2018)]

  private static let records: [OddDelivery] = [
    records("records without a mistake", two, taken(2018, 2)),
    records("records with another year in the name", two, as: "zorg-2019.csv", taken(2018, 2)),
    records(
      "records of another year than their name in the folder", two, as: "zorg-2019.csv", isInFolder: true,
      taken(2019, 0, aside: 2, "other-year", "other-year")),
    records("records of two years", [row("P1", 2018), row("P2", 2019)], refused("several-years", taken: 2)),
    records(
      "records of two years, one of them asked for", [row("P1", 2018), row("P2", 2019)], period: 2019,
      taken(2019, 1, aside: 1, "other-year")),
    records("a header without records", [], refused("no-records", "no-period")),
    records("a header without records, with the year asked for", [], period: 2019, taken(2019, 0, "no-records")),
    records("a record twice", [two[0], two[0]], taken(2018, 2, "duplicate-row")),
    records(
      "a record with a word one letter off", [two[0], row("P2", 2018, form: "sexuel")],
      taken(2018, 1, aside: 1, "unknown-answer")),
    OddDelivery(
      "an empty file", .records, [], as: "zorg-2018.csv", period: nil, isInFolder: false, refused("unreadable-file")),
    OddDelivery(
      "a file cut short", .records, Array(workbookOfTwoSheets.dropLast(30)), as: "levering.xlsx", period: nil,
      isInFolder: false, refused("unreadable-file")),
    OddDelivery(
      "records with commas and a byte order mark", .records,
      [0xEF, 0xBB, 0xBF] + text([header] + two, delimiter: ","), as: "levering.csv", period: nil, isInFolder: false,
      taken(2018, 2)),
    OddDelivery(
      "records on the second sheet of a workbook", .records, workbookOfTwoSheets, as: "levering.xlsx", period: nil,
      isInFolder: false, taken(2018, 2)),
  ]

  /// A sheet of remarks, and behind it the two good records.
  private static let workbookOfTwoSheets: [UInt8] = {
    let rows = ([header] + two).map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }
        .joined()
    }
    var book = workbook(rows: "<row><c t='inlineStr'><is><t>Let op</t></is></c></row>")
    let changes = [
      ("xl/workbook.xml", "</sheets>", "<sheet name='Blad2' sheetId='2' r:id='rId70'/></sheets>"),
      (
        "xl/_rels/workbook.xml.rels", "</Relationships>",
        "<Relationship Id='rId70' Type='http://x/worksheet' Target='/xl/worksheets/twee.xml'/></Relationships>"
      ),
    ]
    for (name, old, new) in changes {
      guard let index = book.entries.firstIndex(where: { $0.name == name }) else { continue }
      book.entries[index].bytes = Array(
        String(decoding: book.entries[index].bytes, as: UTF8.self).replacing(old, with: new).utf8)
    }
    let sheet =
      "<worksheet xmlns='\(WorkbookNamespace.transitional)'><sheetData>" + rows.map { "<row>\($0)</row>" }.joined()
      + "</sheetData></worksheet>"
    book.entries.append(ZipBuilder.Entry(name: "xl/worksheets/twee.xml", bytes: Array(sheet.utf8)))
    return book.bytes
  }()
}
