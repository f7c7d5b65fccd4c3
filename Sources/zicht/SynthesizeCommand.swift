import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// `zicht synthesize`: makes records for researchers that describe nobody.
struct SynthesizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize", abstract: "Make records for researchers, with differential privacy.",
    discussion:
      "Which dimensions, how many crossed at once and at what cost is in monitor.yaml under open-data. What it costs is written in "
      + "releases/, and when the total budget for the years is used up nothing is made any more. The same question about the same "
      + "data gives the same records and costs nothing again. Two people decide it: whoever runs the command and whoever "
      + "--second names.")

  @OptionGroup var folder: FolderArgument
  @Option(help: "Who else decided it; kept in the ledger.")
  var second: String
  @Option(help: "Why, such as the decision it rests on; kept in the ledger and the audit log.")
  var reason: String
  @Option(help: "A new or empty folder for the files.")
  var output: String
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    try SecondPerson.check(second)
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw wrongUse(nl: "--reason zegt waarom de records uitgaan.", en: "--reason says why the records go out.")
    }
  }

  func run() async throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    let display = ProgressDisplay(language: options.language)
    defer { display.finish() }
    let occasion = Occasion.now(because: reason)
    let store = try workspace.open(for: opened.folder)
    let release = RecordsRelease(opened, in: store, on: occasion, second: second)
    _ = try release.plan()
    let target = URL(filePath: output)
    let settings = MonitorBuild.Settings(
      workers: ProcessInfo.processInfo.activeProcessorCount, version: programVersion, occasion: occasion, output: target
    )
    var build = MonitorBuild(of: opened, in: store, settings: settings, progress: display.sink) {
      [language = options.language] sentence in
      display.finish()
      Shell.complain(sentence[language])
    }
    let (cases, persons) = try build.casesOfPersons()
    let made = try release.write(cases, persons: persons, to: target)
    display.finish()
    Shell.say(sentence(made)[options.language])
  }

  private func sentence(_ made: RecordsRelease.Made) -> LocalizedText {
    let left = RecordsRelease.rho(max(0, made.left))
    if made.isKnown {
      return LocalizedText(
        nl:
          "Dit zijn de records van vrijgave \(made.entry.number), in \(output). Zij kosten niet opnieuw; over is rho = \(left).",
        en:
          "These are the records of release \(made.entry.number), in \(output). They cost nothing again; rho = \(left) is left."
      )
    }
    let cost = RecordsRelease.rho(made.entry.records?.budget ?? 0)
    return LocalizedText(
      nl:
        "Vrijgegeven als nummer \(made.entry.number): records in \(output). Zij kosten rho = \(cost); over is rho = \(left).",
      en:
        "Released as number \(made.entry.number): records in \(output). They cost rho = \(cost); rho = \(left) is left."
    )
  }
}
