import Model
import Sheets

/// Which column of a file is which column of the template.
struct HeaderPlan {
  /// A column that is read: its place in the file, and its place in the template.
  struct Match {
    var fileColumn: Int
    var templateColumn: Int
  }

  private(set) var matches: [Match] = []
  private(set) var columnCount = 0
  /// Template columns that the file does not have and that are not required.
  private(set) var absent: [Int] = []

  /// Findings say what is wrong with the headers.
  init(_ headers: [String], source: Source, row: Int, findings: DeliveryFindings) {
    columnCount = headers.count
    var unknown: [(column: Int, header: String)] = []
    var fileColumns: [Int: Int] = [:]
    let known = source.columns.map { FoldedText.header($0.header) }
    for (column, header) in headers.enumerated() {
      let folded = FoldedText.header(header)
      guard !folded.isEmpty else { continue }
      guard let position = known.firstIndex(of: folded) else {
        unknown.append((column, header))
        continue
      }
      if VisibleText(header).hadHiddenSigns {
        findings.add(
          .hiddenSigns, row: row, column: column, header: CellReference.letters(ofColumn: column + 1),
          FieldProblem.hiddenSigns)
      }
      if let first = fileColumns[position] {
        let letters = CellReference.letters(ofColumn: first + 1)
        findings.add(
          .duplicateHeader, row: row, column: column, header: source.columns[position].header,
          LocalizedText(
            nl: "deze kolom staat er twee keer, ook in kolom \(letters).",
            en: "this column is there twice, in column \(letters) too."))
      } else {
        fileColumns[position] = column
        matches.append(Match(fileColumn: column, templateColumn: position))
      }
    }
    let open = source.columns.indices.filter { fileColumns[$0] == nil }.map { source.columns[$0].header }
    reportUnknown(unknown.map(\.column), headers, open, row, findings)
    reportAbsent(fileColumns, source, row, unknown, findings)
  }

  /// So many unknown columns are told one by one; a sheet may have sixteen thousand.
  private static let toldUnknown = 20

  /// The header itself is not told: without a header row it would be somebody's data.
  private func reportUnknown(
    _ unknown: [Int], _ headers: [String], _ open: [String], _ row: Int, _ findings: DeliveryFindings
  ) {
    for column in unknown.prefix(Self.toldUnknown) {
      let meant = Wording.meant(headers[column], among: open)
      findings.add(
        .unknownHeader, row: row, column: column, header: CellReference.letters(ofColumn: column + 1),
        LocalizedText(
          nl: "deze kolom staat niet in het sjabloon en is niet gelezen\(meant.nl)",
          en: "this column is not in the template and was not read\(meant.en)"))
    }
    guard unknown.count > Self.toldUnknown else { return }
    let more = unknown.count - Self.toldUnknown
    findings.add(
      .unknownHeader, row: row,
      LocalizedText(
        nl: "nog \(more) kolommen staan niet in het sjabloon en zijn niet gelezen.",
        en: "\(more) more columns are not in the template and were not read."))
  }

  /// Whether one header may be another name for the other: misspelt, longer, or with a word in common.
  static func resemble(_ left: String, _ right: String) -> Bool {
    if suggestion(for: left, among: [right]) != nil { return true }
    func words(_ text: String) -> [[UInt8]] {
      FoldedText.folded(text).split { $0 < 0x80 && !(0x61...0x7A).contains($0) }.map { Array($0) }.filter {
        $0.count >= 4
      }
    }
    func text(_ word: [UInt8]) -> String { String(decoding: word, as: UTF8.self) }
    return words(left).contains { one in
      words(right).contains { other in text(one).contains(text(other)) || text(other).contains(text(one)) }
    }
  }

  private mutating func reportAbsent(
    _ fileColumns: [Int: Int], _ source: Source, _ row: Int, _ unknown: [(column: Int, header: String)],
    _ findings: DeliveryFindings
  ) {
    var required: [String] = []
    for (position, column) in source.columns.enumerated() where fileColumns[position] == nil {
      if column.isRequired || column.role == .year {
        required.append(column.header)
      } else if column.variableName != nil {
        absent.append(position)
        if let other = unknown.first(where: { Self.resemble($0.header, column.header) }) {
          let letters = CellReference.letters(ofColumn: other.column + 1)
          findings.add(
            .renamedColumn, row: row, column: columnCount + position, header: column.header,
            LocalizedText(
              nl: "deze kolom ontbreekt en haar naam lijkt op die van kolom \(letters), die niet is gelezen.",
              en: "this column is absent and its name resembles that of column \(letters), which was not read."))
          continue
        }
        findings.add(
          .absentColumn, column: columnCount + position, header: column.header,
          LocalizedText(
            nl: "deze kolom ontbreekt; alle waarden tellen als niet geleverd.",
            en: "this column is absent; all values count as not delivered."))
      }
    }
    guard !required.isEmpty else { return }
    let list = required.joined(separator: ", ")
    let isOne = required.count == 1
    findings.add(
      .missingHeader, row: row,
      LocalizedText(
        nl: isOne ? "deze verplichte kolom ontbreekt: \(list)." : "deze verplichte kolommen ontbreken: \(list).",
        en: isOne ? "this required column is missing: \(list)." : "these required columns are missing: \(list)."))
  }
}
