import Disclosure
import Model

extension PublishedCard {
  /// The first sentence of the card: about how many, between what and what, and how many of them are seen.
  var headlineSentence: LocalizedText {
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    guard let estimate = headline.estimate, let upper = headline.upper else {
      return LocalizedText(
        nl: "Deze lijsten kunnen niet zeggen hoeveel mensen er zijn; gezien zijn er \(nl.number(observed)), en het "
          + "zijn er ten minste ongeveer \(nl.number(headline.lower.roundedFigures(up: false))).",
        en: "These lists cannot tell how many people there are; \(en.number(observed)) were seen, and there are at "
          + "least about \(en.number(headline.lower.roundedFigures(up: false))).")
    }
    let number = (
      about: estimate.roundedFigures(up: nil), low: headline.lower.roundedFigures(up: false),
      high: upper.roundedFigures(up: true)
    )
    return LocalizedText(
      nl: "Ongeveer \(nl.number(number.about)) mensen, met 95% zekerheid tussen \(nl.number(number.low)) en "
        + "\(nl.number(number.high)); gezien zijn er \(nl.number(observed)).",
      en: "About \(en.number(number.about)) people, with 95% confidence between \(en.number(number.low)) and "
        + "\(en.number(number.high)); \(en.number(observed)) of them were seen.")
  }

  /// What that is a year, on average; nil for a card of one year, or of no period.
  var yearlySentence: LocalizedText? {
    guard let subject, subject.years.count > 1, headline.estimate != nil, let upper = headline.upper else { return nil }
    let years = Double(subject.years.count)
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    let low = (headline.lower / years).roundedFigures(up: false)
    let high = (upper / years).roundedFigures(up: true)
    return LocalizedText(
      nl: "Dat is over \(subject.years.count) jaren samen: gemiddeld \(nl.number(low)) tot \(nl.number(high)) mensen "
        + "per jaar, als wie in meer jaren slachtoffer was één keer telt.",
      en: "That is over \(subject.years.count) years together: \(en.number(low)) to \(en.number(high)) people a year "
        + "on average, if who was a victim in several years counts once.")
  }

  /// Why the range is as wide as it is, in one sentence; empty where the table cannot tell.
  var widthSentence: LocalizedText {
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    guard headline.estimate != nil, let alike = headline.parts.first(where: { !$0.personsDiffer }),
      let differing = headline.parts.first(where: \.personsDiffer)
    else { return LocalizedText("") }
    let range = { (part: Headline.Part, words: CardWords) in
      words.say(
        nl:
          "\(words.number(part.lower.roundedFigures(up: false))) tot \(words.number(part.upper.roundedFigures(up: true)))",
        en:
          "\(words.number(part.lower.roundedFigures(up: false))) to \(words.number(part.upper.roundedFigures(up: true)))"
      )
    }
    switch (alike.stays, differing.stays) {
    case (true, true):
      return LocalizedText(
        nl: "Zo ruim, omdat de lijsten niet laten zien of de ene mens makkelijker gevonden wordt dan de andere: is "
          + "dat niet zo, dan zijn het er \(range(alike, nl)); is dat wel zo, dan \(range(differing, nl)).",
        en: "So wide because the lists do not show whether some people are found more easily than others: if they "
          + "are not, there are \(range(alike, en)); if they are, \(range(differing, en)).")
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
}

extension Double {
  /// To two figures: down, up or to the nearest. Below a hundred to whole persons.
  fileprivate func roundedFigures(up: Bool?) -> Int {
    var scale = 1.0
    while self / scale >= 100 { scale *= 10 }
    let rule: FloatingPointRoundingRule = up.map { $0 ? .up : .down } ?? .toNearestOrAwayFromZero
    return Int((self / scale).rounded(rule) * scale)
  }
}
