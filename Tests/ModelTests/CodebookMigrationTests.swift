@testable import Model
import Testing

private func text(_ text: String) -> LocalizedText { LocalizedText(text) }

private let years = Figure.Dimension(variable: "year", name: text("jaar"), order: ["2018", "2019", "2020"])

private func dimension(_ variable: String) -> Figure.Dimension {
  Figure.Dimension(variable: variable, name: text(variable), order: [])
}

private func figure(
  _ rows: Figure.Counted.Rows, by panels: [Figure.Dimension] = [years], filter: Condition? = nil,
  summaries: [Figure.SummaryRow] = [], repeats: RepeatScope = .oncePerYear, breaks: [Figure.SeriesBreak] = []
) -> Figure {
  Figure(
    id: "fig", title: text("t"), measure: text("m"),
    unit: UnitOfCount(name: "victim", label: text("victims"), repeats: repeats),
    numbers: .counted(.init(filter: filter, rows: rows, panels: panels, summaries: summaries)), breaks: breaks)
}

private func rule(_ step: Rule.Step) -> Rule { Rule(name: "r", reason: text("r"), source: "s", step: step) }

/// Version 1 held until 2018; `form` was redefined after it.
private func monitor(
  _ figure: Figure, kind: CodebookMigration.Kind = .redefined, isRecoded: Bool = false, until: Int = 2018,
  link: [LinkPlan.Combination] = [], rules: [Rule] = []
) -> Monitor {
  let change = CodebookMigration.Change(variable: "form", kind: kind, isRecoded: isRecoded)
  let migration = CodebookMigration(version: "1", until: until, reason: text("herzien"), changes: [change])
  return Monitor(
    name: "m", title: text("m"), edition: "e", publisher: text("p"), years: 2018...2020, referenceDate: "2021-01-01",
    seed: 1, units: [], publication: .init(policy: "publishAsIs", reason: text("r")), provenance: .registered,
    introduction: text("i"), codebook: Codebook(version: "2", variables: [], migrations: [migration]), grounds: [],
    sources: [], link: LinkPlan(reason: text("l"), source: "", combinations: link), rules: rules, figures: [figure])
}

private func marked(_ monitor: Monitor) -> [Int] { monitor.markingMigrations().figures[0].breaks.map(\.year) }

struct CodebookMigrationTests {
  @Test func `a series over a redefined variable breaks in the year after the earlier version, with its reason`() {
    let marked = monitor(figure(.dimension(dimension("form")))).markingMigrations().figures[0]
    #expect(marked.breaks == [.init(year: 2019, reason: text("herzien"))])
  }

  @Test(arguments: [
    (CodebookMigration.Kind.added, [2019]), (.redefined, [2019]), (.renamed, []), (.merged, [2019]), (.split, [2019]),
  ])
  func `every change but a new code breaks`(_ kind: CodebookMigration.Kind, _ breaks: [Int]) {
    #expect(marked(monitor(figure(.dimension(dimension("form"))), kind: kind)) == breaks)
    #expect(marked(monitor(figure(.dimension(dimension("form"))), kind: kind, isRecoded: true)) == [])
  }

  @Test func `only a figure with years on both sides crosses`() {
    func crosses(_ years: Figure.Dimension, until: Int = 2018) -> [Int] {
      marked(monitor(figure(.dimension(dimension("form")), by: [years]), until: until))
    }
    #expect(crosses(years, until: 2019) == [2020])
    #expect(crosses(years, until: 2020) == [])
    #expect(crosses(years, until: 2017) == [])
    #expect(crosses(.init(variable: "year", name: text("j"), order: ["2019", "2020"])) == [])
    #expect(crosses(.init(variable: "year", name: text("j"), order: ["2018"])) == [])
    #expect(crosses(.init(variable: "year", name: text("j"), order: [])) == [2019])
    let pool = Figure.Pool(label: text("samen"), codes: ["2018", "2020"])
    #expect(crosses(.init(variable: "year", name: text("j"), order: [], pools: [pool])) == [2019])
    #expect(crosses(dimension("sex")) == [])
    #expect(marked(monitor(figure(.dimension(years), by: [dimension("form")]))) == [2019])
  }

