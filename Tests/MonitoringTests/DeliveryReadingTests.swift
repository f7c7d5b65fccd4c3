import Deliveries
import Foundation
import Invented
import Model
import Monitoring
import Store
import Testing

/// Whoever reads a delivered file comes to the same verdict.
@Suite struct `Reading a delivery` {
  private func verdict(_ report: DeliveryReport) -> OddDelivery.Verdict {
    .init(
      isUsable: report.isUsable, year: report.year, taken: report.rowsTaken, setAside: report.rowsSetAside,
      rules: report.findings.map(\.rule))
  }

  private func placed(_ odd: OddDelivery, in monitor: MonitorOnDisk) throws -> URL {
    odd.isInFolder
      ? try monitor.put("deliveries/" + odd.fileName, odd.bytes) : try monitor.send(odd.fileName, odd.bytes)
  }

  @Test(arguments: OddDelivery.all) func `gives the verdict that the file deserves`(_ odd: OddDelivery) throws {
    let monitor = try MonitorOnDisk(odd.files)
    let (file, opened) = (try placed(odd, in: monitor), try monitor.opened)
    let source = try opened.source(named: odd.source)
    let report = try DeliveryReading(file, from: source, period: odd.period, in: opened, beside: nil).report()
    #expect(verdict(report) == odd.verdict)
  }

  @Test(arguments: OddDelivery.all) func `is the same for whoever checks, tries out and receives`(
    _ odd: OddDelivery
  ) throws {
    let monitor = try MonitorOnDisk(odd.files)
    let (file, opened) = (try placed(odd, in: monitor), try monitor.opened)
    let source = try opened.source(named: odd.source)
    let read = { try DeliveryReading(file, from: source, period: odd.period, in: opened, beside: $0).report() }
    let checked = try read(nil)
    let tried = try read(try monitor.workspace.open())
    let received = try monitor.receiving().receive(file, from: source, period: odd.period)
    for other in [tried, received.report] {
      #expect(other.findings == checked.findings)
      #expect(verdict(other) == verdict(checked))
      #expect(other.reported == checked.reported)
    }
    #expect((received.outcome != nil) == odd.verdict.isUsable)
    let kept = try #require(try monitor.workspace.openForReading()).deliveries().map(\.summary)
    #expect(kept.map(\.rowsTaken) == (odd.verdict.isUsable ? [odd.verdict.taken] : []))
    #expect(kept.map(\.period) == (odd.verdict.isUsable ? [odd.verdict.year.map(String.init)] : []))
  }

  @Test(arguments: OddDelivery.all.filter { $0.isInFolder && $0.fileName.contains("-") })
  func `is the same for a build as for a receiver of a file in the folder`(_ odd: OddDelivery) throws {
    let monitor = try MonitorOnDisk(odd.files)
    _ = try placed(odd, in: monitor)
    let built = Result { try monitor.receiving().receiveAll() }
    #expect((try? built.get()) == (odd.verdict.isUsable ? 1 : nil))
    if case .findings(let findings) = built.error as? MonitoringError {
      #expect(findings.map(\.rule) == odd.verdict.rules)
    }
  }

  @Test func `lays counts beside those of the year before, wherever the year came from`() throws {
    let monitor = try MonitorOnDisk(SmallCounts.files)
    let opened = try monitor.opened
    let centre = try opened.source(named: "centrum")
    let first = try monitor.send(
      "eerste.csv", Array(SmallCounts.lines.prefix(5)) + ["Deze levering is volledig;2023;;;;;;;ja;;"])
    #expect(try monitor.receiving().receive(first, from: centre, period: nil).outcome != nil)
    let second = try monitor.send(
      "tweede.csv", SmallCounts.changed(6, "Contacten naar soort;2024;soort;seks;;;;;66;;toegelicht"))
    let store = try monitor.workspace.openForReading()
    let report = try DeliveryReading(second, from: centre, in: opened, beside: store).report()
    #expect(report.previous?.period == "2023")
    #expect(
      report.findings.map { $0.message.nl }.contains("hier staat 66 en in de vorige levering 30; dat is toegelicht."))
    #expect(try DeliveryReading(first, from: centre, in: opened, beside: store).report().previous == nil)
  }

  @Test func `hands out records with their year and counts not at all`() throws {
    for odd in OddDelivery.all where odd.description.hasSuffix("without a mistake") {
      let monitor = try MonitorOnDisk(odd.files)
      let opened = try monitor.opened
      let file = try placed(odd, in: monitor)
      var handed: [[Int]] = []
      _ = try DeliveryReading(file, from: try opened.source(named: odd.source), in: opened, beside: nil).report {
        handed.append([$0.columns.rowCount, $1])
      }
      #expect(handed == (odd.kind == .records ? [[2, 2018]] : []))
    }
  }

  @Test func `passes on what the receiver of the records throws`() throws {
    struct Full: Error {}
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    let opened = try monitor.opened
    let file = try monitor.send("a.csv", ["nummer;jaar", "P1;2018"])
    let reading = DeliveryReading(file, from: try opened.source(named: "zorg"), in: opened, beside: nil)
    #expect(throws: Full.self) { try reading.report { _, _ in throw Full() } }
  }
}
