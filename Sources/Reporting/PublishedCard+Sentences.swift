import Disclosure
import Model

extension PublishedCard {
  static let untitled = LocalizedText(nl: "De verborgen populatie", en: "The hidden population")

  var title: LocalizedText { subject?.title ?? Self.untitled }

  /// What to know of one method beside what holds for the table.
  func ownWarnings(of estimate: Estimate) -> [LocalizedText] { estimate.warnings.filter { !warnings.contains($0) } }

  /// How much more overlap a firmer answer would take; empty when that cannot be said.
  var overlapSentence: LocalizedText {
    guard let needed = sensitivity?.neededOverlap, needed.needed.isFinite, needed.needed < 1e12 else {
      return LocalizedText("")
    }
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    let wanted = Int(needed.needed.rounded(.up))
    return LocalizedText(
      nl: "Nu staan \(nl.number(needed.now)) personen op meer dan een lijst; voor een half zo breed interval van 95% "
        + "zouden dat er ongeveer \(nl.number(wanted)) moeten zijn, met langere lijsten over dezelfde mensen.",
      en: "Now \(en.number(needed.now)) persons are on more than one list; for a 95% interval half as wide it would "
        + "take about \(en.number(wanted)), with longer lists of the same people.")
  }

  /// How far the credible estimates are apart.
  var finding: LocalizedText {
    guard let spread else {
      return LocalizedText(
        nl: "Geen enkele methode geeft bij deze telling een geloofwaardige schatting.",
        en: "No method gives a credible estimate on this table.")
    }
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    guard spread.methods > 1 else {
      return LocalizedText(
        nl: "Eén methode geeft een geloofwaardige schatting: \(nl.estimate(spread.smallest)) personen "
          + "(\(spread.smallestMethod.label.nl)).",
        en: "One method gives a credible estimate: \(en.estimate(spread.smallest)) persons "
          + "(\(spread.smallestMethod.label.en)).")
    }
    return LocalizedText(
      nl: "De \(spread.methods) geloofwaardige schattingen lopen van \(nl.estimate(spread.smallest)) "
        + "(\(spread.smallestMethod.label.nl)) tot \(nl.estimate(spread.largest)) "
        + "(\(spread.largestMethod.label.nl)) personen.",
      en: "The \(spread.methods) credible estimates run from \(en.estimate(spread.smallest)) "
        + "(\(spread.smallestMethod.label.en)) to \(en.estimate(spread.largest)) "
        + "(\(spread.largestMethod.label.en)) persons.")
  }
}
