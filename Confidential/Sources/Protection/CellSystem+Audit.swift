/// What an intruder can work out of everything published.
public struct AuditResult: Equatable, Sendable {
  /// One interval a hidden cell; absent for cells whose block is contradictory.
  public var intervals: [Int: FeasibilityInterval]
  /// Hidden cells in blocks that no table fits.
  public var contradictory: [Int]
  /// Linear programmes solved.
  public var programmes: Int
}

extension CellSystem {
  /// The feasibility intervals of the hidden cells.
  ///
  /// - Parameters:
  ///   - requirements: What has to be shown, one a cell. Cells that reach both ends are not looked at further.
  ///   - complete: Whether the ends of every interval are to be found for the cells in `requirements`: two linear
  ///     programmes a cell.
  /// - Complexity: A linear programme for each group of cells that makes no progress together.
  public func audited(_ requirements: [Requirement], complete: Bool) -> AuditResult {
    var byCell: [Int: Requirement] = [:]
    for requirement in requirements { byCell[requirement.cell] = requirement }
    var result = AuditResult(intervals: [:], contradictory: [], programmes: 0)
    for block in hiddenBlocks() {
      var audit = BlockAudit(block)
      var ends: [BlockAudit.End] = []
      for isHigh in [true, false] {
        for (column, cell) in block.cells.enumerated() {
          guard let requirement = byCell[cell] else { continue }
          ends.append(
            BlockAudit.End(
              column: column, isHigh: isHigh, goal: complete ? nil : isHigh ? requirement.high : requirement.low))
        }
      }
      audit.settle(ends)
      result.programmes += audit.solved
      audit.report(into: &result, asked: byCell)
    }
    return result
  }
}

extension BlockAudit {
  fileprivate func report(into result: inout AuditResult, asked: [Int: Requirement]) {
    if isContradictory || (pool.isEmpty && !block.cells.isEmpty && block.cells.contains { asked[$0] != nil }) {
      result.contradictory += block.cells
      return
    }
    for (column, cell) in block.cells.enumerated() where asked[cell] != nil {
      let high = pool.highs[column]
      var interval = FeasibilityInterval(
        low: pool.lows[column], high: high >= Self.horizon / 2 ? nil : high,
        isComplete: hasLow[column] && hasHigh[column] && !isUnproven[column])
      interval.isUnproven = isUnproven[column]
      result.intervals[cell] = interval
    }
  }
}
