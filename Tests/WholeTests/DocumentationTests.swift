import Foundation
import Testing

/// What keeps the written word true: links lead somewhere, and words of the code have an entry.
@Suite struct `The documentation` {
  static func pages() throws -> [URL] {
    let root = BuiltProgram.root
    let docs = FileManager.default.enumerator(at: root.appending(path: "docs"), includingPropertiesForKeys: nil)
    let below = (docs?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "md" }
    return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map { root.appending(path: $0) }
      + below.sorted { $0.path < $1.path }
  }

  @Test func `has no link that leads nowhere`() throws {
    for page in try Self.pages() {
      // What stands between backticks shows how a link is written and is none.
      let text = try String(contentsOf: page, encoding: .utf8).replacing(/`[^`\n]*`/, with: "")
      for match in text.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) {
        let target = String(match.1)
        guard !target.contains("://") else { continue }
        let file = page.deletingLastPathComponent().appending(path: target)
        #expect(FileManager.default.fileExists(atPath: file.path), "\(page.lastPathComponent) links to \(target)")
      }
    }
  }

  @Test func `explains every variable of the reference edition in the glossary`() throws {
    let glossary = try String(contentsOf: BuiltProgram.root.appending(path: "docs/glossary.md"), encoding: .utf8)
    let codebook = try String(
      contentsOf: BuiltProgram.nationalMonitor.appending(path: "codebook.yaml"), encoding: .utf8)
    for match in codebook.matches(of: /variable: (\w+)/) {
      #expect(glossary.contains("`\(match.1)`"), "\(match.1) is not in the glossary")
    }
  }

  @Test func `has one entry for each Dutch word`() throws {
    let glossary = try String(contentsOf: BuiltProgram.root.appending(path: "docs/glossary.md"), encoding: .utf8)
    let words = glossary.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { $0.split(separator: "|").first?.trimmingCharacters(in: .whitespaces) }
      .filter { $0 != "Dutch" }
    #expect(Set(words).count == words.count)
  }
}
