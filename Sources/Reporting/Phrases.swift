import Model

/// The texts of the interface: by its type each has words in both languages.
///
/// Templates name them as `{{t.skipToContent}}`; a test rules out names that are not here.
struct Phrases: Sendable {
  let skipToContent = LocalizedText(nl: "Naar de inhoud", en: "Skip to content")
  let navigation = LocalizedText(nl: "Onderdelen", en: "Sections")
  let overview = LocalizedText(nl: "Overzicht", en: "Overview")
  let method = LocalizedText(nl: "Verantwoording", en: "Method")
  let otherLanguage = LocalizedText(nl: "English", en: "Nederlands")
  let breadcrumb = LocalizedText(nl: "U bent hier", en: "You are here")
  let allFigures = LocalizedText(nl: "Alle figuren en tabellen", en: "All figures and tables")
  let texts = LocalizedText(nl: "Teksten", en: "Texts")
  let notesAndSources = LocalizedText(nl: "Noten en bronnen", en: "Notes and sources")
  let whereNumbersComeFrom = LocalizedText(nl: "Waar de getallen vandaan komen", en: "Where the numbers come from")
  let numbersOfText = LocalizedText(nl: "De getallen van deze tekst", en: "The numbers of this text")
  let numbersOfTextText = LocalizedText(
    nl: "Niemand heeft deze getallen ingetypt. Elk getal en elk oordeel over een getal volgt uit de tabellen van deze "
      + "editie.",
    en: "Nobody typed these numbers. Every number and every verdict on a number follows from the tables of this "
      + "edition.")
  let atAGlance = LocalizedText(nl: "De editie in het kort", en: "The edition in brief")
  let keyNumbers = LocalizedText(nl: "De belangrijkste cijfers", en: "Main figures")
  let pictures = LocalizedText(nl: "In beeld", en: "In pictures")
  let figureOrTable = LocalizedText(nl: "Nummer", en: "Number")
  let subject = LocalizedText(nl: "Waarover", en: "About")
  let counted = LocalizedText(nl: "Wat is geteld", en: "What is counted")
  let period = LocalizedText(nl: "Periode", en: "Period")
  let lacking = LocalizedText(nl: "Niet geleverd", en: "Not delivered")
  let explanations = LocalizedText(nl: "Wat er speelde", en: "What was going on")
  let explanationsText = LocalizedText(
    nl: "Dit gebeurde in deze jaren. Wat het met de cijfers deed, is niet gemeten.",
    en: "This happened in these years. What it did to the figures was not measured.")
  let glossary = LocalizedText(nl: "Begrippen", en: "Glossary")
  let glossaryLead = LocalizedText(
    nl: "Wat de woorden en tekens in deze editie betekenen.", en: "What the words and marks in this edition mean.")
  let wholeCodebook = LocalizedText(
    nl: "Het hele codeboek, met alle categorieën, staat in de verantwoording.",
    en: "The whole codebook, with all categories, is on the method page.")
  let unitsOfCount = LocalizedText(nl: "Wat er wordt geteld", en: "What is counted")
  let kindsOfNumbers = LocalizedText(nl: "Soorten getallen", en: "Kinds of numbers")
  let signs = LocalizedText(nl: "Tekens in tabellen en grafieken", en: "Marks in tables and charts")
  let characteristics = LocalizedText(nl: "Kenmerken", en: "Characteristics")
  let victims = LocalizedText(nl: "Wie is slachtoffer, per melder", en: "Who is a victim, by reporter")
  let references = LocalizedText(nl: "Bronnen", en: "References")
  let referencesLead = LocalizedText(
    nl: "Alles waarnaar deze editie verwijst, met de plaatsen waar dat gebeurt.",
    en: "All that this edition refers to, with the places where it does.")
  let usedIn = LocalizedText(nl: "Gebruikt in:", en: "Used in:")
  let search = LocalizedText(nl: "Zoeken", en: "Search")
  let searchLead = LocalizedText(
    nl: "Alle figuren, tabellen, teksten en begrippen van deze editie. Typ een woord om de lijst te verkleinen.",
    en: "All figures, tables, texts and terms of this edition. Type a word to narrow the list.")
  let allSubjects = LocalizedText(nl: "Alle onderwerpen", en: "All subjects")
  let term = LocalizedText(nl: "Begrip", en: "Term")
  let text = LocalizedText(nl: "Tekst", en: "Text")
  let use = LocalizedText(nl: "Deze bladzijde gebruiken", en: "Using this page")
  let citation = LocalizedText(nl: "Zo verwijst u ernaar", en: "How to cite it")
  let licence = LocalizedText(nl: "Hergebruik", en: "Licence")
  let noLicence = LocalizedText(
    nl: "Over hergebruik is niets vastgelegd; vraag het de uitgever.",
    en: "Nothing is laid down about reuse; ask the publisher.")
  let countedHere = LocalizedText(nl: "Wat is geteld", en: "What is counted")
  let whatUnitsMean = LocalizedText(nl: "Wat dat betekent", en: "What that means")
  // Words of the script.
  let scriptFilter = LocalizedText(nl: "Zoek in deze lijst", en: "Search this list")
  let scriptFound = LocalizedText(nl: "# gevonden", en: "# found")
  let scriptShares = LocalizedText(nl: "Toon als aandeel van het totaal", en: "Show as shares of the total")
  let scriptCopy = LocalizedText(nl: "Kopieer", en: "Copy")
  let scriptCopied = LocalizedText(nl: "Gekopieerd", en: "Copied")
  let scriptSelected = LocalizedText(nl: "Geselecteerd; kopieer het zelf.", en: "Selected; copy it yourself.")
  let publisher = LocalizedText(nl: "Uitgever", en: "Publisher")
  let years = LocalizedText(nl: "Jaren", en: "Years")
  let referenceDate = LocalizedText(nl: "Peildatum", en: "Reference date")
  let deliveries = LocalizedText(nl: "Leveringen", en: "Deliveries")
  let numbersTaken = LocalizedText(nl: "Opgenomen getallen", en: "Numbers taken in")
  let rowsTaken = LocalizedText(nl: "Opgenomen meldingen", en: "Notifications taken in")
  let cases = LocalizedText(nl: "Personen per jaar na koppeling", en: "Persons per year after linking")
  let figures = LocalizedText(nl: "Figuren en tabellen", en: "Figures and tables")
  let numbers = LocalizedText(nl: "De getallen", en: "The numbers")
  let tableScrolls = LocalizedText(
    nl: "Tabel; schuif opzij voor meer kolommen",
    en: "Table; scroll sideways for more columns")
  let marks = LocalizedText(nl: "Afkortingen en tekens in de tabel", en: "Abbreviations and marks in the table")
  let notes = LocalizedText(nl: "Toelichting", en: "Notes")
  let margins = LocalizedText(
    nl: "Hoe zeker elk getal is, doordat personen herkend moesten worden",
    en: "How sure each number is, as persons had to be recognised")
  let howItCameAbout = LocalizedText(nl: "Hoe deze getallen tot stand kwamen", en: "How these numbers came about")
  let whatIsCounted = LocalizedText(nl: "Wat er is geteld", en: "What is counted")
  let source = LocalizedText(nl: "Bron", en: "Source")
  let rung = LocalizedText(nl: "Soort getal", en: "Kind of number")
  let downloads = LocalizedText(nl: "Downloaden", en: "Downloads")
  let downloadTable = LocalizedText(nl: "Tabel als CSV", en: "Table as CSV")
  let downloadMetadata = LocalizedText(nl: "Beschrijving van de CSV (JSON)", en: "Description of the CSV (JSON)")
  let downloadChart = LocalizedText(nl: "Grafiek als SVG", en: "Chart as SVG")
  let wholeEdition = LocalizedText(nl: "De hele editie als JSON", en: "The whole edition as JSON")
  let manifest = LocalizedText(nl: "Alle bestanden met controlegetallen (JSON)", en: "All files with checksums (JSON)")
  let previous = LocalizedText(nl: "Vorige", en: "Previous")
  let next = LocalizedText(nl: "Volgende", en: "Next")
  let tracing = LocalizedText(nl: "Eén getal narekenen", en: "Tracing one number")
  let tracingText = LocalizedText(
    nl: "Wie over de leveringen beschikt, ziet met deze opdracht voor elke cel hoe het getal is ontstaan:",
    en: "Whoever holds the deliveries can see how each cell came about with this command:")

