import Model

/// A key of the files of a monitor, with what it means: the reference and the check read the same list.
struct FolderKey: Equatable, Sendable {
  var name: String
  var isRequired: Bool
  /// In English, for the reference.
  var meaning: String

  static func required(_ name: String, _ meaning: String) -> FolderKey {
    FolderKey(name: name, isRequired: true, meaning: meaning)
  }

  static func optional(_ name: String, _ meaning: String) -> FolderKey {
    FolderKey(name: name, isRequired: false, meaning: meaning)
  }
}

/// The keys that may stand together in one place.
struct FolderKeys: Sendable {
  /// Where they stand, for the heading in the reference.
  var place: String
  var keys: [FolderKey]

  init(_ place: String, _ keys: [FolderKey]) {
    self.place = place
    self.keys = keys
  }

  var names: [String] { keys.map(\.name) }
}

/// `monitor.yaml` and `codebook.yaml`.
extension FolderKeys {
  static let monitor = FolderKeys(
    "monitor.yaml",
    [
      .required("monitor", "Name of the monitor; letters, digits, `-`, `.` and `_`."),
      .required("title", "Title of the edition (nl, en)."),
      .required("edition", "Name of the edition, such as a year."),
      .required("publisher", "Who publishes (nl, en)."),
      .required("period", "First and last reporting year: `{ from: 2015, to: 2019 }`."),
      .required("reference-date", "The day that stands for today, as `2020-07-01`."),
      .required("seed", "A whole number from which all chance is drawn."),
      .required("provenance", "`registered`, or `{ reconstructed: { nl: …, en: … } }` with a sentence for readers."),
      .required("introduction", "The opening paragraph of the edition (nl, en)."),
      .required(
        "publication",
        "The disclosure `policy` (`publishAsIs` or `suppress`), its `reason` (nl, en), who it was `decided-by`, and "
          + "of `suppress` the `minimum`, `zeros` and `level`."
      ),
      .required("units", "Units of count by name, each with a `label` and `repeats`."),
      .optional("languages", "The languages the edition is written in, `[nl]` or `[nl, en]`; both when absent."),
      .optional("address", "Where the edition will stand, `https://…/`, for citations and for cards in social media."),
      .optional("licence", "Under which terms others may use the edition: `{ name: …, link: https://… }`."),
      .optional(
        "boundaries", "`{ as-of: 2023-01-01 }`: the day of the boundaries of now; the reference date when absent."),
      .optional("verdicts", "Words for numbers in texts, by thresholds; the house has words of its own."),
      .optional("constants", "Measures that texts divide and multiply by, each with a dated source."),
      .optional("revisions", "Why numbers differ from those that an earlier edition showed, a list."),
      .optional("open-data", "What is open beside the figures: a `cube` of counts, and `records` for researchers."),
    ])

  static let unit = FolderKeys(
    "A unit of count",
    [
      .required("label", "Plural noun (nl, en)."),
      .required(
        "repeats",
        "`once a year`, `once a year per X` (X a set or number variable), `every time`, `every time after the "
          + "first` or `as delivered`."
      ),
    ])

  static let codebook = FolderKeys(
    "codebook.yaml",
    [
      .required("version", "Version of the codebook."),
      .required("variables", "The variables, in order."),
      .optional("earlier", "What changed since earlier versions."),
    ])

  static let migration = FolderKeys(
    "An earlier version of the codebook",
    [
      .required("version", "The earlier version."),
      .required("until", "The last year coded with it."),
      .required("reason", "What changed, for readers: it stands below each series that crosses it (nl, en)."),
      .required("changes", "The changes, one a variable."),
    ])

  static let migrationChange = FolderKeys(
    "A change of the codebook",
    [
      .required("variable", "The variable as it is called now."),
      .required("change", "`added`, `redefined`, `renamed`, `merged` or `split`."),
      .optional("from", "The earlier codes."),
      .optional("to", "The codes of now."),
      .optional("recoded", "`true`: earlier years were coded again, so that the series goes on."),
    ])

  static let variable = FolderKeys(
    "A variable",
    [
      .required("variable", "Name in conditions and rules."),
      .required("kind", "`category`, `set`, `number`, `date` or `text`."),
      .required("label", "What readers call it (nl, en)."),
      .optional("definition", "What it means (nl, en), or a list of definitions with years."),
      .optional("categories", "For `category` and `set`: the answers, in order; a set has at most 60."),
      .optional("areas", "`true`, for `category`: the categories are the areas of areas.csv."),
      .optional("missing", "Other words for `unknown`, `notAsked`, `notApplicable`, `notDelivered` (nl, en)."),
      .optional("derived", "`true`: computed by a rule or by `link`, never delivered."),
      .optional("valid-from", "First year in which it exists."),
      .optional("valid-to", "Last year in which it exists."),
      .optional("unit", "For `number`, required: the unit (nl, en)."),
      .optional("decimals", "For `number`: decimals kept; 0 when absent. Bounds are in that same scale."),
      .optional("minimum", "For `number`, required: the lowest value."),
      .optional("maximum", "For `number`, required: the highest value."),
    ])

