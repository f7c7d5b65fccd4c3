internal import Model

/// Reads the form in which statistical offices exchange data: SDMX-CSV 1.0 and 2.0.
///
/// `DATAFLOW` or `STRUCTURE,STRUCTURE_ID,…`, then the dimensions, `OBS_VALUE`, and attributes behind it. Cells may be codes, or codes
/// with names (`F: Female`). Of the attributes `UNIT_MEASURE`, `UNIT_MULT`, `DECIMALS`, `OBS_STATUS` (with Eurostat's `OBS_FLAG`) and `CONF_STATUS`
/// are used.
///
/// - SeeAlso: SDMX-CSV field guide, and the code lists CL_OBS_STATUS and CL_CONF_STATUS, in `docs/references.md`.
struct ExchangeReading {
  private let file: String
  private let rows: [TidyText.Row]
  private let columns: [String]
  private let dimensions: [(column: String, name: String)]
  private var result: ReadTable

  /// Columns that say where the data is from, not what they are.
  private static let structural: Set<String> = [
    "dataflow", "structure", "structure_id", "structure_name", "action", "last update", "obs_value", "unit_mult",
    "decimals",
    "unit_measure", "unit", "obs_status", "obs_flag", "conf_status", "obs_conf",
  ]
  /// Codes for all of a dimension together.
  private static let totals: Set<String> = ["_T", "T", "TOTAL", "TOT", "_Z_T", "ALL"]
  /// What says per cent.
  private static let shares: Set<String> = ["PC", "PT", "PCT", "PERCENT", "PERCENTAGE", "PER CENT", "%"]

  /// Whether a header is of this form.
  static func isHeader(_ header: [String]) -> Bool {
    let names = Set(header.map(key))
    return names.contains("obs_value")
      && (names.contains("dataflow") || names.contains("structure") || names.contains("time_period"))
  }

  /// Whether each period has one frequency, so that years and their quarters stand on one line.
  private static func saysFrequency(_ rows: [TidyText.Row]) -> Bool {
    var known: [String: String] = [:]
    for row in rows where !row.isEmpty {
      let (period, frequency) = (row["time_period"], row["freq"])
      if period.isEmpty || known[period] ?? frequency != frequency { return false }
      known[period] = frequency
    }
    return true
  }

  /// `TIME_PERIOD: Time` and `TIME_PERIOD` are one column.
  private static func key(_ header: String) -> String { code(header.filter { $0 != "\u{FEFF}" }).lowercased() }

  private static func code(_ text: String) -> String { String(text.prefix { $0 != ":" }).trimmed }

  init(_ text: TidyText, file: String) {
    self.file = file
    let header = text.records.first ?? []
    let keys = header.map(Self.key)
    columns = keys
    rows = TidyText(records: [keys] + text.records.dropFirst()).rows
    let end = keys.firstIndex(of: "obs_value") ?? keys.count
    let own = rows
    let isSaid = Self.saysFrequency(own)
    dimensions = keys.indices.prefix(end).filter { index in
      // What is the same in every row tells nothing apart, nor does a frequency that the period says too.
      !Self.structural.contains(keys[index]) && own.contains { $0[keys[index]] != own[0][keys[index]] }
        && !(keys[index] == "freq" && isSaid)
    }.map { (keys[$0], header[$0].filter { $0 != "\u{FEFF}" }.trimmed) }
    result = ReadTable(file: file)
  }

  mutating func read() -> ReadTable {
    for (index, row) in rows.enumerated() where !row.isEmpty {
      // A row that takes data back is none.
      if ["D", "delete"].contains(row["action"]) { continue }
      take(row, index)
    }
    return result
  }

  private mutating func take(_ row: TidyText.Row, _ index: Int) {
    var cell = TableCell(
      figure: figure(of: row), measure: "",
      dimensions: dimensions.compactMap { column, name in
        row[column].isEmpty ? nil : .init(name: name, value: row[column])
      }, value: nil, unit: unit(of: row),
      isTotal: dimensions.contains { Self.totals.contains(Self.code(row[$0.column]).uppercased()) },
      line: "\(index + 2)")
    let text = row["obs_value"]
    let status = Self.code(row["obs_status"].isEmpty ? row["obs_flag"] : row["obs_status"]).uppercased()
    cell.status = Self.status(status)
    switch PrintedNumber.read(text) {
    case .number(let value, let decimals, _):
      (cell.value, cell.decimals) = (value, max(decimals, min(9, Int(row["decimals"]) ?? 0)))
      result.account.read += 1
    case .between(let range):
      cell.bounds = range
      result.account.read += 1
    case .mark, .empty:
      result.account.withoutNumber += 1
      cell.status = isWithheld(row, status) ? .withheld : .absent
      if cell.status == .withheld { cell.bounds = 0...(.infinity) }
    case .ambiguous, .text:
      result.account.unread += 1
      say(index)
    }
    result.cells.append(cell)
  }

  /// The identifier of the data flow without agency and version; the file where there is none.
  private func figure(of row: TidyText.Row) -> String {
    let flow = row["structure_id"].isEmpty ? row["dataflow"] : row["structure_id"]
    let name = flow.split(separator: ":").dropFirst().first.map(String.init) ?? flow
    let plain = String(name.prefix { $0 != "(" }).trimmed
    return plain.isEmpty ? String(file.split(separator: ".").first ?? "") : plain
  }

  private func unit(of row: TidyText.Row) -> String {
    let written = row["unit_measure"].isEmpty ? row["unit"] : row["unit_measure"]
    let code = Self.code(written).uppercased()
    if Self.shares.contains(code) || code.hasPrefix("PC_") || code.hasPrefix("PT_") { return "%" }
    let power = Int(row["unit_mult"].prefix { $0.isDigit || $0 == "-" }) ?? 0
    let unit = written.isEmpty ? "aantal" : written
    return power == 0 ? unit : "\(unit), 10^\(power)"
  }

  /// Estimates and forecasts need not add up.
  private static func status(_ code: String) -> TableCell.Status { ["E", "F"].contains(code) ? .estimated : .printed }

  private func isWithheld(_ row: TidyText.Row, _ status: String) -> Bool {
    let confidential = Self.code(row["conf_status"].isEmpty ? row["obs_conf"] : row["conf_status"]).uppercased()
    return status == "Q" || status == "C" || !confidential.isEmpty && confidential != "F"
  }

  private mutating func say(_ index: Int) {
    result.findings.append(
      ReadingFinding(
        file: file, figure: file,
        place: LocalizedText(nl: "rij \(index + 2), kolom OBS_VALUE", en: "row \(index + 2), column OBS_VALUE"),
        message: LocalizedText(
          nl: "dit is geen getal; de cel telt niet mee. Schrijf het met een punt en zonder andere tekens.",
          en: "this is no number; the cell does not count. Write it with a point and without other signs."),
        isLoss: true))
  }
}
