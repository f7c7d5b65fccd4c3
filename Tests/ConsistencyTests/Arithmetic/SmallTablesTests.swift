import Foundation
import Invented
import Model
import Testing

@testable import Consistency

/// Formulas that a table of a few rows shows: what a column beside two others most often is needs less evidence.
@Suite struct `A small table` {
  private static func growth(_ counts: (Int, Int)) -> String {
    InventedSheet.text((1000 * Double(counts.1 - counts.0) / Double(counts.0)).rounded() / 10, 1)
  }

  /// Two years and the growth from one to the other, of some tenths of a per cent up to a few.
  private static func ofGrowth(_ seed: UInt64, rows: Int) -> InventedSheet {
    var dice = SplitMix(seed: seed)
    let lines = (0..<rows).map { row -> [String] in
      let first = Int.random(in: 20_000...90_000, using: &dice)
      let second = first + Int(Double(first) * Double.random(in: -0.03...0.03, using: &dice))
      return [InventedSheet.places[row], "\(first)", "\(second)", growth((first, second))]
    }
    return InventedSheet(head: ["Place", "2022", "2023", "Change (%)"], rows: lines)
  }

  @Test(arguments: UInt64(0)..<20)
  func `of small growth raises nothing, and a lost sign or a digit is found`(_ seed: UInt64) throws {
    var sheet = Self.ofGrowth(seed, rows: 8)
    #expect(sheet.found.map(\.sentence.en).isEmpty)
    let row = try #require(sheet.rows.firstIndex { abs(Double($0[3]) ?? 0) >= 0.5 })
    let right = sheet.rows[row][3]
    sheet.rows[row][3] = right.hasPrefix("-") ? String(right.dropFirst()) : "-" + right
    #expect(!sheet.found.isEmpty)
    sheet.rows[row][3] = right.hasPrefix("-") ? "4.9" : "-4.9"
    #expect(!sheet.found.isEmpty)
  }

  /// Two levels of indexes, each with its change from the year before.
  @Test(arguments: UInt64(0)..<10)
  func `of indexes with their yearly change beside them is held to each change`(_ seed: UInt64) {
    var dice = SplitMix(seed: seed + 50)
    var levels = [92.0, 94.0]
    var rows: [[String]] = []
    for year in 2011...2020 {
      let next = levels.map { ($0 * Double.random(in: 1.005...1.06, using: &dice) * 100).rounded() / 100 }
      let changes = zip(levels, next).map { (1000 * ($1 - $0) / $0).rounded() / 10 }
      rows.append(["\(year)"] + zip(next, changes).flatMap { [InventedSheet.text($0, 2), InventedSheet.text($1, 1)] })
      levels = next
    }
    var sheet = InventedSheet(
      head: ["Year", "All goods", "Yearly change (%)", "Food", "Yearly change (%)"], rows: rows)
    #expect(sheet.found.map(\.sentence.en).isEmpty)
    sheet.rows[5][4] = "9.9"
    #expect(sheet.found.contains { $0.cells.contains { $0.dimensions.contains { $0.value == "2016" } } })
  }

  @Test(arguments: [[1, 2], [0, 3]])
  func `of shares says which two changed places`(_ rows: [Int]) {
    var sheet = InventedSheet(
      head: ["Kind", "Number", "Share (%)"],
      rows: [
        ["Aa", "893", "31.1"], ["Bb", "464", "16.2"], ["Cc", "811", "28.3"], ["Dd", "701", "24.4"],
        ["Total", "2869", "100.0"],
      ])
    #expect(sheet.found.isEmpty)
    (sheet.rows[rows[0]][2], sheet.rows[rows[1]][2]) = (sheet.rows[rows[1]][2], sheet.rows[rows[0]][2])
    #expect(!sheet.found.isEmpty)
  }

