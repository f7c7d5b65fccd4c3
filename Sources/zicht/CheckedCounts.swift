import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model
import Store

/// A file of counts that was checked beside what its source delivered before.
struct CheckedCounts {
  var report: DeliveryReport
  /// The year it is about; nil when that could not be seen.
  var year: Int?
  var previous: ReportedCounts?

  /// - Parameters:
  ///   - period: The year the file has to be about; nil: what its closing row says, or else `hint`.
  ///   - hint: The year that the name of the file holds.
  init(
    _ file: URL, from source: Source, period: Int?, hint: Int? = nil, in monitor: Monitor, store: Workspace?,
    progress: ProgressSink? = nil
  ) throws {
    // Which delivery came before is known only when the year is.
    let first = try DeliveryReader(monitor: monitor, source: source, period: period).validate(contentsOf: file.path)
    year = first.period.flatMap { Int($0) } ?? period ?? hint
    guard let year else {
      report = first
      return
    }
    previous = try store?.previousCounts(of: source, before: year, in: monitor)
    report = try DeliveryReader(
      monitor: monitor, source: source, period: year, detailLimit: 100_000, progress: progress, previous: previous
    ).validate(contentsOf: file.path)
  }
}
