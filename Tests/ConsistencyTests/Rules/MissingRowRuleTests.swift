import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `A row that was left out` {
  /// Regions by year with their total last, one of them left out, in a language of its own.
  private static func sheet(_ seed: UInt64, total: String, decimals: Int = 0, without missing: Int?) -> InventedSheet {
    var generator = SplitMix(seed: seed)
    let sizes = InventedSheet.places.prefix(8).map { _ in Int.random(in: 2000...9000, using: &generator) }
    let numbers = sizes.map { size in (0..<4).map { _ in size + Int.random(in: -900...900, using: &generator) } }
    let sums = (0..<4).map { column in numbers.reduce(0) { $0 + $1[column] } }
    let text = { (number: Int) in InventedSheet.text(decimals == 0 ? Double(number) : Double(number) / 10, decimals) }
    var rows = zip(InventedSheet.places, numbers).map { [$0] + $1.map(text) }
    if let missing { rows.remove(at: missing) }
    return InventedSheet(head: ["sted", "2018", "2019", "2020", "2021"], rows: rows + [[total] + sums.map(text)])
  }

  @Test(arguments: ["Totaal", "Total", "Insgesamt", "Összesen", "Ogółem", "I alt", "Yhteensä", "合計", "Всего"])
  func `is missing where every total is above its rows`(_ total: String) throws {
    for seed in 0..<4 {
      let found = Self.sheet(UInt64(seed), total: total, without: seed + 2).found
      let first = try #require(found.first)
      #expect(found.count == 1 && first.kind == .sum && first.certainty == .likely)
      #expect(first.cells.first?.reference == "t|\(total)|2018")
      #expect(first.sentence.nl.hasPrefix("t, \(total): hier lijkt een regel te ontbreken; de totalen zijn "))
    }
  }

  @Test(arguments: 0..<20)
  func `is missed in tables with decimals too, and never where none was`(_ seed: UInt64) {
    #expect(Self.sheet(seed, total: "Total", decimals: 1, without: 4).found.count == 1)
    #expect(Self.sheet(seed, total: "Total", decimals: 1, without: nil).found.isEmpty)
    #expect(Self.sheet(seed, total: "Total", without: nil).found.isEmpty)
  }

  @Test func `is not missed where nothing says that there is a total`() {
    #expect(Self.sheet(1, total: "Oslo", without: 3).found.isEmpty)
  }

  /// The largest with the total of all: lists that go on.
  @Test func `is not missed in the order of size, where it is small, or where there are many`() {
    let rows = [["a", "900", "880"], ["b", "700", "690"], ["c", "500", "510"], ["d", "300", "290"]]
    let head = ["land", "2020", "2021"]
    for totals in [["2600", "2550"], ["2405", "2374"], ["9000", "8700"]] {
      #expect(InventedSheet(head: head, rows: rows + [["Total"] + totals]).found.isEmpty)
    }
    let mixed = [rows[2], rows[0], rows[3], rows[1]]
    for totals in [["2405", "2374"], ["9000", "8700"]] {
      #expect(InventedSheet(head: head, rows: mixed + [["Total"] + totals]).found.isEmpty)
    }
    #expect(InventedSheet(head: head, rows: mixed + [["Total", "2830", "2790"]]).found.count == 1)
  }

  @Test func `is not missed where a line says that what follows is a part`() {
    let rows = [["a", "500", "510"], ["b", "900", "880"], ["c", "300", "290"], ["d", "700", "690"]]
    let head = ["land", "2020", "2021"]
    let total = [["Total", "2830", "2790"]]
    #expect(InventedSheet(head: head, rows: total + rows).found.count == 1)
    #expect(InventedSheet(head: head, rows: total + [["of which:", "", ""]] + rows).found.isEmpty)
  }

  @Test func `is missing under a subtotal where the subtotals beside it are sums`() throws {
    let rows = [
      ["Jong", "1403", "1512"], ["0-9", "801", "837"], ["10-19", "602", "675"], ["Midden", "4120", "4217"],
      ["20-29", "1411", "1389"], ["30-39", "1297", "1402"], ["Oud", "1633", "1698"], ["60-69", "912", "987"],
      ["70+", "721", "711"], ["Iedereen", "7156", "7427"],
    ]
    let found = InventedSheet(head: ["leeftijd", "man", "vrouw"], rows: rows).found
    #expect(
      found.map(\.sentence.nl) == [
        "t, Midden: hier lijkt een regel te ontbreken; de totalen zijn 1.412 en 1.426 hoger dan de som van de regels."
      ])
  }
}

@Suite struct `A total in which something counts twice` {
  private static let head = ["soort", "2018", "2019", "2020"]
  private static let rows = [
    ["Zand", "3235", "6981", "2840"], ["Klei", "3692", "913", "1972"], ["Veen", "1379", "4785", "1143"],
    ["Rots", "6729", "2400", "363"],
  ]
  private static func sums(_ rows: [[String]]) -> [Int] {
    (1...3).map { column in rows.reduce(0) { $0 + (Int($1[column]) ?? 0) } }
  }

  @Test func `is twice its parts`() {
    let total = ["Alles"] + Self.sums(Self.rows).map { String(2 * $0) }
    let found = InventedSheet(head: Self.head, rows: Self.rows + [total]).found
    #expect(
      found.map(\.sentence.nl) == [
        "t, Alles: dit is in alle 3 kolommen precies twee keer de som van de delen; die tellen dubbel mee."
      ])
    #expect(found.first?.kind == .sum && found.first?.certainty == .only)
  }

  @Test func `has a subtotal beside its parts`() throws {
    let below = [["Nat", "500", "611", "702"], ["Droog", "204", "310", "1299"]]
    let subtotal = ["Leem"] + Self.sums(below).map(String.init)
    let rows = [subtotal] + below + Self.rows
    let wrong = ["Alles"] + Self.sums(rows).map(String.init)
    let found = try #require(InventedSheet(head: Self.head, rows: rows + [wrong]).found.first)
    #expect(found.sentence.nl.contains("t, Alles: hierin tellen delen dubbel: behalve Leem ook de regels"))
    let right = ["Alles"] + Self.sums([subtotal] + Self.rows).map(String.init)
    #expect(InventedSheet(head: Self.head, rows: rows + [right]).found.isEmpty)
  }

  @Test func `has one row twice`() {
    let total = ["Alles"] + Self.sums(Self.rows + [Self.rows[2]]).map(String.init)
    let found = InventedSheet(head: Self.head, rows: Self.rows + [total]).found
    #expect(found.count == 1 && found.first?.sentence.nl.contains("hierin telt Veen dubbel") == true)
  }
}
