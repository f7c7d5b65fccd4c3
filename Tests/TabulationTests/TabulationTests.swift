@testable import Model
import Testing

@testable import Tabulation

/// Eight cases: year, nationality, reporters (a set) and age; the last one is excluded.
///
///     case  year  nationality  reporters     age  notifications
///     0     2015  NL           police        20   1
///     1     2015  NL           police, kmar  30   2
///     2     2015  PL           kmar          -    1
///     3     2015  unknown      police        25   1
///     4     2016  PL           (none)        40   1
///     5     2016  NG           police        21   3
///     6     2016  NL           helpline      -    1
///     7     2016  NG           kmar          50   1
private let cases: Cases = {
  func categories(_ codes: String...) -> [Model.Category] {
    codes.map { Category(code: $0, label: LocalizedText(nl: "\($0)-nl", en: $0), short: LocalizedText("\($0)!")) }
  }
  var columns = Columns(rowCount: 8)
  func add(_ column: Column, _ name: String, _ kind: VariableKind, _ categories: [Model.Category]) {
    columns.set(column, for: Variable(name: name, kind: kind, label: LocalizedText(name), categories: categories))
  }
  add(.category([4, 4, 4, 4, 5, 5, 5, 5]), "year", .category, categories("2015", "2016"))
  add(.category([4, 4, 5, 0, 5, 6, 4, 6]), "nationality", .category, categories("NL", "PL", "NG", "GN"))
  add(.set([1, 3, 2, 1, 0, 1, 4, 2]), "reporters", .set, categories("police", "kmar", "helpline"))
  let unknown = NumberValue(.unknown).packed
  let age = VariableKind.number(unit: LocalizedText("years"), decimals: 0, minimum: 0, maximum: 120)
  add(.number([20, 30, unknown, 25, 40, 21, unknown, 50]), "age", age, [])
  var cases = Cases(columns: columns, offsets: [0, 1, 3, 4, 5, 6, 9, 10, 11], members: Array(0..<11))
  cases.exclusions = ["borderOnly"]
  cases.excludedBy[7] = 1
  return cases
}()

private let years = Figure.Dimension(
  variable: "year", name: LocalizedText(nl: "jaar", en: "year"), order: ["2015", "2016"])
private let reporters = Figure.Dimension(
  variable: "reporters", name: LocalizedText("melder"), order: ["police", "kmar"], usesShortLabels: true)
private let nationality = Figure.Dimension(
  variable: "nationality", name: LocalizedText("nationaliteit"), order: ["NL", "PL", "NG", "unknown"],
  labels: ["NL": LocalizedText("Nederland")])

private func figure(
  _ rows: Figure.Counted.Rows, unit: RepeatScope = .oncePerYear, rowTotal: Figure.Total.Basis? = nil,
  columnTotal: Figure.Total.Basis? = .shown, statistic: Figure.Statistic = .count
) -> Figure {
  Figure(
    id: "fig-1", title: LocalizedText("A figure"), measure: LocalizedText("slachtoffers"),
    unit: UnitOfCount(name: "victim", label: LocalizedText(nl: "slachtoffers", en: "victims"), repeats: unit),
    numbers: .counted(
      .init(
        rows: rows, panels: [years], rowTotal: rowTotal.map { .init(label: LocalizedText("Totaal"), basis: $0) },
        columnTotal: columnTotal.map {
          .init(label: LocalizedText("2015-2016"), name: LocalizedText("periode"), basis: $0)
        }, statistic: statistic)))
}

struct TabulationTests {
  @Test func `counts cases by a category with its own words`() throws {
    let table = try figure(.dimension(nationality), rowTotal: .base).tabulated(over: cases)
    #expect(table.counts == [[2, 1, 3], [1, 1, 2], [0, 1, 1], [1, 0, 1], [4, 3, 7]])
    #expect(table.shape.rows.map(\.key) == ["NL", "PL", "NG", "unknown", "total"])
    #expect(table.shape.rows.map(\.label.nl) == ["Nederland", "PL-nl", "NG-nl", "Onbekend", "Totaal"])
    #expect(table.shape.rows.map(\.isTotal) == [false, false, false, false, true])
    #expect(table.shape.rows.allSatisfy { $0.name?.nl == "nationaliteit" && $0.unit.label.nl == "slachtoffers" })
    #expect(table.shape.columns.map(\.key) == ["2015", "2016", "total"])
    #expect(table.shape.columns.map(\.name.nl) == ["jaar", "jaar", "periode"])
    #expect(table.shape.columns.map(\.panel) == [0, 0, nil])
    #expect(table.cells[0][0] == Cell(.exact(Quantity(2)), rung: .linked))
  }

