import Invented
import Testing

@testable import Deliveries
@testable import Model
@testable import Sheets

/// Which lane a record gets, by its source and its grounds.
@Suite struct LaneAssignmentTests {
  private static func ground(_ name: String, _ lane: Lane, _ condition: String?) throws -> LegalGround {
    LegalGround(
      name: name, label: LocalizedText(name), article: "", lane: lane,
      condition: try condition.map { try Condition(parsing: $0) }, examples: [])
  }

  /// Records of ages 10 to 50; lanes are 0 identified, 1 pseudonymous, 2 count-only.
  private static func assigned(
    _ lane: Lane, _ grounds: [LegalGround], named names: [String]? = nil
  ) throws -> (lanes: [UInt8], grounds: [UInt8]) {
    var monitor = SmallDelivery.monitor
    monitor.grounds = grounds
    monitor.sources[0].lane = lane
    monitor.sources[0].grounds = names ?? grounds.map(\.name)
    var columns = Columns(rowCount: 5)
    let age = try #require(monitor.codebook.variable(named: "age"))
    columns.set(.number([10, 20, 30, 40, NumberValue(.unknown).packed]), for: age)
    let result = try LaneAssignment(monitor.sources[0], in: monitor).assign(columns)
    return (result.lanes, result.grounds)
  }

  @Test(arguments: [(Lane.identified, UInt8(1)), (.pseudonymous, 2), (.countOnly, 2)])
  func `without a ground a record moves one lane down`(_ lane: Lane, _ index: UInt8) throws {
    let result = try Self.assigned(lane, [])
    #expect(result.lanes == Array(repeating: index, count: 5))
    #expect(result.grounds == [0, 0, 0, 0, 0])
  }

  @Test func `the first ground that holds decides, and it never lifts a record above its source`() throws {
    let grounds = [
      try Self.ground("old", .countOnly, "age >= 40"), try Self.ground("grown", .identified, "age >= 20"),
      try Self.ground("known", .pseudonymous, "age is known"),
    ]
    let identified = try Self.assigned(.identified, grounds)
    #expect(identified.lanes == [1, 0, 0, 2, 1])
    #expect(identified.grounds == [3, 2, 2, 1, 0])
    let pseudonymous = try Self.assigned(.pseudonymous, grounds)
    #expect(pseudonymous.lanes == [1, 1, 1, 2, 2])
    #expect(pseudonymous.grounds == [3, 2, 2, 1, 0])
    let turned = try Self.assigned(.identified, grounds, named: ["known", "grown", "old"])
    #expect(turned.lanes == [1, 1, 1, 1, 1])
    #expect(turned.grounds == [3, 3, 3, 3, 0])
  }

  @Test func `a ground without a condition holds for everyone`() throws {
    let result = try Self.assigned(.identified, [try Self.ground("all", .identified, nil)])
    #expect(result.lanes == [0, 0, 0, 0, 0])
    #expect(result.grounds == [1, 1, 1, 1, 1])
  }

  @Test func `a ground may ask who delivers`() throws {
    let groups = [
      try Self.ground("care", .identified, "reporterGroup is care"),
      try Self.ground("police", .identified, "reporterGroup is police"),
    ]
    #expect(try Self.assigned(.identified, [groups[1]]).lanes == [1, 1, 1, 1, 1])
    #expect(try Self.assigned(.identified, groups).grounds == [1, 1, 1, 1, 1])
    let source = try Self.ground("source", .identified, "source is zorg")
    #expect(try Self.assigned(.identified, [source]).lanes == [0, 0, 0, 0, 0])
  }

  @Test func `grounds that the source does not name do not count`() throws {
    let result = try Self.assigned(.identified, [try Self.ground("all", .identified, nil)], named: [])
    #expect(result.grounds == [0, 0, 0, 0, 0])
    #expect(Lane.allCases.map(LaneAssignment.index(of:)) == [0, 1, 2])
    #expect(LaneAssignment.keptInCountOnly == ["year", "form"])
  }
}

/// What is collected of a delivery, in which order, and how much of it is told.
@Suite struct CollectedFindingsTests {
  private func findings(limit: Int, _ add: (DeliveryFindings) -> Void) -> DeliveryFindings {
    let findings = DeliveryFindings(file: "a.csv", limit: limit)
    add(findings)
    return findings
  }

