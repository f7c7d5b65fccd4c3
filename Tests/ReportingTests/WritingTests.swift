import Foundation
import Model
import Testing

@testable import Reporting

@Suite struct WritingTests {
  @Test func `writes every file, and a second time replaces the first`() throws {
    try inFolder { folder in
      let target = folder.appendingPathComponent("editie")
      let edition = try InventedEdition.edition()
      try edition.write(to: target.path)
      try edition.write(to: target.path)
      for file in edition.files {
        #expect(try Data(contentsOf: target.appendingPathComponent(file.path)) == Data(file.bytes))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["editie"])
    }
  }

  /// Threads stand for programs here: each opens the folder for itself.
  @Test func `by several at once is one edition, whole, and never a mixture`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appendingPathComponent("editie")
    let editions = (0..<4).map { writer in
      Edition(
        files: ([EditionPath.manifest, EditionPath.whole] + (0..<40).map { "tables/\($0).csv" }).map {
          EditionFile(path: $0, text: "\(writer)")
        })
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for round in 0..<40 { group.addTask { try editions[round % 4].write(to: target.path) } }
      try await group.waitForAll()
    }
    let written = try contents(of: target)
    #expect(written.count == 42 && Set(written.values).count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["editie"])
  }

  @Test func `a file of the edition before does not stay behind`() throws {
    try inFolder { folder in
      let target = folder.appendingPathComponent("editie")
      try InventedEdition.edition().write(to: target.path)
      let stray = target.appendingPathComponent("figuren/fig-9.html")
      try Data("oud".utf8).write(to: stray)
      try InventedEdition.edition().write(to: target.path)
      #expect(!FileManager.default.fileExists(atPath: stray.path))
    }
  }

  @Test func `leaves a folder with something else alone`() throws {
    try inFolder { folder in
      try Data("brief".utf8).write(to: folder.appendingPathComponent("brief.txt"))
      #expect(throws: EditionWritingError.occupied(folder: folder.path)) {
        try InventedEdition.edition().write(to: folder.path)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["brief.txt"])
    }
  }

  @Test func `a failure halfway leaves the edition that stood there, and nothing else`() throws {
    try inFolder { folder in
      let target = folder.appendingPathComponent("editie")
      try InventedEdition.edition().write(to: target.path)
      let before = try contents(of: target)
      let broken = Edition(files: [EditionFile(path: "a", text: "x"), EditionFile(path: "a/b", text: "y")])
      #expect(throws: EditionWritingError.self) { try broken.write(to: target.path) }
      #expect(try contents(of: target) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["editie"])
    }
  }

  @Test func `a stop between the two moves is put right by the next write`() throws {
    try inFolder { folder in
      let target = folder.appendingPathComponent("editie")
      let edition = try InventedEdition.edition()
      try edition.write(to: target.path)
      try FileManager.default.moveItem(at: target, to: folder.appendingPathComponent(".editie.old"))
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(".editie.new"), withIntermediateDirectories: false)
      try edition.write(to: target.path)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["editie"])
    }
  }

  @Test func `a missing parent is said`() throws {
    try inFolder { folder in
      let target = folder.appendingPathComponent("weg/editie").path
      #expect(throws: EditionWritingError.noParent(folder: target)) { try InventedEdition.edition().write(to: target) }
    }
  }

  @Test(arguments: [
    (ENOSPC, EditionWritingError.diskFull(folder: "x")), (EDQUOT, .diskFull(folder: "x")),
    (EROFS, .readOnly(folder: "x")),
    (EACCES, .notAllowed(folder: "x")), (EPERM, .notAllowed(folder: "x")), (ENOENT, .noParent(folder: "x")),
    (EIO, .failed(folder: "x", code: EIO)),
  ])
  func `what the system says becomes a sentence`(_ code: Int32, _ expected: EditionWritingError) {
    let direct = NSError(domain: NSPOSIXErrorDomain, code: Int(code))
    let wrapped = NSError(domain: NSCocoaErrorDomain, code: 512, userInfo: [NSUnderlyingErrorKey: direct])
    #expect(writingError(direct, folder: "x") == expected)
    #expect(writingError(wrapped, folder: "x") == expected)
    #expect(expected.message.nl.hasSuffix(".") && expected.message.en.hasSuffix("."))
  }

  private func contents(of folder: URL) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        FileManager.default.contents(atPath: folder.appendingPathComponent(path).path).map { (path, $0) }
      })
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.resolvingSymlinksInPath())
  }
}
