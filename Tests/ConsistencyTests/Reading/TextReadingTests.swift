import Testing

@testable import Consistency

@Suite struct `A printed number` {
  @Test(arguments: [
    ("4e+06", 4_000_000, 0), ("-7e-04", -0.0007, 4), ("5.25e-3", 0.00525, 5), ("1.5E2", 150, 0), ("2,5e-1", 0.25, 2),
  ])
  func `may be written with an exponent`(_ text: String, _ value: Double, _ decimals: Int) {
    let notation = text.contains(",") ? NumberNotation(decimal: ",") : .plain
    guard case .number(let found, let places, _) = PrintedNumber.read(text, notation) else {
      Issue.record("no number: \(text)")
      return
    }
    #expect(abs(found - value) < 1e-12 && places == decimals)
  }

  @Test(arguments: ["4e", "e5", "12e3", "1e", "3e4f"])
  func `has no exponent where nothing says so`(_ text: String) {
    #expect(PrintedNumber.read(text).value.map { $0 < 1000 } ?? true)
  }

  @Test(arguments: [
    ("9,802", 9802.0, 0), ("1 200", 1200, 0), ("1\u{202F}200,5", 1200.5, 1), ("500*", 500, 0), ("12%", 12, 0),
    ("−5", -5, 0), ("(5)", -5, 0), ("€ 1.200,50", 1200.5, 2), ("3.25", 3.25, 2), ("17 (r)", 17, 0), ("4²", 4, 0),
    ("1,234,567", 1_234_567, 0), (".5", 0.5, 1),
  ])
  func `is read where it has one meaning`(_ text: String, _ value: Double, _ decimals: Int) {
    let notation = NumberNotation(of: [text == "9,802" ? "1.5" : text])
    guard case .number(let found, let places, _) = PrintedNumber.read(text, notation) else {
      Issue.record("\(text) was not read")
      return
    }
    #expect(found == value && places == decimals)
  }

  @Test func `is said to be unclear where it has two`() {
    #expect(PrintedNumber.read("1.234", NumberNotation(decimal: nil)) == .ambiguous)
    #expect(PrintedNumber.read("1.234", NumberNotation(decimal: ".")).value == 1.234)
    #expect(PrintedNumber.read("1.234", NumberNotation(decimal: ",")).value == 1234)
  }

  @Test(arguments: [("<5", 0.0...4.0), ("≤ 5", 0...5), ("< 0.5", 0...0.4), (">100", 101...(.infinity))])
  func `may lie between two others`(_ text: String, _ range: ClosedRange<Double>) {
    guard case .between(let found) = PrintedNumber.read(text) else {
      Issue.record("\(text) was not read")
      return
    }
    #expect(abs(found.lowerBound - range.lowerBound) < 1e-9)
    #expect(found.upperBound == range.upperBound || abs(found.upperBound - range.upperBound) < 1e-9)
  }