  @Test func `a person reported by several is counted in each, and once among those shown`() throws {
    let shown = try figure(.dimension(reporters), rowTotal: .shown).tabulated(over: cases)
    #expect(shown.counts == [[3, 1, 4], [2, 0, 2], [4, 1, 5]])
    #expect(shown.shape.rows[0].label.nl == "police!")
    let base = try figure(.dimension(reporters), rowTotal: .base).tabulated(over: cases)
    #expect(base.counts[2] == [4, 3, 7])
  }

  @Test func `a unit per reporter counts a person once for each`() throws {
    let unit = RepeatScope.oncePerYearPer(variable: "reporters")
    let shown = try figure(.dimension(reporters), unit: unit, rowTotal: .shown).tabulated(over: cases)
    #expect(shown.counts == [[3, 1, 4], [2, 0, 2], [5, 1, 6]])
    let base = try figure(.dimension(reporters), unit: unit, rowTotal: .base).tabulated(over: cases)
    #expect(base.counts[2] == [5, 2, 7])
    var other = figure(.dimension(nationality), unit: unit)
    #expect(try other.tabulated(over: cases).counts == [[3, 1, 4], [1, 0, 1], [0, 1, 1], [1, 0, 1]])
    other.counted.filter = .hasAny(variable: "reporters", values: ["police"])
    #expect(try other.tabulated(over: cases).counts == [[2, 0, 2], [0, 0, 0], [0, 1, 1], [1, 0, 1]])
  }

  @Test func `every time counts notifications, as observed`() throws {
    let table = try figure(.dimension(nationality), unit: .everyTime).tabulated(over: cases)
    #expect(table.counts == [[3, 1, 4], [1, 1, 2], [0, 3, 3], [1, 0, 1]])
    #expect(table.cells[0][0].rung == .observed)
  }

  @Test func `series are conditions with populations of their own`() throws {
    let table = try figure(
      .series([
        .init(
          label: LocalizedText("registered"), measure: LocalizedText("registered cases"), condition: .always,
          population: .all),
        .init(label: LocalizedText("remaining"), condition: .always),
        .init(label: nil, condition: .hasAny(variable: "reporters", values: ["police"]), isTotal: true),
      ])
    ).tabulated(over: cases)
    #expect(table.counts == [[4, 4, 8], [4, 3, 7], [3, 1, 4]])
    #expect(table.shape.rows.map(\.key) == ["series-1", "series-2", "series-3"])
    #expect(table.shape.rows.map(\.name?.nl) == ["reeks", "reeks", nil])
    #expect(table.shape.rows.map(\.measure.nl) == ["registered cases", "slachtoffers", "slachtoffers"])
    #expect(table.shape.rows.map(\.isTotal) == [false, false, true])
  }

  @Test func `years can be pooled and the total can hold what is not shown`() throws {
    var pooled = figure(.dimension(nationality))
    pooled.counted.panels = [
      .init(
        variable: "year", name: LocalizedText("periode"), order: [],
        pools: [.init(label: LocalizedText("2015-2016"), codes: ["2015", "2016"])])
    ]
    #expect(try pooled.tabulated(over: cases).counts == [[3, 3], [2, 2], [1, 1], [1, 1]])
    var partly = figure(.dimension(nationality), columnTotal: .base)
    partly.counted.panels = [.init(variable: "year", name: LocalizedText("jaar"), order: ["2016"])]
    #expect(try partly.tabulated(over: cases).counts[0] == [1, 3])
    partly.counted.columnTotal?.basis = .shown
    #expect(try partly.tabulated(over: cases).counts[0] == [1, 1])
  }

