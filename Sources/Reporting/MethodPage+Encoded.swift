import Charts
import Disclosure
import Model

extension Pages {
  /// From what it was worked out who is who.
  func evidence(_ language: Language) -> String {
    let isEncoded = monitor.sources.contains { $0.columns.contains(where: \.isEncodedRow) }
    return
      (isEncoded
      ? LocalizedText(
        nl: "persoonsgegevens, uit sleutels en uit coderingen", en: "personal details, from keys and from encodings")
      : LocalizedText(nl: "persoonsgegevens en uit sleutels", en: "personal details and from keys"))[language]
  }

  /// By what each reporter says who a notification is about.
  func howItCame(_ language: Language) -> Markup {
    let yes = LocalizedText(nl: "ja", en: "yes")[language]
    let ways: [(label: LocalizedText, holds: (SourceColumn) -> Bool)] = [
      (LocalizedText(nl: "Persoonsgegevens", en: "Personal details"), \.saysWho),
      (LocalizedText(nl: "Sleutel van de persoon", en: "Key of the person"), { $0.role == .person }),
      (LocalizedText(nl: "Codering", en: "Encoding"), \.isEncodedRow),
    ]
    let sources = monitor.sources.filter { !$0.deliversCounts }
    return listTable(
      caption: LocalizedText(
        nl: "Waaraan melders te kennen geven over wie het gaat",
        en: "By what reporters say whom it is "
          + "about")[language],
      headers: ([LocalizedText(nl: "Melder", en: "Reporter")] + ways.map(\.label)).map { $0[language] }, figures: [],
      rows: sources.map { source in
        [.text(source.label[language])] + ways.map { .text(source.columns.contains(where: $0.holds) ? yes : "") }
      }, language)
  }

  /// How many notifications came encoded, and what that means for who is who.
  func encodings(_ encoded: PublishedAccount.Encoded, _ language: Language) -> [LocalizedText] {
    let shown = { (value: CellValue) in number(value, language) }
    let text = LocalizedText(
      nl:
        "Van \(shown(encoded.only)) meldingen kent het register geen naam: de melder heeft ze gecodeerd, en een "
        + "koppelaar die "
        + "geen namen kent heeft de coderingen vergeleken. Van \(shown(encoded.alsoClear)) andere meldingen zijn "
        + "persoonsgegevens bekend en ook de codering; onderling zijn die aan hun gegevens vergeleken.",
      en:
        "Of \(shown(encoded.only)) notifications the register knows no name: the reporter encoded them, and a "
        + "linkage unit that "
        + "knows no names compared the encodings. Of \(shown(encoded.alsoClear)) others the details are known and "
        + "the encoding "
        + "too; among each other those were compared by their details.")
    let unknown = LocalizedText(
      nl:
        "Van \(shown(encoded.unknown)) meldingen zijn de coderingen niet vergeleken; elk daarvan telt als een persoon.",
      en: "Of \(shown(encoded.unknown)) notifications the encodings were not compared; each of those counts as a "
        + "person.")
    let few = LocalizedText(
      nl: "Van enkele meldingen zijn de coderingen niet vergeleken; elk daarvan telt als een persoon.",
      en: "Of a few notifications the encodings were not compared; each of those counts as a person.")
    return [text] + (encoded.unknown.isNought ? [] : [encoded.unknown.absence == nil ? unknown : few])
  }
}

extension SourceColumn {
  /// Whether it is a personal detail by which somebody is known.
  fileprivate var saysWho: Bool {
    if case .identity = role { !isEncodedRow } else { false }
  }
}
