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

  /// Whether a program reads the answer: then standard output holds one JSON value, also when there is no answer.
  static var wantsJSON: Bool { CommandLine.arguments.prefix { $0 != "--" }.contains("--json") }

  static func say(_ text: String) { write(text + "\n", to: .standardOutput) }
  static func complain(_ text: String) { write(text + "\n", to: .standardError) }

  /// A reader that left early, as `head` does, is no fault. An answer that cannot be written down, on a full disk, is:
  /// whoever kept it has half of it, and must not be told that all went well.
  private static func write(_ text: String, to handle: FileHandle) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(handle.fileDescriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        bytes = bytes.dropFirst(written)
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        guard handle === FileHandle.standardOutput else { return }
        complain(
          LocalizedText(
            nl: "Het antwoord kan niet worden geschreven; misschien is de schijf vol. Het werk zelf is gedaan.",
            en: "The answer cannot be written; the disk may be full. The work itself was done.")[language])
        Foundation.exit(ExitCode.unwritten.rawValue)
      }
    }
  }

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