  @Test func `shares are of the column's or the row's total, and undefined of nothing`() throws {
    let ofColumn = try figure(.dimension(nationality), rowTotal: .base, statistic: .shareOfColumn(decimals: 1))
      .tabulated(over: cases)
    #expect(ofColumn.cells[0].map(\.value.quantity?.plain) == ["50.0", "33.3", "42.9"])
    #expect(ofColumn.cells[4].map(\.value.quantity?.plain) == ["100.0", "100.0", "100.0"])
    #expect(ofColumn.shape.rows[0].unit.label.nl == "%")
    var ofRow = figure(.dimension(nationality), statistic: .shareOfRow(decimals: 0))
    ofRow.counted.filter = .isIn(variable: "nationality", values: ["NL"])
    let cells = try ofRow.tabulated(over: cases).cells
    #expect(cells[0].map(\.value.quantity?.plain) == ["67", "33", "100"])
    #expect(cells[1].map(\.value) == [.undefined, .undefined, .undefined])
  }

  @Test func `a series states shares over a base of its own, and says how many that are`() throws {
    let share = Figure.Series(
      label: LocalizedText("NL"), condition: .isIn(variable: "nationality", values: ["NL"]), key: "dutch",
      name: LocalizedText("herkomst"), value: .share(of: .isKnown(variable: "nationality"), decimals: 1))
    let oldest = Figure.Series(
      label: LocalizedText("oudste"), condition: .always,
      value: .summary(.maximum, variable: "age", unit: .named(LocalizedText("jaar")), decimals: 0))
    let table = try figure(.series([share, oldest])).tabulated(over: cases)
    #expect(table.cells[0].map(\.value.quantity?.plain) == ["66.7", "33.3", "50.0"])
    #expect(table.cells[0].map(\.base) == [3, 3, 6])
    #expect(table.cells[1].map(\.value.quantity?.plain) == ["30", "40", "40"])
    #expect(table.cells[1].map(\.base) == [3, 2, 5])
    #expect(table.shape.rows.map(\.key) == ["dutch", "series-2"])
    #expect(table.shape.rows[0].name == LocalizedText("herkomst"))
    #expect(table.shape.rows.map(\.unit.label.nl) == ["%", "jaar"])
  }

