import Foundation

@testable import Web

/// Takes any bytes for what a request says: its target on the first line, and on each further line the value of a Host
/// header. What is answered was asked of this server by one of its names, and is a file of the edition.
func fuzzWeb(_ bytes: [UInt8]) {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  let hosts = Array(lines.dropFirst())
  let known = KnownHosts(listeningOn: "127.0.0.1", further: ["Monitor.example"])
  let refusal = Refusal.of(target: lines[0], hosts: hosts, hasContent: false, known: known)
  if refusal == nil {
    precondition(hosts.count == 1 && lines[0].hasPrefix("/"), "one host and a path")
    let names = known.names.flatMap { [$0, $0 + ":"] }
    precondition(names.contains { hosts[0].lowercased().hasPrefix($0) }, "a host that is known")
  }
  let path = lines[0].prefix { $0 != "?" && $0 != "#" }
  switch served.answer(to: String(path)) {
  case .file(let file): precondition(file.bytes == Array("de editie".utf8), "only files of the edition come out")
  case .folder, .nothing: break
  }
  // The same bytes as a form and as cookies: what is read of them is text, and never more than was sent.
  if let form = FormFields(bytes), let token = form["token"] {
    precondition(token.utf8.count <= bytes.count, "a field is part of the form")
  }
  if let word = cookie(named: "zicht-review", in: lines[0]) {
    precondition(lines[0].contains("zicht-review=" + word), "a cookie is part of its header")
  }
}

/// An edition of two pages, beside a file that must never come out.
private let served: EditionFolder = {
  let base = FileManager.default.temporaryDirectory.appending(
    path: "zicht-fuzz-web-\(ProcessInfo.processInfo.processIdentifier)")
  let folder = base.appending(path: "editie")
  do {
    try FileManager.default.createDirectory(at: folder.appending(path: "en"), withIntermediateDirectories: true)
    for place in ["index.html", "en/index.html", "manifest.json"] {
      try Data("de editie".utf8).write(to: folder.appending(path: place))
    }
    for place in ["geheim.html", "editie/.geheim.html", "editie/geheim.txt"] {
      try Data("geheim".utf8).write(to: base.appending(path: place))
    }
    try? FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "l.html").path, withDestinationPath: "../geheim.html")
  } catch {
    preconditionFailure("a temporary folder can be written to")
  }
  guard let edition = EditionFolder(folder.path) else { preconditionFailure("the folder holds an edition") }
  return edition
}()
