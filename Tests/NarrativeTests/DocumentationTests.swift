import Foundation
import Model
import Testing

@testable import Narrative

/// The guide to texts names what the code has, and nothing else.
@Suite struct DocumentationTests {
  private static let guide: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "docs/narrative.md"), encoding: .utf8)) ?? ""
  }()

  /// Names in the first cell of the rows of a table, which begins below this head.
  private func names(below head: String, _ pattern: Regex<(Substring, Substring)>) -> [String] {
    guard let start = Self.guide.range(of: head) else { return [] }
    let rows = Self.guide[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
      .prefix { $0.hasPrefix("|") }
    return rows.flatMap { row in
      let cell = row.replacing("\\|", with: "/").dropFirst().prefix { $0 != "|" }
      return cell.matches(of: pattern).map { String($0.1) }
    }
  }

  @Test func `lists every function`() throws {
    let names = names(below: "| function | gives |", /`([a-z-]+)\(/)
    #expect(Set(names) == Set(FunctionName.allCases.map(\.rawValue)))
  }

  @Test func `lists every filter`() {
    let names = names(below: "| filter | gives |", /`([a-z-]+)/)
    #expect(Set(names) == Set(FilterName.allCases.map(\.rawValue)))
  }

  @Test func `lists every set of verdicts with all its Dutch words`() {
    #expect(names(below: "| set | about |", /`([a-z]+)`/) == VerdictSet.house.map(\.name))
    for set in VerdictSet.house {
      let row = Self.guide.split(separator: "\n").first { $0.hasPrefix("| `\(set.name)` |") } ?? ""
      for step in set.steps { #expect(row.contains(step.words.nl), "\(set.name): \(step.words.nl)") }
    }
  }

  @Test func `lists every kind of block`() {
    for kind in CalloutKind.allCases { #expect(Self.guide.contains("`\(kind.rawValue)`")) }
  }

  @Test func `the sets of the house have rising bounds and words in both languages`() {
    for set in VerdictSet.house {
      var last = -Double.infinity
      for (index, step) in set.steps.enumerated() {
        let bound: Double? =
          switch step.bound {
          case .below(let number), .upTo(let number): number.value
          case .rest: nil
          }
        #expect((bound == nil) == (index == set.steps.count - 1), "\(set.name)")
        #expect(bound ?? .infinity >= last, "\(set.name)")
        last = bound ?? last
        #expect(!step.words.nl.isEmpty && !step.words.en.isEmpty)
      }
    }
  }
}
