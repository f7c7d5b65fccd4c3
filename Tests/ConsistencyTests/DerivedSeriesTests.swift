import Testing

@testable import Consistency

@Suite struct `A derived series` {
  /// A number for each label and year, in order.
  private func texts(_ labels: [String], years: [String] = ["2019"], dimension: String = "vorm") -> [String] {
    let lines = labels.flatMap { label in
      years.map { "fig-1 | slachtoffers | \(dimension)=\(label); jaar=\($0) | 5 slachtoffers" }
    }
    return Invented.tables(lines).derivedSeries().map { "\($0.origin) \($0.text)" }
  }

  @Test func `adds up every category that mentions a word, where some combine two`() {
    #expect(
      texts(["Seksuele uitbuiting", "Criminele uitbuiting", "Seksuele en criminele uitbuiting", "Overig"])
        == [
          "atLeast(\"crimine\") slachtoffers 2019: +1 +2", "atLeast(\"seksuel\") slachtoffers 2019: +2 +0",
          "atLeast(\"uitbuit\") slachtoffers 2019: +1 +2 +0",
        ])
  }

  @Test func `does not add up every category there is, nor a lone one`() {
    #expect(
      texts(["Arbeid", "Handel", "Arbeid and handel"])
        == ["atLeast(\"arbeid\") slachtoffers 2019: +0 +2", "atLeast(\"handel\") slachtoffers 2019: +2 +1"])
    #expect(
      texts(["Arbeid", "Handel", "Arbeid en handel", "Diensten"]).map { $0.prefix(16) }
        == ["atLeast(\"arbeid\"", "atLeast(\"handel\""])
  }

  @Test(arguments: [
    ["Arbeid", "Handel", "Arbeid of handel"], ["Arbeid", "Drugs", "Arbeid en drugs"],
    ["Arbeid", "Diensten", "Arbeid en handel"],
    ["Arbeid en handel", "Diensten"],
  ])
  func `needs a conjunction between two words of six letters that also stand apart`(_ labels: [String]) {
    #expect(texts(labels).isEmpty)
  }

  @Test func `is there where each of its categories is`() {
    let tables = Invented.tables([
      "fig-1 | x | vorm=Arbeid; jaar=2019 | 1 slachtoffers", "fig-1 | x | vorm=Handel; jaar=2019 | 2 slachtoffers",
      "fig-1 | x | vorm=Arbeid en handel; jaar=2019 | 3 slachtoffers",
      "fig-1 | x | vorm=Arbeid; jaar=2020 | 4 slachtoffers",
      "fig-1 | x | vorm=Diensten; jaar=2020 | 4 slachtoffers",
    ])
    #expect(tables.derivedSeries().map(\.text) == ["x 2019: +0 +2", "x 2019: +2 +1"])
  }

  @Test func `is what a label takes out of another`() {
    #expect(
      texts(["Slachtoffers", "Slachtoffers, exclusief EMM"], years: ["2019", "2020"], dimension: "reeks")
        == ["difference emm 2019: +0 -2; 2020: +1 -3"])
    #expect(
      texts(["Slachtoffers", "Slachtoffers excl. EMM", "Slachtoffers excl. EMM en OM"], dimension: "reeks")
        == ["difference emm 2019: +0 -1", "difference emm en om 2019: +0 -2", "difference en om 2019: +1 -2"])
  }

  @Test func `is no difference where one of the two is missing`() {
    let tables = Invented.tables([
      "fig-1 | x | reeks=Slachtoffers; jaar=2019 | 1 slachtoffers",
      "fig-1 | x | reeks=Slachtoffers zonder EMM; jaar=2020 | 1 slachtoffers",
    ])
    #expect(tables.derivedSeries().isEmpty)
  }

  @Test(
    arguments: [
      ("Slachtoffers", "Slachtoffers, exclusief EMM", ["emm"]),
      ("Slachtoffers", "SLACHTOFFERS EXCL. KMAR en EMM", ["kmar", "emm"]),
      ("Slachtoffers", "Slachtoffers zonder woonplaats", ["woonplaats"]),
      ("Victims", "Victims without address", ["address"]),
      ("Victims", "Victims excluding minors", ["minors"]), ("Slachtoffers", "Slachtoffers", nil),
      ("Slachtoffers", "Slachtoffers en daders", nil), ("Slachtoffers", "Daders zonder adres", nil),
      ("Slachtoffers, exclusief EMM", "Slachtoffers", nil), ("Alleen EMM", "Alleen EMM en KMar", ["kmar"]),
      ("Alleen EMM", "Alleen EMM of KMar", nil),
    ] as [(String, String, [String]?)])
  func `is named by what was left out`(_ whole: String, _ rest: String, _ words: [String]?) {
    #expect(Tables.removed(from: whole, in: rest)?.words == words)
  }
}
