/// A delivered table, whatever its format: the one way by which rows come in.
public struct SheetSource: Sendable {
  public let format: SheetFormat
  /// The sheets in the order of their tabs; a text file is one sheet without a name.
  public let sheets: [SheetInfo]
  /// How a text file is written; nil for workbooks.
  public let dialect: CSVDialect?
  private let reader: Reader

  /// Of a kept sheet: which sheet of the delivered file it was.
  package let keptChoice: KeptSheet.Choice?

  private enum Reader: Sendable {
    case kept(KeptSheetReader)
    case csv(CSVReader)
    case xlsx(XLSXReader)
    case ods(ODSReader)
  }

  /// - Throws: `SheetError`.
  public init(contentsOf path: String, limits: SheetLimits = SheetLimits()) throws {
    try self.init(ByteSource(path: path), limits: limits)
  }

  public init(bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws {
    try self.init(ByteSource(bytes: bytes), limits: limits)
  }

  /// What was kept of a delivered file: read as the file itself was.
  package init(kept source: ByteSource) throws {
    let kept = try KeptSheetReader(source)
    (format, dialect, keptChoice) = (kept.about.format, kept.about.dialect, kept.about.choice)
    sheets = [SheetInfo(name: "", isHidden: false)]
    reader = .kept(kept)
  }

  private init(_ source: ByteSource, limits: SheetLimits) throws {
    keptChoice = nil
    format = try SheetFormat(of: source, limits: limits)
    switch format {
    case .csv:
      let csv = try CSVReader(source, limits: limits)
      reader = .csv(csv)
      dialect = csv.dialect
      sheets = [SheetInfo(name: "", isHidden: false)]
    case .xlsx:
      let workbook = try XLSXReader(source, limits: limits)
      reader = .xlsx(workbook)
      dialect = nil
      sheets = workbook.sheets
    case .ods:
      let workbook = try ODSReader(source, limits: limits)
      reader = .ods(workbook)
      dialect = nil
      sheets = workbook.sheets
    }
  }

  /// The first sheet that is shown.
  package var firstVisibleSheet: Int { sheets.firstIndex { !$0.isHidden } ?? 0 }

  /// The position of the sheet with this name, regardless of case; the only sheet of a text file has every name.
  ///
  /// - Throws: `sheetNotFound` with the names there are.
  public func index(ofSheet name: String) throws(SheetError) -> Int {
    if format == .csv { return 0 }
    guard let index = sheets.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw .sheetNotFound(names: sheets.map(\.name))
    }
    return index
  }

  /// Hands out the rows of a sheet in order, the header first. Rows without any content are counted and passed over;
  /// they keep their numbers.
  @discardableResult
  public func forEachRow(
    ofSheet index: Int, _ body: (borrowing SheetRow) throws -> Void
  ) throws -> SheetRemarks {
    try forEachRow(ofSheet: index, isPrinted: false, body)
  }

  /// The same; where `isPrinted`, what a cell shows is what a reader of the workbook sees: numbers with the decimals, per
  /// cents and thousands of their format, dates without a day where it is left out, and raised digits as such.
  @discardableResult
  public func forEachRow(
    ofSheet index: Int, isPrinted: Bool, _ body: (borrowing SheetRow) throws -> Void
  ) throws -> SheetRemarks {
    precondition(sheets.indices.contains(index), "a sheet was asked for that the file does not have")
    return switch reader {
    case .kept(let kept): try kept.forEachRow(body)
    case .csv(let csv): try csv.forEachRow(body)
    case .xlsx(let workbook): try workbook.forEachRow(ofSheet: index, isPrinted: isPrinted, body)
    case .ods(let workbook): try workbook.forEachRow(ofSheet: index, isPrinted: isPrinted, body)
    }
  }

  /// The rows of the first sheet that is shown.
  @discardableResult
  public func forEachRow(_ body: (borrowing SheetRow) throws -> Void) throws -> SheetRemarks {
    try forEachRow(ofSheet: firstVisibleSheet, body)
  }

  /// A whole sheet in memory.
  public func sheet(at index: Int) throws -> Sheet {
    var rows: [[SheetCell]] = []
    let remarks = try forEachRow(ofSheet: index) { row in
      rows.append(
        (0..<row.count).map { column in
          SheetCell(
            place: CellReference(row: row.number, column: column + 1), text: row.string(at: column),
            kind: row.kind(at: column), isFormula: row.isFormula(at: column))
        })
    }
    return Sheet(name: sheets[index].name, isHidden: sheets[index].isHidden, rows: rows, remarks: remarks)
  }
}

/// A cell with the place where the spreadsheet program shows it.
public struct SheetCell: Equatable, Sendable {
  public var place: CellReference
  public var text: String
  public var kind: CellKind
  package var isFormula: Bool
}

/// A sheet in memory: the rows that have content, in order.
public struct Sheet: Equatable, Sendable {
  public var name: String
  package var isHidden: Bool
  public var rows: [[SheetCell]]
  public var remarks: SheetRemarks

  package var mergedRanges: [CellRange] { remarks.mergedRanges }
}
