import Consistency
import Foundation
package import Model

/// The tables of one report that someone else published, with what its text claims and the reports beside it.
package struct TablesOfOthers {
  private let report: PublishedReport
  private let claims: [Claim]
  /// Those that claims may refer to; none where there are no claims.
  private let others: [PublishedReport]

  /// Reads a folder with the tables of one report. The folder above it may hold `figures.csv` and `claims.csv`, and
  /// the folders of other reports.
  ///
  /// - Parameters:
  ///   - folder: Holds CSV files in the tidy long form; other files are left alone.
  ///   - claims: The file of claims; `claims.csv` in the folder above, if it is there, when nil.
  /// - Throws: `MonitoringError.data` when the folder or the file named cannot be read, and when no file has the columns
  ///   of a table.
  package init(in folder: String, claims: String?) throws(MonitoringError) {
    let place = URL(filePath: folder).standardizedFileURL
    let above = place.deletingLastPathComponent()
    let figures = FigureEntry.entries(csv: Self.text(of: above.appending(path: "figures.csv")) ?? "")
    report = try Self.report(in: place, figures: figures)
    self.claims = try Self.claims(in: claims, or: above.appending(path: "claims.csv"))
    others = self.claims.isEmpty ? [] : Self.reports(beside: place, figures: figures)
  }

  private static func text(of file: URL) -> String? { try? String(contentsOf: file, encoding: .utf8) }

  private static func claims(in named: String?, or usual: URL) throws(MonitoringError) -> [Claim] {
    guard let named else { return Claim.claims(csv: text(of: usual) ?? "") }
    guard let text = text(of: URL(filePath: named)) else {
      throw .data(
        nl: "\(named) kan niet worden gelezen. Noem een CSV-bestand in UTF-8.",
        en: "\(named) cannot be read. Name a CSV file in UTF-8.")
    }
    return Claim.claims(csv: text)
  }

  private static func report(in place: URL, figures: [FigureEntry]) throws(MonitoringError) -> PublishedReport {
    let name = place.lastPathComponent
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
      throw .data(
        nl: "\(place.path) is geen leesbare map. Noem de map met de tabellen van één rapport.",
        en: "\(place.path) is not a readable folder. Name the folder with the tables of one report.")
    }
    let cells = names.filter { $0.lowercased().hasSuffix(".csv") }.sorted().flatMap { file in
      TableCell.cells(csv: text(of: place.appending(path: file)) ?? "")
    }
    guard !cells.isEmpty else {
      throw .data(
        nl: "In \(place.path) staat geen tabel met de kolommen figure en value. Controleer de map.",
        en: "There is no table with the columns figure and value in \(place.path). Check the folder.")
    }
    return PublishedReport(name: name, cells: cells, figures: figures.filter { $0.report == name })
  }

  private static func reports(beside place: URL, figures: [FigureEntry]) -> [PublishedReport] {
    let above = place.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: above.path)) ?? []
    return names.sorted().filter { $0 != place.lastPathComponent }.compactMap { name in
      try? report(in: above.appending(path: name), figures: figures)
    }
  }

  package func contradictions(in language: Language) -> ContradictionsAnswer {
    let found =
      claims.isEmpty ? report.contradictions() : report.contradictions(claims: claims, among: [report] + others)
    return ContradictionsAnswer(found, cells: report.cells.count, language: language)
  }
}
