/// Definitions that changed, and constants.
extension FolderKeys {
  static let definition = FolderKeys(
    "A definition with years",
    [
      .required("nl", "Dutch text."),
      .required("en", "English text."),
      .optional("from", "The first year in which it holds; required of all but the first."),
      .optional("to", "The last year in which it holds; until the next, or without an end, when absent."),
      .optional("reason", "What changed, for readers (nl, en); required of all but the first."),
      .optional("tables", "Of a source that delivers counts: the tables that the change is about; all when absent."),
    ])

  static let constant = FolderKeys(
    "A constant",
    [
      .required("constant", "Its name in expressions: `constant(NAME)`."),
      .required("nl", "What it is, in Dutch, for the note behind it."),
      .required("en", "What it is, in English."),
      .required("value", "The number, above 0, with a point before decimals."),
      .required("unit", "Its unit (nl, en); nothing that the edition counts."),
      .required("source", "Where it was read (nl, en)."),
      .required("dated", "The day, month or year of the source: `2023-01-01`, `2023-01`, `2023`."),
    ])
}
