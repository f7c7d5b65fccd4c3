import Model

/// Collects what is wrong in the files of a monitor while they are read; never stops at the first.
final class FolderFindings {
  private(set) var findings: [Finding] = []

  func report(
    _ rule: FindingRule, _ file: String, line: Int?, column: String? = nil, nl: String, en: String
  ) {
    let place = Finding.Place(file: file, row: line, column: column)
    let finding = Finding(rule, at: place, LocalizedText(nl: nl, en: en))
    // A text that is used twice through an anchor is read twice but wrong once.
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// In the order of the files and, within a file, of the lines; a finding about a whole file comes first.
  func sorted(byFiles order: [String]) -> [Finding] {
    let keyed = findings.enumerated().map { offset, finding in
      (order.firstIndex(of: finding.place.file) ?? order.count, finding.place.row ?? 0, offset, finding)
    }
    return keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }
}

/// Words for lists and suggestions in messages, in both languages at once.
enum Wording {
  /// `; bedoelt u …?`, or a full stop when nothing known is near.
  static func meant(_ word: String, among known: [String]) -> LocalizedText {
    guard let near = suggestion(for: word, among: known) else { return LocalizedText(".") }
    return LocalizedText(nl: "; bedoelt u `\(near)`?", en: "; did you mean `\(near)`?")
  }

  /// `a, b en c`.
  static func list(_ words: [String]) -> LocalizedText {
    guard let last = words.last, words.count > 1 else { return LocalizedText(words.first ?? "") }
    let start = words.dropLast().joined(separator: ", ")
    return LocalizedText(nl: "\(start) en \(last)", en: "\(start) and \(last)")
  }

  static func quoted(_ words: [String]) -> [String] { words.map { "`\($0)`" } }
}
