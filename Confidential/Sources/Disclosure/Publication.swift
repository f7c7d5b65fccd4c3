public import Estimation
public import Model
public import Tabulation

/// Tables that may be shown: the only thing that can be rendered, served or exported.
///
/// All tables of an edition are protected together, because linked tables can unmask each other.
public struct Publication: Equatable, Sendable {
  /// In the order given.
  public internal(set) var tables: [PublishedTable]
  /// The cards of estimates, in the order given.
  public let estimates: [PublishedEstimate]
  /// What was received, linked, left out and filled in.
  public let account: PublishedAccount
  public let policy: Policy
  /// What hiding cannot protect, by figure, row and column; never a number. Where there is any, nothing may be shown.
  public let unprotected: [String]
  /// By data set, the dimensions over which the parts in its tables are not known to come to their total, as where people give
  /// several answers.
  public let unsummed: [String: Set<String>]
  /// Numbers that an earlier edition showed otherwise.
  public internal(set) var revisions: [RevisedNumber] = []

  /// - Parameters:
  ///   - estimates: Their own tables come after `tables`; the card of a table that someone brought has none.
  ///   - derived: Tables of numbers derived from estimates; they come last.
  ///   - account: Of the deliveries that the tables rest on.
  ///   - earlier: What earlier editions showed and hid.
  public init(
    of tables: [ConfidentialTable], estimates: [ConfidentialEstimate] = [], derived: [ConfidentialTable] = [],
    account: ConfidentialAccount = .empty, under policy: Policy, earlier: EarlierCells = .none
  ) {
    self.policy = policy
    self.account = PublishedAccount(account, under: policy)
    self.estimates = estimates.map { PublishedEstimate($0, under: policy) }
    let tables = tables + estimates.compactMap(\.table) + derived
    switch policy {
    case .publishAsIs:
      self.tables = tables.map { PublishedTable(shape: $0.shape, cells: $0.cells, open: $0.openChanges) }
      (unprotected, unsummed) = ([], [:])
    case .suppress(let rule, let stricter, _):
      let suppressed = SuppressedTables(tables, under: rule, stricter, earlier: earlier)
      self.tables = zip(tables, suppressed.tables).map {
        PublishedTable(shape: $0.shape, cells: $1.withSpread(under: rule), open: $0.openChanges)
      }
      (unprotected, unsummed) = (suppressed.unmet, suppressed.unsummed)
    }
  }

  /// What the tables are about.
  public var dimensions: Set<String> {
    Set(
      tables.map(\.shape).flatMap { shape in
        shape.rows.compactMap { $0.name?.nl } + shape.columns.map(\.name.nl) + shape.constants.map(\.name.nl)
      })
  }

  /// The table of a figure; nil when there is none of that name.
  public func table(named figure: String) -> PublishedTable? { tables.first { $0.shape.figure == figure } }

  /// The card behind the table of an estimate; nil for other tables.
  public func estimate(named figure: String) -> PublishedEstimate? { estimates.first { $0.figure == figure } }
}

/// A table as it may be shown. Only a `Publication` can make one.
public struct PublishedTable: Equatable, Sendable {
  public let shape: TableShape
  /// One list a row, one cell a column, in the order of the shape's headers.
  public let cells: [[Cell]]
  /// Changes between two shown numbers whose direction is open, because it is not sure who is who or because a test of the
  /// numbers that are shown does not find it clear.
  public let openChanges: Set<OpenChange>
  /// What the numbers that are shown say of how sure they are.
  public let statistics: TableStatistics

  init(shape: TableShape, cells: [[Cell]], open: Set<OpenChange> = []) {
    self.shape = shape
    self.cells = cells
    statistics = TableStatistics(of: shape, cells)
    openChanges = open.union(statistics.open).filter { change in
      [change.from, change.to].allSatisfy { cells[change.row][$0].value.quantity != nil }
    }
  }

  /// The cell under two header keys; nil when the table has no such row or column.
  ///
  /// A column key stands for the first panel that has it; `panel` chooses another.
  public func cell(row: String, column: String, panel: Int? = nil) -> Cell? {
    guard let rowIndex = shape.rows.firstIndex(where: { $0.key == row }),
      let columnIndex = shape.columns.firstIndex(where: { $0.key == column && (panel == nil || $0.panel == panel) })
    else { return nil }
    return cells[rowIndex][columnIndex]
  }
}
