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
      names = all.sorted().filter { (Self.isTable($0) || Self.isRunning($0)) && !$0.hasPrefix(".") }
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
      let file = folder.appending(path: name)
      if Self.isRunning(name), Self.isFolder(place) {
        // Most texts have no tables, and are read as texts only.
        if let table = Self.tables(inText: file, correction) { tables.append(table) }
      } else {
        tables.append(Self.table(in: file, correction))
      }
    }
  }

  /// The texts of a folder, in the order of their names; of a file that which stands around its tables.
  static func texts(in place: URL) -> [ReportText] {
    guard isFolder(place) else {
      let hasTables = isRunning(place.lastPathComponent) && tables(inText: place, nil) != nil
      return hasTables ? [text(at: place)].compactMap { $0 } : []
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.sorted().filter { name in
      !name.hasPrefix(".") && texts.contains(URL(filePath: name).pathExtension.lowercased())
    }
    .compactMap { text(at: place.appending(path: $0)) }
  }

  /// The lines of tables that fill one cell only: titles, and what is said below a table.
  static func notes(at place: URL) -> [ReportText] {
    let names = isFolder(place) ? (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? [] : [""]
    return names.sorted().compactMap { name in
      let file = name.isEmpty ? place : place.appending(path: name)
      if workbooks.contains(file.pathExtension.lowercased()) {
        return (try? sheets(of: file)).map { ReportText(notes(of: $0), file: file.lastPathComponent) }
      }
      guard ["csv", "tsv"].contains(file.pathExtension.lowercased()), let text = text(of: file) else { return nil }
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
        let filled = line.split { $0 == ";" || $0 == "\t" || $0 == "\"" }.filter { $0.contains { !$0.isWhitespace } }
        let isOne = filled.count == 1 && filled[0].split(separator: " ").count > 2
        return isOne ? filled[0].reversed().drop { $0 == "," }.reversed().map(String.init).joined() : ""
      }
      return ReportText(lines.joined(separator: "\n"), file: file.lastPathComponent)
    }
  }

  /// Rows of one text of several words, each a paragraph.
  private static func notes(of sheets: [SheetGrid]) -> String {
    sheets.flatMap { sheet in
      sheet.rows.map { row in
        let filled = row.filter { !$0.isEmpty }
        return filled.count == 1 && filled[0].split(separator: " ").count > 2 ? filled[0] : ""
      }
    }
    .joined(separator: "\n\n")
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

  /// A text, which may have tables among its sentences.
  private static func isRunning(_ name: String) -> Bool {
    ["md", "markdown", "txt"].contains(URL(filePath: name).pathExtension.lowercased())
  }

  private static func tables(inText file: URL, _ correction: ReadingCorrection?) -> ReadTable? {
    text(of: file).flatMap {
      TextReading.tables(inText: $0, file: file.lastPathComponent, correction: correction)
    }
  }

  /// In UTF-8, in UTF-16 where the first bytes say so, or what old Windows programs write; nil for what is no text.
  static func text(of file: URL) -> String? {
    guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
    if let text = String(data: data, encoding: .utf8) { return text }
    // Any two bytes are a letter of UTF-16, so it is not tried where nothing says that it is that.
    let start = Array(data.prefix(4))
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      return String(data: data, encoding: .utf16)
    }
    if start.count == 4, start[1] == 0, start[3] == 0 { return String(data: data, encoding: .utf16LittleEndian) }
    if start.count == 4, start[0] == 0, start[2] == 0 { return String(data: data, encoding: .utf16BigEndian) }
    if data.contains(0) { return nil }
    return WindowsText.read(data)
  }

  /// A file, and what is wrong with the description beside it.
  private static func table(in file: URL, _ correction: ReadingCorrection?) -> ReadTable {
    let name = file.lastPathComponent
    if workbooks.contains(file.pathExtension.lowercased()) {
      do {
        return TextReading.read(try sheets(of: file), file: name, correction: correction)
      } catch {
        return unreadable(name, (error as? SheetError)?.message)
      }
    }
    let (metadata, finding) = description(of: file)
    guard let text = text(of: file, encoding: metadata?.dialect.encoding) else { return unreadable(name, nil) }
    var table = TextReading.read(text, file: name, correction: correction, metadata: metadata)
    if let finding { table.findings.append(finding) }
    return table
  }

  /// What the publisher says of a text file (*CSV on the Web*), in a file named after it or one for the whole folder.
  private static func description(of file: URL) -> (metadata: TableMetadata?, finding: ReadingFinding?) {
    guard !["html", "htm"].contains(file.pathExtension.lowercased()) else { return (nil, nil) }
    let folder = file.deletingLastPathComponent()
    for name in ["\(file.lastPathComponent)-metadata.json", "csv-metadata.json"] {
      guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path) else { continue }
      guard let list = try? JSONDecoder().decode(TableMetadataFile.self, from: data) else {
        return (nil, ReadingFinding(brokenDescription: name))
      }
      if let metadata = list.table(of: file.lastPathComponent) { return (metadata, nil) }
    }
    return (nil, nil)
  }

  private static func text(of file: URL, encoding: String?) -> String? {
    let encodings: [String: String.Encoding] = [
      "windows-1252": .windowsCP1252, "cp1252": .windowsCP1252, "iso-8859-1": .isoLatin1, "latin1": .isoLatin1,
      "iso-8859-2": .isoLatin2, "windows-1250": .windowsCP1250, "utf-16": .utf16,
    ]
    guard let known = encoding.flatMap({ encodings[$0.lowercased()] }),
      let data = FileManager.default.contents(atPath: file.path)
    else { return text(of: file) }
    return String(data: data, encoding: known) ?? text(of: file)
  }

  /// The folders with tables at or under a place, in the order of their names.
  ///
  /// A folder with tables is one report, and what is under it is left alone; but not where its files are those that stand above
  /// reports, or have no numbers, and folders under it do have tables.
  static func folders(at place: URL) -> [URL] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).sorted().filter {
      !$0.hasPrefix(".")
    }
    let hasTables = names.contains(where: isTable)
    let isAbove = names.contains { aboveReports.contains($0) }
    if hasTables, !isAbove, let files = TableFiles(at: place), files.tables.contains(where: { !$0.cells.isEmpty }) {
      return [place]
    }
    let under = names.map { place.appending(path: $0) }.filter(isFolder).flatMap(folders)
    guard under.isEmpty else { return under }
    let isText = names.contains { isRunning($0) && tables(inText: place.appending(path: $0), nil) != nil }
    return hasTables || isText ? [place] : []
  }

  /// Titles and claims about the reports in the folders beside them.
  private static let aboveReports: Set<String> = ["figures.csv", "claims.csv"]

  /// Every sheet that is shown, as it is shown; rows and columns that are hidden are read too, for totals count them.
  private static func sheets(of file: URL) throws -> [SheetGrid] {
    let source = try SheetSource(contentsOf: file.path)
    return try source.sheets.indices.filter { !source.sheets[$0].isHidden }.map { index in
      var (rows, numbers): ([[String]], [Int]) = ([], [])
      var traits: [[SheetGrid.Trait]] = []
      try source.forEachRow(ofSheet: index, isPrinted: true) { row in
        // Empty rows part tables from each other.
        while let last = numbers.last, last + 1 < row.number, row.number - last < 4 {
          numbers.append(last + 1)
          rows.append([])
          traits.append([])
        }
        numbers.append(row.number)
        rows.append((0..<row.count).map { row.shown($0).string })
        traits.append((0..<row.count).map { trait(of: row, at: $0) })
      }
      return SheetGrid(name: source.sheets[index].name, rows: rows, numbers: numbers, traits: traits)
    }
  }

  private static func trait(of row: borrowing SheetRow, at column: Int) -> SheetGrid.Trait {
    switch row.kind(at: column) {
    case .number, .percentage:
      let (value, shown) = (row[column], row.shown(column))
      return value.count > shown.count && value.string != shown.string ? [.number, .rounded] : .number
    default: return []
    }
  }

  private static func unreadable(_ name: String, _ reason: LocalizedText?) -> ReadTable {
    var table = ReadTable(file: name)
    let why = reason ?? LocalizedText(nl: "het bestand kan niet worden gelezen.", en: "the file cannot be read.")
    table.findings = [ReadingFinding(unreadable: name, because: why)]
    return table
  }
}
