import Cryptography
import Deliveries
import Foundation
import Model
import Testing

@testable import Disclosure
@testable import Monitoring
@testable import Reporting
@testable import ReviewPages
@testable import Store

/// What people say of pairs of notifications, and what a monitor makes of it.
@Suite struct `Reviewing pairs of a monitor` {
  private let monitor: MonitorOnDisk

  init() throws {
    monitor = try MonitorOnDisk(`A monitor that links`.files)
    let persons = `A monitor that links`.persons(120)
    try receive(persons.prefix(80).enumerated().map { $1.line("P\(1_000 + $0)", 2_023) }, from: "politie")
    try receive(Self.care(persons), from: "zorg")
    let third = stride(from: 0, to: 120, by: 3).map { persons[$0] }
    try receive(third.enumerated().map { $1.line("\(1 + $0)", 2_023) }, from: "opvang")
  }

  private static func care(_ persons: [`A monitor that links`.Person]) -> [String] {
    persons.suffix(80).enumerated().map { $1.line("\(1 + $0)", 2_023, phone: false) }
  }

  private func receive(_ lines: [String], from source: String) throws {
    let file = try monitor.send("\(UUID().uuidString).csv", [`A monitor that links`.header] + lines)
    let receipt = try monitor.receiving().receive(
      file, from: monitor.opened.source(named: source), period: nil, size: .answered)
    #expect(receipt.outcome != nil && receipt.report.rowsSetAside == 0)
  }

  private func desk(
    _ reader: String, _ round: ReviewLog.Round = .first, isZoneFirst: Bool = false, showsValues: Bool = true
  ) throws -> ReviewDesk {
    try ReviewDesk(
      monitor.opened, in: monitor.workspace.open(),
      for: .init(reader: reader, round: round, isZoneFirst: isZoneFirst, showsValues: showsValues, language: .nl),
      progress: { _ in }, clock: { MonitorOnDisk.noon })
  }

  private func pair(_ desk: ReviewDesk) throws -> ShownPair? {
    if case .pair(let pair, _) = try desk.pair() { pair } else { nil }
  }

  /// Answers as many pairs, and gives them as they were shown.
  @discardableResult
  private func answer(
    _ desk: ReviewDesk, _ count: Int,
    _ say: (Int, ShownPair) -> PairAnswer = { `Reviewing pairs of a monitor`.truth($1) }
  ) throws -> [ShownPair] {
    try (0..<count).map { place in
      let shown = try #require(try pair(desk))
      #expect(try desk.answer(shown.number, say(place, shown)) == .done)
      return shown
    }
  }

  private static func row(_ pair: ShownPair, _ label: String) -> ShownPair.Row? {
    pair.rows.first { $0.label == label }
  }

  /// Nobody here has the surname of another.
  private static func truth(_ pair: ShownPair) -> PairAnswer {
    row(pair, "Achternaam")?.comparison == .same ? .same : .different
  }

