import Disclosure
import Model

extension PublishedCard.Subject {
  /// Who and what the card is about.
  func section(lists: [PublishedCard.List], _ words: CardWords) -> EstimatePage.Section {
    let text =
      [population] + [periodNote].compactMap(\.self)
      + [countedOnce, originSentence] + operations + notes + [drawing]
    return EstimatePage.Section(
      id: "about", title: words.say(nl: "Wie er geschat is", en: "Who was estimated"), text: text.map { words($0) },
      tables: [table(of: lists, words)].compactMap(\.self))
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
        nl: "Samengenomen tot \(merge.name): \(merge.lists.joined(separator: ", ")).",
        en: "Merged into \(merge.name): \(merge.lists.joined(separator: ", ")).")
    }
    guard !dropped.isEmpty else { return said }
    let names = dropped.joined(separator: ", ")
    return said + [
      LocalizedText(
        nl: "Weggelaten: \(names). Wie alleen daar stond, hoort bij de mensen die niemand zag.",
        en: "Left out: \(names). Whoever was there only belongs to the people nobody saw.")
    ]
  }

  private var drawing: LocalizedText {
    LocalizedText(
      nl: "Intervallen uit \(Quantity(replicates).formatted(in: .nl)) herhalingen of meer, startwaarde "
        + "\(seed).",
      en: "Intervals from \(Quantity(replicates).formatted(in: .en)) replicates or more, seed \(seed).")
  }

  private func table(of lists: [PublishedCard.List], _ words: CardWords) -> EstimatePage.Table? {
    guard !listLabels.isEmpty else { return nil }
    return EstimatePage.Table(
      caption: words.say(nl: "De lijsten", en: "The lists"),
      headers: [words.say(nl: "Op deze kaart", en: "On this card"), words.say(nl: "Lijst", en: "List")], figures: [],
      rows: lists.map { [$0.name, listLabels[$0.name].map { words($0) } ?? "–"] })
  }
}