  // The method page.
  let methodLead = LocalizedText(
    nl: "Deze bladzijde laat stap voor stap zien hoe de leveringen van de melders de cijfers van deze "
      + "editie werden.",
    en: "This page shows step by step how the deliveries of the reporters became the figures of this edition.")
  let contents = LocalizedText(nl: "Op deze bladzijde", en: "On this page")
  let lanes = LocalizedText(nl: "Hoe meldingen binnenkomen", en: "How notifications come in")
  let reporters = LocalizedText(nl: "Wie leveren", en: "Who delivers")
  let reportersText = LocalizedText(
    nl: "Elke partner telt in eigen woorden en noemt slachtoffer wie in de eigen taak slachtoffer is. Er worden alleen "
      + "aantallen geleverd, geen gegevens over personen.",
    en: "Each partner counts in its own words and calls a victim whom its own task calls so. Only counts are "
      + "delivered, nothing about persons.")
  let linking = LocalizedText(nl: "Koppelen", en: "Linking")
  let rules = LocalizedText(nl: "Regels, in volgorde", en: "Rules, in order")
  let exclusions = LocalizedText(nl: "Wie niet meetelt", en: "Who is left out")
  let imputation = LocalizedText(nl: "Bijschatting", en: "Imputation")
  let revisions = LocalizedText(nl: "Herziene cijfers", en: "Revised figures")
  let departures = LocalizedText(
    nl: "Afwijkingen van eerder gepubliceerde cijfers",
    en: "Departures from figures published before")
  let findings = LocalizedText(nl: "Bevindingen in de leveringen", en: "Findings in the deliveries")
  let concepts = LocalizedText(nl: "Begrippen", en: "Definitions")
  let colophon = LocalizedText(nl: "Colofon", en: "Colophon")
  let expected = LocalizedText(nl: "Wat er geleverd is", en: "What was delivered")
  let expectedText = LocalizedText(
    nl:
      "Van elke melder staat hier hoe het met de levering over elk jaar staat. Wat niet geleverd is, telt nergens als "
      + "nul: een getal dat zo'n levering nodig heeft ontbreekt, en een som waar zij in hoort is voorlopig.",
    en: "For each reporter this says how it stands with the delivery about each year. What was not delivered counts as "
      + "nought nowhere: a number that needs such a delivery is absent, and a sum it belongs in is provisional.")
  let deliveriesText = LocalizedText(
    nl: "Een rij die niet kan worden ingelezen, staat terzijde en telt niet mee. Een rij zonder "
      + "wettelijke grond om gegevens zo te bewaren, telt mee met minder gegevens: zonder naam, of alleen als aantal.",
    en: "A row that cannot be read is set aside and does not count. A row without a legal ground for "
      + "keeping details so counts with fewer of them: without a name, or as a mere count.")
  let lanesText = LocalizedText(
    nl: "Elke melding komt op een van drie manieren binnen: met naam, onder een sleutel zonder naam, of alleen als "
      + "aantal. De wettelijke grond bepaalt welke manier mag.",
    en: "Each notification arrives in one of three ways: with a name, under a key without a name, or as a "
      + "mere count. The legal ground decides which way is allowed.")
  let linkingText = LocalizedText(
    nl: "Meldingen over dezelfde persoon in hetzelfde jaar zijn samengenomen. Wat de meldingen samen "
      + "zeggen, staat hieronder.",
    en: "Notifications about the same person in the same year were taken together. What they say "
      + "together is below.")
  let rulesText = LocalizedText(
    nl: "Elke regel heeft een reden en een bron. De regels worden in deze volgorde toegepast.",
    en: "Each rule has a reason and a source. The rules are applied in this order.")
  let exclusionsText = LocalizedText(
    nl: "Het aantal gevallen dat door elke regel buiten de telling valt, per jaar.",
    en: "The number of cases each rule leaves out of the count, by year.")
  let imputationText = LocalizedText(
    nl: "Onbekende waarden die volgens een regel zijn verdeeld, en welk deel daarvan een waarde kreeg.",
    en: "Unknown values that a rule allotted, and what part of them received a value.")
  let statistics = LocalizedText(nl: "Hoe zeker aantallen zijn", en: "How sure counts are")
  let statisticsText = LocalizedText(
    nl: "Wat figuren zeggen over toeval en over wat niet bekend is, volgt alleen uit de getallen die zij tonen.",
    en: "What figures say of chance and of what is not known follows from the numbers that they show and no others.")
  let revisionsText = LocalizedText(
    nl: "Deze cijfers stonden anders in een eerdere editie.",
    en: "These figures were other ones in an earlier edition.")
  let departuresText = LocalizedText(
    nl: "Op deze plaatsen staat hier een ander getal dan eerder is gepubliceerd.",
    en: "In these places the number here differs from the one published before.")
  let findingsText = LocalizedText(
    nl: "Wat bij het inlezen opviel, geteld per controle. De melders hebben elke bevinding met rij en "
      + "kolom gekregen.",
    en: "What stood out on reading, counted by check. The reporters received each finding with row and "
      + "column.")
  let conceptsText = LocalizedText(
    nl: "De variabelen van het codeboek met hun betekenis.",
    en: "The variables of the codebook and what they mean.")
  let noDepartures = LocalizedText(nl: "Er zijn geen afwijkingen.", en: "There are no departures.")
  let noFindings = LocalizedText(nl: "Er zijn geen bevindingen.", en: "There are no findings.")
  let noConflicts = LocalizedText(
    nl: "De meldingen spraken elkaar nergens tegen.",
    en: "The notifications nowhere contradicted each other.")
  let noDeliveries = LocalizedText(nl: "Er zijn geen leveringen vermeld.", en: "No deliveries are listed.")

  // The colophon.
  let policy = LocalizedText(nl: "Publicatiebeleid", en: "Publication policy")
  let reason = LocalizedText(nl: "Reden", en: "Reason")
  let decidedBy = LocalizedText(nl: "Besloten door", en: "Decided by")
  let provenance = LocalizedText(nl: "Herkomst", en: "Provenance")
  let version = LocalizedText(nl: "Versie van het programma", en: "Version of the program")
  let seed = LocalizedText(nl: "Startwaarde van het toeval", en: "Random seed")
  let edition = LocalizedText(nl: "Editie", en: "Edition")
  let madeWith = LocalizedText(nl: "Gemaakt met Zicht", en: "Made with Zicht")
  let cardData = LocalizedText(nl: "Alles op deze kaart als JSON", en: "Everything on this card as JSON")
  let cardInBrief = LocalizedText(nl: "De kaart in het kort", en: "The card in brief")
}

/// The one catalogue.
let phrases = Phrases()

extension Phrases {
  /// The texts in one language by name, for templates.
  func named(in language: Language) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: Mirror(reflecting: self).children.compactMap { name, value in
        guard let name, let text = value as? LocalizedText else { return nil }
        return (name, text[language])
      })
  }
}
