import ArgumentParser
import Deliveries
import Foundation
import Model
import Monitoring
import Store

/// `zicht template`: the file that a partner fills in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Write the delivery file that a source fills in, in its own terms.")

  @Argument(help: "The source, as named in sources.yaml.")
  var source: String
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "The file to write, .xlsx or .csv (default: SOURCE.xlsx).")
  var output: String?
  @Option(help: "For counts: the year the delivery will be about (default: the last of the monitor).")
  var period: Int?
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let chosen = try opened.source(named: source)
    let years = opened.monitor.years
    if let period, !years.contains(period) {
      throw Failure.data(
        nl: "De monitor gaat over \(years.lowerBound)-\(years.upperBound); kies met --period een van die jaren.",
        en: "The monitor is about \(years.lowerBound)-\(years.upperBound); choose one of those years with --period.")
    }
    let previous =
      chosen.deliversCounts
      ? try workspace.openForReading(for: opened.folder)?
        .previousCounts(of: chosen, before: period ?? years.upperBound, in: opened.monitor) : nil
    let path = output ?? "\(chosen.name).xlsx"
    guard path.lowercased().hasSuffix(".csv") || path.lowercased().hasSuffix(".xlsx") else {
      throw Failure.data(
        nl: "Een sjabloon is een .xlsx- of een .csv-bestand; laat de naam bij --output op één daarvan eindigen.",
        en: "A template is an .xlsx or a .csv file; let the name after --output end in one of these.")
    }
    if path.lowercased().hasSuffix(".csv") {
      do {
        let text = DeliveryTemplate.csv(
          for: chosen, in: opened.monitor, language: options.language, period: period, previous: previous)
        try Data(text).write(to: URL(filePath: path), options: .atomic)
      } catch {
        throw Failure.data(
          nl: "\(path) kan niet worden geschreven. Kies een andere plaats met --output.",
          en: "\(path) cannot be written. Choose another place with --output.")
      }
    } else {
      try DeliveryTemplate.write(
        for: chosen, in: opened.monitor, to: path, language: options.language, period: period, previous: previous)
    }
    Shell.say(
      LocalizedText(
        nl: "Het sjabloon voor \(chosen.label.nl) staat in \(path).",
        en: "The template for \(chosen.label.en) is in \(path)."
      )[options.language])
  }
}
