import ArgumentParser
import Model
import Monitoring

/// `zicht reference`: writes the reference of commands, rules, figure options and findings as Markdown.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the reference of commands, rules, figure options and findings.")

  @OptionGroup var options: LanguageOption

  func run() throws { Shell.say(Self.text) }

  /// The whole page; a test compares it with `docs/reference.md`.
  static var text: String {
    ([
      "# Reference", "",
      "Written by `zicht reference`; do not edit. `make reference` writes it again.", "", "## Commands", "",
    ] + commands + [ReferencePages.markdown]).joined(separator: "\n")
  }

  private static var commands: [String] {
    Zicht.configuration.subcommands.flatMap { command in
      [
        "### zicht \(command.configuration.commandName ?? "")", "", "```",
        Zicht.helpMessage(for: command, columns: 100), "```", "",
      ]
    }
  }
}
