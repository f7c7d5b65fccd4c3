import Deliveries
import Foundation
import Invented
import Testing

@testable import Disclosure
@testable import Linkage
@testable import Model
@testable import Monitoring
@testable import Reporting
@testable import Store

/// A monitor that works out itself who is who: a partner with keys of persons, and two with numbers of records only.
@Suite struct `A monitor that links` {
  static let header = "nummer;jaar;voornaam;achternaam;geboren;telefoon;vorm"

  static var files: [String: String] {
    var files = TwoPartners.files
    let sources = files["sources.yaml", default: ""]
    let details = """
        forename: &forename { header: voornaam, identity: givenName, explanation: { nl: Naam., en: Name. } }
        surname: &surname { header: achternaam, identity: surname, explanation: { nl: Naam., en: Name. } }
        born: &born { header: geboren, identity: birthDate, explanation: { nl: Dag., en: Day. } }
        phone: &phone { header: telefoon, identity: phone, explanation: { nl: Nummer., en: Number. } }
        record: &record { header: nummer, person: unlinked, required: true, explanation: { nl: Nummer., en: Number. } }
      sources:
      """
    let all = "*year, *form, *forename, *surname, *born, *phone]"
    let linked = sources.replacing("lane: pseudonymous", with: "lane: identified").replacing("sources:", with: details)
      .replacing("[*person, *year, *form]", with: "[*person, " + all)
    let parts = linked.components(around: "  - source: zorg")
    let care = parts[1].replacing("*person", with: "*record")
    files["sources.yaml"] =
      parts[0] + "  - source: zorg" + care + "\n  - source: opvang"
      + care.replacing("Zorghuis", with: "Opvang").replacing("Care house", with: "Shelter")
    files["linkage.yaml"] = "threshold: 0.5"
    return files
  }

  private let monitor: MonitorOnDisk

  init() throws { monitor = try MonitorOnDisk(Self.files) }

  /// A person with details that a seed decides.
  struct Person {
    var forename, surname, born, phone: String

    init(_ numbers: inout SplitMix) {
      let syllables = [
        "ba", "ko", "mi", "ra", "lu", "ten", "sar", "vel", "dok", "nim", "fa", "gri", "hol", "jan", "pe", "zu",
      ]
      func name(_ count: Int) -> String {
        (0..<count).map { _ in syllables[Int(numbers.next() % 16)] }.joined().capitalized
      }
      (forename, surname) = (name(2), name(3))
      born = "19\(60 + numbers.next() % 40)-0\(1 + numbers.next() % 9)-\(10 + numbers.next() % 18)"
      phone = "06\(10_000_000 + numbers.next() % 89_999_999)"
    }

    func line(_ number: String, _ year: Int, phone isGiven: Bool = true) -> String {
      "\(number);\(year);\(forename);\(surname);\(born);\(isGiven ? phone : "");sexual"
    }
  }

  static func persons(_ count: Int, seed: UInt64 = 5) -> [Person] {
    var numbers = SplitMix(seed: seed)
    return (0..<count).map { _ in Person(&numbers) }
  }

  private func receive(_ lines: [String], from source: String) throws {
    let receipt = try monitor.receiving().receive(
      monitor.send("\(UUID().uuidString).csv", [Self.header] + lines), from: monitor.opened.source(named: source),
      period: nil, size: .answered)
    #expect(receipt.outcome != nil && receipt.report.rowsSetAside == 0)
  }

  private func built() async throws -> (edition: Edition, publication: Publication) {
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { _ in }
    return try await build.edition()
  }

  private func total(_ publication: Publication, _ year: String = "2023") -> Quantity? {
    publication.table(named: "fig-1")?.cell(row: "total", column: year)?.value.quantity
  }

  /// 300 persons: the police report the first 200, care the last 200 and the shelter every third.
  private func receiveRegister() throws {
    let persons = Self.persons(300)
    try receive(persons.prefix(200).enumerated().map { $1.line("P\(1_000 + $0)", 2_023) }, from: "politie")
    try receive(persons.suffix(200).enumerated().map { $1.line("\(1 + $0)", 2_023, phone: false) }, from: "zorg")
    let third = stride(from: 0, to: 300, by: 3).map { persons[$0] }
    try receive(third.enumerated().map { $1.line("\(1 + $0)", 2_023) }, from: "opvang")
  }

