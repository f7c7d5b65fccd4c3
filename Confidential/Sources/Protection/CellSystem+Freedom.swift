extension CellSystem {
  /// How far cells within bounds can be moved, as tables show that fit.
  ///
  /// The first is one of the linear programme, which keeps every relation and bound to within 1e-6, with totals that stay 2 below
  /// their upper bound, or 1, where such a table exists. Around it an inner cell, and with it each total it is in, goes up or down by
  /// as much, where that stays within all bounds; where a total stops that, another inner cell of it goes the other way. Relations
  /// are convex, so that every value between two tables has one too.
  ///
  /// - Parameter known: A table of which whoever asks knows that it fits, such as the true one. It takes the place of the first where
  ///   it has a value of every cell.
  /// - Returns: Intervals that are at least so wide, of the cells without a value; nil when no table was found.
  public func freedom(around known: [Int: Int] = [:]) -> [Int: FeasibilityInterval]? {
    let relations = totalsAbove()
    let isTotal = relations.below.map { !$0.isEmpty }
    let given = values.indices.compactMap { values[$0] ?? known[$0] }
    let centre =
      given.count == count && isTable(given)
      ? given.map(Double.init) : [2, 1, 0].lazy.compactMap { withRoom($0, isTotal).vertexTable() }.first
    guard let centre else { return nil }
    var moves = CellMoves(self, centre, relations)
    moves.moveAll()
    var result: [Int: FeasibilityInterval] = [:]
    for cell in 0..<count where values[cell] == nil {
      let low = Int((moves.ranges[cell].low - CellMoves.near).rounded(.up))
      let high = Int((moves.ranges[cell].high + CellMoves.near).rounded(.down))
      if low <= high { result[cell] = FeasibilityInterval(low: low, high: high, isComplete: false) }
    }
    return result
  }

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
}
