/// Deliveries of counts with what is told of them, continued.
extension ReadCounts {
  static let cases2: [ReadCounts] = [
    ReadCounts(
      "the percentage 100,5", [(15, ["Aandeel minderjarig;2024;;;;;;;100,5;;"])],
      ToldOfDelivery(
        "percentage-range", at: 15, column: "aantal", nl: "hier staat meer dan 100; deze tabel vraagt een percentage.",
        en: "here is more than 100; this table asks for a percentage."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the percentage 101", [(15, ["Aandeel minderjarig;2024;;;;;;;101;;"])],
      ToldOfDelivery(
        "percentage-range", at: 15, column: "aantal", nl: "hier staat meer dan 100; deze tabel vraagt een percentage.",
        en: "here is more than 100; this table asks for a percentage."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the percentage 12,55", [(15, ["Aandeel minderjarig;2024;;;;;;;12,55;;"])],
      ToldOfDelivery(
        "count-decimals", at: 15, column: "aantal", nl: "hier staan meer decimalen dan gevraagd (1).",
        en: "here are more decimals than asked for (1)."), taken: 13, aside: 1, about: "2024"),
    ReadCounts("the percentage 12,50", [(15, ["Aandeel minderjarig;2024;;;;;;;12,50;;"])], taken: 14, about: "2024"),
    ReadCounts("the percentage 12%", [(15, ["Aandeel minderjarig;2024;;;;;;;12%;;"])], taken: 14, about: "2024"),
    ReadCounts("the percentage 12,5 %", [(15, ["Aandeel minderjarig;2024;;;;;;;12,5 %;;"])], taken: 14, about: "2024"),
    ReadCounts(
      "the percentage 12%%", [(15, ["Aandeel minderjarig;2024;;;;;;;12%%;;"])],
      ToldOfDelivery(
        "count-percentage", at: 15, column: "aantal", nl: "hier staat een percentage; deze tabel vraagt een aantal.",
        en: "here is a percentage; this table asks for a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the percentage -1", [(15, ["Aandeel minderjarig;2024;;;;;;;-1;;"])],
      ToldOfDelivery(
        "count-negative", at: 15, column: "aantal", nl: "hier staat een getal onder nul.",
        en: "here is a number below zero."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the percentage x", [(15, ["Aandeel minderjarig;2024;;;;;;;x;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 15, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts("the percentage 0", [(15, ["Aandeel minderjarig;2024;;;;;;;0;;"])], taken: 14, about: "2024"),
    ReadCounts(
      "the percentage 1.000", [(15, ["Aandeel minderjarig;2024;;;;;;;1.000;;"])],
      ToldOfDelivery(
        "number-ambiguous", at: 15, column: "aantal",
        nl: "dit getal is op twee manieren te lezen: als duizendtallen en met decimalen.",
        en: "this number can be read in two ways: as thousands and with decimals."), taken: 13, aside: 1, about: "2024"),
    ReadCounts("the percentage 12.5", [(15, ["Aandeel minderjarig;2024;;;;;;;12.5;;"])], taken: 14, about: "2024"),
    ReadCounts(
      "the percentage ", [(15, ["Aandeel minderjarig;2024;;;;;;;;;"])],
      ToldOfDelivery(
        "count-empty", at: 15, column: "aantal", nl: "deze cel is leeg en telt als niet geleverd.",
        en: "this cell is empty and counts as not delivered."), taken: 14, about: "2024"),
    ReadCounts(
      "a total one too high", [(5, ["Contacten naar soort;2023;soort;Totaal;;;;;41;;"])],
      ToldOfDelivery(
        "total-mismatch", at: 5, column: "aantal",
        nl: "het totaal is 41, maar de categorieën van `soort` zijn samen 40.",
        en: "the total is 41, but the categories of `soort` together are 40."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a total one too low", [(5, ["Contacten naar soort;2023;soort;Totaal;;;;;39;;"])],
      ToldOfDelivery(
        "total-mismatch", at: 5, column: "aantal",
        nl: "het totaal is 39, maar de categorieën van `soort` zijn samen 40.",
        en: "the total is 39, but the categories of `soort` together are 40."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a total one too high, explained", [(5, ["Contacten naar soort;2023;soort;Totaal;;;;;41;;dubbel"])],
      ToldOfDelivery(
        "total-explained", at: 5, column: "aantal",
        nl: "het totaal is 41, maar de categorieën van `soort` zijn samen 40; dat is toegelicht.",
        en: "the total is 41, but the categories of `soort` together are 40; that was explained."), taken: 14,
      about: "2024"),
    ReadCounts(
      "a total as high as what is known of it", [(9, ["Contacten naar soort;2024;soort;Totaal;;;;;47;40;"])], taken: 14,
      about: "2024"),
    ReadCounts(
      "a total below what is known of it", [(9, ["Contacten naar soort;2024;soort;Totaal;;;;;46;40;"])],
      ToldOfDelivery(
        "total-mismatch", at: 9, column: "aantal",
        nl: "het totaal is 46, maar de bekende categorieën van `soort` zijn samen 47.",
        en: "the total is 46, but the known categories of `soort` together are 47."), taken: 13, aside: 1, about: "2024"
    ),
    ReadCounts(
      "a part as large as the base", [(12, ["Dwangmiddelen;2024;middel;Geweld;;;;;21;;"])], taken: 14, about: "2024"),
    ReadCounts(
      "a part above the base", [(12, ["Dwangmiddelen;2024;middel;Geweld;;;;;22;;"])],
      ToldOfDelivery(
        "base-exceeded", at: 12, column: "aantal", nl: "hier staat 22, meer dan de basis van 21.",
        en: "here is 22, more than the base of 21."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a part above the base, explained", [(12, ["Dwangmiddelen;2024;middel;Geweld;;;;;22;;x"])],
      ToldOfDelivery(
        "total-explained", at: 12, column: "aantal", nl: "hier staat 22, meer dan de basis van 21; dat is toegelicht.",
        en: "here is 22, more than the base of 21; that was explained."), taken: 14, about: "2024"),
    ReadCounts(
      "one row missing", [(10, [])],
      ToldOfDelivery(
        "count-missing", nl: "van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`.",
        en: "of `Contacten naar leeftijd` for 2024 the row with `<18` is missing."), taken: 13, about: "2024"),
    ReadCounts(
      "two rows missing", [(11, []), (10, [])],
      ToldOfDelivery(
        "count-missing", nl: "`Contacten naar leeftijd` over 2024 ontbreekt.",
        en: "`Contacten naar leeftijd` for 2024 is missing."), taken: 12, about: "2024"),
    ReadCounts(
      "three of four rows missing", [(2, []), (3, []), (4, [])],
      ToldOfDelivery(
        "count-missing",
        nl: "van `Contacten naar soort` over 2023 ontbreken de rijen met `seks`, `arbeid` en `onbekend`.",
        en: "of `Contacten naar soort` for 2023 the rows with `seks`, `arbeid` and `onbekend` are missing."), taken: 11,
      about: "2024"),
    ReadCounts(
      "two of four rows missing", [(2, []), (4, [])],
      ToldOfDelivery(
        "count-missing", nl: "van `Contacten naar soort` over 2023 ontbreken de rijen met `seks` en `onbekend`.",
        en: "of `Contacten naar soort` for 2023 the rows with `seks` and `onbekend` are missing."), taken: 12,
      about: "2024"),
    ReadCounts(
      "the closing row missing", [(16, [])],
      ToldOfDelivery(
        "no-period", nl: "het is niet te zien over welk jaar deze levering gaat.",
        en: "it cannot be seen which year this delivery is about."), taken: 0),
    ReadCounts(
      "the closing row missing, for a year", period: 2024, [(16, [])],
      ToldOfDelivery(
        "not-declared", nl: "de slotrij `Deze levering is volledig` ontbreekt.",
        en: "the closing row `Deze levering is volledig` is missing."), taken: 14, about: "2024"),
    ReadCounts(
      "the closing row twice",
      [(16, ["Deze levering is volledig;2024;;;;;;;ja;;", "Deze levering is volledig;2024;;;;;;;ja;;"])],
      ToldOfDelivery(
        "repeated-count", at: 17, nl: "dit getal staat er al, op rij 16.",
        en: "this number is there already, in row 16."), taken: 14, about: "2024"),
    ReadCounts(
      "complete nee", [(16, ["Deze levering is volledig;2024;;;;;;;nee;;"])],
      ToldOfDelivery(
        "not-declared", at: 16, column: "aantal", nl: "deze levering is volgens de slotrij niet volledig.",
        en: "this delivery is not complete, says the closing row."), taken: 14, about: "2024"),
    ReadCounts(
      "complete NEE", [(16, ["Deze levering is volledig;2024;;;;;;;NEE;;"])],
      ToldOfDelivery(
        "not-declared", at: 16, column: "aantal", nl: "deze levering is volgens de slotrij niet volledig.",
        en: "this delivery is not complete, says the closing row."), taken: 14, about: "2024"),
    ReadCounts("complete Ja", [(16, ["Deze levering is volledig;2024;;;;;;;Ja;;"])], taken: 14, about: "2024"),
    ReadCounts(
      "complete misschien", [(16, ["Deze levering is volledig;2024;;;;;;;misschien;;"])],
      ToldOfDelivery(
        "not-declared", at: 16, column: "aantal",
        nl: "of deze levering volledig is, staat er niet: hier hoort ja of nee.",
        en: "whether this delivery is complete is not said: ja or nee belongs here."), taken: 14, about: "2024"),
    ReadCounts(
      "complete ", [(16, ["Deze levering is volledig;2024;;;;;;;;;"])],
      ToldOfDelivery(
        "not-declared", at: 16, column: "aantal",
        nl: "of deze levering volledig is, staat er niet: hier hoort ja of nee.",
        en: "whether this delivery is complete is not said: ja or nee belongs here."), taken: 14, about: "2024"),
    ReadCounts(
      "about a year outside the monitor", [(16, ["Deze levering is volledig;2025;;;;;;;ja;;"])],
      ToldOfDelivery(
        "other-period", at: 16, column: "jaar", nl: "deze levering gaat over 2025; de monitor gaat over 2023-2024.",
        en: "this delivery is about 2025; the monitor is about 2023-2024."), taken: 0),
    ReadCounts(
      "about another year than asked", period: 2023, [],
      ToldOfDelivery(
        "other-period", at: 16, column: "jaar", nl: "deze levering gaat over 2024 en niet over 2023.",
        en: "this delivery is about 2024 and not about 2023."), taken: 0),
    ReadCounts(
      "about a year that is none", [(16, ["Deze levering is volledig;24;;;;;;;ja;;"])],
      ToldOfDelivery(
        "no-period", nl: "het is niet te zien over welk jaar deze levering gaat.",
        en: "it cannot be seen which year this delivery is about."),
      ToldOfDelivery(
        "year-format", at: 16, column: "jaar", nl: "hier staat geen jaartal van vier cijfers.",
        en: "here is no year of four digits."), taken: 0),
    ReadCounts(
      "about the year before its rows", [(16, ["Deze levering is volledig;2023;;;;;;;ja;;"])],
      ToldOfDelivery(
        "year-not-asked", at: 6, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 7, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 8, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 9, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 10, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 11, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 12, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 13, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 14, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."),
      ToldOfDelivery(
        "year-not-asked", at: 15, column: "jaar",
        nl: "deze levering gaat over 2023; over een later jaar vraagt zij niets.",
        en: "this delivery is about 2023; it asks nothing about a later year."), taken: 4, aside: 10, about: "2023"),
    ReadCounts(
      "24 after 12", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;24;12;"])], taken: 14, about: "2024"),
    ReadCounts(
      "25 after 12", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;25;12;"])],
      ToldOfDelivery(
        "implausible", at: 10, column: "aantal", nl: "hier staat 25 en in de vorige levering 12; klopt dat?",
        en: "here is 25 and in the delivery before 12; is that right?"), taken: 14, about: "2024"),
    ReadCounts(
      "21 after 10", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;21;10;"])],
      ToldOfDelivery(
        "implausible", at: 10, column: "aantal", nl: "hier staat 21 en in de vorige levering 10; klopt dat?",
        en: "here is 21 and in the delivery before 10; is that right?"), taken: 14, about: "2024"),
    ReadCounts(
      "22 after 11", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;22;11;"])], taken: 14, about: "2024"),
    ReadCounts(
      "23 after 11", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;23;11;"])],
      ToldOfDelivery(
        "implausible", at: 10, column: "aantal", nl: "hier staat 23 en in de vorige levering 11; klopt dat?",
        en: "here is 23 and in the delivery before 11; is that right?"), taken: 14, about: "2024"),
    ReadCounts(
      "11 after 0", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;11;0;"])],
      ToldOfDelivery(
        "implausible", at: 10, column: "aantal", nl: "hier staat 11 en in de vorige levering 0; klopt dat?",
        en: "here is 11 and in the delivery before 0; is that right?"), taken: 14, about: "2024"),
    ReadCounts("10 after 0", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;10;0;"])], taken: 14, about: "2024"),
    ReadCounts("5 after 15", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;5;15;"])], taken: 14, about: "2024"),
  ]
}
