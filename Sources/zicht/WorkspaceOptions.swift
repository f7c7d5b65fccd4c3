import ArgumentParser
import Cryptography
import Foundation
import Model
import Store

/// Where the workspace of a monitor lies and where its key comes from.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace folder (default: workspace/ in the monitor folder).")
  var workspace: String?

  @Option(help: "The file with the key of the workspace (default: $ZICHT_KEY_FILE, else zicht.key in the workspace).")
  var keyFile: String?

  func folder(of monitor: URL) -> URL {
    workspace.map { URL(filePath: $0) } ?? monitor.appending(path: "workspace")
  }

  /// Opens the workspace, or makes it with a new key.
  func open(for monitor: URL) throws -> Workspace {
    let folder = folder(of: monitor)
    return try Workspace(at: folder.path, key: try key(in: folder))
  }

  /// Opens the workspace when there is one; looking makes nothing.
  func openForReading(for monitor: URL) throws -> Workspace? {
    let database = folder(of: monitor).appending(path: "zicht.sqlite").path
    return FileManager.default.fileExists(atPath: database) ? try open(for: monitor) : nil
  }

  /// The key: 64 digits in `ZICHT_KEY`, or a file only its owner reads. Never in the database.
  private func key(in folder: URL) throws -> WorkspaceKey {
    let environment = ProcessInfo.processInfo.environment
    if let digits = environment["ZICHT_KEY"] { return try WorkspaceKey(hex: digits, place: "ZICHT_KEY") }
    let chosen = keyFile ?? environment["ZICHT_KEY_FILE"]
    let path = chosen ?? folder.appending(path: "zicht.key").path
    if chosen != nil || FileManager.default.fileExists(atPath: path) { return try WorkspaceKey(contentsOf: path) }
    let database = folder.appending(path: "zicht.sqlite").path
    if FileManager.default.fileExists(atPath: database) {
      throw Failure.data(
        nl: "De sleutel \(path) ontbreekt; zonder die sleutel gaat de werkmap niet open. Wijs de sleutel aan met "
          + "--key-file.",
        en: "The key \(path) is missing; without it the workspace does not open. Point to the key with --key-file.")
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure.data(
        nl: "De werkmap \(folder.path) kan niet worden gemaakt. Kies een andere map met --workspace.",
        en: "The workspace \(folder.path) cannot be made. Choose another folder with --workspace.")
    }
    let key = try WorkspaceKey.random()
    try key.write(to: path)
    return key
  }
}

extension Occasion {
  /// Now, by the account that runs the program.
  static func now(because reason: String) -> Occasion {
    Occasion(moment: Shell.timestamp, actor: NSUserName(), reason: reason)
  }
}
