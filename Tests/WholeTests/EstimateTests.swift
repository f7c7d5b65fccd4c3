import Foundation
import Testing

/// The hidden population in the national edition, and the card of the command line.
@Suite struct EstimatesInEdition {
  private static let figure = "schatting-slachtoffers-2010-2015"

  private func json(_ url: URL) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
  }

  private func lines(_ figure: String) throws -> [String] {
    let file = try NationalEdition.built.get().edition.appending(path: "tables/\(figure).csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test(arguments: ["figuren", "en/figures"])
  func `the whole card is a page in each language`(_ folder: String) throws {
    let edition = try NationalEdition.built.get().edition
    let page = try String(contentsOf: edition.appending(path: "\(folder)/\(Self.figure).html"), encoding: .utf8)
    for part in ["about", "iceberg", "methods", "overlaps", "models", "top-models", "sensitivity"] {
      #expect(page.contains("<h2 id=\"\(part)\">"), "\(part)")
    }
    #expect(page.contains("8.234") || page.contains("8,234"))
    #expect(page.contains("lists/ned-2010-2015.csv") && page.contains("2010-2015"))
    #expect(
      page.contains(
        folder == "figuren"
          ? "Latente klassen (Bayes): voor deze kaart niet gevraagd."
          : "Latent classes (Bayes): not asked for on this card."))
    #expect(page.components(separatedBy: "<svg").count == 11)
  }

  @Test func `the same card is JSON, with the table it rests on`() throws {
    let edition = try NationalEdition.built.get().edition
    let answer = try json(edition.appending(path: "cards/\(Self.figure).json"))
    #expect(
      Set(answer.keys) == [
        "card", "casesLeftOut", "countedOnce", "dropped", "figure", "listLabels", "merged", "name", "population",
        "replicates", "seed", "stratum", "table", "title", "version", "years",
      ])
    let card = try #require(answer["card"] as? [String: Any])
    #expect(
      Set(card.keys) == [
        "combinations", "estimates", "lists", "missing", "observed", "overlaps", "ranking", "sensitivity", "spread",
        "topModels", "warnings",
      ])
    let manifest = try json(edition.appending(path: "manifest.json"))
    let lists = try #require(manifest["lists"] as? [[String: String]])
    #expect(lists.first?["sha256"] == (answer["table"] as? [String: String])?["sha256"])
    #expect(lists.first?["file"] == "lists/ned-2010-2015.csv")
  }

  @Test func `every method is in the open data with both limits, on the rung of estimates`() throws {
    let rows = try lines(Self.figure)
    let total = "methode,\"Stapsgewijs, Poissontoets\",uitkomst,geschat totaal"
    let stepwise = rows.filter { $0.contains(total) }
    #expect(stepwise.count == 3 && stepwise.allSatisfy { $0.hasSuffix("slachtoffers,0,estimate,,estimated") })
    #expect(stepwise[0].contains(",111139,") && stepwise[1].contains("ondergrens van het 95%-interval"))
    #expect(
      rows.contains { $0.contains("Onafhankelijke lijsten,uitkomst,waargenomen,,,8234,slachtoffers,0,exact,,linked") })
  }

  @Test func `a share of an estimate is derived and never an estimate`() throws {
    let rows = try lines("afgeleid-minderjarigen-in-beeld")
    let share = try #require(rows.dropFirst().first)
    #expect(share.hasSuffix(",5.6,%,1,exact,,apportioned"), "\(share)")
    #expect(!rows.contains { $0.contains(",estimate,") })
    let edition = try NationalEdition.built.get().edition
    let page = try String(
      contentsOf: edition.appending(path: "figuren/afgeleid-minderjarigen-in-beeld.html"), encoding: .utf8)
    #expect(page.contains("Formule:") && page.contains("toegedeeld") && page.contains("tabel fig-2.10 van deze editie"))
  }

  @Test func `a cell that is not there stops the build with what may have been meant`() throws {
    let folder = try TemporaryFolder()
    let monitor = folder.file("monitor")
    try FileManager.default.createDirectory(at: monitor, withIntermediateDirectories: false)
    for name in try FileManager.default.contentsOfDirectory(atPath: BuiltProgram.nationalMonitor.path)
    where !["edition", "workspace"].contains(name) {
      try FileManager.default.copyItem(
        at: BuiltProgram.nationalMonitor.appending(path: name), to: monitor.appending(path: name))
    }
    let figures = monitor.appending(path: "figures.yaml")
    let text = try String(contentsOf: figures, encoding: .utf8)
    try text.replacingOccurrences(of: "figure: fig-2.10, row: minor,", with: "figure: fig-2.10, row: minr,")
      .replacingOccurrences(of: "replicates: 200", with: "replicates: 100")
      .write(to: figures, atomically: true, encoding: .utf8)
    let answer = try BuiltProgram.run(["build", monitor.path, "--workspace", folder.file("workspace").path])
    #expect(answer.exitCode == 65)
    #expect(
      answer.complaints.contains(
        "figures.yaml, afgeleid getal minderjarigen-in-beeld: fig-2.10 heeft geen rij minr; bedoelt u minor?"),
      "\(answer.complaints)")
  }
}

@Suite struct `Card of the command line` {
  private static let table = "A,B,C,count\n1,0,0,41\n0,1,0,63\n0,0,1,27\n1,1,0,12\n1,0,1,7\n0,1,1,9\n1,1,1,3\n"

  @Test func `estimate with an output folder writes pages in two languages and all of the card as JSON`() throws {
    let folder = try TemporaryFolder()
    try Self.table.write(to: folder.file("drie.csv"), atomically: true, encoding: .utf8)
    let target = folder.file("kaart")
    let answer = try BuiltProgram.run([
      "estimate", folder.file("drie.csv").path, "--output", target.path, "--replicates", "100", "--json",
    ])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: target.path).sorted() == [
        "assets", "card.en.html", "card.html", "card.json",
      ])
    let data = try Data(contentsOf: target.appending(path: "card.json"))
    let card = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(card.keys) == [
        "combinations", "estimates", "lists", "missing", "observed", "overlaps", "ranking", "sensitivity", "spread",
        "topModels", "warnings",
      ])
    #expect(card["observed"] as? Int == 162)
    let estimates = try #require(card["estimates"] as? [[String: Any]])
    for estimate in estimates {
      for key in ["assumption", "counts", "existence", "identifiable", "intervals", "method", "model", "warnings"] {
        #expect(estimate[key] != nil, "\(estimate["method"] ?? "?") lacks \(key)")
      }
    }
    let said = try #require(JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? NSDictionary)
    #expect(said == card as NSDictionary)
  }

  @Test func `one method answers with one object of fixed keys`() throws {
    let folder = try TemporaryFolder()
    try Self.table.write(to: folder.file("drie.csv"), atomically: true, encoding: .utf8)
    let answer = try BuiltProgram.run([
      "estimate", folder.file("drie.csv").path, "--method", "stepwise", "--replicates", "100", "--json",
    ])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let said = try #require(JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    for key in [
      "observed", "estimate", "intervals", "model", "loglikelihood", "aic", "bic", "existence", "identifiable",
      "warnings", "seconds",
    ] {
      #expect(said[key] != nil, "\(key)")
    }
  }
}
