public import Model
public import Tabulation

/// The hidden populations of a monitor: their histories, cards and tables.
public struct MonitorEstimates: Sendable {
  let monitor: Monitor
  let cases: Cases
  let notifications: Notifications
  let workers: Int
  /// Where persons were recognised, the likely divisions over which estimates are averaged.
  public var drawn: DrawnLists?

  /// - Parameter workers: How many parts of a card are computed beside each other; the answer does not depend on it.
  public init(of monitor: Monitor, cases: Cases, notifications: Notifications, workers: Int) {
    (self.monitor, self.cases, self.notifications, self.workers) = (monitor, cases, notifications, workers)
  }

  /// An estimate of the monitor, computed, before disclosure control.
  public struct Computed: Sendable {
    let edition: EditionCard
    public let confidential: ConfidentialEstimate

    /// The deliveries that its lists lack: an estimate from lists of which one is not all there is about other people.
    public func lacking(_ deliveries: inout LackingDeliveries) -> [DeliveryGrid.Entry] {
      deliveries.entries(behind: edition.plan, stratum: edition.listed.stratum)
    }

    /// The table it would have, with *not delivered* in every cell, and why.
    public func undelivered(for reasons: [LocalizedText]) -> ConfidentialTable {
      var shape = edition.table.shape
      shape.notes = reasons
      let cells = edition.table.cells.map { $0.map { Cell(.notDelivered, rung: $0.rung) } }
      return ConfidentialTable(shape: shape, cells: cells)
    }

    init(_ edition: EditionCard) {
      self.edition = edition
      confidential = ConfidentialEstimate(edition)
    }
  }

  /// In the order of the plans and, within a plan, of its strata.
  ///
  /// - Throws: `MonitorEstimatesError.lists` and `estimation`.
  public func computed(progress: ProgressSink? = nil) async throws(MonitorEstimatesError) -> [Computed] {
    var all: [Computed] = []
    for plan in monitor.estimates {
      for listed in try listedPersons(of: plan) {
        let settings = settings(of: plan, stratum: listed.stratum, progress)
        let methods = plan.methods.isEmpty ? nil : plan.methods.compactMap(EstimationMethod.init(rawValue:))
        var card = try await card(of: listed, settings, methods)
        try await average(&card, of: listed, plan, settings)
        do {
          card.years = try plan.yearHeadlines(
            of: listed.stratum, in: cases, from: notifications, drawn: drawn)
        } catch {
          throw .lists(estimate: plan.name, error)
        }
        all.append(
          Computed(EditionCard(plan: plan, listed: listed, card: card, seed: settings.seed, monitor: monitor)))
      }
    }
    return all
  }

  private func listedPersons(of plan: EstimatePlan) throws(MonitorEstimatesError) -> [ListedPersons] {
    do {
      switch plan.lists {
      case .table(let table): return [try plan.listedPersons(in: table)]
      case .cases(let variable, let filter):
        return try plan.listedPersons(variable: variable, filter: filter, in: cases, from: notifications)
      }
    } catch {
      throw .lists(estimate: plan.name, error)
    }
  }

  /// The seed follows from that of the monitor and the name, so that no two estimates draw the same numbers.
  private func settings(of plan: EstimatePlan, stratum: [String], _ progress: ProgressSink?) -> EstimationSettings {
    let name = ([plan.name] + stratum).joined(separator: "/")
    return EstimationSettings(
      intervals: [EstimateInterval.Kind(rawValue: plan.interval) ?? .bca], replicates: plan.replicates,
      seed: plan.seed ?? monitor.seed.seed(for: name), threads: workers, progress: progress)
  }

  /// Averages a card over likely divisions, where its lists are of persons that were recognised.
  private func average(
    _ card: inout EstimateCard, of listed: ListedPersons, _ plan: EstimatePlan, _ settings: EstimationSettings
  ) async throws(MonitorEstimatesError) {
    guard let drawn, case .cases(let variable, let filter) = plan.lists else { return }
    let tables: [CaptureHistories]
    do {
      tables = try drawn.histories(listed, of: plan, variable: variable, filter: filter)
    } catch {
      throw .lists(estimate: plan.name, error)
    }
    do {
      card.average = try await LinkageAverage(of: &card, over: tables, using: settings)
    } catch {
      throw .estimation(error)
    }
  }

  private func card(
    of listed: ListedPersons, _ settings: EstimationSettings, _ methods: [EstimationMethod]?
  ) async throws(MonitorEstimatesError) -> EstimateCard {
    do {
      return try await listed.histories.card(using: settings, methods: methods)
    } catch {
      throw .estimation(error)
    }
  }
}

extension MonitorEstimates.Computed: CustomStringConvertible, CustomReflectable {
  public var description: String { confidential.description }

  public var customMirror: Mirror { Mirror(self, children: ["confidential": confidential]) }
}
