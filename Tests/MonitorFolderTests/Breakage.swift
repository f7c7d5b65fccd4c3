import Testing

/// One mistake in the small monitor with the sentence it must give.
struct Breakage: CustomTestStringConvertible {
  var rule: String
  var file: String
  var old: String
  var new: String
  var message: String

  init(_ rule: String, _ file: String, _ old: String, _ new: String, _ message: String) {
    (self.rule, self.file, self.old, self.new, self.message) = (rule, file + ".yaml", old, new, message)
  }

  var testDescription: String { "\(rule): \(new)" }

  static let all: [Breakage] = shapes + names + charts + derivations + sources

  static let shapes: [Breakage] = [
    .init(
      "yaml-syntax", "monitor", "edition: \"2020\"", "edition: a: b",
      "hier staat een dubbele punt te veel; zet een tekst met een dubbele punt tussen aanhalingstekens."),
    .init(
      "yaml-syntax", "monitor", "seed: 7", "\tseed: 7", "hier staat een tab in de inspringing; spring in met spaties."),
    .init("yaml-syntax", "monitor", "seed: 7", "seed: 7\n---\nseed: 8", "hier begint een tweede document (---)."),
    .init("yaml-syntax", "codebook", "*groups", "*group", "deze verwijzing (*) heeft geen anker (&) boven zich."),
    .init("duplicate-name", "monitor", "seed: 7", "seed: 7\nseed: 8", "de sleutel `seed` staat er twee keer."),
    .init(
      "unknown-key", "figures", "title: { nl: Vormen", "titel: { nl: Vormen",
      "onbekende sleutel `titel` in figuur fig-1; bedoelt u `title`?"),
    .init(
      "unknown-key", "figures", "{ nl: Vormen, en: Forms }", "{ nl: Vormen, soms, en: Forms }",
      "`soms` in `title` in figuur fig-1 staat los; een tekst met een komma hoort tussen aanhalingstekens."),
    .init(
      "unknown-key", "rules", "otherwise: unknown", "otherwise: unknown\n    from: age",
      "`from` hoort niet bij `derive` in regel minority."),
    .init("missing-key", "monitor", "seed: 7", "", "in monitor.yaml ontbreekt `seed`."),
    .init("missing-key", "figures", "unit: victim", "", "in figuur fig-1 ontbreekt `unit`."),
    .init(
      "missing-key", "rules", "exclude: reporters has only police", "",
      "regel only-police heeft precies één van derive, group, exclude of impute nodig."),
    .init(
      "wrong-kind", "monitor", "seed: 7", "seed: zeven",
      "bij `seed` in monitor.yaml hoort een geheel getal van 0 of meer."),
    .init("wrong-kind", "figures", "columns: []", "columns: year", "bij `columns` in figuur fig-2 hoort een lijst."),
    .init("wrong-kind", "figures", "total: true", "total: yes", "bij `total` in figuur fig-2 hoort true of false."),
    .init(
      "incomplete-text", "monitor", "title: { nl: Klein, en: Small }", "title: Klein",
      "bij `title` in monitor.yaml hoort een tekst in twee talen."),
    .init(
      "incomplete-text", "monitor", "title: { nl: Klein, en: Small }", "title: { nl: Klein }",
      "bij `title` in monitor.yaml ontbreekt de Engelse tekst (`en`)."),
    .init(
      "unknown-word", "figures", "chart: lines", "chart: line",
      "onbekende waarde `line` bij `chart` in figuur fig-1; mogelijk zijn stackedBars, lines, rankedBars, topTable, none."
    ),
    .init(
      "unknown-word", "monitor", "policy: publishAsIs", "policy: open",
      "onbekende waarde `open` bij `policy` in `publication` in monitor.yaml; mogelijk zijn publishAsIs."),
    .init(
      "unknown-word", "monitor", "repeats: once a year }", "repeats: daily }",
      "onbekende waarde bij `repeats` in eenheid victim; mogelijk zijn once a year, once a year per X, every time, "
        + "every time after the first, as delivered."),
    .init(
      "unusable-name", "figures", "figure: fig-1", "figure: ../fig-1", "de naam `../fig-1` van een figuur kan niet."),
    .init(
      "unusable-name", "codebook", "variable: consent", "variable: year",
      "de naam `year` is van Zicht zelf en kan geen variabele van het codeboek zijn."),
    .init("duplicate-name", "figures", "figure: fig-2", "figure: fig-1", "de figuur `fig-1` staat er al, op regel 3."),
    .init("duplicate-name", "codebook", "code: PL", "code: NL", "de categorie `NL` staat er al, op regel 19."),
    .init("out-of-range", "monitor", "to: 2019", "to: 2017", "het laatste jaar (2017) ligt voor het eerste (2018)."),
    .init(
      "out-of-range", "monitor", "from: 2018", "from: 20188",
      "`from` in `period` in monitor.yaml moet tussen 1900 en 2200 liggen."),
    .init(
      "out-of-range", "monitor", "2020-07-01", "2020-02-30",
      "`reference-date` in monitor.yaml is geen bestaande datum in de vorm 2020-07-01."),
    .init(
      "out-of-range", "codebook", "maximum: 110", "maximum: -1", "in variabele age is `maximum` kleiner dan `minimum`."),
    .init(
      "condition-syntax", "rules", "when: age < 18", "when: age < x",
      "de voorwaarde in regel minority is niet te lezen: hier hoort een geheel getal (teken 7)."),
  ]

