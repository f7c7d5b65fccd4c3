import Foundation
import Hummingbird
import Logging
import ReviewPages
import ServiceLifecycle
import Testing

@testable import Web

/// The pages of a review behind a real socket.
@Suite(.serialized) struct ReviewServerTests {
  private static let questions: [(head: String, status: Int, words: String)] = [
    ("GET / HTTP/1.1\r\nHost: localhost\r\n", 401, "niet voor u open"),
    ("GET / HTTP/1.1\r\nHost: evil.example\r\n", 421, "andere naam"),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n", 400, "niet te lezen"),
    ("POST /antwoord HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n", 413, "te veel"),
    ("POST /antwoord HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n", 413, "te veel"),
    ("GET /opmaak.css HTTP/1.1\r\nHost: localhost\r\n", 200, "--page"),
    ("GET /toetsen.js HTTP/1.1\r\nHost: localhost\r\n", 200, "keydown"),
    ("GET /ingang/x HTTP/1.1\r\nHost: localhost\r\n", 401, "niet voor u open"),
  ]

  @Test func `refuses in one page what is not for it, and is never kept`() async throws {
    try await served { port, _ in
      for (head, status, words) in Self.questions {
        let connection = try RawConnection(port: port)
        connection.send(head + "Connection: close\r\n\r\n")
        let answers = Answer.all(in: try #require(await connection.received()))
        #expect(answers.map(\.status) == [status], "\(head)")
        #expect(answers.first?.body.contains(words) == true, "\(head)")
        for (name, value) in SecurityHeaders.ofReview {
          #expect(answers.first?.headers[name.lowercased()] == [value], "\(head) \(name)")
        }
      }
    }
  }

  /// Also where the connection closes behind it: the form came whole.
  @Test func `takes a form and lets in`() async throws {
    try await served { port, address in
      let word = try #require(address.split(separator: "/").last)
      let body = "word=\(word)"
      let connection = try RawConnection(port: port)
      connection.send(
        "POST /ingang HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\nConnection: close\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
          + "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let answers = Answer.all(in: try #require(await connection.received()))
      #expect(answers.map(\.status) == [303] && answers.first?.headers["location"] == ["/"])
    }
  }

  private func served(_ body: @escaping @Sendable (_ port: Int, _ address: String) async throws -> Void) async throws {
    let (addresses, announce) = AsyncStream.makeStream(of: String.self)
    let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let server = reviewServer(
      ReviewSitting(language: .nl, title: "Proef", task: "Eerste oordeel", minutes: 15), port: 0, logger: quiet,
      now: { 0 }
    ) { question in
      if case .announce(let address) = question { announce.yield(address) }
      return .done
    }
    let services = ServiceGroup(configuration: .init(services: [server], logger: quiet))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try? await services.run() }
      for await address in addresses {
        let port = try #require(address.firstMatch(of: /127\.0\.0\.1:([0-9]+)/).flatMap { Int($0.1) })
        group.addTask {
          do { try await body(port, address) } catch {
            await services.triggerGracefulShutdown()
            throw error
          }
          await services.triggerGracefulShutdown()
        }
        break
      }
      try await group.waitForAll()
    }
  }
}
