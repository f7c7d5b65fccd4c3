/// Deliveries of counts with what is told of them, continued.
extension ReadCounts {
  static let cases3: [ReadCounts] = [
    ReadCounts(
      "5 after 16", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;5;16;"])],
      ToldOfDelivery(
        "implausible", at: 10, column: "aantal", nl: "hier staat 5 en in de vorige levering 16; klopt dat?",
        en: "here is 5 and in the delivery before 16; is that right?"), taken: 14, about: "2024"),
    ReadCounts("7 after 16", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;7;16;"])], taken: 14, about: "2024"),
    ReadCounts("8 after 16", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;8;16;"])], taken: 14, about: "2024"),
    ReadCounts(
      "30 after 61", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;30;61;"])],
      ToldOfDelivery(
        "implausible", at: 10, column: "aantal", nl: "hier staat 30 en in de vorige levering 61; klopt dat?",
        en: "here is 30 and in the delivery before 61; is that right?"), taken: 14, about: "2024"),
    ReadCounts(
      "30 after 60", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;30;60;"])], taken: 14, about: "2024"),
    ReadCounts(
      "25 after 12, explained", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;25;12;campagne"])],
      ToldOfDelivery(
        "implausible-answered", at: 10, column: "aantal",
        nl: "hier staat 25 en in de vorige levering 12; dat is toegelicht.",
        en: "here is 25 and in the delivery before 12; that was explained."), taken: 14, about: "2024"),
    ReadCounts(
      "25 after what is no number", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;25;<5;"])], taken: 14,
      about: "2024"),
    ReadCounts(
      "an unknown table", [(10, ["Contacten;2024;leeftijd;<18;;;;;5;;"])],
      ToldOfDelivery(
        "count-missing", nl: "van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`.",
        en: "of `Contacten naar leeftijd` for 2024 the row with `<18` is missing."),
      ToldOfDelivery(
        "unknown-table", at: 10, column: "tabel", nl: "deze tabel staat niet in het sjabloon.",
        en: "this table is not in the template."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a near table", [(10, ["Contacten naar leeftyd;2024;leeftijd;<18;;;;;5;;"])],
      ToldOfDelivery(
        "count-missing", nl: "van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`.",
        en: "of `Contacten naar leeftijd` for 2024 the row with `<18` is missing."),
      ToldOfDelivery(
        "unknown-table", at: 10, column: "tabel",
        nl: "deze tabel staat niet in het sjabloon; bedoelt u `Contacten naar leeftijd`?",
        en: "this table is not in the template; did you mean `Contacten naar leeftijd`?"), taken: 13, aside: 1,
      about: "2024"),
    ReadCounts(
      "a year not asked", [(10, ["Contacten naar leeftijd;2023;leeftijd;<18;;;;;5;;"])],
      ToldOfDelivery(
        "count-missing", nl: "van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`.",
        en: "of `Contacten naar leeftijd` for 2024 the row with `<18` is missing."),
      ToldOfDelivery(
        "year-not-asked", at: 10, column: "jaar", nl: "`Contacten naar leeftijd` vraagt dit jaar niet; wel 2024.",
        en: "`Contacten naar leeftijd` does not ask for this year; it does for 2024."), taken: 13, aside: 1,
      about: "2024"),
    ReadCounts(
      "no year", [(10, ["Contacten naar leeftijd;;leeftijd;<18;;;;;5;;"])],
      ToldOfDelivery(
        "count-missing", nl: "van `Contacten naar leeftijd` over 2024 ontbreekt de rij met `<18`.",
        en: "of `Contacten naar leeftijd` for 2024 the row with `<18` is missing."),
      ToldOfDelivery(
        "year-format", at: 10, column: "jaar", nl: "hier staat geen jaartal van vier cijfers.",
        en: "here is no year of four digits."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "an unknown axis", [(10, ["Contacten naar leeftijd;2024;geslacht;<18;;;;;5;;"])],
      ToldOfDelivery(
        "unknown-axis", at: 10, column: "kenmerk 1", nl: "`Contacten naar leeftijd` heeft dit kenmerk niet.",
        en: "`Contacten naar leeftijd` does not have this axis."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "no axis, but a category", [(10, ["Contacten naar leeftijd;2024;;<18;;;;;5;;"])],
      ToldOfDelivery(
        "unknown-axis", at: 10, column: "kenmerk 1", nl: "hier ontbreekt het kenmerk.", en: "the axis is missing here."),
      taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "an axis twice", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;leeftijd;<18;;;5;;"])],
      ToldOfDelivery(
        "unknown-axis", at: 10, column: "kenmerk 2", nl: "het kenmerk `leeftijd` staat twee keer in deze rij.",
        en: "the axis `leeftijd` is twice in this row."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "no category", [(10, ["Contacten naar leeftijd;2024;leeftijd;;;;;;5;;"])],
      ToldOfDelivery(
        "unknown-axis", at: 10, column: "categorie 1", nl: "de categorie van `leeftijd` ontbreekt.",
        en: "the category of `leeftijd` is missing."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "neither axis nor category", [(10, ["Contacten naar leeftijd;2024;;;;;;;5;;"])],
      ToldOfDelivery(
        "unknown-axis", at: 10, column: "kenmerk 1", nl: "het kenmerk `leeftijd` ontbreekt in deze rij.",
        en: "the axis `leeftijd` is missing from this row."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "an axis that another column has", [(10, ["Contacten naar leeftijd;2024;;;leeftijd;<18;;;5;;"])], taken: 14,
      about: "2024"),
    ReadCounts(
      "an axis in a table without any", [(15, ["Aandeel minderjarig;2024;soort;seks;;;;;12,5;;"])],
      ToldOfDelivery(
        "unknown-axis", at: 15, column: "kenmerk 1", nl: "`Aandeel minderjarig` heeft dit kenmerk niet.",
        en: "`Aandeel minderjarig` does not have this axis."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a word of another year", [(11, ["Contacten naar leeftijd;2024;leeftijd;18-22;;;;;7;;"])],
      ToldOfDelivery(
        "word-of-other-year", at: 11, column: "categorie 1", nl: "`18-22` geldt tot en met 2023 en niet in 2024.",
        en: "`18-22` holds up to 2023 and not in 2024."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "an unknown word", [(11, ["Contacten naar leeftijd;2024;leeftijd;jong;;;;;7;;"])],
      ToldOfDelivery(
        "unknown-answer", at: 11, column: "categorie 1", nl: "dit woord staat niet in de lijst.",
        en: "this word is not on the list."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a near word", [(2, ["Contacten naar soort;2023;soort;sekz;;;;;30;;"])],
      ToldOfDelivery(
        "unknown-answer", at: 2, column: "categorie 1", nl: "dit woord staat niet in de lijst; bedoelt u `seks`?",
        en: "this word is not on the list; did you mean `seks`?"), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a near total", [(5, ["Contacten naar soort;2023;soort;Totaaal;;;;;40;;"])],
      ToldOfDelivery(
        "unknown-answer", at: 5, column: "categorie 1", nl: "dit woord staat niet in de lijst; bedoelt u `Totaal`?",
        en: "this word is not on the list; did you mean `Totaal`?"), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "a total not asked", [(11, ["Contacten naar leeftijd;2024;leeftijd;Totaal;;;;;7;;"])],
      ToldOfDelivery(
        "total-not-asked", at: 11, column: "categorie 1", nl: "`Contacten naar leeftijd` vraagt geen totaal.",
        en: "`Contacten naar leeftijd` does not ask for a total."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the same row twice",
      [
        (
          11,
          [
            "Contacten naar leeftijd;2024;leeftijd;18-25;;;;;niet geleverd;;",
            "Contacten naar leeftijd;2024;leeftijd;<18;;;;;5;;",
          ]
        )
      ],
      ToldOfDelivery(
        "repeated-count", at: 12, nl: "dit getal staat er al, op rij 10.",
        en: "this number is there already, in row 10."), taken: 14, aside: 1, about: "2024"),
  ]
}
