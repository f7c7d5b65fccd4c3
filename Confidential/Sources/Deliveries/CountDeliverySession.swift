import Model
import Sheets

/// The reading of one file of counts: rows first, then what only shows when they are seen together.
final class CountDeliverySession {
  private let reader: DeliveryReader
  private let findings: DeliveryFindings
  private var result: DeliveryReport
  private var rowReader: CountRowReader?
  private var columns: [Int: Int] = [:]
  private var search: HeaderSearch
  private var headerRow = 0
  private var lines: [CountLine] = []
  private var rowOfPlace: [CountPlace: Int] = [:]
  private var gaps = CountGaps()
  private var closing: (row: Int, year: Int?, answer: [UInt8])?

  private static let headers = Set(CountColumns.headers.map(FoldedText.header))

  /// The header cannot be used; the findings say why.
  private struct HeaderRefused: Error {}

  init(_ reader: DeliveryReader, fileName: String) {
    self.reader = reader
    findings = DeliveryFindings(file: fileName, limit: reader.detailLimit)
    result = DeliveryReport(source: reader.source.name, fileName: fileName)
    search = HeaderSearch(Self.headers)
  }

  func report(on open: () throws -> SheetSource) throws -> DeliveryReport {
    do {
      try read(try open())
    } catch let error as SheetError {
      findings.report(error)
    } catch is HeaderRefused {}
    result.findings = findings.findings
    result.counts = findings.counts
    result.groups = findings.groups
    return result
  }

  private func read(_ file: SheetSource) throws {
    findings.remark(on: file.dialect)
    let sheet = try DataSheet(in: file, headers: Self.headers)
    result.sheet = sheet.index
    let remarks = try file.forEachRow(ofSheet: sheet.index) { row in
      if rowReader != nil { return try take(row) }
      switch search.look(at: row) {
      case .further: break
      case .header: try start(row)
      case .refused(let refusal):
        findings.add(refusal)
        throw HeaderRefused()
      }
    }
    guard rowReader != nil else { return findings.add(search.refusal) }
    sheet.report(in: findings)
    findings.remark(on: remarks, headerRow: headerRow)
    if let period = settlePeriod() { try settle(period) }
  }

  // MARK: Rows

  private func start(_ row: borrowing SheetRow) throws {
    headerRow = row.number
    result.headerRow = row.number
    var template = reader.source
    template.columns = CountColumns.columns(for: reader.source)
    let plan = HeaderPlan(row.strings(), source: template, row: row.number, findings: findings)
    guard !findings.hasFatal else { throw HeaderRefused() }
    columns = Dictionary(plan.matches.map { ($0.templateColumn, $0.fileColumn) }, uniquingKeysWith: { a, _ in a })
    rowReader = CountRowReader(
      source: reader.source, codebook: reader.monitor.codebook, columns: columns, findings: findings)
  }

  private func take(_ row: borrowing SheetRow) throws {
    guard let rowReader else { return }
    let number = row.number
    guard !findings.reportQuotedRows(row) else {
      result.rowsRead += 1
      result.rowsSetAside += 1
      return
    }
    switch rowReader.read(row) {
    case .closing(let year, let answer): return close(number, year, FoldedText.folded(answer))
    case .line(let line):
      if isNew(line.cell.place, number) {
        gaps.sees(line.cell.place)
        lines.append(line)
      } else {
        result.rowsSetAside += 1
      }
    case .setAside(let table, let year, let place):
      result.rowsSetAside += 1
      if let place {
        gaps.sees(place)
      } else if let table, let year {
        gaps.seesUnreadable(table: table, year: year)
      }
    }
    result.rowsRead += 1
    guard FindingRule.hasTooManyMistakes(read: result.rowsRead, setAside: result.rowsSetAside) else { return }
    findings.add(.tooManyMistakes, row: number, .stopped(after: result.rowsRead))
    throw HeaderRefused()
  }

  private func isNew(_ place: CountPlace, _ row: Int) -> Bool {
    guard let first = rowOfPlace[place] else {
      rowOfPlace[place] = row
      return true
    }
    reportRepeated(row, first)
    return false
  }

  private func reportRepeated(_ row: Int, _ first: Int) {
    findings.add(
      .repeatedCount, row: row,
      LocalizedText(
        nl: "dit getal staat er al, op rij \(first).", en: "this number is there already, in row \(first)."))
  }

