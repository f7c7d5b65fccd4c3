import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// `zicht key`: what can be done with the key of a workspace, apart from using it.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Look after the key of a workspace.",
    subcommands: [
      KeyShowCommand.self, KeyMoveCommand.self, KeyWrapCommand.self, KeyRotateCommand.self, KeySplitCommand.self,
      KeyJoinCommand.self, KeyNewCommand.self,
    ])
}

/// What the subcommands of `zicht key` share.
struct KeyOptions: ParsableArguments {
  @OptionGroup var folder: FolderArgument
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func care(because reason: String) throws -> KeyCare {
    KeyCare(
      try workspace.place(for: URL(filePath: folder.path)), keys: WorkspaceOptions.keys, on: .now(because: reason))
  }

  func say(nl: String, en: String) { Shell.say(LocalizedText(nl: nl, en: en)[options.language]) }
}

/// `zicht key show`: its fingerprint and where it lies, never the key.
struct KeyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Tell which key opens the workspace and where it lies; never the key itself.")

  @OptionGroup var key: KeyOptions
  @Flag(help: "Answer with JSON.")
  var json = false

  func run() throws {
    let description = try key.care(because: "zicht key show").description()
    if json { return try Shell.sayJSON(description) }
    key.say(nl: "Vingerafdruk: \(description.fingerprint)", en: "Fingerprint: \(description.fingerprint)")
    guard let file = description.file else {
      return key.say(
        nl: "De sleutel is meegegeven en ligt in geen bestand.", en: "The key was handed in; it is in no file.")
    }
    key.say(nl: "Bestand: \(file)", en: "File: \(file)")
    if description.isWrapped { key.say(nl: "Gaat open met een wachtzin.", en: "Opens with a passphrase.") }
    if description.isBesideData {
      key.say(
        nl: "De sleutel ligt naast de gegevens. Zet hem apart met: zicht key move",
        en: "The key lies beside the data. Put it apart with: zicht key move")
    }
  }
}

/// `zicht key move`: a key that lies beside the data goes to the folder of keys.
struct KeyMoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Take a key that lies beside the data to your own folder of keys.")

  @OptionGroup var key: KeyOptions

  func run() throws {
    let file = try key.care(because: "zicht key move").move()
    key.say(
      nl: "De sleutel ligt nu in \(file.path). Neem dat bestand apart op in de reservekopie.",
      en: "The key now lies in \(file.path). Back that file up, apart from the data.")
  }
}

/// `zicht key wrap`: the key under a passphrase.
struct KeyWrapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wrap", abstract: "Put the key under a passphrase.",
    discussion:
      "The passphrase is asked for, or taken from $ZICHT_KEY_PASSPHRASE. Nobody can open a key whose passphrase "
      + "is lost: first make parts of it with zicht key split.")

  @OptionGroup var key: KeyOptions
  @Option(help: "A new file for the wrapped key (default: in place of the key).")
  var output: String?

  func run() throws {
    let care = try key.care(because: "zicht key wrap")
    let file = try care.wrap(passphrase: Passphrase.chosen(), into: output.map { URL(filePath: $0) })
    key.say(
      nl: "De sleutel in \(file.path) gaat nu alleen open met de wachtzin.",
      en: "The key in \(file.path) now opens with the passphrase only.")
  }
}

/// `zicht key rotate`: a new key for the workspace.
struct KeyRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give the workspace a new key.",
    discussion:
      "Stopped halfway, nothing is lost: the same command finishes it. What an old key and an old copy of the "
      + "workspace gave away stays given away; see docs/security.md.")

  @OptionGroup var key: KeyOptions
  @Option(help: "A new file for the new key (default: your own folder of keys).")
  var newKeyFile: String?

  func run() throws {
    let care = try key.care(because: "zicht key rotate")
    let wasWrapped = try care.description().isWrapped
    let description = try care.rotate(into: newKeyFile.map { URL(filePath: $0) })
    key.say(
      nl:
        "De werkmap heeft een nieuwe sleutel: \(description.fingerprint), in \(description.file ?? ""). De oude opent "
        + "haar niet meer.",
      en:
        "The workspace has a new key: \(description.fingerprint), in \(description.file ?? ""). The old one no longer "
        + "opens it.")
    if wasWrapped {
      key.say(
        nl: "De nieuwe sleutel heeft nog geen wachtzin. Geef hem er een met: zicht key wrap",
        en: "The new key has no passphrase yet. Give it one with: zicht key wrap")
    }
  }
}

/// `zicht key split`: three parts, two of which make the key.
struct KeySplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Write three parts of the key, any two of which give it back.")

  @OptionGroup var key: KeyOptions
  @Option(help: "The folder for the three parts.")
  var output: String

  func run() throws {
    for file in try key.care(because: "zicht key split").split(into: URL(filePath: output)) { Shell.say(file.path) }
    key.say(
      nl: "Geef elk deel aan een ander. Twee delen samen zijn de sleutel, één deel zegt niets.",
      en: "Give each part to somebody else. Two parts together are the key; one part says nothing.")
  }
}

/// `zicht key join`: the key of two parts.
struct KeyJoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Make the key again of two of its three parts.")

  @Argument(help: "The files of two parts.")
  var parts: [String]
  @Option(help: "The new file for the key.")
  var output: String
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard parts.count == 2 else {
      throw wrongUse(nl: "Geef twee delen.", en: "Give two parts.")
    }
  }

  func run() throws {
    try KeyCare.join(parts.map { URL(filePath: $0) }, into: URL(filePath: output))
    Shell.say(
      LocalizedText(
        nl: "De sleutel ligt in \(output). Gebruik hem met --key-file.",
        en: "The key lies in \(output). Use it with --key-file.")[options.language])
  }
}

/// `zicht key new`: a secret that belongs to no workspace.
struct KeyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a secret for zicht protect under method cell-key, in a file of its own.",
    discussion:
      "Whoever has it can undo the changes of tables that were made with it. Keep it for as long as such tables are "
      + "published: with another secret the same cell is changed otherwise, and two changes tell more than one.")

  @Argument(help: "The new file; nothing is overwritten.")
  var output: String
  @OptionGroup var options: LanguageOption

  func run() throws {
    try KeyCare.make(into: URL(filePath: output))
    Shell.say(
      LocalizedText(
        nl: "Het geheim ligt in \(output). Bewaar het, en geef het aan niemand.",
        en: "The secret lies in \(output). Keep it, and give it to nobody.")[options.language])
  }
}
