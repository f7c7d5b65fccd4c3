import Model
import Testing

@testable import Sheets

/// Each error word for word, in both languages.
@Suite struct SheetErrorSentenceTests {
  struct Sentence: Sendable {
    var error: SheetError
    var nl: String
    var en: String

    init(_ error: SheetError, _ nl: String, _ en: String) { (self.error, self.nl, self.en) = (error, nl, en) }
  }

  static let files: [Sentence] = [
    Sentence(
      .notFound, "Dit bestand bestaat niet. Controleer de naam en de map.",
      "This file does not exist. Check its name and folder."),
    Sentence(
      .isDirectory, "Dit is een map en geen bestand. Noem het bestand zelf.",
      "This is a folder, not a file. Name the file itself."),
    Sentence(
      .notRegularFile, "Dit is geen gewoon bestand. Sla de tabel eerst op als bestand.",
      "This is not a regular file. Save the table to a file first."),
    Sentence(
      .notPermitted, "U mag dit bestand niet openen. Vraag de beheerder om leesrechten.",
      "You may not open this file. Ask the administrator for permission to read it."),
    Sentence(
      .readFailed(code: 5), "Het bestand is niet te lezen; het systeem meldt fout 5. Kopieer het opnieuw van de bron.",
      "The file cannot be read; the system reports error 5. Copy it again from its source."),
    Sentence(
      .empty, "Het bestand is leeg. Lever een bestand met een kopregel en gegevens.",
      "The file is empty. Deliver a file with a header row and data."),
    Sentence(
      .notASpreadsheet,
      "Dit bestand is geen tabel. Lever een CSV-bestand, een Excel-werkmap (.xlsx) of een ODS-bestand.",
      "This file is not a table. Deliver a CSV file, an Excel workbook (.xlsx) or an ODS file."),
    Sentence(
      .passwordProtected,
      "Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en lever het opnieuw.",
      "This file is protected by a password. Save it without one and deliver it again."),
    Sentence(
      .binaryWorkbook,
      "Dit is een binaire werkmap (.xlsb). Sla die op als Excel-werkmap (.xlsx) en lever die opnieuw.",
      "This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) and deliver it again."),
  ]

  static let texts: [Sentence] = [
    Sentence(
      .nulByte(line: 3),
      "Op regel 3 staat een teken dat in tekst niet voorkomt (een nulbyte). Sla de tabel opnieuw op als CSV met UTF-8.",
      "Line 3 has a sign that does not occur in text (a zero byte). Save the table again as CSV in UTF-8."),
    Sentence(
      .undecodable(.utf16BigEndian, line: 4),
      "Het bestand zegt dat het UTF-16BE is, maar regel 4 is dat niet. Sla de tabel opnieuw op als CSV met UTF-8.",
      "The file says that it is UTF-16BE, but line 4 is not. Save the table again as CSV in UTF-8."),
    Sentence(
      .recordTooLong(line: 3, limit: 3 << 20, openQuoteLine: nil),
      "De rij die op regel 3 begint is langer dan 3 MiB. Controleer of de regels van het bestand ergens ophouden.",
      "The row that starts on line 3 is longer than 3 MiB. Check that the lines of the file end."),
    Sentence(
      .recordTooLong(line: 3, limit: (1 << 20) + 1, openQuoteLine: 5),
      "De rij die op regel 3 begint is langer dan 1048577 bytes, omdat het aanhalingsteken op regel 5 niet wordt "
        + "gesloten. Sluit het of haal het weg.",
      "The row that starts on line 3 is longer than 1048577 bytes, because the quote on line 5 is not closed. "
        + "Close or remove it."),
    Sentence(
      .tooManyFields(line: 3, limit: 16_384),
      "De rij op regel 3 heeft meer dan 16384 kolommen. Controleer het scheidingsteken.",
      "The row on line 3 has more than 16384 columns. Check the delimiter."),
  ]

