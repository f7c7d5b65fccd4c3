import Sheets
import Testing

@testable import Deliveries
@testable import Model

@Suite struct PersonKeyTests {
  /// `key` for what is taken, with a remark behind a stroke; else the problem.
  private static func read(_ text: String, _ kind: CellKind = .text, _ patterns: String...) -> String {
    let reader = PersonKeyReader(patterns.compactMap(KeyPattern.init))
    return Array(text.utf8).withUnsafeBufferPointer { field in
      let reading = reader.read(field, kind)
      if let problem = reading.problem { return "\(problem)" }
      let key = String(decoding: reading.key, as: UTF8.self)
      return reading.remark.map { key + " | \($0)" } ?? key
    }
  }

  @Test(
    arguments: [
      "P1", "p-12", "2019-0012", "00123", "123", "Z12.345-6", "12345678901234", "a1b2c3d4", "1e2345678", "x",
      "Q7/3",
      "2023.001", "2023-11-1a", "zaak 12", "é1", "12 34", "#12", "0001", "TOT-1", "SOM1",
    ])
  func `a key is taken as it stands`(_ key: String) {
    #expect(Self.read(key) == key)
  }

  @Test(
    arguments: [
      ("1,23457E+15", "scientific"), ("1.23E+15", "scientific"), ("1,2e15", "scientific"), ("1E+15", "scientific"),
      ("1e+05", "scientific"), ("12,3E+14", "scientific"), ("-1,2E-5", "scientific"), ("1E15", "scientific"),
      ("1.23457E+0015", "scientific"), ("#N/B", "errorValue"), ("#N/A", "errorValue"), ("#REF!", "errorValue"),
      ("#VERW!", "errorValue"), ("#DEEL/0!", "errorValue"), ("#NAAM?", "errorValue"), ("#######", "errorValue"),
      ("Err:502", "errorValue"), ("=A1", "formula"), ("=T(A1)", "formula"), ("AB", "name"), ("jd", "name"),
      ("J.D.", "name"), ("é è", "name"), ("onbekend", "missingWord"),
      ("Onbekend.", "missingWord"), ("(onbekend)", "missingWord"), ("unknown", "missingWord"), ("?", "missingWord"),
      ("???", "missingWord"), ("-", "missingWord"), ("--", "missingWord"), ("–", "missingWord"), (".", "missingWord"),
      ("*", "missingWord"), ("0", "missingWord"), ("000", "missingWord"), ("0,0", "missingWord"),
      ("-99", "missingWord"),
      ("n.v.t.", "missingWord"), ("NVT", "missingWord"), ("geen", "missingWord"), ("Geen nummer", "missingWord"),
      ("none", "missingWord"), ("n/a", "missingWord"), ("NULL", "missingWord"), ("NaN", "missingWord"),
      ("niet gevraagd", "missingWord"), ("niet bekend bij ons", "missingWord"), ("xxx", "missingWord"),
      ("anoniem", "missingWord"), ("not asked", "missingWord"), ("Totaal", "total"), ("TOTAAL:", "total"),
      ("Totaal 12", "total"), ("Totaal: 31", "total"), ("Grand total", "total"), ("subtotaal", "total"),
      ("Som", "total"),
      ("Generaal totaal", "total"), ("Aantal", "total"), ("WAAR", "answer"), ("true", "answer"), ("ja", "answer"),
      ("2023-05-01", "date"), ("1-5-2023", "date"), ("3-mrt", "date"), ("mrt-24", "date"), ("3-4-24", "date"),
      ("12:30", "date"), ("Jan Jansen", "name"), ("Jansen, J.", "name"), ("Fatima", "name"), ("fatima", "name"),
      ("FATIMA", "name"), ("j.jansen@example.org", "name"), ("Jan Jansen 1985", "name"), ("Ελένη", "name"),
      ("BSN 123456782", "identityNumber"),
    ])
  func `what is no key is said by its kind`(_ text: String, _ problem: String) {
    #expect(Self.read(text) == problem)
  }

