import Invented
import Model
import Monitoring
import Testing

/// A cell as a user points to it, and the figure it stands in.
@Suite struct `The place of a cell` {
  private static func row(_ key: String, _ nl: String, _ en: String) -> TableShape.RowHeader {
    TableShape.RowHeader(
      key: key, name: LocalizedText("vorm"), label: LocalizedText(nl: nl, en: en), measure: LocalizedText("m"),
      unit: .named(LocalizedText("u")))
  }

  private static func column(_ key: String, _ label: String, panel: Int?) -> TableShape.ColumnHeader {
    TableShape.ColumnHeader(key: key, name: LocalizedText("n"), label: LocalizedText(label), panel: panel)
  }

  private static let shape: TableShape = {
    var shape = TableShape(
      figure: "fig-1", title: LocalizedText("t"),
      unit: UnitOfCount(name: "u", label: LocalizedText("u"), repeats: .oncePerYear),
      rows: [], columns: [], panels: [], chart: .none, sourceLine: LocalizedText("s"), notes: [])
    shape.rows = [
      row("total", "Totaal", "Total"), row("sexual", "Seksueel, in Nederland", "Sexual, in the Netherlands"),
    ]
    shape.columns = [
      column("2018", "2018", panel: 0), column("total", "2018-2019", panel: 0), column("2018", "jaar 2018", panel: 1),
    ]
    return shape
  }()

  @Test(arguments: [
    ("total,2018", 0, 0), ("Totaal,2018", 0, 0), ("Total , 2018-2019", 0, 1), ("sexual,total", 1, 1),
    ("Seksueel, in Nederland,2018", 1, 0), ("Sexual,in the Netherlands, jaar 2018", 1, 2), ("total,1:2018", 0, 0),
    ("total,2:2018", 0, 2), ("total,2:jaar 2018", 0, 2),
  ])
  func `is a row and a column, by code or label of either language`(_ text: String, _ row: Int, _ column: Int) throws {
    let place = try CellPlace(text, in: Self.shape)
    #expect(place.row == Self.shape.rows[row])
    #expect(place.column == Self.shape.columns[column])
  }

  @Test(arguments: [
    ("totaal,2018", "Bedoelt u 'total,2018'? ", "Did you mean 'total,2018'? "),
    ("sexul,2081", "Bedoelt u 'sexual,2018'? ", "Did you mean 'sexual,2018'? "), ("x,y", "", ""), ("", "", ""),
    ("total", "Bedoelt u 'total,total'? ", "Did you mean 'total,total'? "),
    ("total,3:2018", "Bedoelt u 'total,2018'? ", "Did you mean 'total,2018'? "),
    ("total,0:2018", "Bedoelt u 'total,2018'? ", "Did you mean 'total,2018'? "),
  ])
  func `that is not there is refused with the rows and columns there are`(
    _ text: String, _ near: String, _ nearby: String
  ) {
    #expect(
      throws: MonitoringError.data(
        nl: "Deze cel staat niet in fig-1. \(near)Rijen: total, sexual. Kolommen: 2018, total, 2018.",
        en: "This cell is not in fig-1. \(nearby)Rows: total, sexual. Columns: 2018, total, 2018.")
    ) { try CellPlace(text, in: Self.shape) }
  }

  // MARK: The figure

  @Test func `is in a figure of the monitor, or the nearest is named`() throws {
    let opened = try MonitorOnDisk(SmallMonitor.files).opened
    #expect(try opened.figure(toExplain: "fig-2").id == "fig-2")
    #expect(
      throws: MonitoringError.data(
        nl: "De figuur 'fig-3' bestaat niet; bedoelt u 'fig-1'?",
        en: "There is no figure 'fig-3'; did you mean 'fig-1'?")
    ) { try opened.figure(toExplain: "fig-3") }
    #expect(
      throws: MonitoringError.data(
        nl: "De figuur 'omvang' bestaat niet; kies uit: fig-1, fig-2.",
        en: "There is no figure 'omvang'; choose from: fig-1, fig-2.")
    ) { try opened.figure(toExplain: "omvang") }
  }

  @Test func `is not in an estimate, its tables or a derived number, which tell of themselves`() throws {
    let opened = try OpenedMonitor(ShippedMonitor.root + "/monitors/landelijk-2015-2019")
    let estimate = try #require(opened.monitor.estimates.first?.figure)
    let derived = try #require(opened.monitor.derived.first?.figure)
    for name in [estimate, estimate + "-x", derived] {
      #expect(
        throws: MonitoringError.data(
          nl: "\(name) is niet cel voor cel geteld; hoe deze getallen tot stand kwamen, staat op de bladzijde ervan in "
            + "de editie.",
          en: "\(name) was not counted cell by cell; how its numbers came about is on its page in the edition.")
      ) { try opened.figure(toExplain: name) }
    }
    #expect(throws: MonitoringError.self) { try opened.figure(toExplain: derived + "-x") }
    #expect(try opened.figure(toExplain: "fig-2.3").id == "fig-2.3")
  }
}
