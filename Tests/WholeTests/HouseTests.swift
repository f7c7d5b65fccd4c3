import Foundation
import Testing

/// The manifests, the imports and the documents say the same about the house.
@Suite struct HouseTests {
  /// A target of one of the two manifests, with every name that its declaration depends on.
  struct Target {
    var name: String
    var folder: URL
    var declared: Set<String>
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: BuiltProgram.root.appending(path: path), encoding: .utf8)
  }

  /// Reads a manifest as text: a declaration runs to the next one, and what stands in quotation marks is a name.
  private static func targets(of manifest: String, in folder: String) throws -> [Target] {
    let text = try text(manifest)
    let starts = text.matches(of: /\.(?:target|executableTarget)\(\s*name: "([^"]+)"/)
    let ends = text.matches(of: /\.(?:target|executableTarget|testTarget|systemLibrary)\(/).map(\.range.lowerBound)
    return starts.map { start in
      let end = ends.first { $0 > start.range.lowerBound } ?? text.endIndex
      let quoted = text[start.range.lowerBound..<end].matches(of: /"([A-Za-z0-9-]+)"/).map { String($0.1) }
      return Target(
        name: String(start.1), folder: BuiltProgram.root.appending(path: folder).appending(path: String(start.1)),
        declared: Set(quoted))
    }
  }

  static func targets() throws -> [Target] {
    try targets(of: "Package.swift", in: "Sources").filter { $0.name != "Invented" }
      + targets(of: "Confidential/Package.swift", in: "Confidential/Sources")
  }

  /// What the toolchain brings along.
  private static let ofTheToolchain: Set = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

  private static func files(of target: Target) -> [URL] {
    let all = FileManager.default.enumerator(at: target.folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]
    return (all ?? []).filter { ["swift", "c"].contains($0.pathExtension) }
  }

  @Test func `every import of every file is declared in the manifest`() throws {
    let targets = try Self.targets()
    #expect(targets.count >= 22)
    for target in targets {
      let files = Self.files(of: target)
      #expect(!files.isEmpty, "\(target.name)")
      for file in files {
        let code = try String(contentsOf: file, encoding: .utf8)
        for match in code.matches(of: /(?m)^(?:@\w+ )?(?:public |package |internal |private )?import (?:\w+ )?(\w+)/) {
          let module = String(match.1)
          #expect(
            target.declared.contains(module) || Self.ofTheToolchain.contains(module),
            "\(target.name)/\(file.lastPathComponent) imports \(module)")
        }
        #expect(!code.contains("@testable import"), "\(file.lastPathComponent)")
      }
    }
  }

  @Test func `no stage that renders can reach a stage that counts, links, estimates or stores`() throws {
    let counting: Set = [
      "Cryptography", "Sheets", "MonitorFolder", "Deliveries", "Store", "Linkage", "Classification", "Tabulation",
      "Reconstruction", "Estimation", "Encoding",
    ]
    let rendering: Set = ["Charts", "Narrative", "Reporting", "ReviewPages", "Web"]
    for target in try Self.targets() where rendering.contains(target.name) {
      #expect(target.declared.isDisjoint(with: counting), "\(target.name)")
    }
  }

  /// The picture names each target once, with the targets it may see.
  @Test func `the picture of the architecture is that of the manifests`() throws {
    let targets = try Self.targets()
    let names = Set(targets.map(\.name))
    let page = try Self.text("docs/architecture.md")
    for target in targets {
      let sees = target.declared.subtracting([target.name]).intersection(names).sorted().joined(separator: ", ")
      #expect(page.contains("| `\(target.name)` | \(sees.isEmpty ? "–" : sees) |"), "\(target.name) sees \(sees)")
    }
  }

  @Test func `the readme shows the road from the source itself`() throws {
    let source = try Self.text("Sources/Monitoring/MonitorBuild.swift")
    let start = try #require(source.range(of: "// The road, as the readme shows it.\n"))
    let end = try #require(source.range(of: "    // The end of the road."))
    let lines = source[start.upperBound..<end.lowerBound].split(separator: "\n").map { $0.dropFirst(4) }
    #expect(lines.count == 7)
    #expect(try Self.text("README.md").contains("```swift\n" + lines.joined(separator: "\n") + "\n```"))
  }
}
