import Cryptography
import Deliveries
import Encoding
import Foundation
import Invented
import Model
import Sheets
import Testing

@testable import Disclosure
@testable import Linkage
@testable import Monitoring
@testable import Reporting
@testable import Store

/// A monitor with a source that delivers names and encoded them too, one that delivers names alone, and one that delivers
/// numbers of encoded rows and no names.
@Suite struct `A monitor with encoded deliveries` {
  private static var files: [String: String] {
    var files = TwoPartners.files
    let details = """
        forename: &forename { header: voornaam, identity: givenName, explanation: { nl: Naam., en: Name. } }
        surname: &surname { header: achternaam, identity: surname, explanation: { nl: Naam., en: Name. } }
        born: &born { header: geboren, identity: birthDate, explanation: { nl: Dag., en: Day. } }
        row: &row { header: rij, identity: encodedRow, explanation: { nl: Rij., en: Row. } }
        encoded: &encoded { header: rij, person: encoded, required: true, explanation: { nl: Rij., en: Row. } }
      sources:
      """
    let parts = files["sources.yaml", default: ""].replacing("sources:", with: details)
      .components(around: "  - source: zorg")
    let police = parts[0].replacing("        lane: pseudonymous", with: "        lane: identified")
      .replacing("lane: pseudonymous\n    grounds", with: "lane: identified\n    grounds")
      .replacing("article: Wpg art. 18, lane: pseudonymous", with: "article: Wpg art. 18, lane: identified")
      .replacing("[*person, *year, *form]", with: "[*person, *year, *form, *forename, *surname, *born, *row]")
    let care = "  - source: zorg" + parts[1].replacing("*person", with: "*encoded")
    files["sources.yaml"] = police + care
    files["linkage.yaml"] = "threshold: 0.5"
    return files
  }

  private static let key = try? LinkageKey(
    text: "zicht-linkage-key-1 proef 2025 " + SHA256.digest(of: Array("proef".utf8)).hex, place: "test")

  private let monitor: MonitorOnDisk

  init() throws { monitor = try MonitorOnDisk(Self.files) }

  private struct Person {
    var forename, surname, born, phone, town, nationality: String

    init(_ numbers: inout SplitMix) {
      let syllables = ["ba", "ko", "mi", "ra", "lu", "ten", "sar", "vel", "dok", "nim", "fa", "gri", "hol", "pe"]
      func name(_ count: Int) -> String {
        (0..<count).map { _ in syllables[Int(numbers.next() % 14)] }.joined().capitalized
      }
      (forename, surname) = (name(2), name(3))
      born = "19\(60 + numbers.next() % 40)-0\(1 + numbers.next() % 9)-\(10 + numbers.next() % 18)"
      phone = "06\(10_000_000 + numbers.next() % 89_999_999)"
      town = ["Breda", "Assen", "Venlo", "Goes", "Ede"][Int(numbers.next() % 5)]
      nationality = ["PL", "RO", "MA", "VN"][Int(numbers.next() % 4)]
    }

    var details: String { "\(forename);\(surname);\(born)" }
  }

  private static let people: [Person] = {
    var numbers = SplitMix(seed: 12)
    return (0..<160).map { _ in Person(&numbers) }
  }()

  /// What partners and linkage unit make of the records: the number of each row, and the pairs.
  private func encoded(
    _ records: [(source: String, people: [Person])], seed: UInt64 = 3
  ) throws -> (numbers: [String: [String]], links: EncodedLinks) {
    let key = try #require(Self.key)
    var generator = SplitMix(seed: seed)
    var (numbers, results): ([String: [String]], [(source: String, result: DeliveryEncoding.Result)]) = ([:], [])
    for (source, people) in records {
      let header = "voornaam;achternaam;geboortedatum;telefoon;woonplaats;nationaliteit\n"
      let text = header + people.map { "\($0.details);\($0.phone);\($0.town);\($0.nationality)\n" }.joined()
      let result = try DeliveryEncoding(SheetSource(bytes: Array(text.utf8)), columns: .usual, names: nil)
        .encoded(source: source, key: key, parameters: .standard, server: nil, using: &generator)
      numbers[source] = result.ownRows.map(\.number)
      results.append((source, result))
    }
    let matching = try EncodedMatching(results.map { ($0.source, $0.result.bytes) })
    let links = EncodedLinks(EntryPairs(matching, from: 0.01, key: key), try TiedRows(results, key: key))
    return (numbers, links)
  }

