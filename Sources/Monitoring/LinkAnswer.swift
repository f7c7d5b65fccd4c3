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

  private var columns: [LinkFiles.Read]
  private var records: Int
  private var allPairs: Double
  private var comparedPairs: Int
  private var passes: [Pass]
  private var links: Int
  private var expectedFalseLinks, expectedMissedLinks, missedByBlocking: Double
  private var zones: Zones
  private var persons: Persons
  private var roundsOfLearning: Int
  private var seconds, processorSeconds: Double
  private var peakMegabytes: Int

  init(_ summary: LinkSummary, _ columns: [LinkFiles.Read], seconds: Double) {
    self.columns = columns
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
          + "\(whole(expectedMissedLinks)) onder de vergeleken paren en ten minste \(whole(missedByBlocking)) daarbuiten.",
        en: "\(whole(expectedFalseLinks)) links are expected to be wrong, \(whole(expectedMissedLinks)) to be missing "
          + "among the compared pairs and at least \(whole(missedByBlocking)) beyond."),
      LocalizedText(
        nl: "\(zones.reviewPairs) paren liggen in het gebied waar een mens beslist.",
        en: "\(zones.reviewPairs) pairs lie in the zone where a person decides."),
    ].map { $0[language] }
  }
}
