import Consistency
import Foundation
package import Model
import Sheets

/// The tables of one report that someone else published, with what its text claims and the reports beside it.
package struct TablesOfOthers {
  private let report: PublishedReport
  private let claims: ReadClaims
  /// Those that claims may refer to; none where there are no claims.
  private let others: [PublishedReport]
  private let accounts: [FileAccount]
  private let findings: [ReadingFinding]
  private let texts: [ReportText]
  private let siblings: [Sibling]
  /// What the report says of numbers that changed or may change.
  private let notices: [RevisionNotice]

  /// Another report, and what it says of its numbers.
  private struct Sibling {
    var report: PublishedReport
    var notices: [RevisionNotice]
  }

  /// Reads one file, or a folder with the tables of one report. The folder above it may hold `figures.csv` and
  /// `claims.csv`, and the folders of other reports; the folder itself may hold `tables.yaml` with corrections.
  ///
  /// - Parameters:
  ///   - path: A file, or a folder: CSV and other text with delimiters, XLSX, ODS and HTML. Other files are left alone.
  ///   - claims: The file of claims; `claims.csv` in the folder above, if it is there, when nil.
  ///   - texts: Files with texts about the tables, beside those in the folder: Markdown, HTML or plain.
  ///   - siblings: Tables of other reports that may print the same quantities.
  /// - Throws: `MonitoringError.data` when the path or the file named cannot be read, and when no file has a table.
  package init(in path: String, claims: String?, texts: [String] = [], beside siblings: [String] = [])
    throws(MonitoringError)
  {
    let place = URL(filePath: path).standardizedFileURL
    let above = place.deletingLastPathComponent()
    let figures = FigureEntry.entries(csv: TableFiles.text(of: above.appending(path: "figures.csv")) ?? "")
    let read = try Self.read(place)
    let name = place.lastPathComponent
    report = PublishedReport(
      name: name, cells: read.tables.flatMap(\.cells), figures: figures.filter { $0.report == name })
    accounts = read.tables.map(\.account)
    self.claims = try Self.claims(in: claims, or: above.appending(path: "claims.csv"))
    others = self.claims.claims.isEmpty ? [] : Self.reports(beside: place, figures: figures)
    findings = read.findings + read.tables.flatMap(\.findings)
    self.siblings = try Self.siblings(siblings)
    self.texts = try TableFiles.texts(in: place) + Self.texts(texts)
    notices = siblings.isEmpty ? [] : RevisionNotice.notices(in: self.texts + TableFiles.notes(at: place))
  }

  private static func siblings(_ paths: [String]) throws(MonitoringError) -> [Sibling] {
    var reports: [Sibling] = []
    for path in paths {
      let place = URL(filePath: path).standardizedFileURL
      let list = TableFiles.text(of: place.deletingLastPathComponent().appending(path: "figures.csv")) ?? ""
      let name = place.lastPathComponent
      let cells = try read(place).tables.flatMap(\.cells)
      let report = PublishedReport(
        name: name, cells: cells, figures: FigureEntry.entries(csv: list).filter { $0.report == name })
      let notices = RevisionNotice.notices(in: TableFiles.texts(in: place) + TableFiles.notes(at: place))
      reports.append(Sibling(report: report, notices: notices))
    }
    return reports
  }

  private static func texts(_ names: [String]) throws(MonitoringError) -> [ReportText] {
    var texts: [ReportText] = []
    for name in names {
      guard let text = TableFiles.text(at: URL(filePath: name)) else {
        throw .data(
          nl:
            "\(name) kan niet worden gelezen. Noem een tekst als Markdown, HTML of platte tekst; maak die van een PDF "
            + "met pdftotext.",
          en: "\(name) cannot be read. Name a text in Markdown, HTML or plain text; make that of a PDF with pdftotext.")
      }
      texts.append(text)
    }
    return texts
  }

  private static func claims(in named: String?, or usual: URL) throws(MonitoringError) -> ReadClaims {
    let file = named.map { URL(filePath: $0) } ?? usual
    guard let text = TableFiles.text(of: file) else {
      guard let named else { return ReadClaims(csv: "", file: "") }
      throw .data(
        nl: "\(named) kan niet worden gelezen. Noem een CSV-bestand in UTF-8.",
        en: "\(named) cannot be read. Name a CSV file in UTF-8.")
    }
    return ReadClaims(csv: text, file: file.lastPathComponent)
  }

  private static func read(_ place: URL) throws(MonitoringError) -> TableFiles {
    guard let files = TableFiles(at: place) else {
      throw .data(
        nl:
          "\(place.path) kan niet worden gelezen. Noem een bestand met een tabel, of de map met de tabellen van één rapport.",
        en: "\(place.path) cannot be read. Name a file with a table, or the folder with the tables of one report.")
    }
    guard files.tables.contains(where: { !$0.cells.isEmpty }) else {
      let reasons = (files.findings + files.tables.flatMap(\.findings)).prefix(3)
      let (dutch, english) = (reasons.map(\.sentence.nl), reasons.map(\.sentence.en))
      throw .data(
        nl: (["In \(place.path) staat geen tabel met getallen. Controleer de map of het bestand."] + dutch).joined(
          separator: "\n"),
        en: (["There is no table with numbers in \(place.path). Check the folder or the file."] + english).joined(
          separator: "\n"))
    }
    return files
  }

  private static func reports(beside place: URL, figures: [FigureEntry]) -> [PublishedReport] {
    let above = place.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: above.path)) ?? []
    return names.sorted().filter { $0 != place.lastPathComponent }.compactMap { name in
      let folder = above.appending(path: name)
      guard TableFiles.isFolder(folder), let files = TableFiles(at: folder) else { return nil }
      let cells = files.tables.flatMap(\.cells)
      return cells.isEmpty
        ? nil : PublishedReport(name: name, cells: cells, figures: figures.filter { $0.report == name })
    }
  }

  package func contradictions(in language: Language) -> ContradictionsAnswer {
    let odd = (findings + claims.findings).map { $0.contradiction(in: report) }
    let found =
      claims.claims.isEmpty
      ? report.contradictions() : report.contradictions(claims: claims.claims, among: [report] + others)
    let said = TextCheck(texts, against: report)
    return ContradictionsAnswer(
      odd + found + said.contradictions
        + siblings.flatMap { sibling in
          SiblingReports(report, beside: sibling.report, notices: notices + sibling.notices).contradictions()
        },
      read: accounts, texts: said.accounts, report: report, language: language)
  }
}
