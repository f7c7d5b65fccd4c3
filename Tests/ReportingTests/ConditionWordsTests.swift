import Model
import Testing

@testable import Reporting

@Suite struct ConditionWordsTests {
  static let cases: [(Condition, String)] = [
    (.always, "altijd"), (.isIn(variable: "kind", values: ["child"]), "soort is ‘Kinderen’"),
    (.isIn(variable: "kind", values: ["child", "unknown"]), "soort is ‘Kinderen’ of ‘Onbekend’"),
    (.isKnown(variable: "age"), "leeftijd is bekend"), (.compares(variable: "year", .atLeast, 2020), "jaar ≥ 2020"),
    (.compares(variable: "age", .less, 18), "leeftijd < 18 jaar"),
    (.hasAll(variable: "kind", values: ["child", "old"]), "soort bevat zowel ‘Kinderen’ en ‘Ouderen’"),
    (.hasOnly(variable: "kind", values: ["old"]), "soort bevat alleen ‘Ouderen’"),
    (.not(.isKnown(variable: "age")), "niet (leeftijd is bekend)"),
    (
      .all([.isKnown(variable: "age"), .any([.always, .hasAny(variable: "kind", values: ["old"])])]),
      "leeftijd is bekend en (altijd of soort bevat ‘Ouderen’)"
    ),
  ]

  @Test(arguments: cases)
  func `a condition reads as a sentence`(_ condition: Condition, _ words: String) {
    #expect(condition.words(in: InventedEdition.monitor(), .nl) == words)
  }
}
