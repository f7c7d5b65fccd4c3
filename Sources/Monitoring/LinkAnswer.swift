import Foundation
import Linkage
package import Model

/// What linking did, for people and programs; nothing in it is about one person.
package struct LinkAnswer: Encodable, Equatable {
  struct Pass: Encodable, Equatable {
    var name: String
    var pairs, pairsAlone: Int
    var expectedLinks, expectedLinksAlone: Double
    var recordsLeftOut: Int
  }

  struct Persons: Encodable, Equatable {
    /// As written.
    var linked: Int
    /// The mean over all likely divisions, less the links that were missed, with the interval of 95 per cent.
    var expected, lower, upper: Double
  }

  struct Zones: Encodable, Equatable {
    var linkFrom, reviewFrom: Double
    var reviewPairs: Int
  }

  /// What became of what a linkage unit said.
  struct Encoded: Encodable, Equatable {
    var onlyEncoded, alsoClear, unknownRows, unknownButClear, absentRows: Int
    var pairs, pairsInTheClear, pairsOfAbsentRows: Int

    init(_ use: EncodedEvidence.Use) {
      (onlyEncoded, alsoClear) = (use.onlyEncoded, use.alsoClear)
      (unknownRows, unknownButClear, absentRows) = (use.unknownRows, use.unknownButClear, use.absentRows)
      (pairs, pairsInTheClear, pairsOfAbsentRows) = (use.pairs, use.pairsInTheClear, use.pairsOfAbsentRows)
    }
  }

  private var columns: [LinkFiles.Read]
  private var records: Int
  private var allPairs: Double
  private var comparedPairs: Int
  private var passes: [Pass]
  private var links: Int
  private var expectedFalseLinks, expectedMissedLinks, missedByBlocking: Double
  private var zones: Zones
  private var persons: Persons
  private var encoded: Encoded?
  private var sinceEarlier: PersonsChange?
  private var roundsOfLearning: Int
  private var seconds, processorSeconds: Double
  private var peakMegabytes: Int

  init(
    _ summary: LinkSummary, _ columns: [LinkFiles.Read], encoded: EncodedEvidence.Use? = nil,
    change: PersonsChange? = nil, seconds: Double
  ) {
    self.columns = columns
    sinceEarlier = change
    self.encoded = encoded.map(Encoded.init)
    records = summary.records
    allPairs = summary.allPairs
    comparedPairs = summary.comparedPairs
    passes = summary.passes.map {
      Pass(
        name: $0.name, pairs: $0.pairs, pairsAlone: $0.pairsAlone, expectedLinks: $0.links,
        expectedLinksAlone: $0.linksAlone, recordsLeftOut: $0.leftOut)
    }
    links = summary.links
    expectedFalseLinks = summary.expectedFalseLinks
    expectedMissedLinks = summary.expectedMissedLinks
    missedByBlocking = summary.missedByBlocking
    zones = Zones(linkFrom: summary.linkFrom, reviewFrom: summary.reviewFrom, reviewPairs: summary.reviewPairs)
    persons = Persons(
      linked: summary.persons, expected: summary.expectedPersons, lower: summary.personsLower,
      upper: summary.personsUpper)
    roundsOfLearning = summary.iterations
    self.seconds = seconds
    processorSeconds = ResourceUse.processorSeconds
    peakMegabytes = ResourceUse.peakBytes / 1_000_000
  }

  package func lines(in language: Language) -> [String] {
    let whole = { (number: Double) in String(Int(number.rounded())) }
    return [
      LocalizedText(
        nl: "\(records) records, \(comparedPairs) paren vergeleken, \(links) verbindingen tussen \(persons.linked) "
          + "personen.",
        en: "\(records) records, \(comparedPairs) pairs compared, \(links) links among \(persons.linked) persons."),
      LocalizedText(
        nl: "Naar verwachting zijn er \(whole(persons.expected)) personen (95%-interval \(whole(persons.lower)) tot "
          + "\(whole(persons.upper))).",
        en: "\(whole(persons.expected)) persons are expected (95% interval \(whole(persons.lower)) to "
          + "\(whole(persons.upper)))."),
      LocalizedText(
        nl: "Naar verwachting zijn \(whole(expectedFalseLinks)) verbindingen fout, en ontbreken er "
          + "\(whole(expectedMissedLinks)) onder de vergeleken paren en ten minste \(whole(missedByBlocking)) "
          + "daarbuiten.",
        en: "\(whole(expectedFalseLinks)) links are expected to be wrong, \(whole(expectedMissedLinks)) to be missing "
          + "among the compared pairs and at least \(whole(missedByBlocking)) beyond."),
      LocalizedText(
        nl: "\(zones.reviewPairs) paren liggen in het gebied waar een mens beslist.",
        en: "\(zones.reviewPairs) pairs lie in the zone where a person decides."),
    ].map { $0[language] } + (encoded.map { [sentence($0)[language]] } ?? [])
      + (sinceEarlier.map { [$0.sentence[language]] } ?? [])
  }

  private func sentence(_ encoded: Encoded) -> LocalizedText {
    LocalizedText(
      nl: "Van de koppelaar: \(encoded.pairs) paren, over \(encoded.onlyEncoded) rijen die alleen gecodeerd zijn en "
        + "\(encoded.alsoClear) die ook leesbaar zijn; \(encoded.pairsInTheClear) paren zijn leesbaar vergeleken. "
        + "\(encoded.unknownRows + encoded.unknownButClear) rijnummers kent de koppelaar niet; "
        + "\(encoded.absentRows) gecodeerde rijen zijn niet in de "
        + "bestanden, met \(encoded.pairsOfAbsentRows) paren.",
      en: "Of the linkage unit: \(encoded.pairs) pairs, about \(encoded.onlyEncoded) rows that are only encoded and "
        + "\(encoded.alsoClear) that can be read too; \(encoded.pairsInTheClear) pairs were compared in the clear. "
        + "The unit "
        + "does not know \(encoded.unknownRows + encoded.unknownButClear) row numbers; \(encoded.absentRows) "
        + "encoded rows are not in the files, with "
        + "\(encoded.pairsOfAbsentRows) pairs.")
  }
}
