@testable import Model
import Testing

/// Small decisions of the shared nouns.
struct NounTests {
  @Test(
    arguments: [(nil, nil, [true, true, true]), (2016, nil, [false, true, true]), (nil, 2016, [true, true, false])]
      as [(Int?, Int?, [Bool])])
  func `a variable and a category exist from their first to their last year`(_ from: Int?, _ to: Int?, _ holds: [Bool])
  {
    let category = Category(code: "c", label: LocalizedText("c"), validFrom: from, validTo: to)
    let variable = Variable(name: "v", kind: .category, label: LocalizedText("v"), validFrom: from, validTo: to)
    #expect([2015, 2016, 2017].map { category.holds(in: $0) } == holds)
    #expect([2015, 2016, 2017].map { variable.holds(in: $0) } == holds)
  }

  @Test(
    arguments: [
      ("24.7", 247, 1), ("1334", 1334, 0), ("-0.5", -5, 1), ("007", 7, 0), ("1.2.3", nil, nil), (".5", nil, nil),
      ("x", nil, nil), ("", nil, nil),
    ] as [(String, Int?, Int?)])
  func `a published value is read exactly`(_ text: String, _ scaled: Int?, _ decimals: Int?) {
    let value = PublishedCell.parse(value: text)
    #expect(value?.scaled == scaled)
    #expect(value?.decimals == decimals)
  }

  @Test func `a published cell says its value and its place`() {
    func cell(row: String, _ scaled: Int, _ decimals: Int) -> PublishedCell {
      PublishedCell(
        figure: "fig-2.8", measure: "slachtoffers", rowAxis: "vorm", row: row, columnAxis: "jaar", column: "2015",
        scaledValue: scaled, decimals: decimals, isTotal: false)
    }
    #expect(cell(row: "Totaal", 1334, 0).valueText == "1334")
    #expect(cell(row: "Totaal", 5, 2).valueText == "0.05")
    #expect(cell(row: "Totaal", 1, 0).place == "fig-2.8, Totaal, 2015")
    #expect(cell(row: "", 1, 0).place == "fig-2.8, slachtoffers, 2015")
  }

  @Test func `a figure takes each count table once, and only a delivered one takes any`() {
    let row = Figure.DeliveredRow(
      measure: LocalizedText("m"), name: nil, label: LocalizedText("l"), held: .init(source: "a", table: "t"))
    var other = row
    other.held.reference.table = "u"
    func figure(_ numbers: Figure.Numbers) -> Figure {
      Figure(
        id: "f", title: LocalizedText("t"), measure: LocalizedText("m"),
        unit: UnitOfCount(name: "u", label: LocalizedText("u"), repeats: .asDelivered), numbers: numbers)
    }
    let each = figure(.delivered(.init(rows: .each([other, row, other]), panels: [])))
    #expect(each.countTables.map(\.table) == ["u", "t"])
    let whole = figure(.delivered(.init(rows: .whole(of: .init(source: "a", table: "t"), total: nil), panels: [])))
    #expect(whole.countTables == [.init(source: "a", table: "t")])
    #expect(figure(.counted(.init(rows: .series([]), panels: []))).countTables.isEmpty)
    let quoted = figure(.quoted(.init(rows: [])))
    #expect(quoted.countTables.isEmpty)
    #expect(quoted.dataset == "f")
  }

  @Test func `a unit written as the sign is per cent, in one language or both`() {
    #expect(RowUnit(written: LocalizedText("%")) == .perCent)
    #expect(RowUnit(written: LocalizedText(nl: "%", en: "per cent")) == .perCent)
    #expect(RowUnit(written: LocalizedText(nl: "jaar", en: "years")) == .named(LocalizedText(nl: "jaar", en: "years")))
    #expect(RowUnit.perCent.label == LocalizedText("%"))
    #expect(RowUnit.named(LocalizedText("jaar")).label == LocalizedText("jaar"))
  }

  @Test func `only counts of one answer add up, and other numbers have a unit of their own`() {
    func table(_ kind: CountTable.Kind, _ answers: CountTable.Answers) -> CountTable {
      CountTable(
        name: "t", label: LocalizedText("t"), unit: "u", kind: kind,
        axes: [
          CountAxis(
            header: "h", variable: "v", words: [.init(word: "x", code: "a"), .init(word: "y", code: "a")])
        ], years: [2024], answers: answers)
    }
    #expect(table(.count, .one).addsUp)
    #expect(!table(.count, .several).addsUp)
    #expect(!table(.percentage(decimals: 0), .one).addsUp)
    #expect(table(.count, .one).rowUnit == nil)
    #expect(table(.percentage(decimals: 0), .one).rowUnit == .perCent)
    #expect(table(.number(unit: LocalizedText("jaar"), decimals: 1), .one).rowUnit == .named(LocalizedText("jaar")))
    #expect(table(.count, .one).axis(of: "v") == 0)
    #expect(table(.count, .one).axis(of: "w") == nil)
    #expect(table(.count, .one).axes[0].codes == ["a"])
  }

  @Test func `an area has the years and days of its borders`() {
    func area(_ from: String?, _ to: String?) -> Area { Area(code: "A", name: "Aam", from: from, to: to) }
    #expect(area("2019-07-01", "2020-12-31").years == 2019...2020)
    #expect(area(nil, "2020-12-30").years == Int.min...2020)
    #expect(area("2019-01-01", nil).years == 2019...Int.max)
    #expect(area(nil, "2020-12-31").yearAfter == 2021)
    #expect(area(nil, "2020-12-30").yearAfter == 2020)
    #expect(area(nil, nil).yearAfter == nil)
    let days = ["2019-06-30", "2019-07-01", "2020-12-31", "2021-01-01"]
    #expect(days.map { area("2019-07-01", "2020-12-31").exists(on: $0) } == [false, true, true, false])
    #expect(
      [2018, 2019, 2020, 2021].map { area("2019-07-01", "2020-12-31").exists(in: $0) } == [false, true, true, false])
  }

  @Test func `a lane has a lower one down to counting only`() {
    #expect(Lane.allCases.map(\.lower) == [.pseudonymous, .countOnly, .countOnly])
  }

  @Test func `an empty column has the width of its kind`() {
    func column(_ kind: VariableKind) -> Column {
      Variable(name: "v", kind: kind, label: LocalizedText("v")).emptyColumn(capacity: 8)
    }
    #expect(column(.category) == .category([]))
    #expect(column(.set) == .set([]))
    #expect(column(.date) == .number([]))
    #expect(column(.text) == .number([]))
    #expect(
      [Column.category([4]), .wideCategory([4, 5]), .set([]), .number([1, 2, 3])].map(\.count) == [1, 2, 0, 3])
  }
}
