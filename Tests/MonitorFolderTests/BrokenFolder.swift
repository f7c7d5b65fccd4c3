import Invented
import Testing

@testable import Model
@testable import MonitorFolder

/// One mistake in a monitor that is otherwise right, with what is said of it and where.
struct BrokenFolder: CustomTestStringConvertible, Sendable {
  /// The monitor that is broken.
  enum Base { case small, counts, figures, estimates, areas }

  struct Told: Equatable, Sendable {
    var rule: String
    /// Nil for the file with the mistake.
    var file: String?
    var row: Int?
    var column: String?
    var nl: String
    var en: String

    init(_ rule: String, in file: String? = nil, at row: Int? = nil, column: String? = nil, nl: String, en: String) {
      (self.rule, self.file, self.row, self.column, self.nl, self.en) = (rule, file, row, column, nl, en)
    }
  }

  var base: Base
  var file: String
  var old: String
  var new: String
  var told: [Told]
  /// Findings that follow from the mistake, beside those told.
  var others: Int

  init(_ base: Base, _ file: String, _ old: String, _ new: String, _ told: Told..., others: Int = 0) {
    (self.base, self.file, self.old, self.new, self.told, self.others) = (base, file, old, new, told, others)
  }

  var testDescription: String { "\(told[0].rule): \(new)" }

  static let all: [BrokenFolder] =
    monitorFile + monitorFile2 + codebook + codebook2 + figures + figures2 + rules + rules2 + sources + sources2
    + countTables + countFigures + estimates + areas + definitions

  /// The files with the mistake in place. Without an old text the new one comes behind the file, and `*` stands for
  /// the whole of it.
  var files: [String: String] {
    var files =
      switch base {
      case .small: SmallMonitor.files
      case .counts: SmallCounts.files
      case .figures: countFigureFiles
      case .estimates: EstimatesFileTests.files
      case .areas: MonitorWithAreas.files
      }
    let text = files[file, default: ""]
    files[file] =
      switch old {
      case "": text + new
      case "*": new
      default: text.components(around: old).joined(separator: new)
      }
    return files
  }
}

@Suite struct BrokenFolderTests {
  @Test(arguments: BrokenFolder.all)
  func `a mistake is told where it stands, in both languages, and nothing else is`(_ broken: BrokenFolder) {
    let (monitor, findings) = FolderReading.load(files: broken.files)
    let told = findings.map { finding in
      BrokenFolder.Told(
        finding.rule, in: finding.place.file == broken.file ? nil : finding.place.file, at: finding.place.row,
        column: finding.place.column, nl: finding.message.nl, en: finding.message.en)
    }
    #expect(told.filter(broken.told.contains) == broken.told, "\(told)")
    #expect(told.count == broken.told.count + broken.others)
    #expect((monitor == nil) == findings.contains { $0.severity == .fatal })
    for finding in findings {
      #expect(FindingRule.folderRules.first { $0.id == finding.rule }?.severity == finding.severity)
    }
  }
}
