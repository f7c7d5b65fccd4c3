package import Deliveries
package import Model
package import Store

/// The numbers of a delivery beside those of the period before, as a dry run shows them.
package struct PeriodComparison: Encodable, Equatable {
  /// One number beside the one before.
  package struct Row: Encodable, Equatable {
    /// The table of a delivery of counts, the variable of records; nil for the rows themselves.
    package var of: String?
    /// Year and categories of a number, or the code of an answer.
    package var name: String
    /// Nil where there is no number.
    package var before, now: Double?
  }

  package var period: String
  /// Nil where nothing was delivered before.
  package var earlierPeriod: String?
  package var rows: [Row]
  /// The same for people.
  package let text: LocalizedText

  private enum CodingKeys: CodingKey { case period, earlierPeriod, rows }
}

extension DeliveryReport {
  /// The numbers of the delivery beside those of the period before.
  package func comparison(
    of source: Source, beside store: Workspace?, in opened: OpenedMonitor
  ) throws -> PeriodComparison {
    if let reported { return CountsComparison(reported, before: previous, of: source).answer }
    return try TotalsComparison(self, before: store, opened: opened).answer
  }
}
