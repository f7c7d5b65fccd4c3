import Model

/// The interface texts of the edition, complete in both languages by type.
///
/// Templates name them as `{{t.skipToContent}}`; a test rules out names that are not here.
enum Phrase: String, CaseIterable {
  case skipToContent, navigation, overview, method, otherLanguage, breadcrumb
  case allFigures, atAGlance, publisher, years, referenceDate, deliveries, rowsTaken, cases, figures
  case numbers, tableScrolls, marks, notes, howItCameAbout, whatIsCounted, source, rung, downloads
  case downloadTable, downloadMetadata, downloadChart, wholeEdition, manifest, previous, next, tracing, tracingText
  case methodLead, contents, lanes, linking, rules, exclusions, imputation, departures, findings, concepts, colophon
  case deliveriesText, lanesText, linkingText, rulesText, exclusionsText, imputationText, departuresText
  case findingsText, conceptsText, checksums, checksumsText, noDepartures, noFindings, noConflicts, noDeliveries
  case policy, reason, provenance, version, seed, edition, madeWith, rulesAppliedText, readFurther

  var text: LocalizedText {
    let (nl, en) = words
    return LocalizedText(nl: nl, en: en)
  }

  private var words: (nl: String, en: String) {
    switch self {
    case .skipToContent: ("Naar de inhoud", "Skip to content")
    case .navigation: ("Onderdelen", "Sections")
    case .overview: ("Overzicht", "Overview")
    case .method: ("Verantwoording", "Method")
    case .otherLanguage: ("English", "Nederlands")
    case .breadcrumb: ("U bent hier", "You are here")
    case .allFigures: ("Alle figuren en tabellen", "All figures and tables")
    case .atAGlance: ("De editie in het kort", "The edition in brief")
    case .publisher: ("Uitgever", "Publisher")
    case .years: ("Jaren", "Years")
    case .referenceDate: ("Peildatum", "Reference date")
    case .deliveries: ("Leveringen", "Deliveries")
    case .rowsTaken: ("Opgenomen meldingen", "Notifications taken in")
    case .cases: ("Personen per jaar na koppeling", "Persons per year after linking")
    case .figures: ("Figuren en tabellen", "Figures and tables")
    case .numbers: ("De getallen", "The numbers")
    case .tableScrolls: ("Tabel; schuif opzij voor meer kolommen", "Table; scroll sideways for more columns")
    case .marks: ("Afkortingen en tekens in de tabel", "Abbreviations and marks in the table")
    case .notes: ("Toelichting", "Notes")
    case .howItCameAbout: ("Hoe deze getallen tot stand kwamen", "How these numbers came about")
    case .whatIsCounted: ("Wat er is geteld", "What is counted")
    case .source: ("Bron", "Source")
    case .rung: ("Soort getal", "Kind of number")
    case .downloads: ("Downloaden", "Downloads")
    case .downloadTable: ("Tabel als CSV", "Table as CSV")
    case .downloadMetadata: ("Beschrijving van de CSV (JSON)", "Description of the CSV (JSON)")
    case .downloadChart: ("Grafiek als SVG", "Chart as SVG")
    case .wholeEdition: ("De hele editie als JSON", "The whole edition as JSON")
    case .manifest: ("Alle bestanden met controlegetallen (JSON)", "All files with checksums (JSON)")
    case .previous: ("Vorige", "Previous")
    case .next: ("Volgende", "Next")
    case .tracing: ("Eén getal narekenen", "Tracing one number")
    case .tracingText:
      (
        "Wie over de leveringen beschikt, ziet met deze opdracht voor elke cel hoe het getal is ontstaan:",
        "Whoever holds the deliveries can see how each cell came about with this command:"
      )
    default: methodWords
    }
  }
}
