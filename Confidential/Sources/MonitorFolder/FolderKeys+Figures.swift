/// `figures.yaml`, for figures over counts.
extension FolderKeys {
  static let seriesBreak = FolderKeys(
    "A break in a series",
    [
      .required("year", "The first year that differs."),
      .required("reason", "What changed: a definition, a codebook, a boundary (nl, en)."),
    ])

  static let keyNumber = FolderKeys(
    "A key number",
    [
      .required("figure", "The figure it stands in."),
      .required("row", "The key of its row."),
      .optional("column", "The key of its column; the last year of the figure, or its only column, when absent."),
      .required("label", "What is counted, without digits: a noun that can follow the number (nl, en)."),
    ])

  static let explanation = FolderKeys(
    "An explanation",
    [
      .required("figures", "The figures it belongs to."),
      .required("year", "The first year in which it can be seen."),
      .required("cause", "`law`, `pandemic`, `capacity`, `practice` (way of working) or `recording`."),
      .required("text", "What happened, in a sentence or two (nl, en)."),
      .required("source", "Where that can be read (nl, en)."),
      .required("dated", "The day, month or year of the source: `2018-05-25`, `2018-05`, `2018`."),
    ])

  static let figureStatistics = FolderKeys(
    "statistics of a figure",
    [
      .optional(
        "interval",
        "Limits of 95% beside what is published exactly: `poisson` for counts, `wilson` for shares in the row total."),
      .optional(
        "change",
        "Changes between years that a test does not find clear are called so: `holm` or `false-share`, by how the test "
          + "takes the number of rows into account."),
      .optional(
        "unknown", "Codes of rows that are not known: the others are shown as shares of the known, with bounds."),
      .optional("funnel", "Rows beside what their size leads to expect."),
    ])

  static let funnel = FolderKeys(
    "funnel",
    [
      .required("sizes", "A CSV in the folder `sizes`, with a row for each row of the figure: `code` and `size`."),
      .required("name", "What the sizes are (nl, en)."),
    ])

  static let counts = FolderKeys(
    "counts",
    [
      .required("source", "A source that delivers counts."),
      .required("table", "One of its tables."),
      .optional(
        "at",
        "Axes held at one value, or `year`: `{ year: 2024 }`; `total` for all categories together as the source gave "
          + "it."),
    ])

  static let fixed = FolderKeys(
    "A value in at, when it is to stand in the open data",
    [
      .required("is", "The category code, missing word, year or `total`."),
      .optional("name", "Name of the axis in the open data (nl, en)."),
      .optional(
        "label", "Other words for the value than the codebook's (nl, en); an empty text leaves the place empty."),
    ])

  static let delivered = FolderKeys(
    "A delivered number in rows",
    [
      .required("measure", "What the number is (nl, en)."),
      .optional("name", "Name of the axis (nl, en); absent: the row is told apart by its measure."),
      .optional("label", "Its place on the axis (nl, en); required with `name`."),
      .optional("key", "Its code for `zicht explain` and the narrative; `row-1`, `row-2` when absent."),
      .required("source", "A source that delivers counts."),
      .required("table", "One of its tables."),
      .optional("at", "The value of each axis of the table; all categories together for an axis left out."),
      .optional("unit", "Its unit (nl, en); the figure's unit of count when absent."),
      .optional("total", "`true`: shown as a total."),
    ])
}
