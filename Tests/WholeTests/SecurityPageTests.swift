import Foundation
import Testing

/// What `docs/security.md` claims is shown by tests that are there.
@Suite struct `The page about security` {
  private static func page() throws -> String {
    try String(contentsOf: BuiltProgram.root.appending(path: "docs/security.md"), encoding: .utf8)
  }

  /// The sources of all tests, by the name of their file.
  private static func tests() throws -> [String: String] {
    let all = FileManager.default.enumerator(
      at: BuiltProgram.root.appending(path: "Tests"), includingPropertiesForKeys: nil)
    var tests: [String: String] = [:]
    for case let file as URL in all ?? .init() where file.pathExtension == "swift" {
      tests[file.deletingPathExtension().lastPathComponent, default: ""] += try String(
        contentsOf: file, encoding: .utf8)
    }
    return tests
  }

  @Test func `names tests that are there, by their sentences`() throws {
    let tests = try Self.tests()
    var count = 0
    for line in try Self.page().split(separator: "\n") where line.hasPrefix("| ") {
      for match in line.matches(of: /`(\w+Tests)`: ([^;|]+)/) {
        let source = try #require(tests[String(match.1)], "\(match.1)")
        let sentence = match.2.trimmingCharacters(in: .whitespaces)
        #expect(source.contains("func `\(sentence)`"), "\(match.1): \(sentence)")
        count += 1
      }
    }
    #expect(count > 30)
  }

  @Test func `names each item of the standard as it is numbered`() throws {
    for match in try Self.page().matches(of: /(?m)^\| (\d[\d., ]+) \|/) {
      for item in match.1.split(separator: ", ") {
        #expect(item.wholeMatch(of: /(3|4|5|7|11|13|14|16)\.[1-7]\.[1-8]/) != nil, "\(item)")
      }
    }
  }
}
