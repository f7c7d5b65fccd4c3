import Invented
import Testing

@testable import Deliveries
@testable import Model
@testable import Sheets

/// Files that went wrong without a word, or with one that nobody could use, each with what is right.
@Suite struct TextFileCaseTests {
  private static let header = FileMonitor.header
  private static let good = FileMonitor.good

  private static func row(_ number: Int, _ remark: String = "") -> String {
    "P\(number);2018;arbeid;20;500;1,5;2018-05-01;elders;\(remark)"
  }

  // MARK: Quotes

  @Test func `a quote that is not closed and takes rows in is said with how many`() throws {
    let file = try FileMonitor.read(
      Self.header, Self.row(1, "\"zie dossier"), Self.row(2), Self.row(3), Self.row(4), Self.row(5, "nog navragen\""),
      Self.row(6), Self.row(7), Self.row(8))
    #expect(file.told == ["quoted-rows 2"])
    #expect(file.report.findings[0].message.en == "4 other rows stand within the quotation marks of this row.")
    #expect((file.report.rowsTaken, file.report.rowsSetAside) == (3, 1))
    #expect(!file.report.isComplete)
  }

  @Test func `a quote in the middle of a row takes in up to the same column of a later row`() throws {
    let start = "P1;2018;arbeid;20;500;1,5;2018-05-01;\"elders;"
    let end = "P3;2018;arbeid;20;500;1,5;2018-05-01;\"elders\";"
    let file = try FileMonitor.read(Self.header, start, Self.row(2), end, Self.row(4))
    #expect(file.told == ["quoted-rows 2"])
    #expect(file.report.findings[0].message.nl == "binnen de aanhalingstekens van deze rij staan nog 2 rijen.")
  }

  @Test func `a text of several lines is one cell, delimiters and all`() throws {
    let file = try FileMonitor.read(
      Self.header, Self.row(1, "\"eerst; dan\nook dit; en dat;\n\nslot\""), Self.row(2, "\"een \"\"woord\"\"\n\""))
    #expect(file.told == [])
    #expect(file.report.rowsTaken == 2)
  }

  @Test func `a quote that is closed nowhere is named with its line`() throws {
    let file = try FileMonitor.read(Self.header, Self.row(1), Self.row(2, "\"zie"), Self.row(3))
    #expect(file.told == ["unreadable-file"])
    #expect(file.report.findings[0].message.nl.contains("op regel 3 opent"))
  }

