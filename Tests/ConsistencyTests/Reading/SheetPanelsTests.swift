import Testing

@testable import Consistency

@Suite struct `Tables side by side` {
  private func read(_ rows: [String]) -> ReadTable {
    TextReading.read(
      [
        SheetGrid(
          name: "s", rows: rows.map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) })
      ], file: "t.xlsx")
  }

  @Test func `are read each by itself, with the places of the sheet`() {
    let table = read([
      "One;;;;Two;;", ";;;;;;", "Area;Men;Women;;Age;Men;Women", "North;10;20;;Young;7;8", "South;30;40;;Old;9;11",
      "Total;40;60;;Total;16;19", "West;1;2;;;;",
    ])
    #expect(Set(table.cells.map(\.figure)) == ["t-1", "t-2"])
    #expect(table.cells.count == 14)
    #expect(table.cells.filter { $0.figure == "t-2" }.map(\.line) == ["F4", "G4", "F5", "G5", "F6", "G6"])
    #expect(table.cells.last?.measure == "Two")
    #expect(PublishedReport(name: "x", cells: table.cells).contradictions().isEmpty)
  }

  @Test func `of years are read each by itself too`() {
    let table = read(["y;a;b;;y;c;d", "2019;1;2;;2014;5;6", "2020;3;4;;2015;7;8", "2021;5;6;;2016;9;1"])
    #expect(Set(table.cells.map(\.figure)) == ["t-1", "t-2"])
  }

  @Test(arguments: [
    // An empty column in the middle of one table, its labels repeated, labels in another language at its end, and a remark.
    ["x;a;b;;c;d", "Aa;1;2;;3;4", "Bb;5;6;;7;8"], ["x;a;b;;x;c", "Aa;1;2;;Aa;3", "Bb;5;6;;Bb;7"],
    ["x;a;b;;y", "Aa;1;2;;Ah", "Bb;5;6;;Beh"],
    ["x;a;;trend;b", "Aa;1;;up;2", "Bb;5;;up;6", "Cc;5;;down;6", "Dd;5;;up;6"],
    ["x;a;b;;", "Aa;1;2;;estimated", "Bb;5;6;;"],
  ])
  func `are none where the columns behind have no labels of their own`(_ rows: [String]) {
    #expect(Set(read(rows).cells.map(\.figure)) == ["t"])
  }
}

@Suite struct `The cells of a workbook` {
  @Test func `are numbers with a point, whatever the texts beside them are written in`() {
    let number: [SheetGrid.Trait] = [[], .number, .number]
    let grid = SheetGrid(
      name: "s", rows: [["x", "a", "b"], ["Aa", "1.234", "12.5"], ["Bb", "2.345,5", "0.125"]],
      traits: [[], [[], [], .number], [[], [], .number]])
    #expect(TextReading.read([grid], file: "t.xlsx").cells.map(\.value) == [1234, 12.5, 2345.5, 0.125])
    let plain = SheetGrid(
      name: "s", rows: [["x", "a", "b"], ["Aa", "1.234", "2"], ["Bb", "2.345", "3"]], traits: [[], number, number])
    #expect(TextReading.read([plain], file: "t.xlsx").cells.map(\.value) == [1.234, 2, 2.345, 3])
  }

  @Test func `that were rounded to be shown need not add up`() {
    let rounded: SheetGrid.Trait = [.number, .rounded]
    func found(_ trait: SheetGrid.Trait) -> Int {
      let rows = [
        ["x", "a", "b", "c", "Total"], ["Aa", "10", "21", "31", "63"], ["Bb", "11", "22", "35", "67"],
        ["Cc", "41", "52", "11", "105"],
        ["Dd", "20", "30", "11", "61"],
      ]
      let traits = rows.indices.map { $0 == 0 ? [] : [[], trait, trait, trait, trait] as [SheetGrid.Trait] }
      let read = TextReading.read([SheetGrid(name: "s", rows: rows, traits: traits)], file: "t.xlsx")
      return PublishedReport(name: "x", cells: read.cells).contradictions().count
    }
    #expect(found(rounded) == 0)
  }
}

