public import Model

extension EstimateCard {
  /// Changes of one kind, with what the estimate becomes under each.
  public struct SensitivityGroup: Equatable, Sendable {
    /// A name that stays: `without-list`.
    public var name: String
    public var title: LocalizedText
    /// Why the change is looked at.
    public var explanation: LocalizedText
    public var rows: [Row]

    public struct Row: Equatable, Sendable {
      public var change: LocalizedText
      public var estimate: Double?
    }
  }

  /// What moves the estimate by stepwise selection, kind by kind; kinds without anything to show are left out.
  public var sensitivityGroups: [SensitivityGroup] {
    guard let sensitivity else { return [] }
    let groups = [
      group(
        "highest-order", sensitivity.highestOrder,
        title: LocalizedText(nl: "Samenhang van alle lijsten samen", en: "Dependence of all lists together"),
        why: LocalizedText(
          nl: "Geen telling kan deze samenhang (xi) laten zien; elk model neemt aan dat zij nul is.",
          en: "No table can show this dependence (xi); every model assumes it is nought.")),
      group(
        "without-list", sensitivity.withoutList,
        title: LocalizedText(nl: "Zonder een van de lijsten", en: "Without one of the lists"),
        why: LocalizedText(
          nl: "Wie alleen op de weggelaten lijst stond, hoort dan bij de mensen die niemand zag.",
          en: "Whoever was on the omitted list only then belongs to the people nobody saw.")),
      group(
        "merged", sensitivity.merged,
        title: LocalizedText(nl: "Twee lijsten samengenomen", en: "Two lists made into one"),
        why: LocalizedText(
          nl: "Kleine lijsten worden vaak samengenomen; dat verschuift de schatting.",
          en: "Small lists are often merged; that moves the estimate.")),
      group(
        "threshold", sensitivity.thresholds,
        title: LocalizedText(nl: "Een andere drempel voor een paar", en: "Another threshold for a pair"),
        why: LocalizedText(
          nl: "Een paar lijsten komt in het model als zijn overlap toevallig zo onwaarschijnlijk zou zijn.",
          en: "A pair of lists enters the model when its overlap would be this unlikely by chance.")),
      group(
        "linkage", sensitivity.linkage,
        title: LocalizedText(nl: "Fouten bij het koppelen", en: "Errors of linkage"),
        why: LocalizedText(
          nl: "Gemiste koppelingen maken een schatting te hoog, valse te laag; hier zijn zij teruggerekend.",
          en: "Missed links make an estimate too high, false ones too low; here they have been undone.")),
    ]
    return groups.filter { !$0.rows.isEmpty }
  }

  private func group(
    _ name: String, _ variations: [SensitivityReport.Variation], title: LocalizedText, why: LocalizedText
  ) -> SensitivityGroup {
    SensitivityGroup(
      name: name, title: title, explanation: why,
      rows: variations.map { .init(change: changeText($0.change, in: name), estimate: $0.estimate) })
  }

  /// The short code of a change in words.
  private func changeText(_ change: String, in group: String) -> LocalizedText {
    switch group {
    case "without-list":
      let list = String(change.dropFirst(2))
      return LocalizedText(nl: "zonder \(list)", en: "without \(list)")
    case "linkage":
      let share = change.split(separator: " ").last.map(String.init) ?? change
      return change.hasPrefix("missed")
        ? LocalizedText(nl: "\(share) koppelingen gemist", en: "\(share) of links missed")
        : LocalizedText(nl: "\(share) koppelingen vals", en: "\(share) of links false")
    default: return LocalizedText(change)
    }
  }

  /// How much more overlap a firmer answer would take; empty when that cannot be said.
  public var overlapSentence: LocalizedText {
    guard let needed = sensitivity?.neededOverlap, needed.needed.isFinite, needed.needed < 1e12 else {
      return LocalizedText("")
    }
    let (nl, en) = (CardWords(.nl), CardWords(.en))
    let wanted = Int(needed.needed.rounded(.up))
    return LocalizedText(
      nl: "Nu staan \(nl.number(needed.now)) personen op meer dan een lijst; voor een half zo breed interval van 95% "
        + "zouden dat er ongeveer \(nl.number(wanted)) moeten zijn, bij even lange lijsten.",
      en: "Now \(en.number(needed.now)) persons are on more than one list; for a 95% interval half as wide it would "
        + "take about \(en.number(wanted)), with lists as long as they are.")
  }

  /// How far the credible estimates are apart.
  public var spreadSentence: LocalizedText {
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