  /// Rates per ten, and of counts of which none is like another.
  @Test(arguments: UInt64(0)..<12)
  func `of rates that are near each other is held to them where the counts are not`(_ seed: UInt64) {
    var dice = SplitMix(seed: seed + 90)
    let rows = (0..<8).map { row -> [String] in
      let area = Int.random(in: 3000...90_000, using: &dice)
      let yield = Int(Double(area) * Double.random(in: 3.5...5.5, using: &dice))
      return [
        InventedSheet.places[row], "\(area)", "\(yield)",
        InventedSheet.text((100 * Double(yield) / Double(area)).rounded() / 10, 1),
      ]
    }
    var sheet = InventedSheet(head: ["Region", "Area (ha)", "Harvest (t)", "Yield (100 kg/ha)"], rows: rows)
    #expect(sheet.found.map(\.sentence.en).isEmpty)
    sheet.rows[2][3] = "12.5"
    #expect(sheet.found.map { $0.cells.first?.reference } == [sheet.reference(2, 3)])
  }

  @Test func `of points is held to three for a win and one for a draw`() {
    var dice = SplitMix(seed: 7)
    var rows = (0..<12).map { row -> [String] in
      let (won, drawn) = (Int.random(in: 0...30, using: &dice), Int.random(in: 0...8, using: &dice))
      return [InventedSheet.places[row], "38", "\(won)", "\(drawn)", "\(38 - won - drawn)", "\(3 * won + drawn)"]
    }
    let head = ["Club", "Played", "Won", "Drawn", "Lost", "Points"]
    #expect(InventedSheet(head: head, rows: rows).found.isEmpty)
    rows[3][5] = "\((Int(rows[3][5]) ?? 0) + 2)"
    let found = InventedSheet(head: head, rows: rows).found
    #expect(found.count == 1 && found[0].sentence.en.contains("3 × "))
  }

  /// An account: what is empty is nothing.
  @Test func `of an account is held to what was there before each row`() {
    var rows = [
      ["2 March", "650.00", "", "350.00"], ["5 March", "", "2310.55", "2660.55"], ["9 March", "84.37", "", "2576.18"],
      ["15 March", "145.00", "", "2431.18"], ["28 March", "", "39.99", "2471.17"], ["2 April", "71.17", "", "2400.00"],
      ["9 April", "12.25", "", "2387.75"], ["20 April", "", "810.40", "3198.15"],
    ]
    let head = ["Date", "Out", "In", "Balance"]
    #expect(InventedSheet(head: head, rows: rows).found.isEmpty)
    rows[4][2] = "93.99"
    #expect(
      InventedSheet(head: head, rows: rows).found.contains { $0.cells.contains { $0.reference == "t|28 March|In" } })
  }

  /// Answers in per cent, with a hundred under each column.
  @Test(arguments: ["", "%"])
  func `with a hundred under each column blames a share for what is missing`(_ sign: String) {
    let columns = [[36, 29, 12, 23], [33, 25, 12, 30], [26, 30, 12, 32], [24, 28, 12, 36]]
    func sheet(_ wrong: Int) -> InventedSheet {
      let answers = ["Agree", "Neutral", "Disagree", "Unknown"]
      let rows = answers.indices.map { row in
        [answers[row]] + columns.indices.map { "\($0 == 3 && row == 3 ? wrong : columns[$0][row])\(sign)" }
      }
      return InventedSheet(
        head: ["Answer (%)", "Aa", "Bb", "Cc", "Dd"], rows: rows + [["Total"] + columns.map { _ in "100\(sign)" }])
    }
    #expect(sheet(36).found.isEmpty)
    let found = sheet(29).found
    #expect(found.count == 1 && !found.contains { $0.sentence.en.contains("Total") })
  }

  @Test func `of growth adds nothing up, also where its counts are added`() {
    let text =
      "Region,2022,2023,Change (%)\nNorth,4000,3856,-3.6\nSouth,2000,1882,-5.9\nAll regions,6000,5738,-4.4\n"
    #expect(PublishedReport(name: "r", cells: TextReading.read(text, file: "t.csv").cells).contradictions().isEmpty)
  }
}
