/// The namespaces of workbooks, transitional (ISO 29500-4) and strict (ISO 29500-1), and of what lies beside them.
package enum WorkbookNamespace {
  package static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  package static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  package static let strictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  package static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  package static let extension2010 = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"
  package static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
}

/// A workbook of one sheet, by hand.
///
/// - Parameter extras: Elements behind the properties of the workbook.
package func workbook(
  rows: String, strings: String = "", numberFormats: String = "", cellFormats: String = "", properties: String = "",
  afterData: String = "", extras: String = "", isStrict: Bool = false
) -> ZipBuilder {
  let main = isStrict ? WorkbookNamespace.strict : WorkbookNamespace.transitional
  let relations = isStrict ? WorkbookNamespace.strictRelations : WorkbookNamespace.relations
  return ZipBuilder([
    ("[Content_Types].xml", "<Types/>"),
    (
      "_rels/.rels",
      "<Relationships xmlns='\(WorkbookNamespace.package)'><Relationship Id='r' Type='http://x/officeDocument' Target='xl/workbook.xml'/>"
        + "</Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns='\(main)' xmlns:r='\(relations)'><workbookPr \(properties)/>\(extras)"
        + "<sheets><sheet name='Blad1' sheetId='1' r:id='rId7'/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='\(WorkbookNamespace.package)'>"
        + "<Relationship Id='rId7' Type='http://x/worksheet' Target='/xl/worksheets/tabel.xml'/>"
        + "<Relationship Id='rId8' Type='http://x/styles' Target='styles.xml'/>"
        + "<Relationship Id='rId9' Type='http://x/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet xmlns='\(main)'><numFmts>\(numberFormats)</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        + "<cellXfs>\(cellFormats)</cellXfs></styleSheet>"
    ),
    ("xl/sharedStrings.xml", "<sst xmlns='\(main)'>\(strings)</sst>"),
    (
      "xl/worksheets/tabel.xml",
      "<worksheet xmlns='\(main)'><sheetData>\(rows)</sheetData>\(afterData)</worksheet>"
    ),
  ])
}
