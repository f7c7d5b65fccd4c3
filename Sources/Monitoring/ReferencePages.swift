import Deliveries
package import Model
import MonitorFolder
import Narrative

/// The reference of the files of a monitor, of its texts and of everything that can be found wrong, as Markdown.
///
/// Written from the same values that the checks use, so that the pages cannot lag behind the program.
package enum ReferencePages {
  package static var markdown: String {
    [FolderReference.folder, FolderReference.conditions, NarrativeReference.markdown, findings].joined(separator: "\n")
  }

  /// Every rule that a finding can name.
  package static var findings: String {
    var lines = ["## Findings", ""]
    for stage in FindingRule.Stage.allCases {
      let title =
        switch stage {
        case .folder: "Of the monitor folder"
        case .delivery: "Of a delivery"
        case .text: "Of a text"
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
      "Severity: `fatal`, the file or folder cannot be used; `error`, the row is kept aside and counted, or the text keeps",
      "the edition from being built; `warning`, taken in but worth a look; `note`, good to know.", "",
    ]
    return lines.joined(separator: "\n")
  }
}

extension FindingRule {
  /// The whole catalogue, stage by stage, each in the order in which it is explained.
  package static var all: [FindingRule] { folderRules + deliveryRules + textRules }
}
