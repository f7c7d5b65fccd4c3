import Model

/// Days that may be known to the month or the year only.
extension YAMLMap {
  /// A day, a month or a year, as written.
  func date(_ key: String) -> String? {
    let kind = LocalizedText(
      nl: "een datum, zoals 2018-05-25, 2018-05 of 2018", en: "a date, such as 2018-05-25, 2018-05 or 2018")
    guard let text = text(key, as: kind) else { return nil }
    let rest = [4: "-01-01", 7: "-01"][text.utf8.count] ?? ""
    if CalendarDay(iso: text + rest) != nil { return text }
    report(
      .outOfRange, at: line(of: key),
      nl: "`\(key)` in \(subject.nl) is geen bestaande datum in de vorm 2018-05-25, 2018-05 of 2018.",
      en: "`\(key)` in \(subject.en) is no existing date written as 2018-05-25, 2018-05 or 2018.")
    return nil
  }
}
