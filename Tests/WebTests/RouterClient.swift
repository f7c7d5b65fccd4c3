import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

/// Calls a router without a socket.
struct RouterClient: Sendable {
  private let responder: any HTTPResponder<BasicRequestContext>

  init(_ router: Router<BasicRequestContext>) { responder = router.buildResponder() }

  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: String
  }

  func call(_ path: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:], body: String = "")
    async throws -> Answer
  {
    let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test"))
    let response = try await responder.respond(to: request, context: BasicRequestContext(source: source))
    let collector = Collector()
    try await response.body.write(CollectingWriter(collector: collector))
    return Answer(status: response.status, headers: response.headers, body: String(buffer: await collector.buffer))
  }
}

private actor Collector {
  var buffer = ByteBuffer()
  func append(_ part: ByteBuffer) { buffer.writeImmutableBuffer(part) }
}

private struct CollectingWriter: ResponseBodyWriter {
  let collector: Collector
  mutating func write(_ buffer: ByteBuffer) async throws { await collector.append(buffer) }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
