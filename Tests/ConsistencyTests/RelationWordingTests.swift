import Model
import Testing

@testable import Consistency

@Suite struct `The wording of a relation` {
  private static let lines = [
    "fig-1 | slachtoffers | geslacht=Vrouw; jaar=2018 | 10 slachtoffers",
    "fig-1 | slachtoffers | geslacht=Vrouw; jaar=2020 | 12 slachtoffers",
    "fig-1 | slachtoffers | geslacht=Man; jaar=2018 | 5 slachtoffers", "fig-2 | aandeel | jaar=2018 | 24.5 %",
    "fig-2 | meldingen |  | 1400 meldingen", "fig-3 | meldingen | groep=a | 1400 meldingen",
  ]
  private let wording = RelationWording(tables: Invented.tables(lines))

  private func plus(_ cells: Int...) -> [LinearRelation.Term] { cells.map { .init(cell: $0, sign: 1) } }

  @Test(arguments: [
    (0, "fig-1, Vrouw, 2018"), (3, "fig-2, aandeel, 2018"), (4, "fig-2, meldingen"), (5, "fig-3, a"),
  ])
  func `names a cell by its categories, or by its measure where it has none`(_ cell: Int, _ text: String) {
    #expect(wording.place(wording.tables.cells[cell]) == LocalizedText(text))
  }

  private func sentence(_ relation: LinearRelation, proposal: Repair? = nil) -> LocalizedText {
    wording.sentence(for: [relation], proposal: proposal)
  }

  @Test func `says a sum of years, and years that do not follow each other`() {
    #expect(
      sentence(.agreement(plus(4), plus(0, 1)))
        == LocalizedText(
          nl:
            "Hetzelfde aantal staat er verschillend: 1.400 (fig-2, meldingen) tegenover 22 (som van 2 cellen van "
            + "fig-1, 2018 en "
            + "2020).",
          en:
            "The same number is printed differently: 1,400 (fig-2, meldingen) against 22 (sum of 2 cells of fig-1, "
            + "2018 and "
            + "2020)."))
  }

  @Test func `says a sum without years`() {
    #expect(
      sentence(.agreement(plus(0), plus(4, 5))).nl
        == "Hetzelfde aantal staat er verschillend: 10 (fig-1, Vrouw, 2018) tegenover 2.800 (som van 2 cellen van "
        + "fig-2)."
    )
  }

  @Test func `says a difference of two cells, without its sign`() {
    #expect(
      sentence(.agreement(plus(4), [.init(cell: 2, sign: 1), .init(cell: 1, sign: -1)]))
        == LocalizedText(
          nl:
            "Hetzelfde aantal staat er verschillend: 1.400 (fig-2, meldingen) tegenover 7 (verschil van fig-1, Man, "
            + "2018 en fig-1, "
            + "Vrouw, 2020).",
          en:
            "The same number is printed differently: 1,400 (fig-2, meldingen) against 7 (difference of fig-1, Man, "
            + "2018 and fig-1, "
            + "Vrouw, 2020)."))
  }

  @Test func `says three cells of several signs as a sum`() {
    let side = plus(0, 1) + [LinearRelation.Term(cell: 2, sign: -1)]
    #expect(
      sentence(.agreement(plus(4), side)).en
        == "The same number is printed differently: 1,400 (fig-2, meldingen) against 17 (sum of 3 cells of fig-1, "
        + "2018 and 2020)."
    )
  }

  @Test func `names the axis along which parts differ, in order of their names`() {
    #expect(
      sentence(.sum(4, of: [0, 2])).nl
        == "fig-2, meldingen: hier staat 1.400, maar over geslacht tellen de cellen op tot 15.")
    #expect(
      sentence(.sum(4, of: [0, 1])).nl
        == "fig-2, meldingen: hier staat 1.400, maar over de jaren tellen de cellen op tot 22.")
    #expect(
      sentence(.sum(4, of: [1, 2])).nl
        == "fig-2, meldingen: hier staat 1.400, maar over geslacht tellen de cellen op tot 17.")
    #expect(
      sentence(.sum(4, of: [5])).nl
        == "fig-2, meldingen: hier staat 1.400, maar over de delen tellen de cellen op tot 1.400.")
    #expect(
      sentence(.sum(4, of: [5])).en
        == "fig-2, meldingen: this says 1,400, but over the parts the cells add up to 1,400.")
  }

  @Test func `prints a number with as many decimals as its cell`() {
    #expect(
      sentence(.sum(3, of: [0, 2])).nl
        == "fig-2, aandeel, 2018: hier staat 24,5, maar over geslacht tellen de cellen op tot 15,0.")
    let repair = Repair(cell: 3, old: 24.5, new: 25, mended: [])
    #expect(
      wording.sentence(for: repair, mending: [.agreement(plus(3), plus(5))])
        == LocalizedText(
          nl: "fig-2, aandeel, 2018: hier staat 24,5, maar fig-3 geeft 25,0; met 25,0 klopt dat alles.",
          en: "fig-2, aandeel, 2018: this says 24.5, but fig-3 gives 25.0; with 25.0 all of that agrees."))
  }

  @Test func `gives every reason for a repair, each figure once`() {
    let relations: [LinearRelation] = [
      .sum(4, of: [0, 1]), .sum(5, of: [4, 0]), .agreement(plus(4), plus(5)), .agreement(plus(2), plus(4)),
      .agreement(plus(4), plus(1)),
    ]
    #expect(
      wording.sentence(for: Repair(cell: 4, old: 1400, new: 1040, mended: []), mending: relations)
        == LocalizedText(
          nl:
            "fig-2, meldingen: hier staat 1.400, maar de delen tellen op tot 1.040, de som klopt niet met fig-3, a "
            + "en fig-3 en "
            + "fig-1 geven 1.040; met 1.040 klopt dat alles, twee cijfers verwisseld.",
          en:
            "fig-2, meldingen: this says 1,400, but the parts add up to 1,040, the sum does not meet fig-3, a and "
            + "fig-3 and "
            + "fig-1 give 1,040; with 1,040 all of that agrees, two digits swapped."))
  }

  @Test func `gives a program what was expected and what is printed`() {
    func numbers(_ relations: LinearRelation...) -> [String] {
      let numbers = wording.numbers(of: relations)
      return [numbers.expected, numbers.published]
    }
    #expect(numbers(.sum(4, of: [0, 2]), .sum(4, of: [0, 1])) == ["15; 22", "1400"])
    #expect(numbers(.agreement(plus(0), plus(1)), .agreement(plus(2), plus(1, 4))) == ["12; 1412", "10; 5"])
    #expect(numbers(.bound(plus(0, 2), atMost: plus(1), subject: 0)) == [">= 15", "12"])
    var rank = LinearRelation.bound(plus(1), atMost: plus(0), subject: 1)
    rank.kind = .rank
    #expect(numbers(rank) == ["10", "12"])
  }
}
