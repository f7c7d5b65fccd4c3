import ArgumentParser
import Model
import Monitoring

/// `zicht template`: the file that a partner fills in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Write the delivery file that a source fills in, in its own terms.")

  @Argument(help: "The source, as named in sources.yaml.")
  var source: String
  @Option(name: .customLong("monitor"), help: "The monitor folder.")
  var folder = "."
  @Option(help: "The file to write, .xlsx, .ods or .csv (default: SOURCE.xlsx).")
  var output: String?
  @Option(help: "For counts: the year the delivery will be about (default: the last of the monitor).")
  var period: Int?
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder, language: options.language)
    let file = try TemplateFile(for: source, in: opened, period: period, at: output)
    let store = file.source.deliversCounts ? try workspace.openForReading(for: opened.folder) : nil
    try file.write(after: store, in: options.language)
    Shell.say(file.answer[options.language])
  }
}