  static let category = FolderKeys(
    "A category",
    [
      .required("code", "Code in conditions, orders and open data."),
      .required("nl", "Dutch label."),
      .required("en", "English label."),
      .optional("short", "Label for narrow columns (nl, en)."),
      .optional("definition", "What it means (nl, en), or a list of definitions with years."),
      .optional("group", "The wider category that a `group` rule puts it in."),
      .optional("valid-from", "First year in which it exists."),
      .optional("valid-to", "Last year in which it exists."),
      .optional("standard", "Codes in international classifications, by name of the classification."),
      .optional("bounds", "For a class of numbers: `{ from: 18, below: 23 }`; one of them is enough at the ends."),
    ])
}

/// `areas.csv`.
extension FolderKeys {
  static let areas = FolderKeys(
    "areas.csv: a row an area, with columns (the file is optional)",
    [
      .required("code", "Code of the statistical office, such as `GM0599`."),
      .required("name", "Name for readers."),
      .required("region", "The region it is a member of; empty for an area outside all regions."),
      .optional("part", "A part of the region; also the wider category of a `group` rule."),
      .required("from", "First day, as `2019-01-01`; empty when it was there before the file begins."),
      .required("to", "Last day; empty while it exists."),
      .required("becomes", "What it became the day after: a code, or the parts of a split: `GM0080 60% + GM0090 40%`."),
      .optional("note", "For the one who keeps the file."),
    ])
}

/// `sources.yaml`.
extension FolderKeys {
  static let sources = FolderKeys(
    "sources.yaml",
    [
      .optional("grounds", "The legal grounds; required when a source delivers records."),
      .optional("columns", "Columns that several sources share, by a name to anchor them."),
      .required("sources", "Who delivers, in the order in which deliveries are read."),
    ])

  static let ground = FolderKeys(
    "A legal ground",
    [
      .required("ground", "Name."),
      .required("label", "What it is called (nl, en)."),
      .required("article", "The articles of law."),
      .required("lane", "The highest lane it allows: `identified`, `pseudonymous` or `countOnly`."),
      .optional("holds", "Condition on a record; absent: holds for every record of the source."),
      .optional(
        "retention", "Whole years after the reporting year that a record may lead to a person; without it, no end."),
      .optional("examples", "Records with whether the ground holds; each is executed by the check."),
    ])

  static let example = FolderKeys(
    "An example of a ground",
    [
      .required("given", "Answers by variable: a category code, members joined by `+`, a number or a missing word."),
      .required("holds", "Whether the ground holds for such a record."),
    ])

  static let source = FolderKeys(
    "A source that delivers records",
    [
      .required("source", "Name, also the start of its file names."),
      .required("label", "What it is called (nl, en)."),
      .required("group", "Its category of the variable `reporterGroup`."),
      .required("lane", "The lane its records come in when they have a ground for it."),
      .required("grounds", "Names of grounds; the first that holds counts."),
      .required("definition", "Whom this source calls a victim (nl, en), or a list of definitions with years."),
      .optional("delivers", "`records`, or `counts`: see the next table. Records when absent."),
      .required("columns", "The columns of its template, in order."),
      expected,
    ])

  /// The same for whoever delivers records and whoever delivers counts.
  static let expected = FolderKey.optional(
    "expected", "How it stands with its deliveries, where that is not simply what was received.")

  static let expectation = FolderKeys(
    "What is expected of a source",
    [
      .required("years", "The years it is about, within those of the monitor."),
      .required("state", "One of \(words(DeliveryGrid.State.declarable))."),
      .optional(
        "reason",
        "Why, in words that are printed (nl, en); required with "
          + "\(words(DeliveryGrid.State.declarable.filter(\.needsReason)))."),
    ])

  private static func words(_ states: [DeliveryGrid.State]) -> String {
    states.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }

