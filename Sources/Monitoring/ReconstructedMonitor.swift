import Deliveries
package import Foundation
package import Model
import MonitorFolder
package import Reconstruction
import Sheets

/// A monitor of which the deliveries are made from the tables that were published.
package struct ReconstructedMonitor {
  private let opened: OpenedMonitor
  private let plan: ReconstructionPlan
  /// What is worth a look in `reconstruction.yaml`.
  package let warnings: [Finding]

  /// - Throws: `MonitoringError.findings` when `reconstruction.yaml` cannot be used.
  package init(_ opened: OpenedMonitor) throws(MonitoringError) {
    self.opened = opened
    let (plan, findings) = ReconstructionPlan.load(folder: opened.folder.path, for: opened.monitor)
    guard let plan else { throw .findings(findings) }
    self.plan = plan
    warnings = findings
  }

  /// Makes the deliveries, and `departures.csv` in the monitor folder.
  ///
  /// - Parameters:
  ///   - tables: Published tables in the long form; empty: all of `published/`.
  ///   - target: Where the deliveries go.
  ///   - seed: Chooses among the solutions; nil: the seed of the monitor.
  /// - Returns: What was found, and the names of the files written.
  package func write(
    from tables: [URL], to target: URL, seed: UInt64?, progress: ProgressSink
  ) throws -> (report: ReconstructionReport, files: [String]) {
    let published = try publishedFiles(tables).flatMap { try PublishedCell.read(contentsOf: $0.path) }
    let reconstruction = try Reconstruction(
      of: published, for: opened.monitor, following: plan, seed: seed ?? opened.monitor.seed
    ) { progress(Model.Progress($0)) }
    let files = try write(reconstruction, to: target)
    try DeparturesFile.write(reconstruction.report, to: opened.folder)
    return (reconstruction.report, files)
  }

  private func publishedFiles(_ tables: [URL]) throws -> [URL] {
    if !tables.isEmpty { return tables }
    let published = opened.folder.appending(path: "published")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: published.path)) ?? []
    let files = names.filter { $0.hasSuffix(".csv") }.sorted()
    guard !files.isEmpty else {
      throw MonitoringError.data(
        nl: "Er zijn geen gepubliceerde tabellen: noem bestanden of zet ze in \(published.path).",
        en: "There are no published tables: name files or put them in \(published.path).")
    }
    return files.map { published.appending(path: $0) }
  }

  private func write(_ reconstruction: Reconstruction, to target: URL) throws -> [String] {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let heading = [
      "GERECONSTRUEERD / RECONSTRUCTED", reconstruction.plan.reason.nl, reconstruction.plan.reason.en,
    ]
    return try reconstruction.deliveries(of: opened.monitor).map { delivery in
      let source = try opened.source(named: delivery.source)
      let bytes = try DeliveryWriter.csv(
        for: source, in: opened.monitor, columns: delivery.columns, personKeys: delivery.personKeys, heading: heading)
      try Data(bytes).write(to: target.appending(path: delivery.name + ".csv"), options: .atomic)
      return delivery.name + ".csv"
    }
  }
}
