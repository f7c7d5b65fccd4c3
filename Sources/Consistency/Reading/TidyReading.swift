internal import Model

/// Reads a table in the tidy long form of the open data, with an account of every row.
///
/// `figure,measure,dim1,dim1_value,…,value,unit,is_total,status,line,note`, in any order, with any delimiter, and with as
/// many dimensions as there are.
struct TidyReading {
  private let file: String
  private let rows: [TidyText.Row]
  private let lines: [Int]
  private let columns: [String]
  private let dimensions: [String]
  private let notation: NumberNotation
  private var result: ReadTable
  /// Words of status that were said already.
  private var unknownWords: Set<String> = []

  /// Whether a header is of this form.
  static func isHeader(_ header: [String]) -> Bool {
    let names = Set(header.map { $0.trimmed.lowercased() })
    return names.contains("value") && (names.contains("figure") || names.contains("dim1_value"))
  }

  init(_ text: TidyText, file: String) {
    self.file = file
    columns = (text.records.first ?? []).map { $0.trimmed.lowercased() }
    let lowered = TidyText(records: [columns] + text.records.dropFirst())
    rows = lowered.rows
    lines = rows.indices.map { $0 + 2 }
    dimensions = columns.filter { $0.hasPrefix("dim") && $0.hasSuffix("_value") }.map { String($0.dropLast(6)) }
    let values = rows.map { $0["value"] }
    // The form promises a decimal point; a file that only ever has commas is written with commas.
    let hasPoints = values.contains { $0.contains(".") }
    let learned = NumberNotation(of: values)
    notation = !hasPoints && learned.decimal == "," ? learned : .plain
    result = ReadTable(file: file)
  }

  mutating func read() -> ReadTable {
    for (index, row) in rows.enumerated() where !row.isEmpty {
      if row.count != columns.count, row.count > columns.count || row["value"].isEmpty {
        say(
          index, nil,
          nl:
            "deze rij heeft \(row.count) velden, de kop \(columns.count). Herstel de aanhalingstekens of scheidingstekens.",
          en: "this row has \(row.count) fields and the head \(columns.count). Mend the quotes or delimiters.",
          isLoss: true)
      }
      take(row, index)
    }
    return result
  }

  private mutating func take(_ row: TidyText.Row, _ index: Int) {
    let figure = row["figure"].isEmpty ? stem : row["figure"]
    if row["figure"].isEmpty, columns.contains("figure") {
      say(
        index, "figure", nl: "hier staat geen figuur; de rij telt mee onder de naam van het bestand.",
        en: "there is no figure here; the row counts under the name of the file.", isLoss: false)
    }
    let named = dimensions.compactMap { name -> TableCell.Dimension? in
      let value = row[name + "_value"]
      return value.isEmpty ? nil : .init(name: row[name].isEmpty ? name : row[name], value: value)
    }
    var cell = TableCell(
      figure: figure, measure: row["measure"], dimensions: named, value: nil, unit: row["unit"],
      isTotal: ["1", "true", "yes", "ja"].contains(row["is_total"].lowercased()), line: row["line"], note: row["note"])
    setStatus(of: &cell, row["status"], index)
    setValue(of: &cell, row["value"], index)
    result.cells.append(cell)
  }

  private var stem: String {
    file.lowercased().hasSuffix(".csv") ? String(file.dropLast(4)) : file
  }

  // MARK: - Status

  private mutating func setStatus(of cell: inout TableCell, _ word: String, _ index: Int) {
    guard let status = TableCell.Status(word: word) else {
      cell.status = .printed
      guard unknownWords.insert(word).inserted else { return }
      say(
        index, "status",
        nl:
          "de status \u{2018}\(word)\u{2019} is niet bekend; cellen met dit woord tellen mee als gedrukt. Schrijf een "
          + "woord uit docs/check-tables.md.",
        en: "the status \u{2018}\(word)\u{2019} is not known; cells with this word count as printed. Write a word of "
          + "docs/check-tables.md.", isLoss: false)
      return
    }
    cell.status = status
    cell.isProvisional = ["provisional", "revised"].contains(word.trimmed)
  }

  // MARK: - Value

  private mutating func setValue(of cell: inout TableCell, _ text: String, _ index: Int) {
    switch PrintedNumber.read(text, notation) {
    case .number(let value, let decimals, let remarks):
      (cell.value, cell.decimals) = (value, decimals)
      result.account.read += 1
      if cell.unit.isEmpty, remarks.contains(.percent) { cell.unit = "%" }
      if !remarks.isDisjoint(with: [.grouped, .footnote, .comma, .accounting]) {
        let number = NumberText.printed(value, decimals: decimals)
        say(
          index, "value",
          nl: "dit is gelezen als \(number.nl). Schrijf het getal met een punt en zonder andere tekens.",
          en: "this was read as \(number.en). Write the number with a point and without other signs.", isLoss: false)
      }
    case .between(let range):
      cell.bounds = range
      if cell.status == .absent { cell.status = .printed }
      result.account.read += 1
    case .mark, .empty:
      result.account.withoutNumber += 1
      if cell.status == .withheld { cell.bounds = 0...(.infinity) }
    case .ambiguous, .text:
      result.account.unread += 1
      say(
        index, "value",
        nl: "dit is geen getal dat maar op één manier is te lezen; de cel telt niet mee. Schrijf het met een punt.",
        en: "this is no number that can be read in one way only; the cell does not count. Write it with a point.",
        isLoss: true)
    }
  }

  private mutating func say(_ index: Int, _ column: String?, nl: String, en: String, isLoss: Bool) {
    let (dutch, english) = column.map { (", kolom \($0)", ", column \($0)") } ?? ("", "")
    result.findings.append(
      ReadingFinding(
        file: file, figure: rows[index]["figure"].isEmpty ? stem : rows[index]["figure"],
        place: LocalizedText(nl: "rij \(lines[index])\(dutch)", en: "row \(lines[index])\(english)"),
        message: LocalizedText(nl: nl, en: en), isLoss: isLoss))
  }
}

extension TableCell.Status {
  /// The words of published tables and those of the open data of Zicht; nil for any other.
  init?(word: String) {
    switch word.trimmed {
    case "", "exact", "rounded", "provisional", "revised", "derived", "perturbed": self = .printed
    case "estimate": self = .estimated
    case "suppressed": self = .withheld
    case "notApplicable", "undefined", "notEstimable", "notShown", "notAsked", "notRecorded", "notDelivered",
      "notDerivable":
      self = .absent
    case let other:
      guard let known = TableCell.Status(rawValue: other) else { return nil }
      self = known
    }
  }
}
