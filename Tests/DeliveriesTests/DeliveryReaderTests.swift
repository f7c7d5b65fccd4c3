import MonitorFolder
import Invented
@testable import Deliveries
@testable import Model
import Testing

/// A delivery to the source of the small monitor, in a few lines.
enum SmallDelivery {
  static let monitor: Monitor = {
    guard let monitor = FolderReading.load(files: SmallMonitor.files).monitor else {
      preconditionFailure("the small monitor has to be right")
    }
    return monitor
  }()
  static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"

  struct Outcome {
    var report: DeliveryReport
    var batches: [DeliveryBatch]
    var rows: Columns { batches.first?.columns ?? Columns(rowCount: 0) }
    var sentences: [String] { report.findings.map { $0.sentence(in: .nl) } }
  }

  static func read(_ lines: String..., header: String? = header, period: Int? = nil, limit: Int = 1_000) throws
    -> Outcome
  {
    try read(
      text: ([header].compactMap { $0 } + lines).joined(separator: "\r\n") + "\r\n", period: period, limit: limit)
  }

  static func read(text: String, period: Int? = nil, limit: Int = 1_000) throws -> Outcome {
    try read(bytes: Array(text.utf8), period: period, limit: limit)
  }

  static func read(bytes: [UInt8], name: String = "zorg.csv", period: Int? = nil, limit: Int = 1_000) throws -> Outcome
  {
    var batches: [DeliveryBatch] = []
    let reader = DeliveryReader(monitor: monitor, source: monitor.sources[0], period: period, detailLimit: limit)
    let report = try reader.validate(bytes: bytes, fileName: name) { batches.append($0) }
    try KeptReading.expectSame(reader, bytes, name)
    return Outcome(report: report, batches: batches)
  }
}

@Suite struct DeliveryReaderTests {
  @Test func `a good row is packed as the codebook says`() throws {
    let outcome = try SmallDelivery.read("P1;2018;sexual+arbeid;17;Polen;given;Jansen;privé", "P2;2018;;;;;;")
    #expect(outcome.sentences.count == 1)
    #expect(outcome.rows["year"] == .category([4, 4]))
    #expect(outcome.rows["form"] == .set([0b11, SetMask(.notDelivered).packed]))
    #expect(outcome.rows["age"] == .number([17, NumberValue(.notDelivered).packed]))
    #expect(outcome.rows["country"] == .category([5, 3]))
    #expect(outcome.rows["consent"] == .category([4, 3]))
    #expect(outcome.batches[0].sourceRow == [2, 3])
    #expect(outcome.batches[0].identities.count == 1)
    #expect(outcome.report.period == "2018")
    #expect(outcome.report.rowsTaken == 2)
  }

  @Test func `zero, empty and not recorded are different answers`() throws {
    let outcome = try SmallDelivery.read(
      "P1;2018;geen;0;onbekend;;;", "P2;2018;nvt;onbekend;niet gevraagd;;;", "P3;2018;unknown; ;NVT;;;")
    let missing = { (reason: Missing) in NumberValue(reason).packed }
    #expect(outcome.rows["age"] == .number([0, missing(.unknown), missing(.notDelivered)]))
    #expect(outcome.rows["country"] == .category([0, 1, 2]))
    #expect(outcome.rows["form"] == .set([0, SetMask(.notApplicable).packed, SetMask(.unknown).packed]))
  }

  @Test func `words are understood in any case, order of columns and with blanks around them`() throws {
    let outcome = try SmallDelivery.read(
      " 2019 ;SEKSUEEL + Labour;poland;p9;16;Given", header: "JAAR;Vorm ;LAND;Num mer;leeftijd;toestemming")
    #expect(outcome.rows["form"] == .set([0b11]))
    #expect(outcome.rows["country"] == .category([5]))
    #expect(outcome.rows["year"] == .category([5]))
    #expect(outcome.report.period == "2019")
    #expect(outcome.sentences == [])
  }

