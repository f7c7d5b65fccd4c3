public import ArgumentParser
import Foundation
public import Model

/// Standard output, standard error and the language of the answers.
enum Shell {
  /// The language asked for on the command line. Looked up before parsing ends, so that complaints know it too.
  static var language: Language {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--language", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .nl
      }
      if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst(11))) ?? .nl }
    }
    return .nl
  }

  static func say(_ text: String) { write(text + "\n", to: .standardOutput) }
  static func complain(_ text: String) { write(text + "\n", to: .standardError) }

  /// A reader that left early, as `head` does, is no fault: what cannot be written is dropped.
  private static func write(_ text: String, to handle: FileHandle) { try? handle.write(contentsOf: Data(text.utf8)) }

  /// Answers a program: one JSON value, keys sorted.
  static func sayJSON(_ value: some Encodable) throws {
    say(String(decoding: try encoded(value), as: UTF8.self))
  }

  static func encoded(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Now, as ISO 8601 in UTC: for the audit log and the date of receipt, never for a number.
  static var timestamp: String { Date.now.ISO8601Format() }
}

extension Language: @retroactive ExpressibleByArgument {}

/// `--language`, for every command.
struct LanguageOption: ParsableArguments {
  @Option(help: "The language of the answers: nl or en.")
  var language: Language = .nl
}