  private func close(_ row: Int, _ year: Int?, _ answer: [UInt8]) {
    if let closing { return reportRepeated(row, closing.row) }
    closing = (row, year, answer)
  }

  // MARK: The delivery as a whole

  /// The year the delivery is about: what the closing row says, and what was asked for.
  private func settlePeriod() -> Int? {
    let told = closing.flatMap(\.year)
    guard let period = reader.period ?? told else {
      findings.add(
        .noPeriod,
        LocalizedText(
          nl: "het is niet te zien over welk jaar deze levering gaat.",
          en: "it cannot be seen which year this delivery is about."))
      return nil
    }
    let years = reader.monitor.years
    if let told, told != period {
      reportPeriod(
        LocalizedText(
          nl: "deze levering gaat over \(told) en niet over \(period).",
          en: "this delivery is about \(told) and not about \(period)."))
    } else if !years.contains(period) {
      reportPeriod(
        LocalizedText(
          nl: "deze levering gaat over \(period); de monitor gaat over \(years.lowerBound)-\(years.upperBound).",
          en: "this delivery is about \(period); the monitor is about \(years.lowerBound)-\(years.upperBound)."))
    } else {
      return period
    }
    return nil
  }

  private func reportPeriod(_ message: LocalizedText) {
    findings.add(.otherPeriod, row: closing?.row, column: columns[1], header: CountColumns.year, message)
  }

  private func settle(_ period: Int) throws {
    result.period = String(period)
    result.previous = try reader.previous?(period)
    setAsideLaterYears(period)
    gaps.report(reader.source, reader.monitor.codebook, upTo: period, in: findings)
    let isComplete = checkDeclaration()
    if result.rowsSetAside == 0, lines.allSatisfy(\.isEmpty) {
      findings.add(
        .nothingFilledIn,
        LocalizedText(
          nl: "in de kolom \(CountColumns.count) is niets ingevuld.",
          en: "nothing was filled in in the column \(CountColumns.count)."))
    }
    check()
    result.rowsTaken = lines.count
    result.rowsWithoutNumber = lines.count { $0.isEmpty }
    guard !findings.hasFatal else { return }
    result.reported = ReportedCounts(
      source: reader.source.name, period: String(period), isDeclaredComplete: isComplete,
      cells: lines.map(\.cell))
  }

  /// A delivery about one year says nothing of the years after it.
  private func setAsideLaterYears(_ period: Int) {
    let later = lines.filter { $0.cell.place.year > period }
    for line in later {
      findings.add(
        .yearNotAsked, row: line.cell.sourceRow, column: columns[1], header: CountColumns.year,
        LocalizedText(
          nl: "deze levering gaat over \(period); over een later jaar vraagt zij niets.",
          en: "this delivery is about \(period); it asks nothing about a later year."))
    }
    result.rowsSetAside += later.count
    lines.removeAll { $0.cell.place.year > period }
  }

  private func checkDeclaration() -> Bool {
    guard let closing else {
      findings.add(
        .notDeclared,
        LocalizedText(
          nl: "de slotrij `\(CountColumns.closing)` ontbreekt.",
          en: "the closing row `\(CountColumns.closing)` is missing."))
      return false
    }
    if closing.answer == FoldedText.folded(CountColumns.yes) { return true }
    let message =
      closing.answer == FoldedText.folded(CountColumns.no)
      ? LocalizedText(
        nl: "deze levering is volgens de slotrij niet volledig.",
        en: "this delivery is not complete, says the closing row.")
      : LocalizedText(
        nl: "of deze levering volledig is, staat er niet: hier hoort ja of nee.",
        en: "whether this delivery is complete is not said: ja or nee belongs here.")
    findings.add(
      .notDeclared, row: closing.row, column: columns[CountRowReader.Cells.count], header: CountColumns.count, message)
    return false
  }

  private func check() {
    let checks = CountChecks(
      source: reader.source, codebook: reader.monitor.codebook, lines: lines,
      column: columns[CountRowReader.Cells.count] ?? 0, findings: findings)
    let previous = PreviousCounts(result.previous)
    for line in lines { checks.comparePrevious(line, previous) }
    checks.compareTotals(reader.monitor.units)
    let accepted = lines.filter(checks.accepts)
    result.rowsSetAside += lines.count - accepted.count
    lines = accepted
  }
}
