@testable import Model
import Testing

@testable import Tabulation

private typealias M = CountMonitor

private let years = Figure.Dimension(
  variable: "year", name: LocalizedText(nl: "jaar", en: "year"), order: ["2023", "2024"])
private let year2024 = Figure.FixedValue(
  variable: "year", code: "2024", name: LocalizedText(nl: "jaar", en: "year"))

private func axis(_ variable: String, _ order: [String], pools: [Figure.Pool] = [], from: [String] = [])
  -> Figure.Dimension
{
  Figure.Dimension(variable: variable, name: LocalizedText(variable), order: order, pools: pools, from: from)
}

private func figure(_ delivered: Figure.Delivered) -> Figure {
  Figure(
    id: "fig-1", title: LocalizedText("A figure"), measure: LocalizedText("meldingen"), unit: M.unit,
    numbers: .delivered(delivered))
}

/// - Parameter axis: Of the rows; nil: the whole of the table in one.
private func figure(
  _ axis: Figure.Dimension?, _ source: String = "care", _ table: String = "contacts", fixed: [Figure.FixedValue] = [],
  panels: [Figure.Dimension] = [years], rowTotal: Figure.Total.Basis? = nil, columnTotal: Figure.Total.Basis? = nil,
  statistic: Figure.Statistic = .count
) -> Figure {
  let held = Figure.HeldTable(source: source, table: table, fixed: fixed)
  let total = rowTotal.map { Figure.Total(label: LocalizedText("Totaal"), basis: $0) }
  return figure(
    .init(
      rows: axis.map { .dimension($0, of: held, total: total) } ?? .whole(of: held, total: total), panels: panels,
      columnTotal: columnTotal.map { .init(label: LocalizedText("2023-2024"), basis: $0) }, statistic: statistic))
}

/// The cells as words: a number, `12*` a provisional one, and for each absence a sign: `-` not delivered, `n` not
/// recorded, `q` not asked, `d` not derivable, `x` not applicable, `0/0` undefined.
private func cells(_ figure: Figure, over counts: [ReportedCounts] = M.counts) throws -> [[String]] {
  try figure.tabulated(over: counts, in: M.monitor).cells.map { row in
    row.map { cell in
      switch cell.state {
      case .exact: cell.value.quantity?.plain ?? ""
      case .provisional: (cell.value.quantity?.plain ?? "") + "*"
      case .rounded, .revised, .estimate, .derived: "?"
      case .absent(let absence):
        switch absence {
        case .notDelivered: "-"
        case .notRecorded: "n"
        case .notAsked: "q"
        case .notDerivable: "d"
        case .notApplicable: "x"
        case .undefined: "0/0"
        case .notShown, .notEstimable, .suppressed: "?"
        }
      }
    }
  }
}

struct DeliveredTableTests {
  @Test func `words for one code are added, and zero, not kept and not delivered stay apart`() throws {
    let rows = axis("kind", ["sexual", "labour", "other", "unknown"])
    #expect(try cells(figure(rows)) == [["11", "24"], ["5", "0"], ["n", "n"], ["2", "-"]])
  }

  @Test func `the last delivery of a number counts, also for an earlier year`() throws {
    let table = try figure(axis("kind", ["sexual"])).trace(
      row: "sexual", column: "2023", over: M.counts, in: M.monitor)
    #expect(table.parts.map(\.period) == ["2024", "2023"])
    #expect(table.parts.map(\.sourceRow) == [2, 3])
    #expect(table.parts[0].earlier == CountPart.Earlier(period: "2023", number: Quantity(9), sourceRow: 2))
  }

  @Test func `the whole is the partner's own total, else the sum of the parts that are kept`() throws {
    #expect(try cells(figure(nil)) == [["18", "30"]])
  }

