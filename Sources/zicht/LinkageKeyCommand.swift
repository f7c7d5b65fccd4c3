import ArgumentParser
import Foundation
import Model
import Monitoring

/// `zicht linkage-key`: the secret with which partners encode, from its ceremony to its successor.
struct LinkageKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linkage-key", abstract: "Make, split, join and rotate the key for linkage without names.",
    discussion:
      "One key for each project and reporting year, agreed among partners and never at the linkage unit; a key server "
      + "has one of its own. How to hold the ceremony is in docs/without-names.md.",
    subcommands: [
      LinkageKeyNewCommand.self, LinkageKeyShowCommand.self, LinkageKeySplitCommand.self, LinkageKeyJoinCommand.self,
      LinkageKeyRotateCommand.self,
    ])

  static func say(_ made: LinkageKeyCare.Description, in file: String, _ language: Language) {
    Shell.say(
      LocalizedText(
        nl:
          "De koppelsleutel van \(made.project) voor \(made.epoch) ligt in \(file). Vingerafdruk: \(made.fingerprint)",
        en: "The linkage key of \(made.project) for \(made.epoch) lies in \(file). Fingerprint: \(made.fingerprint)")[
          language])
  }
}

/// `zicht linkage-key new`: a key that nobody has seen.
struct LinkageKeyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "new", abstract: "Make a new linkage key.")

  @Option(help: "The project: lower-case letters, digits and hyphens.")
  var project: String
  @Option(help: "The epoch: the reporting year.")
  var epoch: Int
  @Option(help: "The new file for the key.")
  var output: String
  @OptionGroup var options: LanguageOption

  func run() throws {
    let made = try LinkageKeyCare.make(project: project, epoch: epoch, output: URL(filePath: output))
    LinkageKeyCommand.say(made, in: output, options.language)
  }
}

/// `zicht linkage-key show`: of which project and epoch a key is, and its fingerprint; never the key.
struct LinkageKeyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Tell which linkage key a file holds; never the key itself.")

  @Argument(help: "The file of the key.")
  var key: String
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let known = try LinkageKeyCare.description(of: URL(filePath: key))
    if json { return try Shell.sayJSON(known) }
    LinkageKeyCommand.say(known, in: key, options.language)
    Shell.say(
      LocalizedText(
        nl: "Openbare sleutel, als een sleuteldienst hem gebruikt: \(known.publicKey)",
        en: "Public key, where a key server uses it: \(known.publicKey)")[options.language])
  }
}

/// `zicht linkage-key split`: three parts, two of which make the key.
struct LinkageKeySplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Write three parts of a linkage key, any two of which give it back.")

  @Argument(help: "The file of the key.")
  var key: String
  @Option(help: "The folder for the three parts.")
  var output: String
  @OptionGroup var options: LanguageOption

  func run() throws {
    for file in try LinkageKeyCare.split(URL(filePath: key), into: URL(filePath: output)) { Shell.say(file.path) }
    Shell.say(
      LocalizedText(
        nl: "Geef elk deel aan een ander. Twee delen samen zijn de sleutel, één deel zegt niets.",
        en: "Give each part to somebody else. Two parts together are the key; one part says nothing.")[
          options.language])
  }
}

/// `zicht linkage-key join`: the key of two parts.
struct LinkageKeyJoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Make a linkage key again of two of its three parts.")

  @Argument(help: "The files of two parts.")
  var parts: [String]
  @Option(help: "The new file for the key.")
  var output: String
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard parts.count == 2 else { throw wrongUse(nl: "Geef twee delen.", en: "Give two parts.") }
  }

  func run() throws {
    let made = try LinkageKeyCare.join(parts.map { URL(filePath: $0) }, into: URL(filePath: output))
    LinkageKeyCommand.say(made, in: output, options.language)
  }
}

/// `zicht linkage-key rotate`: the key of a later epoch.
struct LinkageKeyRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make the key of a later epoch of the same project.",
    discussion:
      "A new secret: what was encoded with the old key cannot be compared with what is encoded with the new one. "
      + "Destroy the old key once the linkage of its epoch is done.")

  @Argument(help: "The file of the old key.")
  var key: String
  @Option(help: "The new epoch: a later reporting year.")
  var epoch: Int
  @Option(help: "The new file for the new key.")
  var output: String
  @OptionGroup var options: LanguageOption

  func run() throws {
    let made = try LinkageKeyCare.rotate(URL(filePath: key), to: epoch, output: URL(filePath: output))
    LinkageKeyCommand.say(made, in: output, options.language)
  }
}
