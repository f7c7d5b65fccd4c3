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
    for part in ["yearly", "account"] { #expect(page.contains("<h2 id=\"\(part)\">"), "\(part)") }
    let account = [
      "assumptions", "about", "methods", "overlaps", "models", "top-models", "sensitivity", "technical",
    ]
    for part in account { #expect(page.contains("<h3 id=\"\(part)\">"), "\(part)") }
    // 36,375 to 128,256 over six years never stands without what it is a year, beside what was published.
    #expect(page.contains("6.000 en 22.000: over 2010-2015 samen") || page.contains("6,000 and 22,000: over 2010-2015"))
    #expect(
      page.contains("6.000 tot 22.000 mensen; anderen publiceerden 5.000 tot 7.500.")
        || page.contains("6,000 to 22,000 people; others published 5,000 to 7,500."))
    #expect(
      page.contains("Politie × Opvang") || page.contains("Opvang × Politie") || page.contains("Shelters × Police"))
    #expect(!page.contains("[12,") && page.contains("15420133833823328792"))
    #expect(page.contains("8.234") || page.contains("8,234"))
    #expect(page.contains("lists/ned-2010-2015.csv") && page.contains("2010-2015"))
    #expect(
      page.contains(
        folder == "figuren"
          ? "Latente klassen (Bayes): voor deze kaart niet gevraagd."
          : "Latent classes (Bayes): not asked for on this card."))
    #expect(page.components(separatedBy: "<svg").count == 13)
  }

  @Test func `the same card is JSON, with the table it rests on`() throws {
    let edition = try NationalEdition.built.get().edition
    let answer = try json(edition.appending(path: "cards/\(Self.figure).json"))
    #expect(
      Set(answer.keys) == [
        "card", "casesLeftOut", "comparisons", "countedOnce", "dropped", "figure", "listLabels", "merged", "name",
        "population",
        "replicates", "seed", "stratum", "table", "title", "version", "years",
      ])
    let card = try #require(answer["card"] as? [String: Any])
    #expect(
      Set(card.keys) == [
        "assumptions", "combinations", "estimates", "headline", "lists", "missing", "observed", "overlaps", "ranking",
        "sensitivity", "spread", "topModels", "warnings", "years",
      ])
    let manifest = try json(edition.appending(path: "manifest.json"))
    let lists = try #require(manifest["lists"] as? [[String: String]])
    #expect(lists.first?["file"] == "lists/ned-2010-2015.csv")
  }

  @Test func `every method is in the open data with both limits, on the rung of estimates`() throws {
    let rows = try lines(Self.figure)
    let total = "methode,\"Stapsgewijs, zoals gepubliceerd\",uitkomst,geschat totaal"
    let stepwise = rows.filter { $0.contains(total) }
    #expect(stepwise.count == 3 && stepwise.allSatisfy { $0.hasSuffix("slachtoffers,0,estimate,,estimated") })
    #expect(stepwise[0].contains(",111139,") && stepwise[1].contains("ondergrens van het 95%-interval"))
    #expect(
      rows.contains { $0.contains("Onafhankelijke lijsten,uitkomst,waargenomen,,,8234,slachtoffers,0,exact,,linked") })
  }

  @Test func `a share of an estimate is derived and never an estimate`() throws {
    let rows = try lines("afgeleid-minderjarigen-in-beeld")
    let share = try #require(rows.dropFirst().first)
    #expect(share.hasSuffix(",5.6,%,1,derived,,apportioned"), "\(share)")
    #expect(!rows.contains { $0.contains(",estimate,") })
    let edition = try NationalEdition.built.get().edition
    let page = try String(
      contentsOf: edition.appending(path: "figuren/afgeleid-minderjarigen-in-beeld.html"), encoding: .utf8)
    #expect(page.contains("Formule:") && page.contains("toegedeeld") && page.contains("tabel fig-2.10 van deze editie"))
  }

  @Test func `a cell that is not there stops the build with what may have been meant`() throws {
    let folder = try TemporaryFolder()
    let answer = try build(in: folder) { text in
      text.replacingOccurrences(of: "figure: fig-2.10, row: minor,", with: "figure: fig-2.10, row: minr,")
        .replacingOccurrences(of: "replicates: 200", with: "replicates: 100")
    }
    #expect(answer.exitCode == 65)
    #expect(
      answer.complaints.contains(
        "figures.yaml, afgeleid getal minderjarigen-in-beeld: fig-2.10 heeft geen rij minr; bedoelt u minor?"),
      "\(answer.complaints)")
  }

  @Test func `lists come from the cases too, and the interval of an estimate goes into its share`() throws {
    let folder = try TemporaryFolder()
    let answer = try build(in: folder) { text in
      (text.components(separatedBy: "\nestimates:\n").first ?? "") + Self.fromCases
    }
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let tables = folder.file("edition").appending(path: "tables")
    let seen = try String(contentsOf: tables.appending(path: "schatting-gevallen-2019.csv"), encoding: .utf8)
    #expect(seen.contains("Ondergrens van Chao,uitkomst,waargenomen"))
    let share = try String(contentsOf: tables.appending(path: "afgeleid-minderjarigen.csv"), encoding: .utf8)
    let lines = share.split(separator: "\n").dropFirst().prefix(3).map(String.init)
    #expect(
      lines.map { $0.split(separator: ",").suffix(5).joined(separator: ",") } == [
        "4.1,%,1,derived,apportioned", "2.7,%,1,derived,apportioned", "5.4,%,1,derived,apportioned",
      ])
    let page = try String(
      contentsOf: folder.file("edition").appending(path: "figuren/schatting-gevallen-2019.html"), encoding: .utf8)
    #expect(page.contains("Iedere persoon telt één keer in dit deel") && page.contains("Samengenomen tot zorg"))
    // A stratum of one year is about that year and has no average.
    #expect(!page.contains("Gemiddeld ongeveer"))
  }

  @Test func `lists from cases of several years have a headline for each, and the years are said not to add up`() throws
  {
    let folder = try TemporaryFolder()
    let answer = try build(in: folder) { text in
      (text.components(separatedBy: "\nestimates:\n").first ?? "")
        + Self.fromCases.replacing("filter: year is 2019, ", with: "").replacing("    strata: [year]\n", with: "")
    }
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let edition = folder.file("edition")
    let page = try String(
      contentsOf: edition.appending(path: "figuren/schatting-gevallen.html"), encoding: .utf8)
    #expect(page.contains("de jaren zijn niet op te tellen tot het geheel") && page.contains("Elk jaar apart geschat"))
    let card = try #require(
      try json(edition.appending(path: "cards/schatting-gevallen.json"))["card"] as? [String: Any])
    let years = try #require(card["years"] as? [[String: Any]])
    #expect(years.map { $0["year"] as? String } == ["2015", "2016", "2017", "2018", "2019"])
    #expect(years.compactMap { $0["observed"] as? Int }.reduce(0, +) >= (try #require(card["observed"] as? Int)))
  }

  private static let fromCases = """

    estimates:
      - estimate: gevallen
        title: { nl: Gezien en niet gezien, en: Seen and unseen }
        unit: victim
        population: { nl: Wie gemeld had kunnen worden., en: Whoever could have been reported. }
        lists: { from: cases, variable: reporters, filter: year is 2019, merge: { zorg: [careCoordinator, fairwork] }, drop: [emm, om, other] }
        strata: [year]
        methods: [chao]
    derived:
      - derived: minderjarigen
        title: { nl: In beeld, en: In sight }
        measure: { nl: aandeel in beeld, en: share in sight }
        unit: victim
        share:
          of: { quoted: 54, observed: true, label: { nl: gemeld, en: reported }, source: Rapport }
          over: { quoted: 1320, lower: 1000, upper: 2000, label: { nl: geschat, en: estimated }, source: Rapport }

    """

  /// Builds the national monitor with other text in `figures.yaml`.
  private func build(in folder: TemporaryFolder, changing: (String) -> String) throws -> BuiltProgram.Answer {
    let monitor = folder.file("monitor")
    try FileManager.default.createDirectory(at: monitor, withIntermediateDirectories: false)
    for name in try FileManager.default.contentsOfDirectory(atPath: BuiltProgram.nationalMonitor.path)
    where !["edition", "workspace", "text"].contains(name) {
      try FileManager.default.copyItem(
        at: BuiltProgram.nationalMonitor.appending(path: name), to: monitor.appending(path: name))
    }
    let figures = monitor.appending(path: "figures.yaml")
    try changing(String(contentsOf: figures, encoding: .utf8)).write(to: figures, atomically: true, encoding: .utf8)
    return try BuiltProgram.run([
      "build", monitor.path, "--workspace", folder.file("workspace").path, "--output", folder.file("edition").path,
    ])
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
        "assumptions", "combinations", "estimates", "headline", "lists", "missing", "observed", "overlaps", "ranking",
        "sensitivity", "spread", "topModels", "warnings", "years",
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
