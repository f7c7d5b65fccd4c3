import Cryptography
import Disclosure
import Estimation
import Foundation
import Model
import Tabulation

/// The hidden populations of an edition: their histories, cards and tables, and what is derived from them.
struct EditionEstimates {
  let monitor: Monitor
  let cases: Cases
  let notifications: Notifications
  let workers: Int

  /// An estimate of the edition, computed, before disclosure control.
  struct Computed {
    let plan: EstimatePlan
    let listed: ListedPersons
    let card: EstimateCard
    let confidential: ConfidentialEstimate
  }

  /// In the order of the plans and, within a plan, of its strata.
  func computed(showing display: ProgressDisplay) async throws -> [Computed] {
    var all: [Computed] = []
    for plan in monitor.estimates {
      for listed in try listedPersons(of: plan) {
        let settings = settings(of: plan, stratum: listed.stratum, showing: display)
        let methods = plan.methods.isEmpty ? nil : plan.methods.compactMap(EstimationMethod.init(rawValue:))
        let card = try await listed.histories.card(using: settings, methods: methods)
        let edition = EditionCard(plan: plan, listed: listed, card: card, settings: settings, monitor: monitor)
        all.append(
          Computed(plan: plan, listed: listed, card: card, confidential: try edition.confidential()))
      }
    }
    return all
  }

  private func listedPersons(of plan: EstimatePlan) throws -> [ListedPersons] {
    do {
      switch plan.lists {
      case .table(let table): return [try plan.listedPersons(in: table)]
      case .cases(let variable, let filter):
        return try plan.listedPersons(variable: variable, filter: filter, in: cases, from: notifications)
      }
    } catch {
      throw Failure.data(
        nl: "figures.yaml, schatting \(plan.name): \(error.text.nl)",
        en: "figures.yaml, estimate \(plan.name): \(error.text.en)")
    }
  }

  /// The seed follows from that of the monitor and the name, so that no two estimates draw the same numbers.
  private func settings(
    of plan: EstimatePlan, stratum: [String], showing display: ProgressDisplay
  ) -> EstimationSettings {
    let name = ([plan.name] + stratum).joined(separator: "/")
    return EstimationSettings(
      intervals: [EstimateInterval.Kind(rawValue: plan.interval) ?? .bca], replicates: plan.replicates,
      seed: plan.seed ?? monitor.seed.seed(for: name), threads: workers, progress: display.sink)
  }
}

/// The card of an estimate in an edition: what it is about, beside what was computed.
struct EditionCard {
  let plan: EstimatePlan
  let listed: ListedPersons
  let card: EstimateCard
  let settings: EstimationSettings
  let monitor: Monitor

  /// `schatting-NAME`, followed by the codes of the stratum.
  var figure: String { EstimatePlan.figure(of: ([plan.name] + listed.stratum).joined(separator: "-")) }

  var title: LocalizedText {
    guard !listed.stratum.isEmpty else { return plan.title }
    let labels = zip(plan.strata, listed.stratum).map { label(of: $1, in: $0) }
    return LocalizedText(
      nl: "\(plan.title.nl): \(labels.map(\.nl).joined(separator: ", "))",
      en: "\(plan.title.en): \(labels.map(\.en).joined(separator: ", "))")
  }

  var period: String {
    plan.years.count == 1 ? String(plan.years.lowerBound) : "\(plan.years.lowerBound)-\(plan.years.upperBound)"
  }

