package import Deliveries
package import Foundation
package import Model
package import Store

/// The one reading of a delivered file, for whoever checks it, tries it out, receives it or builds from it.
///
/// Here, and nowhere else, is decided which year a file is about and what it is laid beside. The year is the one asked
/// for; else, of a file in the deliveries folder, the one in its name; else what the file itself says: the rows of
/// records, the closing row of counts. The name of a file that lies elsewhere says nothing. Every delivery is laid beside
/// the version it would replace and beside the period before, where the workspace knows them.
package struct DeliveryReading {
  /// The year the file has to be about; nil: the year that the file says.
  package let period: Int?
  private let file: URL
  private let reader: DeliveryReader
  private let earlier: EarlierDeliveries
  private let size: SizeQuestion
  /// Of a sealed file: what opens it.
  private let sealed: SealedDeliveries?

  /// How many findings are told in full; all are counted.
  private static let detailLimit = 100_000

  /// - Parameters:
  ///   - period: The year asked for.
  ///   - size: What is known already of a delivery that is much smaller than the one it replaces.
  ///   - store: What was received before; nil where nothing was.
  package init(
    _ file: URL, from source: Source, period: Int? = nil, size: SizeQuestion = .open, in opened: OpenedMonitor,
    beside store: Workspace?, progress: ProgressSink? = nil
  ) {
    self.file = file
    self.size = size
    sealed =
      SealedDeliveries.isSealed(file) && DeliveredFile.isKept(file, in: opened)
      ? store.map { SealedDeliveries(in: opened.deliveriesFolder, openedBy: $0.deliveryOpener) } : nil
    earlier = EarlierDeliveries(of: source, in: opened.monitor, beside: store)
    let period = period ?? DeliveredFile.year(of: file, from: source, in: opened)
    self.period = period
    let monitor = opened.monitor
    reader = DeliveryReader(
      monitor: monitor, source: source, period: period, detailLimit: Self.detailLimit, progress: progress
    ) { year in try store?.previousCounts(of: source, before: year, in: monitor) }
  }

  /// Reads the file once, from its first row to its last.
  ///
  /// - Parameters:
  ///   - kept: What keeps what is read.
  ///   - sink: Takes the records with their year, batch by batch, before it is known whether the file can be used; of
  ///     counts there are none.
  /// - Throws: What `sink` throws, `StoreError`, `KeepingFailed`, and `MonitoringError.data` when a sealed file is of
  ///   another key; whatever is wrong with the file is a finding of the report.
  package func report(
    keeping kept: KeptDelivery? = nil, _ sink: (DeliveryBatch, _ year: Int) throws -> Void = { _, _ in }
  ) throws -> DeliveryReport {
    var report = try reader.validate(contentsOf: file.path, openedBy: sealed?.keys(), keeping: kept) { batch in
      guard let year = period ?? reader.year(of: batch) else { return }
      try sink(batch, year)
    }
    report.compare(with: try earlier.beside(report), in: reader.source, isAnswered: size == .answered)
    return report
  }
}
