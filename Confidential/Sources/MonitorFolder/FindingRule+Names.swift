import Model

/// What the check of a monitor folder can find: names that do not fit together.
extension FindingRule {
  static let nameRules = [
    unknownVariable, unknownCategory, unsuitableVariable, unknownReference, conditionSyntax, usedBeforeDerived,
    notDerived, derivedTwice, neverDerived, missingGroup, differentCategories,
  ]

  static let unknownVariable = folder(
    "unknown-variable",
    explanation: LocalizedText(
      nl: "Een naam verwijst naar een variabele die het codeboek niet kent.",
      en: "A name refers to a variable that the codebook does not know."),
    remedy: LocalizedText(
      nl: "Verbeter de naam of neem de variabele op in codebook.yaml.",
      en: "Mend the name or add the variable to codebook.yaml."),
    example: LocalizedText(
      nl: "onbekende variabele `sectr` in figuur fig-2.4a; bedoelt u `sector`?",
      en: "unknown variable `sectr` in figure fig-2.4a; did you mean `sector`?"))

  static let unknownCategory = folder(
    "unknown-category",
    explanation: LocalizedText(
      nl: "Een naam verwijst naar een categorie die de variabele niet heeft.",
      en: "A name refers to a category that the variable does not have."),
    remedy: LocalizedText(
      nl: "Gebruik een code uit codebook.yaml, of unknown, notAsked, notApplicable of notDelivered.",
      en: "Use a code from codebook.yaml, or unknown, notAsked, notApplicable or notDelivered."),
    example: LocalizedText(
      nl: "onbekende categorie `labor` van `forms` in regel trafficking-form; bedoelt u `labour`?",
      en: "unknown category `labor` of `forms` in rule trafficking-form; did you mean `labour`?"))

  static let unsuitableVariable = folder(
    "unsuitable-variable",
    explanation: LocalizedText(
      nl: "De variabele is van een soort die hier niet kan: tellen gaat per categorie, `has` vraagt een verzameling.",
      en: "The variable is of a kind that does not work here: counting goes by category, `has` asks for a set."),
    remedy: LocalizedText(
      nl: "Kies een variabele van de juiste soort of een andere vergelijking.",
      en: "Choose a variable of the right kind or another comparison."),
    example: LocalizedText(
      nl: "`age` is een getal; in figuur fig-2.10 past bij `variable` alleen een categorie of een verzameling.",
      en: "`age` is a number; in figure fig-2.10 `variable` takes only a category or a set."))

  static let unknownReference = folder(
    "unknown-reference",
    explanation: LocalizedText(
      nl: "Een naam verwijst naar een eenheid, regel, grond of melder die nergens staat.",
      en: "A name refers to a unit, rule, ground or source that is nowhere."),
    remedy: LocalizedText(nl: "Verbeter de naam.", en: "Mend the name."),
    example: LocalizedText(
      nl: "onbekende eenheid `victims` in figuur fig-2.4a; bedoelt u `victim`?",
      en: "unknown unit `victims` in figure fig-2.4a; did you mean `victim`?"))

  static let conditionSyntax = folder(
    "condition-syntax",
    explanation: LocalizedText(
      nl: "Een voorwaarde is niet te lezen.", en: "A condition cannot be read."),
    remedy: LocalizedText(
      nl: "Schrijf bijvoorbeeld: forms has sexual and (age < 18 or age is unknown).",
      en: "Write for example: forms has sexual and (age < 18 or age is unknown)."),
    example: LocalizedText(
      nl: "de voorwaarde in regel minor-or-adult is niet te lezen: hier hoort een geheel getal (teken 7).",
      en: "the condition in rule minor-or-adult cannot be read: a whole number belongs here (character 7)."))

  static let usedBeforeDerived = folder(
    "used-before-derived",
    explanation: LocalizedText(
      nl: "Regels werken in volgorde: een regel gebruikt alleen wat ervoor is afgeleid.",
      en: "Rules work in order: a rule uses only what was derived before it."),
    remedy: LocalizedText(
      nl: "Zet de regel die de variabele afleidt hoger.", en: "Move the rule that derives the variable up."),
    example: LocalizedText(
      nl: "regel police-form gebruikt `originRegion`, maar die wordt pas daarna afgeleid door origin-region.",
      en: "rule police-form uses `originRegion`, but origin-region derives that only later."))

  static let notDerived = folder(
    "not-derived",
    explanation: LocalizedText(
      nl: "Wat een regel berekent, staat in het codeboek als `derived: true`; wat melders leveren niet.",
      en: "What a rule computes is marked `derived: true` in the codebook; what sources deliver is not."),
    remedy: LocalizedText(
      nl: "Zet `derived: true` bij de variabele of kies een andere.",
      en: "Mark the variable `derived: true` or choose another."),
    example: LocalizedText(
      nl: "regel sex-sector berekent `sexSector`, maar die staat niet als afgeleid in het codeboek.",
      en: "rule sex-sector computes `sexSector`, but the codebook does not mark that as derived."))

  static let derivedTwice = folder(
    "derived-twice",
    explanation: LocalizedText(
      nl: "Een afgeleide variabele krijgt haar waarde op één plek.",
      en: "A derived variable gets its value in one place."),
    remedy: LocalizedText(
      nl: "Voeg de twee regels samen of geef een van beide een ander doel.",
      en: "Join the two rules or give one of them another target."),
    example: LocalizedText(
      nl: "`minor` wordt twee keer berekend; regel minor-or-adult deed het al.",
      en: "`minor` is computed twice; rule minor-or-adult did so already."))

  static let neverDerived = folder(
    "never-derived",
    explanation: LocalizedText(
      nl: "Een variabele die in het codeboek als afgeleid staat, heeft een regel nodig.",
      en: "A variable marked as derived in the codebook needs a rule."),
    remedy: LocalizedText(
      nl: "Voeg een regel toe die haar berekent of haal haar uit het codeboek.",
      en: "Add a rule that computes it or take it out of the codebook."),
    example: LocalizedText(
      nl: "`ageClass` staat als afgeleid in het codeboek, maar geen regel berekent haar.",
      en: "`ageClass` is marked as derived in the codebook, but no rule computes it."))

  static let missingGroup = folder(
    "missing-group",
    explanation: LocalizedText(
      nl: "Een regel die groepeert, heeft voor elke categorie een groep nodig.",
      en: "A rule that groups needs a group for every category."),
    remedy: LocalizedText(
      nl: "Zet bij de categorie in codebook.yaml een `group` die de doelvariabele kent.",
      en: "Give the category in codebook.yaml a `group` that the target variable knows."),
    example: LocalizedText(
      nl: "regel origin-region: categorie `XK` van `nationality` heeft geen groep.",
      en: "rule origin-region: category `XK` of `nationality` has no group."))

  static let differentCategories = folder(
    "different-categories",
    explanation: LocalizedText(
      nl: "Wat uit een variabele volgt, moet haar categorieën ook kennen.",
      en: "What follows from a variable has to know its categories too."),
    remedy: LocalizedText(
      nl: "Maak de categorieën in codebook.yaml gelijk.", en: "Make the categories in codebook.yaml equal."),
    example: LocalizedText(
      nl: "`forms` krijgt haar waarden uit `form`, maar kent categorie `organ` niet.",
      en: "`forms` takes its values from `form`, but does not know category `organ`."))
}
