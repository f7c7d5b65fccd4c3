import Foundation
import Testing

/// What a user may hand over by mistake: one clear sentence, the right exit code, nothing lost, nothing echoed.
@Suite struct `Bad input on the command line` {
  static let header = "registratienummer;meldjaar;eenheid;uitbuitingsvorm;geslacht;leeftijd;nationaliteit"

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var nl: String
    var en: String
    init(_ name: String, _ text: String, nl: String, en: String) {
      self.init(name, Array(text.utf8), nl: nl, en: en)
    }
    init(_ name: String, _ bytes: [UInt8], nl: String, en: String) {
      testDescription = name
      self.bytes = bytes
      self.nl = nl
      self.en = en
    }
  }

  static let cases: [Case] = [
    Case("an empty file", "", nl: "leeg", en: "empty"),
    Case("a year 20188", header + "\nA1;20188;Limburg;seksueel;vrouw;20;NL\n", nl: "vijf cijfers", en: "five digits"),
    Case("an age of 212", header + "\nA1;2018;Limburg;seksueel;vrouw;212;NL\n", nl: "leeftijd", en: "leeftijd"),
    Case(
      "a category one letter off", header + "\nA1;2018;Limburg;seksuel;vrouw;20;NL\n", nl: "seksueel", en: "seksueel"),
    Case(
      "a duplicate header", header + ";geslacht\nA1;2018;Limburg;seksueel;vrouw;20;NL;man\n", nl: "geslacht",
      en: "geslacht"),
    Case("a truncated XLSX", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], nl: "", en: ""),
    Case("NUL bytes", [0x61, 0x3B, 0x62, 0x0A, 0x00, 0x00], nl: "", en: ""),
  ]

  @Test(arguments: cases, ["nl", "en"])
  func `gets a sentence in the language asked and exit code 65`(_ bad: Case, _ language: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.file("geheim-2018.csv")
    try Data(bad.bytes).write(to: file)
    let answer = try BuiltProgram.run([
      "check-delivery", file.path, "--source", "politie", "--monitor", BuiltProgram.nationalMonitor.path, "--language",
      language,
    ])
    let said = answer.output + answer.complaints
    #expect(answer.exitCode == 65, "\(said)")
    #expect(said.contains(language == "nl" ? bad.nl : bad.en) || bad.nl.isEmpty, "\(said)")
    #expect(!said.isEmpty)
    #expect(!said.contains("A1;"), "no row is echoed")
  }

  @Test func `that is a folder is called a folder`() throws {
    let folder = try TemporaryFolder()
    let answer = try BuiltProgram.run([
      "check-delivery", folder.path, "--source", "politie", "--monitor", BuiltProgram.nationalMonitor.path,
    ])
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("map"), "\(answer.complaints)")
  }

  @Test func `that names no known source gets a suggestion`() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("x.csv")
    try Data(Self.header.utf8).write(to: file)
    let answer = try BuiltProgram.run([
      "check-delivery", file.path, "--source", "politei", "--monitor", BuiltProgram.nationalMonitor.path,
    ])
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("politie"), "\(answer.complaints)")
  }

  @Test func `such as an output folder that cannot be made leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let answer = try BuiltProgram.run([
      "build", BuiltProgram.nationalMonitor.path, "--workspace", folder.file("workspace").path, "--output",
      "/proc/zicht/edition",
    ])
    #expect(answer.exitCode == 65, "\(answer.complaints)")
    #expect(answer.complaints.split(separator: "\n").count == 1)
  }
}
