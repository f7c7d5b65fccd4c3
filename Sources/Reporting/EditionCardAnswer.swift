import Disclosure
import Model

/// The card of an edition for programs.
struct EditionCardAnswer: Encodable {
  struct Text: Encodable {
    var nl, en: String
    init(_ text: LocalizedText) { (nl, en) = (text.nl, text.en) }
  }

  struct Table: Encodable { var file: String }
  struct Years: Encodable { var from, to: Int }
  struct Merge: Encodable {
    var name: String
    var lists: [String]
  }

  struct Comparison: Encodable {
    var label: Text
    var years: String
    var lower, upper: Int
    var source: String
    var difference: Text
  }

  var name, figure: String
  var title, population, countedOnce: Text
  var years: Years
  var table: Table?
  var variable: String?
  var stratum: [String: String]
  var merged: [Merge]
  var dropped: [String]
  var listLabels: [String: Text]
  /// What others published about the same people, a year.
  var comparisons: [Comparison]
  var casesLeftOut: CountAnswer
  var replicates: Int
  var seed: String
  var version: String
  /// With Dutch words, as the open data.
  var card: CardAnswer

  init(_ subject: PublishedCard.Subject, card: CardAnswer, figure: String, version: String) {
    (name, self.figure) = (subject.name, figure)
    (title, population) = (Text(subject.title), Text(subject.population))
    countedOnce = Text(subject.countedOnce)
    years = Years(from: subject.years.lowerBound, to: subject.years.upperBound)
    switch subject.origin {
    case .table(let file): table = Table(file: file)
    case .cases(let name, _): variable = name
    }
    stratum = subject.stratum
    merged = subject.merged.map { Merge(name: $0.name, lists: $0.lists) }
    dropped = subject.dropped
    comparisons = subject.comparisons.map { other in
      Comparison(
        label: Text(other.label), years: other.period, lower: other.persons.lowerBound, upper: other.persons.upperBound,
        source: other.source, difference: Text(other.difference))
    }
    listLabels = subject.listLabels.mapValues(Text.init)
    casesLeftOut = CountAnswer(subject.leftOut)
    (replicates, seed) = (subject.replicates, String(subject.seed))
    self.version = version
    self.card = card
  }
}
