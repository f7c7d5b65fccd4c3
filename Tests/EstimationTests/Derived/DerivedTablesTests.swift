import Model
import Testing

@testable import Estimation
@testable import Tabulation

/// A table with one cell of 41 persons and one without a number, and numbers derived from the first.
@Suite struct DerivedTablesTests {
  private static let unit = UnitOfCount(
    name: "person", label: LocalizedText(nl: "personen", en: "persons"), repeats: .oncePerYear)

  private static let table = ConfidentialTable(
    shape: TableShape(
      figure: "fig-1", title: LocalizedText("x"), unit: unit,
      rows: ["seen", "unseen"].map {
        .init(
          key: $0, name: nil, label: LocalizedText($0), measure: LocalizedText("persons"), unit: .named(unit.label))
      },
      columns: ["2020", "2021"].map {
        .init(key: $0, name: LocalizedText("year"), label: LocalizedText($0), panel: 0)
      }, panels: [LocalizedText("year")], chart: .none, sourceLine: LocalizedText(""), notes: []),
    cells: [
      [Cell(.exact(Quantity(41)), rung: .linked), Cell(.exact(Quantity(0)), rung: .linked)],
      [Cell(.notDelivered, rung: .linked), Cell(.suppressed(.primary), rung: .linked)],
    ])

  private static func share(
    of row: String, _ column: String, in figure: String = "fig-1", whole: Int = 200
  ) -> DerivedPlan.Form {
    .share(
      seen: .cell(figure: figure, row: row, column: column),
      whole: .quoted(
        .init(
          label: LocalizedText("whole"), value: Quantity(whole),
          interval: .init(lower: Quantity(whole / 2), upper: Quantity(whole * 2)), source: "A report")), times: nil)
  }

  private func derived(_ form: DerivedPlan.Form) throws -> [ConfidentialTable] {
    let plan = DerivedPlan(
      name: "part", title: LocalizedText("x"), measure: LocalizedText("share"), unit: Self.unit, form: form,
      decimals: 1)
    let monitor = Monitor(
      name: "x", title: LocalizedText("x"), edition: "1", publisher: LocalizedText("x"), years: 2020...2021,
      referenceDate: "2022-01-01", seed: 1, units: [Self.unit],
      publication: .init(policy: "publishAsIs", reason: LocalizedText("x")), provenance: .registered,
      introduction: LocalizedText("x"), codebook: Codebook(version: "1", variables: []), grounds: [], sources: [],
      link: LinkPlan(reason: LocalizedText("x"), source: "x", combinations: []), rules: [], figures: [],
      derived: [plan])
    return try DerivedTables(of: monitor, tables: [Self.table], estimates: []).derived()
  }

  @Test func `a share is that of the cell in the number quoted, with the interval turned round`() throws {
    let table = try #require(try derived(Self.share(of: "seen", "2020")).first)
    let tenth = { Quantity(numerator: $0, denominator: 10, decimals: 1) }
    #expect(
      table.cells == [
        [Cell(.estimate(tenth(205), lower: tenth(103), upper: tenth(410), percent: 95), rung: .apportioned)],
        [Cell(.exact(Quantity(41)), rung: .linked)],
        [Cell(.estimate(Quantity(200), lower: Quantity(100), upper: Quantity(400), percent: 95), rung: .estimated)],
      ])
    #expect(table.shape.figure == "afgeleid-part" && table.shape.rows.map(\.key) == ["derived", "seen", "whole"])
  }

  @Test func `a number that needs what was not delivered is not delivered itself`() throws {
    let table = try #require(try derived(Self.share(of: "unseen", "2020")).first)
    #expect(table.cells == [[Cell(.notDelivered, rung: .apportioned)]])
    #expect(
      table.shape.notes.first?.en == "This number cannot be derived, because a number it needs was not delivered.")
  }

  @Test(arguments: [
    (share(of: "seen", "2020", in: "fig-2"), "there is no table fig-2."),
    (share(of: "sen", "2020"), "fig-1 has no row sen; did you mean seen?"),
    (share(of: "seen", "1066"), "fig-1 has no column 1066; choose from 2020, 2021."),
    (share(of: "unseen", "2021"), "the cell unseen, 2021 of fig-1 holds no number."),
    (share(of: "seen", "2020", whole: 0), "the estimated number is nought."),
    (
      DerivedPlan.Form.apportionment(
        whole: .estimate(name: "hidden", method: "bic"), factors: [], reason: LocalizedText("x")),
      "the method bic does not suit the lists of estimate hidden."
    ),
  ])
  func `what is not there is said with the name of the number`(_ form: DerivedPlan.Form, _ sentence: String) {
    #expect(throws: MonitorEstimatesError.self) { try derived(form) }
    do {
      _ = try derived(form)
    } catch {
      #expect((error as? MonitorEstimatesError)?.message.en == "figures.yaml, derived number part: \(sentence)")
    }
  }
}
