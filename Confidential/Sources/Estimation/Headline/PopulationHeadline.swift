public import Model

/// What a table says about the number of persons in one line: about how many, between what and what, and what speaks
/// against it.
///
/// Two families of models are weighed (`WeighedModels`): in one all persons have the same chance of being on a list, in
/// the other they differ. A family leaves when it makes the table a hundred times less probable than the other does;
/// being wide is no reason to leave. The interval is the union of the 95% intervals of those that stay; the estimate
/// is the middle of both together, each by how probable it makes the table.
///
/// A union and not one average: where a table cannot tell whether persons differ, an average covers the truth under
/// neither (the simulations are in `docs/estimation.md`).
public struct PopulationHeadline: Equatable, Sendable {
  /// Persons on at least one list; of counts in ranges, what is expected.
  public let observed: Double
  /// Persons in all; nil when the table cannot tell.
  public let estimate: Double?
  /// Never below the persons seen.
  public let lower: Double
  /// Nil when there is no limit.
  public let upper: Double?
  /// What speaks against it, most serious first.
  public let doubts: [HeadlineDoubt]
  /// The families that stay, with what each says by itself.
  public let parts: [Part]

  /// What one family of models says.
  public struct Part: Equatable, Sendable {
    /// Whether persons differ in their chance of being on a list.
    public let personsDiffer: Bool
    public let estimate, lower, upper: Double
    /// How probable it makes the table, of both families: 0 to 1.
    public let weight: Double
    /// Whether it counts in the headline.
    public let stays: Bool
  }

  /// The level of the interval.
  public static let level = 0.95
  /// A family leaves below this share of the probability of the other.
  static let leavesBelow = 0.01

  package init(
    observed: Double, estimate: Double?, lower: Double, upper: Double?, doubts: [HeadlineDoubt], parts: [Part]
  ) {
    (self.observed, self.estimate, self.lower, self.upper) = (observed, estimate, lower, upper)
    (self.doubts, self.parts) = (doubts, parts)
  }

  /// All doubts in a sentence each; nil when there is none.
  public var doubt: LocalizedText? {
    doubts.isEmpty
      ? nil
      : LocalizedText(
        nl: doubts.map(\.text.nl).joined(separator: " "), en: doubts.map(\.text.en).joined(separator: " "))
  }
}

extension PopulationHeadline {
  /// What weighing the models of a table came to; of counts in ranges, of several tables that may have been theirs.
  struct Weighing {
    var table: CountTable
    var alike: WeighedModels
    var differing: WeighedModels

    init?(_ table: CountTable) {
      guard let alike = WeighedModels(.alike, of: table), let differing = WeighedModels(.differing, of: table) else {
        return nil
      }
      (self.table, self.alike, self.differing) = (table, alike, differing)
    }
  }

  /// - Parameter doubts: What holds of the table whatever the models say.
  init(_ weighings: [Weighing], observed: Double, doubts: [HeadlineDoubt]) {
    self.observed = observed
    let all = [weighings.map(\.alike), weighings.map(\.differing)].map(Self.pooled)
    let best = all.map(\.evidence).max() ?? 0
    let total = all.reduce(0) { $0 + exp($1.evidence - best) }
    parts = zip([false, true], all).map { differ, family in
      Part(
        personsDiffer: differ, estimate: observed + family.hidden.quantile(0.5),
        lower: observed + family.hidden.quantile(0.5 - Self.level / 2),
        upper: observed + family.hidden.quantile(0.5 + Self.level / 2), weight: exp(family.evidence - best) / total,
        stays: family.evidence >= best + log(Self.leavesBelow))
    }
    let staying = zip(parts, all).filter { $0.0.stays }
    let both = LogNormalMixture(
      staying.flatMap { part, family in
        family.hidden.parts.map { .init(weight: $0.weight * part.weight, mean: $0.mean, deviation: $0.deviation) }
      })
    let scale = staying.reduce(0) { $0 + $1.0.weight }
    let middle =
      observed
      + LogNormalMixture(
        both.parts.map { part in
          .init(weight: part.weight / scale, mean: part.mean, deviation: part.deviation)
        }
      ).quantile(0.5)
    let low = staying.map(\.0.lower).min() ?? observed
    let high = staying.map(\.0.upper).max() ?? .infinity
    let hidden = (low: max(low - observed, 1), high: high - observed)
    let isOpen = !(hidden.high <= Double(EstimateDoubt.widest) * hidden.low)
    lower = low
    upper = isOpen ? nil : high
    estimate = isOpen ? nil : middle
    self.doubts = (isOpen ? [.cannotTell] : []) + doubts
  }

  /// One family over several tables that are equally likely.
  private static func pooled(_ all: [WeighedModels]) -> (evidence: Double, hidden: LogNormalMixture) {
    let best = all.map(\.evidence).max() ?? 0
    let weights = all.map { exp($0.evidence - best) }
    let total = weights.reduce(0, +)
    let parts = zip(all, weights).flatMap { models, weight in
      models.hidden.parts.map {
        LogNormalMixture.Part(weight: $0.weight * weight / total, mean: $0.mean, deviation: $0.deviation)
      }
    }
    return (best + log(total / Double(max(1, all.count))), LogNormalMixture(parts))
  }
}
