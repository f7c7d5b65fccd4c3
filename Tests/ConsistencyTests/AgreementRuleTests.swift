import Testing

@testable import Consistency

@Suite struct `The agreement rule` {
  private func relations(_ lines: [String]) -> [String] {
    let tables = Invented.tables(lines)
    return AgreementRule(tables: tables).relations(among: tables.allSeries).map(\.text)
  }

  /// One measure in each of two figures, a number a year from 2011 on; whether all years are taken for the same.
  private func isAccepted(
    _ first: [Int], _ second: [Int], measures: (String, String), figures: (String, String) = ("fig-1", "fig-2"),
    units: (String, String) = ("personen", "personen")
  ) -> Bool {
    let lines =
      first.enumerated().map { "\(figures.0) | \(measures.0) | jaar=\(2011 + $0) | \($1) \(units.0)" }
      + second.enumerated().map { "\(figures.1) | \(measures.1) | jaar=\(2011 + $0) | \($1) \(units.1)" }
    let found = relations(lines)
    let all = first.indices.map { "agreement: +\($0) -\($0 + first.count) = 0" }
    #expect(found.isEmpty || found == all)
    return !found.isEmpty
  }

  @Test(arguments: [
    ([10, 20, 30, 40], [10, 20, 30, 40], true), ([10, 20, 30], [10, 20, 30], false),
    ([10, 20, 30, 40, 50], [10, 20, 30, 40, 51], true), ([10, 20, 30, 40, 50, 60], [10, 20, 30, 40, 51, 61], false),
    ([10, 20, 30, 40, 50, 60, 70, 80], [10, 20, 30, 40, 50, 60, 71, 81], true),
    ([10, 20, 30, 40, 50, 60, 70, 80], [10, 20, 30, 40, 50, 61, 71, 81], false),
    ([10, 20, 10, 20], [10, 20, 10, 20], false), ([9, 10, 20, 30], [9, 10, 20, 30], true),
    ([8, 9, 20, 30], [8, 9, 20, 30], false), ([10, 20, 30, 40], [11, 21, 31, 41], false),
  ])
  func `asks words in common or four equal numbers, three of four, three of them telling`(
    _ first: [Int], _ second: [Int], _ isSame: Bool
  ) {
    #expect(isAccepted(first, second, measures: ("vrouwen", "aangiften")) == isSame)
  }

  @Test func `compares one unit with the same only, and figures that are not one block`() {
    let numbers = [10, 20, 30, 40]
    #expect(!isAccepted(numbers, numbers, measures: ("vrouwen", "aangiften"), units: ("personen", "meldingen")))
    #expect(relations((0..<4).map { "fig-1 | x | jaar=\(2011 + $0); land=\("abcd") | 10 personen" }).isEmpty)
  }

  @Test(arguments: [
    ([12, 15], [12, 16], true), ([12, 15], [13, 16], false), ([12, 15, 17], [12, 16, 18], false),
    ([9, 15], [9, 16], false),
    ([10, 15], [10, 16], true), ([12], [12], true), ([12, 15, 17, 18], [12, 15, 18, 19], true),
  ])
  func `asks half of the numbers where one measure says all of the other`(
    _ first: [Int], _ second: [Int], _ isSame: Bool
  ) {
    let measures = ("vrouwen met letsel in regio", "vrouwen met letsel")
    #expect(isAccepted(first, second, measures: measures) == isSame)
    #expect(isAccepted(first, second, measures: (measures.1, measures.0)) == isSame)
  }

  @Test(arguments: [
    ("vrouwen in regio", "vrouwen"), ("vrouwen met letsel (uitsluitend)", "vrouwen met letsel"),
    ("vrouwen in regio", "a"),
    ("vrouwen in regio", "mannen in regio"),
  ])
  func `takes nothing from a single word, a narrower one, a label without words, or another word`(
    _ first: String, _ second: String
  ) {
    #expect(!isAccepted([12, 15], [12, 15], measures: (first, second)))
  }

