import Disclosure
import Model
import Reporting
import Testing

@Suite struct LongFormTests {
  @Test func `writes rows, totals, ranks and withheld numbers as the published files do`() {
    let expected = """
      figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note
      fig-1,bezoekers naar soort,soort,Kinderen,jaar,2020,,,10,bezoekers,0,exact,,linked
      fig-1,bezoekers naar soort,soort,Kinderen,jaar,2021,,,,bezoekers,0,suppressed,,linked
      fig-1,bezoekers naar soort,soort,Kinderen,periode,2020-2021,,,30,bezoekers,1,exact,,linked
      fig-1,bezoekers naar soort,soort,Ouderen,jaar,2020,,,30,bezoekers,0,exact,,linked
      fig-1,plaats,soort,Ouderen,jaar,2020,,,1,rang,0,exact,,linked
      fig-1,bezoekers naar soort,soort,Ouderen,jaar,2021,,,40,bezoekers,0,exact,,linked
      fig-1,bezoekers naar soort,soort,Ouderen,periode,2020-2021,,,70,bezoekers,1,exact,,linked
      fig-1,plaats in totaal,soort,Ouderen,periode,2020-2021,,,1,rang,1,exact,,linked
      fig-1,bezoekers naar soort,soort,Totaal,jaar,2020,,,40,bezoekers,1,exact,,linked
      fig-1,bezoekers naar soort,soort,Totaal,jaar,2021,,,60,bezoekers,1,exact,,linked
      fig-1,bezoekers naar soort,soort,Totaal,periode,2020-2021,,,100,bezoekers,1,exact,,linked

      """
    #expect(longForm(of: InventedEdition.publication().tables[0]) == expected)
  }

  @Test func `limits of who is who are lines of their own, and say that they are no counts`() {
    var cell = SmallTable.exact(40)
    cell.spread = LinkageSpread(limits: .init(36, 44), standing: .middle)
    var outside = SmallTable.exact(60)
    outside.spread = LinkageSpread(limits: nil, standing: .high)
    let lines = longForm(of: SmallTable.table([[cell, outside]])).split(separator: "\n").map(String.init)
    #expect(
      lines.dropFirst() == [
        "fig-1,naar soort,soort,r0,jaar,c0,,,40,bezoekers,0,exact,,linked",
        #"fig-1,"naar soort, ondergrens van het 95%-interval door het herkennen van personen",soort,r0,jaar,c0,,,36,bezoekers,0,estimate,,linked; limit"#,
        #"fig-1,"naar soort, bovengrens van het 95%-interval door het herkennen van personen",soort,r0,jaar,c0,,,44,bezoekers,0,estimate,,linked; limit"#,
        "fig-1,naar soort,soort,r0,jaar,c1,,,60,bezoekers,0,exact,,linked",
      ])
  }

  @Test func `a row and column without axes leave the dimensions empty, and quotes are doubled`() {
    let expected = #"""
      figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note
      tekst-1,"geschat, ""ruw""",,,,,,,24.7,bezoekers,0,estimate,,estimated
      tekst-1,"geschat, ""ruw"", ondergrens van het 95%-interval",,,,,,,20,bezoekers,0,estimate,,estimated
      tekst-1,"geschat, ""ruw"", bovengrens van het 95%-interval",,,,,,,30,bezoekers,0,estimate,,estimated

      """#
    #expect(longForm(of: InventedEdition.publication().tables[1]) == expected)
  }
}
