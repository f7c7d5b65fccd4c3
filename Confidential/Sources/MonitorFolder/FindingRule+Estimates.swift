public import Model

/// What can be wrong with a table of lists.
extension FindingRule {
  static let estimateRules = [listTable]

  public static let listTable = folder(
    "list-table",
    explanation: LocalizedText(
      nl: "Een tabel van lijsten heeft per lijst een kolom met 0 en 1, en als laatste een kolom met hele aantallen.",
      en: "A table of lists has a column of 0 and 1 for each list, and last a column of whole numbers."),
    remedy: LocalizedText(
      nl:
        "Verbeter de tabel; elke combinatie van lijsten staat er één keer, met het aantal personen op precies die "
        + "lijsten.",
      en: "Mend the table; each combination of lists is there once, with the persons on exactly these lists."),
    example: LocalizedText(nl: "hier hoort 0 of 1.", en: "0 or 1 belongs here."))
}
