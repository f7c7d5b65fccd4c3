import Model
import Testing

@testable import Consistency

private func found(_ text: String) -> [Contradiction] {
  PublishedReport(name: "x", cells: TextReading.read(text, file: "t.csv").cells).contradictions()
}

@Suite struct `What cannot be counted` {
  @Test func `may be the mean of those above`() {
    let rows =
      "Maand;Dagen;Uren\njan;17;31\nfeb;19;44\nmrt;18;40\napr;9;38\nmei;12;29\njun;7;33\nGemiddeld;13,7;36\n"
    #expect(found(rows).isEmpty)
  }

  @Test func `may be changes below zero of which another sum is wrong`() {
    let rows =
      "Balans;2021;2022;2023\nWinning;20754;20555;19069\nInvoer;5371;9730;10518\nVoorraad;-976;1420;1062\nAanbod;25149;31705;30649\n"
    #expect(found(rows).filter { $0.kind == .impossible }.isEmpty)
    #expect(found(rows.replacing("5371", with: "5731")).filter { $0.kind == .impossible }.isEmpty)
  }

  @Test func `are shares of the counts that give all other shares`() {
    let text =
      "Wijk;Leerlingen;Geslaagd;Geslaagd (%)\nA;200;180;90.0\nB;150;120;80.0\nC;100;85;850.0\nD;320;240;75.0\n"
    #expect(found(text).map(\.summary) == ["impossible error t: 85.0 for 850.0"])
    // Growth may be above a hundred.
    #expect(
      found(
        "Wijk;Leerlingen;Geslaagd;Groei (%)\nA;200;180;3.0\nB;150;120;12.5\nC;100;85;850.0\nD;320;240;7.1\n"
      ).isEmpty)
  }
}
