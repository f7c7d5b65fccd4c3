import Foundation

/// A table in the tidy long form in which editions and published tables are kept.
struct LongTable {
  struct Row: Equatable {
    var figure: String
    var measure: String
    /// Names and values of the dimensions, in order; absent ones left out.
    var dimensions: [(name: String, value: String)]
    var value: String
    var unit: String
    var isTotal: Bool
    var status: String

    /// What identifies a cell.
    var key: String {
      ([figure, measure] + dimensions.flatMap { [$0.name, $0.value] }).joined(separator: "|")
    }

    static func == (left: Row, right: Row) -> Bool { left.key == right.key && left.value == right.value }
  }

  var rows: [Row]

  init(contentsOf file: URL) throws {
    let records = CSVText.records(of: try String(contentsOf: file, encoding: .utf8))
    guard let header = records.first else { throw CocoaError(.fileReadCorruptFile) }
    let column = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    rows = records.dropFirst().map { record in
      let field = { (name: String) in column[name].map { record[$0] } ?? "" }
      let dimensions = (1...3).map { (name: field("dim\($0)"), value: field("dim\($0)_value")) }
      return Row(
        figure: field("figure"), measure: field("measure"), dimensions: dimensions.filter { !$0.name.isEmpty },
        value: field("value"), unit: field("unit"), isTotal: field("is_total") == "1", status: field("status"))
    }
  }
}

/// A slow, obvious CSV reader for tests: quotes and commas, nothing else.
enum CSVText {
  static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var characters = Array(text.replacingOccurrences(of: "\r\n", with: "\n"))[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isQuoted && characters.first == "\"":
        field.append("\"")
        characters.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(record + [field])
        record = []
        field = ""
      default: field.append(character)
      }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
    return records
  }
}