  static let column = FolderKeys(
    "A column of a template",
    [
      .required("header", "The name as the partner writes it."),
      .optional("variable", "The variable it delivers. A column is exactly one of these five."),
      .optional(
        "person",
        "`true`: the key that tells persons apart; counted by a keyed encoding, kept only sealed. `unlinked`: the "
          + "partner's own "
          + "number of the record, where there is no such key; needs `linkage.yaml`. `encoded`: the random number "
          + "under which the "
          + "partner encoded the record for a linkage unit; needs `linkage.yaml` too."),
      .optional("year", "`true`: the reporting year. Every source has one."),
      .optional(
        "identity",
        "A personal detail for the vault: \(LinkageChoice.details.map { "`\($0)`" }.joined(separator: ", "))."),
      .optional(
        "record", "`true`: the partner's own number of the record; not kept, but two codings are joined by it."),
      .optional("ignored", "`true`: for the partner's own use; not read."),
      .optional("required", "`true`: every row needs a value."),
      .optional("values", "The partner's words, each with the category code or missing word it stands for."),
      .optional("separator", "The sign between members of a set in one cell; `+` when absent."),
      .optional(
        "pattern",
        "With `person`: what the key looks like, one pattern or a list of them. `9` is a digit, `A` a letter, `X` "
          + "either; "
          + "`{6}` or `{1,5}` says how many; other signs, and what stands between apostrophes, stand for themselves."),
      .required("explanation", "What to fill in (nl, en)."),
    ])
}

/// `rules.yaml`.
extension FolderKeys {
  static let rules = FolderKeys(
    "rules.yaml",
    [
      .required("link", "How notifications about one person in one year become a case."),
      .required("rules", "The steps of classification, in order."),
    ])

  static let link = FolderKeys(
    "link",
    [
      .required("reason", "Why (nl, en)."),
      .required("source", "Where it says so."),
      .required("combine", "What a case takes over from its notifications."),
    ])

  static let combination = FolderKeys(
    "A combination in link",
    [
      .required("variable", "Variable of the case."),
      .required("from", "Variable of the notifications."),
      .required("how", "`firstKnown`, `union`, `minimum`, `maximum` or `count`."),
    ])

  static let rule = FolderKeys(
    "A rule",
    [
      .required("rule", "Name."),
      .required("reason", "Why (nl, en)."),
      .required("source", "Where it says so."),
    ])

  static let derive = FolderKeys(
    "derive: the first case whose condition holds gives the value",
    [
      .required("derive", "The derived category variable."),
      .required("cases", "Conditions in order: `{ when: CONDITION, then: CODE }`."),
      .required("otherwise", "The code or missing word when no condition holds."),
    ])

  static let group = FolderKeys(
    "group: each category goes to its group",
    [
      .required("group", "The derived variable with the wider categories."),
      .required("from", "The variable whose categories have a `group` in the codebook."),
    ])

  static let exclude = FolderKeys(
    "exclude: cases for which the condition holds take no further part",
    [.required("exclude", "The condition.")])

  static let impute = FolderKeys(
    "impute: unknown values are allotted within strata as the known ones are",
    [
      .required("impute", "The derived variable; the same categories as `from`."),
      .required("from", "The category variable with unknown values."),
      .optional("among", "Condition: other cases become `notApplicable`."),
      .required("strata", "Category variables whose combinations are the strata."),
      .required("minimum-known", "Known cases a stratum needs; below that its unknowns stay unknown."),
    ])

  /// The kinds of rules; each rule has the keys of `rule` and those of one kind.
  static let ruleKinds = [derive, group, exclude, impute]
}

/// `figures.yaml`.
extension FolderKeys {
  static let figures = FolderKeys(
    "figures.yaml",
    [
      .required("source", "The source line under every figure (nl, en)."),
      .optional("axes", "Axes and totals that figures share, by a name to anchor them."),
      .required("figures", "The figures, in order."),
      .optional("key-numbers", "Three to five numbers that the overview begins with."),
      .optional("explanations", "What may have moved the numbers of figures, by year, each with a dated source."),
      .optional("estimates", "Hidden populations that are estimated from the overlap of lists."),
      .optional("derived", "Numbers derived from estimates."),
    ])

  static let figure = FolderKeys(
    "A figure",
    [
      .required("figure", "Name, also of its files."),
      .required("title", "Title (nl, en)."),
      .required("measure", "What the numbers are, for the open data (nl, en)."),
      .required("unit", "A unit of count of monitor.yaml."),
      .optional(
        "population", "`remaining` (when absent), `all`, or `{ after: RULE }`: what is left after that exclusion."),
      .optional("filter", "Condition on cases."),
      .optional(
        "dataset", "The table of the open data it is lines of, shared with other figures; the name when absent."),
      .optional("counts", "The count table that the numbers are taken from."),
      .required(
        "rows",
        "An axis, a top list, `series` or `quoted`; over counts an axis, `{ whole: true }` or `delivered`."),
      .optional("row-total", "A last row."),
      .required("columns", "Axes beside each other over the same rows; `[]` for none. Optional over counts."),
      .optional("column-total", "A last column over all panels."),
      .optional("statistic", "`count` (when absent), `{ share-of-column: DECIMALS }` or `{ share-of-row: DECIMALS }`."),
      .optional("summaries", "Means or medians below the counts."),
      .optional("chart", "`stackedBars`, `lines`, `rankedBars`, `topTable` or `none` (when absent)."),
      .optional("source", "Another source line (nl, en)."),
      .optional("notes", "Notes below the figure (nl, en)."),
      .optional("breaks", "Years from which the numbers are not comparable with those before."),
      .optional("statistics", "What the figure says of how sure its numbers are."),
    ])

