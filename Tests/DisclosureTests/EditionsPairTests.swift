import Invented
import Protection
import Testing

@testable import Disclosure
@testable import Model
@testable import Tabulation

/// Two editions of which the years overlap: each safe alone, and subtracted from one another.
@Suite struct `Two editions together` {
  private static let kinds = ["a", "b", "c", "d"]

  /// Kinds by year with all margins; the total over years is named after them, as monitors do.
  private static func table(_ counts: [[Int]], _ years: ClosedRange<Int>) -> ConfidentialTable {
    let lines = counts + [counts[0].indices.map { year in counts.reduce(0) { $0 + $1[year] } }]
    let labels = kinds + ["Totaal"]
    let rows = labels.enumerated().map { index, label in
      TableShape.RowHeader(
        key: label, name: LocalizedText("vorm"), label: LocalizedText(label), measure: LocalizedText("m"),
        unit: .named(LocalizedText("personen")), isTotal: index == kinds.count)
    }
    let window = "\(years.lowerBound)-\(years.upperBound)"
    let columns = (years.map(String.init) + [window]).map { label in
      TableShape.ColumnHeader(
        key: label, name: LocalizedText("jaar"), label: LocalizedText(label), panel: label == window ? nil : 0,
        isTotal: label == window)
    }
    let shape = TableShape(
      figure: "f", title: LocalizedText("f"), unit: Invented.unit, rows: rows, columns: columns,
      panels: [LocalizedText("jaar")], chart: .none, sourceLine: LocalizedText(""), notes: [])
    let cells = lines.map { line -> [Cell] in
      let part = years.map { line[$0 - 2015] }
      return (part + [part.reduce(0, +)]).map { Cell(.exact(Quantity($0)), rung: .linked) }
    }
    return ConfidentialTable(shape: shape, cells: cells)
  }

  private static func counts(_ seed: UInt64) -> [[Int]] {
    var random = SplitMix(seed: seed)
    return kinds.map { _ in
      (0..<6).map { _ in Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 0...6, using: &random) : 30 }
    }
  }

  private static let rule = ProtectionRule(
    minimum: 5, printsZeros: false, level: .withinSensitive, assurance: .outside)

  private static func edition(
    _ counts: [[Int]], _ years: ClosedRange<Int>, after earlier: [EarlierTable] = []
  ) -> Publication {
    Publication(
      of: [table(counts, years)], under: .suppress(rule: rule, reason: LocalizedText(nl: "V.", en: "I.")),
      earlier: EarlierCells(tables: earlier) { shape, row, column in
        let (row, column) = (shape.rows[row], shape.columns[column].label.nl)
        for known in earlier.flatMap(\.rows) {
          let isRow = row.isTotal ? known.categories.isEmpty : known.categories.first?.name == row.label.nl
          guard isRow, known.years.count == 1, String(known.years[0]) == column else { continue }
          return known.count.map { .shown(Quantity($0)) } ?? .hidden
        }
        return nil
      })
  }

  /// As an outsider reads it back.
  private static func shown(_ publication: Publication, _ years: ClosedRange<Int>) -> EarlierTable {
    let table = publication.tables[0]
    let rows = zip(table.shape.rows, table.cells).flatMap { row, cells in
      zip(table.shape.columns, cells).map { column, cell in
        EarlierTable.Row(
          unit: "personen", measure: "m",
          categories: row.isTotal ? [] : [.init(dimension: "vorm", name: row.label.nl, isSubtotal: false)],
          years: column.isTotal ? Array(years) : [Int(column.label.nl) ?? 0], count: cell.value.quantity?.numerator)
      }
    }
    return EarlierTable(dataset: "f", yearsName: "jaar", rows: rows)
  }

  /// Hidden cells that the tables together narrow, over one cell a kind and year and the totals.
  private static func narrowed(_ tables: [EarlierTable], _ counts: [[Int]]) -> Int {
    var system = CellSystem(values: [])
    var numbers: [[Int]: Int] = [:]
    func cell(_ kind: Int, _ years: [Int]) -> Int {
      if let known = numbers[[kind] + years] { return known }
      numbers[[kind] + years] = system.count
      system.append(value: nil)
      return system.count - 1
    }
    var hidden: Set<Int> = []
    for row in tables.flatMap(\.rows) {
      let number = cell(row.categories.first.flatMap { kinds.firstIndex(of: $0.name) } ?? kinds.count, row.years)
      if let count = row.count { system.values[number] = count } else { hidden.insert(number) }
    }
    for years in Set(tables.flatMap(\.rows).map(\.years)) {
      for kind in 0...kinds.count where years.count > 1 {
        system.addSum(of: years.map { cell(kind, [$0]) }, equals: cell(kind, years))
      }
      system.addSum(of: kinds.indices.map { cell($0, years) }, equals: cell(kinds.count, years))
    }
    let asked = hidden.filter { system.values[$0] == nil }.sorted()
    let audit = system.audited(asked.map { rule.requirement(of: $0) }, complete: true)
    return hidden.count { cell in
      guard let interval = audit.intervals[cell] else { return true }
      return !rule.verdict(on: interval, of: cell, floor: 0).isMet
    }
  }

  @Test func `are safe together, which each by itself is not`() {
    var (subtracted, made) = (0, 0)
    for seed in 1...25 as ClosedRange<UInt64> {
      let counts = Self.counts(seed)
      let first = Self.edition(counts, 2015...2019)
      guard first.unprotected.isEmpty else { continue }
      let before = Self.shown(first, 2015...2019)
      #expect(Self.narrowed([before], counts) == 0)
      let alone = Self.shown(Self.edition(counts, 2016...2020), 2016...2020)
      #expect(Self.narrowed([alone], counts) == 0)
      if Self.narrowed([before, alone], counts) > 0 { subtracted += 1 }
      let second = Self.edition(counts, 2016...2020, after: [before])
      guard second.unprotected.isEmpty else { continue }
      made += 1
      #expect(Self.narrowed([before, Self.shown(second, 2016...2020)], counts) == 0, "\(seed)")
    }
    // The attack is real, and most editions can be made all the same.
    #expect(subtracted > 5 && made > 15, "\(subtracted) \(made)")
  }
}
