extension Figure {
  /// A count table of a source, by name.
  public struct TableReference: Equatable, Hashable, Sendable {
    public var source: String
    public var table: String
    public init(source: String, table: String) {
      self.source = source
      self.table = table
    }
  }

  /// The count tables the numbers are taken from, each once, in the order of the figure; none for a figure over records.
  public var countTables: [TableReference] {
    var tables: [TableReference] = []
    if case .counts(let source, let table, _) = origin { tables.append(.init(source: source, table: table)) }
    guard case .delivered(let rows) = rows else { return tables }
    for row in rows {
      let table = TableReference(source: row.source, table: row.table)
      if !tables.contains(table) { tables.append(table) }
    }
    return tables
  }

  /// Whether the numbers are taken from count tables; no case is counted then.
  public var isOverCounts: Bool {
    if case .delivered = rows { return true }
    return origin != .records
  }
}

extension CountTable {
  /// Whether numbers of different categories may be added: counts of which each counted thing has one category.
  public var addsUp: Bool { kind == .count && answers == .one }

  /// The unit beside its numbers; nil for a count, which has the unit of the figure.
  public var unitLabel: LocalizedText? {
    switch kind {
    case .count: nil
    case .percentage: LocalizedText("%")
    case .number(let unit, _): unit
    }
  }

  /// The axis counted by this variable.
  public func axis(of variable: String) -> Int? { axes.firstIndex { $0.variable == variable } }
}

extension CountAxis {
  /// The codes the words stand for, each once, in the order of the words.
  public var codes: [String] {
    var codes: [String] = []
    for word in words where !codes.contains(word.code) { codes.append(word.code) }
    return codes
  }
}
