import Model
import Testing

@testable import Estimation

/// Four lists, of which two have a label.
@Suite struct ListNamesTests {
  private let names = ListNames(
    ["P", "O", "C", "D"],
    labels: ["P": LocalizedText(nl: "politie", en: "police"), "O": LocalizedText(nl: "opvang", en: "shelters")])

  @Test(arguments: [
    ("[1,2,3,4]", "geen lijsten hangen samen", "no lists hang together"),
    ("[12,3,4]", "politie × opvang", "police × shelters"),
    ("[13,34,2]", "politie × C, C × D", "police × C, C × D"),
    ("[123,4]", "politie × opvang × C", "police × shelters × C"),
    ("[12,13,14,23,24,34]", "alle 6 paren", "all 6 pairs"),
    ("[13,14,23,24]", "alle paren behalve politie × opvang, C × D", "all pairs except police × shelters, C × D"),
    ("1234 models", "1.234 modellen", "1,234 models"), ("10 classes", "10 klassen", "10 classes"),
    ("Mth Chao", "Mth Chao", "Mth Chao"), ("[15,2]", "[15,2]", "[15,2]"),
  ])
  func `a model is what hangs together in it`(_ notation: String, _ nl: String, _ en: String) {
    #expect(names.model(notation) == LocalizedText(nl: nl, en: en))
  }

  @Test func `without lists a model keeps its notation, and a list without a label its name`() {
    #expect(ListNames.plain.model("[12,3]") == LocalizedText("[12,3]"))
    #expect(names.together(["P", "C"], by: " + ") == LocalizedText(nl: "politie + C", en: "police + C"))
  }

  @Test func `a model is told by what it has more and less than another, where that is shorter`() {
    #expect(names.difference(of: "[12,34]", from: "[12,3,4]") == LocalizedText(nl: "met C × D", en: "with C × D"))
    #expect(
      names.difference(of: "[12,13,4]", from: "[12,13,34]") == LocalizedText(nl: "zonder C × D", en: "without C × D"))
    #expect(
      names.difference(of: "[12,13,24]", from: "[12,13,34]")
        == LocalizedText(nl: "met opvang × D, zonder C × D", en: "with shelters × D, without C × D"))
    #expect(names.difference(of: "[12,3,4]", from: "[13,24]") == nil)
    #expect(names.difference(of: "[12,3,4]", from: "[12,3,4]") == nil)
  }

  @Test func `warnings and doubts name lists by their labels`() {
    let tie = EstimationWarning.nearTie(chosen: "[12,13,4]", other: "[12,3,4]", difference: 0.5, otherEstimate: 1234)
    #expect(
      tie.text(naming: names).nl
        == "Het gekozen model wint met een verschil van 0,50 van hetzelfde zonder politie × C, "
        + "dat op 1.234 uitkomt: de keuze tussen beide is niet hard.")
    let doubt = HeadlineDoubt.unexplained(lists: ["P", "O", "C"], persons: 12, expected: 4.4)
    #expect(doubt.text(naming: names).nl.hasPrefix("Op politie, opvang, C samen staan 12 personen"))
    #expect(doubt.withoutNumbers(naming: names).en.hasPrefix("police, shelters, C hang together"))
    #expect(
      HeadlineDoubt.nested(list: "P", within: "D").text(naming: names).en.hasPrefix(
        "Everybody on list police is on list D"))
  }
}
