import Foundation
import Testing

@testable import Disclosure
@testable import Model
@testable import Monitoring
@testable import Reporting
@testable import Store

/// Who reported a person can be two partners: the lines of such a table are no parts of its total, also in what was released.
@Suite struct `Several answers in what was released` {
  private let monitor: MonitorOnDisk

  private static func files(_ edition: String, to year: Int) -> [String: String] {
    var files = TwoPartners.files.mapValues {
      $0.replacing("policy: publishAsIs", with: "policy: suppress").replacing(
        "edition: \"2025\"", with: "edition: \"\(edition)\""
      )
      .replacing("{ from: 2023, to: 2024 }", with: "{ from: 2023, to: \(year) }")
      .replacing("label: 2023-2024", with: "label: 2023-\(year)")
    }
    for name in files.keys where name.hasPrefix("text/") { files[name] = nil }
    return files
  }

  init() throws { monitor = try MonitorOnDisk(Self.files("2025", to: 2024)) }

  private func receive(_ year: Int, _ persons: Range<Int>, from source: String) throws {
    let receipt = try monitor.receiving().receive(
      monitor.send("\(UUID().uuidString).csv", TwoPartners.lines(year, persons: persons)),
      from: monitor.opened.source(named: source), period: nil, size: .answered)
    #expect(receipt.outcome != nil)
  }

  private func built() async throws -> (edition: Edition, publication: Publication) {
    let settings = MonitorBuild.Settings(
      workers: 1, version: "1", occasion: MonitorOnDisk.noon, output: monitor.url.appending(path: "edition"))
    var build = MonitorBuild(
      of: try monitor.opened, in: try monitor.workspace.open(), settings: settings, progress: { _ in }
    ) { _ in }
    return try await build.edition()
  }

  /// 40 persons of the police, 3 of care of whom 2 are known to the police: 41 together. As a sum that would make care 1.
  @Test func `a hidden line does not follow from the total of an earlier edition`() async throws {
    for year in [2023, 2024] {
      try receive(year, 0..<40, from: "politie")
      try receive(year, 38..<41, from: "zorg")
    }
    let first = try await built()
    let cell = first.publication.table(named: "fig-1")?.cell(row: "care", column: "2023")
    #expect(cell?.value == .suppressed(.primary))
    #expect(first.publication.table(named: "fig-1")?.cell(row: "total", column: "2023")?.value == .exact(Quantity(41)))
    _ = try Release(
      monitor.opened, in: monitor.workspace.open(), on: MonitorOnDisk.noon, second: "ander"
    ).write(first.edition, under: first.publication.policy, shown: monitor.url.appending(path: "edition"))

    // The same lines in another order, so that they are other lines than those of now.
    for (name, text) in Self.files("2026", to: 2025) {
      let turned = text.replacing("order: [police, care]", with: "order: [care, police]")
      try monitor.put(name, Array((turned + "\n").utf8))
    }
    try receive(2025, 0..<50, from: "politie")
    try receive(2025, 48..<52, from: "zorg")
    let next = try await built().publication
    #expect(next.unprotected.isEmpty)
    #expect(next.table(named: "fig-1")?.cell(row: "care", column: "2023")?.value.absence == .suppressed)
    #expect(next.table(named: "fig-1")?.cell(row: "police", column: "2023")?.value == .exact(Quantity(40)))
  }
}