  private func receive(_ lines: [String], from source: String) throws {
    let receipt = try monitor.receiving().receive(
      monitor.send("\(UUID().uuidString).csv", lines), from: monitor.opened.source(named: source), period: nil,
      size: .answered)
    #expect(receipt.outcome != nil && receipt.report.rowsSetAside == 0, "\(receipt.report)")
  }

  private func police(_ people: [Person], _ numbers: [String]) throws {
    let lines = zip(people, numbers).enumerated().map { "P\(1_000 + $0);2023;sexual;\($1.0.details);\($1.1)" }
    try receive(["nummer;jaar;vorm;voornaam;achternaam;geboren;rij"] + lines, from: "politie")
  }

  private func care(_ numbers: [String]) throws {
    try receive(["rij;jaar;vorm"] + numbers.map { "\($0);2023;sexual" }, from: "zorg")
  }

  /// 160 persons: the police report the first 100, care the last 100, both encode.
  private func receiveBoth() throws -> (numbers: [String: [String]], links: EncodedLinks) {
    let people = Self.people
    let made = try encoded([("politie", Array(people.prefix(100))), ("zorg", Array(people.suffix(100)))])
    try police(Array(people.prefix(100)), made.numbers["politie", default: []])
    try care(made.numbers["zorg", default: []])
    return made
  }

  private func built() async throws -> (edition: Edition, publication: Publication, remarks: [LocalizedText]) {
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    let told = Told()
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { told.remarks.append($0) }
    let (edition, publication) = try await build.edition()
    return (edition, publication, told.remarks)
  }

  private final class Told { var remarks: [LocalizedText] = [] }

  private func refusal() async -> String {
    do {
      _ = try await built()
      return ""
    } catch {
      return (error as? MonitoringError)?.sentences(.en).first ?? "\(error)"
    }
  }

  private func total(_ publication: Publication) -> Quantity? {
    publication.table(named: "fig-1")?.cell(row: "total", column: "2023")?.value.quantity
  }

