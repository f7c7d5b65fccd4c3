/// The names under which this server answers: a page elsewhere whose name comes to point here (DNS rebinding) has
/// another one.
struct KnownHosts: Equatable, Sendable {
  /// In small letters, without a port.
  let names: Set<String>

  static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  /// - Parameters:
  ///   - address: On which the server listens. An address that stands for all of them is no name.
  ///   - further: Names by which others know this server, such as that of a proxy before it.
  init(listeningOn address: String, further: [String] = []) {
    let given = ([address] + further).map { $0.lowercased() }.filter { !["0.0.0.0", "::", "[::]", ""].contains($0) }
    names = Self.loopback.union(given.map { $0.contains(":") && !$0.hasPrefix("[") ? "[\($0)]" : $0 })
  }

  /// Whether the value of a Host header is one of the names, with or without a port. Any port will do: that of a
  /// tunnel or a proxy is not the server's own.
  func contains(_ host: String) -> Bool {
    guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return names.contains(host.lowercased()) }
    let port = host[host.index(after: colon)...]
    let isPort = (1...5).contains(port.utf8.count) && port.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPort && names.contains(host[..<colon].lowercased())
  }
}
