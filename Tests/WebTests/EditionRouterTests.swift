import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Testing

@testable import Web

@Suite struct EditionRouterTests {
  @Test(arguments: [
    ("/", "overzicht", "text/html; charset=utf-8"), ("/index.html", "overzicht", "text/html; charset=utf-8"),
    ("/en/", "overview", "text/html; charset=utf-8"), ("/en/?bron=x", "overview", "text/html; charset=utf-8"),
    ("/assets/edition.css", "p{}", "text/css; charset=utf-8"),
    ("/tables/fig-1.csv", "a,b", "text/csv; charset=utf-8; header=present"),
    ("/figuren/fig%2D1.svg", "<svg/>", "image/svg+xml"), ("/manifest.json", "{}", "application/json"),
  ])
  func `gives the files of the edition with their media type`(_ path: String, _ body: String, _ type: String)
    async throws
  {
    let answer = try await client().call(path)
    #expect(answer.status == .ok)
    #expect(answer.body == body)
    #expect(answer.headers[.contentType] == type)
    #expect(answer.headers[.contentLength] == String(body.utf8.count))
  }

  @Test(arguments: [
    "/niets.html", "/../geheim.html", "/%2e%2e/geheim.html", "/figuren/../../geheim.html", "/..%2fgeheim.html", "/.env",
    "/figuren/", "/notes.txt", "/link.html", "/a%00b", "/%", "/%zz", "//etc/passwd", "/figuren%5cfig-1.svg",
  ])
  func `gives nothing else, and says so in Dutch`(_ path: String) async throws {
    let answer = try await client().call(path)
    #expect(answer.status == .notFound)
    #expect(answer.body.contains("<html lang=\"nl\">"))
    #expect(answer.body.contains("Deze bladzijde bestaat niet"))
    #expect(!answer.body.contains("geheim"))
  }

  @Test func `sends a folder without a slash on to the folder`() async throws {
    let answer = try await client().call("/en")
    #expect(answer.status == .movedPermanently)
    #expect(answer.headers[.location] == "/en/")
  }

  @Test func `gives no dates, which would tell when the edition was made`() async throws {
    #expect(try await client().call("/").headers[.lastModified] == nil)
  }

  @Test func `a reader who has the file hears that it has not changed`() async throws {
    let client = try client()
    let tag = try #require(try await client.call("/").headers[.eTag])
    let again = try await client.call("/", headers: [.ifNoneMatch: "\"x\", \(tag)"])
    #expect(again.status == .notModified)
    #expect(again.body.isEmpty)
    #expect(try await client.call("/", headers: [.ifNoneMatch: "\"x\""]).status == .ok)
    #expect(try await client.call("/en/").headers[.eTag] != tag)
  }

  @Test func `HEAD has headers and no body`() async throws {
    let answer = try await client().call("/", method: .head)
    #expect(answer.status == .ok)
    #expect(answer.body.isEmpty)
    #expect(answer.headers[.contentLength] == "9")
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .options, .trace])
  func `nothing can be changed`(_ method: HTTPRequest.Method) async throws {
    let answer = try await client().call("/", method: method)
    #expect(answer.status == .methodNotAllowed)
    #expect(answer.headers[.allow] == "GET, HEAD")
    #expect(answer.body.contains("alleen worden gelezen"))
  }

  @Test func `a folder without an edition is not served`() {
    #expect(editionRouter(folder: "/nergens") == nil)
    #expect(throws: ServeError.noEdition(folder: "/nergens")) {
      _ = try editionServer(folder: "/nergens", port: 0, logger: .init(label: "test"))
    }
  }

  /// A router over a small folder, with a file beside the folder that must never come out.
  private func client() throws -> RouterClient {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-web-tests")
    let folder = base.appendingPathComponent("editie")
    let files = [
      "editie/index.html": "overzicht", "editie/en/index.html": "overview", "editie/assets/edition.css": "p{}",
      "editie/tables/fig-1.csv": "a,b", "editie/figuren/fig-1.svg": "<svg/>", "editie/manifest.json": "{}",
      "editie/notes.txt": "x", "editie/.env": "geheim", "geheim.html": "geheim",
    ]
    for (path, text) in files {
      let place = base.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place, options: .atomic)
    }
    let link = folder.appendingPathComponent("link.html").path
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == nil {
      try? FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../geheim.html")
    }
    return RouterClient(try #require(editionRouter(folder: folder.path)))
  }
}
