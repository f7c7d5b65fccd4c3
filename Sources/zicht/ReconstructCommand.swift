import ArgumentParser
import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model
import Reconstruction

/// `zicht reconstruct`: makes deliveries whose tables are the published ones.
struct ReconstructCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconstruct",
    abstract: "Make deliveries that reproduce published tables, for demonstration and training.",
    discussion: "Writes one file for each source and year into --output, and departures.csv into the monitor folder: "
      + "the published numbers that contradict others and that the records do not repeat.")

  @Argument(help: "The monitor folder, with reconstruction.yaml.")
  var folder: String
  @Argument(help: "Published tables in the long form (default: published/*.csv in the monitor folder).")
  var figures: [String] = []
  @Option(help: "Where the deliveries go (default: deliveries/ in the monitor folder).")
  var output: String?
  @Option(help: "Chooses among the solutions (default: the seed of the monitor).")
  var seed: UInt64?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let (plan, findings) = ReconstructionPlan.load(folder: opened.folder.path, for: opened.monitor)
    for finding in findings { Shell.complain(finding.sentence(in: options.language)) }
    guard let plan else { throw Failure.findingsShown }
    let published = try publishedFiles(in: opened).flatMap { try PublishedCell.read(contentsOf: $0.path) }
    let display = ProgressDisplay(language: options.language)
    let reconstruction = try Reconstruction(
      of: published, for: opened.monitor, following: plan, seed: seed ?? opened.monitor.seed
    ) { display.show(Progress($0)) }
    display.finish()
    let files = try write(reconstruction, for: opened)
    try DeparturesFile.write(reconstruction.report, to: opened.folder)
    try answer(reconstruction.report, files: files)
  }

  private func publishedFiles(in opened: OpenedMonitor) throws -> [URL] {
    if !figures.isEmpty { return figures.map { URL(filePath: $0) } }
    let published = opened.folder.appending(path: "published")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: published.path)) ?? []
    let tables = names.filter { $0.hasSuffix(".csv") }.sorted()
    guard !tables.isEmpty else {
      throw Failure.data(
        nl: "Er zijn geen gepubliceerde tabellen: noem bestanden of zet ze in \(published.path).",
        en: "There are no published tables: name files or put them in \(published.path).")
    }
    return tables.map { published.appending(path: $0) }
  }

  private func write(_ reconstruction: Reconstruction, for opened: OpenedMonitor) throws -> [String] {
    let target = output.map { URL(filePath: $0) } ?? opened.deliveriesFolder
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let heading = [
      "GERECONSTRUEERD / RECONSTRUCTED", reconstruction.plan.reason.nl, reconstruction.plan.reason.en,
    ]
    return try reconstruction.deliveries(of: opened.monitor).map { delivery in
      let source = try opened.source(named: delivery.source)
      let bytes = try DeliveryWriter.csv(
        for: source, in: opened.monitor, columns: delivery.columns, personKeys: delivery.personKeys, heading: heading)
      try Data(bytes).write(to: target.appending(path: delivery.name + ".csv"), options: .atomic)
      return delivery.name + ".csv"
    }
  }

  private func answer(_ report: ReconstructionReport, files: [String]) throws {
    let language = options.language
    let story = ReconstructionStory(report, files: files, language: language)
    if json { return try Shell.sayJSON(story) }
    for sentence in story.contradictions { Shell.say(sentence) }
    for sentence in story.departures { Shell.say(sentence) }
    Shell.say(
      language == .nl
        ? "\(story.reproduced) van \(story.covered) gepubliceerde getallen komen uit de records; "
          + "\(story.departures.count) wijken af. Er zijn \(files.count) leveringen geschreven."
        : "\(story.reproduced) of \(story.covered) published numbers come out of the records; "
          + "\(story.departures.count) depart. \(files.count) deliveries were written.")
  }
}

/// What a reconstruction found, for people and programs.
struct ReconstructionStory: Encodable {
  struct Assumption: Encodable {
    var name, reason, source: String
  }

  var covered: Int
  var reproduced: Int
  var uncovered: [String]
  var contradictions: [String]
  var departures: [String]
  var assumptions: [Assumption]
  var files: [String]

