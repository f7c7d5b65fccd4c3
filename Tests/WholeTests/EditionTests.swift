import Foundation
import Testing

/// The built national edition as a whole.
@Suite struct `National edition` {
  @Test func `is the same to the byte on one worker and on two`() throws {
    let first = try NationalEdition.built.get().edition
    let folder = try TemporaryFolder()
    for workers in ["1", "2"] {
      let edition = folder.file("edition-\(workers)")
      let answer = try BuiltProgram.run([
        "build", BuiltProgram.nationalMonitor.path, "--workspace", folder.file("workspace-\(workers)").path, "--output",
        edition.path, "--workers", workers,
      ])
      #expect(answer.exitCode == 0, "\(answer.complaints)")
      let files = try Self.files(of: edition)
      #expect(files.keys.sorted() == (try Self.files(of: first)).keys.sorted())
      for (name, bytes) in try Self.files(of: first) { #expect(files[name] == bytes, "\(name) differs") }
    }
  }

  @Test func `lists every file with its checksum in the manifest`() throws {
    let edition = try NationalEdition.built.get().edition
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: edition.appending(path: "manifest.json")))
    let entries = try #require((manifest as? [String: Any])?["files"] as? [[String: Any]])
    let named = Set(entries.compactMap { $0["path"] as? String })
    #expect(named == Set(try Self.files(of: edition).keys).subtracting(["manifest.json"]))
  }

  @Test func `says on every page that its records are reconstructed`() throws {
    for (name, bytes) in try Self.files(of: NationalEdition.built.get().edition) where name.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("gereconstrueerd") || page.contains("reconstructed"), "\(name)")
    }
  }

  @Test func `explains a cell from deliveries to number`() throws {
    let folder = try NationalEdition.built.get().folder
    let answer = try BuiltProgram.run([
      "explain", BuiltProgram.nationalMonitor.path, "fig-2.3", "sexual,2019", "--workspace",
      folder.file("workspace").path,
    ])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    #expect(answer.output.contains("716"))
  }

  @Test func `explains a cell that does not exist with a suggestion`() throws {
    let folder = try NationalEdition.built.get().folder
    let answer = try BuiltProgram.run([
      "explain", BuiltProgram.nationalMonitor.path, "fig-2.3", "sexul,2019", "--workspace",
      folder.file("workspace").path,
    ])
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("sexual"))
  }

  static func files(of folder: URL) throws -> [String: Data] {
    let base = folder.resolvingSymlinksInPath().path + "/"
    var files: [String: Data] = [:]
    for case let url as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init() {
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      guard !isFolder.boolValue else { continue }
      files[String(url.resolvingSymlinksInPath().path.dropFirst(base.count))] = try Data(contentsOf: url)
    }
    return files
  }
}
