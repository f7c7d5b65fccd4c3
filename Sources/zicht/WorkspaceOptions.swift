import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// Where the workspace of a monitor lies and where its key comes from.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace folder (default: workspace/ in the monitor folder).")
  var workspace: String?

  @Option(
    help: "The file with the key of the workspace (default: $ZICHT_KEY_FILE, else a file in your own folder of keys).")
  var keyFile: String?

  @Option(help: "A command that prints the key of the workspace, such as that of a password safe.")
  var keyCommand: String?

  /// Opens the workspace, or makes it with a new key.
  func open(for monitor: URL) throws -> Workspace { try advisedPlace(for: monitor).open() }

  /// Opens the workspace for a build, which may need to write nothing.
  func openForBuilding(for monitor: URL) throws -> Workspace { try advisedPlace(for: monitor).openForBuilding() }

  /// Opens the workspace to look, when there is one; looking makes and changes nothing.
  func openForReading(for monitor: URL) throws -> Workspace? { try advisedPlace(for: monitor).openForReading() }

  func place(for monitor: URL) throws -> WorkspacePlace {
    WorkspacePlace(
      workspace.map { URL(filePath: $0) } ?? monitor.appending(path: "workspace"), key: try keyPlace,
      deliveries: monitor.appending(path: "deliveries"), passphrase: PassphrasePrompt { Passphrase.asked(for: $0) })
  }

  /// Says so when the key lies beside the data.
  private func advisedPlace(for monitor: URL) throws -> WorkspacePlace {
    let place = try place(for: monitor)
    if let advice = place.advice { Shell.complain(advice[Shell.language]) }
    return place
  }

  /// What is said on the command line goes before what the environment says.
  private var keyPlace: KeyPlace {
    get throws {
      let environment = ProcessInfo.processInfo.environment
      if let keyCommand { return .digits(try KeyProgram.output(of: keyCommand), name: "--key-command") }
      if let keyFile { return .file(keyFile) }
      if let digits = environment["ZICHT_KEY"] { return .digits(digits, name: "ZICHT_KEY") }
      if let command = environment["ZICHT_KEY_COMMAND"] {
        return .digits(try KeyProgram.output(of: command), name: "ZICHT_KEY_COMMAND")
      }
      return environment["ZICHT_KEY_FILE"].map(KeyPlace.file) ?? .keys(Self.keys)
    }
  }

  /// The folder of the user's keys.
  static var keys: KeyFolder {
    KeyFolder(
      environment: ProcessInfo.processInfo.environment, home: FileManager.default.homeDirectoryForCurrentUser)
  }
}

extension Occasion {
  /// Now, by the account that runs the program.
  static func now(because reason: String) -> Occasion {
    Occasion(moment: Shell.timestamp, actor: NSUserName(), reason: reason)
  }
}

extension Receiving {
  /// Receiving now, on behalf of the account that runs the program, shown on the terminal.
  init(
    _ opened: OpenedMonitor, _ workspace: Workspace, because reason: String = "zicht receive", display: ProgressDisplay
  ) {
    self.init(opened, into: workspace, on: .now(because: reason), progress: display.sink)
  }
}

extension OpenedMonitor {
  /// Reads the folder and shows what is worth a look in it.
  init(_ path: String, language: Language) throws {
    try self.init(path)
    for finding in warnings { Shell.complain(finding.sentence(in: language)) }
  }
}
