import MonitorFolder
@testable import Sheets
import Invented
import Foundation
@testable import Deliveries
@testable import Model
import Testing

/// What is written in a source's own words reads back as the same records.
@Suite struct DeliveryWriterTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Every code of every variable at least once, the rest at random.
  private func records(of source: Source, in monitor: Monitor, count: Int) -> Columns {
    var generator = Generator(state: 7)
    var columns = Columns(rowCount: count)
    columns.set(.category(Array(repeating: 5, count: count)), for: monitor.yearVariable)
    for case .variable(let name) in source.columns.map(\.role) {
      guard let variable = monitor.codebook.variable(named: name) else { continue }
      columns.set(column(of: variable, count: count, &generator), for: variable)
    }
    return columns
  }

  private func column(of variable: Variable, count: Int, _ generator: inout Generator) -> Column {
    let size = variable.categories.count
    switch variable.kind {
    case .category:
      return .category((0..<count).map { UInt8($0 < size + 4 ? $0 : Int.random(in: 0..<size + 4, using: &generator)) })
    case .set:
      let special = Missing.allCases.map { SetMask($0).packed } + [0]
      return .set(
        (0..<count).map { row in
          row < special.count ? special[row] : UInt64.random(in: 0..<1 << UInt64(size), using: &generator)
        })
    case .number(_, _, let minimum, let maximum):
      let special = Missing.allCases.map { NumberValue($0).packed } + [minimum, maximum]
      return .number(
        (0..<count).map { row in
          row < special.count ? special[row] : Int32.random(in: minimum...maximum, using: &generator)
        })
    case .date, .text: return .number(Array(repeating: 17_000, count: count))
    }
  }

  private func read(_ monitor: Monitor, _ source: Source, _ bytes: [UInt8]) throws -> (Columns, DeliveryReport) {
    var result: Columns?
    let report = try DeliveryReader(monitor: monitor, source: source).validate(bytes: bytes, fileName: "terug.csv") {
      result = $0.columns
    }
    return (result ?? Columns(rowCount: 0), report)
  }

  @Test func `records of every national source survive CSV`() throws {
    let monitor = try #require(FolderReading.load(path: ShippedMonitor.landelijk).monitor)
    for source in monitor.sources {
      let columns = records(of: source, in: monitor, count: 400)
      let keys = (0..<400).map { "ZK-\($0)" }
      let bytes = try DeliveryWriter.csv(
        for: source, in: monitor, columns: columns, personKeys: keys,
        heading: ["Gereconstrueerd, niet echt; zie de colofon"])
      let (back, report) = try read(monitor, source, bytes)
      #expect(report.findings.filter { $0.severity < .note }.map { $0.sentence(in: .nl) } == [], "\(source.name)")
      for variable in columns.variables {
        #expect(back[variable.name] == columns[variable.name], "\(source.name) \(variable.name)")
      }
      #expect(report.period == "2016")
    }
  }

  @Test func `records survive a workbook`() throws {
    let monitor = try #require(FolderReading.load(path: ShippedMonitor.landelijk).monitor)
    let source = try #require(monitor.source(named: "politie"))
    let columns = records(of: source, in: monitor, count: 300)
    let sheet = try DeliveryWriter.sheet(
      for: source, in: monitor, columns: columns, personKeys: (0..<300).map { "\($0 + 1)" },
      heading: ["Gereconstrueerd"])
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-\(UUID().uuidString).xlsx").path
    defer { unlink(path) }
    try WorkbookWriter(title: "Proef").write([sheet], to: path)
    var back = Columns(rowCount: 0)
    let report = try DeliveryReader(monitor: monitor, source: source).validate(contentsOf: path) { back = $0.columns }
    #expect(report.findings.map { $0.sentence(in: .nl) } == [])
    for variable in columns.variables { #expect(back[variable.name] == columns[variable.name], "\(variable.name)") }
  }

  @Test func `a code without a word is an error and not a guess`() throws {
    let monitor = SmallDelivery.monitor
    var columns = Columns(rowCount: 1)
    columns.set(.category([9]), for: monitor.yearVariable)
    #expect(throws: DeliveryWriter.Failure.noWord(header: "jaar", code: "9")) {
      _ = try DeliveryWriter.csv(for: monitor.sources[0], in: monitor, columns: columns, personKeys: ["a"])
    }
    #expect(throws: DeliveryWriter.Failure.wrongCount(keys: 0, records: 1)) {
      _ = try DeliveryWriter.csv(for: monitor.sources[0], in: monitor, columns: columns, personKeys: [])
    }
  }
}
