@testable import Model
import Testing

/// What is delivered, and what of it may be shown.
@Suite struct DeliveryNounTests {
  @Test func `confidential texts are handed out one by one and never printed`() {
    var texts = ConfidentialTexts()
    for text in ["Jansen", "", "é", "P-1"] { texts.append(text.utf8) }
    #expect(texts.count == 4)
    #expect(
      (0..<4).map { index in texts.withText(at: index) { String(decoding: $0, as: UTF8.self) } }
        == ["Jansen", "", "é", "P-1"])
    #expect("\(texts)" == "4 confidential texts")
    #expect(Mirror(reflecting: texts).children.isEmpty)
    #expect(ConfidentialTexts().count == 0)
  }

  @Test func `an identity says of which kind it is and not what it holds`() {
    let detail = IdentityDetail(row: 3, field: "surname", value: "Jansen".utf8)
    #expect("\(detail)" == "a confidential surname")
    #expect(detail.value == Array("Jansen".utf8))
    #expect(Mirror(reflecting: detail).children.isEmpty)
  }

  @Test func `counts say whose they are and how many, and none of them`() {
    let cell = ReportedCell(
      CountPlace(table: "t", year: 2024, words: [nil, 2]), .number(Quantity(4711)), sourceRow: 9)
    let counts = ReportedCounts(source: "centrum", period: "2024", isDeclaredComplete: true, cells: [cell, cell])
    #expect("\(counts)" == "counts of centrum for 2024, 2 cells")
    #expect(String(reflecting: counts) == "counts of centrum for 2024, 2 cells")
    #expect(Mirror(reflecting: counts).children.isEmpty)
    #expect(
      [ReportedValue.number(Quantity(1)), .notRecorded, .notDelivered].map(\.absence)
        == [nil, .notRecorded, .notDelivered])
  }

  @Test func `the columns of a delivery of counts stand in the order of the template`() {
    #expect(
      CountColumns.headers == [
        "tabel", "jaar", "kenmerk 1", "categorie 1", "kenmerk 2", "categorie 2", "kenmerk 3", "categorie 3", "aantal",
        "vorige levering", "toelichting",
      ])
  }

  private func source(axes counts: [Int]) -> Source {
    Source(
      name: "s", label: LocalizedText("s"), group: "", definition: LocalizedText(""), lane: .countOnly, grounds: [],
      columns: [],
      tables: counts.enumerated().map { index, count in
        CountTable(
          name: "t\(index)", label: LocalizedText("t"), unit: "u",
          axes: (0..<count).map { CountAxis(header: "h\($0)", variable: "v\($0)", words: []) }, years: [2024])
      })
  }

  @Test(
    arguments: [
      ([], 0), ([0], 0), ([1], 1), ([1, 2], 2), ([3, 0], 3),
    ] as [([Int], Int)])
  func `as many axes are required as the widest table has`(_ axes: [Int], _ widest: Int) {
    let columns = CountColumns.columns(for: source(axes: axes))
    #expect(columns.map(\.header) == CountColumns.headers)
    let required = columns.filter(\.isRequired).map(\.header)
    #expect(
      required == ["tabel", "jaar"] + (0..<widest).flatMap { ["kenmerk \($0 + 1)", "categorie \($0 + 1)"] } + ["aantal"]
    )
  }

  @Test(
    arguments: [
      ("Totaal", true), ("totaal ", true), ("BASIS", true), ("totalen", false), ("", false), ("total", false),
    ])
  func `either word stands for all categories together`(_ word: String, _ isTotal: Bool) {
    #expect(CountColumns.isTotal(FoldedText.folded(word)) == isTotal)
  }

  @Test func `a source delivers counts when it has tables`() {
    #expect(source(axes: [1, 2]).deliversCounts)
    #expect(!source(axes: []).deliversCounts)
    #expect(source(axes: [1, 2]).table(named: "t1")?.axes.count == 2)
    #expect(source(axes: [1, 2]).table(named: "t2") == nil)
    #expect(CountColumns.total(.one) == "Totaal" && CountColumns.total(.several) == "Basis")
  }

  @Test func `a column is of a variable, of a person or of neither`() {
    let roles: [SourceColumn.Role] = [.person, .year, .variable("form"), .identity("surname"), .record, .ignored]
    let columns = roles.map { SourceColumn(header: "h", role: $0) }
    #expect(columns.map(\.variableName) == [nil, nil, "form", nil, nil, nil])
    #expect(columns.map(\.identityField) == [nil, nil, nil, "surname", nil, nil])
    #expect(columns.map(\.isIdentity) == [false, false, false, true, false, false])
  }

  @Test(
    arguments: [
      ("a.yaml", true), ("text/a.md", true), ("a.csv", false), ("a.yaml.csv", false), ("yaml", false),
    ])
  func `a place is a line of a text and a row of a table`(_ file: String, _ isText: Bool) {
    let text = LocalizedText(nl: "fout.", en: "wrong.")
    func finding(_ row: Int?, _ column: String?) -> Finding {
      Finding(
        rule: "r", severity: .error, place: Finding.Place(file: file, row: row, column: column), message: text,
        remedy: LocalizedText(nl: "Verbeter.", en: "Mend."))
    }
    #expect(finding(7, "k").sentence(in: .nl) == "\(file), \(isText ? "regel" : "rij") 7, kolom k: fout. Verbeter.")
    #expect(finding(7, "k").sentence(in: .en) == "\(file), \(isText ? "line" : "row") 7, column k: wrong. Mend.")
    #expect(finding(nil, nil).sentence(in: .nl) == "\(file): fout. Verbeter.")
    #expect(finding(nil, "k").sentence(in: .en) == "\(file), column k: wrong. Mend.")
  }

  @Test func `the gravest finding comes first`() {
    let severities: [Finding.Severity] = [.note, .error, .fatal, .warning]
    #expect(severities.sorted() == [.fatal, .error, .warning, .note])
    #expect(!(Finding.Severity.error < .error))
  }
}

