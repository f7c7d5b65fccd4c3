import ArgumentParser
import Foundation
import Import
import Model

/// `zicht template`: the empty file that a partner fills in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Write the empty delivery file of a source, in its own terms.")

  @Argument(help: "The source, as named in sources.yaml.")
  var source: String
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "The file to write, .xlsx or .csv (default: SOURCE.xlsx).")
  var output: String?
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let chosen = try opened.source(named: source)
    let path = output ?? "\(chosen.name).xlsx"
    if path.lowercased().hasSuffix(".csv") {
      do {
        try Data(DeliveryTemplate.csv(for: chosen)).write(to: URL(filePath: path), options: .atomic)
      } catch {
        throw Failure.data(
          nl: "\(path) kan niet worden geschreven. Kies een andere plaats met --output.",
          en: "\(path) cannot be written. Choose another place with --output.")
      }
    } else {
      try DeliveryTemplate.write(for: chosen, in: opened.monitor, to: path, language: options.language)
    }
    Shell.say(
      options.language == .nl
        ? "Het sjabloon voor \(chosen.label.nl) staat in \(path)." : "The template for \(chosen.label.en) is in \(path).")
  }
}
