import Foundation
import Testing

/// Counts by municipality through a merger: Aam and Beek became Veld on 1 January 2019.
@Suite struct `Counts by area` {
  static let areas = """
    code;name;region;part;from;to;becomes
    A;Aam;R;;;31-12-2018;V
    B;Beek;R;;;31-12-2018;V
    C;Ceel;R;;;;
    V;Veld;R;;1-1-2019;;

    """
  static let codebook =
    "\n  - { variable: village, kind: category, areas: true, label: { nl: gemeente, en: municipality } }\n"
  static let table = [
    "      - table: by-village", "        label: { nl: Signalen naar gemeente, en: Signals by municipality }",
    "        explanation: { nl: Elk signaal telt., en: Each signal counts. }", "        unit: signal",
    "        total: true", "        axes: [{ header: gemeente, variable: village }]", "",
  ].joined(separator: "\n")

  static func figure(_ name: String, _ boundaries: String) -> String {
    [
      "", "  - figure: \(name)", "    title: { nl: Signalen naar gemeente, en: Signals by municipality }",
      "    measure: { nl: signalen, en: signals }", "    unit: signal",
      "    counts: { source: gemeente, table: by-village }",
      "    rows: { variable: village, name: { nl: gemeente, en: municipality }, boundaries: \(boundaries) }",
      "    row-total: *total", "    columns: [*year]", "",
    ].joined(separator: "\n")
  }

  /// The numbers of a region's municipality, by observation and by municipality.
  static let delivery =
    "tabel;jaar;kenmerk 1;categorie 1;kenmerk 2;categorie 2;kenmerk 3;categorie 3;aantal;vorige levering;toelichting\n"
    + ["2018", "2019"].flatMap { year in
      ["slechte huisvesting;;;;;1", "te weinig loon;;;;;2", "ingenomen papieren;;;;;3", "Basis;;;;;5"].map {
        "Signalen naar waarneming;\(year);waarneming;\($0);;\n"
      }
    }.joined()
    + [
      "2018;gemeente;Aam;;;;;4", "2018;gemeente;Beek;;;;;6", "2018;gemeente;Ceel;;;;;3", "2018;gemeente;Totaal;;;;;13",
      "2019;gemeente;Ceel;;;;;2", "2019;gemeente;Veld;;;;;9", "2019;gemeente;Totaal;;;;;11",
    ].map { "Signalen naar gemeente;\($0);;\n" }.joined() + "Deze levering is volledig;2019;;;;;;;ja;;\n"

  static func made() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try BuiltProgram.run(["new", "region", "r", "--year", "2019"], in: folder.url)
    try #require(made.exitCode == 0, "\(made.complaints)")
    func append(_ text: String, to file: String) throws {
      let place = folder.file("r/\(file)")
      let old = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
      try Data((old + text).utf8).write(to: place)
    }
    // What is counted is looked at here, and not what may be shown.
    let settings = folder.file("r/monitor.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try Data(text.replacing("policy: suppress", with: "policy: publishAsIs").utf8).write(to: settings)
    try append(areas, to: "areas.csv")
    try append(codebook, to: "codebook.yaml")
    try append(table, to: "sources.yaml")
    try append(figure("toen", "then") + figure("nu", "now"), to: "figures.yaml")
    try Data(delivery.utf8).write(to: folder.file("r/deliveries/gemeente-2019.csv"))
    // Another file than was received: the folder is as one made by hand.
    try FileManager.default.removeItem(at: folder.file("r/deliveries/log.jsonl"))
    return folder
  }

  @Test func `are asked of the areas of that year only`() throws {
    let folder = try Self.made()
    let answer = try BuiltProgram.run(
      ["template", "gemeente", "--monitor", "r", "--output", "g.csv"], in: folder.url)
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let asked = try String(contentsOf: folder.file("g.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).filter { $0.hasPrefix("Signalen naar gemeente;") }
      .map { $0.split(separator: ";", omittingEmptySubsequences: false)[1...3].joined(separator: " ") }
    #expect(
      asked == [
        "2018 gemeente Aam", "2018 gemeente Beek", "2018 gemeente Ceel", "2018 gemeente Totaal", "2019 gemeente Ceel",
        "2019 gemeente Veld", "2019 gemeente Totaal",
      ])
  }

  @Test func `stand as they were then, with a break, and as they are now`() throws {
    let folder = try Self.made()
    let received = try BuiltProgram.run(["receive", "--all", "--monitor", "r"], in: folder.url)
    try #require(received.exitCode == 0, "\(received.complaints)")
    let answer = try BuiltProgram.run(["build", "r"], in: folder.url)
    try #require(answer.exitCode == 0, "\(answer.complaints)")
    func lines(_ figure: String) throws -> [String] {
      try LongTable(contentsOf: folder.file("r/edition/tables/\(figure).csv")).rows
        .map { ($0.dimensions.map(\.value) + [$0.value]).joined(separator: " ") }
    }
    #expect(
      try lines("toen") == [
        "Aam 2018 4", "Aam 2019 ", "Beek 2018 6", "Beek 2019 ", "Ceel 2018 3", "Ceel 2019 2", "Veld 2018 ",
        "Veld 2019 9", "Totaal 2018 13", "Totaal 2019 11",
      ])
    #expect(
      try lines("nu") == [
        "Ceel 2018 3", "Ceel 2019 2", "Veld 2018 10", "Veld 2019 9", "Totaal 2018 13", "Totaal 2019 11",
      ])
    let sentence = "Aam en Beek zijn opgegaan in Veld."
    #expect(try String(contentsOf: folder.file("r/edition/figuren/toen.html"), encoding: .utf8).contains(sentence))
    #expect(try !String(contentsOf: folder.file("r/edition/figuren/nu.html"), encoding: .utf8).contains(sentence))
  }
}
