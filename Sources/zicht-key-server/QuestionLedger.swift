import Foundation

/// How much each partner asked on each day: lines of `DAY NAME COUNT`. Never what was asked.
///
/// It is on the disk before a question is answered, so that a server that is started anew does not begin to count anew.
struct QuestionLedger: Sendable {
  private let file: URL
  private var counts: [String: Int] = [:]

  /// - Throws: When the file is there and cannot be read.
  init(_ file: URL) throws {
    self.file = file
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count == 3, let count = Int(words[2]) else { throw LedgerDamaged() }
      counts[words[0] + " " + words[1]] = count
    }
  }

  struct LedgerDamaged: Error {}

  func count(of partner: String, on day: String) -> Int { counts["\(day) \(partner)"] ?? 0 }

  /// - Throws: When it cannot be written; then nothing is counted and nothing may be answered.
  mutating func add(_ count: Int, of partner: String, on day: String) throws {
    var next = counts
    next["\(day) \(partner)", default: 0] += count
    let lines = next.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
    try Data(lines.joined().utf8).write(to: file, options: .atomic)
    counts = next
  }
}
