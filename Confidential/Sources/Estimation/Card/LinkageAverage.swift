package import Model

/// The estimates of a card over likely divisions of notifications into persons, pooled by Rubin's rules on the log of the hidden number
/// (Rubin 1987; for linkage Sadinle 2018, *linkage averaging*).
///
/// With `n` the persons seen, `N_d` the estimate by a method on the lists of draw `d` of `m`, `Q_d = log(N_d - n)` and `B` their variance,
///
///     N = n + exp(mean Q),   lower = n + exp(mean Q - sqrt(h² + z² (1 + 1/m) B)),   h = Q_0 - log(L - n)
///
/// where `L` is the lower limit on the likeliest division, of which the method gives `n + exp(Q_0)`; the upper limit likewise. So the
/// interval keeps its shape and is widened by what divisions differ. Links that no draw has are taken not to exist.
package struct LinkageAverage: Equatable, Sendable {
  /// How many divisions were drawn.
  package let draws: Int
  /// For each method that was averaged, of the width of its 95% interval the share that is due to linkage: `1 - W / sqrt(W² + z²(1 + 1/m)B)`.
  package private(set) var shares: [EstimationMethod: Double] = [:]
  /// Methods with an estimate that were not averaged: they take too long, or give no number for too many draws.
  package private(set) var left: [EstimationMethod] = []

  /// Of the draws, so many must give a number. A decision: pooling what is left of fewer would be pooling the tables that suit.
  private static let least = 0.9

  /// Averages what it can of the card of the likeliest division, in place.
  init(
    of card: inout EstimateCard, over tables: [CaptureHistories], using settings: EstimationSettings
  ) async throws(EstimationError) {
    draws = tables.count
    var settings = settings
    (settings.intervals, settings.levels, settings.progress) = ([], [], nil)
    for place in card.estimates.indices where card.estimates[place].estimate != nil {
      let method = card.estimates[place].method
      guard method.isQuick(lists: card.lists.count) else {
        left.append(method)
        continue
      }
      settings.order = method.rankedOrder(lists: card.lists.count)
      var numbers: [Double] = []
      for table in tables {
        if let number = try await table.estimate(by: method, using: settings).estimate, number.isFinite {
          numbers.append(number)
        }
      }
      if !take(numbers, into: &card.estimates[place], seen: Double(card.observed)) { left.append(method) }
    }
    card.headline = card.headline.averaged(over: tables)
  }

  /// - Returns: Whether there are enough numbers.
  private mutating func take(_ numbers: [Double], into value: inout PopulationEstimate, seen: Double) -> Bool {
    let logs = numbers.filter { $0 > seen }.map { log($0 - seen) }
    guard let own = value.estimate, own > seen, draws > 1, Double(logs.count) >= Self.least * Double(draws) else {
      return false
    }
    let count = Double(logs.count)
    let mean = logs.reduce(0, +) / count
    let between = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) * (1 + 1 / count)
    let start = log(own - seen)
    value.estimate = seen + exp(mean)
    for place in value.intervals.indices {
      let interval = value.intervals[place]
      let z = NormalDistribution.quantile((1 + interval.level) / 2)
      func widened(_ half: Double) -> Double { (half * half + z * z * between).squareRoot() }
      let (below, above) = (start - log(max(0, interval.lower - seen)), log(max(0, interval.upper - seen)) - start)
      value.intervals[place].lower = seen + exp(mean - widened(max(0, below)))
      value.intervals[place].upper = seen + exp(mean + widened(max(0, above)))
      if interval.level > 0.94, interval.level < 0.96, shares[value.method] == nil, (below + above).isFinite {
        let (without, with) = (below + above, widened(max(0, below)) + widened(max(0, above)))
        shares[value.method] = with > 0 ? max(0, 1 - without / with) : 0
      }
    }
    return true
  }

  /// What the card says of it; nil where nothing was averaged.
  package var text: LocalizedText? {
    guard let least = shares.values.min(), let most = shares.values.max() else { return nil }
    let (low, high) = (Int((100 * least).rounded()), Int((100 * most).rounded()))
    let span = low == high ? ("\(low)%", "\(low)%") : ("\(low)% tot \(high)%", "\(low)% to \(high)%")
    let others =
      left.isEmpty
      ? ("", "")
      : (
        " Dat geldt niet voor: \(left.map(\.label.nl).joined(separator: ", ")).",
        " It does not hold for: \(left.map(\.label.en).joined(separator: ", "))."
      )
    return LocalizedText(
      nl:
        "Wie op welke lijst staat, is niet zeker: personen zijn herkend. De schattingen zijn gemiddeld over \(draws) waarschijnlijke "
        + "indelingen van meldingen in personen; van de breedte van het 95%-interval komt \(span.0) daardoor. Verbindingen die in geen "
        + "daarvan voorkomen, worden geacht er niet te zijn." + others.0,
      en:
        "Who is on which list is not certain: persons were recognised. The estimates are averaged over \(draws) likely divisions of "
        + "notifications into persons; of the width of the 95% interval \(span.1) is due to that. Links that are in none of them are taken "
        + "not to exist." + others.1)
  }
}

extension PopulationHeadline {
  /// The headline over the tables of all draws, each as likely as the others; of more than five lists over twenty of them.
  func averaged(over tables: [CaptureHistories]) -> PopulationHeadline {
    let weighings = tables.prefix((tables.first?.lists.count ?? 0) > 5 ? 20 : tables.count).map(\.withoutEmptyLists)
      .compactMap { $0.lists.count > 1 ? Weighing(CountTable($0)) : nil }
    guard !weighings.isEmpty else { return self }
    return PopulationHeadline(weighings, observed: observed, doubts: doubts.filter { $0 != .cannotTell })
  }
}

extension EstimationMethod {
  /// Whether an estimate by it is a matter of milliseconds, so that it can be computed over many tables. All models of pairs are
  /// 64 of four lists and thousands of five.
  fileprivate func isQuick(lists: Int) -> Bool {
    switch procedure {
    case .oneModel(.best), .modelAverage: lists <= 4
    case .weighed: lists <= 5
    case .oneModel, .chaoBound, .heterogeneity: true
    case .decomposableGraphs, .latentClasses, .interactionThreshold: false
    }
  }
}