/// Lists of an estimate after merging and dropping, and the seeds that estimates draw from.
@Suite struct EstimatePlanTests {
  private func final(_ merged: [EstimatePlan.Merge], _ dropped: [String]) -> EstimatePlan.FinalLists {
    EstimatePlan(
      name: "n", title: LocalizedText("t"),
      unit: UnitOfCount(name: "u", label: LocalizedText("u"), repeats: .everyTime), population: LocalizedText("p"),
      years: 2018...2019, lists: .cases(variable: "v", filter: nil), merged: merged, dropped: dropped
    ).finalLists(of: ["A", "B", "C", "D"])
  }

  @Test func `a merged list stands where its first list stood, and what is dropped has no place`() {
    #expect(final([], []) == .init(names: ["A", "B", "C", "D"], places: [0, 1, 2, 3]))
    #expect(final([], ["B"]) == .init(names: ["A", "C", "D"], places: [0, nil, 1, 2]))
    #expect(final([.init(name: "x", lists: ["D", "B"])], []) == .init(names: ["A", "x", "C"], places: [0, 1, 2, 1]))
    #expect(
      final([.init(name: "x", lists: ["A", "B"]), .init(name: "y", lists: ["x", "D"])], ["C"])
        == .init(names: ["y"], places: [0, 0, nil, 0]))
    #expect(
      final([.init(name: "x", lists: ["A", "B"])], ["x"]) == .init(names: ["C", "D"], places: [nil, nil, 0, 1]))
    #expect(final([.init(name: "B", lists: ["A", "B"])], []) == .init(names: ["B", "C", "D"], places: [0, 0, 1, 2]))
  }

  @Test func `tables of estimates and of what derives from them have names of their own`() {
    #expect(EstimatePlan.figure(of: "gezien") == "schatting-gezien")
    #expect(DerivedPlan.figure(of: "deel") == "afgeleid-deel")
    #expect(Set(EstimatePlan.methodNames).count == EstimatePlan.methodNames.count)
    #expect(EstimatePlan.intervalNames == ["bca", "percentile"])
  }

  /// FNV-1a of 64 bits by an independent implementation, exclusive or the seed.
  @Test(
    arguments: [
      (0, "", 0xcbf2_9ce4_8422_2325), (0, "a", 0xaf63_dc4c_8601_ec8c), (7, "a", 0xaf63_dc4c_8601_ec8b),
      (7, "gezien", 0xf8d7_a5cb_1dec_d234), (.max, "é", 0xf53d_e8f8_48e7_e1fe),
    ] as [(UInt64, String, UInt64)])
  func `a seed for a name is the seed and the name together`(_ seed: UInt64, _ name: String, _ expected: UInt64) {
    #expect(seed.seed(for: name) == expected)
  }
}
