import Disclosure
import Model

extension PublishedCard {
  static let untitled = LocalizedText(nl: "De verborgen populatie", en: "The hidden population")

  var title: LocalizedText { subject?.title ?? Self.untitled }

  /// The heading above all that is for who wants to recompute.
  static let account = LocalizedText(
    nl: "Verantwoording voor wie het wil narekenen", en: "Account for who wants to recompute it")

  /// What to know of one method beside what holds for the table.
  func ownWarnings(of estimate: Estimate) -> [LocalizedText] { estimate.warnings.filter { !warnings.contains($0) } }

  /// A list by what it is called among people.
  func label(of list: String) -> LocalizedText { lists.first { $0.name == list }?.label ?? LocalizedText(list) }

  /// A ranked model by what it has more and less than the best one, where that is shorter.
  func inWords(_ model: RankedModel, _ words: CardWords) -> String {
    model.besideBest.map { words.say(nl: "Het beste, ", en: "The best one, ") + words($0) }
      ?? words(model.inWords).capitalizedFirst
  }

  /// `Politie × Opvang`.
  func label(of pair: Pair, _ words: CardWords) -> String {
    "\(words(label(of: pair.first))) × \(words(label(of: pair.second)))"
  }

  /// How much more overlap a firmer answer would take; empty when that cannot be said.
  var overlapSentence: LocalizedText {
    guard let needed = sensitivity?.neededOverlap, needed.needed.isFinite, needed.needed < 1e12 else {
      return LocalizedText("")
    }
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    let wanted = needed.needed.twoFigures(.up)
    return LocalizedText(
      nl:
        "Langere lijsten over dezelfde mensen: nu staan er \(nl.number(needed.now)) op meer dan een lijst, en voor een "
        + "half zo breed interval zouden dat er ongeveer \(nl.number(wanted)) moeten zijn.",
      en:
        "Longer lists of the same people: now \(en.number(needed.now)) are on more than one list, and for an interval "
        + "half as wide it would take about \(en.number(wanted)).")
  }

  /// How far the credible estimates of single methods are apart.
  var spreadSentence: LocalizedText {
    guard let spread else {
      return LocalizedText(
        nl: "Geen enkele methode geeft bij deze telling een geloofwaardige schatting.",
        en: "No method gives a credible estimate on this table.")
    }
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    guard spread.methods > 1 else {
      return LocalizedText(
        nl: "Eén methode geeft een geloofwaardige schatting: \(nl.estimate(spread.smallest)) personen\(over.nl) "
          + "(\(spread.smallestMethod.label.nl)).",
        en: "One method gives a credible estimate: \(en.estimate(spread.smallest)) persons\(over.en) "
          + "(\(spread.smallestMethod.label.en)).")
    }
    return LocalizedText(
      nl: "De \(spread.methods) geloofwaardige schattingen lopen van \(nl.estimate(spread.smallest)) "
        + "(\(spread.smallestMethod.label.nl)) tot \(nl.estimate(spread.largest)) "
        + "(\(spread.largestMethod.label.nl)) personen\(over.nl).",
      en: "The \(spread.methods) credible estimates run from \(en.estimate(spread.smallest)) "
        + "(\(spread.smallestMethod.label.en)) to \(en.estimate(spread.largest)) "
        + "(\(spread.largestMethod.label.en)) persons\(over.en).")
  }

  /// ` over 2010-2015 samen`; empty for one year or no period.
  private var over: LocalizedText {
    guard let subject, subject.yearsTogether > 1 else { return LocalizedText("") }
    return LocalizedText(nl: " over \(subject.period) samen", en: " over \(subject.period) together")
  }

  /// Where an estimate that the headline is made of lies below the bound with list effects, why that may be.
  var boundSentence: LocalizedText? {
    guard let bound = estimates.first(where: { $0.method.code == "chao-list-effects" })?.estimate,
      headline.parts.contains(where: { $0.stays && $0.estimate < bound })
    else { return nil }
    return LocalizedText(
      nl:
        "Een ondergrens is er alleen een als lijsten elkaar niet mijden. De gewogen modellen, waaruit het getal bovenaan "
        + "volgt, rekenen daar wel op en kunnen er daarom onder liggen.",
      en:
        "A lower bound is one only where lists do not avoid each other. The weighed models, from which the number at the "
        + "top follows, allow for that and can therefore lie below it.")
  }

  /// With which draws the intervals were made; nil where nothing was drawn.
  var drawingSentence: LocalizedText? {
    guard
      let drawn = subject.map({ (replicates: $0.replicates, seed: $0.seed) })
        ?? estimates.lazy.compactMap({ value in
          value.seed.flatMap { seed in value.replicates.map { (replicates: $0, seed: seed) } }
        }).first
    else { return nil }
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    return LocalizedText(
      nl: "Intervallen uit \(nl.number(drawn.replicates)) herhalingen of meer, startwaarde \(drawn.seed).",
      en: "Intervals from \(en.number(drawn.replicates)) replicates or more, seed \(drawn.seed).")
  }
}
