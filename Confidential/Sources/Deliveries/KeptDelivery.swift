public import Cryptography
import Model
import Sheets

/// Keeps, sealed, of a delivered file of records what was read of it; the rest is not kept.
///
/// Reading it again is reading the file again: the rows keep their numbers and the cells what their format said of them.
/// Of what nobody reads only stays that it was there: columns that are not in the template or are ignored, the number of
/// the record, remarks above the headers, cells too many. Of a record that was taken in stays what the law of its lane
/// lets stay: no personal details below *identified*, and for one that is only counted no key either: another key takes
/// its place, the same for the same person in this file. A record that was set aside stays as it was read.
///
/// Rows wait until their batch is finished, because only then their lane is known.
public final class KeptDelivery {
  /// Whose rows are left out of a copy, see `ErasedRows`.
  private let erased: ErasedRows?
  private let writer: SealedFileWriter
  private let strangers: AuthenticationKey
  private var encoder = KeptSheetEncoder()
  private var columns: [Column] = []
  private var waiting = WaitingRows()
  /// Of the whole file, when all is on the disk.
  public private(set) var digest: SHA256Digest?

  struct Column {
    enum Keeping { case nothing, values, person, identity }
    var keeping: Keeping
    var header: String
  }

  /// What stands in the place of what was not kept.
  static let placeholder = "niet bewaard"

  /// - Parameter path: Of a file that is not there yet.
  public convenience init(to path: String, sealedWith keys: DeliveryKeys) throws {
    try self.init(to: path, sealedWith: keys, erasing: nil)
  }

  /// - Parameter erased: Rows that say no longer who they are about.
  public init(to path: String, sealedWith keys: DeliveryKeys, erasing erased: ErasedRows?) throws {
    self.erased = erased
    strangers = try AuthenticationKey.random()
    do throws(SealedFileError) {
      writer = try SealedFileWriter(to: path, sealedWith: keys)
    } catch {
      throw KeepingFailed()
    }
  }

  // MARK: Rows

  func begin(_ file: SheetSource, _ sheet: DataSheet) throws {
    encoder.append(KeptSheet.About(format: file.format, dialect: file.dialect, choice: sheet.choice))
    try putOut()
  }

  /// A remark, which nobody reads.
  func takeRemark(_ row: borrowing SheetRow) {
    encoder.beginRow(KeptRow(number: row.number, line: row.line, count: 1))
    encoder.append("#")
    encoder.endRow()
  }

  /// A header that is not in the template may hold anything; another one takes its place, so that it is still told.
  func takeHeader(_ row: borrowing SheetRow, of source: Source, in codebook: Codebook) {
    let known = source.columns.map { FoldedText.header($0.header) }
    let folded = row.strings().map(FoldedText.header)
    let absent = source.columns.indices.filter { !folded.contains(known[$0]) }.map { source.columns[$0].header }
    var met: Set<Int> = []
    encoder.beginRow(KeptRow(row))
    for column in 0..<row.count {
      let position = known.firstIndex(of: folded[column])
      let isFirst = position.map { met.insert($0).inserted } ?? false
      let keeping = isFirst ? position.map { source.columns[$0].keeping(in: codebook) } ?? .nothing : .nothing
      columns.append(Column(keeping: keeping, header: row.string(at: column)))
      // The name of a column that is absent, in other words, is still told as such.
      if position != nil || folded[column].isEmpty
        || absent.contains(where: { HeaderPlan.resemble(row.string(at: column), $0) })
      {
        encoder.append(row, column)
      } else {
        encoder.append("\(Self.placeholder) \(column + 1)")
      }
    }
    encoder.endRow()
  }

  func take(_ row: borrowing SheetRow) { waiting.append(row) }

  /// Puts out the rows that waited for the end of a batch.
  /// - Parameters:
  ///   - batch: Those that were taken in; nil when there were none.
  ///   - findings: Told so far.
  func finish(_ batch: DeliveryBatch?, _ findings: DeliveryFindings) throws {
    let told = erased == nil ? [:] : Dictionary(grouping: findings.findings.filter(\.isAboutRow)) { $0.place.row ?? 0 }
    var next = 0
    waiting.forEach { row, cells in
      var lane: Lane?
      if let batch, next < batch.sourceRow.count, Int(batch.sourceRow[next]) == row.number {
        lane = Lane.allCases[Int(batch.lane[next])]
        next += 1
      }
      encoder.beginRow(row)
      for column in 0..<row.count { keep(cells[column], at: column, of: row.number, lane, told[row.number] ?? []) }
      encoder.endRow()
    }
    waiting.removeAll()
    try putOut()
  }

  /// Nothing comes after this; the file is on the disk, and the caller makes its name so.
  func end(_ remarks: SheetRemarks) throws {
    encoder.append(remarks)
    try putOut()
    do throws(SealedFileError) {
      digest = try writer.finish()
    } catch {
      throw KeepingFailed()
    }
  }

  private func putOut() throws {
    do throws(SealedFileError) {
      try writer.write(encoder.bytes)
    } catch {
      throw KeepingFailed()
    }
    encoder.removeAll()
  }

  // MARK: Cells

  private func keep(_ cell: WaitingRows.Cell, at column: Int, of row: Int, _ lane: Lane?, _ told: [Finding]) {
    guard columns.indices.contains(column) else {
      // Of a cell too many only stays that it is there.
      return VisibleText.isBlank(cell.value) ? encoder.append(cell) : encoder.append(Self.placeholder, .withheld)
    }
    let keeping = columns[column].keeping
    if let erased {
      let change = erased.change(
        of: cell, keeping, isTaken: lane != nil, row: row, columns[column].header, column, told)
      switch change {
      case .none: break
      case .text(let text, let kind): return encoder.append(text, kind)
      }
    }
    switch (keeping, lane) {
    case (.nothing, _): encoder.append("")
    case (.values, _), (_, nil), (.identity, .identified): encoder.append(cell)
    case (.person, let lane?):
      lane == .countOnly && !VisibleText.isBlank(cell.value)
        ? encoder.append(ErasedKey.standing(for: strangers.tag(of: Array(cell.shown)).prefix(16)))
        : encoder.append(cell)
    case (.identity, _):
      VisibleText.isBlank(cell.shown) ? encoder.append(cell) : encoder.append(Self.placeholder, .withheld)
    }
  }
}

/// What was read could not be kept: the disk is full, or the folder closed.
public struct KeepingFailed: Error {
  public init() {}
}

extension Finding {
  fileprivate var isAboutRow: Bool { severity == .error && place.row != nil }
}

extension SourceColumn {
  /// What of its cells is read.
  fileprivate func keeping(in codebook: Codebook) -> KeptDelivery.Column.Keeping {
    switch role {
    case .person: .person
    case .identity: .identity
    case .year: .values
    case .variable(let name): codebook.variable(named: name)?.kind == .text ? .nothing : .values
    case .record, .ignored: .nothing
    }
  }
}

extension KeptSheetEncoder {
  fileprivate mutating func append(_ cell: WaitingRows.Cell) { append(cell.value, shown: cell.shown, cell.traits) }

  fileprivate mutating func append(_ row: borrowing SheetRow, _ column: Int) {
    append(row[column].bytes, shown: row.shown(column).bytes, row.traits(at: column))
  }
}
