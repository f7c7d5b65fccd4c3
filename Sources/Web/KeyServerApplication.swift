import HTTPTypes
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore

/// What a key server answers to a question.
public enum KeyServerAnswer: Equatable, Sendable {
  case evaluated([UInt8])
  /// Nobody has this word.
  case unknownPartner
  /// The partner asked as much as it may today.
  case exhausted
  /// No whole number of elements, too many, or no elements of the group.
  case malformed
}

/// Answers a question of a partner, known by a word that it shares with the server.
public typealias KeyServerDesk = @Sendable (_ word: String, _ question: [UInt8]) async -> KeyServerAnswer

/// Bytes of a question: 512 elements of 32 bytes.
public let longestKeyServerQuestion = 512 * 32

/// The router of a key server: `POST /evaluate` with the word in `Authorization: Bearer`, and nothing else. Tests call it
/// without a socket. Nothing of a question or an answer is logged.
public func keyServerRouter(_ desk: @escaping KeyServerDesk) -> Router<BasicRequestContext> {
  let router = Router()
  router.add(middleware: KeyServerResponder(desk: desk))
  return router
}

private struct KeyServerResponder: RouterMiddleware {
  typealias Context = BasicRequestContext
  let desk: KeyServerDesk

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path == "/evaluate" else { return Response(status: .notFound) }
    guard request.method == .post else { return Response(status: .methodNotAllowed, headers: [.allow: "POST"]) }
    let words = (request.headers[.authorization] ?? "").split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "bearer" else { return Response(status: .unauthorized) }
    guard let question = try? await request.body.collect(upTo: longestKeyServerQuestion) else {
      return Response(status: .contentTooLarge)
    }
    switch await desk(String(words[1]), Array(question.readableBytesView)) {
    case .evaluated(let bytes):
      let headers: HTTPFields = [
        .contentType: "application/octet-stream", .contentLength: String(bytes.count), .cacheControl: "no-store",
      ]
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    case .unknownPartner: return Response(status: .forbidden)
    case .exhausted: return Response(status: .tooManyRequests)
    case .malformed: return Response(status: .badRequest)
    }
  }
}

/// Serves a key server until the program is asked to stop: on the loopback interface unless another host is named. TLS is
/// for a proxy before it.
///
/// - Parameters:
///   - port: 0 for a free one.
///   - knownHosts: Names beside the host and those of the loopback interface under which it answers.
///   - onRunning: called once with the port on which the server listens.
public func serveKeys(
  host: String = "127.0.0.1", port: Int, knownHosts: [String] = [], logger: Logger, desk: @escaping KeyServerDesk,
  onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) async throws {
  var limits = ServerLimits()
  limits.content = longestKeyServerQuestion
  let (known, ours) = (KnownHosts(listeningOn: host, further: knownHosts), limits)
  try await Application(
    router: keyServerRouter(desk),
    server: HTTPServerBuilder { GuardedChannel(responder: $0, known: known, limits: ours) },
    configuration: ApplicationConfiguration(
      address: .hostname(host, port: port), serverName: nil,
      availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
    onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
    logger: logger
  ).runService()
}
