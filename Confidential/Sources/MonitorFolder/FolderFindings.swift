import Model

/// Collects what is wrong in the files of a monitor while they are read; never stops at the first.
final class FolderFindings {
  private(set) var findings: [Finding] = []
  /// The languages in which texts for readers are asked for; both until `monitor.yaml` says otherwise.
  var languages = Language.allCases
  /// Keys that a mapping lacks, in the order in which they were asked for.
  private var lacking: [Mapping: [String]] = [:]

  private struct Mapping: Hashable {
    var file: String
    var line: Int
    var subject: String
  }

  func report(
    _ rule: FindingRule, _ file: String, line: Int?, column: String? = nil, nl: String, en: String,
    remedy: LocalizedText? = nil
  ) {
    let place = Finding.Place(file: file, row: line, column: column)
    let finding = Finding(rule, at: place, LocalizedText(nl: nl, en: en), remedy: remedy)
    // A text that is used twice through an anchor is read twice but wrong once.
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// One sentence a mapping, whatever it lacks: of a file of another make that may be nearly all.
  func reportMissing(_ key: String, from subject: LocalizedText, _ file: String, line: Int) {
    let mapping = Mapping(file: file, line: line, subject: subject.nl)
    let known = lacking[mapping] ?? []
    guard !known.contains(key) else { return }
    lacking[mapping] = known + [key]
    let place = Finding.Place(file: file, row: line)
    let finding = Finding(.missingKey, at: place, Self.lacks(subject, known + [key]))
    let told = Finding(.missingKey, at: place, Self.lacks(subject, known))
    if let index = findings.firstIndex(of: told) {
      findings[index] = finding
    } else {
      findings.append(finding)
    }
  }

  private static func lacks(_ subject: LocalizedText, _ keys: [String]) -> LocalizedText {
    let list = Wording.list(Wording.quoted(keys))
    return LocalizedText(
      nl: "in \(subject.nl) \(keys.count == 1 ? "ontbreekt" : "ontbreken") \(list.nl).",
      en: "\(list.en) \(keys.count == 1 ? "is" : "are") missing from \(subject.en).")
  }

  /// Whether the file can be used as it is: others are checked only against files in which nothing is wrong, so that one
  /// mistake is not told again wherever something refers to it.
  func isSound(_ file: String) -> Bool {
    !findings.contains { $0.place.file == file && $0.severity == .fatal }
  }

  /// In the order of the files and, within a file, of the lines; a finding about a whole file comes first.
  func sorted(byFiles order: [String]) -> [Finding] {
    let keyed = findings.enumerated().map { offset, finding in
      (order.firstIndex(of: finding.place.file) ?? order.count, finding.place.row ?? 0, offset, finding)
    }
    return keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }
}
