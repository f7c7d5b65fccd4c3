import Deliveries
import Foundation
import Invented
import Model
import Monitoring
import Testing

/// Two codings of the same conversations, laid side by side and made one.
@Suite struct `Two codings` {
  private let monitor: MonitorOnDisk
  private let source: Source

  init() throws {
    var files = SmallMonitor.files
    files["sources.yaml"] = files["sources.yaml"]?.replacing(
      "- { header: nummer,",
      with: "- { header: gesprek, record: true, explanation: { nl: Nummer., en: Number. } }\n      - { header: nummer,")
    monitor = try MonitorOnDisk(files)
    source = try monitor.opened.codedSource(named: nil)
  }

  private static let header = "gesprek;nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
  /// They differ in the age of g2; g3 was seen by the first alone, g4 by the second.
  private static let first = [
    header, "g1;p1;2018;sexual;20;NL;given;;", "g2;p2;2018;labour;17;PL;given;;", "g3;p3;2018;sexual;30;NL;given;;",
  ]
  private static let second = [
    header, "g2;q2;2018;labour;18;PL;given;;", "g1;q1;2018;sexual;20;NL;given;;", "g4;q4;2018;labour;40;NL;given;;",
  ]

  private func coded(_ name: String, _ lines: [String]) throws -> CodedDelivery {
    try CodedDelivery(
      contentsOf: monitor.send(name, lines).path, source: source, monitor: monitor.opened.monitor)
  }

  private func coding(_ a: [String] = first, _ b: [String] = second) throws -> DoubleCoding {
    try DoubleCoding(coded("a.csv", a), coded("b.csv", b), source: source, monitor: monitor.opened.monitor)
  }

  @Test func `are joined by the number of the conversation, whatever their order`() throws {
    let answer = AgreementAnswer(try coding())
    #expect(answer.records == 2)
    #expect(answer.onlyFirst == [4])
    #expect(answer.onlySecond == [4])
    #expect(answer.variables.map(\.column) == ["vorm", "leeftijd", "land", "toestemming"])
    #expect(answer.variables.map(\.kind) == ["set", "number", "category", "category"])
    #expect(answer.variables.map(\.n) == [2, 2, 2, 2])
    #expect(answer.variables.map(\.agreed) == [2, 1, 2, 2])
    #expect(answer.variables.map(\.percent) == [100, 50, 100, 100])
    let age = try #require(answer.disagreements.first)
    #expect(answer.disagreements.count == 1)
    #expect(age.rowFirst == 3 && age.rowSecond == 2)
    #expect("\(age.variable) \(age.column)" == "age leeftijd")
  }

