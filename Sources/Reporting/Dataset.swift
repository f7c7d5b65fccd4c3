public import Disclosure
import Model

/// A table of the open data: the lines of one figure, or of several that share it.
public struct Dataset: Equatable, Sendable {
  /// Name of its file.
  public let name: String
  /// In the order of the edition.
  public let tables: [PublishedTable]

  public init(name: String, tables: [PublishedTable]) {
    self.name = name
    self.tables = tables
  }
}

extension Publication {
  /// The tables of the open data, in the order in which their first figures stand in the edition.
  public var datasets: [Dataset] {
    var names: [String] = []
    for table in tables where !names.contains(table.shape.dataset) { names.append(table.shape.dataset) }
    return names.map { name in Dataset(name: name, tables: tables.filter { $0.shape.dataset == name }) }
  }

  /// The tables that have a page of their own.
  var figures: [PublishedTable] { tables.filter { !$0.shape.isOfCube } }

  /// The table of the open data that a figure is part of.
  func dataset(of table: PublishedTable) -> Dataset {
    datasets.first { $0.name == table.shape.dataset } ?? Dataset(name: table.shape.dataset, tables: [table])
  }
}
