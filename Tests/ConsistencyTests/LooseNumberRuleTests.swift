import Model
import Testing

@testable import Consistency

@Suite struct `The rule of loose numbers` {
  private func found(
    _ note: String, text: Int = 3, status: String = "unassigned", value: String = "-",
    sure: String = "tekst | onderzoeken naar fraude (conclusie) | jaar=2020-2021 |"
  ) -> [Contradiction] {
    let tables = Invented.tables([
      "beeld | Aantal gestarte onderzoeken naar fraude | jaar=2020-2021 | \(value) zaken | \(status) | \(note)",
      "\(sure) \(text) onderzoeken",
    ])
    return LooseNumberRule(tables: tables).contradictions()
  }

  @Test func `notes a loose digit that is not the number of the text`() {
    let contradictions = found("raw: 6. Eén cijfer")
    #expect(contradictions.map(\.summary) == ["cross-figure note beeld: 3 for 6"])
    #expect(contradictions.map { $0.cells.map(\.reference) } == [["beeld|2020-2021", "tekst|2020-2021"]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "beeld, Aantal gestarte onderzoeken naar fraude: los bij dit bijschrift staat 6, maar tekst, onderzoeken "
            + "naar fraude "
            + "(conclusie), 2020-2021 geeft 3; of het getal hier hoort, is niet zeker.",
          en:
            "beeld, Aantal gestarte onderzoeken naar fraude: loose beside this caption stands 6, but tekst, "
            + "onderzoeken naar fraude "
            + "(conclusie), 2020-2021 gives 3; whether the number belongs here is not certain.")
      ])
  }

  @Test(arguments: ["raw: 6", "Los cijfer, raw: 6; de rest ontbreekt", "raw: 6, onderaan"])
  func `reads the digit up to a mark`(_ note: String) { #expect(found(note).map(\.published) == ["6"]) }

  @Test(arguments: [
    "raw: 85 74. Twee", "raw: 1913. Twee jaren", "raw: 12", "raw: 6 7", "raw: x", "", "6", "raw:6", "raw: ",
  ])
  func `reads nothing else than one digit`(_ note: String) { #expect(found(note).isEmpty) }

  @Test func `has nothing to note of the same number, or of a cell that is sure or has a value`() {
    #expect(found("raw: 6", text: 6).isEmpty)
    #expect(found("raw: 6", status: "inferred").isEmpty)
    #expect(found("raw: 6", value: "6").isEmpty)
  }

  @Test(arguments: [
    "beeld | onderzoeken naar fraude | jaar=2020-2021 |", "tekst | onderzoeken naar fraude | jaar=2020 |",
    "tekst | onderzoeken naar fraude | |", "tekst | onderzoeken | jaar=2020-2021 |",
    "tekst | onderzoeken naar diefstal | jaar=2020-2021 |",
    "tekst | onderzoeken naar fraude | jaar=2020-2021; groep=a |",
    "tekst | gemiddelde onderzoeken fraude | jaar=2020-2021 |",
  ])
  func `compares it with a count of another figure that says two of its words, for the same years`(_ sure: String) {
    #expect(found("raw: 6", sure: sure).isEmpty)
  }

  @Test func `does not compare it with what is not sure`() {
    let tables = Invented.tables([
      "beeld | onderzoeken naar fraude | jaar=2020 | - zaken | unassigned | raw: 6",
      "tekst | onderzoeken naar fraude | jaar=2020 | 3 onderzoeken | inferred",
      "tekst | onderzoeken naar fraude | jaar=2020 | - onderzoeken",
    ])
    #expect(LooseNumberRule(tables: tables).contradictions().isEmpty)
  }
}
