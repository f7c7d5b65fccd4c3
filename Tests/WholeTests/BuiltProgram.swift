import Foundation
import Testing

/// The built `zicht`, run as a user would.
struct BuiltProgram {
  struct Answer {
    var exitCode: Int32
    var output: String
    var complaints: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program lies beside the test bundle.
  static let executable: URL = {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: "zicht")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return root.appending(path: ".build/debug/zicht")
  }()

  static let nationalMonitor = root.appending(path: "monitors/landelijk-2015-2019")

  /// Keys that the program makes go here and not to whoever runs the tests.
  static let environment: [String: String] = {
    let settings = FileManager.default.temporaryDirectory.appending(
      path: "zicht-settings-\(ProcessInfo.processInfo.processIdentifier)")
    return ProcessInfo.processInfo.environment.merging(["XDG_CONFIG_HOME": settings.path]) { $1 }
  }()

  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil, input: String? = nil
  ) throws -> Answer {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment.merging(environment) { $1 }
    let scratch = try TemporaryFolder()
    let outputFile = scratch.url.appending(path: "out")
    let complaintFile = scratch.url.appending(path: "err")
    for file in [outputFile, complaintFile] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: complaintFile)
    let inputFile = scratch.url.appending(path: "in")
    try Data((input ?? "").utf8).write(to: inputFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    try process.run()
    process.waitUntilExit()
    return Answer(
      exitCode: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
      complaints: try String(contentsOf: complaintFile, encoding: .utf8))
  }
}

/// A folder that goes when the test goes.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "zicht-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }
  func file(_ name: String) -> URL { url.appending(path: name) }
}

/// The national edition, built once for all tests that look at it.
enum NationalEdition {
  static let built: Result<(folder: TemporaryFolder, edition: URL), any Error> = Result {
    let folder = try TemporaryFolder()
    let edition = folder.file("edition")
    let answer = try BuiltProgram.run([
      "build", BuiltProgram.nationalMonitor.path, "--workspace", folder.file("workspace").path, "--output",
      edition.path,
    ])
    try #require(answer.exitCode == 0, "zicht build ended with \(answer.exitCode): \(answer.complaints)")
    return (folder, edition)
  }

  static func table(_ figure: String) throws -> LongTable {
    try LongTable(contentsOf: built.get().edition.appending(path: "tables/\(figure).csv"))
  }
}
