import Model

/// The reference of the files of a monitor as Markdown, written from the same values that the check uses.
public enum FolderReference {
  /// Every key of the five files.
  public static var folder: String {
    var lines = [
      "## The monitor folder", "",
      "Texts for readers are given in two languages, as `{ nl: …, en: … }`, marked (nl, en) below; a text without",
      "letters, such as a period, serves both. Names consist of letters, digits, `-`, `.` and `_`. A file has at most",
      "\(YAMLDocument.sizeLimit) bytes and, with aliases written out, \(YAMLDocument.nodeLimit) parts.", "",
    ]
    for place in FolderKeys.all {
      lines += ["### \(place.place)", "", "| key | required | meaning |", "| --- | --- | --- |"]
      lines += place.keys.map { "| `\($0.name)` | \($0.isRequired ? "yes" : "no") | \($0.meaning) |" }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  /// The language of `when:`, `filter:`, `holds:` and `exclude:`.
  public static var conditions: String {
    """
    ## Conditions

    | condition | holds when |
    | --- | --- |
    | `always` | always |
    | `v is a`, `v in (a, b)` | the value of `v` is this category, or one of these |
    | `v is known` | the value is not missing |
    | `v is unknown` | the value is missing for this reason; also `notAsked`, `notApplicable`, `notDelivered` |
    | `v has a`, `v has any (a, b)` | the set holds at least one of these |
    | `v has all (a, b)` | the set holds all of these |
    | `v has only (a, b)` | the set holds at least one of these and nothing else |
    | `v is none` | the set is empty, which is an answer |
    | `v < 18`, `<=`, `=`, `>=`, `>` | the number compares so; for years and other categories the code is the number |
    | `not c`, `c and d`, `c or d`, `( c )` | as they say, in this order of precedence |

    A missing value makes every comparison but its own false: `age < 18` does not hold for an unknown age, and neither
    does `age >= 18`.

    """
  }
}