  @Test func `expects one measure without categories to be the same everywhere`() {
    #expect(isAccepted([1, 2], [3, 4], measures: ("slachtoffers", "Slachtoffers")))
    #expect(!isAccepted([1, 2], [3, 4], measures: ("slachtoffers", "slachtoffers (tekst)")))
    #expect(!isAccepted([1, 2], [3, 4], measures: ("slachtoffers", "meldingen")))
  }

  @Test(arguments: [
    ("tekst-politie", "tekst-justitie", false), ("tekst-politie", "politie", true), ("tekst-politie", "fig-2", true),
    ("fig-2", "tekst-politie", true), ("tekst", "tekst-politie", true),
  ])
  func `expects so of figures that are not each about something else`(_ first: String, _ second: String, _ isSame: Bool)
  {
    let measures = ("slachtoffers", "slachtoffers")
    #expect(isAccepted([1, 2], [3, 4], measures: measures, figures: (first, second)) == isSame)
  }

  @Test func `does not expect so of tables with categories`() {
    let lines = ["fig-1", "fig-2"].flatMap { figure in
      ["a", "b"].map { "\(figure) | slachtoffers | groep=\($0) | \(figure == "fig-1" ? 1 : 2) personen" }
    }
    #expect(relations(lines).isEmpty)
  }

  /// A number in the text for a category of a figure, in 2015 and 2016.
  private func named(_ measure: String, category: String, _ numbers: [Int] = [12, 15], of other: [Int] = [12, 16])
    -> [String]
  {
    let text = zip([2015, 2016], numbers).map { "tekst | \(measure) | jaar=\($0) | \($1) meldingen" }
    let figure = zip([2015, 2016], other).flatMap { year, number in
      [
        "fig-2 | meldingen | regio=\(category); jaar=\(year) | \(number) meldingen",
        "fig-2 | meldingen | regio=Zeeland; jaar=\(year) | 40 meldingen",
      ]
    }
    return relations(text + figure)
  }

  @Test func `finds the category that a measure names`() {
    let both = ["agreement: +0 -2 = 0", "agreement: +1 -4 = 0"]
    #expect(named("meldingen Noord-Holland", category: "Noord-Holland") == both)
    #expect(named("meldingen Noord-Holland", category: "Noord-Holland", [13, 15]).isEmpty)
    #expect(named("meldingen van de politie", category: "Politie") == both)
    #expect(named("politiemeldingen", category: "Politie") == both)
    #expect(named("noordmeldingen", category: "Noord") == both)
    #expect(named("chatmeldingen", category: "Chat").isEmpty)
    #expect(named("meldingen Utrecht", category: "Politie").isEmpty)
    #expect(named("meldingen Noord-Holland", category: "Overige Noord-Holland").isEmpty)
  }

  @Test func `puts the smaller table first, and says each pair of cells once`() {
    let lines = (0..<4).flatMap { year in
      ["a", "b"].map {
        "fig-1 | vrouwen | groep=\($0); jaar=\(2011 + year) | \(20 + year + ($0 == "a" ? 0 : 50)) personen"
      }
    }
    let small = (0..<4).map { "fig-2 | aangiften | jaar=\(2011 + $0) | \(20 + $0) personen" }
    #expect(relations(lines + small) == (0..<4).map { "agreement: +\(8 + $0) -\(2 * $0) = 0" })
  }

  @Test func `says a pair of cells once, however many series have it`() {
    let lines = ["fig-1", "fig-2"].flatMap { figure in
      ["Jong", "Oud"].map { "\(figure) | gemelde personen | groep=\($0); geslacht=Vrouw | 20 personen" }
    }
    #expect(relations(lines) == ["agreement: +0 -2 = 0", "agreement: +1 -3 = 0"])
  }

  @Test func `adds years up where only one of the two prints the period`() {
    let lines = [
      "fig-1 | vrouwen | jaar=2015 | 10 personen", "fig-1 | vrouwen | jaar=2016 | 20 personen",
      "fig-2 | vrouwen | jaar=2015-2016 | 31 personen",
    ]
    #expect(relations(lines) == ["agreement: +2 -0 -1 = 0"])
  }
}

@Suite struct `The agreement rule on derived series` {
  private static let years = 2015...2019

