public import Cryptography
public import Model
import Sheets

/// Reads a delivered file by the template of its source: every row checked, packed and given its lane.
///
/// A source that delivers counts has no records to hand out: its numbers stand in the report.
///
/// Rows are handed out in batches of at most 65,536, so that memory does not grow with the file. All findings are
/// collected; a row that cannot be taken is kept aside and counted.
public struct DeliveryReader: Sendable {
  public var monitor: Monitor
  public var source: Source
  /// The year the delivery has to be about; nil: the year that all its rows name.
  public var period: Int?
  /// How many findings are told in full; all are counted. A thousand unless asked otherwise, more than anyone repairs
  /// by hand: a decision.
  public var detailLimit: Int
  public var progress: ProgressSink?
  /// Of a source that delivers counts: what it delivered before a year, to see what stands out; asked once, when the
  /// year of the file is known. Without it, or where it knows nothing, the file's own column is believed.
  public var previous: (@Sendable (_ year: Int) throws -> ReportedCounts?)?

  public init(
    monitor: Monitor, source: Source, period: Int? = nil, detailLimit: Int = 1_000, progress: ProgressSink? = nil,
    previous: (@Sendable (_ year: Int) throws -> ReportedCounts?)? = nil
  ) {
    self.previous = previous
    self.monitor = monitor
    self.source = source
    self.period = period
    self.detailLimit = detailLimit
    self.progress = progress
  }

  /// Checks a file and hands its records to `sink`.
  ///
  /// Batches are handed out while the rest of the file has not been seen: when the report says that the delivery is not
  /// usable, the receiver has to give back what it took.
  /// - Parameters:
  ///   - fileName: How the file is called in findings; its own name when nil.
  ///   - keys: Of a kept file that is sealed: what opens it.
  ///   - kept: What keeps what is read; of a source that delivers counts, nothing.
  /// - Throws: Only what `sink` and `previous` throw, and `KeepingFailed`; whatever is wrong with the file is a finding.
  public func validate(
    contentsOf path: String, fileName: String? = nil, openedBy keys: DeliveryKeys? = nil,
    keeping kept: KeptDelivery? = nil, sink: (DeliveryBatch) throws -> Void = { _ in }
  ) throws -> DeliveryReport {
    let name = fileName ?? path.split(separator: "/").last.map(String.init) ?? path
    return try validate(named: name, keeping: kept, sink: sink) {
      guard let keys else { return try SheetSource(contentsOf: path) }
      return try SheetSource(kept: ByteSource(SealedDelivery(contentsOf: path, openedBy: keys)))
    }
  }

  /// Checks a file that is in memory already, such as an upload.
  public func validate(
    bytes: [UInt8], fileName: String, keeping kept: KeptDelivery? = nil,
    sink: (DeliveryBatch) throws -> Void = { _ in }
  ) throws -> DeliveryReport {
    try validate(named: fileName, keeping: kept, sink: sink) { try SheetSource(bytes: bytes) }
  }

  /// The year that records handed out are about, for whoever has to know it before the rest is read. A delivery that
  /// can be used is about one year, so that its first batch tells.
  public func year(of batch: DeliveryBatch) -> Int? {
    guard let years = batch.columns["year"], years.count > 0 else { return nil }
    return years.packedValue(at: 0).code.category.map { monitor.years.lowerBound + $0 }
  }

  private func validate(
    named name: String, keeping kept: KeptDelivery?, sink: (DeliveryBatch) throws -> Void,
    open: () throws -> SheetSource
  ) throws -> DeliveryReport {
    if source.deliversCounts { return try CountDeliverySession(self, fileName: name).report(on: open) }
    return try withoutActuallyEscaping(sink) { sink in
      let session = DeliverySession(self, fileName: name, keeping: kept, sink: sink)
      do {
        let file = try open()
        try session.read(file)
      } catch let error as SheetError {
        session.findings.report(error)
      }
      return session.report()
    }
  }
}

/// The reading of one file.
private final class DeliverySession {
  private let reader: DeliveryReader
  private let sink: (DeliveryBatch) throws -> Void
  private let kept: KeptDelivery?
  let findings: DeliveryFindings
  private let finisher: BatchFinisher
  private var result: DeliveryReport
  private var packer: RecordPacker?
  private var absent: [Variable] = []
  private var search: HeaderSearch
  private var headerRow = 0
  private var columnCount = 0
  private var persons = DuplicateWatch()

