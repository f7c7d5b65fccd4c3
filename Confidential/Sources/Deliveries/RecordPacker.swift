import Cryptography
import Model
import Sheets

/// Reads rows into packed values, one batch at a time, and sets aside the rows that cannot be taken.
final class RecordPacker {
  /// Rows of a batch, 2¹⁶: memory is bounded and the cost of handing a batch over does not show. A decision.
  static let capacity = 65_536
  /// Room at first: most deliveries are small.
  private static let firstCapacity = 512

  /// A column with values of one variable. Reached through a pointer, so that a row costs no reference counting.
  private struct ValueSlot: ~Copyable {
    let fileColumn: Int
    let header: String
    let isYear: Bool
    let takesWords: Bool
    let isRequired: Bool
    /// The value of an empty cell.
    let emptyValue: PackedValue
    var parser: FieldParser
    var buffer: ValueBuffer
  }

  /// A column with the person key or a personal detail.
  private struct TextSlot {
    var fileColumn: Int
    var header: String
    var isRequired: Bool
    /// Nil for the person key.
    var detail: String?
  }

  private let values: UnsafeMutablePointer<ValueSlot>
  private let valueCount: Int
  /// Columns with categories that hold in some years only, and those categories in the order of their codes.
  private let withLimits: [(index: Int, categories: [Model.Category])]
  private let texts: [TextSlot]
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
  private let keyReader: PersonKeyReader
  private var similarKeys = SimilarKeys()
  private var keyProblems: [Int: KeyProblem] = [:]
  private var chances = KeyChances()
  /// Rows for which the buffers have room.
  private var room = RecordPacker.firstCapacity

  private(set) var sourceRows: [UInt32] = []
  private var keys = ConfidentialTexts()
  private var identities: [IdentityDetail] = []
  /// The name of a source of which the keys are those of its own records.
  private let unlinkedIn: [UInt8]?
  /// The details of the row that is being read.
  private var pendingDetails: [(field: String, value: UnsafeBufferPointer<UInt8>)] = []
  /// Texts of that row that were not written as they are seen.
  private var visibleTexts = VisibleTexts()

  var isFull: Bool { count == Self.capacity }

  /// Whether reading on is of no use.
  /// - Parameter others: Rows that were kept aside after they were packed.
  func isHopeless(besides others: Int) -> Bool {
    FindingRule.hasTooManyMistakes(read: rowsRead, setAside: rowsSetAside + others)
  }

