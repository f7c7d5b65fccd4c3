import NIOCore
import NIOHTTP1

/// Stands at the door of a connection, between the bytes and everything else: refuses what is not a plain question to
/// this server, puts the security headers on every answer whoever wrote it, and closes what takes too long.
///
/// Refusals wait their turn: a request that came earlier on the same connection is answered first.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let known: KnownHosts
  private let limits: ServerLimits
  private let manners: ServerManners
  /// Requests that were let through and are not answered yet.
  private var unanswered = 0
  private var refusal: Refusal?
  /// Nothing is read any more, but what belongs to the last request.
  private var isClosing = false
  private var isReadingLast = false
  private var alarm: Scheduled<Void>?

  init(_ known: KnownHosts, _ limits: ServerLimits, _ manners: ServerManners = .edition) {
    self.known = known
    self.limits = limits
    self.manners = manners
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { setAlarm(limits.secondsForRequest, context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    setAlarm(limits.secondsForRequest, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    alarm?.cancel()
    context.fireChannelInactive()
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isReadingLast {
      if case .end = unwrapInboundIn(data) { isReadingLast = false }
      return context.fireChannelRead(data)
    }
    guard !isClosing else { return }
    guard case .head(let head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
    let lengths = head.headers["content-length"]
    let isTooMuch =
      head.headers.contains(name: "transfer-encoding")
      || lengths.contains { (Int($0) ?? .max) > limits.content || $0.hasPrefix("-") }
    if let refusal = Refusal.of(
      target: head.uri, hosts: head.headers["host"], hasContent: isTooMuch, known: known)
    {
      return refuse(refusal, context)
    }
    if !head.isKeepAlive { isClosing = true }
    unanswered += 1
    setAlarm(limits.secondsForAnswer, context)
    context.fireChannelRead(data)
    guard isClosing else { return }
    // Content that was announced still comes; behind it nothing is read.
    if lengths.contains(where: { $0 != "0" }) {
      isReadingLast = true
    } else {
      context.fireChannelRead(wrapInboundOut(.end(nil)))
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else { return context.close(promise: nil) }
    refuse(error == .headerOverflow ? .tooLong : .malformed, context)
  }

  private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
    guard !isClosing else { return }
    isClosing = true
    self.refusal = refusal
    if unanswered == 0 { writeRefusal(context) }
  }

  private func writeRefusal(_ context: ChannelHandlerContext) {
    guard let refusal else { return }
    self.refusal = nil
    let page = ByteBuffer(string: manners.page(refusal))
    var headers: HTTPHeaders = [
      "content-type": "text/html; charset=utf-8", "content-length": String(page.readableBytes), "connection": "close",
    ]
    for field in manners.fields { headers.replaceOrAdd(name: field.name, value: field.value) }
    let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: refusal.status), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(page))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    endConnection(context)
  }

  // MARK: Answers

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      for field in manners.fields { head.headers.replaceOrAdd(name: field.name, value: field.value) }
      if isClosing, refusal == nil, unanswered == 1 { head.headers.replaceOrAdd(name: "connection", value: "close") }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      context.writeAndFlush(data, promise: promise)
      unanswered -= 1
      if unanswered == 0 { answeredAll(context) }
    }
  }

  private func answeredAll(_ context: ChannelHandlerContext) {
    if refusal != nil { return writeRefusal(context) }
    if isClosing { return endConnection(context) }
    setAlarm(limits.secondsForRequest, context)
  }

  // MARK: The end

  /// Says that no more will come, and leaves the other side time to read what did and close: closing at once over bytes
  /// that were not read would take the answer back.
  private func endConnection(_ context: ChannelHandlerContext) {
    context.close(mode: .output, promise: nil)
    setAlarm(limits.secondsForRequest, context)
  }

  private func setAlarm(_ seconds: Int, _ context: ChannelHandlerContext) {
    alarm?.cancel()
    let channel = context.channel
    alarm = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
  }
}
