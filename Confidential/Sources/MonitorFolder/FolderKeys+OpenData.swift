/// `open-data` of `monitor.yaml`.
extension FolderKeys {
  static let cube = FolderKeys(
    "A cube",
    [
      .required("figure", "The figure over cases whose unit, population and filter the counts have."),
      .required("measure", "What the numbers are (nl, en)."),
      .required("dimensions", "Names of category and set variables."),
      .required("order", "How many dimensions are crossed at once: 1, 2 or 3."),
      .required("minimum", "Smaller groups than this are hidden; at most the `minimum` of `publication`."),
    ])

  static let records = FolderKeys(
    "Records",
    [
      .required("figure", "The figure over cases whose population and filter the records have."),
      .required("dimensions", "Names of category variables; a set cannot be a dimension."),
      .required("order", "How many dimensions are crossed at once: 1, 2 or 3."),
      .required("budget", "What one release costs, as rho of zero-concentrated differential privacy: `0.5`."),
      .required("total-budget", "What all releases about overlapping years may cost together, in rho."),
      .optional("years-per-person", "In how many years the same person is counted at most; 1 when absent."),
    ])

  static let revision = FolderKeys(
    "A revision",
    [
      .required("edition", "The released edition that showed other numbers."),
      .optional("figures", "The figures it is about; all when absent."),
      .required("kind", "`late-deliveries`, `reclassified`, `definition`, `boundary` or `mistake`."),
      .required("reason", "What happened, for readers (nl, en)."),
    ])
}
