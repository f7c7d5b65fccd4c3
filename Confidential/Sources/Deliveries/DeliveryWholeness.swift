import Model

/// Signs that a file of records is not the whole delivery, whatever was delivered before.
///
/// The same question as about a delivery that is much smaller than the one before, with the same answer: a reason.
struct DeliveryWholeness {
  let report: DeliveryReport

  var findings: [Finding] {
    guard report.reported == nil else { return [] }
    return [cutOff, mostlySetAside].compactMap { $0 }
  }

  private var cutOff: Finding? {
    guard let row = report.cutOffRow else { return nil }
    return Finding(
      .cutOffFile, at: Finding.Place(file: report.fileName, row: row),
      LocalizedText(
        nl: "het bestand houdt midden in deze rij op.", en: "the file ends in the middle of this row."))
  }

  /// Below this number a few slips are a few slips.
  private static let leastSetAside = 5

  private var mostlySetAside: Finding? {
    guard report.rowsSetAside >= Self.leastSetAside, report.rowsSetAside > report.rowsTaken else { return nil }
    let (aside, read) = (Quantity(report.rowsSetAside), Quantity(report.rowsRead))
    return Finding(
      .mostlySetAside, at: Finding.Place(file: report.fileName),
      LocalizedText(
        nl: "van de \(read.formatted(in: .nl)) rijen zijn er \(aside.formatted(in: .nl)) niet bruikbaar.",
        en: "of the \(read.formatted(in: .en)) rows \(aside.formatted(in: .en)) cannot be used."))
  }
}

extension FindingRule {
  static let wholenessRules = [cutOffFile, mostlySetAside]

  static let cutOffFile = FindingRule(
    "cut-off-file", .delivery, .fatal,
    explanation: LocalizedText(
      nl:
        "De laatste rij van een tekstbestand heeft minder cellen dan er kolommen zijn, en achter haar staat geen einde "
        + "van de regel: het bestand is waarschijnlijk afgekapt bij het versturen of kopiëren.",
      en:
        "The last row of a text file has fewer cells than there are columns, and no line end stands behind it: the file "
        + "was probably cut off when it was sent or copied."),
    remedy: LocalizedText(
      nl: "Vraag het bestand opnieuw. Is het zo toch volledig, geef dan de reden op met --smaller-because.",
      en: "Ask for the file again. If it is complete as it is, give the reason with --smaller-because."),
    example: LocalizedText(
      nl: "het bestand houdt midden in deze rij op.", en: "the file ends in the middle of this row."))

  static let mostlySetAside = FindingRule(
    "mostly-set-aside", .delivery, .fatal,
    explanation: LocalizedText(
      nl:
        "Meer dan de helft van de rijen (en ten minste vijf) is niet bruikbaar. Wat overblijft zou als de hele levering "
        + "worden geteld.",
      en: "More than half of the rows (and at least five) cannot be used. What is left would be counted as the whole "
        + "delivery."),
    remedy: LocalizedText(
      nl: "Verbeter eerst de rijen die hieronder staan. Klopt het zo, geef dan de reden op met --smaller-because.",
      en: "Mend the rows below first. If it is right as it is, give the reason with --smaller-because."),
    example: LocalizedText(
      nl: "van de 12 rijen zijn er 11 niet bruikbaar.", en: "of the 12 rows 11 cannot be used."))
}
