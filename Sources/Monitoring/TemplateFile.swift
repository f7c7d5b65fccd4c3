import Deliveries
import Foundation
package import Model
package import Store

/// The empty file that a source fills in, and where it is to stand.
package struct TemplateFile {
  package let source: Source
  package let path: String
  private let monitor: Monitor
  private let period: Int?
  private let isText: Bool

  /// - Parameters:
  ///   - name: The source, as named in sources.yaml.
  ///   - period: For counts: the year the delivery will be about; the last of the monitor when nil.
  ///   - path: Ends in .xlsx, .ods or .csv, in capitals or not; the name of the source as .xlsx when nil.
  /// - Throws: `MonitoringError.data` for a source that is not there, a year that the monitor is not about, and a file
  ///   that is no template.
  package init(
    for name: String, in opened: OpenedMonitor, period: Int?, at path: String?
  ) throws(MonitoringError) {
    source = try opened.source(named: name)
    monitor = opened.monitor
    let years = monitor.years
    if let period, !years.contains(period) {
      throw .data(
        nl: "De monitor gaat over \(years.lowerBound)-\(years.upperBound); kies met --period een van die jaren.",
        en: "The monitor is about \(years.lowerBound)-\(years.upperBound); choose one of those years with --period.")
    }
    self.period = period
    self.path = path ?? "\(source.name).xlsx"
    let ending = self.path.lowercased()
    isText = ending.hasSuffix(".csv")
    guard isText || ending.hasSuffix(".xlsx") || ending.hasSuffix(".ods") else {
      throw .data(
        nl: "Een sjabloon is een .xlsx-, een .ods- of een .csv-bestand; laat de naam bij --output op één daarvan "
          + "eindigen.",
        en: "A template is an .xlsx, an .ods or a .csv file; let the name after --output end in one of these.")
    }
  }

  /// Writes the file; it appears complete or not at all.
  ///
  /// - Parameter store: What was received; for counts, the last delivery before the period stands in the file.
  /// - Throws: `MonitoringError.data` when a CSV file cannot be written, `SheetError` when a workbook cannot, `StoreError`
  ///   when what was received cannot be read.
  package func write(after store: Workspace?, in language: Language) throws {
    let previous = try store?.previousCounts(of: source, before: period ?? monitor.years.upperBound, in: monitor)
    guard isText else {
      return try DeliveryTemplate.write(
        for: source, in: monitor, to: path, language: language, period: period, previous: previous)
    }
    let text = DeliveryTemplate.csv(for: source, in: monitor, language: language, period: period, previous: previous)
    do {
      try Data(text).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw MonitoringError.data(
        nl: "\(path) kan niet worden geschreven. Kies een andere plaats met --output.",
        en: "\(path) cannot be written. Choose another place with --output.")
    }
  }

  package var answer: LocalizedText {
    LocalizedText(
      nl: "Het sjabloon voor \(source.label.nl) staat in \(path).",
      en: "The template for \(source.label.en) is in \(path).")
  }
}
