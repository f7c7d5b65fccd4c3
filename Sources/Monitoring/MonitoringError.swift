package import Model

/// Why work on a monitor stops, for whoever asked for it: a shell prints it, a portal shows it.
package enum MonitoringError: Error, Equatable {
  /// Something is wrong with what was given: a file, a folder, a key. One sentence says what, and what to do.
  case data(LocalizedText)
  /// What is wrong with a folder or a delivery, in the order in which to tell it.
  case findings([Finding])

  package static func data(nl: String, en: String) -> MonitoringError { .data(LocalizedText(nl: nl, en: en)) }

  /// There is no such name; the nearest of those that exist, or all of them.
  static func unknown(_ what: LocalizedText, among names: [String], nearest: String?) -> MonitoringError {
    let names = names.joined(separator: ", ")
    return .data(
      nl: "\(what.nl); " + (nearest.map { "bedoelt u '\($0)'?" } ?? "kies uit: \(names)."),
      en: "\(what.en); " + (nearest.map { "did you mean '\($0)'?" } ?? "choose from: \(names)."))
  }
}
