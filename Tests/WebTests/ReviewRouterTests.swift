import HTTPTypes
import Hummingbird
import NIOCore
import ReviewPages
import Synchronization
import Testing

@testable import Web

/// The pages of a review, without a socket.
@Suite struct ReviewRouterTests {
  /// Answers as the program with the key would, and remembers what it was asked.
  private final class Desk: Sendable {
    let asked = Mutex<[ReviewQuestion]>([])

    func answer(_ question: ReviewQuestion) -> ReviewReply {
      asked.withLock { $0.append(question) }
      switch question {
      case .pair: return .pair(Self.pair, last: LastAnswer(sentence: "Uw antwoord: zelfde."))
      case .answer(let number, _): return number == 7 ? .done : .unknownPair
      case .standing: return .standing(ReviewStanding(rows: [.init("Paren", "12")], readers: [.init("A <b>", "12")]))
      case .takeBack: return .failed("Er is niets om ongedaan te maken.")
      case .announce, .locked, .refused, .end: return .done
      }
    }

    static let pair = ShownPair(
      number: 7,
      rows: [
        .init(label: "Achternaam", left: "<Zoek>&\"woord'", right: "Anders", comparison: .different),
        .init(label: "Telefoon", left: "0612345678", right: "", comparison: .oneMissing),
      ], evidence: [.init(field: "Achternaam", finding: "verschillend", strength: "spreekt sterk tegen", bits: -99)],
      opinions: [], answered: 1, waiting: nil)
  }

  private let desk = Desk()
  private let clock = Clock()
  private let gate: ReviewGate
  private let client: RouterClient

  private final class Clock: Sendable {
    let seconds = Mutex(0.0)
  }

  init() {
    let sitting = ReviewSitting(language: .nl, title: "Proef", task: "Eerste oordeel", minutes: 15)
    gate = ReviewGate(seconds: 900) { [clock] in clock.seconds.withLock { $0 } }
    client = RouterClient(
      reviewRouter(sitting, gate, address: { "http://localhost" }) { [desk] in desk.answer($0) })
  }

  private func post(
    _ path: String, _ body: String, cookie: String?, _ headers: HTTPFields = [:]
  ) async throws -> RouterClient.Answer {
    var all = headers
    if all[.contentType] == nil { all[.contentType] = "application/x-www-form-urlencoded" }
    if let cookie { all[.cookie] = cookie }
    return try await client.call(path, method: .post, headers: all, body: body)
  }

  /// Goes in, and gives the cookie and the token.
  private func entered() async throws -> (cookie: String, token: String) {
    let word = await gate.word
    #expect(try await client.call("/ingang/\(word)").body.contains("Beginnen"))
    let answer = try await post("/ingang", "word=\(word)", cookie: nil)
    #expect(answer.status == .seeOther && answer.headers[.location] == "/")
    let line = try #require(answer.headers[.setCookie])
    #expect(line.contains("HttpOnly") && line.contains("SameSite=Strict"))
    let cookie = String(line.prefix { $0 != ";" })
    let page = try await client.call("/", headers: [.cookie: cookie])
    #expect(page.status == .ok)
    let token = try #require(page.body.firstMatch(of: /name="token" value="([0-9a-f]{64})"/)).1
    return (cookie, String(token))
  }

