public import Model

extension SheetError {
  /// What happened, where and what to do, for the one who has to mend it. The name of the file is the caller's to add.
  public var message: LocalizedText {
    switch self {
    case .notFound: SheetSentence.notFound()
    case .isDirectory: SheetSentence.isDirectory()
    case .notRegularFile: SheetSentence.notRegularFile()
    case .notPermitted: SheetSentence.notPermitted()
    case .readFailed(let code): SheetSentence.readFailed(code)
    case .changedWhileReading: SheetSentence.changedWhileReading()
    case .empty: SheetSentence.empty()
    case .keptDamaged: SheetSentence.keptDamaged()
    case .notASpreadsheet: SheetSentence.notASpreadsheet()
    case .otherFile(let kind): SheetSentence.otherFile(kind)
    case .passwordProtected: SheetSentence.passwordProtected()
    case .legacyWorkbook: SheetSentence.legacyWorkbook()
    case .binaryWorkbook: SheetSentence.binaryWorkbook()
    case .nulByte(let line): SheetSentence.nulByte(line)
    case .undecodable(let encoding, let line): SheetSentence.undecodable(encoding, line)
    case .recordTooLong(let line, let limit, let quoteLine): SheetSentence.recordTooLong(line, limit, quoteLine)
    case .tooManyFields(let line, let limit): SheetSentence.tooManyFields(line, limit)
    case .unclosedQuote(let line): SheetSentence.unclosedQuote(line)
    case .truncated: SheetSentence.truncated()
    case .damaged(let defect): SheetSentence.damaged(defect)
    case .encryptedEntry: SheetSentence.encryptedEntry()
    case .archiveTooLarge(let limit): SheetSentence.archiveTooLarge(limit)
    case .compressionTooHigh(let ratio): SheetSentence.compressionTooHigh(ratio)
    case .tooManyEntries(let limit): SheetSentence.tooManyEntries(limit)
    case .missingPart(let name): SheetSentence.missingPart(name)
    case .malformedPart(let name, let line): SheetSentence.malformedPart(name, line)
    case .documentTypeRefused: SheetSentence.documentTypeRefused()
    case .noSheets: SheetSentence.noSheets()
    case .sheetNotFound(let names): SheetSentence.sheetNotFound(names)
    case .tooManyRows(let sheet, let limit): SheetSentence.tooManyRows(sheet, limit)
    case .tooManyColumns(let sheet, let row, let limit): SheetSentence.tooManyColumns(sheet, row, limit)
    case .tooManyCells(let sheet, let limit): SheetSentence.tooManyCells(sheet, limit)
    case .rowTooLong(let sheet, let row, let limit): SheetSentence.rowTooLong(sheet, row, limit)
    case .folderNotFound: SheetSentence.folderNotFound()
    case .folderNotWritable: SheetSentence.folderNotWritable()
    case .diskFull: SheetSentence.diskFull()
    case .writeFailed(let code): SheetSentence.writeFailed(code)
    case .sheetNameRefused(let position): SheetSentence.sheetNameRefused(position)
    case .cellTextTooLong(let sheet, let row, let column, let limit):
      SheetSentence.cellTextTooLong(sheet, row, column, limit)
    case .valueOutOfRange(let sheet, let row, let column): SheetSentence.valueOutOfRange(sheet, row, column)
    }
  }

  /// For a failure that is no `SheetError`.
  package static let generalMessage = LocalizedText(
    nl: "Het bestand kan niet worden verwerkt. Sla het opnieuw op en probeer het nog eens.",
    en: "The file cannot be processed. Save it again and try once more.")
}

/// One function for each error: here those of files and of text.
enum SheetSentence {
  static func notFound() -> LocalizedText {
    LocalizedText(
      nl: "Dit bestand bestaat niet. Controleer de naam en de map.",
      en: "This file does not exist. Check its name and folder.")
  }

  static func isDirectory() -> LocalizedText {
    LocalizedText(
      nl: "Dit is een map en geen bestand. Noem het bestand zelf.",
      en: "This is a folder, not a file. Name the file itself.")
  }

  static func notRegularFile() -> LocalizedText {
    LocalizedText(
      nl: "Dit is geen gewoon bestand. Sla de tabel eerst op als bestand.",
      en: "This is not a regular file. Save the table to a file first.")
  }

  static func notPermitted() -> LocalizedText {
    LocalizedText(
      nl: "U mag dit bestand niet openen. Vraag de beheerder om leesrechten.",
      en: "You may not open this file. Ask the administrator for permission to read it.")
  }

