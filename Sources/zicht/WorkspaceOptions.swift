import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// Where the workspace of a monitor lies and where its key comes from.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace folder (default: workspace/ in the monitor folder).")
  var workspace: String?

  @Option(help: "The file with the key of the workspace (default: $ZICHT_KEY_FILE, else zicht.key in the workspace).")
  var keyFile: String?

  /// Opens the workspace, or makes it with a new key.
  func open(for monitor: URL) throws -> Workspace { try place(for: monitor).open() }

  /// Opens the workspace for a build, which may need to write nothing.
  func openForBuilding(for monitor: URL) throws -> Workspace { try place(for: monitor).openForBuilding() }

  /// Opens the workspace to look, when there is one; looking makes and changes nothing.
  func openForReading(for monitor: URL) throws -> Workspace? { try place(for: monitor).openForReading() }

  private func place(for monitor: URL) -> WorkspacePlace {
    WorkspacePlace(workspace.map { URL(filePath: $0) } ?? monitor.appending(path: "workspace"), key: keyPlace)
  }

  private var keyPlace: KeyPlace {
    let environment = ProcessInfo.processInfo.environment
    if let digits = environment["ZICHT_KEY"] { return .digits(digits, name: "ZICHT_KEY") }
    return (keyFile ?? environment["ZICHT_KEY_FILE"]).map(KeyPlace.file) ?? .workspace
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
