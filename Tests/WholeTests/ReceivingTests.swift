import Foundation
import Testing

/// Receiving as a partner's analyst does it, interruptions included.
@Suite struct `Receiving deliveries` {
  static let header = "registratienummer;meldjaar;eenheid;uitbuitingsvorm;geslacht;leeftijd;nationaliteit"

  /// A copy of the national monitor without its deliveries.
  static func emptyMonitor(in folder: TemporaryFolder) throws -> URL {
    let monitor = folder.file("monitor")
    try FileManager.default.createDirectory(at: monitor, withIntermediateDirectories: true)
    for name in ["monitor.yaml", "codebook.yaml", "sources.yaml", "rules.yaml", "figures.yaml", "lists"] {
      try FileManager.default.copyItem(
        at: BuiltProgram.nationalMonitor.appending(path: name), to: monitor.appending(path: name))
    }
    return monitor
  }

  static func delivery(rows: Int, year: Int, in folder: TemporaryFolder, name: String) throws -> URL {
    var text = header + "\n"
    for row in 0..<rows { text += "A\(row);\(year);Limburg;seksueel;vrouw;\(18 + row % 50);NL\n" }
    let file = folder.file(name)
    try Data(text.utf8).write(to: file)
    return file
  }

  @Test func `twice changes nothing`() throws {
    let folder = try TemporaryFolder()
    let monitor = try Self.emptyMonitor(in: folder)
    let file = try Self.delivery(rows: 10, year: 2018, in: folder, name: "politie-2018.csv")
    let arguments = ["receive", file.path, "--source", "politie", "--monitor", monitor.path]
    #expect(try BuiltProgram.run(arguments).exitCode == 0)
    let before = try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output
    #expect(try BuiltProgram.run(arguments).exitCode == 0)
    #expect(try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output == before)
  }

  @Test func `again with other contents makes a new version and keeps the old`() throws {
    let folder = try TemporaryFolder()
    let monitor = try Self.emptyMonitor(in: folder)
    for rows in [10, 12] {
      let file = try Self.delivery(rows: rows, year: 2018, in: folder, name: "politie-2018.csv")
      let answer = try BuiltProgram.run(["receive", file.path, "--source", "politie", "--monitor", monitor.path])
      #expect(answer.exitCode == 0, "\(answer.complaints)")
    }
    let list = try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output
    #expect(list.contains("superseded") && list.contains("\"version\" : 2"), "\(list)")
  }

  @Test func `with a dry run keeps nothing`() throws {
    let folder = try TemporaryFolder()
    let monitor = try Self.emptyMonitor(in: folder)
    let file = try Self.delivery(rows: 10, year: 2018, in: folder, name: "politie-2018.csv")
    let answer = try BuiltProgram.run([
      "receive", file.path, "--source", "politie", "--monitor", monitor.path, "--dry-run",
    ])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    #expect(answer.output.contains("10"))
    #expect(!(try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output.contains("politie")))
  }

  @Test func `killed halfway leaves the last good state`() throws {
    let folder = try TemporaryFolder()
    let monitor = try Self.emptyMonitor(in: folder)
    let small = try Self.delivery(rows: 10, year: 2017, in: folder, name: "politie-2017.csv")
    #expect(
      try BuiltProgram.run(["receive", small.path, "--source", "politie", "--monitor", monitor.path]).exitCode == 0)
    let before = try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output
    let large = try Self.delivery(rows: 400_000, year: 2018, in: folder, name: "politie-2018.csv")

    let process = Process()
    process.executableURL = BuiltProgram.executable
    process.arguments = ["receive", large.path, "--source", "politie", "--monitor", monitor.path]
    process.standardOutput = FileHandle.nullDevice
    process.environment = BuiltProgram.environment
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.25)
    let wasRunning = process.isRunning
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    if wasRunning { #expect(try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output == before) }
    let again = try BuiltProgram.run(["receive", large.path, "--source", "politie", "--monitor", monitor.path])
    #expect(again.exitCode == 0, "\(again.complaints)")
    #expect(try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output.contains("400000"))
  }

  /// Runs the program, asks it to stop after a while, and waits for its end; nil when it was ready before that.
  private static func stopped(
    _ arguments: [String], by signal: Int32, after seconds: Double
  ) throws -> (exitCode: Int32, said: String)? {
    let process = Process()
    process.executableURL = BuiltProgram.executable
    process.arguments = arguments
    process.environment = BuiltProgram.environment
    process.standardOutput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    let wasRunning = process.isRunning
    kill(process.processIdentifier, signal)
    let said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return wasRunning ? (process.terminationStatus, said) : nil
  }

  private static func names(in folder: URL) throws -> [String] {
    // What is remembered of files that were read is no part of what was received.
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix("/files.json") }.sorted()
  }

  @Test(arguments: [SIGINT, SIGTERM]) func `asked to stop ends with one sentence and leaves nothing half`(
    _ signal: Int32
  ) throws {
    let folder = try TemporaryFolder()
    let monitor = try Self.emptyMonitor(in: folder)
    let small = try Self.delivery(rows: 10, year: 2017, in: folder, name: "politie-2017.csv")
    #expect(
      try BuiltProgram.run(["receive", small.path, "--source", "politie", "--monitor", monitor.path]).exitCode == 0)
    let before = try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output
    let names = try Self.names(in: monitor)
    let large = try Self.delivery(rows: 600_000, year: 2018, in: folder, name: "politie-2018.csv")
    let receive = ["receive", large.path, "--source", "politie", "--monitor", monitor.path]
    let sentence = "Gestopt op verzoek. Wat al klaar was blijft; van de rest is niets veranderd.\n"
    for seconds in [0.3, 0.6] {
      guard let end = try Self.stopped(receive, by: signal, after: seconds) else { continue }
      guard end.exitCode != 0 else { break }
      #expect(end.exitCode == 130 && end.said == sentence, "\(end)")
      #expect(try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output == before)
      #expect(try Self.names(in: monitor) == names)
    }
    #expect(try BuiltProgram.run(receive).exitCode == 0)

    try FileManager.default.removeItem(at: monitor.appending(path: "workspace"))
    let kept = try Self.names(in: monitor)
    guard let end = try Self.stopped(["build", monitor.path], by: signal, after: 0.5), end.exitCode != 0 else { return }
    #expect(end.exitCode == 130 && end.said == sentence, "\(end)")
    #expect(try Self.names(in: monitor).filter { !$0.hasPrefix("workspace") } == kept)
    let left = try Self.names(in: monitor).filter { $0.hasPrefix("workspace/") }
    let whole = ["zicht.sqlite", "identities.sqlite", "zicht.key", "lock"].map { "workspace/" + $0 }
    #expect(Set(left).isSubset(of: whole), "\(left)")
  }

  @Test func `never writes a person's key or name into the database`() throws {
    let folder = try TemporaryFolder()
    let monitor = try Self.emptyMonitor(in: folder)
    let file = folder.file("politie-2018.csv")
    try Data(
      (Self.header + ";achternaam\nSLEUTEL-77123;2018;Limburg;seksueel;vrouw;20;NL;Geheimhouder\n").utf8
    ).write(to: file)
    let answer = try BuiltProgram.run(["receive", file.path, "--source", "politie", "--monitor", monitor.path])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    for (name, bytes) in try `National edition`.files(of: monitor) where name.contains("workspace") {
      for secret in ["SLEUTEL-77123", "Geheimhouder"] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name) holds a personal value")
      }
    }
    #expect(!answer.output.contains("Geheimhouder") && !answer.complaints.contains("Geheimhouder"))
  }
}
