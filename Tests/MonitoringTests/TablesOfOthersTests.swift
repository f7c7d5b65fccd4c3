import Foundation
import Invented
import Model
import Monitoring
import Testing

/// A folder with the tables of a report, what stands beside it, and what contradicts.
@Suite struct `Tables that others published` {
  private let folder: TemporaryFolders
  private static let header =
    "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note"
  private static let claims = "claim_id,report,section,line,paraphrase,value,op,unit,derived_from,formula"
  private static let sum =
    "fig-1, 2018, Totaal: hier staat 43, maar over vorm tellen de cellen op tot 42."

  init() throws {
    folder = try TemporaryFolders()
    try folder.put(
      "een/tabel.csv",
      [
        Self.header, "fig-1,slachtoffers,jaar,2018,vorm,Seksueel,,,30,personen,0,printed,1,",
        "fig-1,slachtoffers,jaar,2018,vorm,Arbeid,,,12,personen,0,printed,2,",
        "fig-1,slachtoffers,jaar,2018,vorm,Totaal,,,43,personen,1,printed,3,",
      ])
    try folder.put(
      "twee/tabel.CSV", [Self.header, "fig-9,slachtoffers,jaar,2017,vorm,Seksueel,,,20,personen,0,printed,1,"])
    try folder.put("twee/leesmij.txt", ["figure,value", "fig-1,1"])
  }

  private func answer(
    _ name: String, claims: String? = nil, in language: Language = .nl
  ) throws -> ContradictionsAnswer {
    try TablesOfOthers(in: folder.path(name), claims: claims.map(folder.path)).contradictions(in: language)
  }

  @Test func `are read whatever the case of their ending, and other files are left alone`() throws {
    #expect(try answer("een").lines == [Self.sum, "3 cellen bekeken, 1 tegenspraak gevonden."])
    #expect(try answer("twee").lines == ["1 cellen bekeken, 0 tegenspraken gevonden."])
    #expect(try answer("twee", in: .en).lines == ["1 cells looked at, 0 contradictions found."])
  }

  @Test func `are read as published, one file by itself, with what was understood`() throws {
    try folder.put(
      "vier/stad.csv",
      [
        "Mensen naar stad", "", "Stad;2020;2021", "Aa;1 200;14", "Bb;20;<5", "Cc;31;", "Samen;1 251;53",
        "Noot: voorlopig",
      ])
    let answer = try answer("vier/stad.csv", in: .en)
    #expect(answer.contradictions.isEmpty)
    #expect(answer.understood.first == "stad.csv: 7 numbers read, 1 places without a number, 0 not read.")
    #expect(answer.understood.contains("stad: 7 numbers"))
    try folder.put("vier/tables.yaml", ["stad.csv:", "  leave-out: true"])
    #expect(throws: MonitoringError.self) { try self.answer("vier") }
  }

  @Test func `give a program the rule, both numbers and the cells`() throws {
    let found = try answer("een", in: .en).contradictions
    #expect(found.map(\.report) == ["een"])
    #expect(found.map(\.figure) == ["fig-1"])
    #expect(found.map(\.kind) == ["sum"])
    #expect(found.map(\.severity) == ["error"])
    #expect(found.map(\.expected) == ["42"])
    #expect(found.map(\.published) == ["43"])
    #expect(found.map(\.cells) == [["fig-1|2018|Totaal", "fig-1|2018|Arbeid", "fig-1|2018|Seksueel"]])
    #expect(found.map(\.claims) == [[]])
    #expect(found.map(\.sentence) == ["fig-1, 2018, Totaal: this says 43, but over vorm the cells add up to 42."])
  }

