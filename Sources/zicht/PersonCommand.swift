import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// `zicht person`: answers a person who asks what is kept, or who wants it gone.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Find, show, export or erase what is kept about one person.",
    discussion:
      "The key by which a source knows the person is read from standard input and never from the command line, "
      + "where others could see it. Every look is written in the audit log, with who and why.",
    subcommands: [Find.self, Show.self, Export.self, Erase.self])

  struct Question: ParsableArguments {
    @OptionGroup var folder: FolderArgument
    @Option(help: "Why; kept in the audit log. Name a case or a letter, never the person.")
    var reason: String
    @Option(help: "The source, where that has no key of persons: the number is then that of its record.")
    var source: String?
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var options: LanguageOption

    func file(revealing: Bool) throws -> PersonFile {
      let opened = try OpenedMonitor(folder.path, language: options.language)
      return try PersonFile(
        ofPersonKey: try key(in: opened), in: try workspace.open(for: opened.folder), revealing: revealing,
        on: .now(because: reason))
    }

    /// The first line of standard input, without blanks around it.
    func key(in opened: OpenedMonitor) throws -> String {
      let source = try source.map { try opened.source(named: $0) }
      if isatty(STDIN_FILENO) == 1 {
        Shell.complain(
          LocalizedText(
            nl: "Typ het nummer van de persoon zoals de bron het levert, en Enter:",
            en: "Type the number of the person as the source delivers it, and Enter:")[options.language])
      }
      let key = (readLine() ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      guard !key.isEmpty else {
        throw wrongUse(
          nl: "Geef het nummer van de persoon op de eerste regel van de invoer.",
          en: "Give the number of the person on the first line of standard input.")
      }
      return source?.keptKey(key) ?? key
    }

    func say(_ rows: [PersonFile.Row]) {
      for row in rows {
        let status: LocalizedText =
          switch DeliveryStatus(rawValue: row.status) {
          case .complete, nil: LocalizedText(nl: "geldig", en: "current")
          case .superseded: LocalizedText(nl: "vervangen", en: "superseded")
          case .withdrawn: LocalizedText(nl: "ingetrokken", en: "withdrawn")
          }
        Shell.say(
          LocalizedText(
            nl: "\(row.source) \(row.period) v\(row.version) (\(status.nl)): \(row.file), rij \(row.row)",
            en: "\(row.source) \(row.period) v\(row.version) (\(status.en)): \(row.file), row \(row.row)"
          )[options.language])
      }
    }
  }

  struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say in which deliveries and rows a person is.")
    @Flag(help: "Answer with JSON.")
    var json = false
    @OptionGroup var question: Question

    func run() throws {
      let file = try question.file(revealing: false)
      if json { return try Shell.sayJSON(file.rows) }
      question.say(file.rows)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the personal details that are kept of a person.")
    @OptionGroup var question: Question

    func run() throws {
      let file = try question.file(revealing: true)
      question.say(file.rows)
      for detail in file.details {
        let place = [detail.source, detail.period].compactMap { $0 }.joined(separator: " ")
        Shell.say("\(detail.field): \(detail.value) (\(place), \(detail.row))")
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write everything that is kept of a person to a file.")
    @Option(help: "The file to write, for nobody else to read.")
    var output: String
    @OptionGroup var question: Question

    func run() throws {
      let place = URL(filePath: output)
      try question.file(revealing: true).write(to: place)
      Shell.say(
        LocalizedText(
          nl: "Geschreven: \(place.path). Geef het bestand aan de persoon en verwijder het daarna.",
          en: "Written: \(place.path). Give the file to the person and remove it afterwards."
        )[question.options.language])
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase a person: from the records, the vault and every delivered file.",
      discussion: "This cannot be undone, so that two people decide it: whoever runs the command and whoever --second "
        + "names. No number changes: the records stay, and nothing leads from the person to them any more.")
    @Option(help: "Who else decided it; kept in the audit log.")
    var second: String
    @OptionGroup var question: Question

    func validate() throws { try SecondPerson.check(second) }

    func run() throws {
      let language = question.options.language
      let opened = try OpenedMonitor(question.folder.path, language: language)
      let key = try question.key(in: opened)
      let display = ProgressDisplay(language: language)
      defer { display.finish() }
      let erased = try Receiving(
        opened, try question.workspace.open(for: opened.folder), because: "\(question.reason) (+ \(second))",
        display: display
      ).erase(personKey: key)
      display.finish()
      let (rows, files) = (Quantity(erased.rows.count), erased.files.joined(separator: ", "))
      Shell.say(
        LocalizedText(
          nl: "De persoon is gewist uit \(rows.formatted(in: .nl)) rijen"
            + (files.isEmpty ? "." : "; de geleverde bestanden zijn vervangen door \(files).")
            + " Wis ook de bestanden buiten deze map: bij de partner, in reservekopieën en in andere werkmappen.",
          en: "The person was erased from \(rows.formatted(in: .en)) rows"
            + (files.isEmpty ? "." : "; the delivered files were replaced by \(files).")
            + " Erase the files outside this folder too: at the partner, in backups and in other workspaces."
        )[language])
      if let remark = opened.erasingRemark { Shell.say(remark[language]) }
    }
  }
}
