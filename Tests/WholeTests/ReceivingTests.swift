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
