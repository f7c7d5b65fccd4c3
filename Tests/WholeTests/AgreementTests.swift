import Foundation
import Testing

/// Two coders of the same conversations, from the command line.
@Suite struct `Double coding` {
  private static let header = "gespreksnummer;bezoekersnummer;jaar;mensenhandel;vorm;leeftijd;dwangmiddel;veiligheid"

  /// Six conversations; the coders differ in the form of g3, the age of g4 and the coercion of g5.
  private static let coderA = [
    header, "geheim-1;b1;2020;ja;seksueel;15;geweld;acuut onveilig",
    "geheim-2;b2;2020;ja;seksueel;17;geweld+lvb;niet meer",
    "geheim-3;b3;2020;ja;crimineel;16;sextortion;acuut onveilig", "geheim-4;b4;2020;ja;seksueel;19;geweld;onbekend",
    "geheim-5;b5;2020;ja;seksueel;22;geweld;acuut onveilig", "geheim-6;b6;2020;ja;seksueel;22;geweld;acuut onveilig",
  ]
  private static let coderB = [
    header, "geheim-5;c5;2020;ja;seksueel;22;geweld+middelen;acuut onveilig",
    "geheim-1;c1;2020;ja;seksueel;15;geweld;acuut onveilig", "geheim-2;c2;2020;ja;seksueel;17;lvb+geweld;niet meer",
    "geheim-3;c3;2020;ja;seksueel+crimineel;16;sextortion;acuut onveilig",
    "geheim-4;c4;2020;ja;seksueel;20;geweld;onbekend", "geheim-7;c7;2020;ja;arbeid;30;onbekend;niet meer",
  ]

  private struct Files {
    let folder: TemporaryFolder
    var a: String { folder.file("codeur-a.csv").path }
    var b: String { folder.file("codeur-b.csv").path }

    init(_ a: [String] = coderA, _ b: [String] = coderB) throws {
      folder = try TemporaryFolder()
      for (name, lines) in [("codeur-a.csv", a), ("codeur-b.csv", b)] {
        try (lines.joined(separator: "\n") + "\n").write(to: folder.file(name), atomically: true, encoding: .utf8)
      }
    }

    func agreement(_ more: String...) throws -> BuiltProgram.Answer {
      try BuiltProgram.run(["agreement", a, b, "--monitor", ChatEdition.folder.path] + more)
    }
  }

  private struct Answer: Decodable {
    struct Line: Decodable {
      var variable: String
      var n, agreed: Int
      var kappa: Double?
      var alpha: [String: Double]
    }
    struct Disagreement: Decodable, Equatable {
      var variable: String
      var rowFirst, rowSecond: Int
    }
    var records: Int
    var onlyFirst, onlySecond: [Int]
    var variables: [Line]
    var disagreements: [Disagreement]
  }

  @Test func `joins conversations by their number, whatever their order, and says where coders differ`() throws {
    let answer = try Files().agreement("--json")
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let found = try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8))
    #expect(found.records == 5)
    #expect(found.onlyFirst == [7])
    #expect(found.onlySecond == [7])
    #expect(
      found.disagreements == [
        .init(variable: "form", rowFirst: 4, rowSecond: 5), .init(variable: "age", rowFirst: 5, rowSecond: 6),
        .init(variable: "coercion", rowFirst: 6, rowSecond: 2),
      ])
    let safety = try #require(found.variables.first { $0.variable == "safety" })
    #expect(safety.n == 5)
    #expect(safety.agreed == 5)
    #expect(safety.kappa == 1)
    let form = try #require(found.variables.first { $0.variable == "form" })
    #expect(form.agreed == 4)
    #expect(Set(form.alpha.keys) == ["jaccard", "masi"])
    #expect(found.variables.first { $0.variable == "age" }?.alpha["interval"] != nil)
  }

  @Test func `never prints the number of a conversation`() throws {
    let files = try Files()
    let adjudication = files.folder.file("besluiten.csv")
    let spoken = try files.agreement("--adjudicate", adjudication.path)
    let told = try files.agreement("--json")
    let written = try String(contentsOf: adjudication, encoding: .utf8)
    for text in [spoken.output, spoken.complaints, told.output, told.complaints, written] {
      #expect(!text.contains("geheim"))
    }
    #expect(spoken.output.contains("op 3 plaatsen verschillen zij"))
  }

  @Test func `becomes one delivery when a third person decided`() throws {
    let files = try Files()
    let adjudication = files.folder.file("besluiten.csv")
    let final = files.folder.file("definitief.csv")
    _ = try files.agreement("--adjudicate", adjudication.path)
    var lines = try String(contentsOf: adjudication, encoding: .utf8)
      .replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n").map(String.init)
    #expect(lines.count == 4)

    let early = try files.agreement("--adjudicated", adjudication.path, "--output", final.path)
    #expect(early.exitCode == 65)
    #expect(early.complaints == "besluiten.csv, rij 2, kolom besluit: hier is nog niets besloten; 3 rijen zijn leeg.\n")

    for (line, decision) in zip(1..., ["seksueel+crimineel", "20", "geweld"]) { lines[line] += decision }
    try lines.joined(separator: "\n").write(to: adjudication, atomically: true, encoding: .utf8)
    let answer = try files.agreement("--adjudicated", adjudication.path, "--output", final.path)
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let merged = try String(contentsOf: final, encoding: .utf8).replacingOccurrences(of: "\r\n", with: "\n")
      .split(separator: "\n").map(String.init)
    #expect(merged.count == 8)
    let third = try #require(merged.first { $0.hasPrefix("geheim-3;") })
    #expect(third.contains(";seksueel+crimineel;"))
    #expect(try #require(merged.first { $0.hasPrefix("geheim-4;") }).contains(";20;"))
    let check = try BuiltProgram.run([
      "check-delivery", final.path, "--source", "chat", "--monitor", ChatEdition.folder.path,
    ])
    #expect(check.exitCode == 0, "\(check.complaints)")
  }

  @Test func `refuses decisions about files that have changed since`() throws {
    let files = try Files()
    let adjudication = files.folder.file("besluiten.csv")
    _ = try files.agreement("--adjudicate", adjudication.path)
    var changed = Self.coderB
    changed[4] = "geheim-3;c3;2020;ja;crimineel;16;sextortion;acuut onveilig"
    try (changed.joined(separator: "\n") + "\n").write(
      to: files.folder.file("codeur-b.csv"), atomically: true, encoding: .utf8)
    let answer = try files.agreement(
      "--adjudicated", adjudication.path, "--output", files.folder.file("definitief.csv").path)
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.hasPrefix("besluiten.csv, rij 2: op deze plaats verschillen de codeurs niet (meer)."))
  }

  @Test func `asks for one row when a conversation is coded twice by one coder`() throws {
    let files = try Files(Self.coderA + ["geheim-1;b9;2020;ja;seksueel;15;geweld;acuut onveilig"])
    let answer = try files.agreement()
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("codeur-a.csv, rij 8: dit gesprek staat ook in rij 2. Laat er één staan."))
    #expect(!answer.complaints.contains("geheim"))
  }
}
