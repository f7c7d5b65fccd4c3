import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Testing

@testable import Web

/// The server behind a real socket, asked with bytes that no browser would send.
@Suite(.serialized) struct ConnectionTests {
  private static let good = "GET /en/ HTTP/1.1\r\nHost: localhost\r\n"

  private static let questions: [(head: String, status: Int)] = [
    ("GET / HTTP/1.1\r\nHost: localhost\r\n", 200), ("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n", 200),
    ("GET / HTTP/1.1\r\nhOsT: LocalHost:65535\r\n", 200), ("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n", 200),
    ("GET / HTTP/1.1\r\nHost: monitor.example\r\n", 200), ("GET / HTTP/1.0\r\nHost: localhost\r\n", 200),
    ("HEAD / HTTP/1.1\r\nHost: localhost\r\n", 200), ("GET /niets HTTP/1.1\r\nHost: localhost\r\n", 404),
    ("GET /en HTTP/1.1\r\nHost: localhost\r\n", 301), ("POST / HTTP/1.1\r\nHost: localhost\r\n", 405),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n", 200),
    ("GET / HTTP/1.1\r\n", 400), ("GET / HTTP/1.0\r\n", 400), ("GET / HTTP/1.1\r\nHost:\r\n", 421),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: evil.example\r\n", 421), ("GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n", 421),
    ("GET / HTTP/1.1\r\nHost: localhost:80a\r\n", 421), ("GET / HTTP/1.1\r\nHost: localhost, evil.example\r\n", 421),
    ("GET / HTTP/1.1\r\nHost: evil.example:127.0.0.1\r\n", 421), ("GET / HTTP/1.1\r\nHost: u@localhost\r\n", 421),
    ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n", 400),
    ("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n", 400),
    ("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n", 400),
    ("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n", 400),
    ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u{0}b\r\n", 400), ("GET / HTTP/9.9\r\nHost: localhost\r\n", 400),
    ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\r\n", 400), ("een zin die geen HTTP is\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeated(200), 431),
    ("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeated(100_000) + "\r\n", 431),
    ("GET /" + "y".repeated(1_000_000) + " HTTP/1.1\r\nHost: localhost\r\n", 431),
  ]

