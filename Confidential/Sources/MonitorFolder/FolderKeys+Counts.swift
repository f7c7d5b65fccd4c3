/// `sources.yaml`, for a source that delivers counts.
extension FolderKeys {
  static let countSource = FolderKeys(
    "A source that delivers counts",
    [
      .required("source", "Name, also the start of its file names."),
      .required("label", "What it is called (nl, en)."),
      .optional("group", "Its category of the variable `reporterGroup`."),
      .required("definition", "Whom this source calls a victim (nl, en), or a list of definitions with years."),
      .required("delivers", "`counts`; a source without it delivers `records`."),
      .required("tables", "The tables it is asked for, in order."),
      expected,
    ])

  static let countTable = FolderKeys(
    "A table of counts",
    [
      .required("table", "Name in figures and in the store."),
      .required("label", "What it is called (nl, en); the Dutch one is what the partner reads and writes."),
      .required("explanation", "What is counted, and when the same thing counts again (nl, en)."),
      .required("unit", "A unit of count of monitor.yaml."),
      .optional(
        "kind",
        "`count` (when absent), `{ percentage: DECIMALS }` or `{ number: { nl: …, en: … }, decimals: DECIMALS }`."),
      .optional("years", "Years asked for; every year of the period when absent."),
      .optional("answers", "`one` (when absent), or `several`: more than one category may hold for one thing."),
      .optional("total", "`true`: the partner also gives the totals (for several answers: the base)."),
      .optional("axes", "The characteristics by which is counted, at most three; none for a single number."),
    ])

  static let countAxis = FolderKeys(
    "An axis of a table of counts",
    [
      .required("header", "What the partner calls it."),
      .required("variable", "A category or set variable of the codebook."),
      .optional(
        "words",
        "The partner's words in order, each with the category code or missing word it stands for; "
          + "the Dutch labels when absent."),
    ])
}
