import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite struct KeyServerRouterTests {
  private func answer(
    _ answer: KeyServerAnswer, path: String = "/evaluate", method: HTTPRequest.Method = .post,
    word: String? = "Bearer woord"
  ) async throws -> RouterClient.Answer {
    let router = keyServerRouter { word, question in
      word == "woord" && question.count <= longestKeyServerQuestion ? answer : .unknownPartner
    }
    return try await RouterClient(router).call(path, method: method, headers: word.map { [.authorization: $0] } ?? [:])
  }

  @Test func `every answer has its code, and values are not kept by anybody on the way`() async throws {
    let good = try await answer(.evaluated(Array("waarden".utf8)))
    #expect(good.status == .ok && good.body == "waarden" && good.headers[.cacheControl] == "no-store")
    #expect(try await answer(.unknownPartner).status == .forbidden)
    #expect(try await answer(.exhausted).status == .tooManyRequests)
    #expect(try await answer(.malformed).status == .badRequest)
  }

  @Test func `what is no question is refused`() async throws {
    #expect(try await answer(.evaluated([]), path: "/").status == .notFound)
    #expect(try await answer(.evaluated([]), method: .get).status == .methodNotAllowed)
    #expect(try await answer(.evaluated([]), word: nil).status == .unauthorized)
    #expect(try await answer(.evaluated([]), word: "Basic woord").status == .unauthorized)
    #expect(try await answer(.evaluated([]), word: "Bearer ander").status == .forbidden)
  }
}
