/// What tables can say with the labels that a sentence names: cells, and what is computed from a few of them.
///
/// Wide on purpose: a number that any of this gives is not doubted.
struct NumberExplanation {
  let tables: TextTables
  let words: [FigureWords]
  private let pools: [Pool]
  /// Whether the sentence sets one thing against another.
  private let compares: Bool

  /// Cells of a block, those at places the sentence allows.
  private struct Pool {
    var figure: Int
    var block: TextFigure.Block
    /// With every label of dimensions that are not named.
    var wide: [Int]
    /// Named labels and totals only: with coordinates.
    var close: [(cell: Int, place: [Int32])]
    var named: [Set<Int>]
    var isStrict: Bool
  }

  /// Relations are tried among so many cells at most. A decision.
  private static let mostClose = 60

  init(_ tables: TextTables, _ words: [FigureWords]) {
    self.tables = tables
    self.words = words
    var pools: [Pool] = []
    for (index, each) in words.enumerated() {
      for block in each.figure.blocks { pools.append(Self.pool(index, each, block)) }
    }
    self.pools = pools
    compares = words.contains { $0.reading.compares }
  }

  private static func pool(_ index: Int, _ words: FigureWords, _ block: TextFigure.Block) -> Pool {
    let axes = words.figure.axes.indices
    var (wide, close): ([Set<Int>?], [Set<Int>]) = ([], [])
    for axis in axes {
      let present = block.labels[axis]
      let named = words.named[axis].intersection(present)
      let others = words.contextual[axis].union(words.between(axis)).intersection(present)
      let wholes = words.wholes(axis, among: present)
      wide.append(named.isEmpty ? nil : named.union(others).union(wholes))
      let narrow = named.union(others).union(wholes)
      close.append(narrow.isEmpty ? present : narrow)
    }
    var pool = Pool(
      figure: index, block: block, wide: [], close: [], named: words.named,
      isStrict: words.named.contains { !$0.isEmpty })
    for (place, cell) in block.grid.cells.enumerated() {
      let coordinates = block.grid.place(place)
      guard axes.allSatisfy({ wide[$0]?.contains(Int(coordinates[$0])) ?? true }) else { continue }
      pool.wide.append(cell)
      if pool.close.count < mostClose, axes.allSatisfy({ close[$0].contains(Int(coordinates[$0])) }) {
        pool.close.append((cell, coordinates))
      }
    }
    return pool
  }

  private func value(_ cell: Int) -> Double? { tables.cells[cell].value }

  /// The figure that gives the number, and whether it is one cell of it.
  func figure(giving number: TextNumber) -> (words: Int, cell: Int?)? {
    for pool in pools {
      for cell in pool.wide where isSaid(number, by: cell, pool.block) { return (pool.figure, cell) }
    }
    for pool in pools where isComputed(number, pool) { return (pool.figure, nil) }
    return isShareAcross(number) ? (pools.first?.figure ?? 0, nil) : nil
  }

  /// Whether a cell gives the number as it stands, nothing computed.
  func isCell(giving number: TextNumber) -> Bool {
    pools.contains { pool in pool.wide.contains { isSaid(number, by: $0, pool.block) } }
  }

  private func isSaid(_ number: TextNumber, by cell: Int, _ block: TextFigure.Block) -> Bool {
    if let bounds = tables.cells[cell].bounds, tables.cells[cell].value == nil {
      return bounds.upperBound.isFinite && bounds.contains(number.value)
    }
    guard let value = value(cell) else { return false }
    return block.scales.contains { scale in
      number.agrees(with: value * scale, grain: grain(cell, block) * scale) || number.agrees(with: -value * scale)
    }
  }

  private func grain(_ cell: Int, _ block: TextFigure.Block) -> Double {
    let decimals = tables.cells[cell].decimals
    return max(block.grain, decimals > 0 ? Printed.unit(decimals) / 2 : 0)
  }

  // MARK: - Computed

  private func isComputed(_ number: TextNumber, _ pool: Pool) -> Bool {
    for scale in pool.block.scales {
      if isPair(number, pool, scale) || isGroup(number, pool, scale) { return true }
    }
    if number.isPercent, pool.block.isPercent {
      return pool.close.contains { value($0.cell).map { number.agrees(with: 100 - $0) } ?? false }
    }
    return false
  }

