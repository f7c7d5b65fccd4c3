internal import Model

/// Of kinds of file that are named rather than read.
extension SheetSentence {
  static func otherFile(_ kind: OtherFile) -> LocalizedText {
    switch kind {
    case .packed:
      LocalizedText(
        nl: "Dit is een ingepakt bestand. Pak het uit en lever de tabel die erin zit.",
        en: "This is a packed file. Unpack it and deliver the table that is in it.")
    case .archive:
      LocalizedText(
        nl: "Dit is een zipbestand met bestanden erin. Pak het uit en lever de tabel die erin zit.",
        en: "This is a zip file with files in it. Unpack it and deliver the table that is in it.")
    case .webPage:
      LocalizedText(
        nl: "Dit is een webpagina, hoe het bestand ook heet. Open die in Excel en sla de tabel op als Excel-werkmap "
          + "(.xlsx).",
        en: "This is a web page, whatever the file is called. Open it in Excel and save the table as an Excel workbook "
          + "(.xlsx).")
    case .excelXML:
      LocalizedText(
        nl: "Dit is een XML-werkblad van Excel 2003. Open het in Excel en sla het op als Excel-werkmap (.xlsx).",
        en: "This is an XML spreadsheet of Excel 2003. Open it in Excel and save it as an Excel workbook (.xlsx).")
    case .flatDocument:
      LocalizedText(
        nl: "Dit is een ODF-rekenblad in één XML-bestand (.fods). Sla het op als ODS-bestand (.ods) of als CSV.",
        en: "This is an ODF spreadsheet in one XML file (.fods). Save it as an ODS file (.ods) or as CSV.")
    case .prefixedWorkbook:
      LocalizedText(
        nl: "Dit is een werkmap waar iets voor staat dat er niet in hoort; dat komt bij downloaden of versturen. Open "
          + "de tabel in Excel of LibreOffice en sla die opnieuw op.",
        en: "This is a workbook with something before it that does not belong there, as downloading or sending may "
          + "leave. Open the table in Excel or LibreOffice and save it again.")
    }
  }
}