  @Test func `a row may count in a unit of its own`() throws {
    func row(_ repeats: RepeatScope) -> Figure.Series {
      let unit = UnitOfCount(name: "unit", label: LocalizedText("eenheden"), repeats: repeats)
      return Figure.Series(label: LocalizedText("rij"), condition: .always, unit: unit)
    }
    let rows = [
      row(.everyTime), row(.everyTimeAgain), row(.oncePerYearPer(variable: "reporters")), row(.oncePerYear),
    ]
    let table = try figure(.series(rows)).tabulated(over: cases)
    #expect(
      table.cells.map { $0.map(\.value.quantity?.plain) } == [
        ["5", "5", "10"], ["1", "2", "3"], ["5", "2", "7"], ["4", "3", "7"],
      ])
    #expect(table.shape.rows.allSatisfy { $0.unit.label.nl == "eenheden" })
  }

  @Test func `those with the same number count once together in a year, and whoever has none counts alone`() throws {
    var shared = cases
    let unknown = NumberValue(.unknown).packed
    let variable = Variable(
      name: "situation", kind: .number(unit: LocalizedText("number"), decimals: 0, minimum: 1, maximum: 99),
      label: LocalizedText("situation"))
    shared.columns.set(.number([1, 1, 2, unknown, 1, 1, unknown, 9]), for: variable)
    let table = try figure(.dimension(nationality), unit: .oncePerYearTogether(variable: "situation"), rowTotal: .base)
      .tabulated(over: shared)
    // Rows NL, PL, NG, unknown and the total; the situation of a Polish and a Nigerian case counts once in the total.
    #expect(
      table.cells.map { $0.map(\.value.quantity?.plain) } == [
        ["1", "1", "2"], ["1", "1", "2"], ["0", "1", "1"], ["1", "0", "1"], ["3", "2", "5"],
      ])
  }

  @Test func `a figure without columns has one, without a name`() throws {
    var single = figure(.dimension(nationality), columnTotal: nil)
    single.counted.panels = []
    let table = try single.tabulated(over: cases)
    #expect(table.shape.columns.map(\.name.nl) == [""])
    #expect(table.cells.map { $0.map(\.value.quantity?.plain) } == [["3"], ["2"], ["1"], ["1"]])
  }

  @Test func `mean and median are over known values`() throws {
    var withAges = figure(.dimension(nationality))
    withAges.counted.summaries = Figure.SummaryRow.Kind.allCases.map { kind in
      .init(
        kind: kind, variable: "age", label: LocalizedText("leeftijd"), measure: LocalizedText("leeftijd"),
        unit: .named(LocalizedText("jaar")), decimals: 1)
    }
    let table = try withAges.tabulated(over: cases)
    #expect(table.cells[4].map(\.value.quantity?.plain) == ["25.0", "30.5", "27.2"])
    #expect(table.cells[5].map(\.value.quantity?.plain) == ["25.0", "30.5", "25.0"])
    #expect(table.cells[6].map(\.value.quantity?.plain) == ["20.0", "21.0", "20.0"])
    #expect(table.cells[7].map(\.value.quantity?.plain) == ["30.0", "40.0", "40.0"])
    #expect(table.shape.rows.suffix(4).map(\.key) == ["mean-age", "median-age", "minimum-age", "maximum-age"])
    #expect(table.shape.rows.suffix(4).allSatisfy { $0.isSummary && $0.unit.label.nl == "jaar" })
    withAges.counted.filter = .isIn(variable: "age", values: ["unknown"])
    #expect(try withAges.tabulated(over: cases).cells[4].map(\.value) == [.undefined, .undefined, .undefined])
  }

  @Test func `a top keeps what is first anywhere, ties included`() throws {
    let all = Figure.Dimension(variable: "nationality", name: LocalizedText("n"), order: [])
    let table = try figure(
      .top(all, places: 1, rankMeasure: LocalizedText("plaats"), totalRankMeasure: LocalizedText("plaats over alles")),
      rowTotal: .base
    ).tabulated(over: cases)
    // In 2015 NL is first; in 2016 NL, PL and NG share the first place; nobody is from GN.
    #expect(table.shape.rows.map(\.key) == ["NL", "PL", "NG", "total"])
    #expect(table.counts == [[2, 1, 3], [1, 1, 2], [0, 1, 1], [4, 3, 7]])
    #expect(table.cells.map { $0.map(\.rank) } == [[1, 1, 1], [nil, 1, 2], [nil, 1, 3], [nil, nil, nil]])
    #expect(table.shape.rankMeasures?.inTotal.nl == "plaats over alles")
    let shown = try figure(
      .top(all, places: 1, rankMeasure: LocalizedText("p"), totalRankMeasure: LocalizedText("p")), rowTotal: .shown
    ).tabulated(over: cases)
    #expect(shown.counts[3] == [3, 3, 6])
  }

  @Test func `what is counted from imputed values stands on that rung`() throws {
    var imputed = cases
    imputed.imputedVariables = ["nationality"]
    #expect(try figure(.dimension(nationality)).tabulated(over: imputed).cells[0][0].rung == .imputed)
    #expect(try figure(.dimension(reporters)).tabulated(over: imputed).cells[0][0].rung == .linked)
  }

  /// The base is everybody, whatever was imputed; what the rows show together is as imputed as they are.
  @Test(arguments: [(Figure.Total.Basis.base, Rung.linked), (.shown, .imputed)])
  func `a total over imputed rows stands on their rung unless it is the base`(
    _ basis: Figure.Total.Basis, _ rung: Rung
  ) throws {
    var imputed = cases
    imputed.imputedVariables = ["nationality"]
    let dutch = Figure.Series(
      label: LocalizedText("NL"), condition: .isIn(variable: "nationality", values: ["NL"]))
    for rows in [Figure.Counted.Rows.dimension(nationality), .series([dutch])] {
      let cells = try figure(rows, rowTotal: basis).tabulated(over: imputed).cells
      #expect(cells.first?.map(\.rung) == [.imputed, .imputed, .imputed])
      #expect(cells.last?.map(\.rung) == [rung, rung, rung])
    }
  }

  @Test func `a confidential table shows its shape and nothing else`() throws {
    let table = try figure(.dimension(nationality), rowTotal: .base).tabulated(over: cases)
    #expect("\(table)" == "confidential table fig-1, 5 rows by 3 columns")
    #expect(String(reflecting: table) == "\(table)")
    var dumped = ""
    dump(table, to: &dumped)
    #expect(!dumped.contains("exact") && !dumped.contains("cells"))
  }

  static let mistakes: [(Figure, TabulationError)] = [
    (
      figure(.dimension(.init(variable: "colour", name: LocalizedText("c"), order: []))),
      .unknownVariable(figure: "fig-1", variable: "colour")
    ),
    (
      figure(.dimension(.init(variable: "year", name: LocalizedText("c"), order: ["2014"]))),
      .unknownValue(figure: "fig-1", variable: "year", value: "2014")
    ),
    (
      figure(.dimension(.init(variable: "age", name: LocalizedText("c"), order: []))),
      .unsuited(figure: "fig-1", variable: "age")
    ),
    (
      figure(.series([.init(label: nil, condition: .isKnown(variable: "colour"))])),
      .unknownVariable(figure: "fig-1", variable: "colour")
    ),
    (
      figure(.series([.init(label: nil, condition: .always, population: .after(rule: "none"))])),
      .unknownExclusion(figure: "fig-1", rule: "none")
    ),
  ]

  @Test(arguments: mistakes)
  func `names the figure and what it does not know`(_ mistake: (figure: Figure, error: TabulationError)) {
    #expect(throws: mistake.error) { try mistake.figure.tabulated(over: cases) }
  }
}