  @Test func `are held to the claims in the folder above, which may refer to the reports beside`() throws {
    try folder.put(
      "claims.csv",
      [
        Self.claims, "c1,een,2.1,12,x,31,eq,personen,fig-1,{n:fig-1|2018|Seksueel}",
        "c2,een,2.1,13,x,11,eq,personen,fig-1,{n:fig-1|2018|Seksueel}-{m:fig-9|2017|Seksueel}",
        "c3,twee,1,1,x,21,eq,personen,fig-9,{m:fig-9|2017|Seksueel}",
      ])
    #expect(
      try answer("een").lines == [
        Self.sum, "Bewering c1 (regel 12): de tekst zegt 31 personen, maar de tabellen geven 30 personen.",
        "Bewering c2 (regel 13): de tekst zegt 11 personen, maar de tabellen geven 10 personen.",
        "3 cellen bekeken, 3 tegenspraken gevonden.",
      ])
    #expect(
      try answer("twee", in: .en).lines == [
        "Claim c3 (line 1): the text says 21 personen, but the tables give 20 personen.",
        "1 cells looked at, 1 contradiction found.",
      ])
    try folder.put("geen.csv", [Self.claims])
    #expect(try answer("een", claims: "geen.csv").lines == [Self.sum, "3 cellen bekeken, 1 tegenspraak gevonden."])
  }

  @Test func `are held to the n that the list of figures in the folder above gives their report, and no other`() throws
  {
    try folder.put(
      "drie/tabel.csv",
      [
        Self.header, "fig-1,slachtoffers,geslacht,Vrouw,,,,,1000,personen,0,printed,1,",
        "fig-1,slachtoffers,geslacht,Man,,,,,476,personen,0,printed,2,",
        "fig-1,slachtoffers,geslacht,Totaal,,,,,1476,personen,1,printed,3,",
      ])
    let list = ["report,figure,title,n_published,completeness"]
    try folder.put("figures.csv", list + ["twee,fig-1,x,n=1.467,full"])
    #expect(try answer("drie").contradictions.isEmpty)
    try folder.put("figures.csv", list + ["drie,fig-1,x,n=1.467,full"])
    #expect(
      try answer("drie").lines == [
        "fig-1: de titel noemt n = 1.467, maar in de tabel staat 1.476 (fig-1, Totaal).",
        "3 cellen bekeken, 1 tegenspraak gevonden.",
      ])
  }

  @Test func `are held against the texts in their folder and those that are named`() throws {
    try folder.put("een/verslag.md", ["# Vormen", "", "In 2018 waren er 21 slachtoffers van Arbeid."])
    try folder.put("brief.txt", ["Van Seksueel waren er 30 slachtoffers."])
    let answer = try TablesOfOthers(in: folder.path("een"), claims: nil, texts: [folder.path("brief.txt")])
      .contradictions(in: .nl)
    let found = try #require(answer.contradictions.last)
    #expect((found.kind, found.expected, found.published) == ("text", "12", "21"))
    #expect(found.text?.file == "verslag.md")
    #expect(found.text?.line == 3)
    #expect(
      answer.lines.suffix(2) == [
        "verslag.md: 1 zinnen gelezen, 1 met getallen; van 1 getallen passen er 0 bij de tabellen, spreken er 1 ze tegen en "
          + "zijn er 0 niet te koppelen.",
        "brief.txt: 1 zinnen gelezen, 1 met getallen; van 1 getallen passen er 1 bij de tabellen, spreken er 0 ze tegen en "
          + "zijn er 0 niet te koppelen.",
      ])
    #expect(throws: MonitoringError.self) {
      try TablesOfOthers(in: self.folder.path("een"), claims: nil, texts: [self.folder.path("geen.txt")])
    }
  }

  @Test func `may stand among the sentences of a text, which are held against them`() throws {
    let lines = [
      "In 2023 waren er 451 meldingen van stank.", "", "| Meldingen | 2022 | 2023 |", "|---|---|---|",
      "| Stank | 388 | 431 |", "| Overig | 61 | 58 |", "| Totaal | 449 | 498 |",
    ]
    try folder.put("vijf/rapport.md", lines)
    for place in ["vijf", "vijf/rapport.md"] {
      let found = try answer(place).contradictions
      #expect(found.map(\.expected) == ["489", "431"])
    }
    try folder.put("zes/rapport.md", ["Geen tabel | hier."])
    #expect(throws: MonitoringError.self) { try self.answer("zes") }
  }

  @Test func `are held against those of another report`() throws {
    let rows = (2015...2018).map { "fig-1,slachtoffers,jaar,\($0),vorm,Arbeid,,,\($0 - 1900),personen,0,printed,1," }
    try folder.put("nieuw/tabel.csv", [Self.header] + rows)
    try folder.put("oud/tabel.csv", [Self.header] + rows.map { $0.replacing(",117,", with: ",171,") })
    let found = try TablesOfOthers(in: folder.path("nieuw"), claims: nil, beside: [folder.path("oud")])
      .contradictions(in: .nl).contradictions
    #expect(found.map(\.kind) == ["revision"])
    #expect(found.map(\.expected) == ["171"])
    #expect(found.map(\.published) == ["117"])
    #expect(throws: MonitoringError.self) {
      try TablesOfOthers(in: self.folder.path("nieuw"), claims: nil, beside: [self.folder.path("nergens")])
    }
  }

  @Test func `that are not there or hold no table are refused in a sentence`() throws {
    let none = folder.path("nergens")
    #expect(
      throws: MonitoringError.data(
        nl:
          "\(none) kan niet worden gelezen. Noem een bestand met een tabel, of de map met de tabellen van één rapport.",
        en: "\(none) cannot be read. Name a file with a table, or the folder with the tables of one report.")
    ) { try answer("nergens") }
    let above = folder.path("")
    let told = try #require(Result { try answer("") }.error as? MonitoringError)
    #expect(
      told.sentences(.en) == [
        "There is no table with numbers in \(URL(filePath: above).standardizedFileURL.path). Check the folder or the file."
      ])
    let claims = folder.path("geen.csv")
    #expect(
      throws: MonitoringError.data(
        nl: "\(claims) kan niet worden gelezen. Noem een CSV-bestand in UTF-8.",
        en: "\(claims) cannot be read. Name a CSV file in UTF-8.")
    ) { try answer("een", claims: "geen.csv") }
  }

  @Test func `are read with the description beside them, and without one that is broken`() throws {
    try folder.put("csvw/t.csv", ["a|n", "Aa|1,5", "Bb|2,5", "Cc|NA"])
    try folder.put(
      "csvw/t.csv-metadata.json",
      [
        #"{"dialect": {"delimiter": "|"}, "tableSchema": {"columns": [{"titles": "a"},"#,
        #"{"titles": "n", "datatype": {"base": "decimal", "format": {"decimalChar": ","}}, "null": "NA"}]}}"#,
      ])
    #expect(
      try answer("csvw", in: .en).understood.first == "t.csv: 2 numbers read, 1 places without a number, 0 not read.")
    try folder.put("csvw/t.csv-metadata.json", ["{"])
    #expect(
      try answer("csvw", in: .en).lines.first
        == "t.csv-metadata.json, the whole file: this is no description (CSVW) in JSON that can be read; the table was read without it."
    )
  }

  @Test func `of several reports are read folder by folder`() throws {
    try folder.put("alle/b/2021/t.csv", ["x;a;b;Total", "Aa;1;2;3", "Bb;4;5;9", "Total;5;7;12"])
    try folder.put("alle/a/t.csv", ["x;a;b;Total", "Aa;10;20;30", "Bb;40;50;99", "Total;50;70;120"])
    try folder.put("alle/leeg/leesmij.md", ["niets"])
    try folder.put("alle/figures.csv", ["report,figure,title", "a,t,Iets"])
    try folder.put("alle/b/woorden.csv", ["woord,betekenis", "a,b"])
    func all(_ texts: [String] = []) throws -> ContradictionsAnswer {
      try ReportFolders(in: folder.path("alle"), claims: nil, texts: texts).contradictions(in: .en)
    }
    let found = try all()
    #expect(found.lines.filter { $0.hasPrefix("Folder") } == ["Folder a:", "Folder b/2021:"])
    #expect(found.contradictions.map(\.report) == ["a"])
    let complaint = #expect(throws: MonitoringError.self) { try all([folder.path("alle/leeg/leesmij.md")]) }
    guard case .data(let sentence) = complaint else { return }
    #expect(sentence.en.contains("holds 2 folders with tables"))
    #expect(
      try ReportFolders(in: folder.path("een"), claims: nil).contradictions(in: .nl).lines == answer("een").lines)
  }
}

/// Folders of invented files that exist for the length of one test.
private final class TemporaryFolders {
  private let folder: Invented.TemporaryFolder

  init() throws { folder = try Invented.TemporaryFolder() }

  func path(_ name: String) -> String { name.isEmpty ? folder.path : folder.path + "/" + name }

  func put(_ name: String, _ lines: [String]) throws {
    let place = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: place)
  }
}
