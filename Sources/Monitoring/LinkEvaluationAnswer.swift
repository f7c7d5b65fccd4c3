import Foundation
import Linkage
package import Model
import Sheets

/// How good links are beside a truth, for people and programs.
package struct LinkEvaluationAnswer: Encodable, Equatable {
  struct Score: Encodable, Equatable {
    var precision, recall, f1: Double
    var said, right, all: Int

    init(_ score: LinkEvaluation.Score) {
      (precision, recall, f1) = (score.precision, score.recall, score.f1)
      (said, right, all) = (score.said, score.right, score.all)
    }
  }

  struct Band: Encodable, Equatable {
    var from, to: Double
    var count: Int
    var promised, real: Double

    init(_ band: LinkEvaluation.Band) {
      (from, to, count, promised, real) = (band.from, band.to, band.count, band.promised, band.real)
    }
  }

  struct BCubed: Encodable, Equatable {
    var precision, recall, f1: Double
  }

  private var records: Int
  /// Over single pairs, where they were given.
  private var pairs: Score?
  private var pairReliability: [Band]?
  /// Over all pairs of records within persons.
  private var closure: Score
  private var bCubed: BCubed
  private var exactPersons, persons, truePersons: Int
  private var countError: Double
  private var reliability: [Band]

  /// - Throws: `MonitoringError.data` when a file cannot be read or the truth does not know a record.
  package init(
    result: String, truth: [String], column: String, pairs: String?, threshold: Double
  ) throws(MonitoringError) {
    let known = try TrueRecords(truth, column: column)
    let linked = try LinkResultFile(result, known)
    let evaluation = LinkEvaluation(
      persons: linked.persons, truth: linked.records.map { known.persons[$0] }, certainty: linked.certainty)
    records = evaluation.records
    closure = Score(evaluation.closure)
    bCubed = BCubed(
      precision: evaluation.bCubedPrecision, recall: evaluation.bCubedRecall, f1: evaluation.bCubedF1)
    (exactPersons, persons) = (evaluation.exactPersons, evaluation.persons)
    (truePersons, countError) = (evaluation.truePersons, evaluation.countError)
    reliability = evaluation.reliability.map(Band.init)
    guard let pairs else { return }
    let scored = LinkEvaluation.pairs(
      try LinkResultFile.pairs(pairs, known), threshold: threshold, truth: known.persons)
    self.pairs = Score(scored.score)
    pairReliability = scored.reliability.map(Band.init)
  }

  package func lines(in language: Language) -> [String] {
    let number = { (value: Double, decimals: Int) in
      let scale = decimals == 4 ? 10_000 : 100
      return Quantity(numerator: Int((value * Double(scale)).rounded()), denominator: scale, decimals: decimals)
        .formatted(in: language)
    }
    let score = { (name: LocalizedText, score: Score) in
      LocalizedText(
        nl: "\(name.nl): precisie \(number(score.precision, 4)), recall \(number(score.recall, 4)), "
          + "F1 \(number(score.f1, 4)) (\(score.right) van \(score.said) goed, \(score.all) bestaan).",
        en: "\(name.en): precision \(number(score.precision, 4)), recall \(number(score.recall, 4)), "
          + "F1 \(number(score.f1, 4)) (\(score.right) of \(score.said) right, \(score.all) exist).")
    }
    var lines: [LocalizedText] = []
    if let pairs { lines.append(score(LocalizedText(nl: "Paren", en: "Pairs"), pairs)) }
    lines.append(score(LocalizedText(nl: "Paren binnen personen", en: "Pairs within persons"), closure))
    lines.append(
      LocalizedText(
        nl: "B-cubed: precisie \(number(bCubed.precision, 4)), recall \(number(bCubed.recall, 4)), "
          + "F1 \(number(bCubed.f1, 4)).",
        en: "B-cubed: precision \(number(bCubed.precision, 4)), recall \(number(bCubed.recall, 4)), "
          + "F1 \(number(bCubed.f1, 4))."))
    lines.append(
      LocalizedText(
        nl: "Personen: \(persons), in werkelijkheid \(truePersons) (\(number(100 * countError, 2))%); "
          + "\(exactPersons) precies goed.",
        en:
          "Persons: \(persons), in truth \(truePersons) (\(number(100 * countError, 2))%); \(exactPersons) exactly right."
      ))
    for band in pairReliability ?? reliability {
      lines.append(
        LocalizedText(
          nl: "Kans \(band.from) tot \(band.to): \(band.count), beloofd \(number(band.promised, 4)), werkelijk "
            + "\(number(band.real, 4)).",
          en: "Chance \(band.from) to \(band.to): \(band.count), promised \(number(band.promised, 4)), real "
            + "\(number(band.real, 4))."))
    }
    return lines.map { $0[language] }
  }
}
