import Testing

@testable import Consistency

/// Tables among the sentences of a Markdown text.
@Suite struct MarkedTablesTests {
  private static let text = #"""
    # Rapport

    Een zin met een | erin, en nog een.

    **Tabel 1. Meldingen naar soort**

    | Soort | 2022 | 2023 |
    |---|---:|:---:|
    | Geluid | 388 | 431 |
    | Stank \| geur | 61 | 58 |
    | **Totaal** | 449 | *489* |

    Daarna gaat de tekst door.

    Soort | Aantal
    ----- | -----:
    Aa | 12
    Bb | 13

    ```
    | geen | tabel |
    |---|---|
    | 1 | 2 |
    ```
    """#

  @Test func `are what stands between bars, below a head and a line of dashes`() {
    let tables = MarkedTables(Self.text).tables
    #expect(tables.map(\.caption) == ["Tabel 1. Meldingen naar soort", ""])
    #expect(tables[0].rows[2] == ["Stank | geur", "61", "58"])
    #expect(tables[0].rows[3] == ["Totaal", "449", "489"])
    #expect(tables[1].rows == [["Soort", "Aantal"], ["Aa", "12"], ["Bb", "13"]])
  }

  @Test func `are read as those of a page are, and a text without any is no table`() throws {
    let table = try #require(TextReading.tables(inText: Self.text, file: "r.md"))
    #expect(table.cells.count == 8)
    #expect(Set(table.cells.map(\.figure)) == ["r-1", "r-2"])
    #expect(TextReading.tables(inText: "Een zin | nog een.", file: "r.md") == nil)
  }
}
