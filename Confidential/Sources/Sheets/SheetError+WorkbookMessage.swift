internal import Model

extension SheetError {
  var archiveMessage: LocalizedText {
    switch self {
    case .truncated:
      LocalizedText(
        nl: "De werkmap is afgebroken: het einde ontbreekt. Kopieer of verstuur het bestand opnieuw.",
        en: "The workbook is cut short: its end is missing. Copy or send the file again.")
    case .encryptedEntry:
      LocalizedText(
        nl: "Een deel van de werkmap is versleuteld. Sla de werkmap op zonder wachtwoord en lever die opnieuw.",
        en: "Part of the workbook is encrypted. Save the workbook without a password and deliver it again.")
    case .archiveTooLarge(let limit):
      LocalizedText(
        nl: "De werkmap is uitgepakt groter dan \(limit / 1_000_000) MB en wordt niet gelezen. "
          + "Lever de gegevens als CSV of in delen.",
        en: "Unpacked, the workbook is larger than \(limit / 1_000_000) MB; it is not read. "
          + "Deliver the data as CSV or in parts.")
    case .compressionTooHigh(let ratio):
      LocalizedText(
        nl: "De werkmap is uitgepakt meer dan \(ratio) keer zo groot; dat doet geen gewone tabel en het bestand wordt "
          + "niet gelezen. Sla de tabel opnieuw op, of lever die als CSV.",
        en:
          "Unpacked, the workbook is more than \(ratio) times as large; no ordinary table is, and the file is not read. "
          + "Save the table again, or deliver it as CSV.")
    case .tooManyEntries(let limit):
      LocalizedText(
        nl: "De werkmap bestaat uit meer dan \(limit) onderdelen en wordt niet gelezen. "
          + "Kopieer de tabel naar een nieuwe werkmap.",
        en: "The workbook has more than \(limit) parts and is not read. Copy the table to a new workbook.")
    case .documentTypeRefused:
      LocalizedText(
        nl: "De werkmap bevat een definitie die in een tabel niet thuishoort en wordt niet gelezen. "
          + "Sla de tabel opnieuw op met Excel of LibreOffice.",
        en: "The workbook holds a definition that does not belong in a table and is not read. "
          + "Save the table again with Excel or LibreOffice.")
    default: damageMessage
    }
  }

  private var damageMessage: LocalizedText {
    let part: LocalizedText =
      switch self {
      case .damaged(.checksum): LocalizedText(nl: "een controlegetal klopt niet", en: "a checksum does not match")
      case .damaged(.unsafeName):
        LocalizedText(nl: "een onderdeel ligt buiten de werkmap", en: "a part lies outside it")
      case .damaged(.unknownCompression):
        LocalizedText(nl: "een onderdeel is op een onbekende manier ingepakt", en: "a part is packed in an unknown way")
      case .damaged: LocalizedText(nl: "de inhoudsopgave klopt niet", en: "its directory does not match its contents")
      case .missingPart(let name): LocalizedText(nl: "onderdeel \(name) ontbreekt", en: "part \(name) is missing")
      case .malformedPart(let name, let line):
        LocalizedText(
          nl: "onderdeel \(name) is onleesbaar bij regel \(line)", en: "part \(name) is unreadable at line \(line)")
      default: LocalizedText(nl: "een onderdeel is onleesbaar", en: "a part is unreadable")
      }
    return LocalizedText(
      nl: "De werkmap is beschadigd: \(part.nl). Open en bewaar die opnieuw met Excel of LibreOffice, of lever CSV.",
      en: "The workbook is damaged: \(part.en). Open and save it again with Excel or LibreOffice, or deliver CSV.")
  }

