import Disclosure
import Model

extension PublishedCard {
  /// The first sentence of the card: about how many a year where it is about several years, between what and what, and how
  /// many of them are seen.
  var headlineSentence: LocalizedText {
    guard let estimate = headline.estimate, let upper = headline.upper else { return cannotTellSentence }
    let whole = RoughRange(estimate, headline.lower, upper)
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    guard let subject, subject.yearsTogether > 1 else {
      return LocalizedText(
        nl:
          "Ongeveer \(whole.about(nl)) mensen, met 95% zekerheid tussen \(whole.low(nl)) en \(whole.high(nl)); gezien "
          + "zijn er \(nl.number(observed)).",
        en: "About \(whole.about(en)) people, with 95% confidence between \(whole.low(en)) and \(whole.high(en)); "
          + "\(en.number(observed)) of them were seen.")
    }
    let years = Double(subject.yearsTogether)
    let yearly = RoughRange(estimate / years, headline.lower / years, upper / years)
    return LocalizedText(
      nl: "Gemiddeld ongeveer \(yearly.about(nl)) mensen per jaar, met 95% zekerheid tussen \(yearly.low(nl)) en "
        + "\(yearly.high(nl)): over \(subject.period) samen ongeveer \(whole.about(nl)), tussen \(whole.low(nl)) en "
        + "\(whole.high(nl)). Gezien zijn er in die jaren \(nl.number(observed)).",
      en: "About \(yearly.about(en)) people a year on average, with 95% confidence between \(yearly.low(en)) and "
        + "\(yearly.high(en)): over \(subject.period) together about \(whole.about(en)), between \(whole.low(en)) and "
        + "\(whole.high(en)). In those years \(en.number(observed)) of them were seen.")
  }

  private var cannotTellSentence: LocalizedText {
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    let least = headline.lower.twoFigures(.down)
    return LocalizedText(
      nl: "Deze lijsten kunnen niet zeggen hoeveel mensen er zijn; gezien zijn er \(nl.number(observed)), en het "
        + "zijn er ten minste ongeveer \(nl.number(least)).",
      en: "These lists cannot tell how many people there are; \(en.number(observed)) were seen, and there are at "
        + "least about \(en.number(least)).")
  }

  /// What an average over years says and what it does not; nil for a card of one year, or of no period.
  var averageSentence: LocalizedText? {
    guard let subject, subject.yearsTogether > 1, headline.estimate != nil else { return nil }
    return LocalizedText(
      nl:
        "Het gemiddelde per jaar is het geheel gedeeld door \(subject.yearsTogether) jaren. Wie in meer jaren slachtoffer "
        + "was, telt in het geheel één keer; van zulke mensen zijn er in een enkel jaar dus meer.",
      en:
        "The average a year is the whole over \(subject.yearsTogether) years. Who was a victim in several years counts "
        + "once in the whole; so in a single year there are more of such people.")
  }

  /// How many were seen, on how many lists, and which part of all that is.
  var seenSentence: LocalizedText {
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    var share = LocalizedText("")
    if let seen = observed.quantity?.scaled, let upper = headline.upper, headline.estimate != nil, seen > 0 {
      let percent = { (whole: Double) in Int((100 * Double(seen) / whole).rounded()) }
      let (least, most) = (percent(upper), percent(headline.lower))
      share =
        least == most
        ? LocalizedText(nl: ", naar schatting \(most)% van allen", en: ", by estimate \(most)% of all")
        : LocalizedText(
          nl: ", naar schatting \(least)% tot \(most)% van allen", en: ", by estimate \(least)% to \(most)% of all")
    }
    return LocalizedText(
      nl:
        "\(nl.number(observed)) mensen op ten minste een van \(lists.count) lijsten\(share.nl). Op meer dan een lijst "
        + "staan er \(nl.number(onSeveral)): daaruit volgt hoeveel mensen op geen lijst staan.",
      en:
        "\(en.number(observed)) people on at least one of \(lists.count) lists\(share.en). On more than one list there are "
        + "\(en.number(onSeveral)): from these follows how many people are on no list.")
  }

