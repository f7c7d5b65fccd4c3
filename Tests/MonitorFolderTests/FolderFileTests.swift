import Invented
import Foundation
@testable import MonitorFolder
@testable import Model
import Testing

/// What the files themselves can be like: absent, unreadable, too large, no text, made to exhaust memory.
@Suite struct FolderFileTests {
  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func messages(_ files: [String: String]) -> [String] {
    FolderReading.load(files: files).findings.map(\.message.nl)
  }

  @Test func `an empty folder misses its five files`() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (monitor, findings) = FolderReading.load(path: folder.path)
    #expect(monitor == nil)
    #expect(findings.map(\.place.file) == FolderReading.fileNames)
    #expect(Set(findings.map(\.message.nl)) == ["dit bestand ontbreekt in de map van de monitor."])
  }

  @Test func `a folder that is not there or is a file gets one sentence`() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let absent = FolderReading.load(path: folder.path + "/geen").findings
    #expect(absent.map(\.message.nl) == ["deze map bestaat niet."])
    try Data().write(to: folder.appendingPathComponent("bestand"))
    let file = FolderReading.load(path: folder.path + "/bestand").findings
    #expect(file.map(\.message.nl) == ["dit is een bestand en geen map."])
  }

  @Test func `a folder in the place of a file is said`() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in SmallMonitor.files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    #expect(FolderReading.load(path: folder.path).findings == [])
    try FileManager.default.removeItem(at: folder.appendingPathComponent("rules.yaml"))
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("rules.yaml"), withIntermediateDirectories: true)
    let findings = FolderReading.load(path: folder.path).findings
    #expect(findings.map(\.message.nl) == ["dit is een map en geen bestand."])
    #expect(findings[0].rule == "file-unreadable")
  }

  @Test func `one missing file gives one finding and no cascade`() {
    for name in FolderReading.fileNames {
      var files = SmallMonitor.files
      files[name] = nil
      #expect(messages(files) == ["dit bestand ontbreekt in de map van de monitor."], "\(name)")
    }
  }

  @Test func `bytes that are not UTF-8 are named by their line`() {
    var files = SmallMonitor.files.mapValues { Array($0.utf8) }
    files["monitor.yaml"] = Array("monitor: klein\ntitle: caf".utf8) + [0xE9] + Array("\n".utf8)
    let finding = FolderReading.load(files: files).findings[0]
    #expect(finding.message.nl == "op deze regel staat iets dat geen UTF-8 is.")
    #expect(finding.place.row == 2)
  }

  @Test func `a byte order mark is no mistake`() {
    var files = SmallMonitor.files
    files["rules.yaml"] = "\u{FEFF}" + files["rules.yaml"]!
    #expect(messages(files) == [])
  }

  @Test func `an empty file, a list and a bare word are each said`() {
    var files = SmallMonitor.files
    files["rules.yaml"] = ""
    #expect(messages(files) == ["het bestand is leeg."])
    files["rules.yaml"] = "# niets\n"
    #expect(messages(files) == ["het bestand is leeg."])
    files["rules.yaml"] = "- a\n"
    #expect(messages(files) == ["bij rules.yaml horen sleutels met waarden."])
    files["rules.yaml"] = "hallo"
    #expect(messages(files) == ["bij rules.yaml horen sleutels met waarden."])
  }

  @Test func `a file of more than a megabyte is refused`() {
    var files = SmallMonitor.files
    files["rules.yaml"] = String(repeating: "# lang\n", count: 200_000)
    #expect(messages(files) == ["het bestand is groter dan 1 MB."])
  }

  @Test func `aliases that swell are stopped in time`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    var files = SmallMonitor.files
    files["rules.yaml"] = text
    #expect(messages(files) == ["uitgeschreven heeft dit bestand meer dan 200000 onderdelen."])
  }

  @Test(arguments: [
    "? *a\n: 1", "{ *a, b }", "{ [*a]: 1 }", "*a : 1", "[[*a] : 1]", "- ? [*a]\n  : 1", "{ b: 1, {c: *a}: 2 }",
  ])
  func `a key that is a collection is refused before the parser compares it`(_ text: String) {
    var files = SmallMonitor.files
    files["rules.yaml"] = "x: &a [1, 2]\ny:\n  " + text.replacing("\n", with: "\n  ") + "\n"
    #expect(messages(files) == ["een sleutel moet een gewoon woord zijn, geen lijst of verwijzing."])
  }

  @Test func `nesting without end is refused before the parser recurses`() {
    var files = SmallMonitor.files
    files["rules.yaml"] = "a: " + String(repeating: "[", count: 100_000)
    #expect(messages(files) == ["hier staan meer dan 40 niveaus in elkaar."])
    files["rules.yaml"] = (0..<500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(messages(files) == ["hier staan meer dan 40 niveaus in elkaar."])
    files["rules.yaml"] = String(repeating: "- ", count: 5_000)
    #expect(messages(files) == ["hier staan meer dan 40 niveaus in elkaar."])
  }
}