  @Test func `findings stand by row and column, those about the file first`() {
    let collected = findings(limit: 100) {
      $0.add(.unknownAnswer, row: 3, column: 2, header: "c", LocalizedText("3c"))
      $0.add(.unknownAnswer, row: 3, column: 0, header: "a", LocalizedText("3a"))
      $0.add(.duplicateRow, row: 3, LocalizedText("3"))
      $0.add(.noPeriod, LocalizedText("file"))
      $0.add(.unknownAnswer, row: 2, column: 1, header: "b", LocalizedText("2b"))
      $0.add(.numberRange, row: 2, column: 1, header: "b", LocalizedText("2b again"))
    }
    #expect(collected.findings.map(\.message.nl) == ["file", "2b", "2b again", "3", "3a", "3c"])
    #expect(collected.findings.map(\.place.column) == [nil, "b", "b", nil, "a", "c"])
    #expect(collected.hasFatal)
    #expect(
      collected.counts.map { "\($0.rule) \($0.column ?? "-") \($0.count)" } == [
        "no-period - 1", "number-range b 1", "unknown-answer a 1", "unknown-answer b 1", "unknown-answer c 1",
        "duplicate-row - 1",
      ])
  }

  @Test(arguments: [(0, 10), (5, 10), (10, 10), (11, 11), (12, 12), (25, 25), (30, 25)])
  func `of every sort ten are told at least, and all are counted`(_ limit: Int, _ told: Int) {
    let collected = findings(limit: limit) { findings in
      for row in 1...25 { findings.add(.numberRange, row: row, column: 3, header: "d", LocalizedText("\(row)")) }
    }
    #expect(collected.findings.map(\.message.nl) == (1...told).map(String.init))
    #expect(collected.counts.map(\.count) == [25])
    #expect(!collected.hasFatal)
  }

  @Test func `another sort is told though the limit was reached`() {
    let collected = findings(limit: 3) { findings in
      for row in 1...20 { findings.add(.numberRange, row: row, column: 3, header: "d", LocalizedText("n")) }
      for row in 1...20 { findings.add(.numberRange, row: row, column: 4, header: "e", LocalizedText("e")) }
      for row in 1...2 { findings.add(.duplicateRow, row: row, LocalizedText("d")) }
    }
    #expect(collected.findings.count { $0.place.column == "d" } == 10)
    #expect(collected.findings.count { $0.place.column == "e" } == 10)
    #expect(collected.findings.count { $0.rule == "duplicate-row" } == 2)
  }

  @Test func `the first sentence of an error is the message and the rest what to do`() {
    let collected = findings(limit: 9) { $0.report(.unclosedQuote(line: 7)) }
    #expect(
      collected.findings.map(\.message) == [
        LocalizedText(
          nl: "het aanhalingsteken dat op regel 7 opent, wordt nergens gesloten.",
          en: "the quote that opens on line 7 is closed nowhere.")
      ])
    #expect(collected.findings[0].remedy.nl == "Sluit het of haal het weg; misschien is het bestand afgebroken.")
    #expect(collected.findings[0].rule == "unreadable-file")
  }
}

/// Totals that do or do not add up, on one axis and on two, of counts and of percentages.
@Suite struct CountCheckTests {
  private static func table(
    _ kind: CountTable.Kind, _ answers: CountTable.Answers = .one, axes: Int = 1, words: Int = 3
  ) -> CountTable {
    CountTable(
      name: "t", label: LocalizedText("Tabel"), unit: "contact", kind: kind,
      axes: (0..<axes).map { axis in
        CountAxis(
          header: "k\(axis)", variable: "v\(axis)",
          words: (0..<words).map { CountAxis.Word(word: "w\($0)", code: "c\($0)") })
      }, years: [2024], answers: answers, asksTotal: true)
  }

  /// What is said of the rows: the rule with the words of the message between brackets left out.
  private static func findings(_ table: CountTable, _ rows: [(String, String)]) throws -> [String] {
    var monitor = SmallCounts.monitor
    monitor.sources[0].tables = [table]
    let lines = rows.map { words, value in
      let parts =
        words.split(separator: "/").enumerated().map { "k\($0.offset);\($0.element)" } + ["", "", ""].map { _ in ";" }
      return "Tabel;2024;" + parts.prefix(3).joined(separator: ";") + ";\(value);;"
    }
    let text = ([SmallCounts.header] + lines + ["Deze levering is volledig;2024;;;;;;;ja;;"]).joined(separator: "\n")
    return try DeliveryReader(monitor: monitor, source: monitor.sources[0])
      .validate(bytes: Array(text.utf8), fileName: "c.csv").findings.map { "\($0.rule) \($0.place.row ?? 0)" }
  }

  /// Each of three percentages and their total may be off by half a unit of the last decimal: two units together.
  @Test(
    arguments: [
      ("100,0", []), ("99,8", []), ("99,7", ["total-mismatch 5"]), ("100,2", ["percentage-range 5"]), ("99,9", []),
    ] as [(String, [String])])
  func `percentages may miss their total by what rounding makes of it`(_ total: String, _ expected: [String]) throws {
    let rows = [("w0", "33,3"), ("w1", "33,3"), ("w2", "33,4"), ("Totaal", total)]
    #expect(try Self.findings(Self.table(.percentage(decimals: 1)), rows) == expected)
  }

