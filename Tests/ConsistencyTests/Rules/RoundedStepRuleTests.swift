import Model
import Testing

@testable import Consistency

private func found(_ text: String) -> [Contradiction] {
  PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
}

@Suite struct `Numbers that were rounded to a step` {
  @Test func `are multiples of what the others are multiples of`() {
    let text = """
      Level,2015,2016,2017
      First,"61,690","9,720","98,140"
      Taught,"43,380","21,220","4,600"
      Research,"95,230","97,420","60,550"
      Other,"30,700","96,680","90,280"
      """
    #expect(found(text).isEmpty)
    #expect(
      found(text.replacing("21,220", with: "21,223")).map(\.summary) == [
        "impossible rounding t: 21220 for 21223"
      ])
    // Guesses have few digits.
    let guesses =
      "Zaal,Plaatsen,Staan\nA,300,150\nB,250,400\nC,120,90\nD,500,210\nE,340,160\nF,123,80\nG,220,60\nH,180,70\n"
    #expect(found(guesses).isEmpty)
  }

  @Test func `need no step that few numbers of thousands have`() {
    let thousands = "Sex,Aged 15,Aged 25\nMale,162000,120000\nFemale,93000,150000\nOther,51000,173000\n"
    #expect(found(thousands).isEmpty)
  }
}
