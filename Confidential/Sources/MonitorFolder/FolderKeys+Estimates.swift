/// The parts `estimates` and `derived` of `figures.yaml`.
extension FolderKeys {
  static let estimate = FolderKeys(
    "An estimate of a hidden population, in figures.yaml under estimates",
    [
      .required("estimate", "Name; its table and page are called `schatting-NAME`."),
      .required("title", "Title (nl, en)."),
      .required("unit", "A unit of count of monitor.yaml."),
      .required("population", "Who is estimated, in words (nl, en)."),
      .required("lists", "The lists: a table of the folder, or the cases of the edition."),
      .optional(
        "years", "The years the lists are about: `{ from: 2010, to: 2015 }`; those of the monitor when absent."),
      .optional(
        "strata", "Category variables; each combination is estimated by itself and has a table and page of its own."),
      .optional("methods", "Methods as `zicht estimate` names them; all of the card when absent."),
      .optional("replicates", "Bootstrap replicates, 100 or more; 400 when absent."),
      .optional("seed", "A whole number; derived from the monitor's seed and the name when absent."),
      .optional("interval", "`bca` (when absent) or `percentile`."),
      .optional("source", "Another source line (nl, en)."),
      .optional("notes", "Notes (nl, en)."),
      .optional("compare", "What others published about the same people, a year; drawn on one axis with it."),
    ])

  static let comparison = FolderKeys(
    "A published number to compare an estimate with, under compare",
    [
      .required("label", "Whose number it is (nl, en)."),
      .required("years", "The years it is about: `{ from: 2010, to: 2015 }`."),
      .required("lower", "The lower limit, in persons a year."),
      .required("upper", "The upper limit; the same number where only one was published."),
      .required("source", "Where it was read."),
      .required("difference", "What differs from this estimate, in a sentence (nl, en)."),
    ])

  static let estimateLists = FolderKeys(
    "The lists of an estimate: table, or from and variable",
    [
      .optional("table", "A file under `lists/`: a column of 0 and 1 for each list, and `count`."),
      .optional("from", "`cases`: persons of this edition by the lists they are on."),
      .optional("variable", "With `from`: the set variable whose categories are the lists."),
      .optional("filter", "With `from`: condition on cases."),
      .optional("merge", "Lists made into one: `{ NAME: [LISTS] }`."),
      .optional("drop", "Lists left out, after merging."),
      .optional("labels", "What the lists are called, by name (nl, en)."),
    ])

  static let derived = FolderKeys(
    "A number derived from an estimate, in figures.yaml under derived",
    [
      .required("derived", "Name; its table and page are called `afgeleid-NAME`."),
      .required("title", "Title (nl, en)."),
      .required("measure", "What the number is, for the open data (nl, en)."),
      .required("unit", "A unit of count of monitor.yaml."),
      .optional("share", "A part seen of an estimate, in per cent. One of share and apportion is needed."),
      .optional("apportion", "An estimate times factors."),
      .optional("decimals", "Decimals printed; 1 for a share and 0 for an apportionment when absent."),
      .optional("source", "Another source line (nl, en)."),
      .optional("notes", "Notes (nl, en)."),
    ])

  static let derivedShare = FolderKeys(
    "share: 100 × of / (over × times)",
    [
      .required(
        "of", "What was seen: `{ figure, row, column }` by keys, or a quoted number with `observed: true`."),
      .required("over", "`{ estimate: NAME, method: METHOD }`, a quoted estimate, or a cell of a figure with one."),
      .optional("times", "A factor, such as the years in which was counted while the estimate is of one year."),
    ])

  static let apportionment = FolderKeys(
    "apportion: estimate × factor × factor",
    [
      .required("estimate", "As `over` of a share."),
      .required("factors", "The factors, in order."),
      .required("reason", "Why these factors (nl, en)."),
    ])

  static let factor = FolderKeys(
    "A factor",
    [
      .required("value", "The number, with a point before decimals."),
      .required("label", "What it stands for (nl, en)."),
      .required("source", "Where it comes from."),
    ])

  static let quotedOperand = FolderKeys(
    "A quoted number in derived",
    [
      .required("quoted", "The number."),
      .optional("lower", "The lower limit of its 95% interval, together with `upper`."),
      .optional("upper", "The upper limit."),
      .optional("observed", "`true`: it was counted and not estimated."),
      .required("label", "What it is (nl, en)."),
      .required("source", "Where it was read."),
    ])

  static let estimateKeys = [
    estimate, comparison, estimateLists, derived, derivedShare, apportionment, factor, quotedOperand,
  ]
}
