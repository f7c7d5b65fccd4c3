internal import Model

/// Extends tables that agree on what they share to whole records: each clique in turn gives the records of its
/// separator, in random order, the values of its cells.
struct RecordJoin {
  let system: ConstraintSystem
  /// Whole numbers for all cells of all cliques.
  let counts: [Int]

  func cases(_ generator: inout SeededGenerator) throws(ReconstructionError) -> Cases {
    var records: [Record] = []
    for (index, table) in system.tables.enumerated() {
      if table.plan.join == nil {
        records += populate(index)
      } else {
        try extend(&records, by: index, &generator)
      }
    }
    return assembled(generator.shuffled(records))
  }

  private struct Record {
    var values: [String: PackedValue]
    /// The cell of each clique the record went through.
    var cells: [Int: Int]
  }

  private func count(_ clique: Int, _ cell: Int) -> Int { counts[system.offsets[clique] + cell] }

  private func populate(_ clique: Int) -> [Record] {
    let table = system.tables[clique]
    return (0..<table.count).flatMap { cell in
      let record = Record(values: table.values(table.plan.assigned, of: cell), cells: [clique: cell])
      return Array(repeating: record, count: count(clique, cell))
    }
  }

  private func extend(
    _ records: inout [Record], by clique: Int, _ generator: inout SeededGenerator
  ) throws(ReconstructionError) {
    let table = system.tables[clique]
    guard let join = table.plan.join else { return }
    let parent = try system.clique(named: join.clique, for: table.plan.name)
    let parentTable = system.tables[parent]
    let keys = try CliqueTable.keys(join.keys, of: parentTable.cases, in: table.plan.name)
    let among = try CliqueTable.selection(
      of: join.among ?? .always, in: parentTable.cases.columns, part: table.plan.name)
    var waiting: [[PackedValue]: [Int]] = [:]
    for (index, record) in records.enumerated() {
      guard let cell = record.cells[parent], among[cell] == 1 else { continue }
      waiting[keys[cell], default: []].append(index)
    }
    var handed: [[PackedValue]: [Int]] = [:]
    for cell in 0..<table.count {
      handed[table.joinKeys[cell], default: []] += Array(repeating: cell, count: count(clique, cell))
    }
    for key in handed.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let cells = generator.shuffled(handed[key] ?? [])
      precondition(cells.count == waiting[key]?.count ?? 0, "cliques agree on what they share")
      for (index, cell) in zip(waiting[key] ?? [], cells) { take(cell, of: clique, table, into: &records[index]) }
    }
  }

  private func take(_ cell: Int, of clique: Int, _ table: CliqueTable, into record: inout Record) {
    record.cells[clique] = cell
    for (name, value) in table.values(table.plan.assigned, of: cell) { record.values[name] = value }
    for addition in table.plan.additions {
      guard let variable = table.cases.columns.variable(named: addition.variable) else { continue }
      let allowed = addition.categories.compactMap { variable.packed(word: $0)?.mask }.reduce(SetMask.empty) {
        $0.union($1)
      }
      let possible = table.values([addition.variable], of: cell)[addition.variable]?.mask ?? .empty
      let added = possible.intersection(allowed)
      let present = record.values[addition.variable]?.mask ?? .empty
      if !added.isEmpty { record.values[addition.variable] = PackedValue(present.members.union(added)) }
    }
  }

  private func assembled(_ records: [Record]) -> Cases {
    let variables = system.tables[0].baseVariables
    var columns = Columns(rowCount: records.count)
    for variable in variables {
      let values = records.map { $0.values[variable.name] ?? variable.packed(.unknown) }
      columns.set(variable.column(of: values), for: variable)
    }
    return Cases(
      columns: columns, offsets: (0...records.count).map { UInt32($0) }, members: records.indices.map { UInt32($0) })
  }
}

extension CliqueTable {
  func values(_ names: [String], of cell: Int) -> [String: PackedValue] {
    var result: [String: PackedValue] = [:]
    for name in names { result[name] = cases.columns[name]?.packedValue(at: cell) }
    return result
  }
}