  @Test(arguments: [";", ","])
  func `whole lines between quotation marks are named`(_ delimiter: String) throws {
    let lines = [Self.header, Self.good].map { "\"" + $0.replacing(";", with: delimiter) + "\"" }
    let file = try FileMonitor.read(Array(lines.joined(separator: "\n").utf8))
    #expect(file.told == ["no-header 1"])
    #expect(
      file.report.findings[0].message.en
        == "whole lines stand between quotation marks, so that every row is one cell.")
  }

  // MARK: Heads

  @Test(
    arguments: [
      (["Levering zorg 2018;;;"], 2), (["Levering zorg 2018", "", "Vertrouwelijk;x"], 4), (["a;b;c", "d;e;f"], 3),
      (["# opmerking", "Titel"], 3),
    ] as [([String], Int)])
  func `column names further down are named with their row`(_ above: [String], _ row: Int) throws {
    let file = try FileMonitor.read(Array((above + [Self.header, Self.good]).joined(separator: "\n").utf8))
    #expect(file.told == ["no-header \(row)"])
    #expect(
      file.report.findings[0].message.nl == "de kolomnamen staan in rij \(row) en niet in de eerste rij.")
  }

  @Test func `without column names anywhere the first row is named`() throws {
    let file = try FileMonitor.read(Array(("a;b\n" + String(repeating: "1;2\n", count: 80)).utf8))
    #expect(file.told == ["no-header 1"])
  }

  @Test(arguments: ["#", "# ", "#nr", "# volgnummer"])
  func `a first column whose name begins with a hash is a column`(_ name: String) throws {
    let file = try FileMonitor.read(name + ";" + Self.header, "1;" + Self.good)
    #expect(file.told == ["unknown-header 1 A"])
    #expect(file.report.rowsTaken == 1)
  }

  @Test(
    arguments: [
      "sep=;", "SEP=;", "Sep=;", "\"sep=;\"", "sep=;;;;;;;;;", "\"SEP=;\";;;;", "\u{FEFF}sep=;",
      "\u{FEFF}\u{FEFF}sep=;",
    ])
  func `a line that names the delimiter is no row`(_ line: String) throws {
    let file = try FileMonitor.read(line, Self.header, Self.good)
    #expect(file.told == [])
    #expect(file.report.rowsTaken == 1)
  }

  @Test func `a column that was renamed is said to resemble one that is missing`() throws {
    let header = Self.header.replacing("leeftijd", with: "leeftijd slachtoffer").replacing("plaats", with: "stad")
    let file = try FileMonitor.read(header, "P1;2018;arbeid;20;500;1,5;2018-05-01;elders;")
    #expect(
      file.told == [
        "absent-column plaats", "unknown-header 1 D", "unknown-header 1 H", "renamed-column 1 leeftijd",
      ])
    #expect(
      file.report.findings.last?.message.en
        == "this column is absent and its name resembles that of column D, which was not read.")
  }

  // MARK: Signs

  @Test(
    arguments: [
      ("cli\u{EB}nt thuis", false), ("clie\u{308}nt thuis", false), ("cli\u{EB}nt\u{A0}thuis", false),
      ("cli\u{EB}nt  thuis", false), ("cli\u{EB}nt thuis\u{200B}", true), ("cli\u{AD}\u{EB}nt thuis", true),
      ("\u{FEFF}cli\u{EB}nt thuis", true), ("\"cli\u{EB}nt\nthuis\"", false), ("CLIE\u{308}NT\tTHUIS", false),
    ] as [(String, Bool)])
  func `a word is what is seen of it`(_ word: String, _ isSaid: Bool) throws {
    let line = "P1;2018;arbeid;20;500;1,5;2018-05-01;\(word);"
    let file = try FileMonitor.read(Self.header, line, line.replacing("P1", with: "P2"))
    #expect(file.told == (isSaid ? ["hidden-signs 2 plaats", "hidden-signs 3 plaats"] : []))
    #expect(file.place == 0)
    #expect(file.report.rowsTaken == 2)
  }

  @Test(
    arguments: ["P\u{2011}1", "\u{FEFF}P-1", "P-\u{200D}1", " P-1 ", "P-1\u{A0}", "P\u{AD}-1"])
  func `a key is what is seen of it`(_ key: String) throws {
    let file = try FileMonitor.read(Self.header, Self.good.replacing("P1", with: key))
    #expect(file.keys == ["P-1"])
  }

  @Test func `two marks at the start and one in the middle`() throws {
    let file = try FileMonitor.read(
      "\u{FEFF}\u{FEFF}\"nummer\"" + Self.header.dropFirst(6), "\u{FEFF}" + Self.good)
    #expect(file.told == ["hidden-signs 2 nummer"])
    #expect(file.keys == ["P1"])
  }

  // MARK: Numbers and days

  @Test(
    arguments: [
      ("1.000", nil, "number-ambiguous 2 bedrag"), ("1,000", nil, "number-ambiguous 2 bedrag"),
      ("1.234", 1_234, "thousands-mark 2 bedrag"), ("1.000,00", 1_000, "thousands-mark 2 bedrag"),
      ("1,000.00", 1_000, "thousands-mark 2 bedrag"), ("1\u{A0}000", 1_000, "thousands-mark 2 bedrag"),
      ("1\u{202F}000", 1_000, "thousands-mark 2 bedrag"), ("1'000", 1_000, "thousands-mark 2 bedrag"),
      ("1E3", 1_000, "thousands-mark 2 bedrag"), ("1,2E+05", nil, "number-ambiguous 2 bedrag"),
      ("500,00", 500, nil), ("50%", nil, "number-format 2 bedrag"),
    ] as [(String, Int32?, String?)])
  func `a number is read, read with a word, or asked`(_ text: String, _ amount: Int32?, _ told: String?) throws {
    let file = try FileMonitor.read(Self.header, Self.good.replacing(";500;", with: ";\(text);"), Self.row(2))
    #expect(file.told == [told].compactMap { $0 })
    #expect(amount == nil ? file.report.rowsSetAside == 1 : file.number("amount") == amount)
  }

  @Test(
    arguments: [
      ("2018-05-01T14:30:00.000+02:00", true), ("2018-05-01 14:30", true), ("01-05-2018 14:30:00", true),
      ("2018-05-01T00:00:00", false), ("2018-5-1", false), ("1-5-2018", false),
    ] as [(String, Bool)])
  func `a day may have a time behind it, which is left out`(_ text: String, _ isSaid: Bool) throws {
    let file = try FileMonitor.read(Self.header, Self.good.replacing("2018-05-01", with: text))
    #expect(file.told == (isSaid ? ["time-left-out 2 datum"] : []))
    #expect(file.day == "2018-05-01")
  }

  @Test func `when every row is set aside the reason is told, not that the year is unknown`() throws {
    let none = try FileMonitor.read(Self.header, Self.good.replacing("arbeid", with: "xx"), "P3;18;;;;;;;")
    #expect(none.told == ["nothing-taken", "unknown-answer 2 vorm", "year-format 3 jaar"])
    #expect(none.report.findings[0].message.nl == "geen van de 2 rijen kan worden ingelezen.")
    #expect(!none.report.isUsable)
  }

  @Test func `a category that was gone by the year of the row is said`() throws {
    let file = try FileMonitor.read(Self.header, Self.good.replacing("cliënt thuis", with: "Oudstad"))
    #expect(file.told == ["category-of-other-year 2 plaats"])
    #expect(file.report.findings[0].message.en == "`Old town` holds up to 2017 and not in 2018.")
    #expect(file.report.rowsTaken == 1)
  }

  @Test func `a member of a set that was gone by the year of the row is said`() throws {
    let lines = [
      "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking", "P1;2018;sexual+labour;20;NL;given;;",
    ]
    let gone = SmallMonitor.broken("codebook.yaml", "nl: Arbeid, en: Labour", "nl: Arbeid, en: Labour, valid-to: 2017")
    for (monitor, told) in [
      (gone.monitor, ["category-of-other-year 2 vorm"]),
      (SmallMonitor.broken("codebook.yaml", "Arbeid", "Arbeid").monitor, []),
    ] {
      let monitor = try #require(monitor)
      let reader = DeliveryReader(monitor: monitor, source: monitor.sources[0])
      let folder = try TemporaryFolder()
      let path = try folder.file("a.csv", Array((lines.joined(separator: "\n") + "\n").utf8))
      let report = try reader.validate(contentsOf: path) { _ in }
      #expect(report.findings.map { "\($0.rule) \($0.place.row ?? 0) \($0.place.column ?? "")" } == told)
      #expect(report.rowsTaken == 1)
    }
  }
}