  /// In each year `whole` with at least the form, of which five in combination; the text says `said`.
  private func formRelations(_ measure: String, whole: [Int], said: [Int]) -> Int {
    let text = zip(Self.years, said).map { "tekst | \(measure) | jaar=\($0) | \($1) personen" }
    let figure = zip(Self.years, whole).flatMap { year, number in
      [
        "fig-2 | vormen | vorm=Seksuele uitbuiting; jaar=\(year) | \(number - 5) personen",
        "fig-2 | vormen | vorm=Dwangarbeid; jaar=\(year) | 1 personen",
        "fig-2 | vormen | vorm=Seksuele uitbuiting en dwangarbeid; jaar=\(year) | 5 personen",
      ]
    }
    let tables = Invented.tables(text + figure)
    return AgreementRule(tables: tables).relations(among: tables.allSeries).filter { $0.terms.count == 3 }.count
  }

  private static let wholes = [30, 40, 50, 60, 70]

  @Test(arguments: [
    ([30, 40, 50, 60, 70], 5), ([30, 40, 50, 61, 71], 5), ([30, 40, 51, 61, 71], 5), ([30, 41, 51, 61, 71], 0),
    ([31, 41, 51, 61, 71], 0),
  ])
  func `asks two telling numbers in five for everyone with at least a form`(_ said: [Int], _ count: Int) {
    #expect(formRelations("personen met seksuele schade", whole: Self.wholes, said: said) == count)
  }

  @Test func `asks half where only one number is telling`() {
    let same = [30, 30, 30, 60, 70]
    #expect(formRelations("seksuele schade", whole: same, said: [30, 30, 30, 61, 71]) == 5)
    #expect(formRelations("seksuele schade", whole: same, said: [30, 30, 31, 61, 71]) == 0)
  }

  @Test(arguments: ["personen met schade", "personen met uitsluitend seksuele schade"])
  func `asks for the word, and no narrower one`(_ measure: String) {
    #expect(formRelations(measure, whole: Self.wholes, said: Self.wholes) == 0)
  }

  /// What leaving out the hotline takes from a series, against what the text says of it.
  private func differences(_ measure: String, said: [Int]) -> [String] {
    let text = zip(Self.years, said).map { "tekst | \(measure) | jaar=\($0) | \($1) personen" }
    let figure = zip(Self.years, [12, 14, 16, 18, 20]).flatMap { year, number in
      [
        "fig-2 | stroom | reeks=Geteld; jaar=\(year) | \(100 + number) personen",
        "fig-2 | stroom | reeks=Geteld zonder meldlijn; jaar=\(year) | 100 personen",
      ]
    }
    let tables = Invented.tables(text + figure)
    return AgreementRule(tables: tables).relations(among: tables.allSeries).map(\.text)
  }

  @Test func `takes what is only known from somewhere for what is lost without it`() {
    let found = (0..<5).map { "agreement: +\($0) -\(5 + 2 * $0) +\(6 + 2 * $0) = 0" }
    #expect(differences("personen uitsluitend van de meldlijn", said: [12, 14, 17, 19, 21]) == found)
    #expect(differences("personen alleen van de meldlijn", said: [12, 14, 17, 19, 21]) == found)
    #expect(differences("personen only van de meldlijn", said: [12, 14, 17, 19, 21]) == found)
    #expect(differences("personen ook van de meldlijn", said: [12, 14, 16, 18, 20]).isEmpty)
    #expect(differences("personen van de meldlijn", said: [12, 14, 16, 18, 20]).isEmpty)
    #expect(differences("personen uitsluitend van de politie", said: [12, 14, 16, 18, 20]).isEmpty)
  }

  @Test func `never holds one derived series against another`() {
    let lines = ["fig-1", "fig-2"].flatMap { figure in
      Self.years.flatMap { year in
        ["Seksuele uitbuiting", "Dwangarbeid", "Seksuele uitbuiting en dwangarbeid"].map {
          "\(figure) | vormen | vorm=\($0); jaar=\(year) | \(year - 1990) personen"
        }
      }
    }
    let tables = Invented.tables(lines)
    #expect(AgreementRule(tables: tables).relations(among: tables.derivedSeries()).isEmpty)
  }
}