  static func readFailed(_ code: Int32) -> LocalizedText {
    LocalizedText(
      nl: "Het bestand is niet te lezen; het systeem meldt fout \(code). Kopieer het opnieuw van de bron.",
      en: "The file cannot be read; the system reports error \(code). Copy it again from its source.")
  }

  static func changedWhileReading() -> LocalizedText {
    LocalizedText(
      nl: "Het bestand veranderde tijdens het lezen. Wacht tot het klaar is met kopiëren of opslaan en lees het "
        + "opnieuw in.",
      en: "The file changed while it was being read. Wait until it has been copied or saved and read it again.")
  }

  static func keptDamaged() -> LocalizedText {
    LocalizedText(
      nl: "Wat van de levering is bewaard is beschadigd of met een andere sleutel verzegeld. Zet het bestand terug uit "
        + "een reservekopie.",
      en: "What was kept of the delivery is damaged or sealed with another key. Put the file back from a backup.")
  }

  static func empty() -> LocalizedText {
    LocalizedText(
      nl: "Het bestand is leeg. Lever een bestand met een kopregel en gegevens.",
      en: "The file is empty. Deliver a file with a header row and data.")
  }

  static func notASpreadsheet() -> LocalizedText {
    LocalizedText(
      nl: "Dit bestand is geen tabel. Lever een CSV-bestand, een Excel-werkmap (.xlsx) of een ODS-bestand.",
      en: "This file is not a table. Deliver a CSV file, an Excel workbook (.xlsx) or an ODS file.")
  }

  static func passwordProtected() -> LocalizedText {
    LocalizedText(
      nl: "Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en lever het opnieuw.",
      en: "This file is protected by a password. Save it without one and deliver it again.")
  }

  static func legacyWorkbook() -> LocalizedText {
    LocalizedText(
      nl: "Dit is een werkmap van vóór Excel 2007 (.xls). Sla die op als Excel-werkmap (.xlsx) en lever die opnieuw.",
      en: "This is a workbook from before Excel 2007 (.xls). Save it as an Excel workbook (.xlsx) and deliver it "
        + "again.")
  }

  static func binaryWorkbook() -> LocalizedText {
    LocalizedText(
      nl: "Dit is een binaire werkmap (.xlsb). Sla die op als Excel-werkmap (.xlsx) en lever die opnieuw.",
      en: "This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) and deliver it again.")
  }

  static func nulByte(_ line: Int) -> LocalizedText {
    LocalizedText(
      nl: "Op regel \(line) staat een teken dat in tekst niet voorkomt (een nulbyte). "
        + "Sla de tabel opnieuw op als CSV met UTF-8.",
      en: "Line \(line) has a sign that does not occur in text (a zero byte). Save the table again as CSV in UTF-8.")
  }

  static func undecodable(_ encoding: TextEncoding, _ line: Int) -> LocalizedText {
    LocalizedText(
      nl: "Het bestand zegt dat het \(encoding.rawValue) is, maar regel \(line) is dat niet. "
        + "Sla de tabel opnieuw op als CSV met UTF-8.",
      en: "The file says that it is \(encoding.rawValue), but line \(line) is not. Save the table again as CSV in "
        + "UTF-8.")
  }

  static func recordTooLong(_ line: Int, _ limit: Int, _ quoteLine: Int?) -> LocalizedText {
    guard let quoteLine else {
      return LocalizedText(
        nl: "De rij die op regel \(line) begint is langer dan \(amount(limit)). "
          + "Controleer of de regels van het bestand ergens ophouden.",
        en: "The row that starts on line \(line) is longer than \(amount(limit)). Check that the lines of the file "
          + "end.")
    }
    return LocalizedText(
      nl: "De rij die op regel \(line) begint is langer dan \(amount(limit)), omdat het aanhalingsteken op regel "
        + "\(quoteLine) niet wordt gesloten. Sluit het of haal het weg.",
      en: "The row that starts on line \(line) is longer than \(amount(limit)), because the quote on line "
        + "\(quoteLine) is not closed. Close or remove it.")
  }

  static func tooManyFields(_ line: Int, _ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "De rij op regel \(line) heeft meer dan \(limit) kolommen. Controleer het scheidingsteken.",
      en: "The row on line \(line) has more than \(limit) columns. Check the delimiter.")
  }

  static func unclosedQuote(_ line: Int) -> LocalizedText {
    LocalizedText(
      nl: "Het aanhalingsteken dat op regel \(line) opent, wordt nergens gesloten. Sluit het of haal het weg; "
        + "misschien is het bestand afgebroken.",
      en: "The quote that opens on line \(line) is closed nowhere. Close or remove it; the file may have been cut "
        + "short.")
  }

  private static func amount(_ bytes: Int) -> String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}
