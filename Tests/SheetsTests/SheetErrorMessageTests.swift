import Model
import Testing

@testable import Sheets

@Suite struct SheetErrorMessageTests {
  private static let all: [SheetError] = [
    .notFound, .isDirectory, .notRegularFile, .notPermitted, .readFailed(code: 5), .changedWhileReading, .empty,
    .keptDamaged,
    .otherFile(.packed), .otherFile(.archive), .otherFile(.webPage), .otherFile(.excelXML), .otherFile(.flatDocument),
    .otherFile(.prefixedWorkbook), .notASpreadsheet, .passwordProtected, .legacyWorkbook, .binaryWorkbook,
    .nulByte(line: 3),
    .undecodable(.utf8, line: 3), .recordTooLong(line: 3, limit: 1 << 20, openQuoteLine: nil),
    .recordTooLong(line: 3, limit: 100, openQuoteLine: 4), .tooManyFields(line: 3, limit: 10),
    .unclosedQuote(line: 3), .truncated, .damaged(.checksum), .damaged(.duplicateName), .damaged(.directory),
    .damaged(.compressedData), .damaged(.size), .damaged(.unsafeName), .damaged(.unknownCompression),
    .encryptedEntry(part: "p"), .archiveTooLarge(limit: 200_000_000), .compressionTooHigh(ratio: 400),
    .tooManyEntries(limit: 10), .missingPart("p"), .malformedPart("p", line: 3), .documentTypeRefused(part: "p"),
    .noSheets, .sheetNotFound(names: ["a", "b"]), .tooManyRows(sheet: "s", limit: 3),
    .tooManyColumns(sheet: "s", row: 2, limit: 3), .tooManyCells(sheet: "s", limit: 3),
    .rowTooLong(sheet: "s", row: 2, limit: 3), .folderNotFound, .folderNotWritable, .diskFull, .writeFailed(code: 5),
    .sheetNameRefused(position: 2), .cellTextTooLong(sheet: "s", row: 2, column: 3, limit: 4),
    .valueOutOfRange(sheet: "s", row: 2, column: 3),
  ]

  @Test(arguments: all)
  func `every error is a whole sentence in both languages`(_ error: SheetError) {
    for text in [error.message.nl, error.message.en] {
      #expect(text.hasSuffix("."))
      #expect(text.first?.isUppercase == true)
      #expect(text.count > 30)
      #expect(!text.contains("  "))
    }
  }

  @Test func `no two errors say the same`() {
    #expect(Set(Self.all.map(\.message.nl)).count >= Self.all.count - 3)
  }

  @Test func `a sentence says what, where and what to do`() {
    #expect(
      SheetError.unclosedQuote(line: 212).message.nl
        == "Het aanhalingsteken dat op regel 212 opent, wordt nergens gesloten. Sluit het of haal het weg; "
        + "misschien is het bestand afgebroken.")
    #expect(
      SheetError.recordTooLong(line: 2, limit: 1 << 20, openQuoteLine: nil).message.nl
        == "De rij die op regel 2 begint is langer dan 1 MiB. "
        + "Controleer of de regels van het bestand ergens ophouden.")
  }
}
