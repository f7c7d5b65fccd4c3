package import Deliveries
package import Model
package import Store

extension DeliveryReport {
  /// The numbers of the delivery beside those of the period before, as a dry run shows them.
  package func comparison(
    of source: Source, beside store: Workspace?, in opened: OpenedMonitor
  ) throws -> LocalizedText {
    if let reported {
      let counts = CountsComparison(reported, before: previous, of: source)
      return LocalizedText(nl: counts.text(in: .nl), en: counts.text(in: .en))
    }
    let totals = try TotalsComparison(self, before: store, opened: opened)
    return LocalizedText(nl: totals.text(in: .nl), en: totals.text(in: .en))
  }
}