  @Test(arguments: WrongCell.all)
  func `a wrong cell gives its sentence and sets the row aside`(_ cell: WrongCell) throws {
    let outcome = try SmallDelivery.read("P1;2018;arbeid;30;NL;given;;", cell.row)
    #expect(outcome.sentences == ["zorg.csv, rij 3, kolom \(cell.column): \(cell.sentence)"])
    #expect(outcome.report.rowsTaken == 1)
    #expect(outcome.report.rowsSetAside == 1)
    #expect(outcome.report.rowsRead == 2)
    #expect(outcome.report.isUsable)
    #expect(!outcome.report.isClean)
  }

  @Test func `all findings of a row come at once, in the order of its columns`() throws {
    let outcome = try SmallDelivery.read(";20188;arbied;212;NLL;giv en;;", "P2;2018;;;;;;")
    #expect(
      outcome.report.findings.filter { $0.place.row == 2 }.map { "\($0.rule) \($0.place.column ?? "")" } == [
        "without-key nummer", "year-format jaar", "unknown-answer vorm", "number-range leeftijd",
        "unknown-answer land", "unknown-answer toestemming",
      ])
  }

  @Test func `a record without a ground moves down a lane and loses its name`() throws {
    let outcome = try SmallDelivery.read("P1;2018;arbeid;30;NL;given;Jansen;", "P2;2018;arbeid;15;NL;given;Pietersen;")
    let batch = outcome.batches[0]
    #expect(batch.lane == [0, 1])
    #expect(batch.ground == [1, 0])
    #expect(batch.identities.map(\.row) == [0])
    #expect(outcome.report.rowsMovedDown == 1)
    #expect(outcome.report.rowsByLane == [1, 1, 0])
    #expect(
      outcome.sentences == [
        "zorg.csv: één melding heeft geen wettelijke grond voor al haar gegevens en is met minder gegevens opgenomen. "
          + "Kijk in de toelichting welke grond voor welke gegevens nodig is.",
        "zorg.csv, rij 3, kolom achternaam: hier staan persoonsgegevens zonder wettelijke grond; "
          + "zij zijn niet overgenomen. Laat de cel leeg of leg eerst de toestemming vast.",
      ])
    #expect(!"\(outcome.report) \(batch)".contains("Pietersen"))
    #expect(!"\(outcome.report) \(batch)".contains("Jansen"))
  }

  @Test func `a count-only record keeps its year and form and nothing else`() throws {
    var monitor = SmallDelivery.monitor
    monitor.sources[0].lane = .pseudonymous
    var batches: [DeliveryBatch] = []
    let text =
      SmallDelivery.header + "\nP1;2018;arbeid;15;NL;given;;\n;2018;sexual;15;PL;;;\nP3;2018;arbeid;20;NL;given;;\n"
    let report = try DeliveryReader(monitor: monitor, source: monitor.sources[0])
      .validate(bytes: Array(text.replacing("\n;2018", with: "\nP2;2018").utf8), fileName: "a.csv") {
        batches.append($0)
      }
    let batch = batches[0]
    #expect(batch.lane == [2, 2, 1])
    #expect(batch.columns["form"] == .set([2, 1, 2]))
    #expect(batch.columns["year"] == .category([4, 4, 4]))
    #expect(batch.columns["country"] == .category([3, 3, 4]))
    #expect(
      batch.columns["age"] == .number([NumberValue(.notDelivered).packed, NumberValue(.notDelivered).packed, 20]))
    #expect((0..<3).map { row in batch.personKeys.withText(at: row) { $0.count } } == [0, 0, 2])
    #expect(report.rowsMovedDown == 2)
  }

  @Test func `records that are handed out tell their year`() throws {
    let reader = DeliveryReader(monitor: SmallDelivery.monitor, source: SmallDelivery.monitor.sources[0])
    let outcome = try SmallDelivery.read("P1;20188;;;;;;", "P2;2019;;;;;;")
    #expect(outcome.batches.map(reader.year) == [2019])
    var empty = outcome.batches[0]
    empty.columns = Columns(rowCount: 0)
    #expect(reader.year(of: empty) == nil)
  }

  @Test func `a file about two years is refused, a row of another year than asked is set aside`() throws {
    let both = try SmallDelivery.read("P1;2018;;16;;given;;", "P2;2019;;16;;given;;")
    #expect(!both.report.isUsable)
    #expect(both.report.period == nil)
    #expect(
      both.sentences == [
        "zorg.csv: dit bestand gaat over meer dan één jaar: 2018 en 2019. Lever elk jaar in een eigen bestand."
      ])
    let asked = try SmallDelivery.read("P1;2018;;16;;given;;", "P2;2019;;16;;given;;", period: 2019)
    #expect(
      asked.sentences == [
        "zorg.csv, rij 2, kolom jaar: deze rij gaat over een ander jaar dan 2019. "
          + "Lever deze rij bij haar eigen jaar. Deze rij is niet ingelezen."
      ])
    #expect(asked.report.period == "2019")
  }

  @Test func `equal rows are noticed`() throws {
    let outcome = try SmallDelivery.read("P1;2018;;16;;given;;a", "P1;2018;;16;;given;;b", "P1;2018;;17;;given;;")
    #expect(
      outcome.sentences == [
        "zorg.csv, rij 3: deze rij is gelijk aan een eerdere rij. Haal de rij weg als zij dubbel is ingevoerd."
      ])
    #expect(outcome.report.rowsTaken == 3)
  }

  @Test func `a file of only a header is a delivery of nothing once its year is known`() throws {
    let named = try SmallDelivery.read(period: 2018)
    #expect(
      named.sentences == [
        "zorg.csv: onder de kolomnamen staat geen enkele melding. Bevestig bij het leveren dat er geen meldingen waren."
      ])
    #expect(named.report.isUsable)
    let unnamed = try SmallDelivery.read()
    #expect(unnamed.report.findings.map(\.rule) == ["no-records", "no-period"])
    #expect(!unnamed.report.isUsable)
  }

  @Test func `many findings are all counted and the first of each sort told`() throws {
    let rows = (1...500).map { "P\($0);2018;;212;;;;" } + ["Q1;2018;;;XX;;;"]
    let outcome = try SmallDelivery.read(text: ([SmallDelivery.header] + rows).joined(separator: "\n"), limit: 20)
    #expect(outcome.report.findings.count { $0.rule == "number-range" } == 20)
    #expect(outcome.report.findings.contains { $0.rule == "unknown-answer" })
    let counts = outcome.report.counts.filter { $0.severity == .error }
    #expect(
      counts.map { "\($0.rule) \($0.column ?? "") \($0.count)" } == [
        "number-range leeftijd 500", "unknown-answer land 1",
      ])
    #expect(outcome.report.rowsSetAside == 501)
  }

  @Test func `batches follow each other without a row lost`() throws {
    let rows = (1...70_000).map { "P\($0);2018;arbeid;16;NL;given;;" }
    let outcome = try SmallDelivery.read(text: ([SmallDelivery.header] + rows).joined(separator: "\n"))
    #expect(outcome.batches.map(\.columns.rowCount) == [65_536, 4_464])
    #expect(outcome.batches[1].sourceRow.last == 70_001)
    #expect(outcome.report.totals.rows == 70_000)
    let form = try #require(outcome.report.totals.variables.first { $0.variable == "form" })
    #expect(form.counts.filter { $0.count > 0 }.map { "\($0.code) \($0.count)" } == ["labour 70000"])
  }

  @Test func `what the sink throws comes out`() {
    struct Full: Error {}
    let reader = DeliveryReader(monitor: SmallDelivery.monitor, source: SmallDelivery.monitor.sources[0])
    let text = SmallDelivery.header + "\nP1;2018;;16;;given;;\n"
    #expect(throws: Full.self) {
      _ = try reader.validate(bytes: Array(text.utf8), fileName: "a.csv") { _ in throw Full() }
    }
  }

  @Test func `lines with a hash above the header are passed over, whatever signs they hold`() throws {
    let outcome = try SmallDelivery.read(
      text: "# Gereconstrueerd, uit tabellen, geen personen\r\n\"# a;b\"\r\n" + SmallDelivery.header
        + "\r\nP1;2018;;16;;given;;\r\n")
    #expect(outcome.sentences == [])
    #expect(outcome.batches[0].sourceRow == [4])
  }
}

