/// Deliveries of records with what is told of them.
extension ReadRecords {
  static let cases: [ReadRecords] = [
    ReadRecords(
      "an empty file", header: nil, [],
      ToldOfDelivery("unreadable-file", nl: "het bestand is leeg.", en: "the file is empty."), taken: 0),
    ReadRecords(
      "no known header", header: "a;b", [],
      ToldOfDelivery(
        "no-header", at: 1, nl: "in de eerste rij staat geen enkele kolomnaam van het sjabloon.",
        en: "the first row holds none of the column names of the template."), taken: 0),
    ReadRecords(
      "only remarks", header: "# a;b", [],
      ToldOfDelivery(
        "no-header", nl: "in de eerste rij staat geen enkele kolomnaam van het sjabloon.",
        en: "the first row holds none of the column names of the template."), taken: 0),
    ReadRecords(
      "a header twice", header: header + ";jaar", ["P1;2018;arbeid;30;NL;given;;;2018"],
      ToldOfDelivery(
        "duplicate-header", at: 1, column: "jaar", nl: "deze kolom staat er twee keer, ook in kolom B.",
        en: "this column is there twice, in column B too."), taken: 0),
    ReadRecords(
      "a header twice, apart in case and blanks", header: header + ";L AND", ["P1;2018;arbeid;30;NL;given;;;NL"],
      ToldOfDelivery(
        "duplicate-header", at: 1, column: "land", nl: "deze kolom staat er twee keer, ook in kolom E.",
        en: "this column is there twice, in column E too."), taken: 0),
    ReadRecords(
      "one required header missing", header: "nummer;vorm", ["P1;arbeid"],
      ToldOfDelivery(
        "absent-column", column: "leeftijd", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "land", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "toestemming", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "missing-header", at: 1, nl: "deze verplichte kolom ontbreekt: jaar.",
        en: "this required column is missing: jaar."), taken: 0),
    ReadRecords(
      "two required headers missing", header: "vorm", ["arbeid"],
      ToldOfDelivery(
        "absent-column", column: "leeftijd", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "land", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "toestemming", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "missing-header", at: 1, nl: "deze verplichte kolommen ontbreken: nummer, jaar.",
        en: "these required columns are missing: nummer, jaar."), taken: 0),
    ReadRecords(
      "an unknown header that is near", header: "nummer;jaar;lant", ["P1;2018;NL"],
      ToldOfDelivery(
        "moved-down",
        nl: "één melding heeft geen wettelijke grond voor al haar gegevens en is met minder gegevens opgenomen.",
        en: "one report has no legal ground for all its data and was taken in with fewer."),
      ToldOfDelivery(
        "absent-column", column: "vorm", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "leeftijd", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "toestemming", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "unknown-header", at: 1, column: "C",
        nl: "deze kolom staat niet in het sjabloon en is niet gelezen; bedoelt u `land`?",
        en: "this column is not in the template and was not read; did you mean `land`?"),
      ToldOfDelivery(
        "renamed-column", at: 1, column: "land",
        nl: "deze kolom ontbreekt en haar naam lijkt op die van kolom C, die niet is gelezen.",
        en: "this column is absent and its name resembles that of column C, which was not read."), taken: 1, down: 1,
      about: "2018"),
    ReadRecords(
      "an unknown header that is near to one that is there", header: "nummer;jaar;vorm;vorn", ["P1;2018;arbeid;x"],
      ToldOfDelivery(
        "moved-down",
        nl: "één melding heeft geen wettelijke grond voor al haar gegevens en is met minder gegevens opgenomen.",
        en: "one report has no legal ground for all its data and was taken in with fewer."),
      ToldOfDelivery(
        "absent-column", column: "leeftijd", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "land", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "absent-column", column: "toestemming", nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
        en: "this column is absent; all values count as not delivered."),
      ToldOfDelivery(
        "unknown-header", at: 1, column: "D", nl: "deze kolom staat niet in het sjabloon en is niet gelezen.",
        en: "this column is not in the template and was not read."), taken: 1, down: 1, about: "2018"),
    ReadRecords(
      "a header without a name", header: header + ";", ["P1;2018;arbeid;30;NL;given;;;x"], taken: 1, about: "2018"),
    ReadRecords(
      "two years", [good, "P2;2019;;;;given;;"],
      ToldOfDelivery(
        "several-years", nl: "dit bestand gaat over meer dan één jaar: 2018 en 2019.",
        en: "this file is about more than one year: 2018 and 2019."),
      ToldOfDelivery(
        "moved-down",
        nl: "één melding heeft geen wettelijke grond voor al haar gegevens en is met minder gegevens opgenomen.",
        en: "one report has no legal ground for all its data and was taken in with fewer."), taken: 2, down: 1),
    ReadRecords(
      "no year in any good row", ["P1;2018;x;;;;;"],
      ToldOfDelivery(
        "nothing-taken", nl: "de enige rij kan niet worden ingelezen.", en: "the only row cannot be read in."),
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "vorm", nl: "dit woord staat niet in de lijst (Seksueel, arbeid).",
        en: "this word is not on the list (Seksueel, arbeid)."), taken: 0, aside: 1),
    ReadRecords(
      "nothing below the header", [],
      ToldOfDelivery(
        "no-records", nl: "onder de kolomnamen staat geen enkele melding.",
        en: "there is no report below the column names."),
      ToldOfDelivery(
        "no-period", nl: "het is niet te zien over welk jaar deze levering gaat.",
        en: "it cannot be seen which year this delivery is about."), taken: 0),
    ReadRecords(
      "nothing below the header, for a year", period: 2018, [],
      ToldOfDelivery(
        "no-records", nl: "onder de kolomnamen staat geen enkele melding.",
        en: "there is no report below the column names."), taken: 0, about: "2018"),
    ReadRecords(
      "another year than asked", period: 2019, [good],
      ToldOfDelivery(
        "other-year", at: 2, column: "jaar", nl: "deze rij gaat over een ander jaar dan 2019.",
        en: "this row is about another year than 2019."), taken: 0, aside: 1, about: "2019"),
    ReadRecords(
      "a required cell empty", ["P1;;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "required-empty", at: 2, column: "jaar", nl: "deze cel is leeg, maar verplicht.",
        en: "this cell is empty, but required."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "a required cell of blanks", ["P1;  ;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "required-empty", at: 2, column: "jaar", nl: "deze cel is leeg, maar verplicht.",
        en: "this cell is empty, but required."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 1", ["P9;1;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staat één cijfer; een jaartal heeft er vier.",
        en: "here is one digit; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 12", ["P9;12;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staan twee cijfers; een jaartal heeft er vier.",
        en: "here are two digits; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 123", ["P9;123;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staan drie cijfers; een jaartal heeft er vier.",
        en: "here are three digits; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 12345", ["P9;12345;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staan vijf cijfers; een jaartal heeft er vier.",
        en: "here are five digits; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 123456", ["P9;123456;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staan zes cijfers; een jaartal heeft er vier.",
        en: "here are six digits; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 1234567", ["P9;1234567;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staan zeven cijfers; een jaartal heeft er vier.",
        en: "here are seven digits; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 12345678", ["P9;12345678;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staan acht cijfers; een jaartal heeft er vier.",
        en: "here are eight digits; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 123456789", ["P9;123456789;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staan negen cijfers; een jaartal heeft er vier.",
        en: "here are nine digits; a year has four."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 1234567890", ["P9;1234567890;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staat geen jaartal van vier cijfers.",
        en: "here is no year of four digits."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 2O18", ["P9;2O18;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staat geen jaartal van vier cijfers.",
        en: "here is no year of four digits."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 2018.0", ["P9;2018.0;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staat geen jaartal van vier cijfers.",
        en: "here is no year of four digits."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year -2018", ["P9;-2018;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-format", at: 2, column: "jaar", nl: "hier staat geen jaartal van vier cijfers.",
        en: "here is no year of four digits."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 2017", ["P9;2017;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-outside", at: 2, column: "jaar", nl: "dit jaar ligt buiten de periode 2018-2019.",
        en: "this year lies outside the period 2018-2019."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the year 2020", ["P9;2020;arbeid;30;NL;given;;", good],
      ToldOfDelivery(
        "year-outside", at: 2, column: "jaar", nl: "dit jaar ligt buiten de periode 2018-2019.",
        en: "this year lies outside the period 2018-2019."), taken: 1, aside: 1, about: "2018"),
    ReadRecords("a year in blanks", ["P9; 2018 ;arbeid;30;NL;given;;"], taken: 1, about: "2018"),
    ReadRecords(
      "the age -1", ["P9;2018;arbeid;-1;NL;given;;", good],
      ToldOfDelivery(
        "number-range", at: 2, column: "leeftijd", nl: "dit getal is lager dan 0, het laagste dat hier kan.",
        en: "this number is less than 0, the lowest possible here."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the age 0", ["P9;2018;arbeid;0;NL;given;;", good],
      ToldOfDelivery(
        "moved-down",
        nl: "één melding heeft geen wettelijke grond voor al haar gegevens en is met minder gegevens opgenomen.",
        en: "one report has no legal ground for all its data and was taken in with fewer."), taken: 2, down: 1,
      about: "2018"),
    ReadRecords("the age 110", ["P9;2018;arbeid;110;NL;given;;", good], taken: 2, about: "2018"),
    ReadRecords(
      "the age 111", ["P9;2018;arbeid;111;NL;given;;", good],
      ToldOfDelivery(
        "number-range", at: 2, column: "leeftijd", nl: "dit getal is hoger dan 110, het hoogste dat hier kan.",
        en: "this number is more than 110, the highest possible here."), taken: 1, aside: 1, about: "2018"),
    ReadRecords("the age 17,0", ["P9;2018;arbeid;17,0;NL;given;;", good], taken: 2, about: "2018"),
    ReadRecords(
      "the age 17,5", ["P9;2018;arbeid;17,5;NL;given;;", good],
      ToldOfDelivery(
        "number-format", at: 2, column: "leeftijd", nl: "hier hoort een geheel getal.",
        en: "a whole number belongs here."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the age 17.", ["P9;2018;arbeid;17.;NL;given;;", good],
      ToldOfDelivery(
        "number-format", at: 2, column: "leeftijd", nl: "hier staat geen getal en geen woord uit de lijst.",
        en: "here is no number and no word from the list."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the age x", ["P9;2018;arbeid;x;NL;given;;", good],
      ToldOfDelivery(
        "number-format", at: 2, column: "leeftijd", nl: "hier staat geen getal en geen woord uit de lijst.",
        en: "here is no number and no word from the list."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the age 1e2", ["P9;2018;arbeid;1e2;NL;given;;", good],
      ToldOfDelivery(
        "thousands-mark", at: 2, column: "leeftijd", nl: "dit is gelezen als 100.", en: "this was read as 100."),
      taken: 2, about: "2018"),
    ReadRecords(
      "the age 999999999", ["P9;2018;arbeid;999999999;NL;given;;", good],
      ToldOfDelivery(
        "number-range", at: 2, column: "leeftijd", nl: "dit getal is hoger dan 110, het hoogste dat hier kan.",
        en: "this number is more than 110, the highest possible here."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the age 9999999999", ["P9;2018;arbeid;9999999999;NL;given;;", good],
      ToldOfDelivery(
        "number-range", at: 2, column: "leeftijd", nl: "dit getal is hoger dan 110, het hoogste dat hier kan.",
        en: "this number is more than 110, the highest possible here."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the age 99999999999999999", ["P9;2018;arbeid;99999999999999999;NL;given;;", good],
      ToldOfDelivery(
        "number-range", at: 2, column: "leeftijd", nl: "dit getal is hoger dan 110, het hoogste dat hier kan.",
        en: "this number is more than 110, the highest possible here."), taken: 1, aside: 1, about: "2018"),
    ReadRecords(
      "the form arbied", ["P9;2018;arbied;30;NL;given;;", good],
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "vorm", nl: "dit woord staat niet in de lijst; bedoelt u `arbeid`?",
        en: "this word is not on the list; did you mean `arbeid`?"), taken: 1, aside: 1, about: "2018"),
  ]
}
