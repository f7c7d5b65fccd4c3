import Invented
import MonitorFolder
import Model
import Testing

/// The small monitor with a figure of numbers from elsewhere, and more keys in it.
private func reading(_ keys: String = "") -> (monitor: Monitor?, findings: [String]) {
  let quoted = """

      - figure: elders
        title: { nl: Elders, en: Elsewhere }
        measure: { nl: schatting, en: estimate }
        unit: victim
        rows:
          quoted:
            - { measure: { nl: hoog, en: high }, name: { nl: vorm, en: form }, label: { nl: alle, en: all }, value: 12.5, source: "Rapport, p. 3", total: true }
            - { measure: { nl: laag, en: low }, name: { nl: vorm, en: form }, label: { nl: alle, en: all }, value: 8, unit: "%", source: "Rapport, p. 4" }
    \(keys)
    """
  var files = SmallMonitor.files
  files["figures.yaml"]?.append(quoted)
  let (monitor, findings) = FolderReading.load(files: files)
  return (monitor, findings.map { "\($0.rule) \($0.message.nl)" })
}

struct QuotedFigureTests {
  @Test func `quoted numbers are read as written, with the figure's unit where they name none`() throws {
    let (monitor, findings) = reading("    column-total: { label: 2018-2019, name: { nl: periode, en: period } }")
    #expect(findings == [])
    guard case .quoted(let quoted) = try #require(monitor?.figure(named: "elders")).numbers else {
      Issue.record("the figure does not quote")
      return
    }
    func row(
      _ nl: String, _ en: String, _ value: Quantity, _ unit: RowUnit, page: Int, isTotal: Bool
    ) -> Figure.QuotedRow {
      Figure.QuotedRow(
        measure: LocalizedText(nl: nl, en: en), dimension: LocalizedText(nl: "vorm", en: "form"),
        label: LocalizedText(nl: "alle", en: "all"), value: value, unit: unit, source: "Rapport, p. \(page)",
        isTotal: isTotal)
    }
    let victims = try #require(monitor?.units.first { $0.name == "victim" }?.label)
    let half = Quantity(numerator: 125, denominator: 10, decimals: 1)
    #expect(
      quoted.rows == [
        row("hoog", "high", half, .named(victims), page: 3, isTotal: true),
        row("laag", "low", Quantity(8), .perCent, page: 4, isTotal: false),
      ])
    #expect(
      quoted.column == .init(label: LocalizedText("2018-2019"), name: LocalizedText(nl: "periode", en: "period")))
    #expect(reading("    columns: []").findings == [])
  }

  @Test(arguments: [
    ("population: all", "population"), ("filter: region has home", "filter"), ("statistic: count", "statistic"),
    ("row-total: { label: Totaal }", "row-total"), ("summaries: []", "summaries"),
    ("columns: [{ variable: year, name: { nl: jaar, en: year } }]", "columns"),
  ])
  func `a key that chooses or adds does not belong to quoted numbers`(_ line: String, _ key: String) {
    #expect(
      reading("    " + line).findings
        == ["unknown-key `\(key)` hoort niet bij figuur elders, die getallen van elders aanhaalt."])
  }

  @Test func `the one column has words and nothing else, and makes no lines`() {
    #expect(
      reading("    column-total: { label: 2018-2019, basis: base }").findings
        == ["unknown-key onbekende sleutel `basis` in `column-total` in figuur elders."])
    #expect(
      reading("    chart: lines").findings
        == ["unsuitable-chart de grafiek `lines` van figuur elders heeft kolommen (`columns`) nodig."])
    #expect(reading("    chart: rankedBars").findings == [])
  }
}
