import Disclosure
import Model

@testable import Narrative
@testable import Tabulation

/// Reads any bytes as a text below a title, Dutch before a zero byte and English behind it, over tables with every state
/// of a cell that matters to a sentence. The same text gives the same pages and findings, each with a place in the text.
func fuzzText(_ bytes: [UInt8]) {
  let halves = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  let text = LocalizedText(
    nl: "# Titel\n\n" + halves[0], en: "# Title\n\n" + (halves.count > 1 ? halves[1] : halves[0]))
  let sources = [MonitorText(name: "01-tekst", source: text)]
  let reading = TextReading(sources, over: publication, period: 2018...2020)
  for finding in reading.findings {
    precondition(!finding.message.nl.isEmpty && !finding.message.en.isEmpty, "a finding has a sentence")
    precondition((finding.place.row ?? 1) > 0, "rows are counted from one")
  }
  precondition(
    TextReading(sources, over: publication, period: 2018...2020) == reading, "the same text gives the same pages")
  let form = TextReading.form(
    of: sources, period: 2018...2020, figures: ["fig-1"], units: [LocalizedText(nl: "slachtoffers", en: "victims")])
  precondition(form.allSatisfy { !$0.message.nl.isEmpty }, "a finding has a sentence")
}

/// Three rows by two years and their total: a number, a small one withheld, one not delivered, a share of nothing.
private let publication: Publication = {
  let unit = LocalizedText(nl: "slachtoffers", en: "victims")
  func row(_ key: String, isTotal: Bool = false) -> TableShape.RowHeader {
    .init(
      key: key, name: LocalizedText(nl: "vorm", en: "form"), label: LocalizedText(key), measure: unit,
      unit: .named(unit),
      isTotal: isTotal, isSummary: false)
  }
  func column(_ key: String, _ panel: Int?, isTotal: Bool = false) -> TableShape.ColumnHeader {
    .init(
      key: key, name: LocalizedText(nl: "jaar", en: "year"), label: LocalizedText(key), panel: panel, isTotal: isTotal)
  }
  let shape = TableShape(
    figure: "fig-1", title: LocalizedText(nl: "Verzonnen", en: "Invented"),
    unit: UnitOfCount(name: "victim", label: unit, repeats: .oncePerYear),
    rows: [row("labour"), row("sexual"), row("total", isTotal: true)],
    columns: [column("2018", 0), column("2019", 0), column("total", nil, isTotal: true)],
    panels: [LocalizedText(nl: "jaar", en: "year")], chart: .none, sourceLine: LocalizedText(""), notes: [])
  func cell(_ value: CellValue) -> Cell { Cell(value, rung: .linked) }
  let share = CellValue.exact(Quantity(numerator: 215, denominator: 10, decimals: 1))
  let table = ConfidentialTable(
    shape: shape,
    cells: [
      [cell(.exact(Quantity(2))), cell(.exact(Quantity(0))), cell(share)],
      [cell(.suppressed(.primary)), cell(.notDelivered), cell(.rounded(Quantity(20), base: 10))],
      [
        cell(.exact(Quantity(12))), cell(.provisional(Quantity(7))),
        cell(.estimate(Quantity(5000), lower: Quantity(4000), upper: Quantity(6500), percent: 95)),
      ],
    ])
  return Publication(of: [table], under: .publishAsIs(reason: LocalizedText(nl: "Verzonnen.", en: "Invented.")))
}()
