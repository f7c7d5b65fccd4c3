public import Model

extension SheetError {
  /// What happened, where and what to do, for the one who has to mend it. The name of the file is the caller's to add.
  public var message: LocalizedText {
    switch self {
    case .notFound, .isDirectory, .notRegularFile, .notPermitted, .readFailed, .changedWhileReading, .empty:
      fileMessage
    case .notASpreadsheet, .passwordProtected, .legacyWorkbook, .binaryWorkbook: kindMessage
    case .nulByte, .undecodable, .recordTooLong, .tooManyFields, .unclosedQuote: textMessage
    case .truncated, .damaged, .encryptedEntry, .archiveTooLarge, .compressionTooHigh, .tooManyEntries, .missingPart,
      .malformedPart, .documentTypeRefused:
      archiveMessage
    case .noSheets, .sheetNotFound, .tooManyRows, .tooManyColumns, .tooManyCells, .rowTooLong: sheetMessage
    case .folderNotFound, .folderNotWritable, .diskFull, .writeFailed, .sheetNameRefused, .cellTextTooLong,
      .valueOutOfRange:
      writingMessage
    }
  }

  private var fileMessage: LocalizedText {
    switch self {
    case .notFound:
      LocalizedText(
        nl: "Dit bestand bestaat niet. Controleer de naam en de map.",
        en: "This file does not exist. Check its name and folder.")
    case .isDirectory:
      LocalizedText(
        nl: "Dit is een map en geen bestand. Noem het bestand zelf.",
        en: "This is a folder, not a file. Name the file itself.")
    case .notRegularFile:
      LocalizedText(
        nl: "Dit is geen gewoon bestand. Sla de tabel eerst op als bestand.",
        en: "This is not a regular file. Save the table to a file first.")
    case .notPermitted:
      LocalizedText(
        nl: "U mag dit bestand niet openen. Vraag de beheerder om leesrechten.",
        en: "You may not open this file. Ask the administrator for permission to read it.")
    case .changedWhileReading:
      LocalizedText(
        nl: "Het bestand veranderde tijdens het lezen. Wacht tot het klaar is met kopiëren of opslaan en lees het "
          + "opnieuw in.",
        en: "The file changed while it was being read. Wait until it has been copied or saved and read it again.")
    case .empty:
      LocalizedText(
        nl: "Het bestand is leeg. Lever een bestand met een kopregel en gegevens.",
        en: "The file is empty. Deliver a file with a header row and data.")
    case .readFailed(let code):
      LocalizedText(
        nl: "Het bestand is niet te lezen; het systeem meldt fout \(code). Kopieer het opnieuw van de bron.",
        en: "The file cannot be read; the system reports error \(code). Copy it again from its source.")
    default: Self.generalMessage
    }
  }

  private var kindMessage: LocalizedText {
    switch self {
    case .passwordProtected:
      LocalizedText(
        nl: "Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en lever het opnieuw.",
        en: "This file is protected by a password. Save it without one and deliver it again.")
    case .legacyWorkbook:
      LocalizedText(
        nl: "Dit is een werkmap van vóór Excel 2007 (.xls). Sla die op als Excel-werkmap (.xlsx) en lever die opnieuw.",
        en: "This is a workbook from before Excel 2007 (.xls). Save it as an Excel workbook (.xlsx) and deliver it "
          + "again.")
    case .binaryWorkbook:
      LocalizedText(
        nl: "Dit is een binaire werkmap (.xlsb). Sla die op als Excel-werkmap (.xlsx) en lever die opnieuw.",
        en: "This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) and deliver it again.")
    default:
      LocalizedText(
        nl: "Dit bestand is geen tabel. Lever een CSV-bestand, een Excel-werkmap (.xlsx) of een ODS-bestand.",
        en: "This file is not a table. Deliver a CSV file, an Excel workbook (.xlsx) or an ODS file.")
    }
  }

  private var textMessage: LocalizedText {
    switch self {
    case .nulByte(let line):
      LocalizedText(
        nl: "Op regel \(line) staat een teken dat in tekst niet voorkomt (een nulbyte). "
          + "Sla de tabel opnieuw op als CSV met UTF-8.",
        en: "Line \(line) has a sign that does not occur in text (a zero byte). Save the table again as CSV in UTF-8.")
    case .undecodable(let encoding, let line):
      LocalizedText(
        nl: "Het bestand zegt dat het \(encoding.rawValue) is, maar regel \(line) is dat niet. "
          + "Sla de tabel opnieuw op als CSV met UTF-8.",
        en: "The file says that it is \(encoding.rawValue), but line \(line) is not. Save the table again as CSV in "
          + "UTF-8.")
    case .recordTooLong(let line, let limit, nil):
      LocalizedText(
        nl: "De rij die op regel \(line) begint is langer dan \(amount(limit)). "
          + "Controleer of de regels van het bestand ergens ophouden.",
        en: "The row that starts on line \(line) is longer than \(amount(limit)). Check that the lines of the file "
          + "end.")
    case .recordTooLong(let line, let limit, let quoteLine?):
      LocalizedText(
        nl: "De rij die op regel \(line) begint is langer dan \(amount(limit)), omdat het aanhalingsteken op regel "
          + "\(quoteLine) niet wordt gesloten. Sluit het of haal het weg.",
        en: "The row that starts on line \(line) is longer than \(amount(limit)), because the quote on line "
          + "\(quoteLine) is not closed. Close or remove it.")
    case .tooManyFields(let line, let limit):
      LocalizedText(
        nl: "De rij op regel \(line) heeft meer dan \(limit) kolommen. Controleer het scheidingsteken.",
        en: "The row on line \(line) has more than \(limit) columns. Check the delimiter.")
    case .unclosedQuote(let line):
      LocalizedText(
        nl: "Het aanhalingsteken dat op regel \(line) opent, wordt nergens gesloten. Sluit het of haal het weg; "
          + "misschien is het bestand afgebroken.",
        en: "The quote that opens on line \(line) is closed nowhere. Close or remove it; the file may have been cut "
          + "short.")
    default: Self.generalMessage
    }
  }

  /// For a case that its group does not name; a test sees to it that there is none.
  package static let generalMessage = LocalizedText(
    nl: "Het bestand kan niet worden verwerkt. Sla het opnieuw op en probeer het nog eens.",
    en: "The file cannot be processed. Save it again and try once more.")

  private func amount(_ bytes: Int) -> String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}
