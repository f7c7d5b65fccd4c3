public import Model
import Sheets

/// A copy of a delivered file of records in which some rows no longer say who they are about.
///
/// The copy is delimited text, and its rows keep their numbers. In the rows that are erased the key of the person becomes
/// another one and only what the source asks for about the case stays. A row that was not taken in may be about anybody
/// and hold anything anywhere: of it only stays why it was not taken in. What nobody reads goes from all rows: columns
/// that are not in the template or are ignored, and remarks above the headers.
public enum ErasedCopy {
  /// - Parameters:
  ///   - report: Of the file as it is; says which sheet and which row with headers were read, and what was wrong where.
  ///   - rows: To be erased, by the numbers that a spreadsheet shows.
  ///   - stranger: The key that takes the place of the person's; see `ErasedKey`.
  /// - Throws: `SheetError` when the file cannot be read or the copy cannot be written; no copy is left then.
  public static func write(
    of path: String, _ report: DeliveryReport, from source: Source, erasing rows: Set<Int>, as stranger: String,
    to copy: String
  ) throws {
    let file = try SheetSource(contentsOf: path)
    let writer = try CSVWriter(to: copy, encoder: CSVEncoder(delimiter: .semicolon), hasByteOrderMark: false)
    var rewriting = RowRewriting(report, from: source, erasing: rows, as: stranger)
    var written = 0
    try file.forEachRow(ofSheet: report.sheet) { row in
      // Blank rows are not handed out; they are put back, so that row numbers stay the same.
      while written < row.number - 1 {
        try writer.write(["", ""])
        written += 1
      }
      written += 1
      try writer.write(rewriting.rewritten((0..<row.count).map { row.shown($0).string }, at: row.number))
    }
    try writer.finish()
  }
}

/// What becomes of each row of a file from which somebody is erased.
private struct RowRewriting {
  private let roles: [[UInt8]: SourceColumn.Role]
  private let headerRow: Int
  private let erased: Set<Int>
  private let stranger: String
  /// By row that was not taken in, what was wrong in which column.
  private let setAside: [Int: [Finding]]
  private var columns: [(header: [UInt8], role: SourceColumn.Role?)] = []

  init(_ report: DeliveryReport, from source: Source, erasing rows: Set<Int>, as stranger: String) {
    roles = Dictionary(
      source.columns.map { (FoldedText.header($0.header), $0.role) }, uniquingKeysWith: { first, _ in first })
    headerRow = report.headerRow ?? 1
    (erased, self.stranger) = (rows, stranger)
    let wrong = report.findings.filter { $0.severity == .error && $0.place.row != nil }
    setAside = Dictionary(grouping: wrong) { $0.place.row ?? 0 }
  }

  mutating func rewritten(_ texts: [String], at number: Int) -> [String] {
    guard number > headerRow else { return number == headerRow ? header(texts) : ["#"] }
    let findings = setAside[number]
    return texts.enumerated().map { column, text in
      let known = columns.indices.contains(column) ? columns[column] : (header: [], role: nil)
      if let findings {
        let wrong = findings.first { $0.place.column.map { isOf($0, column, known.header) } ?? false }
        return left(of: text, known.role, wrong)
      }
      switch known.role {
      case .year, .variable: return text
      case .person: return erased.contains(number) ? stranger : text
      case .identity, .record: return erased.contains(number) ? "" : text
      // Of a cell too many only stays that it is there.
      case .ignored, nil: return columns.indices.contains(column) || text.isEmpty ? "" : "gewist"
      }
    }
  }

  /// A header that is not in the template may hold anything; another one takes its place, so that it is still told.
  private mutating func header(_ texts: [String]) -> [String] {
    columns = texts.map { (FoldedText.header($0), roles[FoldedText.header($0)]) }
    return texts.enumerated().map { column, text in
      columns[column].role != nil || text.isEmpty ? text : "gewist \(column + 1)"
    }
  }

  private func isOf(_ name: String, _ column: Int, _ header: [UInt8]) -> Bool {
    FoldedText.header(name) == header || name == CellReference.letters(ofColumn: column + 1)
  }

  /// What stays of a cell in a row that was not taken in: something that is wrong in the same way.
  private func left(of text: String, _ role: SourceColumn.Role?, _ wrong: Finding?) -> String {
    switch role {
    case .person: return wrong.map { ErasedKey.like($0.rule) } ?? (text.isEmpty ? "" : stranger)
    case .year, .variable: return wrong == nil || text.isEmpty ? text : "gewist"
    case .identity, .record, .ignored: return ""
    // A cell beside the columns is itself what was wrong.
    case nil: return text.isEmpty ? "" : "gewist"
    }
  }
}

/// The key that a row has after its person was erased. It is taken whatever pattern a source asks for.
public enum ErasedKey {
  private static let opening = Array("gewist-".utf8)
  /// Of hexadecimal digits: 128 bits, so that no two are the same.
  private static let digitCount = 32

  /// A key that nobody was ever given.
  public static func fresh() -> String {
    let digits = (0..<digitCount).map { _ in String(Int.random(in: 0..<16), radix: 16) }
    return String(decoding: opening, as: UTF8.self) + digits.joined()
  }

  static func matches(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.count == opening.count + digitCount && field.starts(with: opening)
      && field.dropFirst(opening.count).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// What is no key for the same reason.
  fileprivate static func like(_ rule: String) -> String {
    switch rule {
    case FindingRule.withoutKey.id: ""
    case FindingRule.missingWordAsKey.id: "onbekend"
    case FindingRule.totalRow.id: "Totaal"
    case FindingRule.damagedKey.id: "#N/B"
    // Passes the eleven test, and is given to nobody.
    case FindingRule.identityNumberAsKey.id: "111222333"
    case FindingRule.keyPattern.id: "gewist-1"
    default: "gewist"
    }
  }
}
