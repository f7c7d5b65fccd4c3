/// Why a request is not looked at any further. The connection closes behind the answer.
enum Refusal: Equatable, Sendable, CaseIterable {
  /// Not HTTP, or not as a browser asks a server for a page.
  case malformed
  /// Without the name of the server, or with two.
  case withoutOneHost
  /// Meant for a server of another name.
  case otherHost
  /// Longer than any browser's.
  case tooLong
  /// With something to take in; an edition takes nothing in.
  case withContent

  /// The code of RFC 9110, and for too long headers of RFC 6585.
  var status: Int {
    switch self {
    case .malformed, .withoutOneHost: 400
    case .otherHost: 421
    case .tooLong: 431
    case .withContent: 413
    }
  }

  var page: String {
    switch self {
    case .malformed, .withoutOneHost, .tooLong: MessagePage.malformed
    case .otherHost: MessagePage.otherHost
    case .withContent: MessagePage.notAllowed
    }
  }

  /// Nil when the request may be answered.
  ///
  /// - Parameters:
  ///   - target: As it stands in the request line. One with a name of its own (`http://…`) is for proxies, and would have
  ///     to be weighed against the Host header.
  ///   - hosts: The values of all Host headers.
  static func of(target: String, hosts: [String], hasContent: Bool, known: KnownHosts) -> Refusal? {
    guard target.utf8.first == UInt8(ascii: "/") else { return .malformed }
    guard hosts.count == 1, let host = hosts.first else { return .withoutOneHost }
    guard known.contains(host) else { return .otherHost }
    return hasContent ? .withContent : nil
  }
}
