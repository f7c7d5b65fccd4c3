import Model

/// Reads rows into packed values, one batch at a time, and sets aside the rows that cannot be taken.
final class RecordPacker {
  static let capacity = 65_536
  static let longestKey = 200

  private enum Task {
    case year(FieldParser, ValueBuffer)
    case value(FieldParser, ValueBuffer)
    case person
    case identity(String)
  }

  private struct Slot {
    var fileColumn: Int
    var header: String
    var isRequired: Bool
    var task: Task
  }

  private let slots: [Slot]
  private let years: ClosedRange<Int>
  private let demandedYear: Int?
  private let columnCount: Int
  private let findings: DeliveryFindings
  private let isWorkbook: Bool

  /// Rows packed and not yet taken out.
  private(set) var count = 0
  private(set) var rowsSetAside = 0
  private(set) var rowsRead = 0
  /// How many rows each year of the period has.
  private(set) var rowsByYear: [Int]
  private var watch = DuplicateWatch()

  private let yearBuffer: ValueBuffer?
  private let variableBuffers: [ValueBuffer]
  private(set) var sourceRows: [UInt32] = []
  private var keys = ConfidentialTexts()
  private var identities: [IdentityDetail] = []
  /// The details of the row that is being read.
  private var pendingIdentities: [(field: String, value: UnsafeBufferPointer<UInt8>)] = []

  var isFull: Bool { count == Self.capacity }
  var hasUncheckedDuplicates: Bool { watch.isFull }

  init(
    _ plan: HeaderPlan, source: Source, monitor: Monitor, demandedYear: Int?, isWorkbook: Bool,
    findings: DeliveryFindings
  ) {
    self.findings = findings
    self.demandedYear = demandedYear
    self.isWorkbook = isWorkbook
    years = monitor.years
    columnCount = plan.columnCount
    rowsByYear = Array(repeating: 0, count: monitor.years.count)
    var slots: [Slot] = []
    var yearBuffer: ValueBuffer?
    var buffers: [(template: Int, buffer: ValueBuffer)] = []
    for match in plan.matches {
      let column = source.columns[match.templateColumn]
      let task: Task
      switch column.role {
      case .ignored: continue
      case .person: task = .person
      case .identity(let field): task = .identity(field)
      case .year:
        let variable = monitor.yearVariable
        let buffer = ValueBuffer(variable, capacity: Self.capacity)
        yearBuffer = buffer
        task = .year(FieldParser(column, variable: variable, years: monitor.years), buffer)
      case .variable(let name):
        guard let variable = monitor.codebook.variable(named: name), variable.kind != .text else { continue }
        let buffer = ValueBuffer(variable, capacity: Self.capacity)
        buffers.append((match.templateColumn, buffer))
        task = .value(FieldParser(column, variable: variable), buffer)
      }
      slots.append(
        Slot(fileColumn: match.fileColumn, header: column.header, isRequired: column.isRequired, task: task))
    }
    self.slots = slots
    self.yearBuffer = yearBuffer
    variableBuffers = buffers.sorted { $0.template < $1.template }.map(\.buffer)
  }

  // MARK: One row

  /// - Precondition: the batch is not full.
  func take(_ row: borrowing SheetRow) {
    precondition(count < Self.capacity, "a full batch has to be taken out before the next row")
    rowsRead += 1
    var failed = false
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var key = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var yearIndex: Int?
    pendingIdentities.removeAll(keepingCapacity: true)
    for slot in slots {
      let field =
        slot.fileColumn < row.count ? row[slot.fileColumn].bytes : UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      switch slot.task {
      case .value(let parser, let buffer):
        guard let value = value(of: field, parser, slot, row) else {
          failed = true
          continue
        }
        buffer.store(value, at: count)
        hash = WordTable.fold(hash ^ value, 0xA076_1D64_78BD_642F)
      case .year(let parser, let buffer):
        guard let value = value(of: field, parser, slot, row) else {
          failed = true
          continue
        }
        buffer.store(value, at: count)
        yearIndex = Int(value) - Packing.firstCategory
        if !isDemanded(value, slot, row) { failed = true }
        hash = WordTable.fold(hash ^ value, 0xA076_1D64_78BD_642F)
      case .person:
        key = FoldedText.trimmed(field)
        if !isShort(key, slot, row) { failed = true }
        hash = WordTable.fold(hash ^ WordTable.hash(key), 0xE703_7ED1_A0B4_28DB)
      case .identity(let name):
        let value = FoldedText.trimmed(field)
        if value.isEmpty { continue }
        if !isShort(value, slot, row) || !isDate(value, name, slot, row) { failed = true }
        pendingIdentities.append((name, value))
      }
    }
    remark(on: row)
    guard !failed else {
      if key.isEmpty, let person = personSlot, person.isRequired { reportMissingKey(row.number, in: findings) }
      rowsSetAside += 1
      return
    }
    keep(row, key: key, hash: hash, yearIndex: yearIndex)
  }

  @inline(__always)
  private func value(
    of field: UnsafeBufferPointer<UInt8>, _ parser: FieldParser, _ slot: Slot, _ row: borrowing SheetRow
  ) -> UInt64? {
    if field.isEmpty, !parser.isRequired { return parser.emptyValue }
    return valueWithCare(of: field, parser, slot, row)
  }

