import Cryptography
package import Disclosure
package import Foundation
package import Model

/// What a privacy officer has to see of an edition before it goes out: what was hidden and why, what it cost, and what an
/// outsider can work out. For nobody else: it says which cells are hidden for themselves and which for others.
package struct PrivacyReport {
  private let publication: Publication
  private let audit: TablesAudit?
  /// What the default policy would show; nil where a policy hides already.
  private let byDefault: Publication?
  private let ledger: ReleaseLedger
  private let monitor: Monitor
  private let language: Language

  /// - Parameter build: Of an edition that was made.
  package init(_ publication: Publication, of build: MonitorBuild, in opened: OpenedMonitor, language: Language) throws
  {
    (self.publication, audit, self.language) = (publication, build.audit, language)
    (ledger, monitor) = (try ReleaseLedger(of: opened.folder), opened.monitor)
    byDefault = build.audit == nil ? try build.underDefaultPolicy() : nil
  }

  private func say(_ nl: String, _ en: String) -> String { LocalizedText(nl: nl, en: en)[language] }

  /// The report as Markdown.
  package var text: String {
    let parts = [
      [Self.titles[language] + ": \(monitor.title[language]), \(monitor.edition)"],
      [say("Vertrouwelijk: niet publiceren.", "Confidential: do not publish.")], policy,
      figures(of: publication, say("Wat er is weggelaten", "What was hidden")), hiddenCells(of: publication), attack,
      otherwise, revisions, releases,
    ]
    return parts.map { $0.joined(separator: "\n") }.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// Writes it to a file that only its owner reads, in the place of an earlier report.
  /// - Throws: `MonitoringError.data` where it cannot be written, or something else stands there.
  package func write(to file: URL) throws {
    if let there = FileManager.default.contents(atPath: file.path), !Self.isReport(there) {
      throw MonitoringError.data(
        nl: "\(file.path) is er al en is geen privacyverslag. Kies een andere naam met --privacy-report.",
        en: "\(file.path) is there already and is no privacy report. Choose another name with --privacy-report.")
    }
    do { try PrivateFile.replace(file.path, with: Array(text.utf8)) } catch {
      throw MonitoringError.data(
        nl: "\(file.path) kan niet worden geschreven. Kies een andere naam met --privacy-report.",
        en: "\(file.path) cannot be written. Choose another name with --privacy-report.")
    }
  }

  private static let titles = LocalizedText(nl: "# Privacyverslag", en: "# Privacy report")

  private static func isReport(_ contents: Data) -> Bool {
    contents.isEmpty || Language.allCases.contains { contents.starts(with: Data(titles[$0].utf8)) }
  }

  private var policy: [String] {
    ["## " + say("Beleid", "Policy"), "", publication.policy.label[language], "", publication.policy.reason[language]]
      + (monitor.publication.deciders.isEmpty
        ? [] : ["", say("Besloten door: ", "Decided by: ") + monitor.publication.deciders.joined(separator: ", ")])
  }

  /// Of each table how many numbers are shown, and how many hidden for themselves and for others.
  private func figures(of publication: Publication, _ title: String) -> [String] {
    let header = say("| figuur | staat er | gevoelig | om andere |", "| figure | shown | sensitive | for others |")
    let rows = publication.tables.map { table -> String in
      let cells = table.cells.flatMap { $0 }.map(\.value)
      let counts = [
        cells.count { $0.quantity != nil }, cells.count { $0 == .suppressed(.primary) },
        cells.count { $0 == .suppressed(.secondary) },
      ]
      return "| \(table.shape.figure) | " + counts.map(String.init).joined(separator: " | ") + " |"
    }
    return ["## " + title, "", header, "| --- | ---: | ---: | ---: |"] + rows
  }

  private func hiddenCells(of publication: Publication) -> [String] {
    let lines = publication.tables.flatMap { table in
      zip(table.shape.rows, table.cells).flatMap { row, cells in
        zip(table.shape.columns, cells).compactMap { column, cell -> String? in
          guard case .suppressed(let why) = cell.value else { return nil }
          let reason =
            why == .primary ? say("gevoelig", "sensitive") : say("om een ander te beschermen", "to protect another")
          return "- \(table.shape.figure) (\(row.label[language]), \(column.label[language])): \(reason)"
        }
      }
    }
    return lines.isEmpty ? [] : ["## " + say("Weggelaten cellen", "Hidden cells"), ""] + lines
  }

  /// What an outsider can work out.
  private var attack: [String] {
    guard let audit else {
      return [
        say(
          "Onder dit beleid is niet nagerekend wat een buitenstaander kan uitrekenen; zie zicht audit.",
          "Under this policy it was not worked through what an outsider can work out; see zicht audit.")
      ]
    }
    return ["## " + say("Nagerekend als een buitenstaander", "Worked through as an outsider"), ""]
      + audit.cellLines(in: language).map { "- " + $0 }
  }

  /// What the default policy would hide.
  private var otherwise: [String] {
    guard let byDefault else { return [] }
    let title = say("Wat het standaardbeleid zou weglaten", "What the default policy would hide")
    return figures(of: byDefault, title) + [""] + hiddenCells(of: byDefault)
  }

  private var revisions: [String] {
    let lines = publication.revisions.map { revision -> String in
      let table = publication.tables[revision.table]
      let (row, column) = (table.shape.rows[revision.row], table.shape.columns[revision.column])
      return "- \(table.shape.figure) (\(row.label[language]), \(column.label[language])), "
        + say("sinds editie", "since edition") + " \(revision.edition): \(revision.reason.kind.label[language])"
    }
    return lines.isEmpty ? [] : ["## " + say("Herziene cijfers", "Revised figures"), ""] + lines
  }

  private var releases: [String] {
    let lines = ledger.entries.map {
      "- \($0.number): \($0.edition), \($0.moment.prefix(10)), \($0.policy), \($0.actor) + \($0.second): \($0.reason)"
        + ($0.records.map { " (rho = \(RecordsRelease.rho($0.budget)), \($0.from)-\($0.to))" } ?? "")
    }
    return lines.isEmpty ? [] : ["## " + say("Eerder vrijgegeven", "Released before"), ""] + lines
  }
}
