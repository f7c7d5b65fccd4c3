import Model

/// Collects what is wrong in the files of a monitor while they are read; never stops at the first.
final class FolderFindings {
  private(set) var findings: [Finding] = []

  func report(
    _ rule: FindingRule, _ file: String, line: Int?, column: String? = nil, nl: String, en: String,
    remedy: LocalizedText? = nil
  ) {
    let place = Finding.Place(file: file, row: line, column: column)
    let finding = Finding(rule, at: place, LocalizedText(nl: nl, en: en), remedy: remedy)
    // A text that is used twice through an anchor is read twice but wrong once.
    if !findings.contains(finding) { findings.append(finding) }
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