struct CellTraceTests {
  private let notifications: Notifications = {
    let rows = 11
    return Notifications(
      columns: Columns(rowCount: rows), person: [0, 1, 1, 2, 3, 4, 5, 5, 5, 6, Notifications.noPerson],
      delivery: [0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1], sourceRow: Array(2...12),
      deliveries: ["police", "kmar"].map {
        DeliverySummary(
          source: $0, period: "2015", version: 1, fileName: "\($0).csv", checksum: "", rowsRead: 6, rowsTaken: 6,
          rowsSetAside: 1, rowsMovedDown: 0)
      })
  }()

  @Test func `tells where a number came from`() throws {
    let trace = try figure(.dimension(nationality)).trace(
      row: "NG", column: "2016", in: cases, notifications: notifications)
    #expect(trace.casesBeforeExclusion == 2)
    #expect(trace.excluded == [.init(rule: "borderOnly", cases: 1)])
    #expect(trace.casesCounted == 1)
    #expect(trace.counted == 1)
    #expect(trace.notifications == 3)
    #expect(trace.repeatsRemoved == 2)
    #expect(trace.deliveries.map(\.delivery.source) == ["police"])
    #expect(trace.deliveries.map(\.notifications) == [3])
    #expect(
      trace.received == .init(rowsRead: 12, rowsSetAside: 2, notifications: 11, withoutPerson: 1, cases: 8))
  }

  @Test func `counts the cases whose value was imputed`() throws {
    var imputed = cases
    var filled = try #require(cases.columns.variable(named: "nationality"))
    filled.name = "nationalityFilled"
    imputed.columns.set(.category([4, 4, 5, 4, 5, 6, 4, 6]), for: filled)
    imputed.imputedVariables = ["nationalityFilled"]
    imputed.imputationTrails = [
      .init(variable: "nationalityFilled", imputed: "nationalityFilled", original: "nationality")
    ]
    let rows = Figure.Dimension(variable: "nationalityFilled", name: LocalizedText("n"), order: ["NL"])
    let trace = try figure(.dimension(rows)).trace(
      row: "NL", column: "2015", in: imputed, notifications: notifications)
    #expect(trace.casesCounted == 3)
    #expect(trace.imputed == [.init(variable: "nationalityFilled", cases: 1)])
    #expect(trace.rung == .imputed)
  }

  @Test func `a cell that is not there is an error`() {
    #expect(throws: TabulationError.unknownCell(figure: "fig-1", row: "XX", column: "2016")) {
      try figure(.dimension(nationality)).trace(row: "XX", column: "2016", in: cases, notifications: notifications)
    }
  }
}
