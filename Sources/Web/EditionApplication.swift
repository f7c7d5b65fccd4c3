import HTTPTypes
public import Hummingbird

/// The router that serves a built edition: its files by GET and HEAD, a page in Dutch for what is not there, and
/// nothing else. Tests call it without a socket.
///
/// - Returns: nil when there is no edition in the folder.
public func editionRouter(folder: String) -> Router<BasicRequestContext>? {
  guard let edition = EditionFolder(folder) else { return nil }
  let router = Router()
  router.add(middleware: EditionResponder(edition: edition))
  return router
}

/// What the server answers to every request, whatever stands below it.
private struct EditionResponder: RouterMiddleware {
  typealias Context = BasicRequestContext
  let edition: EditionFolder

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.method == .get || request.method == .head else {
      return page(MessagePage.notAllowed, status: .methodNotAllowed, [.allow: "GET, HEAD"], request)
    }
    switch edition.answer(to: request.uri.path) {
    case .nothing: return page(MessagePage.notFound, status: .notFound, [:], request)
    case .folder: return Response(status: .movedPermanently, headers: [.location: request.uri.path + "/"])
    case .file(let file): return response(file, request)
    }
  }

  /// The file, or word that the reader's copy is still good. The tag is made of the content, never of a clock.
  private func response(_ file: EditionFolder.File, _ request: Request) -> Response {
    let tag = entityTag(of: file.bytes)
    var headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache"]
    let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
    if known.contains(where: { $0 == tag || $0 == "W/" + tag || $0 == "*" }) {
      return Response(status: .notModified, headers: headers)
    }
    headers[.contentType] = file.mediaType
    return response(file.bytes, status: .ok, headers, request)
  }

  private func page(
    _ text: String, status: HTTPResponse.Status, _ extra: HTTPFields, _ request: Request
  ) -> Response {
    var headers = extra
    headers[.contentType] = "text/html; charset=utf-8"
    return response(Array(text.utf8), status: status, headers, request)
  }

  private func response(
    _ bytes: [UInt8], status: HTTPResponse.Status, _ headers: HTTPFields, _ request: Request
  ) -> Response {
    var headers = headers
    headers[.contentLength] = String(bytes.count)
    let body = request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    return Response(status: status, headers: headers, body: body)
  }
}

/// FNV-1a over 64 bits with the length: tells versions of a file apart; guards nothing.
func entityTag(of bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return "\"\(String(hash, radix: 16))-\(bytes.count)\""
}
