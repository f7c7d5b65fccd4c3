import Foundation
import Model

/// The passphrase of a wrapped key: from the environment, else typed at the terminal without being shown.
enum Passphrase {
  /// Nil when there is no terminal to ask at.
  static func asked(for place: String) -> String? {
    typed(
      LocalizedText(nl: "Wachtzin van de sleutel in \(place): ", en: "Passphrase of the key in \(place): "))
  }

  /// A new passphrase, typed twice.
  static func chosen() throws -> String {
    let question = LocalizedText(nl: "Nieuwe wachtzin: ", en: "New passphrase: ")
    guard let first = typed(question) else {
      throw Failure.data(
        nl: "Er is geen terminal om een wachtzin te vragen. Geef hem in ZICHT_KEY_PASSPHRASE.",
        en: "There is no terminal to ask for a passphrase. Give it in ZICHT_KEY_PASSPHRASE.")
    }
    let again = LocalizedText(nl: "Nog eens: ", en: "Once more: ")
    guard typed(again) == first else {
      throw Failure.data(
        nl: "De twee wachtzinnen verschillen; er is niets gewijzigd.",
        en: "The two passphrases differ; nothing changed.")
    }
    return first
  }

  private static func typed(_ question: LocalizedText) -> String? {
    if let given = ProcessInfo.processInfo.environment["ZICHT_KEY_PASSPHRASE"] { return given }
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
      Shell.complain("")
    }
    try? FileHandle.standardError.write(contentsOf: Data(question[Shell.language].utf8))
    return readLine()
  }
}