  static let workbooks: [Sentence] = [
    Sentence(
      .truncated, "De werkmap is afgebroken: het einde ontbreekt. Kopieer of verstuur het bestand opnieuw.",
      "The workbook is cut short: its end is missing. Copy or send the file again."),
    Sentence(
      .archiveTooLarge(limit: 200_999_999),
      "De werkmap is uitgepakt groter dan 200 MB en wordt niet gelezen. Lever de gegevens als CSV of in delen.",
      "Unpacked, the workbook is larger than 200 MB; it is not read. Deliver the data as CSV or in parts."),
    Sentence(
      .tooManyEntries(limit: 10),
      "De werkmap bestaat uit meer dan 10 onderdelen en wordt niet gelezen. Kopieer de tabel naar een nieuwe werkmap.",
      "The workbook has more than 10 parts and is not read. Copy the table to a new workbook."),
    Sentence(
      .sheetNotFound(names: ["a", "b"]),
      "Het gevraagde werkblad is er niet; wel: a, b. Geef het blad de afgesproken naam.",
      "The sheet asked for is not there; these are: a, b. Give the sheet the agreed name."),
    Sentence(
      .tooManyRows(sheet: "s", limit: 3),
      "Werkblad s heeft meer dan 3 rijen. Lever de gegevens als CSV of in delen.",
      "Sheet s has more than 3 rows. Deliver the data as CSV or in parts."),
    Sentence(
      .tooManyColumns(sheet: "s", row: 2, limit: 3),
      "Rij 2 van werkblad s heeft meer dan 3 kolommen. Wis wat naast de tabel staat.",
      "Row 2 of sheet s has more than 3 columns. Clear what stands beside the table."),
    Sentence(
      .tooManyCells(sheet: "s", limit: 3),
      "Werkblad s beslaat meer dan 3 cellen. Wis wat ver naast of onder de tabel staat.",
      "Sheet s spans more than 3 cells. Clear what stands far beside or below the table."),
    Sentence(
      .rowTooLong(sheet: "s", row: 2, limit: 3),
      "Rij 2 van werkblad s bevat meer dan 3 tekens. Controleer of de tekst in de juiste cellen staat.",
      "Row 2 of sheet s holds more than 3 characters. Check that the text is in the right cells."),
  ]

  static let writing: [Sentence] = [
    Sentence(
      .folderNotFound, "De map voor dit bestand bestaat niet. Maak de map aan of kies een andere.",
      "The folder for this file does not exist. Make the folder or choose another."),
    Sentence(
      .writeFailed(code: 5), "Het bestand is niet te schrijven; het systeem meldt fout 5. Probeer een andere map.",
      "The file cannot be written; the system reports error 5. Try another folder."),
    Sentence(
      .cellTextTooLong(sheet: "s", row: 2, column: 3, limit: 4),
      "De tekst voor rij 2, kolom 3 van werkblad s is langer dan 4 tekens. Kort die in.",
      "The text for row 2, column 3 of sheet s is longer than 4 characters. Shorten it."),
    Sentence(
      .valueOutOfRange(sheet: "s", row: 2, column: 3),
      "De waarde voor rij 2, kolom 3 van werkblad s past niet in een werkmap. Controleer de datum of het getal.",
      "The value for row 2, column 3 of sheet s does not fit in a workbook. Check the date or the number."),
  ]

  @Test(arguments: files + texts + workbooks + writing)
  func `an error says what happened, where and what to do`(_ sentence: Sentence) {
    #expect(sentence.error.message == LocalizedText(nl: sentence.nl, en: sentence.en))
  }

  static let defects: [(ArchiveDefect, String, String)] = [
    (.checksum, "een controlegetal klopt niet", "a checksum does not match"),
    (.unsafeName, "een onderdeel ligt buiten de werkmap", "a part lies outside it"),
    (
      .unknownCompression, "een onderdeel is op een onbekende manier ingepakt", "a part is packed in an unknown way"
    ),
    (.directory, "de inhoudsopgave klopt niet", "its directory does not match its contents"),
    (.size, "de inhoudsopgave klopt niet", "its directory does not match its contents"),
  ]

  @Test(arguments: defects)
  func `a damaged workbook says what is wrong with it`(_ defect: ArchiveDefect, _ nl: String, _ en: String) {
    #expect(
      SheetError.damaged(defect).message
        == LocalizedText(
          nl: "De werkmap is beschadigd: \(nl). Open en bewaar die opnieuw met Excel of LibreOffice, of lever CSV.",
          en: "The workbook is damaged: \(en). Open and save it again with Excel or LibreOffice, or deliver CSV."))
  }

  @Test func `parts are named where they are missing or unreadable`() {
    #expect(SheetError.missingPart("p").message.nl.hasPrefix("De werkmap is beschadigd: onderdeel p ontbreekt. "))
    #expect(
      SheetError.malformedPart("p", line: 3).message.en
        .hasPrefix("The workbook is damaged: part p is unreadable at line 3. "))
  }

  @Test func `limits are those of the programs, and ours`() {
    let limits = SheetLimits()
    #expect(limits.recordBytes == 1_048_576 && limits.columns == 16_384 && limits.rows == 1_048_576)
    #expect(limits.cells == 100_000_000 && limits.unpackedBytes == 200_000_000)
    #expect(limits.compressionRatio == 400 && limits.ratioFloor == 10_000_000 && limits.archiveEntries == 10_000)
  }
}