  @Test func `recognises persons across partners, whatever numbers their records have`() async throws {
    try receiveRegister()
    let (edition, publication) = try await built()
    #expect(total(publication) == Quantity(300))
    let cell = try #require(publication.table(named: "fig-1")?.cell(row: "total", column: "2023"))
    #expect(cell.rung == .linked)
    let persons = try #require(publication.account.persons)
    #expect(persons.recognised == .exact(Quantity(300)) && persons.records == .exact(Quantity(500)))
    #expect(persons.withoutEvidence == .exact(Quantity(0)))
    let (lower, upper) = (
      try #require(persons.lower.quantity?.numerator), try #require(persons.upper.quantity?.numerator)
    )
    #expect(281...300 ~= lower && 300..<320 ~= upper)
    let page = String(decoding: try #require(edition.file(at: "verantwoording.html")).bytes, as: UTF8.self)
    #expect(page.contains("300 personen herkend") && page.contains("95%-interval"))
    // Again, and in a workspace made anew, every byte is the same.
    let again = try await built()
    #expect(again.edition == edition)
    try FileManager.default.removeItem(at: monitor.url.appending(path: "workspace"))
    #expect(try await built().edition == edition)
  }

  @Test func `no detail leaves, and each reading is in the audit log`() async throws {
    try receiveRegister()
    let (edition, _) = try await built()
    let marked = Self.persons(300)[150]
    for file in edition.files {
      for value in [marked.surname, marked.phone, marked.born] {
        #expect(Data(file.bytes).range(of: Data(value.utf8)) == nil, "\(file.path)")
      }
    }
    for (name, data) in try monitor.contents {
      #expect(data.range(of: Data(marked.surname.utf8)) == nil, "\(name)")
    }
    let actions = try monitor.workspace.open().auditEntries().map(\.action)
    #expect(actions.contains(.identitiesLinked))
  }

  /// Two records of one number at two partners, and two persons under one key at the police.
  @Test func `numbers of records say nothing, and a key can be wrong`() async throws {
    try receiveRegister()
    let others = Self.persons(4, seed: 77)
    try receive([others[0].line("1", 2_024)], from: "zorg")
    try receive([others[1].line("1", 2_024)], from: "opvang")
    try receive([others[2].line("P9999", 2_024), others[3].line("P9999", 2_024)], from: "politie")
    let (_, publication) = try await built()
    #expect(total(publication, "2024") == Quantity(4))
    #expect(total(publication, "2023") == Quantity(300))
  }

  /// The same key and no name: one person, as before.
  @Test func `where there is nothing but a key, that decides`() async throws {
    try receiveRegister()
    try receive(
      (0..<20).flatMap { ["K\(100 + $0);2024;;;;;sexual", "K\(100 + $0);2024;;;;;online"] }, from: "politie")
    let (_, publication) = try await built()
    #expect(total(publication, "2024") == Quantity(20))
  }

  @Test func `records of which nothing is known are counted apart and said`() async throws {
    try receiveRegister()
    try receive((0..<7).map { "\(500 + $0);2024;;;;;sexual" }, from: "zorg")
    let (_, publication) = try await built()
    #expect(total(publication, "2024") == Quantity(7))
    #expect(publication.account.persons?.withoutEvidence == .exact(Quantity(7)))
  }

  @Test func `without linkage.yaml a partner without keys of persons is refused`() throws {
    let bare = try MonitorOnDisk(Self.files.filter { $0.key != "linkage.yaml" })
    let error = #expect(throws: MonitoringError.self) { try bare.opened }
    #expect(error?.sentences(.nl).contains { $0.contains("elk record als persoon tellen") } == true)
  }

  @Test(arguments: [
    "threshold: 2", "tolerance: veel", "variables: { sex: reporterGroup }", "variables: { sex: niets }", "drempel: 0.5",
  ])
  func `what linkage.yaml cannot say is a finding`(_ text: String) throws {
    try monitor.put("linkage.yaml", Array((text + "\n").utf8))
    #expect(throws: MonitoringError.self) { try monitor.opened }
  }

  @Test func `a record is found and erased by the number that its source gave it`() async throws {
    try receiveRegister()
    let source = try monitor.opened.source(named: "zorg")
    let erased = try monitor.receiving().erase(personKey: source.keptKey("7"))
    #expect(erased.rows.count == 1 && erased.rows.first?.source == "zorg")
    #expect(try monitor.opened.erasingRemark != nil)
    let (_, publication) = try await built()
    #expect(publication.account.persons?.withoutEvidence == .exact(Quantity(1)))
    #expect(throws: StoreError.self) { try monitor.receiving().erase(personKey: "8") }
  }
}
