import Foundation
import Invented
import Testing

/// One file, one verdict, whichever command is asked; and a question that changes nothing.
@Suite struct `The verdict on a delivery` {
  private let folder: TemporaryFolder
  private let monitor: URL

  init() throws {
    folder = try TemporaryFolder()
    monitor = folder.file("monitor")
  }

  private func write(_ files: [String: [UInt8]]) throws {
    for (name, bytes) in files {
      let place = monitor.appending(path: name)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
    }
  }

  private struct Answer: Decodable, Equatable {
    struct Finding: Decodable, Equatable { var rule, severity, message: String }
    struct Findings: Decodable, Equatable { var findings: [Finding] }
    var isUsable: Bool
    var period: String?
    var rowsRead, rowsTaken, rowsSetAside: Int
    var findings: Findings
  }

  private func run(_ command: [String], on file: URL, _ odd: OddDelivery) throws -> (code: Int32, answer: Answer) {
    let period = odd.period.map { ["--period", String($0)] } ?? []
    let said = try BuiltProgram.run(
      [command[0], file.path, "--source", odd.source, "--monitor", monitor.path, "--json"] + command.dropFirst()
        + period)
    // A dry run tells the totals below its answer.
    let json = said.output.components(separatedBy: "\n}\n")[0] + "\n}"
    return (said.exitCode, try JSONDecoder().decode(Answer.self, from: Data(json.utf8)))
  }

  @Test(arguments: OddDelivery.all) func `is the same from check-delivery, from a dry run and from receive`(
    _ odd: OddDelivery
  ) throws {
    try write(odd.files.mapValues { Array(($0 + "\n").utf8) })
    let file = odd.isInFolder ? monitor.appending(path: "deliveries/\(odd.fileName)") : folder.file(odd.fileName)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(odd.bytes).write(to: file)
    let checked = try run(["check-delivery"], on: file, odd)
    #expect(checked.code == (odd.verdict.isUsable && odd.verdict.setAside == 0 ? 0 : 65))
    #expect(checked.answer.isUsable == odd.verdict.isUsable)
    #expect(checked.answer.findings.findings.map(\.rule) == odd.verdict.rules)
    let tried = try run(["receive", "--dry-run"], on: file, odd)
    #expect(tried.code == checked.code && tried.answer == checked.answer)
    let received = try run(["receive"], on: file, odd)
    #expect(received.code == checked.code && received.answer == checked.answer)
    let history = try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output
    #expect(history.contains("\"status\" : \"complete\"") == odd.verdict.isUsable)
  }

  /// Every file below the monitor, by its path.
  private func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: monitor.path) {
      var isFolder: ObjCBool = false
      let place = monitor.appending(path: name)
      FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      contents[name] = isFolder.boolValue ? Data() : try Data(contentsOf: place)
    }
    return contents
  }

  @Test func `and every other question leave each byte of folder and workspace alone`() throws {
    #expect(try BuiltProgram.run(["new", "region", monitor.path, "--year", "2024"]).exitCode == 0)
    let unbuilt = try contents()
    let early = try BuiltProgram.run(["explain", monitor.path, "clienten", "total,minor"])
    #expect(early.exitCode == 65)
    #expect(
      early.complaints
        == "Er is nog niets ontvangen, dus er valt niets uit te leggen. Ontvang de leveringen met zicht build.\n")
    #expect(try contents() == unbuilt)
    #expect(try BuiltProgram.run(["build", monitor.path]).exitCode == 0)
    let place = monitor.appending(path: "deliveries/zorg-2024.csv")
    let next = monitor.appending(path: "deliveries/zorg-2024-v2.csv")
    try Data(contentsOf: place).write(to: next)
    let handle = try FileHandle(forWritingTo: next)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("\r\n".utf8))
    try handle.close()
    let before = try contents()
    for question in [
      ["explain", monitor.path, "clienten", "total,minor"], ["explain", monitor.path, "clienten", "total,minr"],
      ["check", monitor.path], ["deliveries", monitor.path], ["areas", monitor.path],
      ["check-delivery", next.path, "--source", "zorg", "--monitor", monitor.path],
      ["receive", next.path, "--source", "zorg", "--monitor", monitor.path, "--dry-run"],
      ["template", "zorg", "--monitor", monitor.path, "--output", folder.file("zorg.csv").path],
    ] {
      let answer = try BuiltProgram.run(question)
      #expect([0, 65].contains(answer.exitCode), "\(question): \(answer.complaints)")
      #expect(try contents() == before, "\(question)")
    }
    let told = try BuiltProgram.run(["explain", monitor.path, "clienten", "total,minor"])
    #expect(told.exitCode == 0)
    #expect(
      told.complaints
        == "Niet ontvangen, en dus in geen enkel getal: zorg-2024-v2.csv. Ontvang ze met zicht receive.\n")
    #expect(told.output.hasPrefix("clienten, Totaal, "), "\(told.output)")
  }
}
