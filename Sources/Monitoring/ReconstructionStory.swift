package import Model
package import Reconstruction

/// What a reconstruction found, for people and programs.
package struct ReconstructionStory: Encodable, Equatable {
  package struct Assumption: Encodable, Equatable {
    package var name, reason, source: String
  }

  package var covered: Int
  package var reproduced: Int
  package var uncovered: [String]
  package var contradictions: [String]
  package var departures: [String]
  package var assumptions: [Assumption]
  package var files: [String]

  package init(_ report: ReconstructionReport, files: [String], language: Language) {
    covered = report.coveredCells
    reproduced = report.reproducedCells
    uncovered = report.uncovered.map { "\($0.place) = \($0.valueText)" }
    contradictions = report.contradictions.map { $0.sentence[language] }
    departures = report.departures.map { $0.sentence[language] }
    assumptions = report.assumptions.map { Assumption(name: $0.name, reason: $0.reason[language], source: $0.source) }
    self.files = files
  }

  /// How many of the published numbers come out, and how many deliveries that took.
  package var summary: LocalizedText {
    LocalizedText(
      nl: "\(reproduced) van \(covered) gepubliceerde getallen komen uit de records; \(departures.count) wijken af. "
        + "Er zijn \(files.count) leveringen geschreven.",
      en: "\(reproduced) of \(covered) published numbers come out of the records; \(departures.count) depart. "
        + "\(files.count) deliveries were written.")
  }
}
