import Cryptography
import Model
import Sheets

/// Rows of a kept file that are to say no longer who they are about.
///
/// In a row that is erased the key of the person becomes another one and only what the source asks for about the case
/// stays. A row that was not taken in may be about anybody and hold anything anywhere: of it only stays why it was not.
public struct ErasedRows: Sendable {
  /// What goes from a row that was taken in.
  public enum Change: Sendable {
    /// The personal details only.
    case details
    /// Those and the key of the person, in whose place another one comes; see `ErasedKey`.
    case person(stranger: String)
  }

  private let rows: [Int: Change]
  /// The key of whoever a row that was not taken in was about.
  private let stranger: String

  /// - Parameter rows: By the numbers that a spreadsheet shows.
  public init(_ rows: [Int: Change]) {
    self.rows = rows
    stranger = ErasedKey.fresh()
  }

  /// What takes the place of a cell; nil where it stays as it would without erasing.
  /// - Parameter told: What was wrong in the row.
  func change(
    of row: borrowing SheetRow, _ column: Int, _ keeping: KeptDelivery.Column.Keeping, isTaken: Bool,
    _ header: String, _ told: [Finding]
  ) -> (String, CellKind)? {
    if isTaken {
      guard let change = rows[row.number] else { return nil }
      switch (keeping, change) {
      case (.person, .person(let stranger)): return (stranger, .text)
      case (.identity, _): return ("", .empty)
      case (.person, .details), (.values, _), (.nothing, _): return nil
      }
    }
    let wrong = told.first { finding in
      finding.place.column.map {
        FoldedText.header($0) == FoldedText.header(header) || $0 == CellReference.letters(ofColumn: column + 1)
      } ?? false
    }
    return left(row.shown(column).isEmpty, row.kind(at: column), keeping, wrong)
  }

  /// What stays of a cell in a row that was not taken in: something that is wrong in the same way.
  private func left(
    _ isEmpty: Bool, _ kind: CellKind, _ keeping: KeptDelivery.Column.Keeping, _ wrong: Finding?
  ) -> (String, CellKind)? {
    switch keeping {
    case .person:
      guard let wrong else { return (isEmpty ? "" : stranger, .text) }
      return (ErasedKey.like(wrong.rule), kind.ofProblem)
    case .values: return wrong == nil || isEmpty ? nil : ("gewist", kind.ofProblem)
    case .identity: return ("", .empty)
    case .nothing: return nil
    }
  }
}

extension CellKind {
  /// The kind that is itself what is wrong with a cell; of others, text.
  fileprivate var ofProblem: CellKind {
    switch self {
    case .error, .date, .time, .boolean: self
    case .empty, .text, .number, .percentage, .withheld: .text
    }
  }
}
