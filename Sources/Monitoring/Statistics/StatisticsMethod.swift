package import Model
import Reporting

/// What `zicht statistics` can say of a table.
package enum StatisticsMethod: String, CaseIterable, Sendable {
  /// Intervals of counts: exact Poisson.
  case counts
  /// Intervals of shares: Wilson.
  case shares
  /// Changes from one period to the next, with an exact test.
  case change
  /// How far counts by group and period vary beyond chance.
  case dispersion
  /// Groups outside the limits of what their size leads to expect.
  case funnel
  /// A monthly series with a break.
  case series
  /// Kaplan-Meier.
  case survival
  /// Cumulative incidence of competing events.
  case incidence
  /// A table fitted to given margins.
  case rake
  /// Shares of which some values are unknown, with bounds.
  case unknowns
  /// Probabilities adjusted for how many there are.
  case compare
  /// Rubin's rules.
  case pool
}

/// How a method works.
package struct StatisticsSettings: Sendable {
  /// Above 0 and below 1.
  package var level = 0.95
  /// How many times more counts vary than by chance, for `change`.
  package var dispersion = 1.0
  /// The time that `survival` and `incidence` speak of; nil for the last.
  package var at: Double?
  /// The period or the number of the month at which a series may break.
  package var breakAt: String?
  /// For `unknowns`.
  package var imputations = 200
  package var seed: UInt64 = 1
  /// Files with `group` and `total`, for `rake`.
  package var rowTotals, columnTotals: String?

  package init() {}
}

extension StatisticsAnswer {
  /// - Throws: `MonitoringError.data` with the rows that are wrong, or why the table has no answer.
  package init(
    _ method: StatisticsMethod, of sheet: StatisticsSheet, using settings: StatisticsSettings, in language: Language
  ) throws {
    let words = CardWords(language)
    self =
      switch method {
      case .counts: try Self.counts(sheet, settings, words)
      case .shares: try Self.shares(sheet, settings, words)
      case .change: try Self.change(sheet, settings, words)
      case .dispersion: try Self.dispersion(sheet, words)
      case .funnel: try Self.funnel(sheet, words)
      case .series: try Self.series(sheet, settings, words)
      case .survival: try Self.survival(sheet, settings, words)
      case .incidence: try Self.incidence(sheet, settings, words)
      case .rake: try Self.raked(sheet, settings, words)
      case .unknowns: try Self.unknowns(sheet, settings, words)
      case .compare: try Self.compared(sheet, settings, words)
      case .pool: try Self.pooled(sheet, settings, words)
      }
  }
}
