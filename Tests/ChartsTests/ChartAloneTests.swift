import Disclosure
import Invented
import Model
import Testing

@testable import Charts

/// A drawing that travels without its page.
@Suite struct ChartAloneTests {
  @Test(arguments: [ChartKind.stackedBars, .lines, .rankedBars, .topTable])
  func `says what is counted, what it shows and where it comes from, and touches nothing`(_ kind: ChartKind) throws {
    for (name, table) in HostileTables.all(kind) + [("plain", InventedTable.plain(kind))] {
      let chart = try #require(Chart(of: table.published, in: .nl))
      let title = "Figuur 1: \(HostileTables.long). Bezoekers, 2020-2021"
      let drawing = chart.alone(title: title, note: "Aantallen zijn bezoekers. Bron: \(HostileTables.markup).", .nl)
      let geometry = try #require(ChartGeometry(svg: drawing.rendered), "\(kind), \(name)")
      #expect(geometry.complaints == [], "\(kind), \(name)")
      let words = geometry.words.map(\.text).joined(separator: " ")
      #expect(words.hasPrefix("Figuur 1: ") && words.contains("Bron: <script>"))
      if let finding = chart.finding {
        #expect(words.filter { $0 != " " }.contains(finding.prefix(20).filter { $0 != " " }))
      }
    }
  }
}
