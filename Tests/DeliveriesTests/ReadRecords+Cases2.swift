/// Deliveries of records with what is told of them, continued.
extension ReadRecords {
  static let cases2: [ReadRecords] = [
    ReadRecords(
      "the form x y z", ["P9;2018;x y z;30;NL;given;;", good],
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "vorm", nl: "dit woord staat niet in de lijst (Seksueel, arbeid).",
        en: "this word is not on the list (Seksueel, arbeid)."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the form arbeid+arbied", ["P9;2018;arbeid+arbied;30;NL;given;;", good],
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "vorm", nl: "dit woord staat niet in de lijst; bedoelt u `arbeid`?",
        en: "this word is not on the list; did you mean `arbeid`?"), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the form arbeid+onbekend", ["P9;2018;arbeid+onbekend;30;NL;given;;", good],
      ToldOfDelivery(
        "mixed-missing", at: 2, column: "vorm", nl: "`onbekend` staat hier naast een ander antwoord.",
        en: "`onbekend` stands here beside another answer."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the form arbeid+geen", ["P9;2018;arbeid+geen;30;NL;given;;", good],
      ToldOfDelivery(
        "mixed-missing", at: 2, column: "vorm", nl: "`geen` staat hier naast een ander antwoord.",
        en: "`geen` stands here beside another answer."), taken: 1, aside: 1, about: "2018"),
    ReadRecords("the form geen", ["P9;2018;geen;30;NL;given;;", good], taken: 2, about: "2018"),
    ReadRecords(
      "the form +", ["P9;2018;+;30;NL;given;;", good],
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "vorm", nl: "dit woord staat niet in de lijst (Seksueel, arbeid).",
        en: "this word is not on the list (Seksueel, arbeid)."), taken: 1, aside: 1, about: "2018"),
    ReadRecords("the form arbeid+", ["P9;2018;arbeid+;30;NL;given;;", good], taken: 2, about: "2018"),
    ReadRecords("the form sexual + arbeid", ["P9;2018;sexual + arbeid;30;NL;given;;", good], taken: 2, about: "2018"),
    ReadRecords(
      "the form none+none", ["P9;2018;none+none;30;NL;given;;", good],
      ToldOfDelivery(
        "mixed-missing", at: 2, column: "vorm", nl: "`none` staat hier naast een ander antwoord.",
        en: "`none` stands here beside another answer."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "an unknown country", ["P9;2018;;30;Duitsland;given;;", good],
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "land", nl: "dit woord staat niet in de lijst (Nederland, Polen).",
        en: "this word is not on the list (Nederland, Polen)."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "no person", [";2018;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "without-key", at: 2, column: "nummer", nl: "het nummer van de persoon ontbreekt.",
        en: "the number of the person is missing."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "a person of blanks", [" ;2018;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "without-key", at: 2, column: "nummer", nl: "het nummer van de persoon ontbreekt.",
        en: "the number of the person is missing."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "no person in a row that fails too", [";2018;x;30;NL;given;;", good],
      ToldOfDelivery(
        "without-key", at: 2, column: "nummer", nl: "het nummer van de persoon ontbreekt.",
        en: "the number of the person is missing."),
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "vorm", nl: "dit woord staat niet in de lijst (Seksueel, arbeid).",
        en: "this word is not on the list (Seksueel, arbeid)."), taken: 1, aside: 1, about: "2018"),
    ReadRecords("a person of 200 signs", ["\(nines);2018;arbeid;30;NL;given;;"], taken: 1, about: "2018"),
    ReadRecords(
      "a person of 201 signs", ["\(nines)9;2018;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "too-long", at: 2, column: "nummer", nl: "deze cel is langer dan 200 tekens.",
        en: "this cell is longer than 200 characters."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "a name of 201 signs", ["P2;2018;arbeid;30;NL;given;\(nines)9;", good],
      ToldOfDelivery(
        "too-long", at: 2, column: "achternaam", nl: "deze cel is langer dan 200 tekens.",
        en: "this cell is longer than 200 characters."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "a cell too many", ["P1;2018;arbeid;30;NL;given;;;x"],
      ToldOfDelivery(
        "extra-cells", at: 2, nl: "deze rij heeft meer cellen dan er kolomnamen zijn.",
        en: "this row has more cells than there are column names."), taken: 1, about: "2018"),
    ReadRecords("an empty cell too many", ["P1;2018;arbeid;30;NL;given;;; ;"], taken: 1, about: "2018"),
    ReadRecords(
      "no ground", ["P1;2018;arbeid;15;NL;given;;"],
      ToldOfDelivery(
        "moved-down",
        nl: "één melding heeft geen wettelijke grond voor al haar gegevens en is met minder gegevens opgenomen.",
        en: "one report has no legal ground for all its data and was taken in with fewer."), taken: 1, down: 1,
      about: "2018"),
    ReadRecords(
      "no ground twice, with a name", ["P1;2018;arbeid;15;NL;given;Jansen;", "P2;2018;arbeid;15;NL;given;;"],
      ToldOfDelivery(
        "moved-down",
        nl: "2 meldingen hebben geen wettelijke grond voor al hun gegevens en zijn met minder gegevens opgenomen.",
        en: "2 reports have no legal ground for all their data and were taken in with fewer."),
      ToldOfDelivery(
        "personal-data-lane", at: 2, column: "achternaam",
        nl: "hier staan persoonsgegevens zonder wettelijke grond; zij zijn niet overgenomen.",
        en: "here are personal details without a legal ground; they were not taken in."), taken: 2, down: 2,
      about: "2018"),
    ReadRecords(
      "equal rows", [good, good],
      ToldOfDelivery(
        "duplicate-row", at: 3, nl: "deze rij is gelijk aan een eerdere rij.", en: "this row equals an earlier row."),
      taken: 2, about: "2018"),
    ReadRecords(
      "equal rows apart in a column that is not read",
      ["P1;2018;arbeid;30;NL;given;;a", "P1;2018;arbeid;30;NL;given;;b"],
      ToldOfDelivery(
        "duplicate-row", at: 3, nl: "deze rij is gelijk aan een eerdere rij.", en: "this row equals an earlier row."),
      taken: 2, about: "2018"),
    ReadRecords(
      "a stray quote", ["\"P1\"x;2018;arbeid;30;NL;given;;"],
      ToldOfDelivery(
        "stray-quote", at: 2, nl: "in deze rij staat tekst achter een aanhalingsteken.",
        en: "this row has text behind a quotation mark."), taken: 1, about: "2018"),
  ]
}
