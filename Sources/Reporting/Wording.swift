import Charts
import Model

extension RepeatScope {
  /// When the same person counts again.
  func words(in monitor: Monitor) -> LocalizedText {
    switch self {
    case .oncePerYear:
      return LocalizedText(nl: "Iedere persoon telt in een jaar één keer.", en: "Each person counts once in a year.")
    case .oncePerYearPer(let variable):
      let label = monitor.label(ofVariable: variable)
      return LocalizedText(
        nl: "Iedere persoon telt in een jaar één keer per \(label.nl).",
        en: "Each person counts once in a year for each \(label.en).")
    case .oncePerYearTogether(let variable):
      let label = monitor.label(ofVariable: variable)
      return LocalizedText(
        nl: "Wie dezelfde waarde heeft bij \(label.nl), telt in een jaar samen één keer.",
        en: "Those with the same \(label.en) count once together in a year.")
    case .everyTime:
      return LocalizedText(nl: "Iedere melding telt.", en: "Every notification counts.")
    case .everyTimeAgain:
      return LocalizedText(
        nl: "Iedere melding na de eerste over dezelfde persoon in een jaar telt.",
        en: "Every notification after the first about the same person in a year counts.")
    case .asDelivered:
      return LocalizedText(nl: "Geteld zoals de partner telt.", en: "Counted as the partner counts.")
    }
  }
}

extension Rung {
  /// What the reader may make of a number on this rung.
  var explanation: LocalizedText {
    switch self {
    case .observed: LocalizedText(nl: "Zo gemeld.", en: "As it was reported.")
    case .linked:
      LocalizedText(
        nl: "Geteld nadat meldingen over dezelfde persoon zijn samengenomen.",
        en: "Counted after notifications about the same person were taken together.")
    case .imputed:
      LocalizedText(
        nl: "Onbekende waarden zijn verdeeld naar wat in gelijke groepen wel bekend is.",
        en: "Unknown values were allotted by what is known in like groups.")
    case .estimated:
      LocalizedText(
        nl: "Berekend met een model; het interval hoort erbij.", en: "Computed with a model; read it with its interval."
      )
    case .apportioned:
      LocalizedText(
        nl: "Een deel van een groter geheel, toegedeeld naar een verdeelsleutel.",
        en: "A part of a larger whole, allotted by a key.")
    case .judged: LocalizedText(nl: "Het oordeel van deskundigen.", en: "The judgement of experts.")
    }
  }
}

extension Lane {
  var label: LocalizedText {
    switch self {
    case .identified: LocalizedText(nl: "met naam", en: "with a name")
    case .pseudonymous: LocalizedText(nl: "onder een sleutel", en: "under a key")
    case .countOnly: LocalizedText(nl: "alleen als aantal", en: "as a count only")
    }
  }
}

extension Finding.Severity {
  var label: LocalizedText {
    switch self {
    case .fatal: LocalizedText(nl: "bestand geweigerd", en: "file refused")
    case .error: LocalizedText(nl: "rij terzijde gelegd", en: "row set aside")
    case .warning: LocalizedText(nl: "opgenomen, wel nagaan", en: "taken in, worth a look")
    case .note: LocalizedText(nl: "opmerking", en: "note")
    }
  }
}

extension LinkPlan.Method {
  var label: LocalizedText {
    switch self {
    case .firstKnown: LocalizedText(nl: "de eerste bekende waarde", en: "the first known value")
    case .union: LocalizedText(nl: "alle waarden samen", en: "all values together")
    case .minimum: LocalizedText(nl: "de laagste waarde", en: "the lowest value")
    case .maximum: LocalizedText(nl: "de hoogste waarde", en: "the highest value")
    case .count: LocalizedText(nl: "het aantal meldingen", en: "the number of notifications")
    }
  }
}

extension Monitor {
  /// A variable of the codebook, or one of the two that are built in.
  func variable(_ name: String) -> Variable? {
    if name == "year" { return yearVariable }
    if name == "source" { return sourceVariable }
    return codebook.variable(named: name)
  }

  func label(ofVariable name: String) -> LocalizedText {
    if name == "reporterGroup", codebook.variable(named: name) == nil {
      return LocalizedText(nl: "groep melders", en: "group of reporters")
    }
    return variable(name)?.label ?? LocalizedText(name)
  }

  /// The words for a category code or a `Missing` word.
  func label(ofValue code: String, in name: String) -> LocalizedText {
    if let variable = variable(name) {
      if let index = variable.index(ofCategory: code) { return variable.categories[index].label }
      if let missing = Missing(word: code) { return variable.label(of: missing) }
    }
    if code == "none" { return LocalizedText(nl: "geen enkele", en: "none") }
    return Missing(word: code)?.label ?? LocalizedText(code)
  }
}

/// A whole number as readers write it.
func number(_ count: Int, _ language: Language) -> String { Quantity(count).formatted(in: language) }

/// A number of an account, or the mark of what is in its place.
func number(_ value: CellValue, _ language: Language) -> String {
  CellText(Cell(value, rung: .observed), in: language).mark
}

extension CellValue {
  /// Whether it is known to be nought. What is withheld is not.
  var isNought: Bool { quantity?.numerator == 0 }

  /// Whether it is known to be one, for the singular of a sentence.
  var isOne: Bool { quantity == Quantity(1) }
}
