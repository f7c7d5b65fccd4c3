import Estimation
package import Model
import MonitorFolder
import Narrative

/// A monitor folder with everything that is wrong with it, texts included; looking changes nothing.
package struct CheckedFolder {
  /// Nil when the folder could not be read as a monitor.
  package let monitor: Monitor?
  package let findings: [Finding]

  package init(_ path: String) {
    let (monitor, findings) = FolderReading.load(path: path)
    self.monitor = monitor
    self.findings =
      findings + (monitor.map(Self.findingsInEstimates) ?? []) + (monitor.map(Self.findingsInTexts) ?? [])
  }

  /// Whether it can be built as far as can be said without counting.
  package var isGood: Bool { monitor != nil && !findings.contains { $0.severity <= .error } }

  /// Tables of lists that no estimate can be made from, whatever the method.
  private static func findingsInEstimates(of monitor: Monitor) -> [Finding] {
    monitor.estimates.compactMap { plan -> Finding? in
      guard case .table(let table) = plan.lists else { return nil }
      do throws(ListedPersonsError) {
        _ = try plan.listedPersons(in: table)
        return nil
      } catch {
        return Finding(.listTable, at: Finding.Place(file: table.file), error.text)
      }
    }
  }

  /// What can be said of the texts without counting: their form, their numbers and their words.
  private static func findingsInTexts(of monitor: Monitor) -> [Finding] {
    let figures = monitor.figures.map(\.id) + monitor.estimates.map(\.figure) + monitor.derived.map(\.figure)
    return TextReading.form(
      of: monitor.texts, period: monitor.years, figures: figures, units: monitor.units.map(\.label),
      verdicts: monitor.verdicts)
  }

  /// How much of everything a good folder has; nil for one that is not.
  package var summary: LocalizedText? {
    guard isGood, let monitor else { return nil }
    let counts = [
      (monitor.sources.count, LocalizedText(nl: "bronnen", en: "sources")),
      (monitor.codebook.variables.count, LocalizedText(nl: "variabelen", en: "variables")),
      (monitor.rules.count, LocalizedText(nl: "regels", en: "rules")),
      (monitor.figures.count, LocalizedText(nl: "figuren", en: "figures")),
    ]
    let list = { (language: Language) in counts.map { "\($0) \($1[language])" }.joined(separator: ", ") }
    return LocalizedText(
      nl: "\(monitor.name) is in orde: \(list(.nl)).", en: "\(monitor.name) is in order: \(list(.en)).")
  }
}
