/// A workbook of one sheet, by hand.
package func workbook(
  rows: String, strings: String = "", numberFormats: String = "", cellFormats: String = "", properties: String = "",
  afterData: String = ""
) -> ZipBuilder {
  ZipBuilder([
    ("[Content_Types].xml", "<Types/>"),
    (
      "_rels/.rels",
      "<Relationships><Relationship Id='r' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns:r='r'><workbookPr \(properties)/>"
        + "<sheets><sheet name='Blad1' sheetId='1' r:id='rId7'/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId7' Type='http://x/worksheet' Target='/xl/worksheets/tabel.xml'/>"
        + "<Relationship Id='rId8' Type='http://x/styles' Target='styles.xml'/>"
        + "<Relationship Id='rId9' Type='http://x/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet><numFmts>\(numberFormats)</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        + "<cellXfs>\(cellFormats)</cellXfs></styleSheet>"
    ),
    ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
    ("xl/worksheets/tabel.xml", "<worksheet><sheetData>\(rows)</sheetData>\(afterData)</worksheet>"),
  ])
}
