import Testing

@testable import Estimation
@testable import Model

/// Populations of known size on three lists, whose records are linked with errors that are as likely as they are said to be.
private struct LinkedPopulation {
  /// Persons that records make in the truth, by the likeliest division, and by each draw; each with its history.
  private(set) var likeliest: CaptureHistories
  private(set) var draws: [CaptureHistories]
  let size: Int

  /// Whoever is on two lists or more has each further record joined to the first by a pair of some chance; and as many pairs of
  /// two persons have the same chances the other way round.
  init?(size: Int, draws count: Int, seed: UInt64) {
    self.size = size
    var generator = ReplicateGenerator(seed: seed, replicate: 0)
    // Pairs in doubt: the histories of both records, the chance that they are of one person.
    var (certain, pairs): ([UInt32], [(UInt32, UInt32, Double)]) = ([], [])
    var single: [UInt32] = []
    for _ in 0..<size {
      let lists = (0..<3).filter { _ in generator.uniform() < 0.25 }
      guard let first = lists.first else { continue }
      let rest = lists.dropFirst().reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
      if rest == 0 {
        single.append(1 << UInt32(first))
      } else if generator.uniform() < 0.5 {
        certain.append(1 << UInt32(first) | rest)
      } else {
        pairs.append((1 << UInt32(first), rest, 0))
      }
    }
    // Of pairs in doubt with chance p a share p is of one person: the others are made of persons on one list each.
    let same = pairs
    pairs = []
    for (first, rest, _) in same {
      let p = 0.5 + 0.45 * generator.uniform()
      pairs.append((first, rest, p))
      guard generator.uniform() < (1 - p) / p, let place = single.firstIndex(where: { $0 & first == 0 }) else {
        continue
      }
      let stranger = single.remove(at: place)
      guard let other = single.firstIndex(of: first) else { single.append(stranger); continue }
      single.remove(at: other)
      pairs.append((first, stranger, p))
    }
    func histories(_ isJoined: (Double) -> Bool) -> CaptureHistories? {
      var persons = certain + single
      for (first, rest, p) in pairs { persons += isJoined(p) ? [first | rest] : [first, rest] }
      return try? CaptureHistories(lists: ["a", "b", "c"], persons: persons)
    }
    guard let likeliest = histories({ $0 > 0.5 }) else { return nil }
    self.likeliest = likeliest
    draws = (0..<count).compactMap { _ in histories { generator.uniform() < $0 } }
  }
}

@Suite struct `Estimates averaged over linkage` {
  private static let settings = EstimationSettings(levels: [0.95], intervals: [.logNormal], seed: 1)

  private static func card(_ histories: CaptureHistories) async throws -> EstimateCard {
    try await histories.card(using: settings, methods: [.mainEffects])
  }

  /// Of 200 populations: as if links were certain, and averaged.
  @Test func `hold the true number as often as they say, where taking links as certain does not`() async throws {
    var (certain, averaged, all) = (0, 0, 0)
    var width = (certain: 0.0, averaged: 0.0)
    for seed in 1...200 as ClosedRange<UInt64> {
      guard let population = LinkedPopulation(size: 2_000, draws: 20, seed: seed) else { continue }
      var card = try await Self.card(population.likeliest)
      let before = try #require(card.estimates.first?.interval(.logNormal, level: 0.95))
      card.average = try await LinkageAverage(of: &card, over: population.draws, using: Self.settings)
      let after = try #require(card.estimates.first?.interval(.logNormal, level: 0.95))
      all += 1
      let truth = Double(population.size)
      if before.lower <= truth, truth <= before.upper { certain += 1 }
      if after.lower <= truth, truth <= after.upper { averaged += 1 }
      width.certain += before.upper - before.lower
      width.averaged += after.upper - after.lower
    }
    #expect(all == 200)
    #expect(Double(averaged) / Double(all) >= 0.90)
    #expect(certain < averaged - 20)
    #expect(width.averaged > width.certain)
  }

  /// Three draws that all give the same: nothing is added, and nothing moves.
  @Test func `are as they were where every division gives the same`() async throws {
    let histories = try CaptureHistories(
      lists: ["a", "b"],
      entries: [.init(history: 1, count: 51), .init(history: 2, count: 43), .init(history: 3, count: 17)])
    var card = try await Self.card(histories)
    let before = card
    card.average = try await LinkageAverage(of: &card, over: [histories, histories, histories], using: Self.settings)
    let (was, now) = (try #require(before.estimates.first), try #require(card.estimates.first))
    #expect(abs((was.estimate ?? 0) - (now.estimate ?? 1)) < 1e-9)
    for (a, b) in zip(was.intervals, now.intervals) {
      #expect(abs(a.lower - b.lower) < 1e-9 && abs(a.upper - b.upper) < 1e-9)
    }
    #expect(card.average?.shares[.mainEffects] == 0)
    #expect(card.average?.text?.nl.contains("gemiddeld over 3 waarschijnlijke indelingen") == true)
  }

  /// Two lists, by hand: N = (n1 + n12)(n2 + n12) / n12 of the main effects, so hidden numbers n1 n2 / n12 of 40 · 40 / 10 and 38 · 38 / 12.
  @Test func `pool the log of the hidden number by Rubin's rules`() async throws {
    func histories(_ one: Int, _ both: Int) throws -> CaptureHistories {
      try CaptureHistories(
        lists: ["a", "b"],
        entries: [.init(history: 1, count: one), .init(history: 2, count: one), .init(history: 3, count: both)],
        allowingRounded: true)
    }
    let tables = [try histories(40, 10), try histories(38, 12)]
    var card = try await Self.card(tables[0])
    let before = try #require(card.estimates.first?.intervals.first)
    card.average = try await LinkageAverage(of: &card, over: tables, using: Self.settings)
    let after = try #require(card.estimates.first)
    // Seen are 90 on the card; the second table has 88 and a total of 88 + 38 · 38 / 12.
    let logs = [log(160.0), log(88 + 38.0 * 38 / 12 - 90)]
    let mean = (logs[0] + logs[1]) / 2
    let between = (logs[0] - logs[1]) * (logs[0] - logs[1]) / 2 * 1.5
    #expect(abs((after.estimate ?? 0) - (90 + exp(mean))) < 1e-6)
    let half = log(160.0) - log(before.lower - 90)
    let expected = 90 + exp(mean - (half * half + 1.959963985 * 1.959963985 * between).squareRoot())
    #expect(abs((after.intervals.first?.lower ?? 0) - expected) < 1e-4)
  }
}
