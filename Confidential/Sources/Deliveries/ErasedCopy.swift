public import Model
import Sheets

/// A copy of a delivered file of records in which some rows no longer say who they are about.
///
/// The copy is delimited text, and its rows keep their numbers. In the rows that are erased the key of the person becomes
/// another one and only what the source asks for about the case stays: personal details and columns that nobody reads go.
public enum ErasedCopy {
  /// - Parameters:
  ///   - report: Of the file as it is; says which sheet and which row with headers were read.
  ///   - rows: To be erased, by the numbers that a spreadsheet shows.
  ///   - stranger: The key that takes the place of the person's; see `ErasedKey`.
  /// - Throws: `SheetError` when the file cannot be read or the copy cannot be written; no copy is left then.
  public static func write(
    of path: String, _ report: DeliveryReport, from source: Source, erasing rows: Set<Int>, as stranger: String,
    to copy: String
  ) throws {
    let file = try SheetSource(contentsOf: path)
    let writer = try CSVWriter(to: copy, encoder: CSVEncoder(delimiter: .semicolon), hasByteOrderMark: false)
    let headers = Dictionary(
      source.columns.map { (FoldedText.header($0.header), $0.role) }, uniquingKeysWith: { first, _ in first })
    var (written, roles): (Int, [SourceColumn.Role?]) = (0, [])
    try file.forEachRow(ofSheet: report.sheet) { row in
      // Blank rows are not handed out; they are put back, so that row numbers stay the same.
      while written < row.number - 1 {
        try writer.write([String](repeating: "", count: 2))
        written += 1
      }
      written += 1
      let texts = (0..<row.count).map { row.shown($0).string }
      if row.number == report.headerRow ?? 1 { roles = texts.map { headers[FoldedText.header($0)] } }
      guard rows.contains(row.number) else { return try writer.write(texts) }
      try writer.write(
        texts.enumerated().map { column, text in
          kept(text, roles.indices.contains(column) ? roles[column] : nil, stranger)
        })
    }
    try writer.finish()
  }

  private static func kept(_ text: String, _ role: SourceColumn.Role?, _ stranger: String) -> String {
    switch role {
    case .person: stranger
    case .year, .variable: text
    case .identity, .record, .ignored, nil: ""
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
}
