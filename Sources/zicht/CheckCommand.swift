import ArgumentParser
import Model
import Monitoring

/// `zicht check`: says everything that is wrong with a monitor folder and changes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a monitor folder as a whole; only complains.")

  @OptionGroup var folder: FolderArgument
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() async throws {
    let language = options.language
    let checked = await CheckedFolder(folder.path)
    if json {
      try Shell.sayJSON(FindingsAnswer(checked.findings, language: language, isGood: checked.isGood))
    } else {
      for finding in checked.findings { Shell.say(finding.sentence(in: language)) }
      if let summary = checked.summary { Shell.say(summary[language]) }
    }
    if !checked.isGood { throw Failure.findingsShown }
  }
}
