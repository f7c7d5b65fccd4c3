package import Model
package import Store

extension DeliveryGrid {
  /// What counts in a workspace, laid beside what the monitor expects.
  package init(
    of monitor: Monitor, records: [DeliverySummary], counts: [ReportedCounts], in store: Workspace
  ) throws {
    var withdrawn: [(source: String, year: Int)] = []
    for delivery in try store.deliveries() {
      guard let year = Int(delivery.summary.period) else { continue }
      withdrawn.removeAll { $0 == (delivery.summary.source, year) }
      if delivery.status == .withdrawn { withdrawn.append((delivery.summary.source, year)) }
    }
    let whole = try records.map { try $0.withoutTotals(in: store) }
    self.init(of: monitor, records: whole, counts: counts, withdrawn: withdrawn)
  }

  /// What is lacking, a sentence a source and state, and what the folder expects otherwise than it is; nothing when
  /// everything was delivered.
  package func remarks(in monitor: Monitor) -> [LocalizedText] {
    lacking.grouped().map { gap in
      let sentence = gap.sentence(in: monitor)
      let isOfCounts = monitor.source(named: gap.source)?.deliversCounts == true
      guard gap.state != .partly else {
        return isOfCounts
          ? LocalizedText(
            nl: "\(sentence.nl) Wat er niet bij is, staat in de tabellen als `niet geleverd`.",
            en: "\(sentence.en) What is not among it stands in the tables as `not delivered`.")
          : LocalizedText(
            nl: "\(sentence.nl) Getallen die daarop berusten zijn voorlopig.",
            en: "\(sentence.en) Numbers that rest on it are provisional.")
      }
      return LocalizedText(
        nl: "\(sentence.nl) Waar deze levering nodig is, staat `niet geleverd`; waar zij ontbreekt in een som, is het "
          + "getal voorlopig. Komt er niets, zeg dan waarom onder `expected` in sources.yaml.",
        en:
          "\(sentence.en) Where this delivery is needed it says `not delivered`; where it lacks from a sum the number "
          + "is provisional. If nothing comes, say why under `expected` in sources.yaml.")
    }
      + contradicted.grouped().map { gap in
        let sentence = gap.sentence(in: monitor)
        return LocalizedText(
          nl: "\(sentence.nl) Bij `expected` in sources.yaml staat het anders; verbeter dat.",
          en: "\(sentence.en) `expected` in sources.yaml says otherwise; mend that.")
      }
  }
}

extension DeliverySummary {
  /// Lines of totals under the records are no notifications: a delivery of which nothing else was set aside is whole.
  fileprivate func withoutTotals(in store: Workspace) throws -> DeliverySummary {
    guard rowsSetAside > 0 else { return self }
    let mistakes = try store.findings(of: self).filter { $0.severity <= .error }
    guard !mistakes.isEmpty, mistakes.allSatisfy({ $0.rule == Self.totalRow }) else { return self }
    var summary = self
    (summary.rowsRead, summary.rowsSetAside) = (rowsRead - rowsSetAside, 0)
    return summary
  }

  /// The finding of such a line.
  private static let totalRow = "total-row"
}
