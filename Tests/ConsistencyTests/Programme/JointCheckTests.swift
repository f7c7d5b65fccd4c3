import Invented
import Testing

@testable import Consistency

@Suite struct `Numbers that cannot be true together` {
  private func found(_ csv: String) -> [Contradiction] {
    PublishedReport(name: "r", cells: TextReading.read(csv, file: "t.csv").cells).contradictions()
  }

  /// Places by sex; two numbers are not printed in each of two rows. The columns leave 82 and 142 for them, the rows 83 and 141.
  private static func withheld(_ man: Int = 310) -> String {
    """
    Regio,Man,Vrouw,Onbekend,Totaal
    Noord,120,98,12,230
    Oost,x,x,7,90
    Zuid,75,60,9,144
    West,x,x,11,152
    Midden,33,41,5,79
    Totaal,\(man),341,44,695

    """
  }

  @Test func `are none where numbers that are not printed can make all sums close`() {
    #expect(found(Self.withheld()).isEmpty)
  }

  /// A rate of numbers of ten digits, printed to more digits than computers compute with.
  @Test func `are none in numbers that were computed to the last digit of a computer`() {
    var dice = SplitMix(seed: 3)
    var rows: [String] = []
    for year in 1270..<1330 {
      let people = Double(Int.random(in: 1_500_000_000...4_700_000_000, using: &dice)) / 1000
      let income = Double(Int.random(in: 2_000_000_000...5_000_000_000, using: &dice))
      rows.append(
        "\(year),\(people),\(Int(income)),\((income / people * 1e6).rounded() / 1e6 + (year % 3 == 0 ? 6e-7 : 0))")
    }
    #expect(
      found((["Year,People,Income,Income a head"] + rows).joined(separator: "\n")).filter { $0.kind == .joint }.isEmpty)
  }

  @Test func `are found where rows and columns leave different numbers for what is not printed`() {
    let wrong = found(Self.withheld(320))
    #expect(!wrong.isEmpty)
    #expect(wrong.contains { $0.cells.map(\.reference).contains("t|Totaal|Man") })
  }

  @Test func `are found where the limits of what is withheld leave too little`() {
    let csv = "Regio,Man,Vrouw,Totaal\nA,<5,81,83\nB,75,60,135\nC,<5,140,142\nD,33,41,74\nTotaal,120,322,442\n"
    #expect(found(csv).contains { $0.kind == .joint || $0.kind == .sum || $0.kind == .bound })
    let good = "Regio,Man,Vrouw,Totaal\nA,<5,81,83\nB,75,60,135\nC,<5,140,142\nD,33,41,74\nTotaal,112,322,434\n"
    #expect(found(good).isEmpty)
  }

  /// A table of random counts, rounded to five, with its margins; one number may be set to another.
  private func rounded(_ seed: UInt64, wrong: Int = 0) -> (csv: String, place: String) {
    var generator = SplitMix(seed: seed)
    let (rows, columns) = (8, 5)
    var counts = (0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: 20...400, using: &generator) } }
    counts.append((0..<columns).map { column in counts.reduce(0) { $0 + $1[column] } })
    for row in counts.indices { counts[row].append(counts[row].reduce(0, +)) }
    var printed = counts.map { $0.map { ($0 + 2) / 5 * 5 } }
    let (row, column) = (Int.random(in: 0..<rows, using: &generator), Int.random(in: 0..<columns, using: &generator))
    printed[row][column] += wrong
    let head = ["plaats"] + (0..<columns).map { "k\($0)" } + ["Totaal"]
    let lines = printed.enumerated().map { index, numbers in
      ([index == rows ? "Totaal" : "p\(index)"] + numbers.map(String.init)).joined(separator: ",")
    }
    return (([head.joined(separator: ",")] + lines).joined(separator: "\n") + "\n", "t|p\(row)|k\(column)")
  }

  @Test(arguments: 0..<40)
  func `are none in a table of which each number was rounded by itself`(_ seed: UInt64) {
    #expect(found(rounded(seed).csv).map(\.sentence.nl) == [])
  }

  /// Small counts, rounded to five, of which those from one to four are a sign: sums close without them, and they are no zeros.
  @Test(arguments: 0..<80)
  func `are none where what is withheld is small enough to be taken for nothing`(_ seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let (rows, columns) = (Int.random(in: 4...9, using: &generator), Int.random(in: 3...6, using: &generator))
    var counts = (0..<rows).map { _ in
      (0..<columns).map { _ in Int.random(in: 1...20, using: &generator) * Int.random(in: 1...20, using: &generator) }
    }
    counts.append((0..<columns).map { column in counts.reduce(0) { $0 + $1[column] } })
    let lines = counts.enumerated().map { index, row in
      (["p\(index)"] + (row + [row.reduce(0, +)]).map { $0 < 5 ? "*" : String(($0 + 2) / 5 * 5) }).joined(
        separator: ",")
    }
    let head = ["plaats"] + (0..<columns).map { "k\($0)" } + ["Totaal"]
    let csv = ([head.joined(separator: ",")] + lines).joined(separator: "\n").replacing("p\(rows),", with: "Totaal,")
    #expect(found(csv + "\n").filter { $0.kind == .joint }.map(\.sentence.nl) == [])
  }

  @Test(arguments: 0..<20)
  func `are named where one of the rounded numbers is far off`(_ seed: UInt64) {
    let table = rounded(seed, wrong: 200)
    #expect(found(table.csv).first?.cells.first?.reference == table.place)
  }
}