  var hasUncheckedDuplicates: Bool { watch.isFull }
  var hasUncheckedKeys: Bool { similarKeys.isFull }

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
    unlinkedIn = source.columns.contains { $0.role == .unlinked || $0.role == .encoded } ? Array(source.name.utf8) : nil
    keyReader = PersonKeyReader(source.columns.first(where: \.isKey)?.patterns ?? [])
    values = .allocate(capacity: plan.matches.count)
    var valueCount = 0
    let suggestions = SuggestionBudget()
    var texts: [TextSlot] = []
    // In the order of the template, whatever that of the file.
    for match in plan.matches.sorted(by: { $0.templateColumn < $1.templateColumn }) {
      let column = source.columns[match.templateColumn]
      switch column.role {
      case .record, .ignored: continue
      case .person, .unlinked, .encoded, .identity:
        texts.append(
          TextSlot(
            fileColumn: match.fileColumn, header: column.header, isRequired: column.isRequired,
            detail: column.identityField))
      case .year, .variable:
        let isYear = column.role == .year
        let named = column.variableName.flatMap { monitor.codebook.variable(named: $0) }
        guard let variable = isYear ? monitor.yearVariable : named, variable.kind != .text else { continue }
        let parser = FieldParser(
          column, variable: variable, years: isYear ? monitor.years : nil, suggestions: suggestions)
        let (takesWords, isRequired, emptyValue) = (parser.takesWords, parser.isRequired, parser.emptyValue)
        (values + valueCount).initialize(
          to: ValueSlot(
            fileColumn: match.fileColumn, header: column.header, isYear: isYear, takesWords: takesWords,
            isRequired: isRequired, emptyValue: emptyValue, parser: parser,
            buffer: ValueBuffer(variable, capacity: Self.firstCapacity)))
        valueCount += 1
      }
    }
    self.valueCount = valueCount
    let made = values
    withLimits = (0..<valueCount).compactMap { index in
      let variable = made[index].parser.variable
      guard variable.kind == .category || variable.kind == .set, !made[index].isYear,
        variable.categories.contains(where: { $0.validFrom != nil || $0.validTo != nil })
      else {
        return nil
      }
      return (index, variable.categories)
    }
    self.texts = texts
  }

  deinit {
    values.deinitialize(count: valueCount)
    values.deallocate()
  }

  // MARK: One row

  /// - Precondition: the batch is not full.
  func take(_ row: borrowing SheetRow) {
    precondition(count < Self.capacity, "a full batch has to be taken out before the next row")
    rowsRead += 1
    guard row.quotedRowCount == 0 || !findings.reportQuotedRows(row) else {
      rowsSetAside += 1
      return
    }
    let place = count
    if place == room { makeRoom() }
    var failed = false
    let key = readTexts(row, &failed)
    if key.problem == .total { return setAside(row, .total) }
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var yearIndex: Int?
    for index in 0..<valueCount {
      let column = values[index].fileColumn
      let field = column < row.count ? row[column].bytes : UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      let value: PackedValue
      if field.isEmpty, !values[index].isRequired, !isWorkbook || !lacksResult(column, row) {
        value = values[index].emptyValue
      } else if let parsed = parse(field, at: index, row) {
        value = parsed
      } else {
        failed = true
        continue
      }
      values[index].buffer.store(value, at: place)
      hash = WordTable.fold(hash ^ value.bits, 0xA076_1D64_78BD_642F)
      if values[index].isYear {
        yearIndex = value.code.category
        if !isDemanded(value, at: index, row) { failed = true }
      }
    }
    if let yearIndex, !withLimits.isEmpty { remarkOnOtherYears(yearIndex, at: place, row) }
    remark(on: row)
    guard !failed else { return setAside(row, key.problem) }
    keep(row, key: key, hash: hash, yearIndex: yearIndex)
  }

  @inline(__always)
  private func lacksResult(_ column: Int, _ row: borrowing SheetRow) -> Bool {
    column < row.count && row.lacksResult(at: column)
  }

  /// A row without a key is only told to lack it where every row has to have one.
  private func setAside(_ row: borrowing SheetRow, _ problem: KeyProblem?) {
    rowsSetAside += 1
    guard let problem, let person = personSlot else { return }
    if person.isRequired || (problem != .empty && problem != .missingWord) { report(problem, row: row.number) }
  }

  private func makeRoom() {
    room = min(Self.capacity, room * 8)
    for index in 0..<valueCount { values[index].buffer.grow(to: room) }
  }

  @inline(__always)
  private func parse(_ field: UnsafeBufferPointer<UInt8>, at index: Int, _ row: borrowing SheetRow) -> PackedValue? {
    let text = isWorkbook && values[index].takesWords ? shown(at: index, row) : field
    // A value that stands for an empty cell is looked at again where a cell may not be empty.
    if let value = values[index].parser.known(text), !values[index].isRequired || value != values[index].emptyValue {
      return value
    }
    return parseSlowly(field, at: index, row)
  }

  @inline(never)
  private func parseSlowly(
    _ field: UnsafeBufferPointer<UInt8>, at index: Int, _ row: borrowing SheetRow
  ) -> PackedValue? {
    if isWorkbook, isError(at: index, row) || reportLackOfResult(values[index].fileColumn, values[index].header, row) {
      return nil
    }
    if !field.isEmpty {
      let outcome = parsed(field, at: index, row)
      if values[index].parser.takeHiddenSigns() {
        report(.hiddenSigns, at: index, row, FieldProblem.hiddenSigns)
      }
      switch outcome {
      case .value(let value):
        // Blanks only are as good as nothing.
        if !values[index].isRequired || value != values[index].emptyValue { return value }
        if !VisibleText.isBlank(field) { return value }
      case .noted(let value, let remark):
        report(remark.rule, at: index, row, remark.message)
        return value
      case .problem(let problem):
        findings.add(problem, row: row.number, column: values[index].fileColumn, header: values[index].header)
        return nil
      }
    }
    report(
      .requiredEmpty, at: index, row,
      LocalizedText(nl: "deze cel is leeg, maar verplicht.", en: "this cell is empty, but required."))
    return nil
  }

  private func parsed(
    _ field: UnsafeBufferPointer<UInt8>, at index: Int, _ row: borrowing SheetRow
  ) -> FieldParser.Reading {
    guard isWorkbook else { return values[index].parser.parse(field) }
    let kind = row.kind(at: values[index].fileColumn)
    return values[index].parser.parse(field, shown: shown(at: index, row), cell: kind)
  }

  private func shown(at index: Int, _ row: borrowing SheetRow) -> UnsafeBufferPointer<UInt8> {
    let column = values[index].fileColumn
    return column < row.count ? row.shown(column).bytes : UnsafeBufferPointer(start: nil, count: 0)
  }

  private func reportLackOfResult(_ column: Int, _ header: String, _ row: borrowing SheetRow) -> Bool {
    guard lacksResult(column, row) else { return false }
    findings.add(
      .formulaWithoutResult, row: row.number, column: column, header: header, FieldProblem.formulaWithoutResult)
    return true
  }

  private func isError(at index: Int, _ row: borrowing SheetRow) -> Bool {
    let column = values[index].fileColumn
    guard column < row.count, row.kind(at: column) == .error else { return false }
    report(
      .errorCell, at: index, row,
      LocalizedText(nl: "hier staat een foutmelding van het rekenblad.", en: "here is an error of the spreadsheet."))
    return true
  }

  /// Categories that do not hold in the year of the row, such as a municipality that was gone by then.
  private func remarkOnOtherYears(_ yearIndex: Int, at place: Int, _ row: borrowing SheetRow) {
    let year = years.lowerBound + yearIndex
    for slot in withLimits {
      var others: [Category] = []
      values[slot.index].buffer.forEachCategory(at: place) { value in
        guard value < slot.categories.count, !slot.categories[value].holds(in: year) else { return }
        others.append(slot.categories[value])
      }
      for category in others {
        report(
          .categoryOfOtherYear, at: slot.index, row,
          LocalizedText(
            nl: "`\(category.label.nl)` \(category.validity.nl) en niet in \(year).",
            en: "`\(category.label.en)` \(category.validity.en) and not in \(year)."))
      }
    }
  }

  private func report(_ rule: FindingRule, at index: Int, _ row: borrowing SheetRow, _ message: LocalizedText) {
    findings.add(
      rule, row: row.number, column: values[index].fileColumn, header: values[index].header, message)
  }

  /// The person key; personal details are kept for `keep`.
  private func readTexts(_ row: borrowing SheetRow, _ failed: inout Bool) -> PersonKeyReader.Reading {
    var key = PersonKeyReader.Reading(key: UnsafeBufferPointer(start: nil, count: 0), problem: .empty)
    pendingDetails.removeAll(keepingCapacity: true)
    visibleTexts.forget()
    for index in texts.indices {
      let column = texts[index].fileColumn
      if isWorkbook, reportLackOfResult(column, texts[index].header, row) { failed = true }
      guard column < row.count, !row[column].bytes.isEmpty else { continue }
      if let detail = texts[index].detail, row.kind(at: column) == .withheld {
        pendingDetails.append((detail, UnsafeBufferPointer(start: nil, count: 0)))
        continue
      }
      let (text, hadHiddenSigns) = visibleTexts.text(of: row.shown(column).bytes)
      if hadHiddenSigns {
        findings.add(
          .hiddenSigns, row: row.number, column: column, header: texts[index].header, FieldProblem.hiddenSigns)
      }
      if text.isEmpty { continue }
      guard isShort(text, texts[index], row) else {
        failed = true
        if texts[index].detail == nil { key.problem = nil }
        continue
      }
      if !isDate(text, texts[index], row) { failed = true }
      if let detail = texts[index].detail {
        pendingDetails.append((detail, text))
      } else {
        key = keyReader.read(text, row.kind(at: column))
      }
    }
    return key
  }

  private func isDemanded(_ value: PackedValue, at index: Int, _ row: borrowing SheetRow) -> Bool {
    guard let demandedYear else { return true }
    if value.code.category.map({ years.lowerBound + $0 }) == demandedYear { return true }
    report(
      .otherYear, at: index, row,
      LocalizedText(
        nl: "deze rij gaat over een ander jaar dan \(demandedYear).",
        en: "this row is about another year than \(demandedYear)."))
    return false
  }

  private func isShort(_ text: UnsafeBufferPointer<UInt8>, _ slot: TextSlot, _ row: borrowing SheetRow) -> Bool {
    if text.count <= PersonKeyReader.longest { return true }
    let limit = PersonKeyReader.longest
    findings.add(
      .tooLong, row: row.number, column: slot.fileColumn, header: slot.header,
      LocalizedText(
        nl: "deze cel is langer dan \(limit) tekens.", en: "this cell is longer than \(limit) characters."))
    return false
  }

  private func isDate(_ text: UnsafeBufferPointer<UInt8>, _ slot: TextSlot, _ row: borrowing SheetRow) -> Bool {
    guard slot.detail == "birthDate", WrittenDay(text.span) == nil else { return true }
    findings.add(
      .dateFormat, row: row.number, column: slot.fileColumn, header: slot.header, FieldProblem.noDate.message)
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
    for column in columnCount..<row.count where !VisibleText.isBlank(row[column].bytes) {
      findings.add(
        .extraCells, row: row.number,
        LocalizedText(
          nl: "deze rij heeft meer cellen dan er kolomnamen zijn.",
          en: "this row has more cells than there are column names."))
      return
    }
  }

  private func keep(_ row: borrowing SheetRow, key: PersonKeyReader.Reading, hash: UInt64, yearIndex: Int?) {
    if let yearIndex { rowsByYear[yearIndex] += 1 }
    if let problem = key.problem { keyProblems[count] = problem } else { watch(key, hash, row) }
    for (field, value) in pendingDetails {
      // Dates go to the vault in one way of writing, whatever the partner's.
      if field == "birthDate", let written = WrittenDay(value.span) {
        identities.append(IdentityDetail(row: count, field: field, value: written.day.iso.utf8))
      } else {
        identities.append(IdentityDetail(row: count, field: field, value: value))
      }
    }
    if let source = unlinkedIn, key.problem == nil, !ErasedKey.matches(key.key) {
      // Two partners may have a record of the same number.
      keys.append(Array(key.key) + [0x1F] + source)
    } else {
      keys.append(key.key)
    }
    sourceRows.append(UInt32(truncatingIfNeeded: row.number))
    count += 1
  }

  private func watch(_ key: PersonKeyReader.Reading, _ hash: UInt64, _ row: borrowing SheetRow) {
    let keyHash = WordTable.hash(key.key)
    if watch.sees(WordTable.fold(hash ^ keyHash, 0xE703_7ED1_A0B4_28DB)) {
      findings.add(
        .duplicateRow, row: row.number,
        LocalizedText(nl: "deze rij is gelijk aan een eerdere rij.", en: "this row equals an earlier row."))
    }
    if let suspicion = key.suspicion { chances.note(suspicion, row: count) }
    let (column, header) = (personSlot?.fileColumn, personSlot?.header)
    if let remark = key.remark {
      findings.add(.keyNotation, row: row.number, column: column, header: header, remark.message)
    }
    if let other = similarKeys.row(like: key.key, hash: keyHash, row: row.number) {
      findings.add(.similarKeys, row: row.number, column: column, header: header, SimilarKeys.message(row: other))
    }
  }

  // MARK: One batch

  /// The rows packed so far, as they were delivered; the packer is empty afterwards.
  struct Packed {
    var columns: Columns
    var sourceRows: [UInt32]
    var keys: ConfidentialTexts
    var identities: [IdentityDetail]
    /// By row of the batch, why there is no key.
    var keyProblems: [Int: KeyProblem]
    var chances: KeyChances
  }

  func takeOut(absent: [Variable]) -> Packed {
    var columns = Columns(rowCount: count)
    for isYear in [true, false] {
      for index in 0..<valueCount where values[index].isYear == isYear {
        columns.set(values[index].buffer.column(count: count), for: values[index].parser.variable)
      }
    }
    for variable in absent { columns.set(variable.column(of: .notDelivered, count: count), for: variable) }
    let packed = Packed(
      columns: columns, sourceRows: sourceRows, keys: keys, identities: identities, keyProblems: keyProblems,
      chances: chances)
    count = 0
    sourceRows.removeAll(keepingCapacity: true)
    keys = ConfidentialTexts()
    identities.removeAll(keepingCapacity: true)
    keyProblems.removeAll()
    chances = KeyChances()
    return packed
  }

  /// The header of a personal detail, with its place in the file.
  func header(ofIdentity field: String) -> (name: String, column: Int)? {
    texts.first { $0.detail == field }.map { ($0.header, $0.fileColumn) }
  }

  private var personSlot: TextSlot? { texts.first { $0.detail == nil } }

  /// Every record that is to be linked needs the number of its person.
  func report(_ problem: KeyProblem, row: Int) {
    let slot = personSlot
    findings.add(problem.rule, row: row, column: slot?.fileColumn, header: slot?.header, problem.message)
  }
}