  /// Why the range is as wide as it is, in one sentence; empty where the table cannot tell.
  var widthSentence: LocalizedText {
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    guard headline.estimate != nil, let alike = headline.parts.first(where: { !$0.personsDiffer }),
      let differing = headline.parts.first(where: \.personsDiffer)
    else { return LocalizedText("") }
    let (one, other) = (
      RoughRange(alike.estimate, alike.lower, alike.upper),
      RoughRange(differing.estimate, differing.lower, differing.upper)
    )
    let period = subject.map { $0.yearsTogether > 1 ? $0.period : "" } ?? ""
    let over = LocalizedText(
      nl: period.isEmpty ? "" : " over \(period)", en: period.isEmpty ? "" : " over \(period)")
    switch (alike.stays, differing.stays) {
    case (true, true):
      return LocalizedText(
        nl: "Zo ruim, omdat de lijsten niet laten zien of de ene mens makkelijker gevonden wordt dan de andere: is "
          + "dat niet zo, dan zijn het er\(over.nl) \(one.low(nl)) tot \(one.high(nl)); is dat wel zo, dan "
          + "\(other.low(nl)) tot \(other.high(nl)).",
        en: "So wide because the lists do not show whether some people are found more easily than others: if they "
          + "are not, there are \(one.low(en)) to \(one.high(en))\(over.en); if they are, \(other.low(en)) to "
          + "\(other.high(en)).")
    case (false, _):
      return LocalizedText(
        nl: "De lijsten laten zien dat de ene mens makkelijker gevonden wordt dan de andere; hoeveel makkelijker is "
          + "onzeker, en daarvan hangt af hoeveel mensen op geen lijst staan.",
        en: "The lists show that some people are found more easily than others; how much more easily is uncertain, "
          + "and on that depends how many people are on no list.")
    case (true, false):
      return LocalizedText(
        nl: "De breedte komt van welke lijsten samenhangen en hoe sterk: dat volgt uit weinig mensen die op meer dan "
          + "één lijst staan.",
        en: "The width comes from which lists hang together and how strongly: that follows from the few people who are "
          + "on more than one list.")
    }
  }

  /// What no list can show.
  static let unreachable = LocalizedText(
    nl: "Wie op geen enkele lijst kan komen, telt in geen enkele schatting mee: is een op de vijf mensen onbereikbaar, "
      + "dan ligt alles hierboven een kwart hoger.",
    en: "Who can be on no list at all counts in no estimate: if one in five people cannot be reached, everything above "
      + "is a quarter higher.")

  /// What every number on a card takes for granted, whatever the method.
  var assumptions: [LocalizedText] {
    let years = subject.map { $0.yearsTogether > 1 ? $0.yearsTogether : 1 } ?? 1
    let period =
      years > 1
      ? LocalizedText(
        nl:
          " Over \(years) jaren klopt dat niet precies: wie er maar even bij hoorde, kon op minder lijsten komen, en dan "
          + "kan de schatting te laag of te hoog zijn.",
        en:
          " Over \(years) years that is not quite so: who belonged to it for a while only could be on fewer lists, and "
          + "then the estimate can be too low or too high.") : LocalizedText("")
    return [
      LocalizedText(
        nl:
          "Een gesloten groep: in de tijd waar de lijsten over gaan, komt niemand erbij en valt niemand weg.\(period.nl)",
        en: "A closed group: in the time the lists are about nobody joins it and nobody leaves.\(period.en)"),
      LocalizedText(
        nl:
          "Foutloos koppelen: wie op twee lijsten staat, is als één persoon herkend, en geen twee mensen zijn voor één "
          + "gehouden. Gemiste koppelingen maken de schatting te hoog, valse te laag.",
        en:
          "Linkage without errors: who is on two lists was recognised as one person, and no two people were taken for "
          + "one. Missed links make the estimate too high, false ones too low."),
      LocalizedText(
        nl: "Eén omschrijving: alle lijsten gaan over dezelfde soort mensen, in hetzelfde gebied en in dezelfde tijd.",
        en: "One definition: all lists are about the same kind of people, in the same area and at the same time."),
      LocalizedText(
        nl: "Iedereen is te vinden: ieder van hen kon op ten minste een van de lijsten komen.",
        en: "Everybody can be found: each of them could have been on at least one of the lists."),
    ]
  }
}

extension PublishedCard.Subject {
  /// How many years the number is about; a stratum of one year is about that year.
  var yearsTogether: Int { stratum["year"] == nil ? years.count : 1 }
}

/// A middle and its limits as a reader takes them along: to two figures, the lower limit down and the upper one up.
private struct RoughRange {
  private let middle, lower, upper: Int

  init(_ estimate: Double, _ lower: Double, _ upper: Double) {
    middle = estimate.twoFigures(.toNearestOrAwayFromZero)
    (self.lower, self.upper) = (lower.twoFigures(.down), upper.twoFigures(.up))
  }

  func about(_ words: CardWords) -> String { words.number(middle) }
  func low(_ words: CardWords) -> String { words.number(lower) }
  func high(_ words: CardWords) -> String { words.number(upper) }
}
