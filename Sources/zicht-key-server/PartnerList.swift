import Cryptography
import Foundation

/// Who may ask the key server, and how much a day: lines of `NAME SHA-256-OF-THE-WORD QUESTIONS-A-DAY`.
struct PartnerList: Equatable, Sendable {
  struct Partner: Equatable, Sendable {
    var name: String
    /// Of the word by which the partner is known, in hexadecimal. The word itself is with the partner only.
    var digest: String
    var daily: Int
  }

  private(set) var partners: [Partner] = []

  /// Nil for what is no such list, or names a partner twice.
  init?(text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, words[1].utf8.count == 64, let daily = Int(words[2]), daily >= 0,
        !partners.contains(where: { $0.name == words[0] })
      else { return nil }
      partners.append(Partner(name: words[0], digest: words[1], daily: daily))
    }
  }

  /// Who has this word. The digest of it is compared, so that nothing of the list is learned from how long it takes.
  func partner(with word: String) -> Partner? {
    let digest = SHA256.digest(of: Array(word.utf8)).hex
    return partners.first { $0.digest == digest }
  }

  /// A new partner, and the word that it gets: 64 hexadecimal digits, to be told once.
  static func newPartner(_ name: String, daily: Int) -> (partner: Partner, word: String) {
    var generator = SystemRandomNumberGenerator()
    let word = hexadecimal((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    return (Partner(name: name, digest: SHA256.digest(of: Array(word.utf8)).hex, daily: daily), word)
  }
}

extension PartnerList.Partner {
  var line: String { "\(name) \(digest) \(daily)" }
}