  var sheetMessage: LocalizedText {
    switch self {
    case .noSheets:
      LocalizedText(
        nl: "De werkmap heeft geen werkblad met cellen. Lever een werkmap met de tabel erin.",
        en: "The workbook has no sheet with cells. Deliver a workbook with the table in it.")
    case .sheetNotFound(let names):
      LocalizedText(
        nl: "Het gevraagde werkblad is er niet; wel: \(names.joined(separator: ", ")). Geef het blad de afgesproken "
          + "naam.",
        en: "The sheet asked for is not there; these are: \(names.joined(separator: ", ")). Give the sheet the "
          + "agreed name.")
    case .tooManyRows(let sheet, let limit):
      LocalizedText(
        nl: "Werkblad \(sheet) heeft meer dan \(limit) rijen. Lever de gegevens als CSV of in delen.",
        en: "Sheet \(sheet) has more than \(limit) rows. Deliver the data as CSV or in parts.")
    case .tooManyColumns(let sheet, let row, let limit):
      LocalizedText(
        nl: "Rij \(row) van werkblad \(sheet) heeft meer dan \(limit) kolommen. Wis wat naast de tabel staat.",
        en: "Row \(row) of sheet \(sheet) has more than \(limit) columns. Clear what stands beside the table.")
    case .tooManyCells(let sheet, let limit):
      LocalizedText(
        nl: "Werkblad \(sheet) beslaat meer dan \(limit) cellen. Wis wat ver naast of onder de tabel staat.",
        en: "Sheet \(sheet) spans more than \(limit) cells. Clear what stands far beside or below the table.")
    case .rowTooLong(let sheet, let row, let limit):
      LocalizedText(
        nl: "Rij \(row) van werkblad \(sheet) bevat meer dan \(limit) tekens. Controleer of de tekst in de juiste "
          + "cellen staat.",
        en: "Row \(row) of sheet \(sheet) holds more than \(limit) characters. Check that the text is in the right "
          + "cells.")
    default: Self.generalMessage
    }
  }

  var writingMessage: LocalizedText {
    switch self {
    case .folderNotFound:
      LocalizedText(
        nl: "De map voor dit bestand bestaat niet. Maak de map aan of kies een andere.",
        en: "The folder for this file does not exist. Make the folder or choose another.")
    case .folderNotWritable:
      LocalizedText(
        nl: "In deze map mag niet worden geschreven. Kies een andere map of vraag de beheerder om schrijfrechten.",
        en: "This folder may not be written to. Choose another folder or ask the administrator for permission.")
    case .diskFull:
      LocalizedText(
        nl: "De schijf is vol. Maak ruimte en probeer het opnieuw; er is niets half weggeschreven.",
        en: "The disk is full. Make room and try again; nothing was left half written.")
    case .writeFailed(let code):
      LocalizedText(
        nl: "Het bestand is niet te schrijven; het systeem meldt fout \(code). Probeer een andere map.",
        en: "The file cannot be written; the system reports error \(code). Try another folder.")
    case .sheetNameRefused(let position):
      LocalizedText(
        nl: "De naam van werkblad \(position) kan niet: hoogstens 31 tekens, geen [ ] : * ? / \\ en geen naam dubbel.",
        en: "The name of sheet \(position) is not possible: at most 31 characters, none of [ ] : * ? / \\, no name "
          + "twice.")
    case .cellTextTooLong(let sheet, let row, let column, let limit):
      LocalizedText(
        nl: "De tekst voor rij \(row), kolom \(column) van werkblad \(sheet) is langer dan \(limit) tekens. Kort die "
          + "in.",
        en: "The text for row \(row), column \(column) of sheet \(sheet) is longer than \(limit) characters. Shorten "
          + "it.")
    case .valueOutOfRange(let sheet, let row, let column):
      LocalizedText(
        nl: "De waarde voor rij \(row), kolom \(column) van werkblad \(sheet) past niet in een werkmap. "
          + "Controleer de datum of het getal.",
        en: "The value for row \(row), column \(column) of sheet \(sheet) does not fit in a workbook. "
          + "Check the date or the number.")
    default: Self.generalMessage
    }
  }
}
