import Testing

@testable import Consistency

@Suite struct WordFormsTests {
  @Test(arguments: [
    ("manner", "mannern"), ("gemeinde", "gemeinden"), ("kind", "kinderen"), ("kat", "katten"),
    ("bibliotheek", "bibliotheken"), ("hopital", "hopitaux"), ("fiets", "fietsers"), ("motorcycle", "motorcyclist"),
    ("city", "cities"), ("peaton", "peatones"), ("buch", "buchern"), ("school", "scholen"),
  ])
  func `are found by endings`(_ one: String, _ other: String) {
    #expect(WordForms.areSame(one, other))
    #expect(WordForms.areSame(other, one))
  }

  @Test(arguments: [
    ("niger", "nigeria"), ("austria", "australia"), ("art", "artist"), ("virgin", "virginia"), ("nor", "norden"),
    ("iran", "iraq"), ("man", "manden"), ("2015", "2016"), ("hond", "honderd"),
  ])
  func `are not found where words only begin alike`(_ one: String, _ other: String) {
    #expect(!WordForms.areSame(one, other))
  }

  @Test func `of compounds are a label with what its figure counts behind it, or the head of a title`() {
    #expect(WordForms.isCompound("politiemeldingen", of: "politie", heads: ["meldingen"]))
    #expect(WordForms.isCompound("frauenanteile", of: "frauen", heads: ["anteil"]))
    #expect(!WordForms.isCompound("politieagenten", of: "politie", heads: ["meldingen"]))
    #expect(!WordForms.isCompound("politie", of: "politie", heads: ["meldingen"]))
    #expect(WordForms.isHead("doden", of: "verkeersdoden"))
    #expect(!WordForms.isHead("den", of: "verkeersdoden"))
  }
}
