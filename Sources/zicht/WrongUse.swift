import ArgumentParser
import Model

/// Wrong use of a command, said in the language asked for.
func wrongUse(nl: String, en: String) -> ValidationError {
  ValidationError(LocalizedText(nl: nl, en: en)[Shell.language])
}

/// What the argument parser says of a command line, in the language asked for.
///
/// The parser speaks English only; its sentences are few and of a fixed form, and one of another form stays as it is.
struct WrongUse {
  /// The whole answer: what is wrong, how the command is used and where there is more help.
  let text: String

  /// - Parameters:
  ///   - message: As the parser writes it, in lines.
  ///   - arguments: The command line without the name of the program.
  init(_ message: String, arguments: [String], language: Language) {
    if let first = arguments.first, !first.hasPrefix("-"), !Self.commands.contains(first) {
      text = Self.unknownCommand(first)[language]
      return
    }
    guard language == .nl else {
      text = message
      return
    }
    text = message.split(separator: "\n", omittingEmptySubsequences: false).map { Self.dutch(String($0)) }
      .joined(separator: "\n")
  }

  private static let commands =
    Zicht.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  private static func unknownCommand(_ name: String) -> LocalizedText {
    let nearest = suggestion(for: name, among: commands)
    return LocalizedText(
      nl: "De opdracht '\(name)' bestaat niet; "
        + (nearest.map { "bedoelt u '\($0)'?" } ?? "kies uit: \(commands.joined(separator: ", ")).")
        + "\nMeer hulp: zicht --help",
      en: "There is no command '\(name)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "choose from: \(commands.joined(separator: ", ")).")
        + "\nMore help: zicht --help")
  }

  private static func dutch(_ line: String) -> String {
    switch line {
    case let line where line.hasPrefix("Error: "): "Fout: " + dutchSentence(String(line.dropFirst(7)))
    case let line where line.hasPrefix("Help: "): "Uitleg: " + line.dropFirst(6).drop { $0 == " " }
    case let line where line.hasPrefix("Usage: "): "Gebruik: " + line.dropFirst(7)
    case let line where line.hasPrefix("  See '"):
      "Meer hulp: " + line.dropFirst(7).prefix { $0 != "'" }
    default: line
    }
  }

  private static func dutchSentence(_ sentence: String) -> String {
    if let found = sentence.wholeMatch(of: /Missing expected argument '(.+)'/) { return "\(found.1) ontbreekt." }
    if let found = sentence.wholeMatch(of: /Missing value for '(.+)'/) { return "bij \(found.1) hoort een waarde." }
    if let found = sentence.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
      return "\(found.1) bestaat niet; bedoelt u \(found.2)?"
    }
    if let found = sentence.wholeMatch(of: /Unknown option '(.+)'/) { return "\(found.1) bestaat niet." }
    if let found = sentence.wholeMatch(of: /Unexpected argument '(.+)'/) { return "'\(found.1)' is te veel." }
    if let found = sentence.wholeMatch(of: /\d+ unexpected arguments: (.+)/) { return "te veel: \(found.1)." }
    if let found = sentence.wholeMatch(of: /The value '(.*)' is invalid for '(.+)'/) {
      return "'\(found.1)' past niet bij \(found.2)."
    }
    if sentence == "Missing required subcommand." { return "er hoort nog een opdracht achter." }
    return sentence
  }
}
