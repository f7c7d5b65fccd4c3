import ArgumentParser
import Foundation
import Testing

@testable import zicht

/// Whoever asks for JSON gets one JSON value on standard output and nothing else, however the command ends.
@Suite struct `An answer in JSON` {
  private let place: TemporaryFolder
  private let region: String
  private let chat: String

  init() throws {
    place = try TemporaryFolder()
    region = place.file("drie-rivieren").path
    let made = try BuiltProgram.run(["new", "region", region, "--year", "2024"])
    try #require(made.exitCode == 0, "\(made.complaints)")
    chat = BuiltProgram.root.appending(path: "monitors/chat-2020").path
  }

  private func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: place.file(name))
    return place.file(name).path
  }

  /// A region under the policy that hides, built.
  private func hidingRegion() throws -> String {
    let folder = place.file("twee-rivieren")
    try #require(try BuiltProgram.run(["new", "region", folder.path, "--year", "2024"]).exitCode == 0)
    try #require(try BuiltProgram.run(["build", folder.path]).exitCode == 0)
    return folder.path
  }

  /// Command lines by the command that they are of, with the exit code of each.
  private func cases() throws -> [(words: [String], exitCode: Int32)] {
    let delivery = region + "/deliveries/zorg-2024.csv"
    let text = try String(contentsOfFile: delivery, encoding: .utf8)
    let wrong = try file("fout.csv", text.replacing("jonger dan 18;;;", with: "jonger dan 18;;;x"))
    let useless = try file("leeg.csv", "x")
    let smaller = try file("kleiner.csv", text.replacing("Totaal;leeftijd", with: "Totaal; leeftijd"))
    let lists = try file("lijsten.csv", "A,B,C,count\n1,0,0,41\n0,1,0,30\n1,1,0,7\n0,1,1,3\n0,0,1,9\n1,0,1,2\n")
    let coded = "gespreksnummer;bezoekersnummer;jaar;mensenhandel;vorm;leeftijd;dwangmiddel;veiligheid\n"
    let codings = try ["15", "16"].map {
      try file("codeur-\($0).csv", coded + "g1;b1;2020;ja;seksueel;\($0);geweld;acuut onveilig\n")
    }
    let tables = try file("tabel.csv", "x")
    let changes = try file("veranderingen.csv", "eerst;daarna\n12;15\n")
    let counts = try file("tellingen.csv", "herkomst,value,is_total,status\nA,50,0,printed\nB,3,0,printed\n")
    let large = try file("groot.csv", "herkomst,value,is_total,status\nA,50,0,printed\nB,30,0,printed\n")
    let protected = place.file("beschermd").path
    let nowhere = place.file("er-niet").path
    let open = place.file("open.csv").path
    let hiding = try hidingRegion()
    let decided = place.file("besluiten.csv").path
    let (reports, linked) = (try file("meldingen.csv", LinkTests.reports), place.file("koppeling.csv").path)
    let (linkage, encodings) = (place.file("koppel.key").path, place.file("zorg.zce").path)
    let making = ["linkage-key", "new", "--project", "proef", "--epoch", "2026", "--output", linkage]
    try #require(try BuiltProgram.run(making).exitCode == 0)
    let persons = try file("personen.csv", "voornaam;geboortejaar\nAmina;1994\nAmina;1994\n")
    let encode = ["--key", linkage, "--source", "zorg", "--output", encodings]
    let (pairs, known) = (place.file("paren.csv").path, place.file("bekend.csv").path)
    let ties = ["--ties", encodings + ".banden.csv", "--output", known]
    return [
      (["check", region], 0), (["check", nowhere], 65), (["check", "a", "b"], 64),
      (["areas", region], 65), (["areas", BuiltProgram.root.path + "/monitors/regio-rotterdam-2022"], 0),
      (["statistics", changes, "--method", "change"], 0), (["statistics", changes, "--method", "shares"], 65),
      (["statistics", changes], 64),
      (["check-delivery", delivery, "--source", "zorg", "--monitor", region], 0),
      (["check-delivery", wrong, "--source", "zorg", "--monitor", region], 65),
      (["check-delivery", useless, "--source", "zorg", "--monitor", region], 65),
      (["check-delivery", nowhere, "--source", "zorg", "--monitor", region], 65),
      (["check-delivery", delivery, "--source", "zorgg", "--monitor", region], 65),
      (["receive", delivery, "--source", "zorg", "--monitor", region, "--dry-run"], 0),
      (["receive", smaller, "--source", "zorg", "--monitor", region, "--dry-run"], 0),
      (["receive", useless, "--source", "zorg", "--monitor", region, "--dry-run"], 65),
      (["build", region], 0), (["release", hiding, "--second", "Ander", "--reason", "proef"], 0),
      (["build", region, "--output", "/proc/zicht/edition"], 65), (["build", nowhere], 65),
      (["build", region, "--workers", "0"], 64), (["buld", region], 64),
      (["explain", region, "gesprekken", "total,2024"], 0), (["explain", region, "gesprekken", "x,2024"], 65),
      (["explain", region, "x", "total,2024"], 65), (["explain", region], 64),
      (["receive", delivery, "--source", "zorg", "--monitor", region], 0),
      (["receive", wrong, "--source", "zorg", "--monitor", region], 65),
      (["receive", useless, "--source", "zorg", "--monitor", region], 65),
      (["receive", "--all", "--monitor", region], 0), (["receive"], 64),
      (["deliveries", region], 0), (["deliveries", nowhere], 65),
      (["verify", region], 0), (["verify", nowhere], 65), (["verify", region, "--anchor", "x"], 64),
      (["release", nowhere, "--second", "Ander", "--reason", "proef"], 65), (["release", region], 64),
      (["retain", region], 0), (["retain", nowhere], 65), (["retain", region, "--erase"], 64),
      (["retain", region, "--on", "2030-02-30"], 64),
      (["estimate", lists, "--method", "stepwise", "--replicates", "20"], 0),
      (["estimate", lists, "--replicates", "20"], 0), (["estimate", useless], 65),
      (["estimate", lists, "--top", "3"], 64),
      (["check-tables", place.path], 0), (["check-tables", tables], 65), (["check-tables", nowhere], 65),
      (["check-tables", place.path, "--text", nowhere], 65), (["check-tables", place.path, "--beside", nowhere], 65),
      (["check-tables", place.path, "--beside", place.path], 0),
      (["audit", large], 0), (["audit", counts], 65), (["audit", tables], 65),
      (["audit", large, "--history", nowhere], 65),
      (["protect", counts, "--output", protected], 0), (["protect", counts, "--output", protected], 65),
      (["protect", nowhere, "--output", protected], 65),
      (["agreement"] + codings + ["--monitor", chat, "--adjudicate", open], 0),
      (["agreement"] + codings + ["--monitor", chat, "--adjudicated", open, "--output", decided], 65),
      (["agreement", codings[0], useless, "--monitor", chat], 65),
      (["agreement"] + codings + ["--monitor", chat, "--adjudicated", decided, "--output", decided], 65),
      (["reconstruct", region], 65), (["reconstruct", nowhere], 65),
      (["link", reports, "--output", linked], 0), (["link", useless, "--output", linked], 65), (["link", reports], 64),
      (["evaluate-links", linked, "--truth", reports, "--column", "persoon"], 0),
      (["evaluate-links", linked, "--truth", reports, "--column", "x"], 65),
      (["encode", persons] + encode, 0), (["encode", persons] + encode, 65), (["encode", persons], 64),
      (["match", encodings, "--output", pairs], 0), (["match", useless, "--output", pairs], 65), (["match"], 64),
      (["persons", pairs] + ties, 0), (["persons", useless] + ties, 65), (["persons", pairs], 64),
      (["review", region, "--status"], 0), (["review", nowhere, "--status"], 65), (["review", region], 64),
      (["linkage-key", "show", linkage], 0), (["linkage-key", "show", nowhere], 65),
    ]
  }

  @Test func `is one JSON value, in whatever way the command ends`() throws {
    let cases = try cases()
    for (words, exitCode) in cases {
      let answer = try BuiltProgram.run(words + ["--json"])
      #expect(answer.exitCode == exitCode, "\(words): \(answer.output) \(answer.complaints)")
      let value = try? JSONSerialization.jsonObject(with: Data(answer.output.utf8))
      #expect(value != nil, "\(words): \(answer.output)")
      if let object = value as? [String: Any], object["exitCode"] != nil {
        #expect(object["exitCode"] as? Int == Int(exitCode) && object["isGood"] as? Bool == false)
        #expect(object["message"] != nil || (object["findings"] as? [Any])?.isEmpty == false)
      }
    }
    // Every command that has --json was tried, well and badly.
    let commands = Zicht.configuration.subcommands.filter { Zicht.helpMessage(for: $0).contains("--json") }
      .compactMap { $0.configuration.commandName }
    for command in commands {
      let codes = Set(cases.filter { $0.words[0] == command }.map(\.exitCode))
      #expect(codes.contains(0) || command == "reconstruct", "\(command)")
      #expect(codes.contains(65), "\(command)")
    }
  }

  @Test func `of several deliveries is one list`() throws {
    let monitor = place.file("drie-rivieren")
    try FileManager.default.removeItem(at: monitor.appending(path: "deliveries/log.jsonl"))
    let answer = try BuiltProgram.run(["receive", "--all", "--monitor", monitor.path, "--json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(
      (object["deliveries"] as? [[String: Any]])?.map { $0["source"] as? String } == ["politie", "zorg", "gemeente"])
    #expect(object["stopped"] == nil)
  }

  @Test func `of several deliveries of which one cannot be received names those that were`() throws {
    let monitor = place.file("drie-rivieren")
    try FileManager.default.removeItem(at: monitor.appending(path: "deliveries/log.jsonl"))
    try Data("x".utf8).write(to: monitor.appending(path: "deliveries/gemeente-2024.csv"))
    let answer = try BuiltProgram.run(["receive", "--all", "--monitor", monitor.path, "--json"])
    #expect(answer.exitCode == 65)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect((object["deliveries"] as? [[String: Any]])?.map { $0["source"] as? String } == ["politie", "zorg"])
    let stopped = try #require(object["stopped"] as? [String: Any])
    #expect(stopped["exitCode"] as? Int == 65 && (stopped["findings"] as? [Any])?.isEmpty == false)
  }
}
