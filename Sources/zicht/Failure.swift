import ArgumentParser
import Foundation
import Model
import Monitoring

/// Why a command stops: one sentence for the user and an exit code.
struct Failure: Error {
  var message: LocalizedText
  var exitCode: ExitCode

  /// Something is wrong with what was given: a file, a folder, a key.
  static func data(nl: String, en: String) -> Failure { data(LocalizedText(nl: nl, en: en)) }
  static func data(_ message: LocalizedText) -> Failure { Failure(message: message, exitCode: .dataError) }
  /// Findings were printed already; only the exit code is left to say.
  static let findingsShown = Failure(message: LocalizedText(""), exitCode: .dataError)
}

extension ExitCode {
  /// EX_DATAERR of sysexits.h.
  static let dataError = ExitCode(65)
  /// EX_IOERR of sysexits.h.
  static let unwritten = ExitCode(74)
  /// EX_SOFTWARE of sysexits.h.
  static let ours = ExitCode(70)
}

extension Zicht {
  /// Says what went wrong on standard error and leaves with the right exit code.
  static func exit(withAnswerTo error: any Error) -> Never {
    let language = Shell.language
    if let failure = error as? Failure {
      if !failure.message[language].isEmpty { Shell.complain(failure.message[language]) }
      Foundation.exit(failure.exitCode.rawValue)
    }
    if let error = error as? MonitoringError {
      switch error {
      case .data(let message): Shell.complain(message[language])
      case .findings(let findings): for finding in findings { Shell.complain(finding.sentence(in: language)) }
      }
      Foundation.exit(ExitCode.dataError.rawValue)
    }
    if let message = knownMessage(of: error) {
      Shell.complain(message[language])
      Foundation.exit(ExitCode.dataError.rawValue)
    }
    if exitCode(for: error) == .validationFailure {
      let arguments = Array(CommandLine.arguments.dropFirst())
      Shell.complain(WrongUse(fullMessage(for: error), arguments: arguments, language: language).text)
      Foundation.exit(ExitCode.validationFailure.rawValue)
    }
    if exitCode(for: error) == .success {
      // Help and the version: asked for, and so an answer.
      Shell.say(fullMessage(for: error))
      Foundation.exit(ExitCode.success.rawValue)
    }
    // The fixed page: the kind of error helps us, its contents could hold a personal value.
    let kind = String(reflecting: type(of: error))
    Shell.complain(
      LocalizedText(
        nl:
          "Er ging iets mis dat wij niet voorzagen (\(kind)). Er is niets gewijzigd. Meld dit bij de makers van Zicht.",
        en: "Something went wrong that we did not foresee (\(kind)). Nothing was changed. Please report this to the "
          + "makers of Zicht.")[language])
    Foundation.exit(ExitCode.ours.rawValue)
  }
}
