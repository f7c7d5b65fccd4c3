import Testing

@testable import Deliveries
@testable import Model

@Suite struct FindingGroupTests {
  private static func read(_ rows: [String]) throws -> DeliveryReport {
    try SmallDelivery.read(text: ([SmallDelivery.header] + rows).joined(separator: "\n"), period: 2018, limit: 100_000)
      .report
  }

  private static func rows(_ count: Int, _ form: (Int) -> String) -> [String] {
    (0..<count).map { "P\($0 + 1);2018;\(form($0));30;NL;given;;" }
  }

  @Test func `the same finding ten thousand times is one line with the words found and what to add`() throws {
    let report = try Self.read(Self.rows(10_000) { $0 % 3 == 0 ? "loverboys" : "uitbuiting" })
    #expect(report.findings.count == 10_000)
    #expect(report.groups.count == 1)
    let group = try #require(report.groups.first)
    #expect(group.count == 10_000)
    #expect(group.rows == [2, 3, 4, 5, 6])
    #expect(
      group.words == [
        FindingGroup.Word(word: "uitbuiting", count: 6_666, code: nil),
        FindingGroup.Word(word: "loverboys", count: 3_334, code: nil),
      ])
    #expect(
      group.sentence(in: .nl)
        == "zorg.csv, kolom vorm, 10.000 rijen (2, 3, 4, 5, 6 en verder): dit woord staat niet in de lijst "
        + "(Seksueel, arbeid). Gevonden: `uitbuiting` (6.666 keer), `loverboys` (3.334 keer). Zijn het woorden van de "
        + "bron, zet dan in sources.yaml bij de kolom vorm onder `values`: { uitbuiting: CODE, loverboys: CODE }, met voor "
        + "CODE een code uit codebook.yaml. Kies een woord uit de lijst in het sjabloon. Deze rijen zijn niet ingelezen."
    )
    #expect(
      group.sentence(in: .en)
        == "zorg.csv, column vorm, 10,000 rows (2, 3, 4, 5, 6 and further): this word is not on the list (Seksueel, "
        + "arbeid). Found: `uitbuiting` (6,666 times), `loverboys` (3,334 times). If these are words of the source, add to "
        + "`values` of the column vorm in sources.yaml: { uitbuiting: CODE, loverboys: CODE }, with a code of codebook.yaml "
        + "for CODE. Choose a word from the list in the template. These rows were not read in.")
  }

  @Test func `a word that is near to one of the list comes with its code`() throws {
    let report = try Self.read(Self.rows(6) { _ in "arbied" })
    #expect(report.groups.first?.words == [FindingGroup.Word(word: "arbied", count: 6, code: "labour")])
    #expect(report.groups.first?.sentence(in: .nl).contains("{ arbied: labour }.") == true)
  }

  @Test func `a word in fewer than five rows, with a digit or an address is not told, for it may be of a person`()
    throws
  {
    let few = try Self.read(
      Self.rows(4) { _ in "Jansen" } + Self.rows(9) { _ in "Jan 1985" } + Self.rows(9) { _ in "j@x" })
    #expect(few.groups.flatMap(\.words) == [])
    let told = few.groups.map { $0.sentence(in: .nl) + $0.sentence(in: .en) }.joined().lowercased()
    #expect(!told.contains("jansen") && !told.contains("1985") && !told.contains("j@x"))
  }

  @Test func `of a column with more words than a list has none is told`() throws {
    let report = try Self.read(
      Self.rows(600) {
        "naam" + String(UnicodeScalar(UInt8(97 + $0 % 26))) + String(UnicodeScalar(UInt8(97 + $0 / 26 % 3)))
      })
    let group = try #require(report.groups.first { $0.finding.rule == "unknown-answer" })
    #expect(
      group.sentence(in: .nl).contains(
        "Er staan 78 of meer verschillende woorden; kijk of de kolommen zijn verschoven."))
    #expect(!group.sentence(in: .nl).contains("naam"))
  }

  @Test func `what is wrong with the file goes before its cells, and notes come last`() throws {
    let text = "nummer;jaar;vorm;leeftijd;lant\n" + (0..<9).map { "P\($0);2018;arbied;300;NL" }.joined(separator: "\n")
    let report = try SmallDelivery.read(text: text, period: 2018).report
    #expect(
      report.groups.map { "\($0.finding.rule) \($0.count)" } == [
        "unknown-header 1", "unknown-answer 9", "number-range 9", "renamed-column 1", "absent-column 1",
      ])
  }

  @Test func `findings that differ in their words are told twenty times, and then together`() throws {
    let rows = (0..<60).map { ["p\($0 / 2)", "P-\($0 / 2)"][$0 % 2] + ";2018;arbeid;\(20 + $0);NL;given;;" }
    let report = try Self.read(rows)
    let similar = report.groups.filter { $0.finding.rule == "similar-keys" }
    #expect(similar.count == 21)
    #expect(similar.map(\.count).reduce(0, +) == 30)
    let rest = try #require(similar.first { $0.isRest })
    #expect(rest.count == 10)
    #expect(rest.sentence(in: .nl).hasPrefix("zorg.csv, kolom nummer, 10 rijen ("))
  }

  @Test func `a file of which nearly nothing can be read is given up`() throws {
    let report = try Self.read(Self.rows(30_000) { _ in "x" })
    #expect(report.rowsRead == 20_000)
    #expect(report.groups.first?.finding.rule == "too-many-mistakes")
    #expect(!report.isUsable)
    let half = try Self.read(Self.rows(30_000) { $0 % 2 == 0 ? "x" : "arbeid" })
    #expect(half.isUsable && half.rowsRead == 30_000)
  }

  @Test func `sixteen thousand unknown columns are twenty-one findings`() throws {
    let header = "nummer;jaar;" + (0..<16_000).map { "kolom\($0)" }.joined(separator: ";")
    let report = try SmallDelivery.read(text: header + "\nP1;2018\n").report
    let unknown = report.findings.filter { $0.rule == "unknown-header" }
    #expect(unknown.count == 21)
    #expect(unknown.first?.message.nl == "nog 15980 kolommen staan niet in het sjabloon en zijn niet gelezen.")
  }

  @Test func `a suggestion is sought for a bounded number of words`() throws {
    let report = try Self.read(Self.rows(3_000) { "arbeid\($0)" })
    let meant = report.findings.count { $0.message.nl.contains("bedoelt u") }
    #expect(meant == 1_000)
    #expect(report.rowsSetAside == 3_000)
  }
}
