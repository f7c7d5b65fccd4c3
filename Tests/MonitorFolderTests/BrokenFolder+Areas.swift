/// Mistakes in `areas.csv`.
extension BrokenFolder {
  static let areas: [BrokenFolder] = [
    BrokenFolder(
      .areas, "areas.csv", "code;name", "kode;name",
      Told("missing-key", at: 1, nl: "de kolom `code` ontbreekt.", en: "the column `code` is missing."),
      Told(
        "unknown-key", at: 1, column: "kode", nl: "onbekende kolom `kode`; bedoelt u `code`?",
        en: "unknown column `kode`; did you mean `code`?"), others: 1),
    BrokenFolder(
      .areas, "areas.csv", "C;Ceel", "C;",
      Told(
        "missing-key", at: 4, column: "name", nl: "deze cel is leeg; elk gebied heeft een code en een naam.",
        en: "this cell is empty; every area has a code and a name.")),
    BrokenFolder(
      .areas, "areas.csv", "S;Stad", "unknown;Stad",
      Told(
        "unusable-name", at: 6, column: "code", nl: "de code `unknown` van een gebied kan niet.",
        en: "the code `unknown` of an area cannot be used.")),
    BrokenFolder(
      .areas, "areas.csv", "2010-01-01;31-12-2018", "2019-01-01;31-12-2018",
      Told(
        "out-of-range", at: 2, column: "to", nl: "de laatste dag (2018-12-31) ligt voor de eerste (2019-01-01).",
        en: "the last day (2018-12-31) lies before the first (2019-01-01).")),
    BrokenFolder(
      .areas, "areas.csv", "2018-12-31;V", "2018-12-31;V 101% + C",
      Told(
        "area-split", at: 3, column: "becomes",
        nl: "dit gebied is gesplitst, en de delen tellen niet op tot 100 procent.",
        en: "this area was split, and the parts do not add up to 100 per cent."),
      Told("unknown-reference", at: 3, column: "becomes", nl: "onbekend gebied `V 101%`.", en: "unknown area `V 101%`.")
    ),
    BrokenFolder(
      .areas, "areas.csv", "2018-12-31;V", "2018-12-31;V 50% + C 49%",
      Told(
        "area-split", at: 3, column: "becomes",
        nl: "dit gebied is gesplitst, en de delen tellen niet op tot 100 procent.",
        en: "this area was split, and the parts do not add up to 100 per cent.")),
    BrokenFolder(
      .areas, "areas.csv", "2018-12-31;V", "2018-12-31;W",
      Told(
        "unknown-reference", at: 3, column: "becomes", nl: "onbekend gebied `W`; bedoelt u `A`?",
        en: "unknown area `W`; did you mean `A`?")),
    BrokenFolder(
      .areas, "areas.csv", "C;Ceel;R;south;2010-01-01;;;", "V;Ceel;R;south;2010-01-01;2019-01-01;;",
      Told(
        "duplicate-name", at: 5, column: "code", nl: "het gebied `V` staat er al, op rij 4, voor dezelfde tijd.",
        en: "the area `V` is there already, on row 4, for the same time.")),
    BrokenFolder(
      .areas, "areas.csv", "2010-01-01;2018-12-31;V", "2010-02-30;2018-12-31;V",
      Told(
        "out-of-range", at: 3, column: "from", nl: "dit is geen bestaande datum in de vorm 2019-01-01.",
        en: "this is no existing date written as 2019-01-01.")),
    BrokenFolder(
      .areas, "areas.csv", "V;Veld;R;north;2019-01-01;;;", "V;Veld;R;north;2019-01-02;;;",
      Told(
        "area-succession", at: 2, column: "becomes",
        nl: "`V` bestaat niet op 2019-01-01, de dag na de laatste van Aam.",
        en: "`V` does not exist on 2019-01-01, the day after the last of Aam."),
      Told(
        "area-succession", at: 3, column: "becomes",
        nl: "`V` bestaat niet op 2019-01-01, de dag na de laatste van Beek.",
        en: "`V` does not exist on 2019-01-01, the day after the last of Beek.")),
    BrokenFolder(
      .areas, "areas.csv", "V;Veld;R;north;2019-01-01;;;", "V;Veld;R;north;2019-01-01;;C;",
      Told(
        "area-succession", at: 5, column: "to", nl: "Veld is iets anders geworden, maar de laatste dag ontbreekt.",
        en: "Veld became something else, but its last day is missing.")),
    BrokenFolder(
      .areas, "areas.csv", "*", "",
      Told(
        "file-missing", in: "codebook.yaml", at: 48,
        nl: "variabele village neemt zijn categorieën uit areas.csv, en daar staat geen gebied in.",
        en: "variable village takes its categories from areas.csv, and no area is in it."),
      Told(
        "file-unreadable", nl: "Het bestand is leeg. Lever een bestand met een kopregel en gegevens.",
        en: "The file is empty. Deliver a file with a header row and data.")),
    BrokenFolder(
      .areas, "areas.csv", "*", "code;name\n",
      Told("missing-key", at: 1, nl: "de kolom `region` ontbreekt.", en: "the column `region` is missing."),
      Told("missing-key", at: 1, nl: "de kolom `from` ontbreekt.", en: "the column `from` is missing."), others: 3),
  ]
}
