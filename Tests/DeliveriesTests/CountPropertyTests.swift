import Invented
@testable import Model
import Testing

@testable import Deliveries

/// A table of counts made up at random, with numbers that add up.
private struct RandomTable {
  let monitor: Monitor
  let lines: [String]
  let totalRows: [Int]

  init(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let axes = (0..<Int(random.next() % 4)).map { axis in
      CountAxis(
        header: "kenmerk \(axis)", variable: "v\(axis)",
        words: (0...Int(random.next() % 3)).map { CountAxis.Word(word: "w\(axis)-\($0)", code: "c\($0)") })
    }
    let table = CountTable(
      name: "t", label: LocalizedText("Tabel"), unit: "contact", axes: axes, years: [2023, 2024],
      answers: random.next() % 2 == 0 ? .one : .several, asksTotal: !axes.isEmpty)
    var monitor = SmallCounts.monitor
    monitor.sources[0].tables = [table]
    self.monitor = monitor
    let template = CountTemplate(
      source: monitor.sources[0], monitor: monitor, period: nil, previous: nil, language: .nl
    ).rows
    var numbers: [Int] = []
    for year in table.years {
      let rows = table.rows(in: year, monitor.codebook)
      let leaves = Dictionary(
        uniqueKeysWithValues: rows.filter { !$0.contains(nil) }.map { ($0, Int(random.next() % 40)) })
      for row in rows {
        let parts = leaves.filter { leaf in zip(row, leaf.key).allSatisfy { $0 == nil || $0 == $1 } }
        numbers.append(parts.values.reduce(0, +))
      }
    }
    let filled = template.enumerated().map { index, row in
      var row = row
      row[8] = index < numbers.count ? String(numbers[index]) : "ja"
      return row
    }
    lines = filled.map { $0.joined(separator: ";") }
    totalRows = filled.indices.filter { table.answers == .one && filled[$0].contains("Totaal") }
  }

  func read(_ lines: [String]) throws -> DeliveryReport {
    try DeliveryReader(monitor: monitor, source: monitor.sources[0])
      .validate(
        bytes: Array(([SmallCounts.header] + lines).joined(separator: "\n").utf8), fileName: "c.csv")
  }
}

@Suite struct `Any table of counts` {
  @Test(arguments: 1...60)
  func `that adds up has nothing wrong, in whatever order its rows come`(seed: Int) throws {
    let table = RandomTable(seed: UInt64(seed))
    let report = try table.read(table.lines)
    #expect(report.findings == [])
    #expect(report.rowsTaken == table.lines.count - 1)
    let turned = try table.read(table.lines.reversed())
    #expect(turned.findings == [])
    let cells = { (report: DeliveryReport) in
      report.reported?.cells.map { "\($0.place.year) \($0.place.words) \($0.value)" }.sorted() ?? []
    }
    #expect(cells(turned) == cells(report))
  }

  @Test(arguments: 1...60)
  func `of which one total is changed is caught at that total`(seed: Int) throws {
    let table = RandomTable(seed: UInt64(seed))
    for index in table.totalRows {
      var lines = table.lines
      var cells = lines[index].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      cells[8] = String((Int(cells[8]) ?? 0) + 1)
      lines[index] = cells.joined(separator: ";")
      let report = try table.read(lines)
      #expect(report.findings.contains { $0.rule == "total-mismatch" && $0.place.row == index + 2 })
      #expect(report.reported?.cells.contains { $0.sourceRow == index + 2 } == false)
    }
  }
}
