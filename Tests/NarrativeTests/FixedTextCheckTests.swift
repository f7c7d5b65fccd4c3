import Model
import Testing

@testable import Narrative

/// Texts of the folder that are printed as they stand.
@Suite struct `Fixed texts` {
  private static var check: FixedTextCheck {
    FixedTextCheck(
      period: 2018...2020, units: [LocalizedText(nl: "meldingen", en: "reports")],
      labels: [LocalizedText(nl: "Vrouwen", en: "Women")])
  }

  @Test(arguments: [
    ("Meldingen stijgen", ["stijgen"]), ("Minder meldingen dan in 2018", ["Minder meldingen"]),
    ("De meeste slachtoffers zijn vrouw.", ["meeste slachtoffers"]), ("Tientallen meldingen", ["Tientallen"]),
    ("Meldingen verdubbeld", ["verdubbeld"]), ("Vooral vrouwen", ["Vooral vrouwen"]),
    ("Een recordaantal", ["recordaantal"]),
    ("Meldingen naar vorm", []), ("Slachtoffers van 18 jaar en ouder", []), ("Wet van 1 juli 2020", []),
    ("Meldingen, drie jaren samen", []), ("Iedereen die zich meldt, telt één keer.", []),
    ("Waar een aantal ontbreekt, staat dat erbij.", []), ("Zie artikel 273f.", []),
  ])
  func `say no verdict in Dutch`(_ text: String, _ words: [String]) {
    #expect(Self.check.verdicts(in: text, .nl) == words, "\(text)")
  }

  @Test(arguments: [
    ("Reports rise", ["Reports rise"]), ("Fewer reports than before", ["Fewer reports"]),
    ("Mainly women", ["Mainly women"]),
    ("Most victims are women.", ["Most victims"]), ("Reports by form", []), ("Victims of 18 and older", []),
    ("The real number may be higher.", []), ("This number is a lower bound.", []),
  ])
  func `say no verdict in English`(_ text: String, _ words: [String]) {
    #expect(Self.check.verdicts(in: text, .en) == words, "\(text)")
  }

  @Test func `that are names may be the lowest, and may not fall`() {
    #expect(Self.check.changes(in: "Meldingen per maand, laagste", .nl) == [])
    #expect(Self.check.changes(in: "Meer dan één vorm", .nl) == [])
    #expect(Self.check.changes(in: "Het aantal dat daalde", .nl) == ["daalde"])
  }

  @Test func `have their number words read in their language`() {
    #expect(spelledNumber("vijfendertig", in: .nl) == 35)
    #expect(spelledNumber("thirty-five", in: .en) == 35)
    #expect(spelledNumber("ten", in: .nl) == nil)
  }
}
