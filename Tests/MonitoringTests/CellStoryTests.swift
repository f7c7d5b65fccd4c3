import Foundation
import Invented
@testable import Model
import Monitoring
@testable import Tabulation
import Testing

/// How the number of one cell came about, step by step.
@Suite struct `The story of a cell` {
  private static let row = TableShape.RowHeader(
    key: "labour", name: LocalizedText("vorm"), label: LocalizedText(nl: "arbeid", en: "labour"),
    measure: LocalizedText("m"), unit: .named(LocalizedText("u")))
  private static let column = TableShape.ColumnHeader(
    key: "2018", name: LocalizedText("jaar"), label: LocalizedText("2018"), panel: nil)

  private static func summary(_ period: String, source: String = "zorg") -> DeliverySummary {
    DeliverySummary(
      source: source, period: period, version: 1, fileName: "\(source)-\(period).csv", checksum: "c0ffee",
      rowsRead: 9, rowsTaken: 8, rowsSetAside: 1, rowsMovedDown: 0)
  }

  private static var trace: CellTrace {
    CellTrace(
      figure: "fig-1", row: row, column: column, rung: .linked,
      received: .init(rowsRead: 9, rowsSetAside: 1, notifications: 8, withoutPerson: 2, cases: 5),
      casesBeforeExclusion: 4, excluded: [.init(rule: "only-police", cases: 1)], casesCounted: 3, counted: 3,
      notifications: 4, imputed: [.init(variable: "minor", cases: 1)],
      deliveries: [.init(delivery: summary("2018"), notifications: 4)])
  }

  private static func monitor(_ files: [String: String]) throws -> Monitor {
    try MonitorOnDisk(files).opened.monitor
  }

