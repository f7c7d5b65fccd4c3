package import Model
import Tabulation

/// The card of an estimate in an edition: what it is about, beside what was computed.
package struct EditionCard: Equatable, Sendable {
  package let plan: EstimatePlan
  package let listed: ListedPersons
  package let card: EstimateCard
  /// Of the intervals.
  package let seed: UInt64
  package let monitor: Monitor

  package init(plan: EstimatePlan, listed: ListedPersons, card: EstimateCard, seed: UInt64, monitor: Monitor) {
    (self.plan, self.listed, self.card, self.seed, self.monitor) = (plan, listed, card, seed, monitor)
  }

  /// `schatting-NAME`, followed by the codes of the stratum.
  package var figure: String { EstimatePlan.figure(of: ([plan.name] + listed.stratum).joined(separator: "-")) }

  package var title: LocalizedText {
    guard !listed.stratum.isEmpty else { return plan.title }
    let labels = zip(plan.strata, listed.stratum).map { label(of: $1, in: $0) }
    return LocalizedText(
      nl: "\(plan.title.nl): \(labels.map(\.nl).joined(separator: ", "))",
      en: "\(plan.title.en): \(labels.map(\.en).joined(separator: ", "))")
  }

  package var period: String { plan.years.printed }

  /// When the same person counts again.
  package var countedOnce: LocalizedText {
    if case .table = plan.lists {
      return LocalizedText(
        nl:
          "Geteld zoals in de tabel van de bron: personen op precies deze lijsten, over de hele periode \(period) "
          + "samen.",
        en:
          "Counted as in the table of the source: persons on exactly these lists, over the whole period \(period) "
          + "together."
      )
    }
    if plan.strata.isEmpty {
      return LocalizedText(
        nl: "Iedere persoon telt één keer in de hele periode \(period), in hoeveel jaren ook gezien.",
        en: "Each person counts once in the whole period \(period), in however many years seen.")
    }
    return LocalizedText(
      nl: "Iedere persoon telt één keer in dit deel; wie in meer delen is gezien, telt in elk daarvan.",
      en: "Each person counts once in this part; whoever was seen in several parts counts in each of them.")
  }

  private func label(of code: String, in name: String) -> LocalizedText {
    if name == "year" { return LocalizedText(code) }
    let variable = name == "source" ? monitor.sourceVariable : monitor.codebook.variable(named: name)
    guard let variable else { return LocalizedText(code) }
    if let index = variable.index(ofCategory: code) { return variable.categories[index].label }
    return Missing(word: code).map(variable.label(of:)) ?? LocalizedText(code)
  }
}

extension ClosedRange<Int> {
  /// Years as they are printed: `2019`, `2010-2015`.
  package var printed: String { count == 1 ? String(lowerBound) : "\(lowerBound)-\(upperBound)" }
}
