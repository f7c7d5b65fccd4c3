import Consistency
import Foundation
import Model
import Sheets

/// The files with tables at a place, each read by what it is.
struct TableFiles {
  private(set) var tables: [ReadTable] = []
  private(set) var findings: [ReadingFinding] = []

  /// The corrections that a person wrote down, beside the tables.
  static let corrections = "tables.yaml"
  /// What is read of a folder; a file that is named is read whatever its ending.
  private static let textual: Set<String> = ["csv", "tsv", "html", "htm"]
  private static let workbooks: Set<String> = ["xlsx", "ods"]
  /// Texts about the tables; a page may hold both.
  private static let texts: Set<String> = ["md", "markdown", "txt", "html", "htm"]

  /// - Returns: Nil when there is neither a readable file nor a readable folder.
  init?(at place: URL) {
    let folder = Self.isFolder(place) ? place : place.deletingLastPathComponent()
    let names: [String]
    if Self.isFolder(place) {
      guard let all = try? FileManager.default.contentsOfDirectory(atPath: place.path) else { return nil }
      names = all.sorted().filter { Self.isTable($0) && !$0.hasPrefix(".") }
    } else {
      guard FileManager.default.isReadableFile(atPath: place.path) else { return nil }
      names = [place.lastPathComponent]
    }
    let written = ReadingCorrection.corrections(
      yaml: Self.text(of: folder.appending(path: Self.corrections)) ?? "", file: Self.corrections)
    findings = written.findings
    for name in names {
      let correction = written.byFile[name]
      if correction?.isLeftOut == true { continue }
      tables.append(Self.table(in: folder.appending(path: name), correction))
    }
  }

  /// The texts of a folder, in the order of their names; none for a file.
  static func texts(in place: URL) -> [ReportText] {
    guard isFolder(place) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.sorted().filter { name in
      !name.hasPrefix(".") && texts.contains(URL(filePath: name).pathExtension.lowercased())
    }
    .compactMap { text(at: place.appending(path: $0)) }
  }

  /// A text, whatever its ending; nil where it cannot be read.
  static func text(at file: URL) -> ReportText? {
    text(of: file).map { ReportText($0, file: file.lastPathComponent) }
  }

  static func isFolder(_ place: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func isTable(_ name: String) -> Bool {
    let ending = URL(filePath: name).pathExtension.lowercased()
    return textual.contains(ending) || workbooks.contains(ending)
  }

  /// In UTF-8, or what old Windows programs write where it is not.
  static func text(of file: URL) -> String? {
    guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
    return String(data: data, encoding: .utf8) ?? String(data: data, encoding: .utf16)
      ?? String(data: data, encoding: .windowsCP1252)
  }

  private static func table(in file: URL, _ correction: ReadingCorrection?) -> ReadTable {
    let name = file.lastPathComponent
    if workbooks.contains(file.pathExtension.lowercased()) {
      do {
        return TextReading.read(try sheets(of: file), file: name, correction: correction)
      } catch {
        return unreadable(name, (error as? SheetError)?.message)
      }
    }
    guard let text = text(of: file) else { return unreadable(name, nil) }
    return TextReading.read(text, file: name, correction: correction)
  }

  /// Every sheet that is shown, as it is shown.
  private static func sheets(of file: URL) throws -> [SheetGrid] {
    let source = try SheetSource(contentsOf: file.path)
    return try source.sheets.indices.filter { !source.sheets[$0].isHidden }.map { index in
      var (rows, numbers): ([[String]], [Int]) = ([], [])
      try source.forEachRow(ofSheet: index) { row in
        // Empty rows part tables from each other.
        while let last = numbers.last, last + 1 < row.number, row.number - last < 4 {
          numbers.append(last + 1)
          rows.append([])
        }
        numbers.append(row.number)
        rows.append((0..<row.count).map { row.shown($0).string })
      }
      return SheetGrid(name: source.sheets[index].name, rows: rows, numbers: numbers)
    }
  }

  private static func unreadable(_ name: String, _ reason: LocalizedText?) -> ReadTable {
    var table = ReadTable(file: name)
    let why = reason ?? LocalizedText(nl: "het bestand kan niet worden gelezen.", en: "the file cannot be read.")
    table.findings = [ReadingFinding(unreadable: name, because: why)]
    return table
  }
}