  @Test(arguments: ["x", ".", "-", "..", "n/a", "[c]", ":"])
  func `may be a sign for none`(_ text: String) { #expect(PrintedNumber.read(text) == .mark) }

  @Test(arguments: ["Totaal", "12 maanden", "1 20", "a5", "2015-2019"])
  func `is not made of what is no number`(_ text: String) { #expect(PrintedNumber.read(text) == .text) }

  @Test func `is written as the rest of its table`() {
    #expect(NumberNotation(of: ["1.234", "5,5"]).decimal == ",")
    #expect(NumberNotation(of: ["1,234,567", "1,200"]).decimal == ".")
    #expect(NumberNotation(of: ["1.234", "2.345"]).decimal == nil)
  }
}

@Suite struct `The notation of columns` {
  @Test(arguments: [
    ([["Aa", "Bb"], ["512", "1.234"]], ","), ([["98", "1,234", "*"], ["7", "8", "9"]], "."),
    ([["2019", "2020"], ["2.019", "84"]], ","), ([["12.345", "678"], ["1.000"]], ","),
  ])
  func `parts thousands where some numbers of a column are too small for a mark`(
    _ columns: [[String]], _ decimal: String
  ) {
    #expect(NumberNotation(ofColumns: columns).decimal == decimal.first)
  }

  @Test(arguments: [
    // Rates beside counts, a column of years, numbers without marks of five digits, two marks, and two digits behind one.
    [["1.234", "2.345"], ["12", "45"]], [["2019", "1.234"]], [["1.234", "55", "12345"]],
    [["1.234", "5"], ["1,234", "5"]],
    [["1.234", "5"], ["1.25"]],
  ])
  func `stays unknown where the numbers do not tell`(_ columns: [[String]]) {
    #expect(NumberNotation(ofColumns: columns).decimal == nil)
  }
}

@Suite struct `A text with tables` {
  private func read(_ text: String, _ file: String = "t.csv", _ correction: ReadingCorrection? = nil) -> ReadTable {
    TextReading.read(text, file: file, correction: correction)
  }

  private func summary(_ table: ReadTable) -> [String] {
    table.cells.map { cell in
      let value =
        cell.value.map { NumberText.plain($0, decimals: cell.decimals) } ?? cell.bounds.map { "\($0)" } ?? "none"
      return cell.dimensions.map(\.value).joined(separator: "|") + "=" + value + cell.unit
    }
  }

  @Test func `may have titles above, semicolons, decimal commas, signs and footnotes`() {
    let text = "Tabel 1. Mensen naar stad\n\nStad;2020;2021*;Aandeel %\nAa;1.200;x;12,5\nBb;<5;30;3,0\n\n*) voorlopig\n"
    let table = read(text)
    #expect(
      summary(table) == [
        "Aa|2020=1200aantal", "Aa|2021*=0.0...infaantal", "Aa|Aandeel %=12.5%", "Bb|2020=0.0...4.0aantal",
        "Bb|2021*=30aantal", "Bb|Aandeel %=3.0%",
      ])
    #expect(table.cells.allSatisfy { $0.measure == "Tabel 1. Mensen naar stad" && $0.figure == "t" })
    #expect(table.cells.first?.line == "B4")
    #expect(table.findings.isEmpty)
    #expect(table.account.read == 5 && table.account.withoutNumber == 1)
  }

  @Test func `may have heads that span columns`() {
    let text = "Area,Men,,Women,\n,2020,2021,2020,2021\nNorth,1,2,3,4\nSouth,5,6,7,8\n"
    #expect(
      summary(read(text)).prefix(4) == [
        "North|Men|2020=1aantal", "North|Men|2021=2aantal", "North|Women|2020=3aantal", "North|Women|2021=4aantal",
      ])
  }

  @Test(arguments: [
    "Steden\n,2020,,2021,\nStad,In,Uit,In,Uit\nAa,10,2,30,4\nBb,50,6,70,8\n",
    "Steden\n\n,2020,2020,2021,2021\nStad,In,Uit,In,Uit\nAa,10,2,30,4\nBb,50,6,70,8\n",
  ])
  func `may have years above names`(_ text: String) {
    #expect(
      summary(read(text)).prefix(4) == [
        "Aa|2020|In=10aantal", "Aa|2020|Uit=2aantal", "Aa|2021|In=30aantal", "Aa|2021|Uit=4aantal",
      ])
    #expect(read(text).cells.allSatisfy { $0.measure == "Steden" })
  }

  @Test func `may be long, with a column that only counts rows and one that says what another says`() {
    let text = "nr,code,place,sex,value2\n1,E1,North,m,12\n2,E1,North,f,13\n3,E2,South,m,14\n4,E2,South,f,15\n"
    #expect(summary(read(text)) == ["E1|m=12aantal", "E1|f=13aantal", "E2|m=14aantal", "E2|f=15aantal"])
  }

  @Test func `may be a page`() {
    let page = """
      <html><body><table><caption>People</caption><tr><th rowspan="2">Area</th><th colspan="2">Sex</th></tr>
      <tr><th>Men</th><th>Women</th></tr><tr><td>North &amp; East</td><td>1&nbsp;200</td><td>3</td></tr>
      <tr><td>South</td><td>5</td><td>&lt;5</td></tr></table></body></html>
      """
    #expect(
      summary(read(page, "p.html")) == [
        "North & East|Sex|Men=1200aantal", "North & East|Sex|Women=3aantal", "South|Sex|Men=5aantal",
        "South|Sex|Women=0.0...4.0aantal",
      ])
  }

  @Test func `says which cell it could not read, and reads a word that stands in several as a sign`() {
    let table = read("Stad,a,b\nAa,12,low\nBb,13,low\nCc,12 of 13,14\nDd,15,16\n")
    #expect(table.account.signs == ["low": 2])
    #expect(table.account.unread == 1)
    #expect(table.findings.map(\.place.nl) == ["cel B4"])
  }

  @Test func `can be corrected in a few lines`() {
    let yaml =
      "t.csv:\n  head-rows: 2\n  label-columns: 1\n  decimal: \",\"\n  unit: mensen\n  totals: [Alles, \"x, y\"]\n  wat: 3\n"
    let (byFile, findings) = ReadingCorrection.corrections(yaml: yaml, file: "tables.yaml")
    #expect(byFile["t.csv"]?.headRows == 2 && byFile["t.csv"]?.labelColumns == 1 && byFile["t.csv"]?.decimal == ",")
    #expect(byFile["t.csv"]?.totals.contains("Alles") == true)
    #expect(findings.map(\.place.en) == ["line 7"])
    let text = "2019,2020\nAa,1.234,2.345\n1,3.456,4.567\n"
    var correction = ReadingCorrection()
    (correction.headRows, correction.labelColumns, correction.decimal) = (1, 1, ",")
    #expect(summary(read("x," + text, "t.csv", correction)).contains("1|2020=4567aantal"))
  }
}

