import ReviewPages

/// Lets one reader in, once, and shuts when nobody was there for a while.
///
/// The word of the entrance is told in the terminal. Who gives it back gets a cookie for the sitting and a token for its forms;
/// the word is then used up. All three are 256 bits that nobody has seen. After some minutes without use the sitting is over
/// and there is a new word.
actor ReviewGate {
  private(set) var word: String
  private var sitting: (cookie: String, token: String, lastUse: Double)?
  /// Of the sitting that was locked, so that its reader is told why.
  private var lockedCookie: String?
  private let seconds: Double
  private let now: @Sendable () -> Double

  /// - Parameters:
  ///   - seconds: After how long without use the sitting is over.
  ///   - now: Seconds of a clock that nobody sets back.
  init(seconds: Double, now: @escaping @Sendable () -> Double) {
    (self.seconds, self.now) = (seconds, now)
    word = Self.secret()
  }

  enum Visitor: Equatable, Sendable {
    case inside(token: String)
    case stranger
    /// Of a sitting that is over; the first who comes late brings about the new word.
    case locked(isNew: Bool)
  }

  /// Who comes with this cookie.
  func visitor(with cookie: String?) -> Visitor {
    guard let cookie else { return .stranger }
    if let lockedCookie, Self.isEqual(cookie, lockedCookie) { return .locked(isNew: false) }
    guard let sitting, Self.isEqual(cookie, sitting.cookie) else { return .stranger }
    guard now() - sitting.lastUse < seconds else {
      (lockedCookie, self.sitting, word) = (sitting.cookie, nil, Self.secret())
      return .locked(isNew: true)
    }
    self.sitting?.lastUse = now()
    return .inside(token: sitting.token)
  }

  func isEntrance(_ given: String) -> Bool { sitting == nil && Self.isEqual(given, word) }

  /// The cookie of a new sitting; nil where the word is not the one, or was used.
  func enter(with given: String) -> String? {
    guard isEntrance(given) else { return nil }
    let cookie = Self.secret()
    (sitting, lockedCookie, word) = ((cookie, Self.secret(), now()), nil, Self.secret())
    return cookie
  }

  /// Takes as long for a wrong word as for one that is nearly right.
  static func isEqual(_ given: String, _ known: String) -> Bool {
    let (a, b) = (Array(given.utf8), Array(known.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let number = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - number.count) + number
    }.joined()
  }
}
