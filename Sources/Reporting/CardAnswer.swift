public import Disclosure
import Foundation
public import Model

extension PublishedCard {
  /// The card for programs, `card.json` and `--json`, with words in one language and keys sorted; without a line feed at
  /// its end. Numbers that are infinite are null, and a count that is withheld is the word for it.
  ///
  /// - Throws: `EditionError.card` when a number of the card is not a number, which its checks rule out.
  public func json(in language: Language) throws(EditionError) -> [UInt8] {
    try encoded(CardAnswer(self, language), figure: subject?.name ?? "card")
  }

  /// The card of an edition for programs, with who and what it is about.
  func json(figure: String, version: String) throws(EditionError) -> [UInt8] {
    guard let subject else { return try json(in: .nl) }
    return try encoded(
      EditionCardAnswer(subject, card: CardAnswer(self, .nl), figure: figure, version: version), figure: figure)
  }
}

private func encoded(_ answer: some Encodable, figure: String) throws(EditionError) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(answer) else { throw .card(figure: figure) }
  return Array(data)
}

/// A count of persons: a number, or the word for why there is none.
struct CountAnswer: Encodable {
  var value: CellValue

  init(_ value: CellValue) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let quantity = value.quantity {
      try container.encode(quantity.scaled)
    } else {
      try container.encode(value.state.code)
    }
  }
}

/// A card as JSON has it.
struct CardAnswer: Encodable {
  struct List: Encodable {
    var name, label: String
    var persons, onlyHere: CountAnswer
  }

  struct Pair: Encodable {
    var lists: [String]
    var persons: CountAnswer
  }

  struct Spread: Encodable {
    var smallest, largest: Double
    var smallestMethod, largestMethod: String
    var methods: Int
  }

  /// About how many persons there are: numbers that are not there are null.
  struct Headline: Encodable {
    struct Part: Encodable {
      var personsDiffer: Bool
      var estimate, lower, upper, weight: Double
      var stays: Bool
    }

    var estimate: Double?
    var lower: Double
    var upper: Double?
    var doubt: String?
    var parts: [Part]

    init(_ value: PublishedCard.Headline, _ language: Language) {
      (estimate, lower, upper, doubt) = (value.estimate, value.lower, value.upper, value.doubt?[language])
      parts = value.parts.map {
        Part(
          personsDiffer: $0.personsDiffer, estimate: $0.estimate, lower: $0.lower, upper: $0.upper,
          weight: $0.weight, stays: $0.stays)
      }
    }

