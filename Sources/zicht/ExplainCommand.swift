import ArgumentParser
import Disclosure
import Foundation
import Model
import Monitoring
import Store
import Tabulation

/// `zicht explain`: how the number in one cell came about.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show how the number in one cell came about.",
    discussion: "The cell is ROW,COLUMN in codes or in the words of the table: sexual,2019 or 'Totaal,2015-2019'. "
      + "Where two panels share a code, ROW,PANEL:COLUMN chooses, counting panels from 1.")

  @Argument(help: "The monitor folder (may be left out), the figure, such as 2.3, and the cell: ROW,COLUMN.")
  var words: [String]
  @Option(name: .customLong("monitor"), help: "The monitor folder, in another way.")
  var named: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard words.count == 2 || (words.count == 3 && named == nil) else {
      throw wrongUse(
        nl:
          "Noem een figuur en een cel, met de map van de monitor ervoor als u er niet in staat: zicht explain MAP 2.3 "
          + "RIJ,KOLOM",
        en: "Name a figure and a cell, after the monitor folder unless you are in it: zicht explain FOLDER 2.3 "
          + "ROW,COLUMN")
    }
  }

  func run() async throws {
    let opened = try OpenedMonitor(words.count == 3 ? words[0] : named ?? ".", language: options.language)
    let (figure, cell) = (words[words.count - 2], words[words.count - 1])
    let chosen = try opened.figure(toExplain: figure)
    let store = try receivedStore(of: opened)
    let display = ProgressDisplay(language: options.language)
    let settings = MonitorBuild.Settings(
      workers: 2, version: programVersion, occasion: .now(because: "zicht explain"), output: opened.folder)
    var build = MonitorBuild(of: opened, in: store, settings: settings, progress: display.sink) { _ in }
    let cases = try build.classified(build.linked(build.notifications()))
    let publication = try build.publication(of: try await build.tabulated(cases), .init())
    display.finish()
    guard let table = publication.table(named: chosen.id) else {
      preconditionFailure("every figure of the monitor was counted")
    }
    let place = try CellPlace(cell, in: table.shape)
    let story = try traced(
      chosen, at: place, of: table.shape, in: build, cases,
      value: table.cell(row: place.row.key, column: place.column.key, panel: place.column.panel)
    ).told(under: opened.monitor.publication, options.language)
    if json { try Shell.sayJSON(story) } else { Shell.say(story.text) }
  }

  /// What was received, opened to look: a question changes nothing. Says so when there is more in the folder.
  private func receivedStore(of opened: OpenedMonitor) throws -> Workspace {
    guard let store = try workspace.openForReading(for: opened.folder) else { throw PendingDeliveries.nothingReceived }
    for remark in try PendingDeliveries(in: opened, besides: store).remarks { Shell.complain(remark[options.language]) }
    return store
  }

  private func traced(
    _ figure: Figure, at place: CellPlace, of shape: TableShape, in build: MonitorBuild, _ cases: Cases, value: Cell?
  ) throws -> CellStory {
    let (row, column) = (place.row.key, place.column)
    switch figure.numbers {
    case .delivered:
      let trace = try figure.trace(
        row: row, column: column.key, panel: column.panel, over: build.counts, in: build.monitor)
      return CellStory(
        trace, value: value, monitor: build.monitor, deliveries: build.deliveries, language: options.language)
    case .counted, .quoted:
      guard let notifications = build.facts else { preconditionFailure("a table was counted over notifications") }
      let trace = try figure.trace(
        row: row, column: column.key, panel: column.panel, in: cases, notifications: notifications)
      return CellStory(
        trace, value: value, monitor: build.monitor,
        lacking: build.lacking(from: figure, shape, place.row, place.column), language: options.language)
    }
  }
}
