public import Model

/// A number that an earlier edition showed and that is another one now. Only a `Publication` can hold one.
public struct RevisedNumber: Equatable, Sendable {
  public let table: Int
  public let row: Int
  public let column: Int
  /// What was shown; nil where no number was.
  public let before: Quantity?
  /// The edition that showed it.
  public let edition: String
  public let reason: Revision

  public init(table: Int, row: Int, column: Int, before: Quantity?, edition: String, reason: Revision) {
    (self.table, self.row, self.column) = (table, row, column)
    (self.before, self.edition, self.reason) = (before, edition, reason)
  }
}

extension Publication {
  /// The same numbers, of which some say what they were before.
  ///
  /// What was before was published, and what is now passed the policy: nothing new is shown.
  public func revised(_ revisions: [RevisedNumber]) -> Publication {
    var publication = self
    publication.revisions = revisions
    for revision in revisions {
      guard let before = revision.before else { continue }
      publication.tables[revision.table] = tables[revision.table].saying(
        before, at: (revision.row, revision.column), in: publication.tables[revision.table].cells)
    }
    return publication
  }
}

extension PublishedTable {
  fileprivate func saying(_ before: Quantity, at place: (row: Int, column: Int), in cells: [[Cell]]) -> PublishedTable {
    var cells = cells
    if case .exact(let now) = cells[place.row][place.column].value {
      cells[place.row][place.column].value = .revised(now, before: before)
    }
    return PublishedTable(shape: shape, cells: cells, open: openChanges)
  }
}