@Suite struct `A tidy table` {
  private static let header =
    "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note\n"

  private func read(_ rows: [String]) -> ReadTable {
    TextReading.read(Self.header + rows.map { $0 + "\n" }.joined(), file: "f.csv")
  }

  @Test(arguments: ["exact", "rounded", "provisional", "revised", "derived", "printed", "perturbed", ""])
  func `of Zicht itself takes part whatever its status`(_ status: String) {
    let rows = [("a", 10), ("b", 20), ("Totaal", 999_210)].map {
      "f,personen,vorm,\($0),jaar,2019,,,\($1),personen,0,\(status),,"
    }
    let more = [("a", 11), ("b", 20), ("Totaal", 31)].map {
      "f,personen,vorm,\($0),jaar,2020,,,\($1),personen,0,\(status),,"
    }
    let table = read(rows + more)
    #expect(table.findings.isEmpty)
    let found = PublishedReport(name: "x", cells: table.cells).contradictions()
    #expect(found.map { $0.cells.first?.reference } == ["f|Totaal|2019"])
  }

  @Test func `says once that it does not know a status`() {
    let table = read(["f,m,d,a,,,,,1,x,0,final,,", "f,m,d,b,,,,,2,x,0,final,,"])
    #expect(table.findings.map(\.place.nl) == ["rij 2, kolom status"])
    #expect(table.cells.map(\.status) == [.printed, .printed])
  }

  @Test func `says how it read what is written otherwise, and what it could not read`() {
    let table = read([
      "f,m,d,a,,,,,\"9,802\",x,0,,,", "f,m,d,b,,,,,1 200,x,0,,,", "f,m,d,c,,,,,<5,x,0,,,", "f,m,d,d,,,,,500*,x,0,,,",
      "f,m,d,e,,,,,veel,x,0,,,", "f,m,d,f,,,,,17,x,0,,,",
    ])
    #expect(table.cells.map(\.value) == [9802, 1200, nil, 500, nil, 17])
    #expect(table.cells[2].bounds == 0...4)
    #expect(table.findings.map(\.isLoss) == [false, false, false, true])
  }

  @Test func `has one number at one place`() {
    let table = read([
      "f,m,d,a,,,,,10,x,0,,,", "f,m,d,b,,,,,11,x,0,,,", "f,m,d,a,,,,,12,x,0,,,", "f,m,d,b,,,,,11,x,0,,,",
    ])
    let found = PublishedReport(name: "x", cells: table.cells).contradictions()
    #expect(found.map(\.summary) == ["double error f: 10 for 12"])
  }
}

@Suite struct `Claims that cannot be read` {
  @Test func `are said, each by its row`() {
    let text =
      "claim_id,report,value,op,formula\nc1,x,12,eq,{n:f|a}\nc1,x,12,eq,{n:f|a}\n,x,1,eq,1\nc2,x,veel,eq,1\nc3,x,1,zo,1\n"
    #expect(
      ReadClaims(csv: text, file: "claims.csv").findings.map(\.place.en) == [
        "row 3, column claim_id", "row 4, column claim_id", "row 5, column value", "row 6, column op",
      ])
  }

  @Test(arguments: ["{n:f|zz}", "{q:g|a}", "{n:f|a}+", "wortel({n:f|a})", "{n:f|a}/0", "pct({n:f|a})"])
  func `are not taken for claims that hold`(_ formula: String) {
    let cells = [Invented.cell("f | m | d=a | 12 x"), Invented.cell("f | m | d=b | 13 x")]
    let report = PublishedReport(name: "r", cells: cells)
    let good = Claim(id: "c0", report: "r", paraphrase: "", value: 12, unit: "x", formula: "{n:f|a}")
    let claim = Claim(id: "c1", report: "r", paraphrase: "", value: 12, unit: "x", formula: formula)
    let found = report.contradictions(claims: [good, claim], among: [report])
    #expect(found.map(\.kind) == [.reading] && found.first?.claims == ["c1"])
  }
}
