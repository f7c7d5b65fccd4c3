/// Comma-separated text taken apart: RFC 4180, with quoted fields, doubled quotes and either kind of line end.
package struct TidyText {
  /// The records in order, the header first; empty lines are left out.
  package private(set) var records: [[String]] = []

  /// - Parameters:
  ///   - delimiter: The byte between fields.
  ///   - keepsEmptyLines: Whether an empty line is a record too, so that records have the numbers of their rows.
  package init(_ text: String, delimiter: UInt8 = 0x2C, keepsEmptyLines: Bool = false) {
    var parser = Parser(delimiter: delimiter, keepsEmptyLines: keepsEmptyLines)
    for byte in text.utf8 { parser.take(byte) }
    records = parser.finished()
  }

  init(records: [[String]]) { self.records = records }

  /// Every record as a row that answers by column name.
  var rows: [Row] {
    guard let header = records.first else { return [] }
    let names = header.enumerated().map { index, name in
      index == 0 && name.hasPrefix("\u{FEFF}") ? String(name.dropFirst()) : name
    }
    let columns = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    return records.dropFirst().map { Row(columns: columns, fields: $0) }
  }

  struct Row {
    fileprivate var columns: [String: Int]
    fileprivate var fields: [String]

    var isEmpty: Bool { fields.allSatisfy(\.isEmpty) }

    /// How many fields it has.
    var count: Int { fields.count }

    /// The field of a column; empty where the column or the field is missing.
    subscript(column: String) -> String {
      guard let index = columns[column], index < fields.count else { return "" }
      return fields[index]
    }
  }

  private struct Parser {
    let delimiter: UInt8
    let keepsEmptyLines: Bool
    private var records: [[String]] = []
    private var fields: [String] = []
    private var field: [UInt8] = []
    private var isQuoted = false
    /// The last byte was a quote inside a quoted field: its end, or the first of two.
    private var sawQuote = false

    private static let (quote, newline, carriageReturn): (UInt8, UInt8, UInt8) = (0x22, 0x0A, 0x0D)

    init(delimiter: UInt8, keepsEmptyLines: Bool) {
      (self.delimiter, self.keepsEmptyLines) = (delimiter, keepsEmptyLines)
    }

    mutating func take(_ byte: UInt8) {
      if isQuoted, !sawQuote {
        if byte == Self.quote { sawQuote = true } else { field.append(byte) }
        return
      }
      switch byte {
      case Self.quote where sawQuote:
        field.append(byte)
        sawQuote = false
      case Self.quote where field.isEmpty: isQuoted = true
      case delimiter: endField()
      case Self.newline: endRecord()
      case Self.carriageReturn: break
      default: field.append(byte)
      }
    }

    mutating func finished() -> [[String]] {
      if !field.isEmpty || !fields.isEmpty { endRecord() }
      return records
    }

    private mutating func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      isQuoted = false
      sawQuote = false
    }

    private mutating func endRecord() {
      endField()
      if keepsEmptyLines || fields.count > 1 || fields[0] != "" { records.append(fields) }
      fields = []
    }
  }
}
