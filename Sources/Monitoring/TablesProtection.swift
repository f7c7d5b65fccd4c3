import Foundation
package import Model
import Protection

/// Tables of which sensitive counts are hidden, and what it takes to keep each from being worked out.
package struct TablesProtection: ProtectedTables, Equatable {
  package struct Unmet: Encodable, Equatable {
    package var file: String
    package var row: Int?
    package var cell: String
    package var sentence: String

    func line(in language: Language) -> String {
      let row = row.map { (language == .nl ? ", rij " : ", row ") + String($0) } ?? ""
      return file + row + " (\(cell)): " + sentence
    }
  }

  package var policy: ProtectionPolicy
  /// Cells, over all tables together.
  package var cellCount, sensitive, secondary: Int
  /// The sum of what is hidden besides the sensitive cells, in persons.
  package var secondaryTotal: Int
  /// Where what is asked cannot be had, and what would help.
  package var unmet: [Unmet]
  package var unreachable: [Unmet]
  package var findings: [String]
  /// Whether every hidden cell is as the policy asks, but for totals that no hiding can protect.
  package var isMet: Bool
  /// Name and contents of every file of the protected tables.
  private(set) var files: [String: String] = [:]

  private enum CodingKeys: String, CodingKey {
    case policy, cellCount, sensitive, secondary, secondaryTotal, unmet, unreachable, findings, isMet
  }

  /// - Throws: `MonitoringError.data` when something cannot be read, or a count that was hidden before is not known.
  package init(
    _ tables: [String], history: String?, policy: ProtectionPolicy, language: Language
  ) throws(MonitoringError) {
    let read = try PublishedFiles(tables, history: history, policy: policy)
    var published = PublishedCells(read, policy, usingShares: false)
    try policy.check(published)
    let rows = HiddenRows(read, published)
    if !rows.hidden.isEmpty {
      try self.init(unchanged: read, PublishedCells(read, policy), policy, language)
      return
    }
    published.setLowers(
      policy.zeros == .published ? 1 : 0, of: published.hiddenBefore.filter { published.system.values[$0] == nil })
    var candidates = [Bool](repeating: false, count: published.system.count)
    for entry in rows.entries { candidates[entry.cell] = !published.printedBefore.contains(entry.cell) }
    let before = published.hiddenBefore.filter { candidates[$0] }.sorted()
    let values = published.system.values
    let result = published.system.suppressed(
      under: policy.protection(of: published), candidates: candidates, mustHide: before,
      guarded: published.hiddenBefore.filter { published.system.values[$0] == nil }.sorted(),
      weights: values.map { Double(max(1, $0 ?? 1)) })
    self.init(read, published, rows, result, policy, language)
  }

  private init(
    _ read: PublishedFiles, _ published: PublishedCells, _ rows: HiddenRows, _ result: SuppressionPattern,
    _ policy: ProtectionPolicy, _ language: Language
  ) {
    self.policy = policy
    cellCount = rows.entries.count
    let sensitiveCells = Set(result.sensitive)
    let added = result.hidden.filter { !sensitiveCells.contains($0) }
    (sensitive, secondary) = (result.sensitive.count, added.count)
    secondaryTotal = added.reduce(0) { published.amounts[$1] == nil ? $0 + (published.system.values[$1] ?? 0) : $0 }
    func named(_ cell: Int, _ sentence: LocalizedText) -> Unmet {
      let place = published.place(of: cell)
      return Unmet(
        file: place?.file ?? "", row: place?.row, cell: published.label(of: cell), sentence: sentence[language])
    }
    unmet = result.unmet.map { named($0, Self.notMet) }
    unreachable = result.unreachable.map { named($0, Self.notReachable) }
    let rule = policy.protection(of: published)
    let early = rows.entries.filter {
      published.printedBefore.contains($0.cell)
        && rule.isSensitive(published.system.values[$0.cell] ?? 0, in: $0.cell)
    }
    let found =
      published.findings
      + early.map {
        PublishedFinding(.printedBefore, $0.place, cell: published.label(of: $0.cell))
      }
    findings = found.map { $0.sentence(in: language) }
    isMet = result.unmet.isEmpty && found.allSatisfy(\.isRemark)
    let hidden = Set(result.hidden)
    for (file, cells) in zip(read.current, published.cellsOfRows) {
      files[URL(filePath: file.name).lastPathComponent] = file.text { row, index in
        guard let cell = cells[index] else {
          return zip(file.rows, cells).contains { other, cell in
            cell.map { hidden.contains($0) } ?? false && HiddenRows.name(other) == HiddenRows.name(row)
          } || !published.wholes(of: row, in: file).isDisjoint(with: hidden)
        }
        return hidden.contains(cell)
      }
    }
  }

  /// Tables with hidden cells are protected tables: when an audit finds nothing, they stay as they are.
  private init(
    unchanged read: PublishedFiles, _ published: PublishedCells, _ policy: ProtectionPolicy, _ language: Language
  ) throws(MonitoringError) {
    let audit = TablesAudit(read, published, policy, language)
    guard audit.isMet else {
      let lines =
        audit.cells.filter { !$0.isMet }.prefix(3).map { $0.file + " " + $0.cell } + audit.findings.map(\.sentence)
      throw .data(
        nl:
          "Deze tabellen hebben weggelaten cellen die niet veilig zijn, en zonder hun aantallen is dat niet te herstellen: "
          + lines.joined(separator: "; ") + ". Geef de tabellen met alle aantallen.",
        en: "These tables have hidden cells that are not safe, which cannot be mended without their counts: "
          + lines.joined(separator: "; ") + ". Give the tables with all counts.")
    }
    self.policy = policy
    (cellCount, sensitive, secondary, secondaryTotal) = (HiddenRows(read, published).entries.count, 0, 0, 0)
    (unmet, unreachable, findings, isMet) = ([], [], [], true)
    for file in read.current {
      files[URL(filePath: file.name).lastPathComponent] = file.text { row, _ in row.value == .hidden }
    }
  }

  private static let notMet = LocalizedText(
    nl: "niet te beschermen met weglaten. Voeg categorieën samen, of laat de tabel weg.",
    en: "cannot be protected by hiding. Merge categories, or leave the table out.")
  private static let notReachable = LocalizedText(
    nl:
      "een totaal van delen die geen nul zijn kan niet lager zijn dan hun aantal. Zet zeros: hidden, of laat de delen weg.",
    en:
      "a total of parts that are no noughts cannot be less than their number. Set zeros: hidden, or leave the parts out."
  )

  /// Writes all files or none, in one move.
  ///
  /// - Throws: `MonitoringError.data` when the folder holds something already, or cannot be written.
  package func write(to folder: String) throws(MonitoringError) { try Self.write(files, to: folder) }

  static func write(_ files: [String: String], to folder: String) throws(MonitoringError) {
    let place = URL(filePath: folder).standardizedFileURL
    let manager = FileManager.default
    if let held = try? manager.contentsOfDirectory(atPath: place.path), !held.isEmpty {
      throw .data(
        nl: "In \(folder) staat al iets. Kies een lege of nieuwe map met --output.",
        en: "There is something in \(folder) already. Choose an empty or new folder with --output.")
    }
    let beside = place.deletingLastPathComponent().appending(path: "." + place.lastPathComponent + ".nieuw")
    do {
      try? manager.removeItem(at: beside)
      try DurableFolder(beside).make()
      for (name, text) in files.sorted(by: { $0.key < $1.key }) {
        try Data(text.utf8).write(to: beside.appending(path: name))
      }
      if manager.fileExists(atPath: place.path) { try manager.removeItem(at: place) }
      try manager.moveItem(at: beside, to: place)
      try DurableFolder(place.deletingLastPathComponent()).flush()
    } catch {
      try? manager.removeItem(at: beside)
      throw .data(
        nl: "In \(folder) kan niet worden geschreven. Kies een andere map met --output.",
        en: "Nothing can be written in \(folder). Choose another folder with --output.")
    }
  }

  package func lines(in language: Language) -> [String] {
    findings + (unmet + unreachable).map { $0.line(in: language) } + [summary[language]]
  }

  private var summary: LocalizedText {
    let (cells, persons) = (Quantity(cellCount), Quantity(secondaryTotal))
    return LocalizedText(
      nl: "\(cells.formatted(in: .nl)) cellen: \(sensitive) gevoelig en weggelaten, \(secondary) andere weggelaten "
        + "(samen \(persons.formatted(in: .nl)) personen); niet te beschermen: \(unmet.count + unreachable.count).",
      en: "\(cells.formatted(in: .en)) cells: \(sensitive) sensitive and hidden, \(secondary) others hidden "
        + "(\(persons.formatted(in: .en)) persons together); not to be protected: \(unmet.count + unreachable.count).")
  }
}

