import Foundation
import Testing

/// Stages that render may know published tables only. The compiler refuses the rest: cells of a `ConfidentialTable` are
/// members of `Tabulation`, and members of a module that a file does not import cannot be named.
struct GuardTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: ["Charts", "Reporting", "Web"])
  func `no stage that renders imports a stage that counts`(_ stage: String) throws {
    let folder = root.appending(path: "Sources/\(stage)").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var checked = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      checked += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.contains("import ") {
        for counting in ["Tabulation", "Classification", "Linkage", "Reconstruction", "Store", "Estimation"] {
          #expect(!line.hasSuffix("import \(counting)"), "\(file.lastPathComponent) imports \(counting)")
        }
      }
    }
    #expect(checked > 0)
  }

  @Test func `only disclosure makes published tables`() throws {
    let source = try String(
      contentsOf: root.appending(path: "Sources/Disclosure/Publication.swift"), encoding: .utf8)
    #expect(source.contains("\n  init(shape: TableShape, cells: [[Cell]])"))
  }

  @Test func `only disclosure opens the card of an estimate`() throws {
    let source = try String(
      contentsOf: root.appending(path: "Sources/Disclosure/ConfidentialEstimate.swift"), encoding: .utf8)
    #expect(source.contains("\n  let card: EstimateCardContent\n") && source.contains("\n  init(figure: String, card:"))
  }
}
