import Foundation
package import Model

/// The reports at a place: a file, a folder with tables, or the folders with tables under one that has none itself.
package struct ReportFolders {
  private let reports: [(name: String, tables: TablesOfOthers)]
  /// Why folders were left out, a sentence each.
  private let unread: [LocalizedText]

  /// - Parameters: As those of `TablesOfOthers`; a text or claims belong to one report.
  /// - Throws: `MonitoringError.data` as `TablesOfOthers` does, and when a text or claims are named with several reports.
  package init(in path: String, claims: String?, texts: [String] = [], beside siblings: [String] = [])
    throws(MonitoringError)
  {
    let place = URL(filePath: path).standardizedFileURL
    let folders = TableFiles.isFolder(place) ? TableFiles.folders(at: place) : []
    guard folders.count > 1 || folders.first.map({ $0.path != place.path }) == true else {
      reports = [(path, try TablesOfOthers(in: path, claims: claims, texts: texts, beside: siblings))]
      unread = []
      return
    }
    if folders.count > 1, claims != nil || !texts.isEmpty {
      throw .data(
        nl:
          "In \(path) staan \(folders.count) mappen met tabellen, en een tekst of beweringen horen bij één rapport. Noem de map van dat rapport.",
        en:
          "\(path) holds \(folders.count) folders with tables, and a text or claims belong to one report. Name the folder of that report."
      )
    }
    (reports, unread) = try Self.read(folders, under: place.path, claims, texts, siblings)
  }

  /// A folder that cannot be read does not keep the others from being read.
  private static func read(
    _ folders: [URL], under path: String, _ claims: String?, _ texts: [String], _ siblings: [String]
  ) throws(MonitoringError) -> (reports: [(name: String, tables: TablesOfOthers)], unread: [LocalizedText]) {
    var (found, unread): ([(name: String, tables: TablesOfOthers)], [LocalizedText]) = ([], [])
    for folder in folders {
      let name = String(folder.path.dropFirst(path.count).drop { $0 == "/" })
      do {
        found.append((name, try TablesOfOthers(in: folder.path, claims: claims, texts: texts, beside: siblings)))
      } catch {
        guard case .data(let sentence) = error, folders.count > 1 else { throw error }
        unread.append(sentence)
      }
    }
    if found.isEmpty, let first = unread.first { throw .data(first) }
    return (found, unread)
  }

  /// What contradicts in each report by itself.
  package func contradictions(in language: Language) -> ContradictionsAnswer {
    if reports.count == 1, unread.isEmpty { return reports[0].tables.contradictions(in: language) }
    return ContradictionsAnswer(
      joining: reports.map { ($0.name, $0.tables.contradictions(in: language)) }, leavingOut: unread, in: language)
  }
}
