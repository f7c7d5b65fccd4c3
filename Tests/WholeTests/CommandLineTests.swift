import Foundation
import Testing

/// The command line as its users know it: folders, figures and mistakes are told in one way everywhere.
@Suite struct `The command line` {
  private let place: TemporaryFolder
  private let monitor: URL

  init() throws {
    place = try TemporaryFolder()
    monitor = place.file("drie-rivieren")
    let made = try BuiltProgram.run(["new", "region", monitor.path, "--year", "2024"])
    try #require(made.exitCode == 0, "\(made.complaints)")
  }

  @Test(arguments: [
    (
      ["buld", "x"], "De opdracht 'buld' bestaat niet; bedoelt u 'build'?",
      "There is no command 'buld'; did you mean 'build'?"
    ),
    (
      ["build", "--wokers", "2"], "Fout: --wokers bestaat niet; bedoelt u --workers?",
      "Error: Unknown option '--wokers'"
    ),
    (["build", "--workers", "x"], "Fout: 'x' past niet bij --workers <workers>.", "Error: The value 'x' is invalid"),
    (["build", "--workers"], "Fout: bij --workers <workers> hoort een waarde.", "Error: Missing value for"),
    (
      ["build", "--workers", "0"], "Fout: --workers is een getal van 1 tot en met 256.", "Error: --workers is a number"
    ),
    (["build", "a", "b"], "Fout: 'b' is te veel.", "Error: Unexpected argument 'b'"),
    (["withdraw"], "Fout: <source> ontbreekt.", "Error: Missing expected argument '<source>'"),
    (["explain", "2.3"], "Fout: Noem een figuur en een cel", "Error: Name a figure and a cell"),
    (
      ["build", "a", "--monitor", "b"], "Fout: Noem de map van de monitor één keer",
      "Error: Name the monitor folder once"
    ),
    (["receive"], "Fout: Noem het bestand dat is geleverd", "Error: Name the file that was delivered"),
  ])
  func `wrong use is told in the language asked, with exit code 64`(
    _ arguments: [String], _ dutch: String, _ english: String
  ) throws {
    for (language, words) in [("nl", dutch), ("en", english)] {
      let answer = try BuiltProgram.run(arguments + ["--language", language])
      #expect(answer.exitCode == 64)
      #expect(answer.complaints.hasPrefix(words), "\(answer.complaints)")
      #expect(answer.output.isEmpty)
    }
  }

  @Test func `a monitor is the folder one names, or the one one is in`() throws {
    let inside = try BuiltProgram.run(["check"], in: monitor)
    #expect(inside.exitCode == 0 && inside.output.hasPrefix("drie-rivieren is in orde"))
    #expect(try BuiltProgram.run(["check", "--monitor", monitor.path]).output == inside.output)
    #expect(try BuiltProgram.run(["check", monitor.path]).output == inside.output)
    #expect(try BuiltProgram.run(["build"], in: monitor).exitCode == 0)
    let one = try BuiltProgram.run(["explain", "gesprekken", "total,2024"], in: monitor)
    #expect(one.exitCode == 0, "\(one.complaints)")
    #expect(try BuiltProgram.run(["explain", monitor.path, "gesprekken", "total,2024"]).output == one.output)
    #expect(
      try BuiltProgram.run(["explain", "gesprekken", "total,2024", "--monitor", monitor.path]).output == one.output)
    #expect(try BuiltProgram.run(["deliveries"], in: monitor).output.contains("politie 2024 v1"))
  }

  @Test func `an explanation gives the keys that programs and texts use`() throws {
    #expect(try BuiltProgram.run(["build", monitor.path]).exitCode == 0)
    let answer = try BuiltProgram.run(["explain", monitor.path, "gesprekken", "Totaal,2024", "--json"])
    let story = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(story["row"] as? String == "Totaal" && story["rowKey"] as? String == "total")
    #expect(story["columnKey"] as? String == "2024" && story["panel"] as? Int == 1)
  }

  @Test func `a region is called after its folder`() throws {
    let text = try String(contentsOf: monitor.appending(path: "monitor.yaml"), encoding: .utf8)
    #expect(text.contains("monitor: drie-rivieren"))
    #expect(text.contains("Drie Rivieren") && !text.contains("Lindemeer"))
  }

  /// A disk that is full; a device of Linux.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `an answer that cannot be written is no success`() throws {
    let process = Process()
    process.executableURL = BuiltProgram.executable
    process.arguments = ["check", monitor.path]
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.hasPrefix("Het antwoord kan niet worden geschreven"))
  }

  @Test func `a reader that leaves early is no fault`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "'\(BuiltProgram.executable.path)' reference | head -1; exit ${PIPESTATUS:-0}"]
    process.standardOutput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    process.waitUntilExit()
    #expect(complaints.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test func `help and completions are answers`() throws {
    let help = try BuiltProgram.run(["--help"])
    #expect(help.exitCode == 0 && help.output.contains("--generate-completion-script") && help.complaints.isEmpty)
    let script = try BuiltProgram.run(["--generate-completion-script", "bash"])
    #expect(script.exitCode == 0 && script.output.contains("complete"))
  }
}