  static let axis = FolderKeys(
    "An axis",
    [
      .required("variable", "A category or set variable, or `year`."),
      .required("name", "Name of the axis (nl, en)."),
      .optional("order", "Codes and missing words in the order shown; all categories when absent."),
      .optional("short", "`true`: short labels."),
      .optional("labels", "Other words than the codebook's, by code (nl, en)."),
      .optional("pools", "Categories taken together: `{ label: …, of: [CODES] }`; instead of `order`."),
      .optional(
        "from",
        "Over counts: variables whose classes make up those of this one, such as the age classes of several sources."),
      .optional(
        "boundaries",
        "For areas: `then` (when absent), each year with its own areas, or `now`, counts added to what areas became."),
    ])

  static let top = FolderKeys(
    "Rows as a top list: an axis and",
    [
      .required("top", "How many places; equal numbers share one."),
      .required("rank-measure", "What the ranks in a column are called (nl, en)."),
      .required("total-rank-measure", "What the ranks in the total are called (nl, en)."),
      .optional("also", "Categories below the list of which only the number in the total column is shown."),
    ])

  static let series = FolderKeys(
    "A series in rows",
    [
      .optional("label", "What it is called (nl, en); one of label and measure is needed."),
      .optional("measure", "Another measure than the figure's (nl, en)."),
      .optional("name", "Name of its axis in the open data (nl, en)."),
      .optional("key", "Its code for `zicht explain` and the narrative; `series-1`, `series-2` when absent."),
      .required("when", "Condition on cases; `always` for all."),
      .optional("of", "Condition: the row is a share, in per cent, of the cases for which this holds."),
      .optional("mean", "Or `median`, `minimum`, `maximum`: the row is that of a number variable, over known values."),
      .optional("median", "See `mean`."),
      .optional("minimum", "See `mean`."),
      .optional("maximum", "See `mean`."),
      .optional("value-unit", "The unit of a mean, median, minimum or maximum (nl, en)."),
      .optional("decimals", "Decimals printed of a share, mean, median, minimum or maximum."),
      .optional("unit", "Another unit of count than the figure's."),
      .optional("population", "Another population than the figure's."),
      .optional("total", "`true`: shown as a total."),
    ])

  static let quoted = FolderKeys(
    "A quoted number in rows",
    [
      .required("measure", "What the number is (nl, en)."),
      .required("name", "Name of the axis (nl, en)."),
      .required("label", "Its place on the axis (nl, en)."),
      .required("value", "The number, with a point before decimals."),
      .optional("unit", "Its unit (nl, en); the figure's unit of count when absent."),
      .required("source", "Where it was read."),
      .optional("total", "`true`: shown as a total."),
    ])

  static let total = FolderKeys(
    "A total",
    [
      .required("label", "What it is called (nl, en)."),
      .optional("name", "Name of the axis in the open data (nl, en)."),
      .optional("measure", "For a row total that is something else than the figure's measure: the base (nl, en)."),
      .optional(
        "basis", "`shown` (when absent): what is shown taken together; `base`: everything the filter lets through."),
    ])

  static let summary = FolderKeys(
    "A summary",
    [
      .optional("mean", "A number variable, over known values; one of mean, median, minimum and maximum is needed."),
      .optional("median", "A number variable, over known values."),
      .optional("minimum", "A number variable, over known values."),
      .optional("maximum", "A number variable, over known values."),
      .required("label", "What the row is called (nl, en)."),
      .required("measure", "What the numbers are (nl, en)."),
      .required("unit", "Their unit (nl, en)."),
      .required("decimals", "Decimals printed."),
    ])

  /// Every place with keys, in the order of the files.
  static let all: [FolderKeys] =
    [
      monitor, unit, constant, revision, cube, records, verdicts, verdictStep, codebook, migration, migrationChange,
      variable,
      category, definition, areas,
      linkage, sources,
      ground, example, source, column, countSource, expectation,
      countTable, countAxis, rules, link, combination,
      rule, derive, group, exclude, impute, figures, figure, counts, fixed,
      axis, top, series, quoted, delivered, total, summary, seriesBreak, figureStatistics, funnel, keyNumber,
      explanation,
    ] + estimateKeys
}
