import ArgumentParser
import Disclosure
import Foundation
import Model
import Monitoring
import Reporting
import Store

/// `zicht release`: writes down that an edition goes out.
struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Write down that an edition goes out, with every number in it.",
    discussion:
      "The edition has to be what the folder of the monitor builds now. What was released is kept in releases/, in text, and "
      + "every later edition is held against it: a number that changed has to have its reason in monitor.yaml, and what "
      + "two editions give away together is looked at by zicht audit. Numbers of the edition that cannot all be right are told, as "
      + "zicht check-tables does. Two people decide it: whoever runs the command and "
      + "whoever --second names.")

  @OptionGroup var folder: FolderArgument
  @Option(help: "Who else decided it; kept in the ledger.")
  var second: String
  @Option(help: "Why, such as the decision it rests on; kept in the ledger and the audit log.")
  var reason: String
  @Option(help: "The edition that goes out (default: edition/ in the monitor folder).")
  var edition: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  func validate() throws {
    try SecondPerson.check(second)
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw wrongUse(nl: "--reason zegt waarom de editie uitgaat.", en: "--reason says why the edition goes out.")
    }
  }

  /// The last look at what goes out: numbers of its own tables that cannot all be right. They stop nothing, for a partner
  /// may have delivered what contradicts itself, and an edition prints that with its reason.
  private func sayContradictions(in tables: URL) {
    guard let read = try? TablesOfOthers(in: tables.path, claims: nil) else { return }
    let found = read.contradictions(in: options.language).contradictions
    guard !found.isEmpty else { return }
    Shell.complain(
      LocalizedText(
        nl:
          "Deze getallen van de editie kunnen niet allemaal waar zijn. Leg ze uit bij hun figuur, of verbeter de levering:",
        en: "These numbers of the edition cannot all be right. Explain them at their figure, or mend the delivery:")[
          options.language])
    for item in found { Shell.complain(item.sentence) }
  }

  func run() async throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    let display = ProgressDisplay(language: options.language)
    defer { display.finish() }
    let shown = edition.map { URL(filePath: $0) } ?? opened.folder.appending(path: "edition")
    let occasion = Occasion.now(because: reason)
    let store = try workspace.open(for: opened.folder)
    let settings = MonitorBuild.Settings(
      workers: ProcessInfo.processInfo.activeProcessorCount, version: programVersion, occasion: occasion, output: shown)
    var build = MonitorBuild(of: opened, in: store, settings: settings, progress: display.sink) {
      [language = options.language] sentence in
      display.finish()
      Shell.complain(sentence[language])
    }
    let made = try await build.edition(writing: false)
    display.finish()
    sayContradictions(in: shown.appending(path: "tables"))
    let entry = try Release(opened, in: store, on: occasion, second: second)
      .write(made.edition, under: made.publication.policy, shown: shown)
    display.finish()
    if json { return try Shell.sayJSON(entry) }
    Shell.say(
      LocalizedText(
        nl:
          "Vrijgegeven als nummer \(entry.number): editie \(entry.edition), in releases/\(entry.folder). Bewaar die map bij "
          + "de monitor; zij gaat nooit weg.",
        en:
          "Released as number \(entry.number): edition \(entry.edition), in releases/\(entry.folder). Keep that folder with "
          + "the monitor; it never goes away."
      )[options.language])
  }
}