  @Test(
    arguments: [("97,9", ["total-mismatch 5"]), ("98,0", []), ("98,4", []), ("98,5", ["total-mismatch 5"])]
      as [(String, [String])])
  func `that goes for totals above and below`(_ total: String, _ expected: [String]) throws {
    let rows = [("w0", "32,7"), ("w1", "32,7"), ("w2", "32,8"), ("Totaal", total)]
    #expect(try Self.findings(Self.table(.percentage(decimals: 1)), rows) == expected)
  }

  @Test(arguments: [("6", []), ("5", ["total-mismatch 5"]), ("7", ["total-mismatch 5"])] as [(String, [String])])
  func `counts add up exactly`(_ total: String, _ expected: [String]) throws {
    #expect(
      try Self.findings(Self.table(.count), [("w0", "1"), ("w1", "2"), ("w2", "3"), ("Totaal", total)]) == expected)
  }

  @Test(arguments: [("2", ["total-mismatch 5"]), ("3", []), ("9", [])] as [(String, [String])])
  func `a total with a part unknown is at least what is known`(_ total: String, _ expected: [String]) throws {
    let rows = [("w0", "1"), ("w1", "2"), ("w2", "niet geregistreerd"), ("Totaal", total)]
    #expect(try Self.findings(Self.table(.count), rows) == expected)
  }

  @Test func `means have totals of their own, and unknown totals contradict nothing`() throws {
    let means = Self.table(.number(unit: LocalizedText("jaar"), decimals: 0))
    #expect(try Self.findings(means, [("w0", "1"), ("w1", "2"), ("w2", "3"), ("Totaal", "99")]) == [])
    let rows = [("w0", "1"), ("w1", "2"), ("w2", "3"), ("Totaal", "niet geleverd")]
    #expect(try Self.findings(Self.table(.count), rows) == [])
    let none = ["w0", "w1", "w2"].map { ($0, "niet geleverd") } + [("Totaal", "3")]
    #expect(try Self.findings(Self.table(.count), none) == [])
  }

  @Test func `with two axes each margin is checked along its own axis`() throws {
    let table = Self.table(.count, axes: 2, words: 2)
    let good = [
      ("w0/w0", "1"), ("w0/w1", "2"), ("w0/Totaal", "3"), ("w1/w0", "4"), ("w1/w1", "5"), ("w1/Totaal", "9"),
      ("Totaal/w0", "5"), ("Totaal/w1", "7"), ("Totaal/Totaal", "12"),
    ]
    #expect(try Self.findings(table, good) == [])
    func changed(_ index: Int, _ value: String) -> [(String, String)] {
      var rows = good
      rows[index].1 = value
      return rows
    }
    #expect(try Self.findings(table, changed(2, "4")) == ["total-mismatch 4", "total-mismatch 10"])
    #expect(try Self.findings(table, changed(8, "13")) == ["total-mismatch 10"])
    #expect(try Self.findings(table, changed(0, "2")) == ["total-mismatch 4", "total-mismatch 8"])
  }

  @Test(arguments: [("4", []), ("5", []), ("6", ["base-exceeded 2"])] as [(String, [String])])
  func `a part of several answers is at most the base`(_ part: String, _ expected: [String]) throws {
    let rows = [("w0", part), ("w1", "2"), ("w2", "3"), ("Basis", "5")]
    #expect(try Self.findings(Self.table(.count, .several), rows) == expected)
  }

  @Test func `a share has no base`() throws {
    let rows = [("w0", "60"), ("w1", "2"), ("w2", "3"), ("Basis", "50")]
    #expect(try Self.findings(Self.table(.percentage(decimals: 0), .several), rows) == [])
  }

  @Test(
    arguments: [
      (nil, nil, "geldt altijd", "always holds"), (2020, nil, "geldt vanaf 2020", "holds from 2020"),
      (nil, 2021, "geldt tot en met 2021", "holds up to 2021"),
      (2020, 2021, "geldt van 2020 tot en met 2021", "holds from 2020 to 2021"),
    ] as [(Int?, Int?, String, String)])
  func `a category says in which years it holds`(_ from: Int?, _ to: Int?, _ nl: String, _ en: String) {
    let category = Category(code: "c", label: LocalizedText("c"), validFrom: from, validTo: to)
    #expect(category.validity == LocalizedText(nl: nl, en: en))
  }

  @Test func `rows of a table are every combination, the total last`() {
    let table = Self.table(.count, axes: 2, words: 2)
    let rows = table.rows(in: 2024, Codebook(version: "1", variables: []))
    #expect(rows == [[0, 0], [0, 1], [0, nil], [1, 0], [1, 1], [1, nil], [nil, 0], [nil, 1], [nil, nil]])
    #expect(table.name(of: [0, nil]) == "w0 / Totaal")
    var untotalled = table
    untotalled.asksTotal = false
    #expect(untotalled.rows(in: 2024, Codebook(version: "1", variables: [])).count == 4)
    #expect(Self.table(.count, .several).name(of: [nil]) == "Basis")
    #expect(Self.table(.count, axes: 0).rows(in: 2024, Codebook(version: "1", variables: [])) == [[]])
  }
}
