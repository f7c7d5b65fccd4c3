import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ReviewPages
import Synchronization

/// Serves a sitting on the loopback interface, and nowhere else, until the program is asked to stop. Where the pages are is
/// announced by `ask`.
///
/// - Parameters:
///   - port: 0 for a free one.
///   - now: Seconds of a clock that nobody sets back.
/// - Throws: What the system says when the port cannot be taken.
public func serveReview(
  _ sitting: ReviewSitting, port: Int, logger: Logger, now: @escaping @Sendable () -> Double,
  ask: @escaping ReviewAsking
) async throws {
  let host = "127.0.0.1"
  var limits = ServerLimits()
  limits.content = ReviewResponder.longestForm
  let (known, ours, html) = (KnownHosts(listeningOn: host), limits, ReviewHTML(sitting))
  let manners = ServerManners(fields: SecurityHeaders.ofReview) { html.refusal($0.ofReview) }
  let gate = ReviewGate(seconds: Double(60 * sitting.minutes), now: now)
  let taken = Mutex(port)
  let address: @Sendable () -> String = { "http://\(host):\(taken.withLock { $0 })" }
  let responder = ReviewResponder(sitting: sitting, gate: gate, address: address, ask: ask)
  try await Application(
    router: reviewRouter(sitting, gate, address: address, ask: ask),
    server: HTTPServerBuilder { GuardedChannel(responder: $0, known: known, limits: ours, manners: manners) },
    configuration: ApplicationConfiguration(
      address: .hostname(host, port: port), serverName: nil,
      availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
    onServerRunning: { channel in
      let port = channel.localAddress?.port ?? port
      taken.withLock { $0 = port }
      _ = await ask(.announce(address: responder.entranceAddress(await gate.word)))
    },
    logger: logger
  ).runService()
}