  @Test func `knows who is who across clear and encoded sources`() async throws {
    let made = try receiveBoth()
    _ = try monitor.receiving().receive(made.links)
    let (edition, publication, remarks) = try await built()
    #expect(total(publication) == Quantity(160))
    #expect(!remarks.contains { $0.en.contains("row number") }, "\(remarks)")
    let persons = try #require(publication.account.persons)
    #expect(persons.records == .exact(Quantity(200)) && persons.withoutEvidence == .exact(Quantity(0)))
    #expect(persons.encoded?.only == .exact(Quantity(100)) && persons.encoded?.alsoClear == .exact(Quantity(100)))
    let page = String(decoding: try #require(edition.file(at: "verantwoording.html")).bytes, as: UTF8.self)
    #expect(page.contains("Van 100 meldingen kent het register geen naam") && page.contains("Waaraan melders"))
    #expect(try monitor.workspace.open().auditEntries().map(\.action).contains(.pairsReceived))
    // In a workspace made anew every byte is the same, and the same pairs again change nothing.
    try FileManager.default.removeItem(at: monitor.url.appending(path: "workspace"))
    #expect(try await built().edition == edition)
    let log = try Data(contentsOf: monitor.url.appending(path: "deliveries/log.jsonl"))
    _ = try monitor.receiving().receive(made.links)
    #expect(try Data(contentsOf: monitor.url.appending(path: "deliveries/log.jsonl")) == log)
  }

  @Test func `no name and no number of a row is left readable`() async throws {
    let made = try receiveBoth()
    _ = try monitor.receiving().receive(made.links)
    let edition = try await built().edition
    let marks = [
      Self.people[80].surname, made.numbers["zorg", default: [""]][20], made.numbers["politie", default: [""]][80],
    ]
    for file in edition.files {
      for mark in marks { #expect(Data(file.bytes).range(of: Data(mark.utf8)) == nil, "\(file.path)") }
    }
    for (name, data) in try monitor.contents {
      for mark in marks { #expect(data.range(of: Data(mark.utf8)) == nil, "\(name)") }
    }
  }

  @Test func `without pairs, and with pairs of another encoding, nothing is counted`() async throws {
    _ = try receiveBoth()
    #expect(
      await refusal().contains(
        "no pairs of the linkage unit were received yet: each row would count as a "
          + "person"))
    let later = try encoded(
      [("politie", Array(Self.people.prefix(100))), ("zorg", Array(Self.people.suffix(100)))], seed: 8)
    _ = try monitor.receiving().receive(later.links)
    #expect(await refusal().contains("Of zorg 2023 (version 1) no row number is among the pairs that were received"))
    // A corrected delivery beside older pairs.
    try care(later.numbers["zorg", default: []])
    try police(Array(Self.people.prefix(100)), later.numbers["politie", default: []])
    #expect(try await total(built().publication) == Quantity(160))
    try care(encoded([("zorg", Array(Self.people.suffix(100)))], seed: 21).numbers["zorg", default: []])
    #expect(await refusal().contains("(version 3) no row number is among"))
  }

  @Test func `rows that the pairs lack count as persons, and that is said`() async throws {
    let people = Self.people
    let made = try encoded([("politie", Array(people.prefix(100))), ("zorg", Array(people.suffix(100)))])
    _ = try monitor.receiving().receive(made.links)
    try police(Array(people.prefix(100)), made.numbers["politie", default: []])
    let strange = (0..<7).map { String(repeating: "0123456789abcde\($0)", count: 2) }
    try care(Array(made.numbers["zorg", default: []].prefix(90)) + strange)
    let (_, publication, remarks) = try await built()
    #expect(total(publication) == Quantity(157))
    #expect(remarks.map(\.en).contains { $0.hasPrefix("Of zorg 2023 7 row numbers are not among the pairs") })
    #expect(publication.account.persons?.encoded?.unknown == .exact(Quantity(7)))
    #expect(publication.account.persons?.withoutEvidence == .exact(Quantity(7)))
  }

  @Test func `a number of a row that stands twice is refused with both places`() async throws {
    let people = Self.people
    let made = try encoded([("politie", Array(people.prefix(100))), ("zorg", Array(people.suffix(100)))])
    _ = try monitor.receiving().receive(made.links)
    let zorg = made.numbers["zorg", default: []]
    try care(zorg + [zorg[4]])
    #expect(await refusal().hasPrefix("zorg 2023, 102: this row number also stands in zorg 2023, 6."))
    try care(zorg)
    let numbers = made.numbers["politie", default: []]
    try police(Array(people.prefix(3)), [numbers[0], numbers[1], numbers[0]])
    #expect(await refusal().hasPrefix("politie 2023, 4: this row number also stands in politie 2023, 2."))
  }

  @Test func `encodings of a source that delivers no numbers of rows are refused`() throws {
    let made = try encoded([("opvang", Array(Self.people.prefix(5))), ("zorg", Array(Self.people.prefix(5)))])
    let error = #expect(throws: MonitoringError.self) { try monitor.receiving().receive(made.links) }
    #expect(error?.sentences(.en).first?.hasPrefix("There are encodings of opvang, and by sources.yaml") == true)
  }

  @Test func `pairs are kept as they were, and damage is seen`() throws {
    let links = try encoded([("zorg", Array(Self.people.prefix(30))), ("politie", Array(Self.people.prefix(20)))]).links
    #expect(!links.pairs.isEmpty && EncodedLinks(text: links.text)?.text == links.text)
    for cut in stride(from: 0, to: links.text.count - 1, by: 97) {
      #expect(EncodedLinks(text: Array(links.text.prefix(cut))) == nil, "\(cut)")
    }
    _ = try monitor.receiving().receive(links)
    let file = monitor.url.appending(path: "deliveries/paren-1.sealed")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    let error = #expect(throws: MonitoringError.self) { try monitor.receiving().receiveNew() }
    #expect(error?.sentences(.en).first?.contains("paren-1.sealed was changed after it was received") == true)
  }

  @Test func `an erased row is forgotten by the pairs too, and no number changes`() async throws {
    let made = try receiveBoth()
    _ = try monitor.receiving().receive(made.links)
    let source = try monitor.opened.source(named: "zorg")
    let number = made.numbers["zorg", default: []][3]
    let before = try await total(built().publication)
    _ = try monitor.receiving().erase(personKey: source.keptKey(number))
    let log = try DeliveryLog(in: monitor.url.appending(path: "deliveries"))
    let kept = try #require(
      try FolderOfDeliveries(monitor.opened, beside: monitor.workspace.open()).links(log)?.links)
    #expect(kept.rows.count == made.links.rows.count - 1 && !kept.rows.contains { $0.number == number })
    let files = try monitor.contents.keys.filter { $0.contains("paren-") }
    #expect(files.count == 1, "\(files)")
    // The row counts as a person from now on, as the commands say.
    let after = try await total(built().publication)
    #expect(try #require(after).numerator - #require(before).numerator <= 1)
  }
}