  init(_ report: ReconstructionReport, files: [String], language: Language) {
    covered = report.coveredCells
    reproduced = report.reproducedCells
    uncovered = report.uncovered.map { "\($0.place) = \($0.valueText)" }
    contradictions = report.contradictions.map { $0.sentence[language] }
    departures = report.departures.map { $0.sentence[language] }
    assumptions = report.assumptions.map { Assumption(name: $0.name, reason: $0.reason[language], source: $0.source) }
    self.files = files
  }
}

extension DeparturesFile {
  /// Writes the departures of a reconstruction, each with the smallest contradiction that forces it.
  static func write(_ report: ReconstructionReport, to folder: URL) throws {
    let writer = try CSVWriter(
      to: folder.appending(path: name).path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write(header)
    for departure in report.departures {
      guard case .cell(let cell) = departure.part else { continue }
      let contradiction = report.contradictions.filter { $0.parts.contains(departure.part) }
        .min { $0.parts.count < $1.parts.count }
      let reason = DepartureReason(cell, here: departure.reconstructed, within: contradiction).text
      try writer.write([
        cell.figure, cell.measure, cell.rowAxis, cell.row, cell.columnAxis, cell.column, cell.valueText,
        departure.reconstructed.plain, reason.nl, reason.en,
      ])
    }
    try writer.finish()
  }
}

/// Why a published number is not repeated: a plain sentence, then the numbers it cannot be squared with.
struct DepartureReason {
  let text: LocalizedText

  init(_ cell: PublishedCell, here: Quantity, within contradiction: ReconstructionReport.Contradiction?) {
    let others = (contradiction?.parts ?? []).compactMap { part -> PublishedCell? in
      if case .cell(let other) = part, other != cell { other } else { nil }
    }
    let plain = Self.plain(cell, here: here, others: others)
    let detail = contradiction?.sentence ?? LocalizedText("")
    text = LocalizedText(
      nl: plain.nl + (detail.nl.isEmpty ? "" : " " + detail.nl),
      en: plain.en + (detail.en.isEmpty ? "" : " " + detail.en))
  }

  private static func plain(_ cell: PublishedCell, here: Quantity, others: [PublishedCell]) -> LocalizedText {
    let isOfFigure = others.allSatisfy { $0.figure == cell.figure }
    if cell.isTotal, isOfFigure, others.allSatisfy({ $0.column == cell.column }) {
      return LocalizedText(
        nl: "De getallen erboven tellen op tot \(here.plain).", en: "The numbers above it add up to \(here.plain).")
    }
    if isOfFigure, others.allSatisfy({ $0.row == cell.row }) {
      return LocalizedText(
        nl: "Binnen deze rij klopt de som alleen als hier \(here.plain) staat.",
        en: "Within this row the sum holds only if this is \(here.plain).")
    }
    let figures = Set(others.map(\.figure)).subtracting([cell.figure]).sorted().joined(separator: ", ")
    return LocalizedText(
      nl: "Volgens \(figures) is dit \(here.plain).", en: "According to \(figures) this is \(here.plain).")
  }
}

extension Progress {
  init(_ stage: Reconstruction.Stage) {
    let cells = LocalizedText(nl: "cellen", en: "cells")
    switch stage {
    case .tables(let count, _):
      self.init(
        stage: LocalizedText(nl: "Tabellen opstellen", en: "Setting up tables"), done: count, total: nil, unit: cells)
    case .contradiction(let number):
      self.init(
        stage: LocalizedText(nl: "Tegenspraken zoeken", en: "Finding contradictions"), done: number, total: nil,
        unit: LocalizedText(nl: "gevonden", en: "found"))
    case .fit:
      self.init(
        stage: LocalizedText(nl: "Tabellen passend maken", en: "Fitting the tables"), done: 0, total: nil, unit: cells)
    case .clique(let name, let number, let count):
      self.init(
        stage: LocalizedText(nl: "Hele getallen kiezen (\(name))", en: "Choosing whole numbers (\(name))"),
        done: number,
        total: count, unit: LocalizedText(nl: "tabellen", en: "tables"))
    case .records(let count):
      self.init(
        stage: LocalizedText(nl: "Records maken", en: "Making records"), done: count, total: count,
        unit: LocalizedText(nl: "records", en: "records"))
    case .search(let figure, let remaining):
      self.init(
        stage: LocalizedText(nl: "Zoeken naar \(figure)", en: "Searching for \(figure)"), done: remaining, total: nil,
        unit: LocalizedText(nl: "te gaan", en: "to go"))
    }
  }
}
