import Foundation
import Invented
import Model
import Store
import Testing

@testable import Disclosure
@testable import Monitoring
@testable import Reporting

/// The invented register that ships, of which it is known who is who.
@Suite struct `An invented register` {
  private func built(_ register: NewRegister) async throws -> (edition: Edition, publication: Publication) {
    let files = try register.files()
    let monitor = try MonitorOnDisk([:])
    for file in files { try monitor.put(file.path, file.bytes) }
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { _ in }
    return try await build.edition()
  }

  private func register(_ seed: UInt64, persons: Int = 300) -> NewRegister {
    NewRegister(name: "verzonnen", year: 2025, persons: persons, seed: seed)
  }

  @Test func `holds so many people as were asked, the same from the same seed`() throws {
    let made = InventedRegister(persons: 300, years: [2024, 2025], seed: 7)
    #expect(made.persons == 300 && made.personsByYear.values.reduce(0, +) > 300)
    #expect(try register(7).files() == register(7).files() && register(7).files() != register(8).files())
  }

  /// Where two reporters have nothing in common about a person, nobody can tell: so more are recognised than there are, and the
  /// interval has to know. Of eight registers it holds the truth in seven at least, and of their sixteen years in fifteen.
  @Test func `the interval holds the number of people`() async throws {
    var (holding, ofYears) = (0, 0)
    for seed in 1...8 {
      let publication = try await built(register(UInt64(seed))).publication
      let persons = try #require(publication.account.persons)
      let truth = InventedRegister(persons: 300, years: [2024, 2025], seed: UInt64(seed)).personsByYear
      for (year, known) in truth {
        let cell = publication.table(named: "vormen")?.cell(row: "total", column: String(year))
        if let limits = cell?.spread?.limits, (limits.lower...limits.upper).contains(known) { ofYears += 1 }
      }
      let (lower, upper) = (
        try #require(persons.lower.quantity?.numerator), try #require(persons.upper.quantity?.numerator)
      )
      #expect(upper - lower < 120, "\(seed)")
      if 300 >= lower, 300 <= upper { holding += 1 }
    }
    #expect(holding >= 7 && ofYears >= 15)
  }

  @Test func `no name of it is in its edition, and every page says that nobody in it exists`() async throws {
    let register = register(3)
    let (edition, _) = try await built(register)
    var names: Set<String> = []
    for file in try register.files() where file.path.hasPrefix("deliveries/politie") {
      for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst() {
        let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        names.formUnion([fields[6], fields[8]].filter { $0.count > 5 })
      }
    }
    #expect(names.count > 100)
    for file in edition.files where !file.path.hasPrefix("assets/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for name in names where text.contains(name) { Issue.record("\(file.path) says \(name.count) letters of a name") }
      if file.path.hasSuffix(".html"), !file.path.hasPrefix("en/") {
        #expect(text.contains("Niemand in dit register bestaat"), "\(file.path)")
      }
    }
  }
}
