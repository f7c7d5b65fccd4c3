import Invented
import Model
import Testing

@testable import Consistency

/// Sheets as offices print them, made by a seed: sections with the same labels in each, heads that repeat, lines of text
/// between parts, numbers in brackets.
@Suite struct `Rows and columns with one name` {
  private static func read(_ text: String) -> ReadTable { TextReading.read(text, file: "t.csv") }

  private static func contradictions(_ read: ReadTable) -> [Contradiction] {
    PublishedReport(name: "r", cells: read.cells).contradictions()
  }

  private static func labels(_ read: ReadTable) -> [[String]] { read.cells.map { $0.dimensions.map(\.value) } }

  @Test func `are named after the part they stand in`() {
    let read = Self.read(
      """
      Region,North,South,All
      Women,10,20,30
      15-24,4,9,13
      25+,6,11,17
      Men,8,9,17
      15-24,3,5,8
      25+,5,4,9
      Area,1,2,3
      """)
    #expect(
      Self.labels(read).contains(["15-24 (Women)", "North"]) && Self.labels(read).contains(["25+ (Men)", "All"]))
    #expect(Self.contradictions(read).isEmpty)
  }

  @Test func `are named after the column they stand beside`() {
    let read = Self.read(
      """
      Town,2019,per cent,2020,per cent
      A,10,20,15,25
      B,40,80,45,75
      """)
    #expect(Set(Self.labels(read).compactMap(\.last)) == ["2019", "per cent (2019)", "2020", "per cent (2020)"])
    #expect(Self.contradictions(read).isEmpty)
  }

  @Test func `are named after their place where nothing else tells`() {
    let read = Self.read("Region,Total,Total,Rest\nA,30,20,10\nB,50,41,9\nC,7,4,3\n")
    #expect(Set(Self.labels(read).compactMap(\.last)) == ["Total (B)", "Total (C)", "Rest"])
  }

  @Test func `are one row printed twice where most numbers are the same`() {
    let read = Self.read("Region,a,b,c\nX,30,20,10\nY,50,41,9\nX,30,21,10\n")
    #expect(Self.contradictions(read).map(\.kind) == [.double])
  }

  @Test func `are two rows where only half of their numbers are the same`() {
    let read = Self.read("Date,Persons,Growth\n2024,4861,53\n2014,4649,-7\n2004,4254,\n2014,4649,457\n")
    #expect(Self.contradictions(read).isEmpty)
  }

  @Test func `keep the head of the table above`() {
    let read = Self.read(
      """
      Drinking
      ,Daily,Weekly
      All,11,14
      Women,7,10

      By age and sex
      Women
      15-24,1,7
      25-64,6,9
      Men
      15-24,2,11
      25-64,19,20
      """)
    #expect(Self.labels(read).contains { $0.contains("Men") && $0.contains("15-24") && $0.contains("Weekly") })
    #expect(Self.labels(read).contains { $0.contains("Women") && $0.contains("15-24") && $0.contains("Daily") })
    #expect(Set(Self.labels(read)).count == Self.labels(read).count)
  }

  @Test func `have columns of their own without a head`() {
    let read = Self.read("a,1,2\nb,3,4\nc,5,7\n")
    #expect(Set(Self.labels(read)).count == 6)
  }

  /// Every place of a sheet in which sections, heads and labels repeat has a name of its own, and no sum of one part is held
  /// against another.
  @Test(arguments: 0..<60)
  func `are told apart on any sheet`(_ seed: Int) {
    var dice = SplitMix(seed: UInt64(seed) + 77)
    func draw(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(dice.next() % UInt64(range.count)) }
    let parts = draw(2...4)
    let ages = ["15-24", "25-44", "45-64", "65+"].prefix(draw(2...4))
    let years = (0..<draw(1...3)).map { String(2018 + $0) }
    var lines = ["," + years.map { "\($0),per cent" }.joined(separator: ",")]
    for part in 0..<parts {
      let hasNumbers = seed % 2 == 0
      let counts = ages.map { _ in years.map { _ in draw(20...900) } }
      let sums = years.indices.map { year in counts.reduce(0) { $0 + $1[year] } }
      func row(_ label: String, _ numbers: [Int]) -> String {
        label + ","
          + numbers.enumerated().map { "\($1),\((200 * $1 + sums[$0]) / (2 * sums[$0]))" }.joined(separator: ",")
      }
      lines.append(
        hasNumbers ? row("part \(part)", sums) : "part \(part)" + String(repeating: ",", count: 2 * years.count))
      for (age, numbers) in zip(ages, counts) { lines.append(row(age, numbers)) }
    }
    let read = Self.read(lines.joined(separator: "\n"))
    let labels = Self.labels(read)
    #expect(Set(labels).count == labels.count)
    let found = Self.contradictions(read).filter { $0.kind != .percentage }.map(\.sentence.en)
    #expect(found.isEmpty, "\(lines.joined(separator: "\n"))")
  }
}

@Suite struct `Numbers in brackets` {
  @Test func `are unsure and not below zero`() {
    let read = TextReading.read(
      "Use,15-39,40-69,70+\nDaily,27.1,(0.4),9.1\nWeekly,12.3,11.2,(1.0)\nNever,60.6,88.4,89.9\n", file: "t.csv")
    let bracketed = read.cells.filter { $0.bounds != nil }
    #expect(bracketed.count == 2 && bracketed.allSatisfy { $0.value == nil })
    #expect(PublishedReport(name: "r", cells: read.cells).contradictions().isEmpty)
  }

  @Test func `are below zero where they are money`() {
    let read = TextReading.read("Post,€ 2019,€ 2020\nIn,120,130\nOut,(20),(35)\nNet,100,95\n", file: "t.csv")
    #expect(read.cells.compactMap(\.value).filter { $0 < 0 } == [-20, -35])
  }
}

@Suite struct `How surprising numbers are` {
  @Test func `is large for many different numbers and small for the same again`() {
    var (different, same) = (Surprise(), Surprise())
    for number in [5123.0, 812, 90_431, 27] {
      different.meet(number, room: 0.5)
      same.meet(812, room: 0.5)
    }
    #expect(different.digits > 10 && abs(same.digits - Logarithm.decimal(812)) < 0.01)
  }

  @Test func `does not count zeros behind the point`() {
    var surprise = Surprise()
    surprise.meet(1.000000, room: 0.0000005)
    #expect(surprise.digits < 0.01)
  }

  @Test func `is small for what changes little from line to line`() {
    var surprise = Surprise()
    for year in 0..<10 { surprise.meet(9.6 + 0.1 * Double(year), room: 0.1) }
    #expect(surprise.digits < 2)
  }
}
