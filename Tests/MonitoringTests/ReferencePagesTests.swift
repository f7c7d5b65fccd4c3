import Invented
import Foundation
@testable import Monitoring
import Model
import Testing

@Suite struct ReferencePagesTests {
  private static func code(of folder: String) throws -> String {
    let path = URL(filePath: ShippedMonitor.root).appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: path.path).sorted().filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: path.appending(path: $0), encoding: .utf8) }.joined()
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: ShippedMonitor.landelijk)))
  func `every rule that is declared is in the catalogue and is raised somewhere`() throws {
    let stages: [(folder: String, stage: FindingRule.Stage)] = [
      ("Confidential/Sources/MonitorFolder", .folder), ("Confidential/Sources/Deliveries", .delivery),
      ("Sources/Narrative", .text),
    ]
    #expect(stages.map(\.stage) == FindingRule.Stage.allCases)
    for (folder, stage) in stages {
      let code = try Self.code(of: folder)
      let declared = code.matches(of: /static let (\w+) = (?:FindingRule|folder|row)\(\s*"([a-z-]+)"/)
      #expect(Set(declared.map { String($0.2) }) == Set(FindingRule.all.filter { $0.stage == stage }.map(\.id)))
      for rule in declared {
        #expect(code.contains(try Regex("[^\\w)\\]?]\\.\(rule.1)\\b")), "\(rule.1) is never raised")
      }
    }
  }

  @Test func `rules have different ids and a text in both languages`() {
    let all = FindingRule.all
    #expect(Set(all.map(\.id)).count == all.count)
    for rule in all {
      for text in [rule.explanation, rule.remedy, rule.example] {
        #expect(!text.nl.isEmpty && !text.en.isEmpty && text.nl != text.en, "\(rule.id)")
        for language in Language.allCases {
          #expect(text[language].last.map { ".?!".contains($0) } == true, "\(rule.id): \(text[language])")
        }
      }
    }
  }

  @Test func `the reference names every rule and every key once explained`() {
    let page = ReferencePages.markdown
    for rule in FindingRule.all { #expect(page.contains("`\(rule.id)` (\(rule.severity.rawValue))")) }
    for key in ["minimum-known", "share-of-column", "total-rank-measure", "valid-from", "separator"] {
      #expect(page.contains(key), "\(key)")
    }
    #expect(!page.contains("\n\n\n"))
  }
}
