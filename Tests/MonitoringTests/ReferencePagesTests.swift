import Invented
import Foundation
@testable import Monitoring
import Model
import Testing

@Suite struct ReferencePagesTests {
  private static var sources: URL {
    URL(filePath: ShippedMonitor.root).appending(path: "Confidential/Sources")
  }

  private static func text(of folder: String) throws -> String {
    let path = sources.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: path.path).sorted().filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: path.appending(path: $0), encoding: .utf8) }.joined()
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: ShippedMonitor.landelijk)))
  func `every rule that is declared is in the catalogue and is raised somewhere`() throws {
    let code = try Self.text(of: "MonitorFolder") + Self.text(of: "Deliveries")
    let declared = code.matches(of: /static let (\w+) = (?:FindingRule|folder|names|row)\(\s*"([a-z-]+)"/)
    #expect(Set(declared.map { String($0.2) }) == Set(FindingRule.all.map(\.id)))
    for rule in declared { #expect(code.contains(".\(rule.1),"), "\(rule.1) is never raised") }
  }

  @Test func `rules have different ids and a text in both languages`() {
    let all = FindingRule.all
    #expect(Set(all.map(\.id)).count == all.count)
    for rule in all {
      for text in [rule.explanation, rule.remedy, rule.example] {
        #expect(!text.nl.isEmpty && !text.en.isEmpty && text.nl != text.en, "\(rule.id)")
        #expect(text.nl.last.map { ".?!".contains($0) } == true, "\(rule.id): \(text.nl)")
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
