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
      let declared = code.matches(of: /static let (\w+) = (?:FindingRule|folder|row|rowRule)\(\s*"([a-z-]+)"/)
      #expect(Set(declared.map { String($0.2) }) == Set(FindingRule.all.filter { $0.stage == stage }.map(\.id)))
      // What stops a build is found where monitors are built.
      let users = code + (try Self.code(of: "Sources/Monitoring"))
      for rule in declared {
        #expect(users.contains(try Regex("[^\\w)\\]?]\\.\(rule.1)\\b")), "\(rule.1) is never raised")
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

  @Test func `a rule has its explanation, example and remedy in both languages`() throws {
    let lines = ReferencePages.findings.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: "#### `text-digit` (error)"))
    #expect(
      lines[start..<start + 8] == [
        "#### `text-digit` (error)", "",
        "A number stands in the text only when it comes from a figure, unless it is a year of the edition, an article of "
          + "law, a reference, a date, a name or a quotation.", "",
        "- Een getal staat alleen in de tekst als het uit een figuur komt, tenzij het een jaar van de editie, een "
          + "wetsartikel, een verwijzing, een datum, een naam of een citaat is.",
        "- Example: the number 130 stands in the text by itself. Take the number from a figure, or quote it with its "
          + "source: [[ … | source ]].",
        "- Voorbeeld: het getal 130 staat los in de tekst. Haal het getal uit een figuur, of citeer het met zijn bron: [[ … "
          + "| bron ]].", "",
      ])
    #expect(lines.contains("#### `text-languages` (warning)"))
  }
}
