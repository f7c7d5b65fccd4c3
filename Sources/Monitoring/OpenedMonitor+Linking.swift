package import Model

extension OpenedMonitor {
  /// What erasing does to numbers where persons are recognised by their details; nil where keys say who is who.
  package var erasingRemark: LocalizedText? {
    guard monitor.linkage != nil else { return nil }
    return LocalizedText(
      nl:
        "Deze monitor herkent personen aan hun gegevens. Records waarvan die gewist zijn, tellen voortaan elk als een persoon: "
        + "aantallen personen kunnen daardoor hoger worden.",
      en:
        "This monitor recognises persons by their details. Records without them count as a person each from now on: numbers of "
        + "persons can become higher.")
  }
}