  @Test func `shows a pair to who was let in, whole without a script, and no value as markup or in a title`()
    async throws
  {
    let (cookie, token) = try await entered()
    let page = try await client.call("/", headers: [.cookie: cookie])
    #expect(page.headers[.cacheControl] == "no-store")
    let refresh = try #require(HTTPField.Name("Refresh"))
    #expect(page.headers[refresh] == "902")
    #expect(page.body.contains("&lt;Zoek&gt;&amp;&quot;woord&#39;") && !page.body.contains("<Zoek>"))
    #expect(page.body.contains("<title>Beoordelen – Zicht</title>"))
    for answer in PairAnswer.allCases { #expect(page.body.contains("name=\"answer\" value=\"\(answer.rawValue)\"")) }
    #expect(page.body.contains("verschilt") && page.body.contains("maar bij één") && page.body.contains("niet bekend"))
    let stand = try await client.call("/stand", headers: [.cookie: cookie])
    #expect(stand.body.contains("A &lt;b&gt;"))
    let done = try await post("/antwoord", "token=\(token)&number=7&answer=same", cookie: cookie)
    #expect(done.status == .seeOther && done.headers[.location] == "/")
    #expect(desk.asked.withLock { $0.last } == .answer(number: 7, .same))
    let ended = try await post("/einde", "token=\(token)", cookie: cookie)
    #expect(ended.body.contains("Afgesloten") && desk.asked.withLock { $0.last } == .end)
  }

  @Test func `shows nothing to anybody else`() async throws {
    let word = await gate.word
    let (cookie, token) = try await entered()
    let half = String(cookie.dropLast()) + (cookie.hasSuffix("0") ? "1" : "0")
    for other in [nil, "zicht-review=", half, "ander=\(token)", "\(cookie); \(cookie)"] {
      let headers: HTTPFields = other.map { [.cookie: $0] } ?? [:]
      for path in ["/", "/stand", "/antwoord", "/niets"] {
        let answer = try await client.call(path, headers: headers)
        #expect(answer.status == .unauthorized && answer.body.contains("niet voor u open"), "\(path)")
        #expect(!answer.body.contains("Zoek"))
      }
      #expect(try await post("/antwoord", "token=\(token)&number=7&answer=same", cookie: other).status == .unauthorized)
    }
    // The word lets in once.
    #expect(try await client.call("/ingang/\(word)").status == .unauthorized)
    #expect(try await post("/ingang", "word=\(word)", cookie: nil).status == .unauthorized)
    #expect(try await post("/ingang", "word=", cookie: nil).status == .unauthorized)
    #expect(!desk.asked.withLock { $0 }.contains { if case .answer = $0 { true } else { false } })
  }

  @Test func `takes no answer that does not come from its own page`() async throws {
    let (cookie, token) = try await entered()
    let good = "token=\(token)&number=7&answer=same"
    func status(_ body: String, _ headers: HTTPFields = [:]) async throws -> HTTPResponse.Status {
      try await post("/antwoord", body, cookie: cookie, headers).status
    }
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    #expect(try await status("number=7&answer=same") == .forbidden)
    #expect(try await status("token=\(token.reversed().map(String.init).joined())&number=7&answer=same") == .forbidden)
    for origin in ["http://evil.example", "null", "https://localhost", "http://localhost:1"] {
      #expect(try await status(good, [.origin: origin]) == .forbidden, "\(origin)")
    }
    #expect(try await status(good, [site: "cross-site"]) == .forbidden)
    #expect(try await status(good, [.contentType: "text/plain"]) == .badRequest)
    for bad in [
      "x", "token=%GG", "token=%", "\(good)&number=8", good.replacing("same", with: "misschien"),
      "token=\(token)&number=zeven&answer=same", "a=%ff",
    ] {
      let answer = try await status(bad)
      #expect(answer == .badRequest, "\(bad): \(answer)")
    }
    #expect(try await status(good + "&x=" + String(repeating: "y", count: 5_000)) == .contentTooLarge)
    #expect(try await status(good.replacing("number=7", with: "number=8")) == .conflict)
    #expect(try await client.call("/niets", headers: [.cookie: cookie]).status == .notFound)
    #expect(try await post("/ongedaan", "token=\(token)", cookie: cookie).body.contains("niets om ongedaan te maken"))
    #expect(try await status(good, [.origin: "http://localhost", site: "same-origin"]) == .seeOther)
  }

  @Test func `is locked after a time without use, once told, and opens with a new word`() async throws {
    let (cookie, token) = try await entered()
    clock.seconds.withLock { $0 = 899 }
    #expect(try await client.call("/", headers: [.cookie: cookie]).status == .ok)
    clock.seconds.withLock { $0 = 899 + 901 }
    for _ in 0..<2 {
      let late = try await client.call("/", headers: [.cookie: cookie])
      #expect(late.status == .unauthorized && late.body.contains("op slot") && !late.body.contains("Zoek"))
    }
    #expect(try await post("/antwoord", "token=\(token)&number=7&answer=same", cookie: cookie).status == .unauthorized)
    let locked = desk.asked.withLock { $0.compactMap { if case .locked(let address) = $0 { address } else { nil } } }
    #expect(locked == ["http://localhost/ingang/\(await gate.word)"])
    #expect(try await entered().cookie != cookie)
  }
}