  @Test func `a variable is used by rows, panels, conditions, summaries and units`() {
    let form = Condition.isKnown(variable: "form")
    let other = Condition.isKnown(variable: "sex")
    func series(_ condition: Condition, _ value: Figure.SeriesValue = .count) -> Figure.Counted.Rows {
      .series([.init(label: nil, condition: condition, value: value)])
    }
    #expect(marked(monitor(figure(series(form)))) == [2019])
    #expect(marked(monitor(figure(series(other)))) == [])
    #expect(marked(monitor(figure(series(other, .share(of: form, decimals: 0))))) == [2019])
    let mean = Figure.SeriesValue.summary(.mean, variable: "form", unit: .named(text("x")), decimals: 0)
    #expect(marked(monitor(figure(series(other, mean)))) == [2019])
    #expect(marked(monitor(figure(series(other), filter: form))) == [2019])
    #expect(marked(monitor(figure(series(other), by: [years, dimension("form")]))) == [2019])
    #expect(marked(monitor(figure(series(other), repeats: .oncePerYearPer(variable: "form")))) == [2019])
    let top = Figure.Counted.Rows.top(dimension("form"), places: 5, rankMeasure: text("p"), totalRankMeasure: text("p"))
    #expect(marked(monitor(figure(top))) == [2019])
    let row = Figure.SummaryRow(
      kind: .mean, variable: "form", label: text("l"), measure: text("m"), unit: .named(text("u")), decimals: 0)
    #expect(marked(monitor(figure(series(other), summaries: [row]))) == [2019])
  }

  @Test func `a figure over counts uses its axes, and a quoted one nothing`() {
    func figure(_ numbers: Figure.Numbers) -> Figure {
      Figure(
        id: "fig", title: text("t"), measure: text("m"),
        unit: UnitOfCount(name: "u", label: text("u"), repeats: .asDelivered), numbers: numbers)
    }
    let table = Figure.HeldTable(source: "a", table: "t")
    func delivered(_ rows: Figure.Delivered.Rows) -> Figure { figure(.delivered(.init(rows: rows, panels: [years]))) }
    #expect(marked(monitor(delivered(.dimension(dimension("form"), of: table, total: nil)))) == [2019])
    #expect(marked(monitor(delivered(.dimension(dimension("sex"), of: table, total: nil)))) == [])
    #expect(marked(monitor(delivered(.whole(of: table, total: nil)))) == [])
    #expect(marked(monitor(figure(.quoted(.init(rows: []))))) == [])
  }

  @Test func `what is made of a changed variable changes with it`() {
    let forms = figure(.dimension(dimension("forms")))
    func linked(_ method: LinkPlan.Method) -> [LinkPlan.Combination] {
      [.init(target: "forms", variable: "form", method: method)]
    }
    #expect(marked(monitor(forms, link: linked(.union))) == [2019])
    // How many notifications there were does not depend on what they say.
    #expect(marked(monitor(forms, link: linked(.count))) == [])
    let known = Rule.DerivedCase(condition: .isKnown(variable: "form"), value: "yes")
    let derive = rule(.derive(target: "forms", cases: [known], otherwise: "no"))
    #expect(marked(monitor(forms, rules: [derive])) == [2019])
    #expect(marked(monitor(forms, rules: [rule(.group(target: "forms", variable: "form"))])) == [2019])
    #expect(marked(monitor(forms, rules: [rule(.group(target: "forms", variable: "sex"))])) == [])
    let imputation = Imputation(target: "forms", variable: "form", among: nil, strata: [], minimumKnown: 1)
    #expect(marked(monitor(forms, rules: [rule(.impute(imputation))])) == [2019])
    #expect(marked(monitor(forms, rules: [rule(.exclude(when: .isKnown(variable: "form")))])) == [])
    let chain = [rule(.group(target: "step", variable: "form")), rule(.group(target: "forms", variable: "step"))]
    #expect(marked(monitor(forms, rules: chain)) == [2019])
  }

  @Test func `a break of the figure's own stays, and breaks stand in the order of years`() {
    let own = Figure.SeriesBreak(year: 2019, reason: text("eigen"))
    let later = Figure.SeriesBreak(year: 2020, reason: text("later"))
    let form = Figure.Counted.Rows.dimension(dimension("form"))
    #expect(monitor(figure(form, breaks: [own])).markingMigrations().figures[0].breaks == [own])
    #expect(
      monitor(figure(form, breaks: [later])).markingMigrations().figures[0].breaks.map(\.year) == [2019, 2020])
  }
}
