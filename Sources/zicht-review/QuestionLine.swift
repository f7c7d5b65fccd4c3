import Foundation
import ReviewPages

/// The line to the program that has the key: a question out, an answer back, one at a time.
actor QuestionLine {
  private var rest = Data()

  /// Asks, and waits for the answer. When the other program is gone, so is this one: it has nothing to show.
  func answer(to question: ReviewQuestion) async -> ReviewReply {
    guard let line = try? JSONEncoder().encode(question) + Data([0x0A]),
      (try? FileHandle.standardOutput.write(contentsOf: line)) != nil, let reply = readLine(),
      let answer = try? JSONDecoder().decode(ReviewReply.self, from: reply)
    else { exit(0) }
    // The last page is still to be sent.
    if case .end = question { DispatchQueue.global().asyncAfter(deadline: .now() + 0.5) { exit(0) } }
    return answer
  }

  private func readLine() -> Data? {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = Data(rest[rest.startIndex..<end])
        rest = Data(rest[rest.index(after: end)...])
        return line
      }
      let more = FileHandle.standardInput.availableData
      guard !more.isEmpty else { return nil }
      rest += more
    }
  }
}