  /// Differences, sums, shares, changes and ratios of two cells that differ along one axis.
  private func isPair(_ number: TextNumber, _ pool: Pool, _ scale: Double) -> Bool {
    for (index, one) in pool.close.enumerated() {
      for other in pool.close[(index + 1)...] {
        guard let x = value(one.cell), let y = value(other.cell) else { continue }
        let differing = zip(one.place, other.place).count { $0 != $1 }
        guard differing == 1 || differing == 2 && number.isPercent else { continue }
        let grain = 2 * pool.block.grain
        if number.isPercent {
          if pool.block.isPercent,
            number.agrees(with: abs(x - y), grain: grain) || number.agrees(with: x + y, grain: grain)
          {
            return true
          }
          let (low, high) = (min(abs(x), abs(y)), max(abs(x), abs(y)))
          if low > 0 {
            if number.agrees(with: 100 * low / high) || number.agrees(with: 100 * (high - low) / high) { return true }
            if number.agrees(with: 100 * (high - low) / low) || number.agrees(with: 100 * high / low) { return true }
          }
        } else {
          if number.agrees(with: (x + y) * scale, grain: grain) { return true }
          // One number in a sentence that compares nothing is no difference.
          if compares, number.agrees(with: abs(x - y) * scale, grain: grain) { return true }
          let (low, high) = (min(abs(x), abs(y)), max(abs(x), abs(y)))
          if low > 0, number.digits <= 2 || number.decimals > 0, number.agrees(with: high / low, grain: 0.05) {
            return true
          }
        }
      }
    }
    return false
  }

  /// Sums and means of all labels that are named along an axis, and what they leave of the total or are a share of it.
  private func isGroup(_ number: TextNumber, _ pool: Pool, _ scale: Double) -> Bool {
    let figure = words[pool.figure]
    for axis in figure.figure.axes.indices {
      let wholes = figure.wholes(axis, among: Set(pool.close.map { Int($0.place[axis]) }))
      for labels in [figure.named[axis], figure.between(axis), Set(figure.figure.axes[axis].labels.indices)] {
        let parts = labels.subtracting(wholes)
        guard parts.count > 1 else { continue }
        var groups: [[Int32]: (sum: Double, count: Int, whole: Double?)] = [:]
        for entry in pool.close {
          var rest = entry.place
          rest[axis] = -1
          guard let value = value(entry.cell) else { continue }
          var group = groups[rest] ?? (0, 0, nil)
          if parts.contains(Int(entry.place[axis])) { (group.sum, group.count) = (group.sum + value, group.count + 1) }
          if wholes.contains(Int(entry.place[axis])) { group.whole = value }
          groups[rest] = group
        }
        for group in groups.values where group.count > 1 {
          let grain = Double(group.count) * pool.block.grain
          if number.agrees(with: group.sum * scale, grain: grain) { return true }
          if number.agrees(with: group.sum / Double(group.count) * scale, grain: max(grain, 0.5)) { return true }
          guard let whole = group.whole, whole > 0 else { continue }
          if compares, number.agrees(with: (whole - group.sum) * scale, grain: grain) { return true }
          if number.isPercent {
            if number.agrees(with: 100 * group.sum / whole) || number.agrees(with: 100 - 100 * group.sum / whole) {
              return true
            }
          }
        }
      }
    }
    return false
  }

  /// A count at a place that is named, as a share of a total of another figure.
  private func isShareAcross(_ number: TextNumber) -> Bool {
    guard number.isPercent else { return false }
    let counts = pools.filter { $0.block.isCount && $0.isStrict }
    let parts = counts.map { pool in
      pool.close.filter { isPart($0.place, pool) }.prefix(12).compactMap { value($0.cell) }
    }
    let wholes = counts.map { pool in
      pool.close.filter { isWhole($0.place, pool) }.prefix(12).compactMap { value($0.cell) }
    }
    for (one, values) in parts.enumerated() {
      for (other, totals) in wholes.enumerated() where counts[one].figure != counts[other].figure {
        for part in values
        where totals.contains(where: { $0 >= part && part > 0 && number.agrees(with: 100 * part / $0) }) {
          return true
        }
      }
    }
    return false
  }

  /// Every label that is named, and totals elsewhere.
  private func isPart(_ place: [Int32], _ pool: Pool) -> Bool {
    place.indices.allSatisfy { axis in
      let labels = pool.named[axis].intersection(pool.block.labels[axis])
      return labels.isEmpty || labels.contains(Int(place[axis]))
    }
  }

  /// Totals everywhere but along years.
  private func isWhole(_ place: [Int32], _ pool: Pool) -> Bool {
    let words = words[pool.figure]
    return place.indices.allSatisfy { axis in
      place[axis] == 0 || words.isYears(axis) || words.figure.axes[axis].labels[Int(place[axis])].isWhole
    }
  }

  /// Whether the numbers beside it in the text give it: sums, differences, shares.
  static func isGiven(_ number: TextNumber, by others: [TextNumber], isChange: Bool) -> Bool {
    let values = others.map(\.value)
    for (index, x) in values.enumerated() {
      for y in values[(index + 1)...] {
        if number.isPercent, min(x, y) > 0 {
          let (low, high) = (min(x, y), max(x, y))
          if number.agrees(with: 100 * low / high) { return true }
          if isChange, [low, high].contains(where: { number.agrees(with: 100 * (high - low) / $0) }) { return true }
        }
        if number.agrees(with: x + y) || number.agrees(with: abs(x - y)) { return true }
      }
      if number.isPercent, number.agrees(with: 100 - x) { return true }
    }
    return false
  }
}
