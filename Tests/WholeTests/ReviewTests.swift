import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `zicht review` on an invented register, in the terminal and on pages, as its users would.
@Suite(.serialized) struct `zicht review` {
  private let place: TemporaryFolder
  private let register: String
  /// What partners delivered that tells who somebody is.
  private let values: Set<String>

  init() throws {
    place = try TemporaryFolder()
    register = place.file("register").path
    let making = ["new", "register", register, "--year", "2025", "--seed", "9", "--persons", "200"]
    try #require(try BuiltProgram.run(making).exitCode == 0)
    let deliveries = place.file("register/deliveries")
    let files = try FileManager.default.contentsOfDirectory(atPath: deliveries.path).filter { $0.hasSuffix(".csv") }
    let cells = try files.flatMap {
      try String(contentsOf: deliveries.appending(path: $0), encoding: .utf8).split(whereSeparator: {
        ";\r\n".contains($0)
      })
    }
    // Names of three letters occur in words.
    values = Set(cells.filter { $0.hasPrefix("06") || $0.count == 10 && $0.contains("-") }.map(String.init))
    try #require(values.count > 100)
    try #require(try BuiltProgram.run(["build", register]).exitCode == 0)
  }

  private func review(_ words: [String], _ input: String = "") throws -> BuiltProgram.Answer {
    try BuiltProgram.run(["review", register] + words, input: input)
  }

