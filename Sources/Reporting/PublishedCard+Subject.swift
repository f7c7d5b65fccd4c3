import Disclosure
import Model

extension PublishedCard.Subject {
  /// Who and what the card is about.
  func section(lists: [PublishedCard.List], _ words: CardWords) -> EstimatePage.Section {
    let text =
      [population] + [periodNote].compactMap(\.self)
      + [countedOnce, originSentence] + operations + notes
    return EstimatePage.Section(
      id: "about", title: words.say(nl: "Wie er geschat is", en: "Who was estimated"), text: text.map { words($0) },
      tables: lists.contains { words($0.label) != $0.name } ? [table(of: lists, words)] : [])
  }

  /// The file of the table, or the cases of the edition.
  private var originSentence: LocalizedText {
    switch origin {
    case .table(let file):
      return LocalizedText(
        nl: "De lijsten staan in \(file) in de map van de monitor.",
        en: "The lists are in \(file) in the folder of the monitor.")
    case .cases(_, let label):
      let (nl, en) = (CardWords(.nl).number(leftOut), CardWords(.en).number(leftOut))
      let left =
        leftOut == .exact(Quantity(0))
        ? LocalizedText("")
        : LocalizedText(
          nl: " \(nl) gevallen zonder sleutel of met onbekende lijsten doen niet mee.",
          en: " \(en) cases without a key or with unknown lists take no part.")
      return LocalizedText(
        nl: "De lijsten zijn de categorieën van ‘\(label.nl)’ van de personen in deze editie.\(left.nl)",
        en: "The lists are the categories of ‘\(label.en)’ of the persons in this edition.\(left.en)")
    }
  }

  /// Merging and dropping move the estimate, so they are said.
  private var operations: [LocalizedText] {
    let said = merged.map { merge in
      LocalizedText(
        nl: "Samengenomen tot \(merge.label.nl): \(merge.members.nl).",
        en: "Merged into \(merge.label.en): \(merge.members.en).")
    }
    guard !dropped.isEmpty else { return said }
    return said + [
      LocalizedText(
        nl: "Weggelaten: \(droppedLabels.nl). Wie alleen daar stond, hoort bij de mensen die niemand zag.",
        en: "Left out: \(droppedLabels.en). Whoever was there only belongs to the people nobody saw.")
    ]
  }

  /// What a list is called here and in the open data.
  private func table(of lists: [PublishedCard.List], _ words: CardWords) -> EstimatePage.Table {
    EstimatePage.Table(
      caption: words.say(nl: "De lijsten", en: "The lists"),
      headers: [
        words.say(nl: "Op deze bladzijde", en: "On this page"), words.say(nl: "In de gegevens", en: "In the data"),
      ], figures: [], rows: lists.map { [words($0.label), $0.name] })
  }
}
