import Model

/// Why what stands in the column of the person key is no key. Says what kind of thing it is, never what it reads.
enum KeyProblem: Equatable, CaseIterable {
  /// Nothing at all.
  case empty
  /// A word or sign for what is not known: `onbekend`, `?`, `-`, `0`, `-99`.
  case missingWord
  /// A line of totals under the records.
  case total
  /// A long number that a spreadsheet has shortened: `1,23457E+15`.
  case scientific
  /// More digits than a spreadsheet keeps of a number, with zeros where the others were.
  case rounded
  /// An error of a spreadsheet: `#N/B`.
  case errorValue
  /// A formula that was not computed.
  case formula
  /// What a spreadsheet makes of `3-4`, or a date of birth.
  case date
  /// Yes, no, true or false.
  case answer
  case name
  case identityNumber
  /// Not as the pattern of the source says.
  case misfit

  var rule: FindingRule {
    switch self {
    case .empty: .withoutKey
    case .missingWord: .missingWordAsKey
    case .total: .totalRow
    case .scientific, .rounded, .errorValue, .formula, .date, .answer: .damagedKey
    case .name: .nameAsKey
    case .identityNumber: .identityNumberAsKey
    case .misfit: .keyPattern
    }
  }

  var message: LocalizedText {
    switch self {
    case .empty:
      LocalizedText(nl: "het nummer van de persoon ontbreekt.", en: "the number of the person is missing.")
    case .missingWord:
      LocalizedText(
        nl: "hier staat een woord of teken voor onbekend, en geen nummer van een persoon.",
        en: "here is a word or sign for unknown, and no number of a person.")
    case .total:
      LocalizedText(nl: "dit is een rij met totalen, en geen melding.", en: "this is a row of totals, and no report.")
    case .scientific:
      LocalizedText(
        nl: "hier staat een getal in wetenschappelijke notatie; de laatste cijfers van het nummer zijn weg.",
        en: "here is a number in scientific notation; the last digits of the number are gone.")
    case .rounded:
      LocalizedText(
        nl: "dit nummer heeft meer cijfers dan een rekenblad bewaart; de laatste zijn nul geworden.",
        en: "this number has more digits than a spreadsheet keeps; the last ones became zero.")
    case .errorValue:
      LocalizedText(nl: "hier staat een foutmelding van het rekenblad.", en: "here is an error of the spreadsheet.")
    case .formula:
      LocalizedText(
        nl: "hier staat een formule in plaats van een nummer.", en: "here is a formula instead of a number.")
    case .date:
      LocalizedText(
        nl: "hier staat een datum of tijd in plaats van een nummer.", en: "here is a date or time instead of a number.")
    case .answer:
      LocalizedText(
        nl: "hier staat ja, nee, waar of onwaar in plaats van een nummer.",
        en: "here is yes, no, true or false instead of a number.")
    case .name:
      LocalizedText(
        nl: "hier staat een naam of woord in plaats van een nummer.", en: "here is a name or word instead of a number.")
    case .identityNumber:
      LocalizedText(
        nl: "hier lijkt een burgerservicenummer te staan.", en: "here seems to be a citizen service number (BSN).")
    case .misfit:
      LocalizedText(
        nl: "dit nummer ziet er anders uit dan de nummers van deze bron.",
        en: "this number looks different from the numbers of this source.")
    }
  }
}

/// Something about a key that was taken all the same.
enum KeyRemark: CaseIterable {
  /// `="00123"` or `'00123`.
  case quoted
  /// `123.0`.
  case decimals
  /// `1.234`.
  case thousands

  var message: LocalizedText {
    switch self {
    case .quoted:
      LocalizedText(
        nl: "om dit nummer staan aanhalingstekens of een =-teken; het nummer erbinnen is gelezen.",
        en: "this number stands between quotation marks or behind a = sign; the number inside was read.")
    case .decimals:
      LocalizedText(
        nl:
          "achter dit nummer staan decimalen; het nummer ervoor is gelezen, zonder nullen die ervoor kunnen hebben gestaan.",
        en: "this number has decimals; the number before them was read, without zeros that may have stood before it.")
    case .thousands:
      LocalizedText(
        nl:
          "dit nummer is geschreven als een getal met punten tussen de duizendtallen; het is gelezen zoals het er staat.",
        en: "this number is written as a quantity with marks between the thousands; it was read as it stands.")
    }
  }
}
