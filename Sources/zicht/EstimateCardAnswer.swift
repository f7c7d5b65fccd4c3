import Estimation
import Model

/// The card for programs: `card.json` and `--json`. Numbers that are infinite are null.
struct EstimateCardAnswer: Encodable {
  struct List: Encodable {
    var name: String
    var persons, onlyHere: Int
  }

  struct Pair: Encodable {
    var lists: [String]
    var persons: Int
  }

  struct Row: Encodable {
    var answer: EstimateAnswer
    var counts: Bool
    var doubt: String?

    private enum Keys: String, CodingKey { case counts, doubt }

    /// The answer of the method, with two members more.
    func encode(to encoder: any Encoder) throws {
      try answer.encode(to: encoder)
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(counts, forKey: .counts)
      try container.encodeIfPresent(doubt, forKey: .doubt)
    }
  }

  struct Spread: Encodable {
    var smallest, largest: Double
    var smallestMethod, largestMethod: String
    var methods: Int
  }

  struct Absent: Encodable { var method, reason: String }

  struct Ranked: Encodable {
    var model: String
    var bic, estimate, weight: Double
  }

  struct Ranking: Encodable {
    var valid, all: Int
    var best: [Ranked]
  }

  struct CurvePoint: Encodable {
    var top: Int
    var intervals: [EstimateAnswer.Interval]
  }

  struct Change: Encodable {
    var change: String
    var estimate: Double?
  }

  struct Consistency: Encodable {
    var list: String
    var known: Int
    var estimate: Double?
  }

  struct Overlap: Encodable {
    var now: Int
    var needed: Double
  }

  struct Sensitivity: Encodable {
    var rule: String
    var threshold, estimate: Double
    var changes: [String: [Change]]
    var consistency: [Consistency]
    var overlapToHalveTheInterval: Overlap?
  }

  var observed: Int
  var lists: [List]
  var overlaps, combinations: [Pair]
  var warnings: [String]
  var estimates: [Row]
  var missing: [Absent]
  var spread: Spread?
  var ranking: Ranking?
  var topModels: [CurvePoint]
  var sensitivity: Sensitivity?

  init(_ card: EstimateCard, language: Language) {
    observed = card.observed
    lists = card.lists.map { List(name: $0.name, persons: $0.persons, onlyHere: $0.onlyHere) }
    overlaps = card.pairs.map { Pair(lists: [$0.first, $0.second], persons: $0.persons) }
    combinations = card.combinations.map { combination in
      Pair(lists: combination.members.map { card.lists[$0].name }, persons: combination.persons)
    }
    warnings = card.warnings.map { $0.text[language] }
    estimates = card.estimates.map { value in
      Row(
        answer: EstimateAnswer(value, seconds: nil, language: language), counts: value.doubt == nil,
        doubt: value.doubt?.text[language])
    }
    missing = card.missing.map { Absent(method: $0.method.rawValue, reason: $0.reason[language]) }
    spread = card.spread.map { spread in
      Spread(
        smallest: spread.smallest, largest: spread.largest, smallestMethod: spread.smallestMethod.rawValue,
        largestMethod: spread.largestMethod.rawValue, methods: spread.methods)
    }
    ranking = card.models.map { models in
      Ranking(
        valid: models.valid, all: models.all,
        best: models.best.map {
          Ranked(model: $0.notation, bic: $0.bic, estimate: $0.estimate, weight: $0.weight)
        })
    }
    topModels = card.curve.map { CurvePoint(top: $0.top, intervals: $0.intervals.map(EstimateAnswer.Interval.init)) }
    sensitivity = card.sensitivity.map { Sensitivity($0, of: card, language) }
  }
}

extension EstimateCardAnswer.Sensitivity {
  fileprivate init(_ report: SensitivityReport, of card: EstimateCard, _ language: Language) {
    (rule, threshold, estimate) = ("stepwise", card.threshold, report.estimate)
    changes = Dictionary(
      uniqueKeysWithValues: card.sensitivityGroups.map { group in
        (group.name, group.rows.map { EstimateCardAnswer.Change(change: $0.change[language], estimate: $0.estimate) })
      })
    consistency = report.consistency.map {
      EstimateCardAnswer.Consistency(list: $0.list, known: $0.known, estimate: $0.estimate)
    }
    overlapToHalveTheInterval = report.neededOverlap.map {
      EstimateCardAnswer.Overlap(now: $0.now, needed: $0.needed)
    }
  }
}
