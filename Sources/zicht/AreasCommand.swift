import ArgumentParser
import Model
import Monitoring

/// `zicht areas`: who is a member of the regions of a monitor on a day, and what changed before and after.
struct AreasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas", abstract: "List the members of the regions of a monitor on a day.")

  @OptionGroup var folder: FolderArgument
  @Option(help: "The day, as 2019-01-01 (default: the day of the boundaries of monitor.yaml).")
  var on: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    let answer = try AreasAnswer(opened, on: on, language: options.language)
    if json { return try Shell.sayJSON(answer) }
    answer.lines(in: options.language).forEach(Shell.say)
  }
}
