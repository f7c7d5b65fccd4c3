internal import Model

/// Of workbooks, and of writing.
extension SheetSentence {
  static func truncated() -> LocalizedText {
    LocalizedText(
      nl: "De werkmap is afgebroken: het einde ontbreekt. Kopieer of verstuur het bestand opnieuw.",
      en: "The workbook is cut short: its end is missing. Copy or send the file again.")
  }

  static func damaged(_ defect: ArchiveDefect) -> LocalizedText {
    switch defect {
    case .checksum: damaged(LocalizedText(nl: "een controlegetal klopt niet", en: "a checksum does not match"))
    case .unsafeName:
      damaged(LocalizedText(nl: "een onderdeel ligt buiten de werkmap", en: "a part lies outside it"))
    case .unknownCompression:
      damaged(
        LocalizedText(nl: "een onderdeel is op een onbekende manier ingepakt", en: "a part is packed in an unknown way")
      )
    case .duplicateName, .directory, .compressedData, .size:
      damaged(LocalizedText(nl: "de inhoudsopgave klopt niet", en: "its directory does not match its contents"))
    }
  }

  static func encryptedEntry() -> LocalizedText {
    LocalizedText(
      nl: "Een deel van de werkmap is versleuteld. Sla de werkmap op zonder wachtwoord en lever die opnieuw.",
      en: "Part of the workbook is encrypted. Save the workbook without a password and deliver it again.")
  }

