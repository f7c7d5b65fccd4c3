import Model
import Testing

@testable import Charts

/// Numbers with their places: a table in a wide place, a block a row in a narrow one.
@Suite struct TopTableTests {
  /// Two rows over two panels and a total; places where a row is among the first.
  private static let table: InventedTable = {
    func cell(_ number: Int, _ rank: Int?) -> Cell { Cell(.exact(Quantity(number)), rung: .observed, rank: rank) }
    return InventedTable(
      chart: .topTable,
      rows: [
        ("Marokko", [cell(10, 1), cell(4, nil), cell(6, 2), cell(10, 1)]),
        ("Verenigd Koninkrijk van Groot-Brittannië", [cell(5, 2), cell(8, 1), cell(0, nil), cell(5, 2)]),
      ], columns: ["2020", "2021", "vrouw", "2020-2021"], panelOf: [0, 0, 1, nil],
      panels: [LocalizedText(nl: "jaar", en: "year"), LocalizedText(nl: "geslacht", en: "sex")])
  }()

  private static var withTotal: InventedTable {
    var table = table
    table.hasTotalColumn = true
    return table
  }

  @Test func `each column has its numbers, its places and bars on its own scale`() {
    expectDrawn(
      TopTable(Self.withTotal.data()).drawing,
      """
      920 x 154
      "2020" 354 42, 12.5 end label
      "2021" 532 42, 12.5 end label
      "vrouw" 724 42, 12.5 end label
      "2020-2021" 916 42, 12.5 end label
      "jaar" 186 16, 13 heading
      baseline 186 23 - 532 23
      "geslacht" 556 16, 13 heading
      baseline 556 23 - 724 23
      "Marokko" 0 77, 14 label bold
      fill s0 190 82, 164 x 5
      "10" 354 74, 13.5 end total bold
      fill s0 (199 69, 10)
      "1" 199 73.5, 12.5 middle value on-s0 bold
      fill faint 368 82, 82 x 5
      "4" 532 74, 13.5 end aside
      fill s0 560 82, 164 x 5
      "6" 724 74, 13.5 end total bold
      fill s0 (569 69, 10)
      "2" 569 73.5, 12.5 middle value on-s0 bold
      fill s0 752 82, 164 x 5
      "10" 916 74, 13.5 end total bold
      fill s0 (761 69, 10)
      "1" 761 73.5, 12.5 middle value on-s0 bold
      grid 0 92 - 920 92
      "Verenigd Koninkrijk" 0 109, 14 label bold
      "van Groot-Brittannië" 0 125, 14 label bold
      fill s0 190 122, 82 x 5
      "5" 354 114, 13.5 end total bold
      fill s0 (199 109, 10)
      "2" 199 113.5, 12.5 middle value on-s0 bold
      fill s0 368 122, 164 x 5
      "8" 532 114, 13.5 end total bold
      fill s0 (377 109, 10)
      "1" 377 113.5, 12.5 middle value on-s0 bold
      fill faint 560 122, 0 x 5
      "0" 724 114, 13.5 end aside
      fill s0 752 122, 82 x 5
      "5" 916 114, 13.5 end total bold
      fill s0 (761 109, 10)
      "2" 761 113.5, 12.5 middle value on-s0 bold
      "De staafjes van elke kolom staan op een eigen schaal." 920 148, 12 end aside
      """)
  }

  @Test func `each row is a block with its places in the first panel`() {
    expectDrawn(
      TopList(Self.withTotal.data()).drawing,
      """
      272 x 217
      "Plaats per jaar" 0 16, 13.5 heading bold
      "2020-2021" 272 16, 13.5 end heading bold
      grid 0 28 - 272 28
      "Marokko" 0 48, 14 label bold
      "10" 272 48, 14 end total bold
      fill s0 0 56, 272 x 6
      "2020" 68 78, 12.5 middle tick
      fill s0 (68 94, 10)
      "1" 68 98.5, 12.5 middle value on-s0 bold
      "2021" 204 78, 12.5 middle tick
      "–" 204 99, 14 middle aside
      grid 0 114 - 272 114
      "Verenigd Koninkrijk van" 0 134, 14 label bold
      "Groot-Brittannië" 0 151, 14 label bold
      "5" 272 134, 14 end total bold
      fill s0 0 159, 136 x 6
      "2020" 68 181, 12.5 middle tick
      fill s0 (68 197, 10)
      "2" 68 201.5, 12.5 middle value on-s0 bold
      "2021" 204 181, 12.5 middle tick
      fill s0 (204 197, 10)
      "1" 204 201.5, 12.5 middle value on-s0 bold
      """)
    let english = told(TopList(Self.withTotal.data(in: .en)).drawing)
    #expect(english.first == "\"Place by year\" 0 16, 13.5 heading bold")
  }
}