  @Test func `are told in a table with a sentence below`() throws {
    let lines = AgreementAnswer(try coding()).lines(.nl)
    #expect(lines.count == 6)
    #expect(
      lines[0].split(separator: " ").map(String.init) == ["kolom", "n", "gelijk", "kappa", "95%-interval", "alfa"])
    #expect(lines[2].hasPrefix("leeftijd     2   50,0%"))
    #expect(
      lines[5] == "2 gesprekken zijn door beiden gecodeerd, 2 door één van hen; op 1 plaatsen verschillen zij.")
    #expect(
      AgreementAnswer(try coding()).lines(.en)[5]
        == "2 records were coded by both, 2 by one of them; in 1 places they differ.")
  }

  @Test func `with a conversation twice are refused, by the rows`() throws {
    let twice = Self.first + [Self.first[1]]
    #expect(
      throws: MonitoringError.data(
        nl: "a.csv, rij 5: dit gesprek staat ook in rij 2. Laat er één staan.",
        en: "a.csv, row 5: this record also stands in row 2. Keep one of them.")
    ) { try coding(twice) }
  }

  @Test func `keep an answer beyond the 252nd category, which takes two bytes`() throws {
    var wide = try monitor.opened.monitor
    let place = try #require(wide.codebook.variables.firstIndex { $0.name == "country" })
    wide.codebook.variables[place].categories += (0..<260).map {
      Model.Category(code: "extra\($0)", label: LocalizedText("Extra \($0)"))
    }
    let codes = wide.codebook.variables[place].categories[251...256].map(\.code)
    let lines = codes.enumerated().map { "g\($0);p\($0);2018;sexual;20;\($1);given;;" }
    let path = try monitor.send("breed.csv", [Self.header] + lines).path
    let coded = try CodedDelivery(contentsOf: path, source: source, monitor: wide)
    #expect(coded.rows.map { $0.answers["country"] } == codes.map { .category($0) })
  }

  @Test func `leave a file in which a third person decides`() throws {
    let file = monitor.beside("besluiten.csv")
    try AdjudicationFile.write(try coding(), to: file)
    #expect(
      String(decoding: try Data(contentsOf: file), as: UTF8.self)
        == "\u{FEFF}rij codeur A;rij codeur B;kolom;codeur A;codeur B;besluit\r\n3;2;leeftijd;17;18;\r\n")
  }

  private func decisions(_ lines: String...) throws -> String {
    try monitor.send("besluiten.csv", ["rij codeur A;rij codeur B;kolom;codeur A;codeur B;besluit"] + lines).path
  }

  @Test func `become one, with what was decided where they differed`() throws {
    let final = try FinalCoding(
      try coding(), decisions: try decisions("3;2;leeftijd;17;18;16"), source: source)
    let file = monitor.beside("samen.csv")
    try final.write(to: file)
    #expect(
      String(decoding: try Data(contentsOf: file), as: UTF8.self) == "\u{FEFF}"
        + [
          Self.header, "g1;p1;2018;sexual;20;NL;given;;", "g2;p2;2018;labour;16;PL;given;;",
          "g3;p3;2018;sexual;30;NL;given;;", "g4;q4;2018;labour;40;NL;given;;", "",
        ].joined(separator: "\r\n"))
    #expect(
      final.sentence(named: "samen.csv").nl
        == "samen.csv is geschreven: 4 gesprekken, 1 besluiten verwerkt. Controleer het bestand met zicht check-delivery."
    )
  }

  static let refused: [(lines: [String], sentence: String)] = [
    (
      ["3;2;leeftijd;17;18; "], "besluiten.csv, row 2, column besluit: nothing was decided here yet; 1 rows are empty."
    ),
    ([], "besluiten.csv: 1 disagreements are missing. Make the file again with --adjudicate."),
    (
      ["3;2;leeftijd;17;19;17"],
      "besluiten.csv, row 2: the coders do not differ here (any more). Make the file again with --adjudicate."
    ),
    (
      ["3;2;leeftijd"],
      "besluiten.csv, row 2: the columns are rij codeur A, rij codeur B, kolom, codeur A, codeur B, besluit. Make the "
        + "file again with --adjudicate."
    ),
    (
      ["drie;2;leeftijd;17;18;17"],
      "besluiten.csv, row 2: the columns are rij codeur A, rij codeur B, kolom, codeur A, codeur B, besluit. Make the "
        + "file again with --adjudicate."
    ),
  ]

  @Test(arguments: refused) func `are not made one while a decision is missing or about something else`(
    _ example: (lines: [String], sentence: String)
  ) throws {
    let file = try monitor.send(
      "besluiten.csv", ["rij codeur A;rij codeur B;kolom;codeur A;codeur B;besluit"] + example.lines)
    let coding = try coding()
    let error = Result { try FinalCoding(coding, decisions: file.path, source: source) }.error
    #expect((error as? MonitoringError)?.sentences(.en) == [example.sentence])
  }

  @Test func `are not made one by a file with other columns`() throws {
    let file = try monitor.send("besluiten.csv", ["rij;kolom;besluit", "3;leeftijd;17"])
    let error = Result { try FinalCoding(try coding(), decisions: file.path, source: source) }.error
    #expect((error as? MonitoringError)?.sentences(.nl).first?.hasPrefix("besluiten.csv, rij 1: hier horen") == true)
  }
}