  /// When the same person counts again.
  var countedOnce: LocalizedText {
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

  func confidential() throws -> ConfidentialEstimate {
    let data = Array(try Shell.encoded(EditionCardAnswer(self)))
    return ConfidentialEstimate(
      table: table, card: EstimateCardContent(dutch: page(in: .nl), english: page(in: .en), data: data))
  }

  private func label(of code: String, in name: String) -> LocalizedText {
    if name == "year" { return LocalizedText(code) }
    let variable = name == "source" ? monitor.sourceVariable : monitor.codebook.variable(named: name)
    guard let variable else { return LocalizedText(code) }
    if let index = variable.index(ofCategory: code) { return variable.categories[index].label }
    return Missing(word: code).map(variable.label(of:)) ?? LocalizedText(code)
  }
}

extension EditionCard {
  /// One row a method: persons seen, and the estimated total with its 95% interval.
  var table: ConfidentialTable {
    let method = LocalizedText(nl: "methode", en: "method")
    let outcome = LocalizedText(nl: "uitkomst", en: "outcome")
    let rows = card.estimates.map { value in
      TableShape.RowHeader(
        key: value.method.rawValue, name: method, label: value.method.label,
        measure: LocalizedText(nl: "personen, gezien en geschat", en: "persons, seen and estimated"),
        unitLabel: plan.unit.label)
    }
    let columns = [
      ("observed", LocalizedText(nl: "waargenomen", en: "observed")),
      ("estimate", LocalizedText(nl: "geschat totaal", en: "estimated total")),
    ].map { TableShape.ColumnHeader(key: $0.0, name: outcome, label: $0.1, panel: 0) }
    var shape = TableShape(
      figure: figure, title: title, unit: plan.unit, rows: rows, columns: columns, panels: [outcome], chart: .none,
      sourceLine: plan.sourceLine, notes: notes)
    shape.countedOnce = countedOnce
    let seen = Cell(.exact(Quantity(card.observed)), rung: .linked)
    return ConfidentialTable(
      shape: shape, cells: card.estimates.map { [seen, Cell($0.cellValue, rung: .estimated)] })
  }

  /// Who is estimated, and the assumption of every method.
  private var notes: [LocalizedText] {
    [plan.population] + [periodNote].compactMap(\.self) + plan.notes
      + card.estimates.map { value in
        LocalizedText(
          nl: "\(value.method.label.nl): \(value.method.assumption.nl)"
            + (value.doubt.map { " Telt niet mee: \($0.text.nl)." } ?? ""),
          en: "\(value.method.label.en): \(value.method.assumption.en)"
            + (value.doubt.map { " Does not count: \($0.text.en)." } ?? ""))
      }
  }

  /// Said plainly when the lists are about other years than the edition.
  var periodNote: LocalizedText? {
    guard plan.years != monitor.years else { return nil }
    let years = "\(monitor.years.lowerBound)-\(monitor.years.upperBound)"
    return LocalizedText(
      nl: "Let op: deze schatting gaat over \(period); de andere cijfers van deze editie gaan over \(years).",
      en: "Note: this estimate is about \(period); the other figures of this edition are about \(years).")
  }
}

extension PopulationEstimate {
  /// The estimate in whole persons with its 95% interval, or without one where there is none, and no number where there
  /// is no estimate.
  var cellValue: CellValue {
    guard let estimate, estimate.isFinite, estimate < 1e12 else { return .notEstimable }
    let total = Quantity(Int(estimate.rounded()))
    guard let interval = shownInterval(level: 0.95), interval.lower.isFinite, interval.upper.isFinite,
      interval.upper < 1e12
    else { return .estimateWithoutInterval(total) }
    return .estimate(
      total, lower: Quantity(Int(interval.lower.rounded())), upper: Quantity(Int(interval.upper.rounded())),
      percent: 95)
  }
}

extension Monitor {
  /// The answer to who asks how a number of an estimate came about; nil for other figures.
  func explainedOnItsPage(_ figure: String) -> Failure? {
    let isEstimate = estimates.contains { figure == $0.figure || figure.hasPrefix($0.figure + "-") }
    guard self.figure(named: figure) == nil, isEstimate || derived.contains(where: { $0.figure == figure }) else {
      return nil
    }
    return .data(
      nl:
        "\(figure) is niet cel voor cel geteld; hoe deze getallen tot stand kwamen, staat op de bladzijde ervan in de "
        + "editie.",
      en: "\(figure) was not counted cell by cell; how its numbers came about is on its page in the edition.")
  }
}