@Suite struct `Tables of a page` {
  private func cells(_ page: String) -> [String] {
    TextReading.read("<html>" + page, file: "p.html").cells.map { cell in
      ([cell.figure] + cell.dimensions.map(\.value)).joined(separator: "|") + "="
        + NumberText.plain(cell.value ?? -1, decimals: cell.decimals)
    }
  }

  @Test func `within a table that lays out the page are read, and that one is not`() {
    let inner = { (name: String, number: Int) in
      "<table><tr><th>x</th><th>\(name)</th><th>c</th></tr><tr><td>Aa</td><td>\(number)</td><td>2</td></tr><tr><td>Bb</td><td>3</td><td>4</td></tr></table>"
    }
    #expect(
      cells(
        "<table><tr><td>12 <p>menu</td><td>\(inner("a", 1))</td></tr><tr><td>34</td><td>\(inner("b", 5))</td></tr></table>"
      ) == [
        "p-1|Aa|a=1", "p-1|Aa|c=2", "p-1|Bb|a=3", "p-1|Bb|c=4", "p-2|Aa|b=5", "p-2|Aa|c=2", "p-2|Bb|b=3", "p-2|Bb|c=4",
      ])
  }

  @Test func `have raised figures of notes, minus signs and thin spaces`() {
    #expect(
      cells(
        "<table><tr><th>x</th><th>a<sup>1</sup></th><th>b</th></tr><tr><td>Aa</td><td>1968<sup>2</sup></td><td>\u{2212}5</td></tr>"
          + "<tr><td>Bb</td><td>1&thinsp;234<sup>a)</sup></td><td>2&#8239;345,6</td></tr></table>") == [
          "p|Aa|a¹=1968", "p|Aa|b=-5", "p|Bb|a¹=1234", "p|Bb|b=2345.6",
        ])
  }

  @Test func `have labels that span rows`() {
    #expect(
      cells(
        "<table><tr><th>y</th><th>x</th><th>a</th><th>b</th></tr><tr><th rowspan=2 scope=rowgroup>North</th><td>m</td><td>1</td><td>2</td></tr>"
          + "<tr><td>f</td><td>3</td><td>4</td></tr><tr><th rowspan=2>South</th><td>m</td><td>5</td><td>6</td></tr><tr><td>f</td><td>7</td><td>8</td></tr></table>"
      )
      .prefix(4) == ["p|North|m|a=1", "p|North|m|b=2", "p|North|f|a=3", "p|North|f|b=4"])
  }
}

@Suite struct `Measures below each other` {
  private func units(_ rows: [String]) -> [String] {
    let table = TextReading.read(rows.joined(separator: "\n") + "\n", file: "t.csv")
    var seen: [String: String] = [:]
    for cell in table.cells { seen[cell.dimensions[0].value] = cell.unit }
    return seen.keys.sorted().map { "\($0)=\(seen[$0] ?? "")" }
  }

  @Test func `have units of their own`() {
    #expect(
      units(["x;2021;2022;2023", "cases;12;14;9", "growth %;;16.7;-35.7", "rate;1.5;1.7;1.2"]) == [
        "cases=aantal", "growth %=%", "rate=",
      ])
  }

  @Test func `have those of their columns where rows do not tell`() {
    #expect(units(["x;cases;rate", "Aa;12;1.5", "Bb;14;1.7"]) == ["Aa=", "Bb="])
    #expect(units(["x;cases;rate;mean", "Aa;12;1.5;2.5", "Bb;14;1.7;3.1", "Cc;26;2;3"]) == ["Aa=", "Bb=", "Cc="])
    #expect(units(["x;2021;2022", "0-50%;12;14", "50-100 %;9;7"]) == ["0-50%=aantal", "50-100 %=aantal"])
    #expect(units(["x;2021;2022", "Aa;12;14", "Bb;9;7"]) == ["Aa=aantal", "Bb=aantal"])
  }
}
