import Estimation
import Glibc

/// How often the headline of a table holds the true number of persons, and how wide it is, over situations of known
/// size.
///
///     zicht-bench coverage TABLES [seed=N] [SITUATION …]
struct CoverageBench {
  let tables: Int
  /// Methods beside the headline.
  private let methods: [EstimationMethod] = [.bicAverage, .allPairs, .darrochListEffects, .chaoListEffects]

  private struct Outcome: Sendable {
    var lower = 0.0
    var estimate: Double?
    var upper: Double?
    var isDoubted = false
  }

  /// - Parameter words: Names of situations, all when there are none, and perhaps `seed=N` instead of 2026.
  func run(_ words: [String]) async {
    let option = "seed="
    let names = words.filter { !$0.hasPrefix(option) }
    let seed = words.first { $0.hasPrefix(option) }.flatMap { UInt64($0.dropFirst(option.count)) } ?? 2026
    let chosen = names.isEmpty ? Situation.all : Situation.all.filter { names.contains($0.name) }
    print(
      "situation | persons | seen | holds | below | above | cannot tell | doubt | doubt when missed | median | 95% | seconds"
    )
    for situation in chosen { await measure(situation, seed) }
  }

  private func measure(_ situation: Situation, _ seed: UInt64) async {
    var headlines: [Outcome] = []
    var singles = [[Outcome]](repeating: [], count: methods.count)
    var seen = 0
    var spent: clock_t = 0
    for number in 0..<tables {
      let counts = situation.table(number, seed: seed)
      seen += counts.reduce(0, +)
      let begin = clock()
      guard let outcome = headline(counts, situation) else { continue }
      spent += clock() - begin
      headlines.append(outcome)
      guard situation.hiddenUpTo == 0, let histories = histories(counts, situation) else { continue }
      for (index, method) in methods.enumerated() { singles[index].append(await single(method, histories)) }
    }
    let n = Double(seen) / Double(tables)
    print(
      "\(situation.name) | \(situation.persons) | \(Int(n)) | \(summary(headlines, situation)) | "
        + "\(rounded(Double(spent) / Double(CLOCKS_PER_SEC) / Double(max(1, headlines.count))))")
    for (method, outcomes) in zip(methods, singles) where !outcomes.isEmpty {
      print("  \(method.rawValue) | \(summary(outcomes, situation))")
    }
  }

  private func histories(_ counts: [Int], _ situation: Situation) -> CaptureHistories? {
    try? CaptureHistories(
      lists: situation.shares.indices.map { "L\($0 + 1)" },
      entries: counts.indices.dropFirst().map { .init(history: UInt32($0), count: counts[$0]) }, allowingRounded: true)
  }

  private func headline(_ counts: [Int], _ situation: Situation) -> Outcome? {
    let value: PopulationHeadline
    if situation.hiddenUpTo > 0 {
      let entries = counts.indices.dropFirst().filter { counts[$0] > 0 }.map { cell in
        CensoredHistories.Entry(
          history: UInt32(cell),
          count: counts[cell] <= situation.hiddenUpTo ? 1...situation.hiddenUpTo : counts[cell]...counts[cell])
      }
      guard
        let histories = try? CensoredHistories(
          lists: situation.shares.indices.map { "L\($0 + 1)" }, entries: entries)
      else { return nil }
      value = histories.headline(seed: 1)
    } else {
      guard let histories = histories(counts, situation) else { return nil }
      value = histories.headline()
    }
    return Outcome(lower: value.lower, estimate: value.estimate, upper: value.upper, isDoubted: value.doubt != nil)
  }

  private func single(_ method: EstimationMethod, _ histories: CaptureHistories) async -> Outcome {
    let kind: EstimateInterval.Kind = method == .allPairs ? .profile : .logNormal
    let settings = EstimationSettings(levels: [0.95], intervals: [kind], seed: 1)
    guard let value = try? await histories.estimate(by: method, using: settings), let number = value.estimate,
      let interval = value.shownInterval(level: 0.95)
    else { return Outcome() }
    return Outcome(
      lower: interval.lower, estimate: number, upper: interval.upper.isFinite ? interval.upper : nil,
      isDoubted: value.doubt != nil)
  }

  private func summary(_ outcomes: [Outcome], _ situation: Situation) -> String {
    let truth = Double(situation.persons)
    let all = Double(max(1, outcomes.count))
    func share(_ holds: (Outcome) -> Bool) -> String { rounded(100 * Double(outcomes.count(where: holds)) / all) }
    let tells = outcomes.filter { $0.estimate != nil }
    let isMissed = { (o: Outcome) in truth < o.lower || o.upper.map { truth > $0 } ?? false }
    let missed = tells.filter(isMissed)
    let middle = { (values: [Double]) in values.isEmpty ? 0 : values.sorted()[values.count / 2] }
    let uppers = tells.map { $0.upper ?? .infinity }
    let upper = middle(uppers)
    return
      "\(share { !isMissed($0) }) | \(share { truth < $0.lower }) | \(share { $0.upper.map { truth > $0 } ?? false }) | "
      + "\(share { $0.estimate == nil }) | \(share(\.isDoubted)) | "
      + "\(missed.count(where: \.isDoubted)) of \(missed.count) | \(Int(middle(tells.compactMap(\.estimate)))) | "
      + "\(Int(middle(tells.map(\.lower)))) - \(upper.isFinite ? String(Int(upper)) : "no limit")"
  }

  private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 1000).\(String(1000 + tenths % 1000).dropFirst().prefix(value < 1 ? 3 : 1))"
  }
}