  @Test func `a shown total misses what is not delivered and says so; the base is the total given`() throws {
    let rows = axis("kind", ["sexual", "labour", "other", "unknown"])
    #expect(try cells(figure(rows, rowTotal: .shown)).last == ["18", "-"])
    #expect(try cells(figure(rows, rowTotal: .base)).last == ["18", "30"])
    let some = axis("kind", ["sexual", "labour"])
    #expect(try cells(figure(some, rowTotal: .shown)).last == ["16", "24"])
    #expect(try cells(figure(some, columnTotal: .shown)) == [["11", "24", "35"], ["5", "0", "5"]])
  }

  @Test func `a pool needs each of its parts`() throws {
    let pools = [
      Figure.Pool(label: LocalizedText("a"), codes: ["sexual", "labour"]),
      Figure.Pool(label: LocalizedText("b"), codes: ["labour", "unknown"]),
      Figure.Pool(label: LocalizedText("c"), codes: ["labour", "other"]),
    ]
    #expect(try cells(figure(axis("kind", [], pools: pools))) == [["16", "24"], ["7", "-"], ["n", "n"]])
  }

  @Test func `shares are exact, and nothing is computed over nothing`() throws {
    let rows = axis("kind", ["sexual", "labour"])
    #expect(
      try cells(figure(rows, rowTotal: .base, statistic: .shareOfColumn(decimals: 1)))
        == [["61.1", "80.0"], ["27.8", "0.0"], ["100.0", "100.0"]])
    #expect(try cells(figure(rows, statistic: .shareOfRow(decimals: 0))) == [["31", "69"], ["100", "0"]])
    let empty = [M.delivery("care", "2024", M.cells("contacts", 2024, from: 2, [([2], "0"), ([3], "0")]))]
    let none = figure(
      axis("kind", ["labour", "other"]), fixed: [year2024], panels: [],
      statistic: .shareOfColumn(decimals: 1))
    #expect(try cells(none, over: empty) == [["0/0"], ["0/0"]])
  }

  @Test func `without a delivery every cell is not delivered, and never 0`() throws {
    let rows = axis("kind", ["sexual", "labour"])
    #expect(try cells(figure(rows, rowTotal: .shown), over: []) == [["-", "-"], ["-", "-"], ["-", "-"]])
    #expect(try cells(figure(nil, "police", "checks")) == [["-", "0"]])
  }

  @Test func `a delivery that is not declared complete gives provisional numbers`() throws {
    let counts = [
      M.delivery("care", "2024", isComplete: false, M.cells("contacts", 2024, from: 2, [([2], "3"), ([nil], "5")]))
    ]
    let rows = axis("kind", ["labour", "other"])
    #expect(try cells(figure(rows, rowTotal: .base), over: counts) == [["-", "3*"], ["-", "-"], ["-", "5*"]])
  }

  @Test func `categories of which several may hold are never added`() throws {
    let rows = axis("kind", ["sexual", "labour", "other"])
    let signs = { (rows: Figure.Dimension, basis: Figure.Total.Basis, statistic: Figure.Statistic) in
      figure(rows, "survey", "signs", fixed: [year2024], panels: [], rowTotal: basis, statistic: statistic)
    }
    #expect(try cells(signs(rows, .base, .count)) == [["d"], ["4"], ["0"], ["8"]])
    #expect(try cells(signs(rows, .shown, .count)).last == ["8"])
    #expect(try cells(signs(rows, .base, .shareOfColumn(decimals: 1))) == [["d"], ["50.0"], ["0.0"], ["100.0"]])
  }

  @Test func `percentages are printed as given and never added`() throws {
    let pools = [Figure.Pool(label: LocalizedText("a"), codes: ["sexual", "labour"])]
    let shares = figure(
      axis("kind", ["labour", "other"]), "survey", "shares", fixed: [year2024], panels: [])
    let table = try shares.tabulated(over: M.counts, in: M.monitor)
    #expect(table.shape.rows.map(\.unit) == [.perCent, .perCent])
    #expect(try cells(shares) == [["25"], ["-"]])
    let pooled = figure(
      axis("kind", [], pools: pools), "survey", "shares", fixed: [year2024], panels: [])
    #expect(try cells(pooled) == [["d"]])
  }

  @Test func `two axes beside each other, and one of them added up`() throws {
    let rows = axis("kind", ["sexual"])
    let sex = axis("sex", ["woman", "man"])
    #expect(
      try cells(figure(rows, "care", "clients", fixed: [year2024], panels: [sex], columnTotal: .base))
        == [["4", "6", "10"]])
    #expect(try cells(figure(rows, "care", "clients")) == [["-", "10"]])
    let man = Figure.FixedValue(variable: "sex", code: "man")
    #expect(try cells(figure(rows, "care", "clients", fixed: [man])) == [["-", "6"]])
  }

  @Test func `classes of two partners meet in the common core, and cells say where they cannot`() throws {
    func row(_ source: String, _ table: String) -> Figure.DeliveredRow {
      Figure.DeliveredRow(
        measure: LocalizedText("jongeren"), name: LocalizedText("partner"), label: LocalizedText(source),
        held: .init(source: source, table: table, fixed: [.init(variable: "year", code: "2024")]), key: source)
    }
    let compared = figure(
      .init(
        rows: .each([row("police", "victims"), row("care", "ages")]),
        panels: [
          axis("age", ["minor", "young", "older"], from: ["policeAge", "careAge"]),
          axis(
            "age", [], pools: [.init(label: LocalizedText("18+"), codes: ["young", "older"])],
            from: ["policeAge", "careAge"]),
        ]))
    #expect(try cells(compared) == [["1", "d", "d", "-"], ["7", "3", "5", "8"]])
    let table = try compared.tabulated(over: M.counts, in: M.monitor)
    #expect(table.shape.rows.map(\.key) == ["police", "care"])
    #expect(
      table.shape.notes.map(\.nl) == [
        "De police telt in andere klassen: onder 18; 18 tot en met 25; 26 of meer. Waar die niet op de klassen van "
          + "deze tabel passen, staat geen getal. Gemeenschappelijk zijn: onder 18; 18 of meer."
      ])
  }

  @Test func `with several panels the total is that of the first`() throws {
    func only(_ year: String) -> Figure.Dimension {
      Figure.Dimension(variable: "year", name: LocalizedText("jaar"), order: [year])
    }
    let rows = axis("kind", ["sexual"])
    let both = figure(rows, panels: [only("2023"), only("2024")], columnTotal: .shown)
    #expect(try cells(both) == [["11", "24", "11"]])
    let table = try both.tabulated(over: M.counts, in: M.monitor)
    #expect(table.shape.columns.map(\.panel) == [0, 1, nil])
    #expect(table.shape.columns.map(\.isTotal) == [false, false, true])
  }

  @Test func `a fixed value with a name becomes a constant of the table`() throws {
    let table = try figure(nil, fixed: [year2024], panels: []).tabulated(over: M.counts, in: M.monitor)
    #expect(table.shape.constants == [.init(name: LocalizedText(nl: "jaar", en: "year"), label: LocalizedText("2024"))])
    #expect(table.shape.columns.map(\.key) == ["value"])
    #expect(table.shape.rows.map(\.key) == ["total"])
    #expect(table.cells[0][0].rung == .observed)
  }

  @Test func `the order of deliveries of other sources does not matter`() throws {
    let rows = axis("kind", ["sexual", "labour", "unknown"])
    let turned = [M.counts[3], M.counts[1], M.counts[0], M.counts[2]]
    #expect(try cells(figure(rows, rowTotal: .shown), over: turned) == cells(figure(rows, rowTotal: .shown)))
  }

  @Test func `what the monitor does not have is an error that names it`() {
    #expect(throws: TabulationError.unknownTable(figure: "fig-1", source: "care", table: "none")) {
      try figure(nil, "care", "none").tabulated(over: [], in: M.monitor)
    }
    #expect(throws: TabulationError.unknownVariable(figure: "fig-1", variable: "sex")) {
      try figure(axis("sex", ["man"])).tabulated(over: [], in: M.monitor)
    }
    #expect(throws: TabulationError.unknownCell(figure: "fig-1", row: "all", column: "2023")) {
      try figure(nil).trace(row: "all", column: "2023", over: [], in: M.monitor)
    }
  }
}