    private enum Key: String, CodingKey { case estimate, lower, upper, doubt, parts }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(estimate, forKey: .estimate)
      try container.encode(lower, forKey: .lower)
      try container.encode(upper, forKey: .upper)
      try container.encode(doubt, forKey: .doubt)
      try container.encode(parts, forKey: .parts)
    }
  }

  /// What the lists of one year say: numbers that are not there are null.
  struct Year: Encodable {
    var year: String
    var observed: CountAnswer
    var estimate: Int?
    var lower: Int
    var upper: Int?

    private enum Key: String, CodingKey { case year, observed, estimate, lower, upper }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(year, forKey: .year)
      try container.encode(observed, forKey: .observed)
      try container.encode(estimate, forKey: .estimate)
      try container.encode(lower, forKey: .lower)
      try container.encode(upper, forKey: .upper)
    }
  }

  struct Absent: Encodable { var method, reason: String }

  struct Ranked: Encodable {
    var model, modelInWords: String
    var bic, estimate, weight: Double
  }

  struct Ranking: Encodable {
    var valid, all: Int
    var best: [Ranked]
  }

  struct CurvePoint: Encodable {
    var top: Int
    var intervals: [Interval]
  }

  struct Interval: Encodable {
    var kind: String
    var level: Double
    var lower: Double?
    var upper: Double?

    init(_ interval: PublishedCard.Interval) {
      (kind, level) = (interval.kind, interval.level)
      lower = interval.lower.isFinite ? interval.lower : nil
      upper = interval.upper.isFinite ? interval.upper : nil
    }
  }

  var headline: Headline
  /// Each year by itself; empty where the lists do not say in which year somebody was seen.
  var years: [Year]
  var assumptions: [String]
  var observed: CountAnswer
  var lists: [List]
  var overlaps, combinations: [Pair]
  var warnings: [String]
  var estimates: [MethodAnswer]
  var missing: [Absent]
  var spread: Spread?
  var ranking: Ranking?
  var topModels: [CurvePoint]
  var sensitivity: SensitivityAnswer?

  init(_ card: PublishedCard, _ language: Language) {
    headline = Headline(card.headline, language)
    years = card.years.map {
      Year(
        year: $0.year, observed: CountAnswer($0.observed), estimate: $0.estimate, lower: $0.lower, upper: $0.upper)
    }
    assumptions = card.assumptions.map { $0[language] }
    observed = CountAnswer(card.observed)
    lists = card.lists.map {
      List(
        name: $0.name, label: $0.label[language], persons: CountAnswer($0.persons),
        onlyHere: CountAnswer($0.onlyHere))
    }
    overlaps = card.pairs.map { Pair(lists: [$0.first, $0.second], persons: CountAnswer($0.persons)) }
    combinations = card.combinations.map { combination in
      Pair(lists: combination.members.map { card.lists[$0].name }, persons: CountAnswer(combination.persons))
    }
    warnings = card.warnings.map { $0[language] }
    estimates = card.estimates.map { MethodAnswer($0, language) }
    missing = card.missing.map { Absent(method: $0.method.code, reason: $0.reason[language]) }
    spread = card.spread.map { spread in
      Spread(
        smallest: spread.smallest, largest: spread.largest, smallestMethod: spread.smallestMethod.code,
        largestMethod: spread.largestMethod.code, methods: spread.methods)
    }
    ranking = card.models.map { models in
      Ranking(
        valid: models.valid, all: models.all,
        best: models.best.map {
          Ranked(
            model: $0.notation, modelInWords: $0.inWords[language], bic: $0.bic, estimate: $0.estimate,
            weight: $0.weight)
        })
    }
    topModels = card.curve.map { CurvePoint(top: $0.top, intervals: $0.intervals.map(Interval.init)) }
    sensitivity = card.sensitivity.map { SensitivityAnswer($0, language) }
  }
}

/// What one method says on a card.
struct MethodAnswer: Encodable {
  var method, model, modelInWords, existence, assumption: String
  var observed: CountAnswer
  var estimate: Double?
  var standardError: Double?
  var intervals: [CardAnswer.Interval]
  var parameters: Int?
  var loglikelihood, deviance, aic, bic: Double?
  var identifiable: Bool
  var warnings: [String]
  var seed: UInt64?
  var replicates: Int?
  var counts: Bool
  var doubt: String?

  init(_ value: PublishedCard.Estimate, _ language: Language) {
    (method, model, observed) = (value.method.code, value.model, CountAnswer(value.observed))
    modelInWords = value.modelInWords[language]
    (existence, assumption) = (value.existence, value.method.assumption[language])
    (estimate, standardError, parameters) = (value.estimate, value.standardError, value.parameters)
    (loglikelihood, deviance, aic, bic) = (value.logLikelihood, value.deviance, value.aic, value.bic)
    intervals = value.intervals.map(CardAnswer.Interval.init)
    identifiable = value.identifiable
    warnings = (value.warnings + value.remarks).map { $0[language] }
    (seed, replicates) = (value.seed, value.replicates)
    (counts, doubt) = (value.doubt == nil, value.doubt?[language])
  }
}

/// What moves the estimate.
struct SensitivityAnswer: Encodable {
  struct Change: Encodable {
    var change: String
    var estimate: Double?
  }

  struct Consistency: Encodable {
    var list: String
    var known: CountAnswer
    var estimate: Double?
  }

  struct Overlap: Encodable {
    var now: CountAnswer
    var needed: Double
  }

  var rule: String
  var estimate: Double
  var changes: [String: [Change]]
  var consistency: [Consistency]
  var overlapToHalveTheInterval: Overlap?

  init(_ value: PublishedCard.Sensitivity, _ language: Language) {
    (rule, estimate) = ("weighed", value.estimate)
    changes = Dictionary(
      value.groups.map { group in
        (group.name, group.changes.map { Change(change: $0.change[language], estimate: $0.estimate) })
      }
    ) { first, _ in first }
    consistency = value.consistency.map {
      Consistency(list: $0.list, known: CountAnswer($0.known), estimate: $0.estimate)
    }
    overlapToHalveTheInterval = value.neededOverlap.map { Overlap(now: CountAnswer($0.now), needed: $0.needed) }
  }
}
