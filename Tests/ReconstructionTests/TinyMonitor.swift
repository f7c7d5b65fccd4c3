import Deliveries
import MonitorFolder
import Sheets
@testable import Model
@testable import Tabulation
import Testing

@testable import Reconstruction

/// An invented monitor of found kites: two years, two colours, reporters north and south, and a hidden one that does not
/// count.
enum TinyMonitor {
  static func monitor() throws -> Monitor {
    let (monitor, findings) = FolderReading.load(files: [
      "monitor.yaml": header, "codebook.yaml": codebook, "sources.yaml": sources, "rules.yaml": rules,
      "figures.yaml": figures,
    ])
    #expect(findings.map { $0.sentence(in: .en) } == [])
    return try #require(monitor)
  }

  static func plan(_ text: String = plan, for monitor: Monitor) throws -> ReconstructionPlan {
    let (plan, findings) = ReconstructionPlan.load(text: Array(text.utf8), for: monitor)
    #expect(findings.map { $0.sentence(in: .en) } == [])
    return try #require(plan)
  }

  /// One kite: year, colour, reporters joined by a plus sign, age in months or `unknown`.
  typealias Kite = (year: String, colour: String, reporters: String, age: String)

  /// Eleven kites; the last was only seen by the hidden reporter.
  static let kites: [Kite] = [
    ("2020", "red", "north", "10"), ("2020", "red", "north+south", "20"), ("2020", "red", "south", "21"),
    ("2020", "blue", "south", "unknown"), ("2020", "blue", "north", "30"),
    ("2021", "red", "north", "12"), ("2021", "blue", "north+south", "14"), ("2021", "blue", "south", "15"),
    ("2021", "blue", "south+hidden", "33"), ("2021", "unknown", "north", "unknown"),
    ("2021", "red", "hidden", "25"),
  ]

  static func cases(_ kites: [Kite], in monitor: Monitor) throws -> Cases {
    var columns = Columns(rowCount: kites.count)
    for variable in monitor.caseVariables {
      let words = kites.map { kite in
        switch variable.name {
        case "year": kite.year
        case "colour": kite.colour
        case "reporters": kite.reporters
        default: kite.age
        }
      }
      columns.set(variable.column(of: try words.map { try #require(variable.packed(word: $0)) }), for: variable)
    }
    let cases = Cases(
      columns: columns, offsets: (0...kites.count).map { UInt32($0) }, members: kites.indices.map { UInt32($0) })
    return try monitor.classified(cases)
  }

  /// The tables of these cases as somebody might have published them.
  static func counted(by figure: Figure) throws -> Figure.Counted {
    guard case .counted(let counted) = figure.numbers else { throw NotCounted() }
    return counted
  }

  struct NotCounted: Error {}

  static func published(from cases: Cases, in monitor: Monitor) throws -> [PublishedCell] {
    try cases.tabulated(by: monitor.figures).flatMap { table in
      table.shape.rows.enumerated().flatMap { row, header in
        table.shape.columns.enumerated().compactMap { column, top in
          table.cells[row][column].value.quantity.map { quantity in
            PublishedCell(
              figure: table.shape.figure, measure: header.measure.nl, rowAxis: header.name?.nl ?? "",
              row: header.label.nl, columnAxis: top.name.nl, column: top.label.nl, scaledValue: quantity.scaled,
              decimals: quantity.decimals, isTotal: header.isTotal || top.isTotal)
          }
        }
      }
    }
  }
}
