import Model
import Sheets

/// Rows of a kept file that are to say no longer who they are about.
///
/// In a row that is erased the key of the person becomes another one and only what the source asks for about the case
/// stays. A row that was not taken in may be about anybody and hold anything anywhere: of it only stays why it was not.
public struct ErasedRows: Sendable {
  private let rows: Set<Int>
  private let stranger: String

  /// - Parameters:
  ///   - rows: By the numbers that a spreadsheet shows.
  ///   - stranger: The key that takes the place of the person's; see `ErasedKey`.
  public init(_ rows: Set<Int>, as stranger: String) {
    self.rows = rows
    self.stranger = stranger
  }

  enum Change {
    case none
    case text(String, CellKind)
  }

  /// - Parameter told: What was wrong in the row.
  func change(
    of cell: WaitingRows.Cell, _ keeping: KeptDelivery.Column.Keeping, isTaken: Bool, row: Int, _ header: String,
    _ column: Int, _ told: [Finding]
  ) -> Change {
    if isTaken {
      guard rows.contains(row) else { return .none }
      switch keeping {
      case .person: return .text(stranger, .text)
      case .identity: return .text("", .empty)
      case .values, .nothing: return .none
      }
    }
    let wrong = told.first { finding in
      finding.place.column.map {
        FoldedText.header($0) == FoldedText.header(header) || $0 == CellReference.letters(ofColumn: column + 1)
      } ?? false
    }
    return left(of: cell, keeping, wrong)
  }

  /// What stays of a cell in a row that was not taken in: something that is wrong in the same way.
  private func left(of cell: WaitingRows.Cell, _ keeping: KeptDelivery.Column.Keeping, _ wrong: Finding?) -> Change {
    let isEmpty = cell.shown.isEmpty
    switch keeping {
    case .person:
      guard let wrong else { return .text(isEmpty ? "" : stranger, .text) }
      return .text(ErasedKey.like(wrong.rule), cell.traits.kind.ofProblem)
    case .values: return wrong == nil || isEmpty ? .none : .text("gewist", cell.traits.kind.ofProblem)
    case .identity: return .text("", .empty)
    case .nothing: return .none
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
