public import Model

extension PublishedCell {
  /// Reads published tables in the long form of the open data: columns `figure`, `measure`, `dim1`, `dim1_value`, `dim2`,
  /// `dim2_value`, `value`, `is_total`, `status`. Rows without a number, or marked `absent`, are passed over.
  ///
  /// With one dimension the row is told apart by its measure, and the dimension is the column.
  ///
  /// - Throws: `SheetError` when the file cannot be read.
  public static func read(contentsOf path: String) throws -> [PublishedCell] {
    var header: [String] = []
    var cells: [PublishedCell] = []
    try CSVReader(contentsOf: path).forEachRow { row in
      let fields = (0..<row.count).map { row[$0].string }
      guard !header.isEmpty else {
        header = fields
        return
      }
      if let cell = PublishedCell(fields: fields, header: header) { cells.append(cell) }
    }
    return cells
  }

  private init?(fields: [String], header: [String]) {
    func field(_ name: String) -> String {
      guard let index = header.firstIndex(of: name), index < fields.count else { return "" }
      return fields[index]
    }
    guard field("status") != "absent", let value = Self.parse(value: field("value")) else { return nil }
    let isSingle = field("dim2").isEmpty
    self.init(
      figure: field("figure"), measure: field("measure"), rowAxis: isSingle ? "" : field("dim1"),
      row: isSingle ? "" : field("dim1_value"), columnAxis: isSingle ? field("dim1") : field("dim2"),
      column: isSingle ? field("dim1_value") : field("dim2_value"), scaledValue: value.scaled,
      decimals: value.decimals, isTotal: field("is_total") == "1")
  }
}
