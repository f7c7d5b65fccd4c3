import ArgumentParser
import Foundation
import Model
import Monitoring
import Store

/// `zicht verify`: reads everything a monitor keeps and says whether it is what was written.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read everything that is kept and say whether it is what was written.",
    discussion:
      "Prints the head of the audit log: keep that line elsewhere, on paper or with somebody else, and give it "
      + "back later with --anchor.")

  @OptionGroup var folder: FolderArgument
  @Option(help: "A head of the audit log that was printed earlier; may be given more than once.")
  var anchor: [String] = []
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: LanguageOption

  private struct Answer: Encodable {
    var files, releases, reviews: Int
    var deliveries, rows, details: Int?
    var anchor: String?
    var remarks: [String]
  }

  func validate() throws {
    for text in anchor where AuditAnchor(text) == nil {
      throw wrongUse(
        nl: "--anchor is een regel als 12:3f0c..., zoals zicht verify hem laat zien; '\(text)' is dat niet.",
        en: "--anchor is a line such as 12:3f0c..., as zicht verify prints it; '\(text)' is not.")
    }
  }

  func run() throws {
    let opened = try OpenedMonitor(folder.path, language: options.language)
    let store = try workspace.openForReading(for: opened.folder)
    let found = try Verification(of: opened).found(in: store, against: anchor.compactMap { AuditAnchor($0) })
    let remarks = found.remarks.map { $0[options.language] }
    if json {
      let contents = found.workspace
      return try Shell.sayJSON(
        Answer(
          files: found.files, releases: found.releases, reviews: found.reviews, deliveries: contents?.deliveries,
          rows: contents?.rows,
          details: contents?.details,
          anchor: contents?.anchor.description, remarks: remarks))
    }
    for remark in remarks { Shell.complain(remark) }
    Shell.say(sentence(found)[options.language])
  }

  private func sentence(_ found: Verification.Found) -> LocalizedText {
    let files = Quantity(found.files)
    guard let contents = found.workspace else {
      return LocalizedText(
        nl: "Alles klopt: \(files.formatted(in: .nl)) geleverde bestanden. Er is nog geen werkmap.",
        en: "All is as it was written: \(files.formatted(in: .en)) delivered files. There is no workspace yet.")
    }
    let (rows, details) = (Quantity(contents.rows), Quantity(contents.details))
    let released = released(found.releases)
    return LocalizedText(
      nl: "Alles klopt: \(files.formatted(in: .nl)) geleverde bestanden, \(rows.formatted(in: .nl)) bewaarde rijen en "
        + "\(details.formatted(in: .nl)) persoonsgegevens\(released.nl).\nStand van het controlelogboek, om elders te bewaren: "
        + contents.anchor.description,
      en: "All is as it was written: \(files.formatted(in: .en)) delivered files, \(rows.formatted(in: .en)) kept rows "
        + "and \(details.formatted(in: .en)) personal details\(released.en).\nHead of the audit log, to be kept elsewhere: "
        + contents.anchor.description)
  }

  private func released(_ releases: Int) -> LocalizedText {
    guard releases > 0 else { return LocalizedText("") }
    return LocalizedText(
      nl: "; ook wat \(releases) keer werd vrijgegeven", en: "; so is what was released \(releases) times")
  }
}
