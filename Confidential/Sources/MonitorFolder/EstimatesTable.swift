import Glibc
import Model

/// Reads a table of lists in the monitor folder: a column of 0 and 1 for each list, and one of counts.
struct ListTableReading {
  let file: String
  let findings: FolderFindings

  static let folder = "lists"
  /// Names of the column of counts.
  static let countNames = ["count", "aantal"]
  /// Histories grow as 2 to the number of lists.
  static let mostLists = 16

  /// The table, or findings that say why not.
  func table(_ bytes: [UInt8]) -> ListTable? {
    guard bytes.count <= YAMLDocument.sizeLimit else {
      return report(nil, nil, nl: "het bestand is groter dan 1 MB.", en: "the file is larger than 1 MB.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return report(nil, nil, nl: "het bestand is geen UTF-8.", en: "the file is not UTF-8.")
    }
    let lines = Self.lines(of: text)
    guard let heading = lines.first else { return report(1, nil, nl: "het bestand is leeg.", en: "the file is empty.") }
    guard let columns = columns(heading) else { return nil }
    var rows: [ListTable.Row] = []
    var isGood = true
    var firstLine: [UInt32: Int] = [:]
    for (line, fields) in lines.dropFirst() {
      guard let row = row(fields, columns, line: line) else {
        isGood = false
        continue
      }
      if let first = firstLine.updateValue(line, forKey: row.lists) {
        complain(
          line, nl: "deze combinatie van lijsten staat er al, op rij \(first).",
          en: "this combination of lists is there already, on row \(first).")
        isGood = false
      }
      rows.append(row)
    }
    guard isGood, isUsable(rows) else { return nil }
    return ListTable(file: file, lists: columns.dropLast().map(\.self), rows: rows)
  }

  /// Fields by line, without empty lines; separated by a semicolon where the heading has one, else by a comma.
  private static func lines(of text: String) -> [(line: Int, fields: [String])] {
    let start = text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    let lines = start.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(String.UnicodeScalarView(line.filter { $0 != "\r" && $0 != "\"" }))
    }
    let separator: Character = lines.first?.contains(";") == true ? ";" : ","
    return lines.enumerated().filter { $0.element.contains { !$0.isWhitespace } }.map { index, line in
      let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      return (
        index + 1,
        fields.map { field in
          String(field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
      )
    }
  }

  /// The lists and, last, the column of counts.
  private func columns(_ heading: (line: Int, fields: [String])) -> [String]? {
    let names = heading.fields
    guard let last = names.last, Self.countNames.contains(last.lowercased()) else {
      return report(
        heading.line, nil, nl: "de laatste kolom heet `count` of `aantal`.", en: "the last column is called `count`.")
    }
    let lists = names.dropLast()
    guard lists.count >= 2, lists.count <= Self.mostLists else {
      return report(
        heading.line, nil, nl: "er zijn \(lists.count) lijsten; een schatting vraagt er 2 tot \(Self.mostLists).",
        en: "there are \(lists.count) lists; an estimate asks for 2 to \(Self.mostLists).")
    }
    for (index, name) in lists.enumerated() {
      guard !name.isEmpty, !lists[..<index].contains(name) else {
        return report(
          heading.line, nil, nl: "kolom \(index + 1) heeft geen naam of een naam die er al is.",
          en: "column \(index + 1) has no name or one that is there already.")
      }
    }
    return names
  }

  private func row(_ fields: [String], _ columns: [String], line: Int) -> ListTable.Row? {
    guard fields.count == columns.count else {
      return report(
        line, nil, nl: "deze rij heeft \(fields.count) velden en de kop \(columns.count).",
        en: "this row has \(fields.count) fields and the heading \(columns.count).")
    }
    var lists: UInt32 = 0
    for (index, field) in fields.dropLast().enumerated() {
      switch field {
      case "1": lists |= 1 << UInt32(index)
      case "0": break
      default:
        return report(
          line, columns[index], nl: "hier hoort 0 of 1.", en: "0 or 1 belongs here.")
      }
    }
    guard let persons = Int(fields[fields.count - 1]), (0...1_000_000_000).contains(persons) else {
      return report(
        line, columns.last, nl: "hier hoort een geheel aantal personen, niet afgerond of weggelaten.",
        en: "a whole number of persons belongs here, not rounded or left out.")
    }
    guard lists != 0 else {
      return report(
        line, nil, nl: "deze rij staat op geen enkele lijst; dat aantal is juist wat geschat wordt.",
        en: "this row is on no list; that number is what is to be estimated.")
    }
    return ListTable.Row(lists: lists, persons: persons)
  }

  private func isUsable(_ rows: [ListTable.Row]) -> Bool {
    if rows.contains(where: { $0.persons > 0 && $0.lists.nonzeroBitCount > 1 }) { return true }
    complain(
      nil, nl: "niemand staat op meer dan een lijst; zonder overlap is er geen schatting.",
      en: "nobody is on more than one list; without overlap there is no estimate.")
    return false
  }

  private func complain(_ line: Int?, nl: String, en: String) {
    findings.report(.listTable, file, line: line, nl: nl, en: en)
  }

  private func report<Value>(_ line: Int?, _ column: String?, nl: String, en: String) -> Value? {
    findings.report(.listTable, file, line: line, column: column, nl: nl, en: en)
    return nil
  }
}

extension ListTableReading {
  /// The tables of lists in a monitor folder, in order of name.
  static func names(in path: String) -> [String] {
    guard let open = opendir(path + "/" + folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv"), !name.hasPrefix(".") { names.append(folder + "/" + name) }
    }
    return names.sorted()
  }
}