  static let names: [Breakage] = [
    .init(
      "unknown-variable", "figures", "filter: form has labour", "filter: from has labour",
      "onbekende variabele `from` in figuur fig-1; bedoelt u `form`?"),
    .init(
      "unknown-category", "figures", "order: [home, abroad", "order: [home, abraod",
      "onbekende categorie `abraod` van `region` in figuur fig-1; bedoelt u `abroad`?"),
    .init(
      "unknown-category", "rules", "then: adult", "then: adlut",
      "onbekende categorie `adlut` van `minor` in regel minority; bedoelt u `adult`?"),
    .init(
      "unknown-category", "sources", "group: care", "group: zorg",
      "onbekende categorie `zorg` van `reporterGroup` in melder zorg."),
    .init(
      "unknown-category", "sources", "arbeid: labour", "arbeid: labor",
      "onbekende categorie `labor` van `form` in kolom vorm; bedoelt u `labour`?"),
    .init(
      "unsuitable-variable", "figures", "variable: region", "variable: age",
      "`age` is een getal; in figuur fig-1 past bij `variable` alleen een categorie of een verzameling."),
    .init(
      "unsuitable-variable", "figures", "form has labour", "region has home",
      "`region` in figuur fig-1 is een categorie; `has` vraagt een verzameling."),
    .init(
      "unsuitable-variable", "figures", "form has labour", "form > 3",
      "`form` in figuur fig-1 is een verzameling; `>` vergelijkt getallen."),
    .init(
      "unsuitable-variable", "figures", "form has labour", "consent is given",
      "`consent` in figuur fig-1 bestaat hier niet: zij hoort bij meldingen en is niet overgenomen in `link`."),
    .init(
      "unsuitable-variable", "figures", "mean: age", "mean: region",
      "`region` is een categorie; een gemiddelde vraagt een getal."),
    .init(
      "unsuitable-variable", "monitor", "per reporters", "per region",
      "`region` in eenheid report is een categorie; tellen per lid vraagt een verzameling of een getal."),
    .init(
      "unknown-reference", "figures", "unit: report", "unit: rapport",
      "onbekende eenheid `rapport` in figuur fig-2; bedoelt u `report`?"),
    .init(
      "unknown-reference", "figures", "after: only-police", "after: only-polis",
      "onbekende regel `only-polis` in figuur fig-2; bedoelt u `only-police`?"),
    .init(
      "unknown-reference", "sources", "grounds: [consent]", "grounds: [concent]",
      "onbekende grond `concent` in melder zorg; bedoelt u `consent`?"),
  ]