  private func built(_ remark: @escaping (LocalizedText) -> Void = { _ in }) async throws -> (
    edition: Edition, persons: PublishedAccount.Persons
  ) {
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }, remark: remark)
    let (edition, publication) = try await build.edition()
    return (edition, try #require(publication.account.persons))
  }

  private func log() throws -> ReviewLog { try ReviewLog(of: monitor.url) }

  /// The records of each line, in whatever order.
  private func pairs() throws -> [Set<String>] { try log().entries.compactMap { $0.records.map(Set.init) } }

  private func verify() throws {
    _ = try Verification(of: monitor.opened).found(in: monitor.workspace.open(), against: [])
  }

  /// What is decided stays, wherever the records are read from.
  @Test func `a build takes what people decided, also in a new workspace, with a new key and after a correction`()
    async throws
  {
    let before = try await built()
    #expect(before.persons.recognised == .exact(Quantity(120)) && before.persons.reviews == nil)
    // Against the evidence: who is of one name is said to be two.
    try answer(desk("Anna"), 40) { _, pair in Self.truth(pair) == .same ? .different : .cannotSay }
    let after = try await built()
    let recognised = try #require(after.persons.recognised.quantity?.numerator)
    #expect(recognised > 120)
    let reviews = try #require(after.persons.reviews)
    #expect(reviews.pairs == 40 && reviews.people == 1 && reviews.twice == 0 && reviews.kappa == nil)
    #expect(reviews.decided == (try log().entries.count { $0.answer == .different }))
    let page = String(decoding: try #require(after.edition.file(at: "verantwoording.html")).bytes, as: UTF8.self)
    #expect(page.contains("Eén lezer heeft 40 paren van meldingen beoordeeld"))
    // Anew, with another key, and anew with that.
    try FileManager.default.removeItem(at: monitor.workspace.folder)
    #expect(try await built().edition == after.edition)
    _ = try KeyCare(monitor.workspace, keys: monitor.keys, on: MonitorOnDisk.noon).rotate(into: nil)
    #expect(try await built().edition == after.edition)
    try FileManager.default.removeItem(at: monitor.workspace.folder)
    #expect(try await built().edition == after.edition)
    try answer(desk("Anna"), 3)
    // In another order, with other rows before it.
    try receive(Self.care(`A monitor that links`.persons(120)).reversed(), from: "zorg")
    let corrected = try await built().persons
    #expect(corrected.reviews?.pairs == 43 && corrected.reviews?.people == 1)
    // Most of the records are gone.
    var remarks: [String] = []
    try receive(Self.care(`A monitor that links`.persons(120)).suffix(5), from: "zorg")
    let fewer = try await built { remarks.append($0.nl) }.persons
    #expect(try #require(fewer.reviews).pairs < 43)
    #expect(
      remarks.contains { $0.contains("meldingen die er niet meer zijn") || $0.contains("melding die er niet meer is") })
    try verify()
  }

  @Test func `nobody gets a pair twice, everybody gets an order of one's own, and it stays`() throws {
    let first = try #require(try pair(desk("Anna")))
    #expect(try pair(desk("Anna"))?.rows == first.rows)
    // Rows are drawn by keys that are new every time, so that two people may begin with one pair; six people hardly do.
    let firsts = try ["Bert", "Chris", "Dirk", "Els", "Fem"].compactMap { try pair(desk($0))?.rows }
    #expect(firsts.count == 5 && !firsts.allSatisfy { $0 == first.rows })
    for _ in 0..<3 { try answer(desk("Anna"), 10) }
    try answer(desk("Bert"), 10)
    #expect(try pairs().count == 40 && Set(pairs()).count == 40)
    #expect(try log().entries.allSatisfy { $0.chance ?? 0 > 0 && $0.weight ?? 0 > 1.9 && $0.round == .first })
  }

  /// Of eight pairs the second reader says something else of three.
  @Test func `a second opinion is blind, a difference decides nothing, and what is settled counts`() async throws {
    let firsts = try answer(desk("Anna"), 20) { place, _ in place < 10 ? .same : .different }
    let second = try desk("Bert", .second)
    var said: [PairAnswer: Int] = [:]
    let seconds = try answer(second, 20) { _, pair in
      // 2 of 10 and 1 of 10 otherwise.
      let isSame = firsts.prefix(10).contains { Self.isSame($0, pair) }
      let answer: PairAnswer = isSame ? .same : .different
      said[answer, default: 0] += 1
      let isOther = said[answer, default: 0] <= (isSame ? 2 : 1)
      return isOther ? (isSame ? .different : .same) : answer
    }
    #expect(try pair(second) == nil)
    #expect(seconds.allSatisfy { $0.opinions.isEmpty } && seconds.first?.waiting == 20)
    #expect(zip(firsts, seconds).contains { !Self.isSame($0, $1) })
    let turned = seconds.count { pair in firsts.contains { $0.rows.map(\.left) == pair.rows.map(\.right) } }
    #expect(1..<20 ~= turned)
    // Kappa by hand: (.85 - .5) / (1 - .5); its deviation by a numeric gradient of the multinomial elsewhere.
    func check() throws {
      let status = try ReviewStatus(of: monitor.opened, in: monitor.workspace.open())
      let (kappa, lower) = (try #require(status.kappa), try #require(status.kappaLower))
      #expect(status.twice == 20 && status.agreed == 17 && abs(kappa - 0.7) < 1e-9)
      #expect(abs(lower - 0.3885877) < 1e-6 && status.kappaUpper == 1)
    }
    try check()
    var reviews = try #require(try await built().persons.reviews)
    #expect(reviews.decided == 17 && reviews.people == 2)
    let together = try desk("Anna en Bert", .settled)
    let settled = try answer(together, 3)
    #expect(settled.allSatisfy { $0.opinions.count == 2 && $0.opinions.contains { $0.hasPrefix("Anna: ") } })
    #expect(try pair(together) == nil)
    try check()
    reviews = try #require(try await built().persons.reviews)
    #expect(reviews.decided == 20 && reviews.twice == 20 && reviews.agreed == 17)
  }

  private static func isSame(_ one: ShownPair, _ other: ShownPair) -> Bool {
    func places(_ pair: ShownPair) -> Set<[String]> {
      [pair.rows.prefix(3).map(\.left), pair.rows.prefix(3).map(\.right)]
    }
    return places(one) == places(other)
  }

  @Test func `an answer is taken back by a later line, and the pair comes again`() throws {
    let desk = try desk("Anna")
    let shown = try answer(desk, 2)
    #expect(try desk.takeBack() == .done)
    let again = try #require(try pair(desk))
    #expect(again.rows == shown[1].rows && again.number == 3)
    #expect(try desk.answer(2, .same) == .unknownPair && desk.answer(99, .same) == .unknownPair)
    #expect(try log().entries.map(\.action) == [.answered, .answered, .takenBack])
    #expect(try ReviewStatus(of: monitor.opened, in: monitor.workspace.open()).pairs == 1)
    #expect(try desk.answer(3, .cannotSay) == .done)
    #expect(try desk.takeBack() == .done && desk.takeBack() == .done)
    guard case .failed = try desk.takeBack() else { return #expect(Bool(false), "nothing is left to take back") }
  }

  @Test func `what is shown is in the audit log before it is, and what is not shown is not`() throws {
    func actions() throws -> [AuditAction] { try monitor.workspace.open().auditEntries().map(\.action) }
    let desk = try desk("Anna")
    #expect(try !actions().contains(.pairShown))
    _ = try pair(desk)
    _ = try pair(desk)
    #expect(try actions().count { $0 == .pairShown } == 1 && actions().last == .pairShown)
    try answer(desk, 2)
    #expect(try actions().suffix(3) == [.pairReviewed, .pairShown, .pairReviewed])
    let blind = try self.desk("Bert", showsValues: false)
    let shown = try answer(blind, 3) { _, _ in .cannotSay }
    #expect(try actions().suffix(3) == [.pairReviewed, .pairReviewed, .pairReviewed])
    #expect(shown.allSatisfy { $0.rows.isEmpty && !$0.evidence.isEmpty })
    let values = Set(`A monitor that links`.persons(120).flatMap { [$0.surname, $0.phone, $0.born] })
    for entry in try monitor.workspace.open().auditEntries() {
      #expect(!values.contains { entry.subject.contains($0) || entry.occasion.reason.contains($0) })
    }
    for (name, data) in try monitor.contents {
      for value in values { #expect(data.range(of: Data(value.utf8)) == nil, "\(name)") }
    }
    #expect("\(shown[0])\(Mirror(reflecting: shown[0]).children.count)" == "a confidential pair0")
    let mode = try FileManager.default.attributesOfItem(atPath: monitor.url.appending(path: ReviewLog.name).path)
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  @Test func `who is erased is in no line any more`() async throws {
    let shown = try answer(desk("Anna"), 40)
    let rows = shown.flatMap { pair in
      [\ShownPair.Row.left, \.right].compactMap { side -> Int? in
        guard Self.row(pair, "Bron")?[keyPath: side] == "Zorghuis" else { return nil }
        return Self.row(pair, "Rij in de levering").flatMap { Int($0[keyPath: side]) }
      }
    }
    // The header is row 1, and record 1 row 2.
    let row = try #require(rows.first)
    let about = rows.count { $0 == row }
    let open = try desk("Bert")
    _ = try pair(open)
    let source = try monitor.opened.source(named: "zorg")
    _ = try monitor.receiving().erase(personKey: source.keptKey(String(row - 1)))
    let left = try log().entries
    #expect(left.count == 40 - about + 1 && left.last?.action == .erased && left.last?.lines == about)
    #expect(left.map(\.number) == Array(1...left.count))
    // A sitting that was open reads anew, and shows nobody who is gone.
    #expect(try open.answer(1, .same) == .unknownPair)
    #expect(try pair(open)?.number == 2)
    try verify()
    #expect(try await built().persons.reviews?.pairs == 40 - about)
  }

  @Test func `when the term is over the lines go with the records`() throws {
    let sources = `A monitor that links`.files["sources.yaml", default: ""]
    try monitor.put(
      "sources.yaml", Array(sources.replacing("lane: identified }", with: "lane: identified, retention: 1 }").utf8))
    try answer(desk("Anna"), 10)
    let report = try monitor.receiving().applyRetention()
    #expect(!report.isEmpty)
    #expect(try log().entries.map(\.action) == [.erased] && log().entries.first?.lines == 10)
    try verify()
  }

  @Test func `a log that is not what was written stops whoever reads it`() async throws {
    try answer(desk("Anna"), 5)
    let file = monitor.url.appending(path: ReviewLog.name)
    let whole = try Data(contentsOf: file)
    let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n")
    let broken = [
      String(decoding: whole, as: UTF8.self).replacing("\"different\"", with: "\"same\""),
      lines.dropFirst().joined(separator: "\n") + "\n", lines.prefix(4).joined(separator: "\n") + "\n", "{}\n", "",
    ]
    for text in broken where text != String(decoding: whole, as: UTF8.self) {
      try Data(text.utf8).write(to: file)
      await #expect(throws: MonitoringError.self, "\(text.prefix(80))") { try await built() }
      #expect(throws: MonitoringError.self) { try verify() }
      #expect(throws: MonitoringError.self) { try desk("Anna") }
    }
    // What was cut off while it was written never counted.
    try (whole + Data("{\"action\"".utf8)).write(to: file)
    try answer(desk("Anna"), 1)
    #expect(try log().entries.count == 6)
    try verify()
  }

  @Test func `two readers at once lose nothing`() throws {
    let (anna, bert) = (try desk("Anna"), try desk("Bert"))
    for _ in 0..<5 {
      try answer(anna, 1)
      try answer(bert, 2)
    }
    let again = try desk("Anna")
    try answer(again, 1)
    try answer(anna, 1)
    #expect(try log().entries.count == 17)
    try verify()
  }

  @Test func `a monitor that links nothing has nothing to review`() throws {
    let other = try MonitorOnDisk(TwoPartners.files)
    let error = #expect(throws: MonitoringError.self) {
      try ReviewDesk(
        other.opened, in: other.workspace.open(),
        for: .init(reader: "Anna", round: .first, isZoneFirst: false, showsValues: true, language: .nl),
        progress: { _ in }, clock: { MonitorOnDisk.noon })
    }
    #expect(error?.sentences(.nl).contains { $0.contains("heeft geen linkage.yaml") } == true)
  }
}