  @Test(arguments: questions)
  func `answers a plain question to itself and nothing else, with the security headers`(_ head: String, _ status: Int)
    async throws
  {
    try await served { port in
      let connection = try RawConnection(port: port)
      connection.send(head + "Connection: close\r\n\r\n")
      let answers = Answer.all(in: try #require(await connection.received()))
      #expect(answers.map(\.status) == [status], "\(head.prefix(60))")
      for answer in answers {
        for (name, value) in SecurityHeaders.fields { #expect(answer.headers[name.lowercased()] == [value]) }
      }
      if status == 421 { #expect(answers.first?.body.contains("<h1>Deze server heeft een andere naam</h1>") == true) }
    }
  }

  @Test func `questions sent in one go are answered in their order, up to the first that is refused`() async throws {
    try await served { port in
      let connection = try RawConnection(port: port)
      let bad = "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"
      connection.send(
        [Self.good + "\r\n", "GET /big.csv HTTP/1.1\r\nHost: localhost\r\n\r\n", bad, Self.good, "\r\n"].joined())
      let answers = Answer.all(in: try #require(await connection.received()))
      #expect(answers.map(\.status) == [200, 200, 421])
      #expect(answers.first?.body == "overview")
      #expect(answers.map(\.body.utf8.count).dropFirst().first == Self.bigFile)
    }
  }

  @Test func `closes behind a question of HTTP/1_0 and behind one that asks for it`() async throws {
    try await served { port in
      for head in ["GET /en/ HTTP/1.0\r\nHost: localhost\r\n\r\n", Self.good + "Connection: close\r\n\r\n"] {
        let connection = try RawConnection(port: port)
        connection.send(head + Self.good + "\r\n")
        let answers = Answer.all(in: try #require(await connection.received()))
        #expect(answers.map(\.status) == [200])
        #expect(answers.first?.headers["connection"] == ["close"])
      }
    }
  }

  @Test(arguments: ["", "GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "\r\n"])
  func `closes a connection on which no question is finished in time, however it dribbles`(_ start: String) async throws
  {
    try await served(within: Self.short) { port in
      let connection = try RawConnection(port: port)
      connection.send(start)
      let dribbling = Task {
        while !Task.isCancelled, connection.send("y") { try await Task.sleep(for: .milliseconds(100)) }
      }
      let received = await connection.received()
      dribbling.cancel()
      #expect(received != nil)
    }
  }

  @Test func `closes a connection that stays idle behind an answer`() async throws {
    try await served(within: Self.short) { port in
      let connection = try RawConnection(port: port)
      connection.send(Self.good + "\r\n")
      let received = await connection.received()
      #expect(Answer.all(in: try #require(received)).map(\.status) == [200])
    }
  }

  /// Whoever waits sees no close before it reads on, so a server that had no turn yet gets more time.
  @Test func `closes a connection whose answer is not read`() async throws {
    try await served(within: Self.short) { port in
      var received = Self.bigFile
      for seconds in [6, 30, 120] where received >= Self.bigFile {
        let connection = try RawConnection(port: port)
        connection.send("GET /big.csv HTTP/1.1\r\nHost: localhost\r\n\r\n")
        try await Task.sleep(for: .seconds(seconds))
        received = try #require(await connection.received()).utf8.count
      }
      #expect(received < Self.bigFile)
    }
  }

  @Test func `no more connections than allowed are open, and who waits is served when one closes`() async throws {
    try await served(within: Self.short) { port in
      let idle = try (0..<3).map { _ in try RawConnection(port: port) }
      let connection = try RawConnection(port: port)
      connection.send(Self.good + "Connection: close\r\n\r\n")
      #expect(Answer.all(in: await connection.received() ?? "").map(\.status) == [200])
      withExtendedLifetime(idle) {}
    }
  }

  // MARK: The server

  /// More than the system keeps of an answer that is not read: 4 MB on the side of the server.
  private static let bigFile = 8_000_000

  private static let folder: String? = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zicht-connection-tests-\(getpid())")
    let files = [
      "manifest.json": "{}", "index.html": "overzicht", "en/index.html": "overview",
      "big.csv": String(repeating: "0123456\n", count: bigFile / 8),
    ]
    do {
      try FileManager.default.createDirectory(at: folder.appending(path: "en"), withIntermediateDirectories: true)
      for (path, text) in files { try Data(text.utf8).write(to: folder.appending(path: path)) }
    } catch { return nil }
    return folder.path
  }()

  private static let short: ServerLimits = {
    var limits = ServerLimits()
    limits.secondsForRequest = 1
    limits.secondsForAnswer = 3
    limits.connections = 3
    return limits
  }()

  /// Runs a server while the body asks it things, and then lets it end its connections: a server that is cancelled while a
  /// connection waits to be served stops the program (swift-nio 2637).
  private func served(
    within limits: ServerLimits = ServerLimits(), _ body: @escaping @Sendable (_ port: Int) async throws -> Void
  ) async throws {
    let folder = try #require(Self.folder)
    let (ports, announce) = AsyncStream.makeStream(of: Int.self)
    let server = try editionServer(
      folder: folder, host: "127.0.0.1", port: 0, knownHosts: ["Monitor.example"], limits: limits,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, onRunning: { announce.yield($0) })
    let services = ServiceGroup(
      configuration: .init(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try? await services.run() }
      for await port in ports {
        group.addTask {
          do { try await body(port) } catch {
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

/// An answer as it came over the line.
struct Answer: Sendable {
  var status: Int
  /// By name in small letters.
  var headers: [String: [String]]
  var body: String

  /// Splits what was received by the lengths that the answers give; an answer without one runs to the end.
  static func all(in text: String) -> [Answer] {
    var rest = Array(text.utf8)[...]
    var answers: [Answer] = []
    while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
      let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
      let words = lines[0].split(separator: " ")
      var answer = Answer(status: words.count > 1 ? Int(words[1]) ?? 0 : 0, headers: [:], body: "")
      for line in lines.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        answer.headers[parts[0].lowercased(), default: []].append(
          parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
      }
      rest = rest[end.upperBound...]
      let stated = answer.headers["content-length"].flatMap { Int($0[0]) } ?? 0
      // The answer to HEAD states a length and has no body: it is the last that is asked here.
      let count = min(stated, rest.count)
      answer.body = String(decoding: rest.prefix(count), as: UTF8.self)
      rest = rest.dropFirst(count)
      answers.append(answer)
    }
    return answers
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
