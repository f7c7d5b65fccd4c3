import Foundation
import Invented
import Testing

@testable import Classification
@testable import Disclosure
@testable import Estimation
@testable import Linkage
@testable import Model
@testable import Monitoring
@testable import Reporting
@testable import Store
@testable import Tabulation

/// How sure numbers of persons are, in an invented register of which it is known who is who.
@Suite struct `How sure numbers of persons are` {
  private func folder(_ seed: UInt64, persons: Int = 300, policy: String = "publishAsIs") throws -> MonitorOnDisk {
    let monitor = try MonitorOnDisk([:])
    for file in try NewRegister(name: "verzonnen", year: 2025, persons: persons, seed: seed).files() {
      let text = String(decoding: file.bytes, as: UTF8.self)
      try monitor.put(
        file.path,
        file.path == "monitor.yaml"
          ? Array(text.replacing("policy: suppress", with: "policy: \(policy)").utf8) : file.bytes)
    }
    return monitor
  }

  private func build(_ monitor: MonitorOnDisk, workers: Int = 1) throws -> MonitorBuild {
    let settings = MonitorBuild.Settings(
      workers: workers, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    return MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { _ in }
  }

  /// Every draw linked, classified and counted by itself, the slow way.
  @Test func `limits are those of every division counted by itself`() async throws {
    let monitor = try folder(2, persons: 150)
    var build = try build(monitor)
    let cases = try build.casesOfPersons().cases
    let tables = try await build.tabulated(cases)
    let figures = build.monitor.figures
    let (facts, draws) = (try #require(build.facts), try #require(build.persons?.draws))
    let apart = try build.ruled(facts.apart).tabulated(by: figures)
    let divisions = (0..<draws.count).map { facts.persons(of: draws, draw: $0) }
    let drawn = try divisions.map { try build.ruled($0).tabulated(by: figures) }
    // Links that nobody could find are taken to be within years: so many of those between notifications of one year.
    let further = try divisions.enumerated().map { draw, division in
      let records = Double(division.person.count)
      let (persons, cases) = (Double(Set(division.person).count), Double(try build.ruled(division).columns.rowCount))
      return draws.further[draw] * (records - persons) / (records - cases)
    }
    var checked = 0
    for (number, table) in tables.enumerated() {
      for (row, column) in table.shape.rows.indices.flatMap({ row in table.shape.columns.indices.map { (row, $0) } }) {
        func count(_ tables: [ConfidentialTable]) -> Double {
          tables[number].cells[row][column].value.quantity?.value ?? 0
        }
        let numbers = drawn.indices.map { draw in
          max(0, count(drawn[draw]) - further[draw] * (count(apart) - count(drawn[draw])))
        }
        let cell = table.cells[row][column]
        let quantity = try #require(cell.value.quantity)
        #expect(cell.spread == LinkageSpread(of: quantity.numerator, among: numbers), "\(number) \(row) \(column)")
        checked += 1
      }
      for row in table.shape.rows.indices {
        var missed = 0.0
        let changes = drawn.indices.map { draw -> Double in
          func moved(_ column: Int) -> Double {
            let count = drawn[draw][number].cells[row][column].value.quantity?.value ?? 0
            let separate = apart[number].cells[row][column].value.quantity?.value ?? 0
            missed += abs(further[draw] * (separate - count)) / Double(drawn.count)
            return max(0, count - further[draw] * (separate - count))
          }
          return moved(1) - moved(0)
        }
        let change =
          (table.cells[row][1].value.quantity?.numerator ?? 0) - (table.cells[row][0].value.quantity?.numerator ?? 0)
        #expect(
          table.openChanges.contains(OpenChange(row: row, from: 0, to: 1))
            == LinkageSpread.isOpen(change, among: changes, missed: missed))
      }
    }
    #expect(checked > 20)
  }

  @Test func `an edition is the same with one worker and with several`() async throws {
    let monitor = try folder(6)
    var (one, three) = (try build(monitor), try build(monitor, workers: 3))
    let first = try await one.edition(writing: false).edition
    #expect(try await three.edition(writing: false).edition == first)
    #expect(
      String(decoding: try #require(first.file(at: "tables/vormen.csv")).bytes, as: UTF8.self).contains(
        "door het herkennen"))
  }

