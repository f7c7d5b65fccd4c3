public import Estimation
public import Model
public import MonitorFolder

/// A table of lists as text, read as any file is.
extension ListTable {
  /// - Throws: `Unreadable` with what was found wrong.
  public init(parsing text: String, as columns: ListTable.Columns = .allLists) throws {
    let (table, findings) = ListTableReader.read(Array(text.utf8), named: "tabel.csv", as: columns)
    guard let table else { throw Unreadable(sentences: findings.map { $0.sentence(in: .en) }) }
    self = table
  }

  public struct Unreadable: Error, Equatable {
    public var sentences: [String]
  }
}

extension CaptureHistories {
  public init(parsing text: String, allowingRounded: Bool = false) throws {
    try self.init(ListTable(parsing: text), allowingRounded: allowingRounded)
  }
}

extension CensoredHistories {
  public init(parsing text: String) throws { try self.init(ListTable(parsing: text)) }
}

extension CovariateTable {
  /// All other columns are lists, or covariates, or neither when both are named.
  public init(
    parsing text: String, lists: [String]?, covariates: [String]? = nil, allowingRounded: Bool = true,
    requiringValues: Bool = false
  ) throws {
    let columns: ListTable.Columns =
      switch (lists, covariates) {
      case (let lists?, let covariates?): .cut(lists: lists, traits: covariates)
      case (let lists?, nil): .lists(lists)
      case (nil, let covariates?): .traits(covariates)
      case (nil, nil): .allLists
      }
    try self.init(
      ListTable(parsing: text, as: columns), allowingRounded: allowingRounded, requiringValues: requiringValues)
  }
}

extension StratifiedHistories {
  public init(parsing text: String, by column: String) throws {
    try self.init(CovariateTable(parsing: text, lists: nil, covariates: [column], requiringValues: true))
  }
}