  /// The file cannot be used; the findings say why.
  private struct HeaderRefused: Error {}

  init(
    _ reader: DeliveryReader, fileName: String, keeping kept: KeptDelivery?,
    sink: @escaping (DeliveryBatch) throws -> Void
  ) {
    self.reader = reader
    self.sink = sink
    self.kept = kept
    findings = DeliveryFindings(file: fileName, limit: reader.detailLimit)
    finisher = BatchFinisher(source: reader.source, monitor: reader.monitor, findings: findings)
    result = DeliveryReport(source: reader.source.name, fileName: fileName)
    search = HeaderSearch(reader.source.foldedHeaders)
  }

  func read(_ file: SheetSource) throws {
    findings.remark(on: file.dialect)
    let sheet = try DataSheet(in: file, headers: reader.source.foldedHeaders)
    result.sheet = sheet.index
    kept?.begin(file, sheet)
    do {
      let remarks = try file.forEachRow(ofSheet: sheet.index) { row in try take(row, isWorkbook: file.format != .csv) }
      guard let packer else { return findings.add(search.refusal) }
      sheet.report(in: findings)
      try flush(packer)
      try kept?.end(remarks)
      findings.remark(on: remarks, headerRow: headerRow)
      if let last = remarks.unendedRow, last.number > headerRow, last.count < columnCount {
        result.cutOffRow = last.number
      }
      settlePeriod(packer)
    } catch is HeaderRefused {
      return
    }
  }

  // MARK: Rows

  private func take(_ row: borrowing SheetRow, isWorkbook: Bool) throws {
    guard let packer else {
      switch search.look(at: row) {
      case .further:
        kept?.takeRemark(row)
        return
      case .header: return try startPacking(row, isWorkbook: isWorkbook)
      case .refused(let refusal):
        findings.add(refusal)
        throw HeaderRefused()
      }
    }
    packer.take(row)
    kept?.take(row)
    if packer.isFull { try flush(packer) }
    if packer.isHopeless(besides: result.rowsSetAside) {
      findings.add(.tooManyMistakes, row: row.number, .stopped(after: packer.rowsRead))
      throw HeaderRefused()
    }
  }

  private func startPacking(_ row: borrowing SheetRow, isWorkbook: Bool) throws {
    headerRow = row.number
    result.headerRow = row.number
    columnCount = row.count
    kept?.takeHeader(row, of: reader.source, in: reader.monitor.codebook)
    let plan = HeaderPlan(row.strings(), source: reader.source, row: row.number, findings: findings)
    guard !findings.hasFatal else { throw HeaderRefused() }
    absent = plan.absent.compactMap { position in
      reader.source.columns[position].variableName.flatMap { reader.monitor.codebook.variable(named: $0) }
    }
    packer = RecordPacker(
      plan, source: reader.source, monitor: reader.monitor, demandedYear: reader.period, isWorkbook: isWorkbook,
      findings: findings)
  }

  private func flush(_ packer: RecordPacker) throws {
    reader.progress?(
      Progress(
        stage: LocalizedText(nl: "Levering controleren", en: "Checking the delivery"), done: packer.rowsRead,
        total: nil, unit: LocalizedText(nl: "rijen", en: "rows")))
    guard packer.count > 0 else {
      try kept?.finish(nil, findings)
      return
    }
    let finished = try finisher.finish(packer.takeOut(absent: absent), packer)
    result.rowsTaken += finished.batch.columns.rowCount
    result.rowsSetAside += finished.rowsSetAside
    result.rowsMovedDown += finished.rowsMovedDown
    for lane in result.rowsByLane.indices { result.rowsByLane[lane] += finished.rowsByLane[lane] }
    result.totals.add(finished.batch.columns)
    finished.batch.personKeys.forEachHash { _ = persons.sees($0) }
    try kept?.finish(finished.batch, findings)
    if finished.batch.columns.rowCount > 0 { try sink(finished.batch) }
  }

  // MARK: The file as a whole