/// One wrong cell in row 3 with its sentence; the first sentence says what, the rest what to do.
struct WrongCell: CustomTestStringConvertible {
  var row: String
  var column: String
  var sentence: String

  var testDescription: String { sentence }

  static let all: [WrongCell] = [
    .init(
      row: "P2;20188;;30;;given;;", column: "jaar",
      sentence: "hier staan vijf cijfers; een jaartal heeft er vier. Verbeter de cel. Deze rij is niet ingelezen."),
    .init(
      row: "P2;18;;30;;given;;", column: "jaar",
      sentence: "hier staan twee cijfers; een jaartal heeft er vier. Verbeter de cel. Deze rij is niet ingelezen."),
    .init(
      row: "P2;vorig jaar;;30;;given;;", column: "jaar",
      sentence: "hier staat geen jaartal van vier cijfers. Verbeter de cel. Deze rij is niet ingelezen."),
    .init(
      row: "P2;2025;;30;;given;;", column: "jaar",
      sentence:
        "dit jaar ligt buiten de periode 2018-2019. Verbeter het jaar of haal de rij weg. Deze rij is niet ingelezen."),
    .init(
      row: "P2;;;30;;given;;", column: "jaar",
      sentence: "deze cel is leeg, maar verplicht. Vul de cel, zo nodig met onbekend. Deze rij is niet ingelezen."),
    .init(
      row: "P2;2018;arbied;30;;given;;", column: "vorm",
      sentence:
        "dit woord staat niet in de lijst; bedoelt u `arbeid`? Kies een woord uit de lijst in het sjabloon. Deze rij is niet ingelezen."
    ),
    .init(
      row: "P2;2018;Jan de Vries;30;;given;;", column: "vorm",
      sentence:
        "dit woord staat niet in de lijst (Seksueel, arbeid). Kies een woord uit de lijst in het sjabloon. Deze rij is niet ingelezen."
    ),
    .init(
      row: "P2;2018;arbeid+onbekend;30;;given;;", column: "vorm",
      sentence:
        "`onbekend` staat hier naast een ander antwoord. Laat alleen de antwoorden staan die gelden. Deze rij is niet ingelezen."
    ),
    .init(
      row: "P2;2018;;212;;given;;", column: "leeftijd",
      sentence:
        "dit getal is hoger dan 110, het hoogste dat hier kan. Verbeter de cel of vul onbekend in. Deze rij is niet ingelezen."
    ),
    .init(
      row: "P2;2018;;-1;;given;;", column: "leeftijd",
      sentence:
        "dit getal is lager dan 0, het laagste dat hier kan. Verbeter de cel of vul onbekend in. Deze rij is niet ingelezen."
    ),
    .init(
      row: "P2;2018;;17,5;;given;;", column: "leeftijd",
      sentence: "hier hoort een geheel getal. Vul een getal in of onbekend. Deze rij is niet ingelezen."),
    .init(
      row: "P2;2018;;zestien;;given;;", column: "leeftijd",
      sentence:
        "hier staat geen getal en geen woord uit de lijst. Vul een getal in of onbekend. Deze rij is niet ingelezen."),
    .init(
      row: ";2018;;30;;given;;", column: "nummer",
      sentence: "het nummer van de persoon ontbreekt. Vul het nummer van de persoon in. Deze rij is niet ingelezen."),
    .init(
      row: String(repeating: "9", count: 201) + ";2018;;30;;given;;", column: "nummer",
      sentence: "deze cel is langer dan 200 tekens. Kijk of de aanhalingstekens kloppen. Deze rij is niet ingelezen."),
  ]
}
