import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `Rates with a scale of their own` {
  /// Litres a day of each, by year; what was used in millions of cubic metres, people in thousands.
  private static func sheet(
    _ seed: UInt64, days: (Int) -> Double = { _ in 365 }, changing change: (inout [[String]]) -> Void = { _ in }
  ) -> InventedSheet {
    var generator = SplitMix(seed: seed)
    var rows = (0..<8).map { place -> [String] in
      let used = Double(Int.random(in: 7000...9000, using: &generator)) / 10
      let people = 16_500 + 70 * place + Int.random(in: 0...40, using: &generator)
      let litres = used * 1_000_000 / Double(people) / days(2015 + place)
      return [String(2015 + place), InventedSheet.text(used, 1), String(people), InventedSheet.text(litres, 1)]
    }
    change(&rows)
    return InventedSheet(head: ["jaar", "mln m3", "inwoners x 1000", "liter per dag"], rows: rows)
  }

  @Test(arguments: 0..<40)
  func `are learned from the rows, and agree with them`(_ seed: UInt64) {
    #expect(Self.sheet(seed).found.map(\.sentence.nl) == [])
  }

  @Test(arguments: 0..<40)
  func `show a rate that the others do not bear out`(_ seed: UInt64) throws {
    let sheet = Self.sheet(seed, changing: { $0[4][3] = "9" + $0[4][3] })
    let found = try #require(sheet.found.first)
    #expect(
      sheet.found.count == 1 && found.kind == .percentage && found.cells.first?.reference == "t|2019|liter per dag")
    #expect(found.sentence.nl.contains("in de andere rijen is het steeds 2.7"))
  }

  @Test(arguments: 0..<40)
  func `may have a day more in leap years`(_ seed: UInt64) {
    let sheet = Self.sheet(seed, days: { $0 % 4 == 0 ? 366 : 365 })
    #expect(sheet.found.map(\.sentence.nl) == [])
  }

  @Test func `of three rows and their total is told by where it stands`() throws {
    let rows = [["Alles", "14868", "89892", "6.0"], ["a", "4146", "30053", "7.2"], ["b", "4865", "26709", "5.5"]]
    let head = ["streek", "ha", "t", "t/ha"]
    let last = ["c", "5857", "33130", "5.7"]
    #expect(InventedSheet(head: head, rows: rows + [last]).found.isEmpty)
    let wrong = InventedSheet(head: head, rows: rows + [["c", "5857", "33130", "57.0"]]).found
    #expect(wrong.count == 1 && wrong.first?.cells.first?.reference == "t|c|t/ha")
  }
}

@Suite struct `A league of few clubs` {
  private static let head = ["Pos", "Team", "Pld", "W", "D", "L", "Pts"]
  private static let rows = [
    ["1", "a", "14", "6", "5", "3", "23"], ["2", "b", "14", "5", "8", "1", "23"],
    ["3", "c", "14", "6", "4", "4", "22"],
    ["4", "d", "14", "5", "4", "5", "19"], ["5", "e", "14", "4", "6", "4", "18"],
    ["6", "f", "14", "5", "2", "7", "17"],
    ["7", "g", "14", "3", "6", "5", "15"], ["8", "h", "14", "3", "3", "8", "12"],
  ]

  @Test func `has points of which one is not what its games give`() {
    #expect(InventedSheet(head: Self.head, rows: Self.rows).found.isEmpty)
    var rows = Self.rows
    rows[3][6] = "20"
    let found = InventedSheet(head: Self.head, rows: rows).found
    #expect(found.count == 1 && found.first?.cells.first?.reference == "t|d|Pts")
  }

  @Test func `has each place once, but for ties`() {
    let head = ["Rang", "Land", "Goud", "Zilver"]
    let rows = (1...7).map { [String($0), "l\($0)", String(40 - 3 * $0), String(20 + $0 * $0 % 11)] }
    #expect(InventedSheet(head: head, rows: rows).found.isEmpty)
    var odd = rows
    odd[3][0] = "5"
    let found = InventedSheet(head: head, rows: odd).found
    #expect(found.count == 1 && found.first?.kind == .rank && found.first?.expected == "4")
    odd[4][2] = odd[3][2]
    #expect(InventedSheet(head: head, rows: odd).found.isEmpty)
  }
}
