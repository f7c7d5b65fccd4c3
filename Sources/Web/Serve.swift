public import Hummingbird
import HummingbirdCore
public import Logging

/// Why an edition cannot be served.
public enum ServeError: Error, Equatable, Sendable {
  /// There is no built edition in the folder.
  case noEdition(folder: String)
}

/// The server of a built edition: on the loopback interface unless another host is named. TLS is for a proxy before it.
///
/// - Parameters:
///   - port: 0 for a free one.
///   - knownHosts: Names beside the host and those of the loopback interface under which it answers.
///   - onRunning: called once with the port on which the server listens.
/// - Throws: `ServeError.noEdition`.
public func editionServer(
  folder: String, host: String = "127.0.0.1", port: Int, knownHosts: [String] = [], logger: Logger,
  onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) throws(ServeError) -> some ApplicationProtocol {
  try editionServer(
    folder: folder, host: host, port: port, knownHosts: knownHosts, limits: ServerLimits(), logger: logger,
    onRunning: onRunning)
}

func editionServer(
  folder: String, host: String, port: Int, knownHosts: [String], limits: ServerLimits, logger: Logger,
  onRunning: @escaping @Sendable (_ port: Int) async -> Void
) throws(ServeError) -> some ApplicationProtocol {
  guard let router = editionRouter(folder: folder) else { throw .noEdition(folder: folder) }
  let known = KnownHosts(listeningOn: host, further: knownHosts)
  return Application(
    router: router,
    server: HTTPServerBuilder { GuardedChannel(responder: $0, known: known, limits: limits) },
    configuration: ApplicationConfiguration(
      address: .hostname(host, port: port), serverName: nil,
      availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
    onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
    logger: logger)
}

/// Serves a built edition until the program is asked to stop.
///
/// - Throws: `ServeError.noEdition`; what the system says when the port cannot be taken.
public func serve(
  folder: String, host: String = "127.0.0.1", port: Int, knownHosts: [String] = [], logger: Logger,
  onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) async throws {
  try await editionServer(
    folder: folder, host: host, port: port, knownHosts: knownHosts, logger: logger, onRunning: onRunning
  ).runService()
}
