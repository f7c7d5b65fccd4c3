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
  /// What shells say of a program that Ctrl-C ended: 128 and the number of the signal.
  static let interrupted = ExitCode(130)
}

extension Zicht {
  /// Says what went wrong on standard error, and to a program on standard output, and leaves with the right exit code.
  static func exit(withAnswerTo error: any Error) -> Never {
    if exitCode(for: error) == .success {
      // Help and the version: asked for, and so an answer.
      Shell.say(fullMessage(for: error))
      Foundation.exit(ExitCode.success.rawValue)
    }
    let language = Shell.language
    switch reason(of: error, in: language) {
    case .told(let code): Foundation.exit(code.rawValue)
    case .findings(let findings): for finding in findings { Shell.complain(finding.sentence(in: language)) }
    case .sentence(let message, _): Shell.complain(message)
    }
    let answer = answer(to: error)
    if Shell.wantsJSON { try? Shell.sayJSON(answer) }
    Foundation.exit(answer.exitCode)
  }

  /// What went wrong, for a program to read.
  static func answer(to error: any Error) -> FailureAnswer {
    let language = Shell.language
    return switch reason(of: error, in: language) {
    case .told(let code): FailureAnswer(exitCode: code.rawValue, message: nil)
    case .findings(let findings):
      FailureAnswer(exitCode: ExitCode.dataError.rawValue, findings: findings, language: language)
    case .sentence(let message, let code): FailureAnswer(exitCode: code.rawValue, message: message)
    }
  }

  /// Why a command stops, as it is to be told.
  private enum Reason {
    /// The answer was given already.
    case told(ExitCode)
    case findings([Finding])
    case sentence(String, ExitCode)
  }

  private static func reason(of error: any Error, in language: Language) -> Reason {
    if let failure = error as? Failure {
      let message = failure.message[language]
      return message.isEmpty ? .told(failure.exitCode) : .sentence(message, failure.exitCode)
    }
    if let error = error as? MonitoringError {
      return switch error {
      case .data(let message): .sentence(message[language], .dataError)
      case .findings(let findings): .findings(findings)
      }
    }
    if error is CancellationError { return .sentence(Interruption.sentence[language], .interrupted) }
    if let message = knownMessage(of: error) { return .sentence(message[language], .dataError) }
    if exitCode(for: error) == .validationFailure {
      let arguments = Array(CommandLine.arguments.dropFirst())
      return .sentence(
        WrongUse(fullMessage(for: error), arguments: arguments, language: language).text, .validationFailure)
    }
    // The fixed page: the kind of error helps us, its contents could hold a personal value.
    let kind = String(reflecting: type(of: error))
    return .sentence(
      LocalizedText(
        nl:
          "Er ging iets mis dat wij niet voorzagen (\(kind)). Er is niets gewijzigd. Meld dit bij de makers van Zicht.",
        en: "Something went wrong that we did not foresee (\(kind)). Nothing was changed. Please report this to the "
          + "makers of Zicht.")[language], .ours)
  }
}
