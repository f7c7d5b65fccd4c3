extension Phrase {
  /// The texts of the method page and the colophon.
  var methodWords: (nl: String, en: String) {
    switch self {
    case .methodLead:
      (
        "Deze bladzijde laat stap voor stap zien hoe de leveringen van de melders de cijfers van deze editie werden.",
        "This page shows step by step how the deliveries of the reporters became the figures of this edition."
      )
    case .contents: ("Op deze bladzijde", "On this page")
    case .lanes: ("Sporen en gronden", "Lanes and grounds")
    case .linking: ("Koppelen", "Linking")
    case .rules: ("Regels, in volgorde", "Rules, in order")
    case .exclusions: ("Wie niet meetelt", "Who is left out")
    case .imputation: ("Bijschatting", "Imputation")
    case .departures: ("Afwijkingen van eerder gepubliceerde cijfers", "Departures from figures published before")
    case .findings: ("Bevindingen in de leveringen", "Findings in the deliveries")
    case .concepts: ("Begrippen", "Definitions")
    case .colophon: ("Colofon", "Colophon")
    case .deliveriesText:
      (
        "Een rij die niet kan worden ingelezen, staat terzijde en telt niet mee. Een rij zonder wettelijke grond voor "
          + "haar spoor schuift een spoor omlaag.",
        "A row that cannot be read is set aside and does not count. A row without a legal ground for its lane moves "
          + "down one lane."
      )
    case .lanesText:
      (
        "Elke melding komt binnen langs een van drie sporen: met naam, onder een sleutel zonder naam, of alleen als "
          + "aantal. De wettelijke grond bepaalt welk spoor mag.",
        "Each notification arrives along one of three lanes: with a name, under a key without a name, or as a mere "
          + "count. The legal ground decides which lane is allowed."
      )
    case .linkingText:
      (
        "Meldingen over dezelfde persoon in hetzelfde jaar zijn samengenomen. Wat de meldingen samen zeggen, staat "
          + "hieronder.",
        "Notifications about the same person in the same year were taken together. What they say together is below."
      )
    case .rulesText:
      (
        "Elke regel heeft een reden en een bron. De regels worden in deze volgorde toegepast.",
        "Each rule has a reason and a source. The rules are applied in this order."
      )
    case .exclusionsText:
      (
        "Het aantal personen dat door elke regel buiten de telling valt, per jaar.",
        "The number of persons each rule leaves out of the count, by year."
      )
    case .imputationText:
      (
        "Onbekende waarden die volgens een regel zijn verdeeld, en welk deel daarvan een waarde kreeg.",
        "Unknown values that a rule allotted, and what part of them received a value."
      )
    case .departuresText:
      (
        "Op deze plaatsen staat hier een ander getal dan eerder is gepubliceerd.",
        "In these places the number here differs from the one published before."
      )
    default: colophonWords
    }
  }

  private var colophonWords: (nl: String, en: String) {
    switch self {
    case .findingsText:
      (
        "Wat bij het inlezen opviel, geteld per controle. De melders hebben elke bevinding met rij en kolom gekregen.",
        "What stood out on reading, counted by check. The reporters received each finding with row and column."
      )
    case .conceptsText:
      (
        "De variabelen van het codeboek met hun betekenis.", "The variables of the codebook and what they mean."
      )
    case .checksums: ("Controlegetallen van de leveringen", "Checksums of the deliveries")
    case .checksumsText:
      (
        "Het SHA-256-getal van elk bestand zoals het is ontvangen.", "The SHA-256 checksum of each file as received."
      )
    case .noDepartures: ("Er zijn geen afwijkingen.", "There are no departures.")
    case .noFindings: ("Er zijn geen bevindingen.", "There are no findings.")
    case .noConflicts:
      ("De meldingen spraken elkaar nergens tegen.", "The notifications nowhere contradicted each other.")
    case .noDeliveries: ("Er zijn geen leveringen vermeld.", "No deliveries are listed.")
    case .policy: ("Publicatiebeleid", "Publication policy")
    case .reason: ("Reden", "Reason")
    case .provenance: ("Herkomst", "Provenance")
    case .version: ("Versie van het programma", "Version of the program")
    case .seed: ("Startwaarde van het toeval", "Random seed")
    case .edition: ("Editie", "Edition")
    case .madeWith: ("Gemaakt met Zicht", "Made with Zicht")
    case .rulesAppliedText: ("De regels, in volgorde", "The rules, in order")
    case .readFurther: ("Verder lezen in de verantwoording", "Read on in the method")
    default: ("", "")
    }
  }
}
