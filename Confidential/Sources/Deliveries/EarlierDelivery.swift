public import Model

/// An earlier delivery of a source, as far as a new one is laid beside it.
public struct EarlierDelivery: Sendable {
  /// What the new one is to it.
  public enum Relation: Sendable {
    /// The version that the new one replaces.
    case version
    /// The last delivery about an earlier period.
    case period
  }

  public var relation: Relation
  public var summary: DeliverySummary
  /// Persons with a key; nil where that is not known.
  public var persons: Int?
  /// How often each answer was given; nil where the codebook has changed since, and for counts.
  public var totals: DeliveryTotals?

  public init(_ summary: DeliverySummary, as relation: Relation, persons: Int? = nil, totals: DeliveryTotals? = nil) {
    (self.relation, self.summary, self.persons, self.totals) = (relation, summary, persons, totals)
  }

  /// `versie 1 over 2023, die zij vervangt,`
  var name: LocalizedText {
    switch relation {
    case .version:
      LocalizedText(
        nl: "versie \(summary.version) over \(summary.period), die zij vervangt,",
        en: "version \(summary.version) about \(summary.period), which it replaces,")
    case .period: LocalizedText(nl: "die over \(summary.period)", en: "the one about \(summary.period)")
    }
  }

  var shortName: LocalizedText {
    switch relation {
    case .version: LocalizedText(nl: "in versie \(summary.version)", en: "in version \(summary.version)")
    case .period: LocalizedText(nl: "over \(summary.period)", en: "about \(summary.period)")
    }
  }
}

extension DeliveryReport {
  /// What there is to say of the file by itself: what is kept with it. What stands out beside earlier deliveries is for
  /// whoever decides to take it in.
  public var findingsOfFile: [Finding] {
    let compared = Set((FindingRule.comparisonRules + FindingRule.wholenessRules).map(\.id))
    return findings.filter { !compared.contains($0.rule) }
  }

  /// Lays a delivery that can be used beside earlier ones of its source, and adds what stands out.
  ///
  /// - Parameter isAnswered: Whether somebody said why the delivery is so much smaller; else that is a question, and the
  ///   delivery is not usable until it is answered.
  public mutating func compare(with earlier: [EarlierDelivery], in source: Source, isAnswered: Bool) {
    guard isUsable else { return }
    let found =
      (isAnswered ? [] : DeliveryWholeness(report: self).findings)
      + earlier.flatMap {
        DeliveryComparison(report: self, earlier: $0, source: source, isAnswered: isAnswered).findings
      }
    let first = findings.firstIndex { $0.place.row != nil } ?? findings.count
    findings.insert(contentsOf: found, at: first)
    groups = FindingGroup.ordered(groups + found.map { FindingGroup($0) })
    for finding in found {
      if let place = counts.firstIndex(where: { $0.rule == finding.rule && $0.column == finding.place.column }) {
        counts[place].count += 1
      } else {
        let count = FindingCount(
          rule: finding.rule, severity: finding.severity, column: finding.place.column, count: 1)
        counts.insert(count, at: counts.firstIndex { $0.severity > finding.severity } ?? counts.count)
      }
    }
  }
}