  @Test func `over records goes from rows to units, exclusions with their reason`() throws {
    let cell = Cell(.exact(Quantity(3)), rung: .linked)
    let story = CellStory(Self.trace, value: cell, monitor: try Self.monitor(SmallMonitor.files), language: .nl)
    #expect(
      story.text == """
        fig-1, arbeid, 2018: 3 (gekoppeld)
          9\trijen gelezen in alle leveringen
          1\trijen apart gehouden
          8\tmeldingen
          2\tmeldingen zonder persoon (alleen geteld)
          5\tgevallen na koppelen (één persoon per jaar)
          4\tgevallen in deze rij en kolom, uitgesloten gevallen inbegrepen
          1\tuitgesloten door de regel only-police - Uitgesloten.
          3\tgevallen geteld
          1\twaarvan bijgeschat (minor)
          4\tmeldingen over die gevallen
          4\tmeldingen uit zorg-2018.csv - versie 1
          1\therhalingen die niet opnieuw tellen
          3\teenheden geteld
        """)
  }

  @Test func `under a policy that hides, nothing is told of a cell that is hidden or made of counts that would be`()
    throws
  {
    let monitor = try Self.monitor(SmallMonitor.files)
    let hiding = Monitor.PublicationChoice(policy: "suppress", reason: LocalizedText("r"))
    let shown = CellStory(Self.trace, value: Cell(.exact(Quantity(30)), rung: .linked), monitor: monitor, language: .nl)
    let hidden = CellStory(
      Self.trace, value: Cell(.suppressed(.primary), rung: .linked), monitor: monitor, language: .nl)
    #expect(
      shown.told(under: hiding, .nl).text == """
        fig-1, arbeid, 2018: 30 (gekoppeld)
          \thoe dit getal is opgebouwd zou aantallen zeggen die het publicatiebeleid weglaat
        """)
    #expect(
      hidden.told(under: hiding, .nl).text == """
        fig-1, arbeid, 2018: afgeschermd (gekoppeld)
          \thet publicatiebeleid laat dit getal weg, en dus ook waaruit het is opgebouwd
        """)
    #expect(shown.told(under: .init(policy: "publishAsIs", reason: LocalizedText("r")), .nl) == shown)
    var harmless = Self.trace
    harmless.received = .init(rowsRead: 90, rowsSetAside: 10, notifications: 80, withoutPerson: 0, cases: 50)
    (harmless.casesBeforeExclusion, harmless.casesCounted, harmless.counted) = (30, 30, 30)
    (harmless.excluded, harmless.imputed, harmless.notifications, harmless.deliveries) = ([], [], 30, [])
    let story = CellStory(harmless, value: Cell(.exact(Quantity(30)), rung: .linked), monitor: monitor, language: .nl)
    #expect(story.told(under: hiding, .nl) == story)
  }

  @Test func `speaks the language it is asked in`() throws {
    let story = CellStory(Self.trace, value: nil, monitor: try Self.monitor(SmallMonitor.files), language: .en)
    #expect(story.row == "labour" && story.rung == "linked" && story.value == nil)
    #expect(story.steps[0].what == "rows read in all deliveries")
    #expect(story.steps[6].what == "excluded by the rule only-police" && story.steps[6].detail == "Excluded.")
    #expect(story.text.hasPrefix("fig-1, labour, 2018: - (linked)"))
  }

  @Test func `of a number that was quoted says where it was read, and nothing else`() throws {
    var trace = Self.trace
    trace.quotedFrom = "Jaarbericht 2018, p. 3"
    let story = CellStory(trace, value: nil, monitor: try Self.monitor(SmallMonitor.files), language: .nl)
    #expect(story.steps == [.init(what: "aangehaald, niet geteld", count: 0, detail: "Jaarbericht 2018, p. 3")])
  }

  // MARK: Counts

  private static func part(
    _ word: String?, _ number: Int?, row: Int? = 6, absence: Absence? = nil, earlier: CountPart.Earlier? = nil
  ) -> CountPart {
    CountPart(
      source: "centrum", table: "by-kind", period: row == nil ? nil : "2024", year: 2024, words: [word],
      number: number.map { Quantity($0) }, absence: absence, sourceRow: row, earlier: earlier)
  }

  private static let deliveries = [summary("2023", source: "centrum"), summary("2024", source: "centrum")]

  private func told(_ trace: DeliveredTrace, _ language: Language = .nl) throws -> [CellStory.Step] {
    CellStory(
      trace, value: nil, monitor: try Self.monitor(SmallCounts.files), deliveries: Self.deliveries,
      language: language
    ).steps
  }

  private func trace(
    _ parts: [CountPart], whole: [CountPart] = [], absence: Absence? = nil, sum: Int? = nil
  ) -> DeliveredTrace {
    DeliveredTrace(
      figure: "fig-2", row: Self.row, column: Self.column, parts: parts, whole: whole, absence: absence,
      sum: sum.map { Quantity($0) })
  }

  @Test func `over counts names the file, the row and what was said before`() throws {
    let earlier = CountPart.Earlier(period: "2023", number: Quantity(10), sourceRow: 3)
    let steps = try told(trace([Self.part("arbeid", 12, row: 7, earlier: earlier)]))
    #expect(
      steps == [
        .init(
          what: "Contacten naar soort 2024, soort = arbeid", number: "12",
          detail: "centrum-2024.csv, rij 7; versie 1; eerder 10 (centrum-2023.csv, rij 3)")
      ])
    #expect(
      try told(trace([Self.part(nil, 1_334, row: 9)]), .en) == [
        .init(
          what: "Contacts by kind 2024, soort = total", number: "1,334",
          detail: "centrum-2024.csv, row 9; version 1")
      ])
  }

  @Test func `over several counts adds them up`() throws {
    let steps = try told(trace([Self.part("seks", 35), Self.part("arbeid", 12, row: 7)], sum: 47))
    #expect(steps.count == 3)
    #expect(steps[2] == .init(what: "samen, deze 2 cellen", number: "47"))
  }

  @Test func `of a share tells its whole as well`() throws {
    let steps = try told(trace([Self.part("seks", 35)], whole: [Self.part(nil, 50, row: 9)]))
    #expect(steps.map(\.what).suffix(2) == ["als aandeel van:", "Contacten naar soort 2024, soort = totaal"])
    #expect(steps.map(\.number) == ["35", nil, "50"])
  }

  static let absences: [(absence: Absence, isAsked: Bool, why: String?)] = [
    (.notAsked, false, "de tabel van deze melder vraagt dit niet"),
    (.notDelivered, true, "een deel ontbreekt; daarom staat er geen getal"),
    (.notApplicable, false, "er was in dit jaar niets om te tellen"), (.notApplicable, true, nil),
    (.notRecorded, true, nil),
  ]

  @Test(arguments: absences) func `without a number says why`(
    _ example: (absence: Absence, isAsked: Bool, why: String?)
  ) throws {
    let parts = example.isAsked ? [Self.part("seks", nil, row: nil, absence: example.absence)] : []
    let steps = try told(trace(parts, absence: example.absence))
    #expect(steps.dropFirst(parts.count).map(\.what) == [example.why].compactMap { $0 })
    if example.isAsked { #expect(steps[0].number == example.absence.label.nl && steps[0].detail == nil) }
  }
}
