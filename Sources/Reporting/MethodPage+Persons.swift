import Charts
import Disclosure
import Model

extension Pages {
  /// How well the notifications of each source, and of each category by which persons are compared, could be recognised.
  func recall(_ persons: PublishedAccount.Persons, _ language: Language) -> [Markup] {
    guard !persons.groups.isEmpty else { return [] }
    let text = LocalizedText(
      nl:
        "Niet elke melding is even goed te herkennen. De tabel zegt van welk deel van de meldingen iets bekend is waaraan te herkennen is "
        + "wie het is, welk deel bij een andere melding over dezelfde persoon is gevoegd, en hoeveel van de verbindingen die er naar "
        + "verwachting zijn, ook zijn gevonden. Waar weinig is gevonden, kan een groep te groot lijken.",
      en:
        "Not every notification can be recognised equally well. The table says of which part of the notifications something is known "
        + "that could tell who it is, which part was put with another one about the same person, and how many of the links that are "
        + "expected to be there were found. Where few were found, a group can seem too large.")
    let headers = [
      LocalizedText(nl: "Meldingen van of over", en: "Notifications from or about"),
      LocalizedText(nl: "Te herkennen", en: "Recognisable"), LocalizedText(nl: "Verbonden", en: "Linked"),
      LocalizedText(nl: "Gevonden", en: "Found"),
    ]
    let table = listTable(
      caption: LocalizedText(nl: "Hoe goed personen zijn herkend", en: "How well persons were recognised")[language],
      headers: headers.map { $0[language] }, figures: [1, 2, 3],
      rows: persons.groups.map { group in
        [.text(name(of: group, language))]
          + [group.recognisable, group.linked, group.found].map { .text(share($0, language)) }
      }, language)
    let few = LocalizedText(
      nl: "Waar \(CellState.absent(.suppressed).mark ?? "") staat, gaat het om te weinig meldingen om het te zeggen.",
      en: "Where it says \(CellState.absent(.suppressed).mark ?? "") there are too few notifications to tell.")
    let isHidden = persons.groups.contains {
      [$0.recognisable, $0.linked, $0.found].contains { $0.absence == .suppressed }
    }
    return [.element("p", [:], text: text[language]), table]
      + (isHidden ? [.element("p", ["class": "source"], text: few[language])] : [])
  }

  private func name(of group: PublishedAccount.LinkedGroup, _ language: Language) -> String {
    guard group.variable != "source" else {
      return monitor.source(named: group.key)?.label[language] ?? group.key
    }
    let category = monitor.label(ofValue: group.key, in: group.variable)[language]
    return "\(monitor.label(ofVariable: group.variable)[language].capitalizedFirst): \(category)"
  }

  private func share(_ value: CellValue, _ language: Language) -> String {
    value == .undefined ? "–" : number(value, language) + (value.quantity == nil ? "" : "%")
  }

  /// Where the number that is counted stands, when it is not among the middle half of the likely ones.
  func standing(of persons: PublishedAccount.Persons) -> LocalizedText? {
    switch persons.standing {
    case .middle: nil
    case .high:
      LocalizedText(
        nl:
          "De tabellen tellen de waarschijnlijkste indeling. Waarschijnlijk zijn het er minder, omdat sommige meldingen over dezelfde "
          + "persoon te weinig gemeen hebben om dat te zien.",
        en:
          "The tables count the likeliest division. There are likely fewer, because some notifications about the same person have too "
          + "little in common to show it.")
    case .low:
      LocalizedText(
        nl:
          "De tabellen tellen de waarschijnlijkste indeling. Waarschijnlijk zijn het er meer, omdat sommige meldingen die voor één "
          + "persoon zijn gehouden over twee personen gaan.",
        en:
          "The tables count the likeliest division. There are likely more, because some notifications taken for one person are of two."
      )
    }
  }
}
