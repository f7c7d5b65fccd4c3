import Model
import Testing

@testable import Disclosure
@testable import Tabulation

struct PolicyTests {
  private let reason = LocalizedText(nl: "Openbaar rapport.", en: "Public report.")

  @Test func `publishing as is needs its name and its reason`() throws {
    let policy = try Policy(.init(policy: "publishAsIs", reason: reason))
    #expect(policy == .publishAsIs(reason: reason))
    #expect(policy.name == "publishAsIs")
    #expect(policy.reason == reason)
  }

  @Test(arguments: [
    LocalizedText(""), LocalizedText(nl: "Openbaar.", en: " "), LocalizedText(nl: "", en: "Public."),
  ])
  func `an empty reason is refused`(_ empty: LocalizedText) {
    #expect(throws: PolicyError.withoutReason(name: "publishAsIs")) {
      try Policy(.init(policy: "publishAsIs", reason: empty))
    }
  }

  @Test func `an unknown policy is named, with the one that was meant`() {
    #expect(throws: PolicyError.unknown(name: "publishAsI")) {
      try Policy(.init(policy: "publishAsI", reason: reason))
    }
    #expect(
      PolicyError.unknown(name: "publishAsI").message.nl
        == "Het publicatiebeleid 'publishAsI' bestaat niet; kies uit: publishAsIs, suppress. Bedoelt u 'publishAsIs'?")
  }
}

struct PublicationTests {
  private let table: ConfidentialTable = {
    func row(_ key: String) -> TableShape.RowHeader {
      .init(
        key: key, name: nil, label: LocalizedText(key), measure: LocalizedText("cases"),
        unit: .named(LocalizedText("cases")))
    }
    let column = { (key: String, panel: Int) in
      TableShape.ColumnHeader(key: key, name: LocalizedText("x"), label: LocalizedText(key), panel: panel)
    }
    let shape = TableShape(
      figure: "fig-1", title: LocalizedText("A figure"),
      unit: UnitOfCount(name: "case", label: LocalizedText("cases"), repeats: .oncePerYear),
      rows: [row("a"), row("b")], columns: [column("unknown", 0), column("unknown", 1)], panels: [], chart: .none,
      sourceLine: LocalizedText(""), notes: [])
    let cells = [[1, 2], [3, 4]].map { $0.map { Cell(.exact(Quantity($0)), rung: .linked) } }
    return ConfidentialTable(shape: shape, cells: cells)
  }()

  @Test func `publishing as is changes no cell`() {
    let publication = Publication(of: [table], under: .publishAsIs(reason: LocalizedText("public")))
    #expect(publication.tables.map(\.shape) == [table.shape])
    #expect(publication.tables[0].cells == table.cells)
    #expect(publication.table(named: "fig-2") == nil)
  }

  @Test func `a cell is found by its keys and its panel`() {
    let published = PublishedTable(shape: table.shape, cells: table.cells)
    #expect(published.cell(row: "b", column: "unknown")?.value == .exact(Quantity(3)))
    #expect(published.cell(row: "b", column: "unknown", panel: 1)?.value == .exact(Quantity(4)))
    #expect(published.cell(row: "c", column: "unknown") == nil)
  }
}
