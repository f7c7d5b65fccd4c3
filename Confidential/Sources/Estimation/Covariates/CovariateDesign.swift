/// The cells of a table in which every covariate is known, and the columns of a model over them.
struct CovariateDesign: Sendable {
  /// For each term and combination of levels of its variables, what it adds to a row.
  private struct Block {
    var variables: [Int]
    var sizes: [Int]
    var entries: [[(column: Int32, value: Double)]]
  }
  private let blocks: [Block]
  private let lists: Int
  let width: Int

  init(_ model: CovariateModel, _ table: CovariateTable) {
    lists = table.lists.count
    let bases = model.variables.indices.map { variable in
      variable < table.lists.count ? [[0], [1]] : table.covariates[variable - table.lists.count].basis
    }
    var offset = 0
    var blocks: [Block] = []
    for term in model.terms {
      let variables = model.variables.indices.filter { term & (1 << UInt32($0)) != 0 }
      var combinations: [[Double]] = [[1]]
      for variable in variables {
        combinations = combinations.flatMap { row in
          bases[variable].map { level in row.flatMap { value in level.map { value * $0 } } }
        }
      }
      let start = offset
      blocks.append(
        Block(
          variables: variables, sizes: variables.map { bases[$0].count },
          entries: combinations.map { row in
            row.indices.filter { row[$0] != 0 }.map { (Int32(start + $0), row[$0]) }
          }))
      offset += combinations.first?.count ?? 0
    }
    self.blocks = blocks
    width = offset
  }

  /// The rows of these cells.
  func rows(_ cells: [(history: UInt32, levels: [Int])]) -> SparseRows {
    var rows = SparseRows(width: width)
    for cell in cells {
      for block in blocks {
        var index = 0
        for (variable, size) in zip(block.variables, block.sizes) {
          let level =
            variable < lists ? Int(cell.history >> UInt32(variable)) & 1 : cell.levels[variable - lists]
          index = index * size + level
        }
        for entry in block.entries[index] { rows.append(entry.column, entry.value) }
      }
      rows.endRow()
    }
    return rows
  }
}

/// The cells of a table in which every covariate is known, history by history, and the rows that may belong to them.
struct CompleteCells: Sendable {
  let seen: [(history: UInt32, levels: [Int])]
  let unseen: [(history: UInt32, levels: [Int])]
  let hasMissing: Bool
  /// For each row of the table, its cells.
  private let matches: [[Int]]

  init(_ table: CovariateTable) {
    let strata = table.strata
    let histories = (1..<(UInt32(1) << UInt32(table.lists.count))).sorted(by: canonicallyPrecedes)
    seen = histories.flatMap { history in strata.map { (history, $0) } }
    unseen = strata.map { (0, $0) }
    let positions = Dictionary(uniqueKeysWithValues: histories.enumerated().map { ($1, $0 * strata.count) })
    hasMissing = table.rows.contains { $0.values.contains(nil) }
    let sizes = table.covariates.map { $0.levels.count }
    matches = table.rows.map { row in
      let start = positions[row.history] ?? 0
      guard row.values.contains(nil) else {
        return [zip(row.values, sizes).reduce(0) { $0 * $1.1 + ($1.0 ?? 0) } + start]
      }
      return strata.indices.filter { index in
        zip(row.values, strata[index]).allSatisfy { $0 == nil || $0 == $1 }
      }.map { start + $0 }
    }
  }

  /// Counts of the complete cells: rows with missing values in proportion to the means.
  func complete(_ rows: [CovariateTable.Row], means: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: seen.count)
    for (row, cells) in zip(rows, matches) where row.count > 0 {
      if cells.count == 1 {
        counts[cells[0]] += Double(row.count)
        continue
      }
      let total = cells.reduce(0) { $0 + means[$1] }
      guard total > 0 else { continue }
      for cell in cells { counts[cell] += Double(row.count) * means[cell] / total }
    }
    return counts
  }

  /// Σ n log(share of the cells a row may belong to).
  func logLikelihood(_ rows: [CovariateTable.Row], means: [Double]) -> Double {
    let all = means.reduce(0, +)
    return zip(rows, matches).reduce(0) { sum, item in
      let (row, cells) = item
      return row.count > 0 ? sum + Double(row.count) * log(cells.reduce(0) { $0 + means[$1] } / all) : sum
    }
  }
}
