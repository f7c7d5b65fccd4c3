import HTTPTypes
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ReviewPages

/// Asks the program that has the key.
public typealias ReviewAsking = @Sendable (ReviewQuestion) async -> ReviewReply

/// The router of a sitting: a page with a pair, forms that answer it, and nothing to anybody who was not let in. Tests call it
/// without a socket. Nothing of a question or an answer is logged.
///
/// - Parameter address: Under which the pages are reached, without a slash behind it.
func reviewRouter(
  _ sitting: ReviewSitting, _ gate: ReviewGate, address: @escaping @Sendable () -> String, ask: @escaping ReviewAsking
) -> Router<BasicRequestContext> {
  let router = Router()
  router.add(middleware: ReviewResponder(sitting: sitting, gate: gate, address: address, ask: ask))
  return router
}

struct ReviewResponder: RouterMiddleware {
  typealias Context = BasicRequestContext
  let sitting: ReviewSitting
  let gate: ReviewGate
  let address: @Sendable () -> String
  let ask: ReviewAsking
  private var html: ReviewHTML { ReviewHTML(sitting) }

  /// Of the cookie of a sitting.
  static let cookieName = "zicht-review"
  /// Bytes of a form: two words and an answer take some two hundred.
  static let longestForm = 2_048

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    switch (request.method, ReviewHTML.Place(rawValue: path)) {
    case (.get, .style): return file(ReviewAssets.style, "text/css; charset=utf-8")
    case (.get, .keys): return file(ReviewAssets.keys, "text/javascript; charset=utf-8")
    case (.get, .icon): return file(ReviewAssets.icon, "image/svg+xml")
    case (.post, .entrance): return await enter(request)
    case (.get, _) where path.hasPrefix(ReviewHTML.Place.entrance.rawValue + "/"):
      let word = String(path.dropFirst(ReviewHTML.Place.entrance.rawValue.count + 1))
      return await gate.isEntrance(word) ? page(html.entrance(word: word)) : refused(.stranger)
    default: break
    }
    switch await gate.visitor(with: cookie(named: Self.cookieName, in: request.headers[.cookie])) {
    case .stranger: return refused(.stranger)
    case .locked(let isNew):
      if isNew { _ = await ask(.locked(address: entranceAddress(await gate.word))) }
      return refused(.locked)
    case .inside(let token): return await inside(request, token)
    }
  }

  func entranceAddress(_ word: String) -> String { address() + ReviewHTML.Place.entrance.rawValue + "/" + word }

  // MARK: Inside

  private func inside(_ request: Request, _ token: String) async -> Response {
    switch (request.method, ReviewHTML.Place(rawValue: request.uri.path)) {
    case (.get, .pair): return told(await ask(.pair), token)
    case (.get, .standing): return told(await ask(.standing), token)
    case (.post, .some(let place)):
      switch await form(of: request) {
      case .failure(let refusal): return refused(refusal.refusal)
      case .success(let fields):
        guard let given = fields["token"], ReviewGate.isEqual(given, token) else { return refused(.forged) }
        return await changed(place, fields, token)
      }
    default: return refused(.notFound)
    }
  }

  private func changed(_ place: ReviewHTML.Place, _ fields: FormFields, _ token: String) async -> Response {
    switch place {
    case .answer:
      guard let number = fields["number"].flatMap({ Int($0) }), let answer = fields["answer"].flatMap(PairAnswer.init)
      else { return refused(.malformed) }
      return told(await ask(.answer(number: number, answer)), token)
    case .takeBack: return told(await ask(.takeBack), token)
    case .end:
      _ = await ask(.end)
      return page(html.closed(), [.setCookie: Self.cookieLine("", "; Max-Age=0")])
    case .pair, .standing, .entrance, .style, .keys, .icon: return refused(.notFound)
    }
  }

  private func told(_ reply: ReviewReply, _ token: String) -> Response {
    switch reply {
    case .pair(let pair, let last): page(html.pair(pair, last: last, token: token), lock)
    case .nothingLeft(let sentence, let last):
      page(html.nothingLeft(sentence, last: last, token: token), lock)
    case .standing(let standing): page(html.standing(standing, token: token), lock)
    case .done: Response(status: .seeOther, headers: [.location: ReviewHTML.Place.pair.rawValue])
    case .unknownPair: refused(.unknownPair)
    case .failed(let sentence): refused(.failed, sentence: sentence.isEmpty ? nil : sentence)
    }
  }

  /// After the time without use a browser asks again and gets the page that says so: what is personal does not stay on the
  /// screen, also without a script.
  private var lock: HTTPFields {
    guard let refresh = HTTPField.Name("Refresh") else { return [:] }
    return [refresh: String(60 * sitting.minutes + 2)]
  }

  // MARK: Entrance

  private func enter(_ request: Request) async -> Response {
    switch await form(of: request) {
    case .failure(let refusal): return refused(refusal.refusal)
    case .success(let fields):
      guard let word = fields["word"], let cookie = await gate.enter(with: word) else { return refused(.stranger) }
      return Response(
        status: .seeOther,
        headers: [.location: ReviewHTML.Place.pair.rawValue, .setCookie: Self.cookieLine(cookie, "")])
    }
  }

  /// Goes with requests from these pages only, and no script reads it.
  private static func cookieLine(_ value: String, _ rest: String) -> String {
    "\(cookieName)=\(value); Path=/; HttpOnly; SameSite=Strict\(rest)"
  }

  private struct NoForm: Error { var refusal: ReviewRefusal }

  /// The fields of a form that one of these pages sent.
  private func form(of request: Request) async -> Result<FormFields, NoForm> {
    let origin = request.headers[.origin]
    let isOwn = origin == nil || origin == "http://\(request.head.authority ?? "")"
    let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
    guard isOwn, site == nil || site == "same-origin" || site == "none" else {
      return .failure(NoForm(refusal: .forged))
    }
    guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false else {
      return .failure(NoForm(refusal: .malformed))
    }
    guard let body = try? await request.body.collect(upTo: Self.longestForm) else {
      return .failure(NoForm(refusal: .tooMuch))
    }
    guard let fields = FormFields(body.readableBytesView) else { return .failure(NoForm(refusal: .malformed)) }
    return .success(fields)
  }

  // MARK: Answers

  private func refused(_ refusal: ReviewRefusal, sentence: String? = nil) -> Response {
    page(html.refusal(refusal, sentence: sentence), status: refusal.status)
  }

  private func page(_ text: String, _ extra: HTTPFields = [:], status: HTTPResponse.Status = .ok) -> Response {
    var headers = extra
    (headers[.contentType], headers[.cacheControl]) = ("text/html; charset=utf-8", "no-store")
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private func file(_ text: String, _ type: String) -> Response {
    Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension ReviewRefusal {
  /// The code of RFC 9110.
  var status: HTTPResponse.Status {
    switch self {
    case .stranger, .locked: .unauthorized
    case .forged: .forbidden
    case .malformed: .badRequest
    case .tooMuch: .contentTooLarge
    case .unknownPair, .failed: .conflict
    case .notFound: .notFound
    case .otherName: .misdirectedRequest
    }
  }
}

extension Refusal {
  /// The same refusal on the pages of a sitting.
  var ofReview: ReviewRefusal {
    switch self {
    case .malformed, .withoutOneHost: .malformed
    case .otherHost: .otherName
    case .tooLong, .withContent: .tooMuch
    }
  }
}
