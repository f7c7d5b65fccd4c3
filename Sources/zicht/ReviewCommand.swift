import ArgumentParser
import Foundation
import Model
import Monitoring
import ReviewPages
import Store

/// `zicht review`: people say of pairs of notifications whether both are of one person.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Look at doubtful pairs of notifications and say whether they are of one person.",
    discussion:
      "Two notifications stand side by side; a letter answers: z (zelfde: same), a (anders: different), w (weet niet: "
      + "cannot say), o (ongedaan: take the last answer back), q (stop). In English s, d, c, u and q. What is said is kept "
      + "in reviews.jsonl in the monitor folder and taken in by the next build. Every pair that is shown with values is "
      + "written in the audit log first. How sure the program was is told after the answer.")

  @OptionGroup var folder: FolderArgument
  @Option(name: .customLong("as"), help: "Who looks; kept with every answer.")
  var reader: String?
  @Flag(help: "Look at pairs that another answered, without that answer: the second opinion.")
  var second = false
  @Flag(help: "Look at pairs on which readers differ, with their answers; what is said now counts.")
  var settle = false
  @Flag(help: "Begin with the pairs in the zone of review, which cannot be linked or left apart unseen.")
  var zoneFirst = false
  @Flag(help: "Show what agrees and how rare it is, and no names or other values.")
  var noValues = false
  @Flag(help: "Say how the reviewing stands, and how far readers agree.")
  var status = false
  @Flag(help: "With --status: answer with JSON.")
  var json = false
  @Flag(help: "Show pages in a browser on this machine instead of the terminal.")
  var pages = false
  @Option(help: "With --pages: the port to listen on; 0 for a free one.")
  var port = 0
  @Option(help: "With --pages: after how many minutes without use they are locked.")
  var lockAfter = 15
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  /// The longest name of a reader, in letters.
  private static let longestName = 60

  func validate() throws {
    guard !json || status else {
      throw wrongUse(nl: "--json hoort bij --status.", en: "--json goes with --status.")
    }
    guard !(second && settle) else {
      throw wrongUse(nl: "Kies een van --second en --settle.", en: "Choose one of --second and --settle.")
    }
    guard (1...240).contains(lockAfter), (0...65_535).contains(port) else {
      throw wrongUse(
        nl: "--lock-after is 1 tot 240 minuten, en --port 0 tot 65535.",
        en: "--lock-after is 1 to 240 minutes, and --port 0 to 65535.")
    }
    guard !status else { return }
    let name = reader ?? ""
    let isName =
      !name.isEmpty && name.count <= Self.longestName && name == name.trimmingCharacters(in: .whitespaces)
      && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard isName else {
      throw wrongUse(
        nl: "--as noemt wie beoordeelt, in ten hoogste \(Self.longestName) tekens: --as \"A. Jansen\".",
        en: "--as names who looks, in at most \(Self.longestName) letters: --as \"A. Jansen\".")
    }
  }

  func run() throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    if status { return try sayStatus(of: opened) }
    let reader = reader ?? ""
    let display = ProgressDisplay(language: options.language)
    let desk = try ReviewDesk(
      opened, in: try workspace.open(for: opened.folder),
      for: .init(
        reader: reader, round: settle ? .settled : second ? .second : .first, isZoneFirst: zoneFirst,
        showsValues: !noValues, language: options.language), progress: display.sink
    ) { .now(because: "zicht review --as \(reader)") }
    display.finish()
    if pages {
      try ReviewServer(desk, port: port, minutes: lockAfter, task: task, of: opened, language: options.language).run()
    } else {
      try ReviewTerminal(desk, language: options.language).run()
    }
  }

  private func sayStatus(of opened: OpenedMonitor) throws {
    let status = try ReviewStatus(of: opened, in: try workspace.openForReading(for: opened.folder))
    if json { return try Shell.sayJSON(status) }
    let standing = status.standing(in: options.language)
    for row in standing.rows { Shell.say("\(row.label): \(row.value)") }
    for reader in standing.readers {
      Shell.say(
        LocalizedText(
          nl: "Antwoorden van \(reader.label): \(reader.value)", en: "Answers of \(reader.label): \(reader.value)")[
            options.language])
    }
  }

  /// What this sitting is for, for the head of a page.
  private var task: LocalizedText {
    if settle { return LocalizedText(nl: "Verschillen bespreken", en: "Settle differences") }
    return second
      ? LocalizedText(nl: "Tweede oordeel", en: "Second opinion")
      : LocalizedText(nl: "Eerste oordeel", en: "First look")
  }
}
