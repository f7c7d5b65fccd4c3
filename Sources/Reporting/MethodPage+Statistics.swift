import Charts
import Disclosure
import Model

/// What figures say of how sure their numbers are, by which method and from where.
extension Pages {
  /// The methods that a figure of this edition uses, in a fixed order; empty when none does.
  var statisticsUsed: [(name: LocalizedText, explanation: LocalizedText, source: String)] {
    let asked = publication.tables.map(\.statistics.asked)
    return [
      asked.contains { $0.interval == .poisson } ? Self.poisson : nil,
      asked.contains { $0.interval == .wilson } ? Self.wilson : nil,
      asked.contains { $0.change != nil } ? Self.change(asked.compactMap(\.change)) : nil,
      asked.contains { !$0.unknown.isEmpty } ? Self.unknown : nil,
      asked.contains { $0.funnel != nil } ? Self.funnel : nil,
    ].compactMap(\.self)
  }

  func statisticsTable(_ language: Language) -> Markup {
    listTable(
      caption: phrases.statistics[language],
      headers: [
        LocalizedText(nl: "Wat", en: "What")[language], LocalizedText(nl: "Hoe", en: "How")[language],
        phrases.source[language],
      ], figures: [],
      rows: statisticsUsed.map {
        [.text($0.name[language]), .text($0.explanation[language]), .text($0.source)]
      }, language)
  }

  private typealias Method = (name: LocalizedText, explanation: LocalizedText, source: String)

  private static let poisson: Method = (
    LocalizedText(nl: "Marges van aantallen", en: "Margins of counts"),
    LocalizedText(
      nl: "Exacte Poissongrenzen van 95%. Aanname: mensen komen los van elkaar in beeld.",
      en: "Exact Poisson limits of 95%. Assumption: people come into view independently."), "Garwood 1936"
  )
  private static let wilson: Method = (
    LocalizedText(nl: "Marges van aandelen", en: "Margins of shares"),
    LocalizedText(
      nl: "Grenzen van 95% volgens Wilson. Aanname: mensen zijn onafhankelijk van elkaar.",
      en: "Limits of 95% after Wilson. Assumption: people are independent."), "Wilson 1927"
  )
  private static let unknown: Method = (
    LocalizedText(nl: "Aandeel van wie het bekend is", en: "Share of the known"),
    LocalizedText(
      nl: "Grenzen: als niemand van de onbekenden erbij hoort, en als zij er allen bij horen. Zij vragen geen aanname.",
      en: "Bounds: if none of the unknown belong to it, and if all of them do. They need no assumption."), "–"
  )
  private static let funnel: Method = (
    LocalizedText(nl: "Plaats naar grootte", en: "Place by size"),
    LocalizedText(
      nl:
        "Poissongrenzen van 95% en 99,8% rond wat de grootte doet verwachten. Aanname: voor ieder geldt dezelfde kans.",
      en:
        "Poisson limits of 95% and 99.8% around what the size leads to expect. Assumption: the same rate holds for all."
    ),
    "Spiegelhalter 2005"
  )

  private static func change(_ asked: [FigureStatistics.Change]) -> Method {
    let sources = [
      asked.contains(.holm) ? "Holm 1979" : nil, asked.contains(.falseShare) ? "Benjamini & Hochberg 1995" : nil,
    ]
    return (
      LocalizedText(nl: "Duidelijke verandering", en: "Clear change"),
      LocalizedText(
        nl:
          "Binomiale toets van twee jaren, gecorrigeerd voor het aantal rijen, op 5%. Aanname: mensen komen los van elkaar in "
          + "beeld.",
        en: "Binomial test of two years, corrected for the number of rows, at 5%. Assumption: people come into view "
          + "independently."), sources.compactMap(\.self).joined(separator: "; ")
    )
  }
}