  private func settlePeriod(_ packer: RecordPacker) {
    let years = packer.rowsByYear.indices.filter { packer.rowsByYear[$0] > 0 }
      .map { String(reader.monitor.years.lowerBound + $0) }
    result.period = reader.period.map { String($0) } ?? (years.count == 1 ? years[0] : nil)
    if packer.rowsRead == 0 {
      findings.add(
        .noRecords,
        LocalizedText(
          nl: "onder de kolomnamen staat geen enkele melding.", en: "there is no report below the column names."))
    }
    if years.count > 1 {
      let list = Wording.list(years)
      findings.add(
        .severalYears,
        LocalizedText(
          nl: "dit bestand gaat over meer dan één jaar: \(list.nl).",
          en: "this file is about more than one year: \(list.en)."))
    } else if result.period == nil, packer.rowsRead > 0 {
      let isOne = packer.rowsRead == 1
      findings.add(
        .nothingTaken,
        LocalizedText(
          nl: isOne
            ? "de enige rij kan niet worden ingelezen." : "geen van de \(packer.rowsRead) rijen kan worden ingelezen.",
          en: isOne ? "the only row cannot be read in." : "none of the \(packer.rowsRead) rows can be read in."))
    } else if result.period == nil {
      findings.add(
        .noPeriod,
        LocalizedText(
          nl: "het is niet te zien over welk jaar deze levering gaat.",
          en: "it cannot be seen which year this delivery is about."))
    }
    if packer.hasUncheckedDuplicates {
      let limit = DuplicateWatch.limit
      findings.add(
        .duplicatesUnchecked,
        LocalizedText(
          nl: "alleen de eerste \(limit) rijen zijn op dubbele nagekeken.",
          en: "only the first \(limit) rows were checked for duplicates."))
    }
    if packer.hasUncheckedKeys { findings.add(.similarKeysUnchecked, SimilarKeys.unchecked) }
    reportMovedDown()
  }

  private func reportMovedDown() {
    let count = result.rowsMovedDown
    guard count > 0 else { return }
    let isOne = count == 1
    findings.add(
      .movedDown,
      LocalizedText(
        nl: isOne
          ? "één melding heeft geen wettelijke grond voor al haar gegevens en is met minder gegevens opgenomen."
          : "\(count) meldingen hebben geen wettelijke grond voor al hun gegevens en zijn met minder gegevens opgenomen.",
        en: isOne
          ? "one report has no legal ground for all its data and was taken in with fewer."
          : "\(count) reports have no legal ground for all their data and were taken in with fewer."))
  }

  func report() -> DeliveryReport {
    result.rowsRead = packer?.rowsRead ?? 0
    if packer != nil, !persons.isFull { result.persons = persons.count }
    result.rowsSetAside += packer?.rowsSetAside ?? 0
    result.findings = findings.findings
    result.counts = findings.counts
    result.groups = findings.groups
    return result
  }
}

/// The plain text of a sealed file, for whoever reads sheets.
private struct SealedDelivery: ByteOrigin {
  private let file: SealedFileReader
  var count: Int { file.count }

  init(contentsOf path: String, openedBy keys: DeliveryKeys) throws(SheetError) {
    do throws(SealedFileError) {
      file = try SealedFileReader(contentsOf: path, openedBy: keys)
    } catch {
      throw error.sheetError
    }
  }

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws(SheetError) -> Int {
    do throws(SealedFileError) {
      return try file.read(into: target, at: offset)
    } catch {
      throw error.sheetError
    }
  }
}

extension SealedFileError {
  fileprivate var sheetError: SheetError {
    switch self {
    case .failed(let code): SheetError(readingCode: code)
    case .damaged, .unknownKey: .keptDamaged
    }
  }
}

extension Source {
  /// The names of the columns of its template, as they are compared.
  var foldedHeaders: Set<[UInt8]> { Set(columns.map { FoldedText.header($0.header) }) }
}

extension ConfidentialTexts {
  /// A hash of every text that is not empty.
  fileprivate func forEachHash(_ body: (UInt64) -> Void) {
    for place in 0..<count {
      withText(at: place) { text in
        guard !text.isEmpty else { return }
        body(text.withMemoryRebound(to: UInt8.self) { WordTable.hash($0) })
      }
    }
  }
}
