import Charts
import Model
import Testing

@Suite struct RowReadingTests {
  static let measure = LocalizedText(nl: "gemelde bezoekers", en: "reported visitors")

  @Test(
    arguments: [
      (LocalizedText(nl: "soort", en: "kind"), "ouderen", "Ouderen"),
      (LocalizedText(nl: "soort", en: "kind"), "", "Gemelde bezoekers"),
      (nil, "bezoekers", "Gemelde bezoekers"),
    ] as [(LocalizedText?, String, String)])
  func `a row is called by its label, or by its measure when it has no axis`(
    _ name: LocalizedText?, _ label: String, _ reading: String
  ) {
    let row = TableShape.RowHeader(
      key: "x", name: name, label: LocalizedText(label), measure: Self.measure, unit: .named(LocalizedText("")))
    #expect(row.reading(in: .nl) == reading)
  }
}
