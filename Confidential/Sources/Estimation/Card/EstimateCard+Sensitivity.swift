package import Model

extension EstimateCard {
  /// Changes of one kind, with what the estimate becomes under each.
  package struct SensitivityGroup: Equatable, Sendable {
    /// A name that stays: `without-list`.
    package var name: String
    package var title: LocalizedText
    /// Why the change is looked at.
    package var explanation: LocalizedText
    package var rows: [Row]

    package struct Row: Equatable, Sendable {
      package var change: LocalizedText
      package var estimate: Double?
    }
  }

  /// What moves the estimate, kind by kind; kinds without anything to show are left out.
  package func sensitivityGroups(naming names: ListNames) -> [SensitivityGroup] {
    guard let sensitivity else { return [] }
    let groups = [
      group(
        "highest-order", sensitivity.highestOrder, names,
        title: LocalizedText(nl: "Samenhang van alle lijsten samen", en: "Dependence of all lists together"),
        why: LocalizedText(
          nl: "Geen telling kan deze samenhang (xi) laten zien; elk model neemt aan dat zij nul is.",
          en: "No table can show this dependence (xi); every model assumes it is nought.")),
      group(
        "without-list", sensitivity.withoutList, names,
        title: LocalizedText(nl: "Zonder een van de lijsten", en: "Without one of the lists"),
        why: LocalizedText(
          nl: "Wie alleen op de weggelaten lijst stond, hoort dan bij de mensen die niemand zag.",
          en: "Whoever was on the omitted list only then belongs to the people nobody saw.")),
      group(
        "merged", sensitivity.merged, names,
        title: LocalizedText(nl: "Twee lijsten samengenomen", en: "Two lists made into one"),
        why: LocalizedText(
          nl: "Kleine lijsten worden vaak samengenomen; dat verschuift de schatting.",
          en: "Small lists are often merged; that moves the estimate.")),
      group(
        "threshold", sensitivity.thresholds, names,
        title: LocalizedText(nl: "Een andere drempel voor een paar", en: "Another threshold for a pair"),
        why: LocalizedText(
          nl: "Een paar lijsten komt in het model als zijn overlap toevallig zo onwaarschijnlijk zou zijn.",
          en: "A pair of lists enters the model when its overlap would be this unlikely by chance.")),
      group(
        "linkage", sensitivity.linkage, names,
        title: LocalizedText(nl: "Fouten bij het koppelen", en: "Errors of linkage"),
        why: LocalizedText(
          nl: "Gemiste koppelingen maken een schatting te hoog, valse te laag; hier zijn zij teruggerekend.",
          en: "Missed links make an estimate too high, false ones too low; here they have been undone.")),
    ]
    return groups.filter { !$0.rows.isEmpty }
  }

  private func group(
    _ name: String, _ variations: [SensitivityReport.Variation], _ names: ListNames, title: LocalizedText,
    why: LocalizedText
  ) -> SensitivityGroup {
    SensitivityGroup(
      name: name, title: title, explanation: why,
      rows: variations.map { .init(change: changeText($0, in: name, names), estimate: $0.estimate) })
  }

  /// The short code of a change in words.
  private func changeText(
    _ variation: SensitivityReport.Variation, in group: String, _ names: ListNames
  ) -> LocalizedText {
    let change = variation.change
    switch group {
    case "without-list":
      let list = names.together(variation.lists)
      return LocalizedText(nl: "zonder \(list.nl)", en: "without \(list.en)")
    case "merged": return names.together(variation.lists, by: " + ")
    case "linkage":
      let share = change.split(separator: " ").last.map(String.init) ?? change
      return change.hasPrefix("missed")
        ? LocalizedText(nl: "\(share) koppelingen gemist", en: "\(share) of links missed")
        : LocalizedText(nl: "\(share) koppelingen vals", en: "\(share) of links false")
    default: return LocalizedText(nl: change.replacing(".", with: ","), en: change)
    }
  }
}
