import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ReviewPages
import Synchronization

/// The server of a sitting: on the loopback interface, and nowhere else. Where the pages are is announced by `ask`.
///
/// - Parameters:
///   - port: 0 for a free one.
///   - now: Seconds of a clock that nobody sets back.
func reviewServer(
  _ sitting: ReviewSitting, port: Int, logger: Logger, now: @escaping @Sendable () -> Double,
  ask: @escaping ReviewAsking
) -> some ApplicationProtocol {
  let host = "127.0.0.1"
  var limits = ServerLimits()
  limits.content = ReviewResponder.longestForm
  let (known, ours, html) = (KnownHosts(listeningOn: host), limits, ReviewHTML(sitting))
  let manners = ServerManners(fields: SecurityHeaders.ofReview) { html.refusal($0.ofReview) }
  let gate = ReviewGate(seconds: Double(60 * sitting.minutes), now: now)
  let taken = TakenPort(port)
  let address: @Sendable () -> String = { "http://\(host):\(taken.port)" }
  let responder = ReviewResponder(sitting: sitting, gate: gate, address: address, ask: ask)
  return Application(
    router: reviewRouter(sitting, gate, address: address, ask: ask),
    server: HTTPServerBuilder { GuardedChannel(responder: $0, known: known, limits: ours, manners: manners) },
    configuration: ApplicationConfiguration(
      address: .hostname(host, port: port), serverName: nil,
      availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
    onServerRunning: { channel in
      taken.port = channel.localAddress?.port ?? port
      _ = await ask(.announce(address: responder.entranceAddress(await gate.word)))
    },
    logger: logger)
}

/// The port on which a server listens, known when it runs.
private final class TakenPort: Sendable {
  private let number: Mutex<Int>

  init(_ port: Int) { number = Mutex(port) }

  var port: Int {
    get { number.withLock { $0 } }
    set { number.withLock { $0 = newValue } }
  }
}

/// Serves a sitting until the program is asked to stop.
///
/// - Throws: What the system says when the port cannot be taken.
public func serveReview(
  _ sitting: ReviewSitting, port: Int, logger: Logger, now: @escaping @Sendable () -> Double,
  ask: @escaping ReviewAsking
) async throws {
  try await reviewServer(sitting, port: port, logger: logger, now: now, ask: ask).runService()
}
