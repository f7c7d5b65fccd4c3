/// Deliveries of counts with what is told of them.
extension ReadCounts {
  static let cases: [ReadCounts] = [
    ReadCounts(
      "the bound <5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;<5;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound ≥ 10", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;≥ 10;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound 5-", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;5-;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound 5 - 9", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;5 - 9;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound 5+", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;5+;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound minder dan 5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;minder dan 5;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound meer dan 5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;meer dan 5;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound ten minste 5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;ten minste 5;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound ten hoogste 5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;ten hoogste 5;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the bound kleiner dan 5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;kleiner dan 5;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een grens in plaats van een aantal.",
        en: "here is a bound instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign -", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;-;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign –", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;–;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign *", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;*;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign x", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;x;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign .", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;.;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign ..", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;..;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign :", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;:;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign ?", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;?;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the sign X", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;X;;"])],
      ToldOfDelivery(
        "count-suppressed", at: 10, column: "aantal", nl: "hier staat een teken in plaats van een aantal.",
        en: "here is a sign instead of a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count -3", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;-3;;"])],
      ToldOfDelivery(
        "count-negative", at: 10, column: "aantal", nl: "hier staat een getal onder nul.",
        en: "here is a number below zero."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count −3", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;−3;;"])],
      ToldOfDelivery(
        "count-negative", at: 10, column: "aantal", nl: "hier staat een getal onder nul.",
        en: "here is a number below zero."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count -x", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;-x;;"])],
      ToldOfDelivery("count-format", at: 10, column: "aantal", nl: "hier staat geen getal.", en: "here is no number."),
      taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 12%", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;12%;;"])],
      ToldOfDelivery(
        "count-percentage", at: 10, column: "aantal", nl: "hier staat een percentage; deze tabel vraagt een aantal.",
        en: "here is a percentage; this table asks for a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 12,5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;12,5;;"])],
      ToldOfDelivery(
        "count-fraction", at: 10, column: "aantal",
        nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
        en: "here is a number with decimals; this table asks for a whole count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 1.5", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1.5;;"])],
      ToldOfDelivery(
        "count-fraction", at: 10, column: "aantal",
        nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
        en: "here is a number with decimals; this table asks for a whole count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 0,0", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;0,0;;"])],
      taken: 14, about: "2024"),
    ReadCounts(
      "the count 5,0", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;5,0;;"])],
      taken: 14, about: "2024"),
    ReadCounts(
      "the count 1000000000", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1000000000;;"])], taken: 14,
      about: "2024"),
    ReadCounts(
      "the count 1000000001", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1000000001;;"])],
      ToldOfDelivery(
        "count-format", at: 10, column: "aantal",
        nl: "hier staat een getal boven een miljard; dat kan geen aantal zijn.",
        en: "here is a number above a billion; that cannot be a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 1.000.000.000", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1.000.000.000;;"])],
      ToldOfDelivery(
        "thousands-mark", at: 10, column: "aantal", nl: "dit is gelezen als 1000000000.",
        en: "this was read as 1000000000."), taken: 14, about: "2024"),
    ReadCounts(
      "the count 1.000.000.001", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1.000.000.001;;"])],
      ToldOfDelivery(
        "count-format", at: 10, column: "aantal",
        nl: "hier staat een getal boven een miljard; dat kan geen aantal zijn.",
        en: "here is a number above a billion; that cannot be a count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 1.334", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1.334;;"])],
      ToldOfDelivery(
        "thousands-mark", at: 10, column: "aantal", nl: "dit is gelezen als 1334.", en: "this was read as 1334."),
      taken: 14, about: "2024"),
    ReadCounts(
      "the count 1 334", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1 334;;"])],
      ToldOfDelivery(
        "thousands-mark", at: 10, column: "aantal", nl: "dit is gelezen als 1334.", en: "this was read as 1334."),
      taken: 14, about: "2024"),
    ReadCounts(
      "the count 1.33", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1.33;;"])],
      ToldOfDelivery(
        "count-fraction", at: 10, column: "aantal",
        nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
        en: "here is a number with decimals; this table asks for a whole count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 13.345", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;13.345;;"])],
      ToldOfDelivery(
        "thousands-mark", at: 10, column: "aantal", nl: "dit is gelezen als 13345.", en: "this was read as 13345."),
      taken: 14, about: "2024"),
    ReadCounts(
      "the count 0.123", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;0.123;;"])],
      ToldOfDelivery(
        "count-fraction", at: 10, column: "aantal",
        nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
        en: "here is a number with decimals; this table asks for a whole count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 1234.567", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1234.567;;"])],
      ToldOfDelivery(
        "count-fraction", at: 10, column: "aantal",
        nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
        en: "here is a number with decimals; this table asks for a whole count."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 1,334", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1,334;;"])],
      ToldOfDelivery(
        "number-ambiguous", at: 10, column: "aantal",
        nl: "dit getal is op twee manieren te lezen: als duizendtallen en met decimalen.",
        en: "this number can be read in two ways: as thousands and with decimals."), taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count drie", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;drie;;"])],
      ToldOfDelivery("count-format", at: 10, column: "aantal", nl: "hier staat geen getal.", en: "here is no number."),
      taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count 1 33", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;1 33;;"])],
      ToldOfDelivery("count-format", at: 10, column: "aantal", nl: "hier staat geen getal.", en: "here is no number."),
      taken: 13, aside: 1, about: "2024"),
    ReadCounts(
      "the count ", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;;;"])],
      ToldOfDelivery(
        "count-empty", at: 10, column: "aantal", nl: "deze cel is leeg en telt als niet geleverd.",
        en: "this cell is empty and counts as not delivered."), taken: 14, about: "2024"),
    ReadCounts(
      "the count   ", [(10, ["Contacten naar leeftijd;2024;leeftijd;<18;;;;;  ;;"])],
      ToldOfDelivery(
        "count-empty", at: 10, column: "aantal", nl: "deze cel is leeg en telt als niet geleverd.",
        en: "this cell is empty and counts as not delivered."), taken: 14, about: "2024"),
    ReadCounts("the percentage 100", [(15, ["Aandeel minderjarig;2024;;;;;;;100;;"])], taken: 14, about: "2024"),
    ReadCounts("the percentage 100,0", [(15, ["Aandeel minderjarig;2024;;;;;;;100,0;;"])], taken: 14, about: "2024"),
    ReadCounts(
      "the percentage 100,1", [(15, ["Aandeel minderjarig;2024;;;;;;;100,1;;"])],
      ToldOfDelivery(
        "percentage-range", at: 15, column: "aantal", nl: "hier staat meer dan 100; deze tabel vraagt een percentage.",
        en: "here is more than 100; this table asks for a percentage."), taken: 13, aside: 1, about: "2024"),
  ]
}