  /// Files beside the deliveries that hold a value, and what was said that does.
  private func leaks(_ said: [String]) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: register).filter {
      !$0.hasSuffix(".csv") || $0.hasPrefix("edition")
    }
    let files = names.filter { name in
      let data = FileManager.default.contents(atPath: register + "/" + name) ?? Data()
      return values.contains { data.range(of: Data($0.utf8)) != nil }
    }
    return files + said.filter { text in values.contains { text.contains($0) } }
  }

  @Test func `asks in the terminal, a letter a line, and says how it stands`() throws {
    let answer = try review(["--as", "Anna"], "z\nx\na\no\nw\nanders\nq\n")
    #expect(answer.exitCode == 0)
    #expect(answer.complaints == "Dit is geen antwoord. Typ z, a, w, o of q, en Enter.\n")
    #expect(answer.output.contains("Paar 1 (u beantwoordde er 0)") && answer.output.contains("Achternaam"))
    #expect(answer.output.contains("Uw antwoord: zelfde. Het programma schatte de kans"))
    #expect(answer.output.contains("Uw vorige antwoord telt niet meer."))
    #expect(answer.output.firstMatch(of: /spreekt (sterk |zwak )?(voor|tegen)/) != nil)
    let english = try review(["--as", "Bert", "--second", "--language", "en"], "s\nd\nc\n")
    #expect(english.output.contains("Pair 1 (you answered 0, 3 to go)") && english.output.contains("No pair waits"))
    let status = try review(["--status", "--json"])
    let object = try #require(JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])
    #expect(object["pairs"] as? Int == 3 && object["twice"] as? Int == 3)
    #expect(try review(["--status"]).output.contains("Kappa van Cohen: "))
    let blind = try review(["--as", "Carla", "--no-values"], "w\nq\n")
    let said = [status.output, blind.output, blind.complaints, answer.complaints]
    #expect(try leaks(said) == [])
    let built = try BuiltProgram.run(["build", register, "--json"])
    #expect(built.exitCode == 0 && built.output.contains("\"reviews\" : {"))
    let verified = try BuiltProgram.run(["verify", register])
    #expect(verified.exitCode == 0)
    #expect(try leaks([built.output, built.complaints, verified.output]) == [])
  }

  @Test func `refuses in one sentence what it cannot do`() throws {
    let wrong: [([String], Int32, String)] = [
      ([], 64, "--as noemt wie beoordeelt"), (["--as", " Anna"], 64, "--as noemt"),
      (["--as", "Anna", "--json"], 64, "--json hoort bij --status"),
      (["--as", "Anna", "--second", "--settle"], 64, "Kies een van"),
      (["--as", "A", "--lock-after", "0"], 64, "240 minuten"),
    ]
    for (words, code, sentence) in wrong {
      let answer = try review(words)
      #expect(answer.exitCode == code && answer.complaints.contains(sentence), "\(words): \(answer)")
    }
    let chat = BuiltProgram.root.appending(path: "monitors/chat-2020").path
    let other = try BuiltProgram.run(["review", chat, "--as", "Anna", "--workspace", place.file("werkmap").path])
    #expect(other.exitCode == 65 && other.complaints.contains("heeft geen linkage.yaml"))
  }

  /// Pages that end with the test.
  private final class Pages {
    let process = Process()
    let said: URL
    private(set) var address = ""

    init(_ words: [String], in place: TemporaryFolder) throws {
      said = place.file("pages-\(UUID().uuidString).txt")
      try Data().write(to: said)
      process.executableURL = BuiltProgram.executable
      process.arguments = words
      process.environment = BuiltProgram.environment
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: said)
      process.standardError = process.standardOutput
      try process.run()
      for _ in 0..<400 where address.isEmpty {
        Thread.sleep(forTimeInterval: 0.05)
        let found = try text.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+\/ingang\/[0-9a-f]{64}/)
        address = found.map { String($0.0) } ?? ""
      }
      try #require(!address.isEmpty)
    }

    deinit { process.terminate() }

    var text: String { get throws { try String(contentsOf: said, encoding: .utf8) } }
    var base: String { address.components(separatedBy: "/ingang/")[0] }
  }

  /// Follows no redirection, so that each answer is seen.
  private final class Standing: NSObject, URLSessionTaskDelegate {
    func urlSession(
      _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
      newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
  }

  private func ask(
    _ address: String, cookie: String? = nil, form: String? = nil
  ) async throws -> (status: Int, headers: [String: String], body: String) {
    let settings = URLSessionConfiguration.ephemeral
    (settings.httpShouldSetCookies, settings.httpCookieAcceptPolicy) = (false, .never)
    let session = URLSession(configuration: settings, delegate: Standing(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    var request = URLRequest(url: try #require(URL(string: address)))
    if let cookie { request.setValue(cookie, forHTTPHeaderField: "Cookie") }
    if let form {
      request.httpMethod = "POST"
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      request.httpBody = Data(form.utf8)
    }
    let (data, response) = try await session.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    let headers = answer.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
    return (answer.statusCode, Dictionary(headers) { first, _ in first }, String(decoding: data, as: UTF8.self))
  }

  @Test func `shows pages to one reader on this machine, and says a value nowhere else`() async throws {
    let pages = try Pages(["review", register, "--as", "Anna", "--pages"], in: place)
    #expect(try await ask(pages.base + "/").status == 401)
    let word = try #require(pages.address.split(separator: "/").last)
    let entered = try await ask(pages.base + "/ingang", form: "word=\(word)")
    #expect(entered.status == 303)
    let cookie = try #require(entered.headers["set-cookie"]).prefix { $0 != ";" }
    var seen: [String] = []
    for place in 0..<4 {
      let page = try await ask(pages.base + "/", cookie: String(cookie))
      #expect(page.status == 200 && page.headers["cache-control"]?.contains("no-store") == true)
      let token = try #require(page.body.firstMatch(of: /name="token" value="([0-9a-f]+)"/)).1
      let number = try #require(page.body.firstMatch(of: /name="number" value="([0-9]+)"/)).1
      seen.append(page.body)
      if place == 2 {
        #expect(try await ask(pages.base + "/ongedaan", cookie: String(cookie), form: "token=\(token)").status == 303)
        continue
      }
      let form = "token=\(token)&number=\(number)&answer=\(place == 0 ? "same" : "different")"
      let answered = try await ask(pages.base + "/antwoord", cookie: String(cookie), form: form)
      #expect(answered.status == 303 && answered.headers["location"] == "/")
      #expect(try await ask(pages.base + "/antwoord", cookie: String(cookie), form: form).status == 409)
      if place == 3 {
        let end = try await ask(pages.base + "/einde", cookie: String(cookie), form: "token=\(token)")
        #expect(end.body.contains("Afgesloten"))
      }
    }
    #expect(seen.contains { page in values.contains { page.contains($0) } })
    for page in seen {
      let head = try #require(page.firstMatch(of: /<title>.*<\/title>/)).0
      let places = page.matches(of: /(?:href|src|action)="([^"]*)"/).map { String($0.1) }
      #expect(!values.contains { head.contains($0) || places.joined().contains($0) })
    }
    pages.process.waitUntilExit()
    #expect(pages.process.terminationStatus == 0)
    #expect(try leaks([pages.text]) == [] && pages.text.contains("De bladzijden zijn gesloten."))
    #expect(try review(["--status"]).output.contains("Antwoorden van Anna: 2"))
  }

  @Test func `a review goes on while a build runs, and two reviewers and a build lose nothing`() throws {
    let words = [["review", register, "--as", "Anna"], ["review", register, "--as", "Anna"], ["build", register]]
    let input = place.file("antwoorden")
    try Data("w\nw\nw\nw\nq\n".utf8).write(to: input)
    let processes = try words.map { words in
      let process = Process()
      process.executableURL = BuiltProgram.executable
      (process.arguments, process.environment) = (words, BuiltProgram.environment)
      process.standardInput = try FileHandle(forReadingFrom: input)
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == [0, 0, 0])
    let lines = try String(contentsOfFile: register + "/reviews.jsonl", encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(try BuiltProgram.run(["verify", register]).exitCode == 0)
  }
}
