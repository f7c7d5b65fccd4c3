import ArgumentParser
import Consistency
import Foundation
import Model

/// `zicht check-tables`: what contradicts in tables that someone else published.
struct CheckTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-tables", abstract: "Find what contradicts in tables that someone else published.",
    discussion:
      "FOLDER holds the tables of one report in the tidy long form. figures.csv (titles and n) and claims.csv "
      + "(statements with formulas) are read from the folder above when they are there; claims may refer to the other "
      + "reports beside it. Contradictions are the answer, not a failure: the exit code is 0.")

  @Argument(help: "The folder with the tables of one report, CSV in the tidy long form.")
  var folder: String
  @Option(help: "Claims with formulas (default: claims.csv in the folder above).")
  var claims: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let place = URL(filePath: folder).standardizedFileURL
    let above = place.deletingLastPathComponent()
    let figures = FigureEntry.entries(csv: text(of: above.appending(path: "figures.csv")) ?? "")
    let report = try Self.report(in: place, figures: figures)
    let statements = try readClaims(above)
    let others = statements.isEmpty ? [] : Self.siblings(of: place, figures: figures)
    let found =
      statements.isEmpty
      ? report.contradictions() : report.contradictions(claims: statements, among: [report] + others)
    let answers = found.map { ContradictionAnswer($0, language: options.language) }
    if json { return try Shell.sayJSON(answers) }
    for answer in answers { Shell.say(answer.sentence) }
    Shell.say(summary(answers.count, cells: report.cells.count))
  }

  private func summary(_ count: Int, cells: Int) -> String {
    let counted = Quantity(cells).formatted(in: options.language)
    return LocalizedText(
      nl: "\(counted) cellen bekeken, \(count) \(count == 1 ? "tegenspraak" : "tegenspraken") gevonden.",
      en: "\(counted) cells looked at, \(count) \(count == 1 ? "contradiction" : "contradictions") found."
    )[options.language]
  }

  private func readClaims(_ above: URL) throws -> [Claim] {
    if let claims {
      guard let text = text(of: URL(filePath: claims)) else {
        throw Failure.data(
          nl: "\(claims) kan niet worden gelezen. Noem een CSV-bestand in UTF-8.",
          en: "\(claims) cannot be read. Name a CSV file in UTF-8.")
      }
      return Claim.claims(csv: text)
    }
    return Claim.claims(csv: text(of: above.appending(path: "claims.csv")) ?? "")
  }

  private func text(of file: URL) -> String? { try? String(contentsOf: file, encoding: .utf8) }

  private static func report(in place: URL, figures: [FigureEntry]) throws -> PublishedReport {
    let name = place.lastPathComponent
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
      throw Failure.data(
        nl: "\(place.path) is geen leesbare map. Noem de map met de tabellen van één rapport.",
        en: "\(place.path) is not a readable folder. Name the folder with the tables of one report.")
    }
    let cells = names.filter { $0.lowercased().hasSuffix(".csv") }.sorted().flatMap { file in
      TableCell.cells(csv: (try? String(contentsOf: place.appending(path: file), encoding: .utf8)) ?? "")
    }
    guard !cells.isEmpty else {
      throw Failure.data(
        nl: "In \(place.path) staat geen tabel met de kolommen figure en value. Controleer de map.",
        en: "There is no table with the columns figure and value in \(place.path). Check the folder.")
    }
    return PublishedReport(name: name, cells: cells, figures: figures.filter { $0.report == name })
  }

  /// The reports beside this one, to which claims may refer.
  private static func siblings(of place: URL, figures: [FigureEntry]) -> [PublishedReport] {
    let above = place.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: above.path)) ?? []
    return names.sorted().filter { $0 != place.lastPathComponent }.compactMap { name in
      try? report(in: above.appending(path: name), figures: figures)
    }
  }
}

/// A contradiction for a program to read.
struct ContradictionAnswer: Encodable {
  var report, figure, kind, severity, expected, published, sentence: String
  var cells: [String]
  var claims: [String]

  init(_ contradiction: Contradiction, language: Language) {
    (report, figure) = (contradiction.report, contradiction.figure)
    (kind, severity) = (contradiction.kind.rawValue, contradiction.severity.rawValue)
    (expected, published) = (contradiction.expected, contradiction.published)
    sentence = contradiction.sentence[language]
    cells = contradiction.cells.map(\.reference)
    claims = contradiction.claims
  }
}