  static let charts: [Breakage] = [
    .init(
      "unsuitable-chart", "figures", "chart: lines", "chart: topTable",
      "de grafiek `topTable` van figuur fig-1 heeft een toplijst nodig."),
    .init(
      "unsuitable-chart", "figures", "chart: lines", "chart: rankedBars",
      "de grafiek `rankedBars` van figuur fig-1 heeft een totaalkolom (`column-total`) nodig."),
    .init(
      "unusable-name", "codebook", "code: sexual", "code: none",
      "de code `none` betekent bij een verzameling al: geen van deze."),
    .init(
      "template-columns", "codebook",
      "kind: number\n    unit: { nl: jaar, en: years }\n    minimum: 0\n    maximum: 110",
      "kind: text", "kolom leeftijd: `age` is vrije tekst en wordt niet geleverd; gebruik `ignored: true`."),
  ]

  static let derivations: [Breakage] = [
    .init(
      "used-before-derived", "rules", "when: age < 18", "when: minor is adult",
      "regel minority gebruikt `minor`, maar die wordt pas daarna afgeleid door minority."),
    .init(
      "not-derived", "rules", "derive: minor", "derive: consent",
      "regel minority berekent `consent`, maar die staat niet als afgeleid in het codeboek."),
    .init(
      "derived-twice", "rules", "group: region", "group: reporters",
      "`reporters` wordt twee keer berekend; link deed het al."),
    .init(
      "never-derived", "rules", "derive: minor", "derive: region",
      "`minor` staat als afgeleid in het codeboek, maar geen regel berekent haar."),
    .init(
      "missing-group", "codebook", "group: abroad", "group: aboard",
      "regel region: categorie `PL` van `country` heeft een groep `aboard` die `region` niet kent."),
    .init(
      "missing-group", "codebook", ", group: abroad", "", "regel region: categorie `PL` van `country` heeft geen groep."
    ),
    .init(
      "different-categories", "codebook", "categories: *groups",
      "categories: [{ code: police, nl: Politie, en: Police }]",
      "`reporters` krijgt haar waarden uit `reporterGroup`, maar kent categorie `care` niet."),
  ]

  static let sources: [Breakage] = [
    .init(
      "ground-example", "sources", "age: 15", "age: 17",
      "grond consent: voorbeeld 2 zou niet moeten gelden, maar geldt wel."),
    .init(
      "ground-example", "sources", "age >= 16", "age >= 17",
      "grond consent: voorbeeld 1 zou moeten gelden, maar geldt niet."),
    .init(
      "ground-column", "sources", "variable: consent", "ignored: true",
      "melder zorg: grond consent vraagt `consent`, maar de melder levert die niet."),
    .init("template-columns", "sources", "year: true", "ignored: true", "melder zorg heeft geen kolom voor het jaar."),
    .init(
      "template-columns", "sources", "person: true", "ignored: true",
      "melder zorg heeft geen kolom met de persoonssleutel."),
    .init(
      "template-columns", "sources", "lane: identified\n    grounds", "lane: pseudonymous\n    grounds",
      "melder zorg vraagt persoonsgegevens, maar mag die niet leveren."),
    .init(
      "template-columns", "sources", "ignored: true", "ignored: true, year: true",
      "kolom opmerking is meer dan één ding voor Zicht."),
    .init("template-columns", "sources", "variable: country", "variable: age", "melder zorg vraagt `age` twee keer."),
    .init(
      "unsuitable-variable", "sources", "variable: country", "variable: minor",
      "`minor` in kolom land bestaat hier niet: zij wordt pas bij het classificeren afgeleid."),
    .init(
      "template-columns", "sources", "variable: country", "variable: reporterGroup",
      "kolom land: `reporterGroup` wordt door Zicht zelf ingevuld en niet geleverd."),
  ]
}