  /// The lists of an estimate are of persons that were recognised: its card says what that does.
  @Test func `estimates are averaged over divisions, and the card says how much of the width that is`() async throws {
    let estimates = """
      estimates:
        - estimate: gezien
          title: { nl: Gezien en niet gezien, en: Seen and unseen }
          unit: victim
          population: { nl: Wie gemeld had kunnen worden., en: Whoever could have been reported. }
          lists: { from: cases, variable: reporters, drop: [helpline] }
          strata: [year]
          methods: [main-effects, stepwise]
          replicates: 100
      """
    let monitor = try folder(5)
    let figures = try String(contentsOf: monitor.url.appending(path: "figures.yaml"), encoding: .utf8)
    try monitor.put("figures.yaml", Array((figures + "\n" + estimates + "\n").utf8))
    var (averaged, plain) = (try build(monitor), try build(monitor))
    let publication = try await averaged.edition(writing: false).publication
    #expect(publication.estimates.count == 2)
    // The same lists, taken as certain.
    let cases = try plain.casesOfPersons().cases
    let facts = try #require(plain.facts)
    let certain = try await MonitorEstimates(of: plain.monitor, cases: cases, notifications: facts, workers: 1)
      .computed()
    for (estimate, before) in zip(publication.estimates, certain) {
      let said = try #require(estimate.card.warnings.first?.nl)
      #expect(said.contains("gemiddeld over 50 waarschijnlijke indelingen") && said.contains("%"))
      let now = try #require(estimate.card.estimates.first)
      let was = try #require(before.confidential.card.estimates.first)
      let wide = try #require(now.intervals.last)
      let narrow = try #require(was.intervals.last)
      #expect(wide.level == narrow.level)
      let seen = Double(was.observed)
      // On the scale on which they are pooled.
      let width: Double = (wide.upper - seen) / (wide.lower - seen)
      let without: Double = (narrow.upper - seen) / (narrow.lower - seen)
      #expect(width > without)
    }
  }

  @Test func `figures and data say how sure they are, and never with an interval beside the number`() async throws {
    let monitor = try folder(3)
    var build = try build(monitor)
    let (edition, publication) = try await build.edition(writing: false)
    let table = try #require(publication.table(named: "vormen"))
    var (inside, outside) = (0, 0)
    for cell in table.cells.joined() {
      let (spread, count) = (try #require(cell.spread), try #require(cell.value.quantity?.numerator))
      guard let limits = spread.limits else {
        outside += 1
        #expect(spread.standing != .middle)
        continue
      }
      inside += 1
      #expect((limits.lower...limits.upper).contains(count))
    }
    #expect(inside + outside == 10 && inside > 0)
    let page = String(decoding: try #require(edition.file(at: "figuren/vormen.html")).bytes, as: UTF8.self)
    #expect(page.contains("Marges door het herkennen van personen (95%)"))
    let csv = String(decoding: try #require(edition.file(at: "tables/vormen.csv")).bytes, as: UTF8.self)
    #expect(csv.components(separatedBy: "linked; limit").count - 1 == 2 * inside)
    let json = String(decoding: try #require(edition.file(at: EditionPath.whole)).bytes, as: UTF8.self)
    #expect(json.contains("\"linkage\"") && json.contains("\"groups\""))
    let method = String(decoding: try #require(edition.file(at: "verantwoording.html")).bytes, as: UTF8.self)
    #expect(method.contains("Hoe goed personen zijn herkend") && method.contains("Hulplijn (verzonnen)"))
  }

  @Test func `where small numbers are hidden, nothing is said of them, and limits are coarse`() async throws {
    let monitor = try folder(3, persons: 60, policy: "suppress")
    var build = try build(monitor)
    let (edition, publication) = try await build.edition(writing: false)
    let minimum = build.monitor.publication.minimum
    var (hidden, shown) = (0, 0)
    for cell in publication.tables.flatMap({ $0.cells.joined() }) {
      if cell.value.quantity == nil {
        hidden += 1
        #expect(cell.spread == nil)
      } else if let limits = cell.spread?.limits {
        shown += 1
        #expect(limits.lower % minimum == 0 && limits.upper % minimum == 0)
      }
    }
    #expect(hidden > 0 && shown > 0)
    // What is downloaded is worked through with those lines in it, and counts none of them.
    for dataset in publication.datasets {
      let file = try CountFile(longForm(of: dataset), name: dataset.name)
      for row in file.rows where row.measure.contains("door het herkennen van personen") {
        if case .none = row.value { continue }
        Issue.record("a limit is taken for a count")
      }
    }
    #expect(edition.file(at: "tables/vormen.csv") != nil)
  }
}
