import Testing

@testable import Consistency

@Suite struct `A list of figures` {
  @Test func `is read with titles, bases and completeness`() {
    let entries = FigureEntry.entries(
      csv:
        "report,figure,title,n_published,completeness\nr,fig-1,\"Leeftijd, sekse\",n=1.476,full\n"
        + "r,fig-2,Land,,partial\nr,fig-3,x,12,\n"
    )
    #expect(
      entries == [
        FigureEntry(report: "r", figure: "fig-1", title: "Leeftijd, sekse", base: 1476, isFull: true),
        FigureEntry(report: "r", figure: "fig-2", title: "Land", base: nil, isFull: false),
        FigureEntry(report: "r", figure: "fig-3", title: "x", base: 12, isFull: false),
      ])
    #expect(FigureEntry.entries(csv: "").isEmpty)
  }
}