  @inline(__always)
  private func valueWithCare(
    of field: UnsafeBufferPointer<UInt8>, _ parser: FieldParser, _ slot: Slot, _ row: borrowing SheetRow
  ) -> UInt64? {
    if isWorkbook, slot.fileColumn < row.count, row.kind(at: slot.fileColumn) == .error {
      report(
        .errorCell, slot, row,
        LocalizedText(nl: "hier staat een foutmelding van het rekenblad.", en: "here is an error of the spreadsheet."))
      return nil
    }
    if !field.isEmpty {
      switch parser.parse(field) {
      case .value(let value):
        // Blanks only are as good as nothing.
        if value != parser.emptyValue || !parser.isRequired || !FoldedText.trimmed(field).isEmpty { return value }
      case .problem(let problem):
        report(problem.rule, slot, row, problem.message)
        return nil
      }
    }
    report(
      .requiredEmpty, slot, row,
      LocalizedText(nl: "deze cel is leeg, maar verplicht.", en: "this cell is empty, but required."))
    return nil
  }

  private func report(_ rule: FindingRule, _ slot: Slot, _ row: borrowing SheetRow, _ message: LocalizedText) {
    findings.add(rule, row: row.number, column: slot.fileColumn, header: slot.header, message)
  }

  private func isDemanded(_ value: UInt64, _ slot: Slot, _ row: borrowing SheetRow) -> Bool {
    guard let demandedYear else { return true }
    if Int(value) - Packing.firstCategory + years.lowerBound == demandedYear { return true }
    report(
      .otherYear, slot, row,
      LocalizedText(
        nl: "deze rij gaat over een ander jaar dan \(demandedYear).",
        en: "this row is about another year than \(demandedYear)."))
    return false
  }

  private func isShort(_ field: UnsafeBufferPointer<UInt8>, _ slot: Slot, _ row: borrowing SheetRow) -> Bool {
    if field.count <= Self.longestKey { return true }
    report(
      .tooLong, slot, row,
      LocalizedText(
        nl: "deze cel is langer dan \(Self.longestKey) tekens.",
        en: "this cell is longer than \(Self.longestKey) characters."))
    return false
  }

  private func isDate(
    _ field: UnsafeBufferPointer<UInt8>, _ name: String, _ slot: Slot, _ row: borrowing SheetRow
  ) -> Bool {
    guard name == "birthDate", CalendarDay(text: field.span, order: .either) == nil else { return true }
    report(.dateFormat, slot, row, FieldProblem.noDate.message)
    return false
  }

  private func remark(on row: borrowing SheetRow) {
    if row.hasStrayQuote {
      findings.add(
        .strayQuote, row: row.number,
        LocalizedText(
          nl: "in deze rij staat tekst achter een aanhalingsteken.", en: "this row has text behind a quotation mark."))
    }
    guard row.count > columnCount else { return }
    for column in columnCount..<row.count where !FoldedText.trimmed(row[column].bytes).isEmpty {
      findings.add(
        .extraCells, row: row.number,
        LocalizedText(
          nl: "deze rij heeft meer cellen dan er kolomnamen zijn.",
          en: "this row has more cells than there are column names."))
      return
    }
  }

  private func keep(_ row: borrowing SheetRow, key: UnsafeBufferPointer<UInt8>, hash: UInt64, yearIndex: Int?) {
    if let yearIndex { rowsByYear[yearIndex] += 1 }
    if !key.isEmpty, watch.sees(hash) {
      findings.add(
        .duplicateRow, row: row.number,
        LocalizedText(nl: "deze rij is gelijk aan een eerdere rij.", en: "this row equals an earlier row."))
    }
    for (field, value) in pendingIdentities {
      // Dates go to the vault in one way of writing, whatever the partner's.
      if field == "birthDate", let day = CalendarDay(text: value.span, order: .either) {
        identities.append(IdentityDetail(row: count, field: field, value: day.iso.utf8))
      } else {
        identities.append(IdentityDetail(row: count, field: field, value: value))
      }
    }
    keys.append(key)
    sourceRows.append(UInt32(truncatingIfNeeded: row.number))
    count += 1
  }

  // MARK: One batch

  /// The rows packed so far, as they were delivered; the packer is empty afterwards.
  struct Packed {
    var columns: Columns
    var sourceRows: [UInt32]
    var keys: ConfidentialTexts
    var identities: [IdentityDetail]
  }

  func takeOut(absent: [Variable]) -> Packed {
    var columns = Columns(rowCount: count)
    if let yearBuffer { columns.set(yearBuffer.column(count: count), for: yearBuffer.variable) }
    for buffer in variableBuffers { columns.set(buffer.column(count: count), for: buffer.variable) }
    for variable in absent { columns.set(variable.column(of: .notDelivered, count: count), for: variable) }
    let packed = Packed(columns: columns, sourceRows: sourceRows, keys: keys, identities: identities)
    count = 0
    sourceRows.removeAll(keepingCapacity: true)
    keys = ConfidentialTexts()
    identities.removeAll(keepingCapacity: true)
    return packed
  }

  /// Headers of the person key and of personal details, with their places in the file.
  func header(ofIdentity field: String) -> (name: String, column: Int)? {
    for slot in slots {
      if case .identity(let name) = slot.task, name == field { return (slot.header, slot.fileColumn) }
    }
    return nil
  }

  private var personSlot: Slot? {
    slots.first {
      if case .person = $0.task { true } else { false }
    }
  }

  /// Every record that is to be linked needs the number of its person.
  func reportMissingKey(_ row: Int, in findings: DeliveryFindings) {
    let slot = personSlot
    findings.add(
      .withoutKey, row: row, column: slot?.fileColumn, header: slot?.header,
      LocalizedText(nl: "het nummer van de persoon ontbreekt.", en: "the number of the person is missing."))
  }
}
