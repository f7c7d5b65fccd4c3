import Model
import Testing

@testable import Consistency

@Suite struct `The rule of two totals` {
  private func found(_ first: String, _ second: String) -> [Contradiction] {
    DoubleTotalRule(tables: Invented.tables([first, second])).contradictions()
  }

  private static let first = "fig-1 | casussen mensenhandel | jaar=2024 | 1100 casussen | total"

  @Test func `finds two totals that count the same and differ`() {
    let contradictions = found(Self.first, "fig-1 | casussen in beeld | jaar=2024 | 1200 casussen | total")
    #expect(contradictions.map(\.summary) == ["cross-figure error fig-1: 1100 for 1200"])
    #expect(contradictions.map { $0.cells.map(\.value) } == [[1100, 1200]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "fig-1, casussen mensenhandel: hier staat 1.100, maar bij ‘casussen in beeld’ staat 1.200.",
          en: "fig-1, casussen mensenhandel: this says 1,100, but ‘casussen in beeld’ says 1,200.")
      ])
  }

  @Test(arguments: ["één dubbel geteld", "dubbele telling", "counted double", "counted twice"])
  func `only notes it where the table says that it counts double`(_ bracket: String) {
    let contradictions = found(Self.first, "fig-1 | casussen in beeld (\(bracket)) | jaar=2024 | 1200 casussen | total")
    #expect(contradictions.map(\.severity) == [.note])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "fig-1, casussen mensenhandel: hier staat 1.100, maar bij ‘casussen in beeld (\(bracket))’ staat 1.200; "
            + "de tabel zegt "
            + "zelf dat er dubbel is geteld.",
          en:
            "fig-1, casussen mensenhandel: this says 1,100, but ‘casussen in beeld (\(bracket))’ says 1,200; the "
            + "table itself "
            + "says that it counts double.")
      ])
  }

  @Test func `believes either of the two about counting double`() {
    let contradictions = found(
      "fig-1 | casussen (dubbel) | jaar=2024 | 12 casussen | total",
      "fig-1 | casussen | jaar=2024 | 11 casussen | total")
    #expect(contradictions.map(\.severity) == [.note])
  }

  @Test(arguments: [
    (900, 1000, true), (1000, 900, true), (899, 1000, false), (1000, 899, false), (1000, 1000, false), (0, 0, false),
  ])
  func `takes totals within a tenth of the larger for the same`(_ first: Int, _ second: Int, _ isFound: Bool) {
    let contradictions = found(
      "fig-1 | casussen a | | \(first) casussen | total", "fig-1 | casussen b | | \(second) casussen | total")
    #expect(contradictions.map(\.expected) == (isFound ? ["\(first)"] : []))
  }

  @Test(arguments: [
    "fig-2 | casussen in beeld | jaar=2024 | 1200 casussen | total",
    "fig-1 | casussen in beeld | jaar=2023 | 1200 casussen | total",
    "fig-1 | casussen in beeld | jaar=2024 | 1200 meldingen | total",
    "fig-1 | casussen in beeld | jaar=2024 | 1200 casussen",
    "fig-1 | beeld van casussen | jaar=2024 | 1200 casussen | total",
    "fig-1 | casussen uitsluitend | jaar=2024 | 1200 casussen | total",
    "fig-1 | casussen in beeld | jaar=2024; groep=a | 1200 casussen | total",
    "fig-1 | casussen | jaar=2024 | 1200 casussen | total, inferred",
    "fig-1 | casussen in beeld | groep=Totaal; jaar=2024 | 1200 casussen | total",
    "fig-1 | a | jaar=2024 | 1200 casussen | total",
    "fig-1 | casussen in beeld | jaar=2024 | - casussen | total",
  ])
  func `compares sure totals of one figure, unit, place and first word`(_ second: String) {
    #expect(found(Self.first, second).isEmpty)
    #expect(found(second, Self.first).isEmpty)
  }

  @Test func `compares no shares, and each pair once`() {
    #expect(found("fig-1 | aandeel a | | 50 % | total", "fig-1 | aandeel b | | 51 % | total").isEmpty)
    let three = [100, 101, 102].map { "fig-1 | casussen | | \($0) casussen | total" }
    #expect(
      DoubleTotalRule(tables: Invented.tables(three)).contradictions().map { "\($0.expected) \($0.published)" }
        == ["100 101", "100 102", "101 102"])
  }
}
