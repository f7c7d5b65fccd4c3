import Foundation
import Model
import Monitoring
import ReviewPages

/// A sitting on pages: starts the program that has the socket and answers what it asks. This program has the key; that one
/// has nothing but what is on the page.
struct ReviewServer {
  private let desk: ReviewDesk
  private let port: Int
  private let sitting: ReviewSitting
  private let language: Language

  init(_ desk: ReviewDesk, port: Int, minutes: Int, task: LocalizedText, of opened: OpenedMonitor, language: Language) {
    (self.desk, self.port, self.language) = (desk, port, language)
    sitting = ReviewSitting(
      language: language == .nl ? .nl : .en, title: opened.monitor.title[language], task: task[language],
      minutes: minutes)
  }

  func run() throws {
    let process = Process()
    let (questions, answers) = (Pipe(), Pipe())
    process.executableURL = try Self.program()
    process.arguments = [
      "--port", String(port), "--sitting", String(decoding: try JSONEncoder().encode(sitting), as: UTF8.self),
    ]
    process.standardInput = answers
    process.standardOutput = questions
    try process.run()
    defer {
      try? answers.fileHandleForWriting.close()
      process.waitUntilExit()
    }
    var rest = Data()
    while let line = Self.line(from: questions.fileHandleForReading, &rest) {
      let question = try JSONDecoder().decode(ReviewQuestion.self, from: line)
      if case .refused = question { throw refused }
      let reply = answer(to: question)
      try answers.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(reply) + Data([0x0A]))
      if case .end = question { return }
    }
  }

  /// What one cannot do is told on the page, in the sentence for it; the pages go on.
  private func answer(to question: ReviewQuestion) -> ReviewReply {
    do {
      switch question {
      case .pair: return try desk.pair()
      case .answer(let number, let answer): return try desk.answer(number, answer)
      case .takeBack: return try desk.takeBack()
      case .standing: return .standing(try desk.standing().standing(in: language))
      case .announce(let address):
        say(
          nl: "De bladzijden staan op \(address) ; stop met Ctrl-C.",
          en: "The pages are at \(address) ; stop with Ctrl-C.")
      case .locked(let address):
        say(
          nl: "De bladzijden zijn vergrendeld omdat ze een tijd niet zijn gebruikt. Ga verder op \(address)",
          en: "The pages are locked because nobody used them for a while. Go on at \(address)")
      case .end: say(nl: "De bladzijden zijn gesloten.", en: "The pages are closed.")
      case .refused: break
      }
      return .done
    } catch {
      return .failed(Zicht.answer(to: error).message ?? "")
    }
  }

  private func say(nl: String, en: String) { Shell.say(LocalizedText(nl: nl, en: en)[language]) }

  private var refused: Failure {
    .data(
      nl: "Op poort \(port) kan niet worden geluisterd; die is al in gebruik of niet toegestaan. Kies een andere met "
        + "--port.",
      en: "Listening on port \(port) is not possible; it is in use or not allowed. Choose another with --port.")
  }

  /// The next line; nil when the other program is gone.
  private static func line(from handle: FileHandle, _ rest: inout Data) -> Data? {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = rest[rest.startIndex..<end]
        rest = Data(rest[rest.index(after: end)...])
        return Data(line)
      }
      let more = handle.availableData
      guard !more.isEmpty else { return nil }
      rest += more
    }
  }

  private static func program() throws -> URL {
    let place = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "zicht-review")
    guard let place, FileManager.default.isExecutableFile(atPath: place.path) else {
      throw Failure.data(
        nl:
          "Het programma zicht-review ontbreekt; het hoort naast zicht te staan. Maak het met: swift build -c release "
          + "--product zicht-review",
        en: "The program zicht-review is missing; it belongs beside zicht. Make it with: swift build -c release "
          + "--product zicht-review")
    }
    return place
  }
}
