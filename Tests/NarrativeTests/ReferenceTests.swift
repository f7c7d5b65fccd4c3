import Foundation
import Model
import Testing

@testable import Narrative

/// The chapter on texts of the reference, line by line.
@Suite struct ReferenceTests {
  private let lines = NarrativeReference.markdown.split(separator: "\n", omittingEmptySubsequences: false).map(
    String.init)

  @Test func `functions, filters and blocks are listed as they are written`() {
    #expect(
      lines.prefix(8) == [
        "## Texts", "", "How they are written is told in [writing texts](narrative.md).", "", "| function | gives |",
        "| --- | --- |",
        "| `count(figure, row, column[, panel])` | The whole number of a cell. The column may be left out in a figure with "
          + "one column. |",
        "| `value(figure, row, column[, panel])` | The number of any cell: a mean, a percentage, a decimal. |",
      ])
    #expect(
      lines.contains(
        "| `share(figure, row, column[, of row\\|of all\\|of KEY]) or share(a, b)` | Per cent: the cell of its column's "
          + "total, of its row's total, of the grand total or of the row KEY. |"))
    #expect(
      lines.contains("| `words` | Whole numbers up to twelve in words: `drie`, `three`. Larger ones as a number. |"))
    #expect(lines.contains("| `::: casestory` | Case story (Casus) |"))
    let rows = lines.prefix { $0 != "### Verdict words of the house" }.filter { $0.hasPrefix("| `") }
    #expect(rows.count == FunctionName.allCases.count + FilterName.allCases.count + CalloutKind.allCases.count)
    for function in FunctionName.allCases {
      #expect(function.usage.hasPrefix(function.rawValue + "("))
      #expect(function.meaning.hasSuffix(".") && lines.contains { $0.hasSuffix("| \(function.meaning) |") })
    }
    for filter in FilterName.allCases {
      #expect(filter.usage.hasPrefix(filter.rawValue))
      #expect(filter.meaning.hasSuffix(".") && lines.contains { $0.hasSuffix("| \(filter.meaning) |") })
    }
  }

  @Test func `blocks have a name for readers in both languages`() {
    #expect(
      CalloutKind.allCases.map(\.label) == [
        LocalizedText(nl: "Begrip", en: "Definition"), LocalizedText(nl: "Kader", en: "Box"),
        LocalizedText(nl: "Casus", en: "Case story"), LocalizedText(nl: "Aanbeveling", en: "Recommendation"),
        LocalizedText(nl: "Knelpunt", en: "Bottleneck"),
      ])
  }

  @Test func `thresholds are written as they are met`() throws {
    let start = try #require(lines.firstIndex(of: "#### `ratio`, of a ratio"))
    #expect(
      lines[start..<start + 8] == [
        "#### `ratio`, of a ratio", "", "| numbers | Dutch | English |", "| --- | --- | --- |",
        "| below 1/2 | meer dan gehalveerd | more than halved |", "| up to 1/2 | gehalveerd | halved |",
        "| up to 11/20 | bijna gehalveerd | nearly halved |", "| up to 3/4 | sterk gedaald | fallen sharply |",
      ])
    #expect(lines.contains("| below -50 | daling van meer dan de helft | fall of more than half |"))
    #expect(lines.contains("| all others | alle | all |"))
    #expect(lines.filter { $0.hasPrefix("| all others |") }.count == 5)
  }

  @Test func `the reference in the documents has the chapter as it is written now`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let reference = try String(contentsOf: root.appending(path: "docs/reference.md"), encoding: .utf8)
    #expect(reference.contains(NarrativeReference.markdown))
  }
}
