import Testing

@testable import Consistency

@Suite struct `Data in the form of exchange` {
  private func read(_ text: String) -> ReadTable { TextReading.read(text, file: "x.csv") }

  private static let body = [
    ("F", "Y0", "2020", 12), ("M", "Y0", "2020", 15), ("_T", "Y0", "2020", 27), ("F", "Y1", "2020", 30),
    ("M", "Y1", "2020", 31), ("_T", "Y1", "2020", 61), ("F", "_T", "2020", 42), ("M", "_T", "2020", 46),
    ("_T", "_T", "2020", 88),
  ]

  private static func first(_ last: Int = 88) -> String {
    let rows = body.dropLast() + [("_T", "_T", "2020", last)]
    return "DATAFLOW,FREQ,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,DECIMALS\n"
      + rows.map { "XX:POP(1.0),A,\($0.0),\($0.1),\($0.2),\($0.3),A,PS,0\n" }.joined()
  }

  @Test func `is read by its dimensions, and what is the same everywhere is left out`() throws {
    let table = read(Self.first())
    #expect(table.findings.isEmpty && table.account.read == 9)
    let cell = try #require(table.cells.first)
    #expect(cell.figure == "POP" && cell.unit == "PS" && cell.dimensions.map(\.value) == ["F", "Y0"])
    #expect(table.cells.filter(\.isTotal).count == 5)
  }

  @Test func `has its totals by their code, and a wrong one is named`() {
    #expect(PublishedReport(name: "r", cells: read(Self.first()).cells).contradictions().isEmpty)
    let wrong = PublishedReport(name: "r", cells: read(Self.first(98)).cells).contradictions()
    #expect(wrong.first?.cells.first?.reference == "POP|_T|_T")
  }

  @Test func `has years and their quarters on one line, whatever their frequency`() {
    func found(_ quarter: Int) -> [String?] {
      let rows = [
        ("Q", "2020-Q1", 120), ("Q", "2020-Q2", 110), ("Q", "2020-Q3", 100), ("Q", "2020-Q4", 170), ("A", "2020", 500),
        ("Q", "2021-Q1", 121), ("Q", "2021-Q2", 113), ("Q", "2021-Q3", quarter), ("Q", "2021-Q4", 171),
        ("A", "2021", 545),
      ]
      let text = "DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\n" + rows.map { "X:A(1.0),\($0.0),\($0.1),\($0.2)\n" }.joined()
      return PublishedReport(name: "r", cells: read(text).cells).contradictions().map(\.cells.first?.reference)
    }
    #expect(found(140).isEmpty)
    #expect(found(150).count == 1)
  }

  @Test func `has a total by its code also of two small numbers`() {
    func found(_ rows: [(String, String, Int)]) -> Int {
      let text =
        "DATAFLOW,SEX,GEO,TIME_PERIOD,OBS_VALUE\n" + rows.map { "X:A(1.0),\($0.0),\($0.1),2020,\($0.2)\n" }.joined()
      return PublishedReport(name: "r", cells: read(text).cells).contradictions().count
    }
    #expect(found([("M", "NL", 12), ("F", "NL", 15), ("_T", "NL", 27)]) == 0)
    #expect(found([("M", "NL", 12), ("F", "NL", 15), ("_T", "NL", 18)]) == 1)
    // Whose sex is not known is in the total, and a mean is between the two.
    #expect(found([("M", "NL", 12), ("F", "NL", 15), ("_T", "NL", 44)]) == 0)
    #expect(found([("M", "NL", 12), ("F", "NL", 15), ("_T", "NL", 14)]) == 0)
    let other = [("NAT", "NL", 12), ("FOR", "NL", 7), ("_T", "NL", 19), ("NAT", "BE", 5), ("FOR", "BE", 6)]
    #expect(found(other + [("_T", "BE", 11)]) == 0)
    #expect(found(other + [("_T", "BE", 13)]) == 1)
  }

  @Test func `may be of the second version, with names behind codes, and with what is withheld`() {
    let text = """
      STRUCTURE,STRUCTURE_ID,ACTION,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE,CONF_STATUS: Status,UNIT_MEASURE: Unit
      dataflow,XX:POP(1.0),I,F: Female,2020,,C: Confidential,PC: Per cent
      dataflow,XX:POP(1.0),I,M: Male,2020,51.5,F: Free,PC: Per cent
      dataflow,XX:POP(1.0),D,M: Male,2021,12,F: Free,PC: Per cent
      dataflow,XX:POP(1.0),I,_T: Total,2021,100,F: Free,PC: Per cent
      dataflow,XX:POP(1.0),I,_T: Total,2022,abc,F: Free,PC: Per cent

      """
    let table = read(text)
    #expect(table.cells.map(\.status) == [.withheld, .printed, .printed, .printed])
    #expect(table.cells.first?.bounds == 0...(.infinity))
    #expect(table.cells.map(\.unit) == ["%", "%", "%", "%"] && table.cells[1].decimals == 1)
    #expect(table.cells.map(\.isTotal) == [false, false, true, true])
    #expect(table.account.unread == 1 && table.findings.map(\.place.en) == ["row 6, column OBS_VALUE"])
  }
}
