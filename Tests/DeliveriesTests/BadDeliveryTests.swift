@testable import Sheets
import Invented
import Foundation
@testable import Model
import Testing

@testable import Deliveries

/// Files that people really send: each gets one clear sentence, and nothing personal is repeated.
@Suite struct BadDeliveryTests {
  private func sentences(ofFile path: String) throws -> [String] {
    let reader = DeliveryReader(monitor: SmallDelivery.monitor, source: SmallDelivery.monitor.sources[0])
    let report = try reader.validate(contentsOf: path)
    #expect(report.isUsable == !report.findings.contains { $0.severity == .fatal })
    return report.findings.map { $0.sentence(in: .nl) }
  }

  private func sentences(_ bytes: [UInt8], name: String = "a.csv") throws -> [String] {
    try SmallDelivery.read(bytes: bytes, name: name).sentences
  }

  // MARK: The file

  @Test func `a file that is not there, a folder and a file without permission`() throws {
    let folder = try TemporaryFolder()
    #expect(
      try sentences(ofFile: folder.path + "/weg.csv")
        == ["weg.csv: dit bestand bestaat niet. Controleer de naam en de map."])
    let name = try #require(folder.path.split(separator: "/").last)
    #expect(
      try sentences(ofFile: folder.path) == ["\(name): dit is een map en geen bestand. Noem het bestand zelf."])
    let closed = try folder.file("dicht.csv", Array("a;b\n".utf8))
    chmod(closed, 0)
    if geteuid() != 0 {
      #expect(
        try sentences(ofFile: closed)
          == ["dicht.csv: u mag dit bestand niet openen. Vraag de beheerder om leesrechten."])
    }
  }

  @Test func `an empty file`() throws {
    let sentence = "a.csv: het bestand is leeg. Lever een bestand met een kopregel en gegevens."
    #expect(try sentences([]) == [sentence])
    #expect(try sentences(Array("\r\n\r\n".utf8)) == [sentence])
  }

  @Test func `a line of two gigabytes`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("lang.csv", Array((SmallDelivery.header + "\n").utf8))
    #expect(truncate(path, 2 << 30) == 0)
    let found = try sentences(ofFile: path)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("lang.csv: op regel 2 staat een teken dat in tekst niet voorkomt (een nulbyte). "))
    let text = try sentences(Array((SmallDelivery.header + "\n").utf8) + [UInt8](repeating: 0x61, count: 3 << 20))
    #expect(text.count == 1)
    #expect(text[0].hasPrefix("a.csv: de rij die op regel 2 begint is langer dan "))
  }

  @Test func `a truncated workbook and a zip bomb`() throws {
    let whole = workbook(rows: "<row r='1'><c r='A1'><v>1</v></c></row>").bytes
    #expect(
      try sentences(Array(whole.dropLast(30)), name: "a.xlsx")
        == ["a.xlsx: de werkmap is afgebroken: het einde ontbreekt. Kopieer of verstuur het bestand opnieuw."])
    let bomb = try sentences(fixture("bomb.xlsx"), name: "bom.xlsx")
    #expect(bomb.count == 1)
    #expect(bomb[0].hasPrefix("bom.xlsx: de werkmap is uitgepakt meer dan 400 keer zo groot; "))
  }

  @Test func `a file in another encoding is read and that is said`() throws {
    let rows = SmallDelivery.header + "\r\nP1;2018;arbeid;16;NL;given;;caf"
    let found = try sentences(Array(rows.utf8) + [0xE9, 0x0D, 0x0A])
    #expect(
      found == [
        "a.csv: dit bestand is gelezen als Windows-1252. "
          + "Kijk of letters met accenten goed zijn en sla het bestand liefst op als UTF-8."
      ])
  }

  @Test func `a quote that is never closed`() throws {
    let found = try sentences(Array((SmallDelivery.header + "\nP1;2018;\"arbeid;16;NL;given;;\nP2;2018;;;;;;\n").utf8))
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("a.csv: het aanhalingsteken dat op regel 2 opent, wordt nergens gesloten. "))
  }

  // MARK: The header

  @Test func `a header twice`() throws {
    let text = SmallDelivery.header.replacing("land", with: "jaar") + "\nP1;2018;;;2018;;;\n"
    #expect(
      try sentences(Array(text.utf8)) == [
        "a.csv, kolom land: deze kolom ontbreekt; alle waarden tellen als niet geleverd. "
          + "Voeg de kolom toe als u de gegevens hebt.",
        "a.csv, rij 1, kolom jaar: deze kolom staat er twee keer, ook in kolom B. Haal een van beide kolommen weg.",
      ])
  }

  @Test func `a required header that is missing and one that is misspelt`() throws {
    #expect(
      try sentences(Array("numer;vorm;leeftijd;land;toestemming\nP1;arbeid;16;NL;given\n".utf8)) == [
        "a.csv, rij 1: deze verplichte kolommen ontbreken: nummer, jaar. Voeg de kolommen toe met precies deze namen.",
        "a.csv, rij 1, kolom A: deze kolom staat niet in het sjabloon en is niet gelezen; bedoelt u `nummer`? "
          + "Verbeter de kolomnaam of haal de kolom weg.",
      ])
  }

  @Test func `a file without a header repeats nothing of its first row`() throws {
    let found = try sentences(Array("Jansen;Piet;1990\nPietersen;Jan;1991\n".utf8))
    #expect(
      found == [
        "a.csv, rij 1: in de eerste rij staat geen enkele kolomnaam van het sjabloon. "
          + "Zet de kolomnamen van het sjabloon in de eerste rij."
      ])
  }

  @Test func `a row with a cell too many`() throws {
    let text = SmallDelivery.header + "\nP1;2018;;16;;given;;;rest\n"
    #expect(
      try sentences(Array(text.utf8)) == [
        "a.csv, rij 2: deze rij heeft meer cellen dan er kolomnamen zijn. "
          + "Kijk of er een scheidingsteken te veel in de rij staat."
      ])
  }

  // MARK: Workbooks

  private static func text(_ place: String, _ text: String) -> String {
    "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
  }

  private static let headerRow: String = {
    let names = SmallDelivery.header.split(separator: ";")
    return "<row r='1'>"
      + names.enumerated().map { text("\(CellReference.letters(ofColumn: $0.offset + 1))1", String($0.element)) }
      .joined()
      + "</row>"
  }()

  @Test func `merged cells and formulas`() throws {
    let rows =
      Self.headerRow
      + "<row r='2'>\(Self.text("A2", "P1"))<c r='B2'><v>2018</v></c><c r='D2'><f>8+8</f><v>16</v></c>"
      + "\(Self.text("F2", "given"))</row><row r='3'>\(Self.text("A3", "P2"))<c r='B3'><v>2018</v></c>"
      + "<c r='D3' t='e'><v>#DIV/0!</v></c></row>"
    let book = workbook(
      rows: rows, cellFormats: "<xf numFmtId='0'/>", afterData: "<mergeCells><mergeCell ref='C2:C3'/></mergeCells>")
    #expect(
      try sentences(book.bytes, name: "a.xlsx") == [
        "a.xlsx: één cel bevat een formule; de laatst bewaarde uitkomst is gelezen. "
          + "Plak liever waarden in plaats van formules.",
        "a.xlsx, rij 2: de cellen C2:C3 zijn samengevoegd. Splits de cellen en vul elke rij.",
        "a.xlsx, rij 3, kolom leeftijd: hier staat een foutmelding van het rekenblad. "
          + "Vul de waarde zelf in. Deze rij is niet ingelezen.",
      ])
  }

  @Test func `the records are found on the sheet that has the headers`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/b.xlsx"
    let cells = ["P1", "2018", "arbeid", "16", "NL", "given", "", ""].map { WorkbookCell.text($0) }
    let header = SmallDelivery.header.split(separator: ";").map { WorkbookCell.text(String($0)) }
    try WorkbookWriter(title: "Proef").write(
      [
        WorkbookSheet(name: "Voorblad", rows: [[.text("Levering 2018")]]),
        WorkbookSheet(name: "Meldingen", rows: [header, cells]),
      ], to: path)
    #expect(try sentences(ofFile: path) == [])
  }

  // MARK: Nothing personal

  @Test func `nothing of a cell is repeated, whatever is wrong with it`() throws {
    let secret = "Xaviera-Quirijn"
    let columns = SmallDelivery.header.split(separator: ";").count
    for column in 0..<columns {
      var cells = ["P1", "2018", "arbeid", "16", "NL", "given", "", ""]
      cells[column] = secret
      let outcome = try SmallDelivery.read(cells.joined(separator: ";"), cells.joined(separator: ";") + ";" + secret)
      let told = outcome.report.findings.map { $0.sentence(in: .nl) + $0.sentence(in: .en) }.joined()
      #expect(!told.contains(secret), "column \(column)")
      #expect(!told.lowercased().contains(secret.lowercased()), "column \(column)")
      #expect(!"\(outcome.batches)".contains(secret))
    }
  }
}
