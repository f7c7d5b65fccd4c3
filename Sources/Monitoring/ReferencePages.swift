import Deliveries
package import Model
import MonitorFolder

/// The reference of the files of a monitor and of everything that can be found wrong, as Markdown.
///
/// Written from the same values that the checks use, so that the pages cannot lag behind the program.
package enum ReferencePages {
  package static var markdown: String {
    [FolderReference.folder, FolderReference.conditions, findings].joined(separator: "\n")
  }

  /// Every rule that a finding can name.
  package static var findings: String {
    var lines = ["## Findings", ""]
    for stage in FindingRule.Stage.allCases {
      let title =
        switch stage {
        case .folder: "Of the monitor folder"
        case .delivery: "Of a delivery"
        }
      lines += ["### \(title)", ""]
      for rule in FindingRule.all where rule.stage == stage {
        lines += [
          "#### `\(rule.id)` (\(rule.severity.rawValue))", "", rule.explanation.en, "",
          "- \(rule.explanation.nl)", "- Example: \(rule.example.en) \(rule.remedy.en)",
          "- Voorbeeld: \(rule.example.nl) \(rule.remedy.nl)", "",
        ]
      }
    }
    lines += [
      "Severity: `fatal`, the file or folder cannot be used; `error`, the row is kept aside and counted; `warning`, taken",
      "in but worth a look; `note`, good to know.", "",
    ]
    return lines.joined(separator: "\n")
  }
}

extension FindingRule {
  /// Every rule of folders and deliveries: those of the folder first, each group in the order in which it is explained.
  package static var all: [FindingRule] { folderRules + deliveryRules }
}
