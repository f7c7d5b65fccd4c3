import Cryptography
import Deliveries
import Foundation
import Invented
import Model
import Monitoring
import Store
import Testing

/// What `check` says of a folder, and what stops `build`.
@Suite struct `A folder that is checked` {
  private let monitor: MonitorOnDisk

  init() throws {
    monitor = try MonitorOnDisk(BrokenMonitor.files)
    for delivery in BrokenMonitor.deliveries {
      let file = try monitor.send(delivery.name, delivery.lines)
      let source = try monitor.opened.source(named: delivery.source)
      let receipt = try monitor.receiving().receive(file, from: source, period: nil)
      #expect(receipt.outcome != nil && receipt.report.isComplete, "\(receipt.report.findings)")
    }
  }

  /// What stops a build of the folder as it is; nil when nothing does.
  private func stop() async throws -> (any Error)? {
    do {
      let opened = try monitor.opened
      let settings = MonitorBuild.Settings(
        workers: 1, version: "0", occasion: MonitorOnDisk.noon, output: monitor.beside("edition"))
      var build = MonitorBuild(
        of: opened, in: try .inMemory(key: monitor.workspace.keyOfDeliveries() ?? .random()), settings: settings,
        progress: { _ in }, remark: { _ in })
      _ = try await build.edition()
      return nil
    } catch {
      return error
    }
  }

  /// What is delivered may not fit what is asked any more; who only checks does not read it.
  private func isAboutDeliveries(_ error: any Error) -> Bool {
    switch error as? MonitoringError {
    case .findings(let findings):
      findings.contains { finding in
        finding.severity <= .error
          && (finding.rule == "text-missing"
            || BrokenMonitor.deliveries.contains {
              $0.source + "-2018.sealed" == finding.place.file
                || $0.source + "-2019.sealed" == finding.place.file
            })
      }
    // A source of the log that has another name now.
    case .data(let message): message.nl.contains("staat niet in sources.yaml")
    case nil: false
    }
  }

  @Test func `that is whole is built`() async throws {
    #expect(await CheckedFolder(monitor.url.path).findings.map { $0.sentence(in: .nl) } == [])
    #expect(try await stop() == nil)
  }

  @Test(arguments: [1, 2])
  func `tells whatever stops a build, as far as it can be told without deliveries`(_ seed: UInt64) async throws {
    var dice = SplitMix(seed: seed)
    let count = ProcessInfo.processInfo.environment["BREAKAGES"].flatMap { Int($0) } ?? 25
    for breakage in Breakage.all(of: BrokenMonitor.files, seed: seed).shuffled(using: &dice).prefix(count) {
      let whole = BrokenMonitor.files[breakage.file, default: ""]
      try monitor.put(breakage.file, Array((breakage.text + "\n").utf8))
      if await CheckedFolder(monitor.url.path).isGood, let error = try await stop(), !isAboutDeliveries(error) {
        Issue.record(
          "\(breakage): \((error as? MonitoringError)?.sentences(.nl).joined(separator: " / ") ?? knownMessage(of: error)?.nl ?? "\(error)")"
        )
      }
      try monitor.put(breakage.file, Array((whole + "\n").utf8))
    }
  }
}