  static func archiveTooLarge(_ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "De werkmap is uitgepakt groter dan \(limit / 1_000_000) MB en wordt niet gelezen. "
        + "Lever de gegevens als CSV of in delen.",
      en: "Unpacked, the workbook is larger than \(limit / 1_000_000) MB; it is not read. "
        + "Deliver the data as CSV or in parts.")
  }

  static func compressionTooHigh(_ ratio: Int) -> LocalizedText {
    LocalizedText(
      nl: "De werkmap is uitgepakt meer dan \(ratio) keer zo groot; dat doet geen gewone tabel en het bestand wordt "
        + "niet gelezen. Sla de tabel opnieuw op, of lever die als CSV.",
      en:
        "Unpacked, the workbook is more than \(ratio) times as large; no ordinary table is, and the file is not read. "
        + "Save the table again, or deliver it as CSV.")
  }

  static func tooManyEntries(_ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "De werkmap bestaat uit meer dan \(limit) onderdelen en wordt niet gelezen. "
        + "Kopieer de tabel naar een nieuwe werkmap.",
      en: "The workbook has more than \(limit) parts and is not read. Copy the table to a new workbook.")
  }

  static func missingPart(_ name: String) -> LocalizedText {
    damaged(LocalizedText(nl: "onderdeel \(name) ontbreekt", en: "part \(name) is missing"))
  }

  static func malformedPart(_ name: String, _ line: Int) -> LocalizedText {
    damaged(
      LocalizedText(
        nl: "onderdeel \(name) is onleesbaar bij regel \(line)", en: "part \(name) is unreadable at line \(line)"))
  }

  private static func damaged(_ part: LocalizedText) -> LocalizedText {
    LocalizedText(
      nl: "De werkmap is beschadigd: \(part.nl). Open en bewaar die opnieuw met Excel of LibreOffice, of lever CSV.",
      en: "The workbook is damaged: \(part.en). Open and save it again with Excel or LibreOffice, or deliver CSV.")
  }

  static func documentTypeRefused() -> LocalizedText {
    LocalizedText(
      nl: "De werkmap bevat een definitie die in een tabel niet thuishoort en wordt niet gelezen. "
        + "Sla de tabel opnieuw op met Excel of LibreOffice.",
      en: "The workbook holds a definition that does not belong in a table and is not read. "
        + "Save the table again with Excel or LibreOffice.")
  }

  static func noSheets() -> LocalizedText {
    LocalizedText(
      nl: "De werkmap heeft geen werkblad met cellen. Lever een werkmap met de tabel erin.",
      en: "The workbook has no sheet with cells. Deliver a workbook with the table in it.")
  }

  static func sheetNotFound(_ names: [String]) -> LocalizedText {
    LocalizedText(
      nl: "Het gevraagde werkblad is er niet; wel: \(names.joined(separator: ", ")). Geef het blad de afgesproken "
        + "naam.",
      en: "The sheet asked for is not there; these are: \(names.joined(separator: ", ")). Give the sheet the "
        + "agreed name.")
  }

  static func tooManyRows(_ sheet: String, _ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "Werkblad \(sheet) heeft meer dan \(limit) rijen. Lever de gegevens als CSV of in delen.",
      en: "Sheet \(sheet) has more than \(limit) rows. Deliver the data as CSV or in parts.")
  }

  static func tooManyColumns(_ sheet: String, _ row: Int, _ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "Rij \(row) van werkblad \(sheet) heeft meer dan \(limit) kolommen. Wis wat naast de tabel staat.",
      en: "Row \(row) of sheet \(sheet) has more than \(limit) columns. Clear what stands beside the table.")
  }

  static func tooManyCells(_ sheet: String, _ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "Werkblad \(sheet) beslaat meer dan \(limit) cellen. Wis wat ver naast of onder de tabel staat.",
      en: "Sheet \(sheet) spans more than \(limit) cells. Clear what stands far beside or below the table.")
  }

  static func rowTooLong(_ sheet: String, _ row: Int, _ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "Rij \(row) van werkblad \(sheet) bevat meer dan \(limit) tekens. Controleer of de tekst in de juiste "
        + "cellen staat.",
      en: "Row \(row) of sheet \(sheet) holds more than \(limit) characters. Check that the text is in the right "
        + "cells.")
  }

  static func folderNotFound() -> LocalizedText {
    LocalizedText(
      nl: "De map voor dit bestand bestaat niet. Maak de map aan of kies een andere.",
      en: "The folder for this file does not exist. Make the folder or choose another.")
  }

  static func folderNotWritable() -> LocalizedText {
    LocalizedText(
      nl: "In deze map mag niet worden geschreven. Kies een andere map of vraag de beheerder om schrijfrechten.",
      en: "This folder may not be written to. Choose another folder or ask the administrator for permission.")
  }

  static func diskFull() -> LocalizedText {
    LocalizedText(
      nl: "De schijf is vol. Maak ruimte en probeer het opnieuw; er is niets half weggeschreven.",
      en: "The disk is full. Make room and try again; nothing was left half written.")
  }

  static func writeFailed(_ code: Int32) -> LocalizedText {
    LocalizedText(
      nl: "Het bestand is niet te schrijven; het systeem meldt fout \(code). Probeer een andere map.",
      en: "The file cannot be written; the system reports error \(code). Try another folder.")
  }

  static func sheetNameRefused(_ position: Int) -> LocalizedText {
    LocalizedText(
      nl: "De naam van werkblad \(position) kan niet: hoogstens 31 tekens, geen [ ] : * ? / \\ en geen naam dubbel.",
      en: "The name of sheet \(position) is not possible: at most 31 characters, none of [ ] : * ? / \\, no name "
        + "twice.")
  }

  static func cellTextTooLong(_ sheet: String, _ row: Int, _ column: Int, _ limit: Int) -> LocalizedText {
    LocalizedText(
      nl: "De tekst voor rij \(row), kolom \(column) van werkblad \(sheet) is langer dan \(limit) tekens. Kort die "
        + "in.",
      en: "The text for row \(row), column \(column) of sheet \(sheet) is longer than \(limit) characters. Shorten "
        + "it.")
  }

  static func valueOutOfRange(_ sheet: String, _ row: Int, _ column: Int) -> LocalizedText {
    LocalizedText(
      nl: "De waarde voor rij \(row), kolom \(column) van werkblad \(sheet) past niet in een werkmap. "
        + "Controleer de datum of het getal.",
      en: "The value for row \(row), column \(column) of sheet \(sheet) does not fit in a workbook. "
        + "Check the date or the number.")
  }
}
