import MonitorFolder
@testable import Sheets
import Invented
import Foundation
@testable import Deliveries
@testable import Model
import Testing

@Suite struct DeliveryTemplateTests {
  private func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("zicht-\(UUID().uuidString).xlsx").path
  }

  @Test func `a template that is filled in with its own offers has nothing wrong`() throws {
    let monitor = try #require(FolderReading.load(path: ShippedMonitor.landelijk).monitor)
    for source in monitor.sources {
      var sheets = DeliveryTemplate.sheets(for: source, in: monitor)
      let longest = sheets[0].dropDowns.map(\.choices.count).max() ?? 1
      for row in 0..<longest {
        sheets[0].rows.append(
          source.columns.enumerated().map { position, column in
            if column.role == .person { return .text("ZK-\(row)") }
            if column.role == .year { return WorkbookCell(.integer(2017)) }
            let choices = sheets[0].dropDowns.first { $0.column == position + 1 }?.choices ?? []
            return choices.isEmpty ? .empty : .text(choices[row % choices.count])
          })
      }
      let path = temporaryPath()
      defer { unlink(path) }
      try WorkbookWriter(title: "Proef").write(sheets, to: path)
      let report = try DeliveryReader(monitor: monitor, source: source).validate(contentsOf: path)
      #expect(report.findings.filter { $0.severity < .note }.map { $0.sentence(in: .nl) } == [], "\(source.name)")
      #expect(report.rowsTaken == longest)
    }
  }

  @Test func `the template explains every column, the definition and the grounds`() throws {
    let monitor = SmallDelivery.monitor
    let source = monitor.sources[0]
    let path = temporaryPath()
    defer { unlink(path) }
    try DeliveryTemplate.write(for: source, in: monitor, to: path)
    let file = try SheetSource(contentsOf: path)
    #expect(file.sheets.filter { !$0.isHidden }.map(\.name) == ["Gegevens", "Toelichting"])
    let texts = try file.sheet(at: 1).rows.flatMap { $0.map(\.text) }
    let expected = [
      "Iedereen.", "een getal van 0 tot en met 110 (jaar)", "Seksueel, arbeid; meer dan één met + ertussen",
      "Toestemming (AVG art. 6): met naam, als de kolommen van die melding dat laten zien.",
    ]
    for text in source.columns.map(\.header) + expected { #expect(texts.contains(text), "\(text)") }
  }

  @Test func `the header as text is a delivery of nothing`() throws {
    let monitor = SmallDelivery.monitor
    let template = DeliveryTemplate.csv(for: monitor.sources[0], in: monitor)
    let outcome = try SmallDelivery.read(bytes: template, period: 2018)
    #expect(outcome.report.findings.map(\.rule) == ["no-records"])
  }
}
