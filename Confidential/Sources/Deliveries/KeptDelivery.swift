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
  private let output: KeptOutput
  /// Makes keys that stand for those of this file.
  private let strangers: AuthenticationKey
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
      output = try KeptOutput(to: path, sealedWith: keys)
    } catch {
      throw KeepingFailed()
    }
  }

  // MARK: Rows

  func begin(_ file: SheetSource, _ sheet: DataSheet) {
    waiting.encoder.append(KeptSheet.About(format: file.format, dialect: file.dialect, choice: sheet.choice))
    putOut()
  }

  /// A remark, which nobody reads.
  func takeRemark(_ row: borrowing SheetRow) {
    waiting.encoder.beginRow(row, count: 1)
    waiting.encoder.append("#")
    waiting.encoder.endRow()
    putOut()
  }

  /// A header that is not in the template may hold anything; another one takes its place, so that it is still told.
  func takeHeader(_ row: borrowing SheetRow, of source: Source, in codebook: Codebook) {
    let known = source.columns.map { FoldedText.header($0.header) }
    let folded = row.strings().map(FoldedText.header)
    let absent = source.columns.indices.filter { !folded.contains(known[$0]) }.map { source.columns[$0].header }
    var met: Set<Int> = []
    waiting.encoder.beginRow(row)
    for column in 0..<row.count {
      let position = known.firstIndex(of: folded[column])
      let isFirst = position.map { met.insert($0).inserted } ?? false
      let keeping = isFirst ? position.map { source.columns[$0].keeping(in: codebook) } ?? .nothing : .nothing
      columns.append(Column(keeping: keeping, header: row.string(at: column)))
      // The name of a column that is absent, in other words, is still told as such.
      if position != nil || folded[column].isEmpty
        || absent.contains(where: { HeaderPlan.resemble(row.string(at: column), $0) })
      {
        waiting.encoder.append(row, column)
      } else {
        waiting.encoder.append("\(Self.placeholder) \(column + 1)")
      }
    }
    waiting.encoder.endRow()
    waiting.keepings = columns.map(\.keeping)
    putOut()
  }

  func take(_ row: borrowing SheetRow) { waiting.append(row) }

  /// Puts out the rows that waited for the end of a batch.
  /// - Parameters:
  ///   - batch: Those that were taken in; nil when there were none.
  ///   - findings: Told so far.
  func finish(_ batch: DeliveryBatch?, _ findings: DeliveryFindings) throws {
    let lanes = waiting.lanes(in: batch)
    guard erased != nil || zip(waiting.rows, lanes).contains(where: { $0.isChanged(in: $1) }) else { return putOut() }
    let told = erased == nil ? [:] : Dictionary(grouping: findings.findings.filter(\.isAboutRow)) { $0.place.row ?? 0 }
    var encoder = KeptSheetEncoder()
    var cells = KeptCells()
    for (row, lane) in zip(waiting.rows, lanes) {
      let frame = UnsafeBufferPointer(rebasing: waiting.encoder.bytes[row.frame])
      guard erased != nil || row.isChanged(in: lane) else {
        encoder.append(frame: frame)
        continue
      }
      try cells.row(in: frame) { row in
        encoder.beginRow(row)
        let told = told[row.number] ?? []
        for column in 0..<row.count {
          if let (text, kind) = change(of: row, column, lane, told) {
            encoder.append(text, kind)
          } else {
            encoder.append(row, column)
          }
        }
        encoder.endRow()
      }
    }
    output.write(Array(encoder.bytes))
    waiting.removeAll()
  }

  /// Nothing comes after this; the file is on the disk, and the caller makes its name so.
  func end(_ remarks: SheetRemarks) throws {
    waiting.encoder.append(remarks)
    putOut()
    do throws(SealedFileError) {
      digest = try output.finish()
    } catch {
      throw KeepingFailed()
    }
  }

  private func putOut() {
    output.write(Array(waiting.encoder.bytes))
    waiting.removeAll()
  }

  // MARK: Cells

  /// What takes the place of a cell; nil where it stays.
  private func change(
    of row: borrowing SheetRow, _ column: Int, _ lane: Lane?, _ told: [Finding]
  ) -> (String, CellKind)? {
    guard columns.indices.contains(column) else { return nil }
    let keeping = columns[column].keeping
    if let erased {
      let change = erased.change(
        of: row, column, keeping, isTaken: lane != nil, columns[column].header, told)
      if let change { return change }
    }
    let shown = row.shown(column).bytes
    guard let lane, !VisibleText.isBlank(shown) else { return nil }
    switch keeping {
    case .nothing, .values: return nil
    case .person where lane == .countOnly:
      return (ErasedKey.standing(for: strangers.tag(of: Array(shown)).prefix(16)), .text)
    case .identity where lane != .identified: return (Self.placeholder, .withheld)
    case .person, .identity: return nil
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
    case .person, .unlinked, .encoded: .person
    case .identity: .identity
    case .year: .values
    case .variable(let name): codebook.variable(named: name)?.kind == .text ? .nothing : .values
    case .record, .ignored: .nothing
    }
  }
}