  @Test(
    arguments: [
      (#"="00123""#, "00123 | quoted"), ("'00123", "00123 | quoted"), ("\"00123\"", "00123 | quoted"),
      ("\u{2018}00123\u{2019}", "00123 | quoted"), ("123.0", "123 | decimals"), ("123,00", "123 | decimals"),
      ("1.234", "1.234 | thousands"), ("12 345 678", "12 345 678 | thousands"), ("1.000", "1.000 | thousands"),
    ])
  func `what an export wrapped around a key is taken off and said`(_ text: String, _ expected: String) {
    #expect(Self.read(text) == expected)
  }

  @Test func `a workbook says what a cell is`() {
    #expect(Self.read("45047", .date) == "date")
    #expect(Self.read("true", .boolean) == "answer")
    #expect(Self.read("#N/A", .error) == "errorValue")
    #expect(Self.read("1234567890123456", .number) == "rounded")
    #expect(Self.read("123456789012345", .number) == "123456789012345")
    #expect(Self.read("1234567890123456", .text) == "1234567890123456")
  }

  @Test func `a pattern lets through what looks like a name or a date, and nothing that is damaged`() {
    #expect(Self.read("FATIMA", .text, "A{6}") == "FATIMA")
    #expect(Self.read("01-05-2023", .text, "99-99-9999") == "01-05-2023")
    #expect(Self.read("1E15", .text, "XXXX") == "1E15")
    #expect(Self.read("1.234", .text, "9.999") == "1.234")
    #expect(Self.read("geen", .text, "A{4}") == "missingWord")
    #expect(Self.read("Totaal", .text, "A{6}") == "total")
    #expect(Self.read("1,2E+15", .text, "9,9A+99") == "scientific")
    #expect(Self.read("P12", .text, "9{6}") == "misfit")
    #expect(Self.read("P12", .text, "9{6}", "P9{2}") == "P12")
    #expect(Self.read("'00123", .text, "9{5}") == "00123 | quoted")
  }

  private static func told(_ keys: [String]) throws -> (report: DeliveryReport, rules: [String]) {
    let lines = keys.enumerated().map { "\($1);2018;arbeid;\(20 + $0 % 60);NL;given;;" }
    let report = try SmallDelivery.read(text: ([SmallDelivery.header] + lines).joined(separator: "\n")).report
    return (report, report.findings.map { "\($0.rule) \($0.place.row ?? 0)" })
  }

  @Test func `an identity number among other keys is kept aside and never told`() throws {
    // 123456782, 111222333 and 10000008 behind a zero pass the eleven test.
    let outcome = try Self.told(["P1", "123456782", "P2", "123.456.782"])
    #expect(
      outcome.rules == ["identity-number-as-key 3", "key-notation 5", "similar-keys 5", "identity-number-as-key 5"])
    #expect(outcome.report.rowsTaken == 2)
    let sentences = outcome.report.findings.map { $0.sentence(in: .nl) + $0.sentence(in: .en) }.joined()
    #expect(!sentences.contains("123456782") && !sentences.contains("456"))
  }

  @Test func `where numbers have nine digits of their own, one in eleven passes by chance`() throws {
    let keys = (0..<100).map { String(202_300_000 + $0 * 7) }
    let outcome = try Self.told(keys)
    #expect(outcome.rules == ["chance-of-identity-numbers 0"])
    #expect(outcome.report.rowsTaken == 100)
    #expect(outcome.report.isClean)
  }

  @Test func `digits that a spreadsheet rounded off are kept aside, unless chance explains them`() throws {
    let rounded = try Self.told(["1234567890123450", "1234567890123000", "P1"])
    #expect(rounded.rules == ["damaged-key 2", "damaged-key 3"])
    let long = try Self.told((0..<30).map { "98765432109876" + String(111 + $0) })
    #expect(long.rules == [])
    let chance = try Self.told((0..<30).map { "9876543210987" + String(100 + $0) })
    #expect(chance.rules == ["chance-of-rounding 0"])
  }

  @Test func `keys that differ in case, leading zeros or punctuation only are pointed out by their rows`() throws {
    let outcome = try Self.told(["P12", "Q7", "p12", "P-12", "00123", "123", "20233-11-1", "20233-1-11", "P12"])
    #expect(outcome.rules == ["similar-keys 4", "similar-keys 5", "similar-keys 7"])
    #expect(
      outcome.report.findings[0].message.nl
        == "dit nummer is op hoofdletters, nullen vooraan of leestekens na dat van rij 2.")
    #expect(outcome.report.rowsTaken == 9)
    #expect(outcome.report.persons == 8)
  }

  @Test func `a row of totals is told once, whatever else is wrong with it`() throws {
    let lines = ["P1;2018;arbeid;30;NL;given;;", "Totaal;1;;2018;;;;"]
    let report = try SmallDelivery.read(text: ([SmallDelivery.header] + lines).joined(separator: "\n")).report
    #expect(report.findings.map(\.rule) == ["total-row"])
    #expect(report.rowsSetAside == 1)
  }

  @Test func `a record that is only counted needs no key, whatever stands there`() throws {
    var monitor = SmallDelivery.monitor
    monitor.sources[0].lane = .countOnly
    let text = SmallDelivery.header + "\nonbekend;2018;arbeid;30;NL;given;;\nTotaal;2018;;;;;;\n"
    let report = try DeliveryReader(monitor: monitor, source: monitor.sources[0])
      .validate(bytes: Array(text.utf8), fileName: "a.csv")
    #expect(report.findings.map(\.rule) == ["total-row"])
    #expect(report.rowsTaken == 1)
  }
}
