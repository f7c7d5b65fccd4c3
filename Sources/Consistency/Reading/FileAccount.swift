package import Model

/// What was read of one file, what not, and why.
package struct FileAccount: Equatable, Sendable {
  package var file: String
  /// Cells with a number or with bounds on one.
  package var read = 0
  /// Signs for *no number*, and empty places.
  package var withoutNumber = 0
  /// Cells that hold something that could not be read.
  package var unread = 0
  /// Words that stand in several cells for *no number*, with how many.
  package var signs: [String: Int] = [:]
}

/// The cells of a file, what is odd about it, and the account of how it was read.
package struct ReadTable: Sendable {
  package var cells: [TableCell] = []
  package var findings: [ReadingFinding] = []
  package var account: FileAccount

  package init(file: String) { account = FileAccount(file: file) }
}

/// Something that could not be read, or only in a way that has to be said.
package struct ReadingFinding: Equatable, Sendable {
  package var file: String
  /// The figure it is about; the file where there is none.
  package var figure: String
  /// `rij 12, kolom value`, `B12`
  package var place: LocalizedText
  /// What stands there and what was made of it.
  package var message: LocalizedText
  /// Whether a number was left out because of it.
  package var isLoss: Bool
}