extension CountFile {
  /// The file with rows hidden: a tidy table as it was, inner cells as a tidy table with all margins.
  func text(isHidden: (Row, Int) -> Bool) -> String {
    guard innerColumns == nil else { return marginsText(isHidden) }
    let value = header.firstIndex(of: "value") ?? 0
    let status = header.firstIndex(of: "status") ?? header.count
    let columns = status == header.count ? header + ["status"] : header
    // What an amount comes from is not shown.
    let shown = columns.indices.filter { !Contributions.columns.contains(columns[$0]) }
    var text = CommaSeparated.line(shown.map { columns[$0] })
    for (index, row) in rows.enumerated() {
      guard let record = row.record else { continue }
      var fields = records[record]
      while fields.count <= max(status, value) { fields.append("") }
      if isHidden(row, index) { (fields[value], fields[status]) = ("", "suppressed") }
      text += CommaSeparated.line(shown.map { $0 < fields.count ? fields[$0] : "" })
    }
    return text
  }

  private func marginsText(_ isHidden: (Row, Int) -> Bool) -> String {
    let columns = (innerColumns ?? []).map { header[$0] }
    let figure = URL(filePath: name).deletingPathExtension().lastPathComponent
    var text = CommaSeparated.line(
      ["figure"] + columns.indices.flatMap { ["dim\($0 + 1)", "dim\($0 + 1)_value"] } + ["value", "is_total", "status"])
    for (index, row) in rows.enumerated() {
      let named = columns.map { column in row.categories.first { $0.dimension == column }?.name }
      var value = ""
      if case .count(let count) = row.value { value = String(count) }
      let hidden = row.value == .hidden || isHidden(row, index)
      text += CommaSeparated.line(
        [figure] + zip(columns, named).flatMap { [$0, $1 ?? "Totaal"] }
          + [
            hidden ? "" : value, named.contains(nil) ? "1" : "0",
            hidden ? "suppressed" : value.isEmpty ? "absent" : "printed",
          ])
    }
    return text
  }
}
