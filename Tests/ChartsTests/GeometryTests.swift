import Disclosure
import Invented
import Model
import Testing

@testable import Charts

/// Hundreds of tables of every shape, drawn wide and narrow in both languages: no word touches another, none is clipped,
/// no number lies on a line.
@Suite struct GeometryTests {
  private static let words = [
    "Seksuele uitbuiting", "Arbeids- en criminele uitbuiting", "Man", "18-22 (adolescent)", "Overig",
    "Gedwongen orgaanverwijdering (uitsluitend)", "Regio Zuid-Holland-Zuid", "Niet-Afrikaans, met name Europees",
    "IND, NLA, Belastingdienst of FIOD", "Bordelen/clubs/privéhuizen", "Mensenhandelvormregistratie", "N", "Onbekend",
  ]

  static func table(_ seed: UInt64, _ chart: ChartKind) -> InventedTable {
    var generator = SplitMix(seed: seed)
    let rowCount = Int.random(in: 1...9, using: &generator)
    let columnCount = Int.random(in: 1...12, using: &generator)
    let scale = [9, 60, 1500, 120_000].randomElement(using: &generator) ?? 9
    let hasTotal = Bool.random(using: &generator)
    func cell() -> Cell {
      let number = Quantity(Int.random(in: 0...scale, using: &generator))
      switch Int.random(in: 0..<14, using: &generator) {
      case 0: return Cell(.suppressed(.primary), rung: .observed)
      case 1: return Cell(.notDelivered, rung: .observed)
      case 2: return Cell(.provisional(number), rung: .observed)
      case 3:
        let upper = Quantity(number.numerator * 2 + 3)
        return Cell(
          .estimate(number, lower: Quantity(number.numerator / 2), upper: upper, percent: 95), rung: .estimated)
      default:
        let rank = chart == .topTable && Bool.random(using: &generator) ? 2 : nil
        return Cell(.exact(number), rung: .observed, rank: rank)
      }
    }
    var rows = (0..<rowCount).map { index in
      (
        "\(words[(index + Int(seed)) % words.count])\(index < words.count ? "" : " \(index)")",
        (0..<columnCount).map { _ in cell() }
      )
    }
    if Bool.random(using: &generator) { rows.append(("Totaal", (0..<columnCount).map { _ in cell() })) }
    let first = 2024 - columnCount
    let asYears = Bool.random(using: &generator)
    var columns = (0..<columnCount).map { asYears ? String(first + $0) : "\(words[($0 + 3) % words.count]) \($0)" }
    var table = InventedTable(chart: chart, rows: rows, columns: columns)
    if hasTotal, columnCount > 1 {
      columns[columnCount - 1] = asYears ? "\(first)-\(first + columnCount - 2)" : "Alles bij elkaar"
      table.columns = columns
      table.hasTotalColumn = true
    } else if columnCount > 3 {
      table.panelOf = (0..<columnCount).map { $0 < columnCount / 2 ? 0 : 1 }
      table.panels = [LocalizedText(nl: "jaar", en: "year"), LocalizedText(nl: "vorm van mensenhandel", en: "form")]
    }
    if asYears, columnCount > 2, Bool.random(using: &generator) {
      table.breaks = [.init(year: first + 1, reason: LocalizedText(nl: "Anders.", en: "Otherwise."))]
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { table.unit = .perCent }
    return table
  }

  @Test(arguments: [ChartKind.stackedBars, .lines, .rankedBars, .topTable])
  func `no word touches another or is clipped, and no number lies on a line`(_ kind: ChartKind) throws {
    for seed in 0..<150 {
      let table = Self.table(UInt64(seed), kind)
      let letters = seed % 3 == 0 ? Dictionary(uniqueKeysWithValues: table.columns.prefix(2).map { ($0, "a b") }) : [:]
      guard let chart = Chart(of: table.published, in: seed % 2 == 0 ? .nl : .en, letters: letters) else { continue }
      for drawing in [chart.wide, chart.narrow] {
        let geometry = try #require(ChartGeometry(svg: drawing.rendered))
        #expect(!geometry.words.isEmpty)
        #expect(geometry.complaints == [], "\(kind) of seed \(seed), \(drawing == chart.wide ? "wide" : "narrow")")
      }
    }
  }

  @Test(arguments: [ChartKind.stackedBars, .lines, .rankedBars, .topTable])
  func `tables that no chart was made for are drawn as well`(_ kind: ChartKind) throws {
    for (name, table) in HostileTables.all(kind) {
      for letters in [[:], Dictionary(uniqueKeysWithValues: table.columns.prefix(2).map { ($0, "a b c") })] {
        let chart = try #require(Chart(of: table.published, in: .nl, letters: letters), "\(kind), \(name)")
        for drawing in [chart.wide, chart.narrow] {
          let geometry = try #require(ChartGeometry(svg: drawing.rendered), "\(kind), \(name)")
          #expect(geometry.complaints == [], "\(kind), \(name), \(drawing == chart.wide ? "wide" : "narrow")")
        }
      }
    }
  }

  @Test func `the checks themselves find what is wrong`() throws {
    func drawing(_ pieces: [Markup]) throws -> [String] {
      let drawing = Drawing(width: 100, height: 50, pieces: pieces)
      let svg = drawing.framed(title: "t", description: "d", id: "x", language: .nl).rendered
      return try #require(ChartGeometry(svg: svg)).complaints
    }
    let style = SeriesStyle(role: .series(0))
    #expect(
      try drawing([Pen.text("een", x: 0, y: 20), Pen.text("twee", x: 10, y: 24)]) == ["'een' and 'twee' overlap"])
    #expect(try drawing([Pen.text("een", x: 90, y: 20)]) == ["'een' is clipped"])
    let number = Pen.overLines("12", x: 50, y: 25, size: 12, style: style)
    #expect(try drawing([style.stroke("M0 20L100 22"), number]) == ["'12' lies on a line"])
    #expect(try drawing([style.point(x: 50, y: 20), number]) == ["'12' lies on a marker"])
    #expect(try drawing([style.stroke("M0 30L100 30"), number]) == [])
  }
}
