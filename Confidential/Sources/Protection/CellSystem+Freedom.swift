extension CellSystem {
  /// How far cells within bounds can be moved, as tables show that fit.
  ///
  /// The first is one of the linear programme, which keeps every relation and bound to within 1e-6, with totals that stay 2 below
  /// their upper bound, or 1, where such a table exists. Around it an inner cell, and with it each total it is in, goes up or down by
  /// as much, where that stays within all bounds. Relations are convex, so that every value between two tables has one too.
  ///
  /// - Returns: Intervals that are at least so wide, of the cells without a value; nil when no table was found.
  public func freedom() -> [Int: FeasibilityInterval]? {
    let relations = totalsAbove()
    let isTotal = relations.below.map { !$0.isEmpty }
    guard let centre = [2, 1, 0].lazy.compactMap({ withRoom($0, isTotal).vertexTable() }).first else { return nil }
    var ranges = centre.map { (low: $0, high: $0) }
    for inner in 0..<count where !isTotal[inner] && values[inner] == nil {
      guard let moved = moved(with: inner, relations.above, relations.below) else { continue }
      for direction in [1.0, -1] {
        guard let step = [2.0, 1].first(where: { step in isWithin(moved, centre, direction * step) }) else { continue }
        for cell in moved {
          let value = centre[cell] + direction * step
          ranges[cell] = (min(ranges[cell].low, value), max(ranges[cell].high, value))
        }
      }
    }
    var result: [Int: FeasibilityInterval] = [:]
    for cell in 0..<count where values[cell] == nil {
      let low = Int((ranges[cell].low - Self.near).rounded(.up))
      let high = Int((ranges[cell].high + Self.near).rounded(.down))
      if low <= high { result[cell] = FeasibilityInterval(low: low, high: high, isComplete: false) }
    }
    return result
  }

  private static let near = 1e-6

  /// The same system with totals that stay so far below their upper bounds.
  private func withRoom(_ room: Int, _ isTotal: [Bool]) -> CellSystem {
    guard room > 0 else { return self }
    var result = self
    for cell in 0..<count where isTotal[cell] && values[cell] == nil {
      result.uppers[cell] = uppers[cell].map { max(lowers[cell], $0 - room) }
    }
    return result
  }

  private func vertexTable() -> [Double]? {
    var result = values.map { Double($0 ?? 0) }
    let parts = hiddenParts()
    guard parts.contradictory.isEmpty else { return nil }
    for member in parts.known { result[member.cell] = Double(member.offset) }
    for block in parts.blocks {
      guard let vertex = BlockAudit(block).someVertex() else { return nil }
      for (members, value) in zip(block.members, vertex) {
        for member in members { result[member.cell] = value + Double(member.offset) }
      }
    }
    return result
  }

  private func isWithin(_ cells: [Int], _ centre: [Double], _ step: Double) -> Bool {
    cells.allSatisfy { cell in
      let value = centre[cell] + step
      return values[cell] == nil && value >= Double(lowers[cell]) - Self.near
        && (uppers[cell].map { value <= Double($0) + Self.near } ?? true)
    }
  }
}
