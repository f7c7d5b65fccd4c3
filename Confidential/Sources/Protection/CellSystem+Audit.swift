/// What an intruder can work out of everything published.
public struct AuditResult: Equatable, Sendable {
  /// One interval a hidden cell; absent for cells whose block is contradictory.
  public var intervals: [Int: FeasibilityInterval]
  /// Hidden cells in blocks that no table fits.
  public var contradictory: [Int]
  /// Linear programmes solved.
  public var programmes: Int
}

/// How far an audit goes.
enum AuditEffort {
  /// Only as long as cells are shown together.
  case quick
  /// Until every cell reached what is asked, or is known not to.
  case asked
  /// Until both ends of every interval are known.
  case complete
}

extension CellSystem {
  /// The feasibility intervals of the hidden cells.
  ///
  /// - Parameters:
  ///   - requirements: What has to be shown, one a cell. Cells that reach both ends are not looked at further.
  ///   - complete: Whether the ends of every interval are to be found for the cells in `requirements`: two linear
  ///     programmes a class of cells that move together.
  /// - Complexity: A linear programme for each group of cells that makes no progress together.
  public func audited(_ requirements: [Requirement], complete: Bool) -> AuditResult {
    audited(requirements, effort: complete ? .complete : .asked)
  }

  func audited(_ requirements: [Requirement], effort: AuditEffort) -> AuditResult {
    var asked = [Requirement?](repeating: nil, count: count)
    for requirement in requirements { asked[requirement.cell] = requirement }
    let parts = hiddenParts()
    var result = AuditResult(intervals: [:], contradictory: parts.contradictory, programmes: 0)
    for member in parts.known where asked[member.cell] != nil {
      result.intervals[member.cell] = FeasibilityInterval(low: member.offset, high: member.offset, isComplete: true)
    }
    for block in parts.blocks {
      let ends = block.ends(asked, complete: effort == .complete)
      guard !ends.isEmpty else { continue }
      var audit = BlockAudit(block)
      audit.settle(ends, isQuick: effort == .quick)
      result.programmes += audit.solved
      audit.report(into: &result, asked)
    }
    return result
  }
}

extension HiddenBlock {
  /// What has to be reached, the upper ends first; the goal of a class is the farthest of its cells.
  fileprivate func ends(_ asked: [Requirement?], complete: Bool) -> [BlockAudit.End] {
    var ends: [BlockAudit.End] = []
    for isHigh in [true, false] {
      for (column, cells) in members.enumerated() {
        let goals = cells.compactMap { member in
          asked[member.cell].map { (isHigh ? $0.high : $0.low) - member.offset }
        }
        guard let goal = isHigh ? goals.max() : goals.min() else { continue }
        let harmless = cells.compactMap { member in
          asked[member.cell].map { $0.harmlessFrom.map { $0 - member.offset } ?? .max }
        }.max()
        ends.append(
          BlockAudit.End(
            column: column, isHigh: isHigh, goal: complete ? nil : goal, harmlessFrom: complete ? nil : harmless))
      }
    }
    return ends
  }
}

extension BlockAudit {
  fileprivate func report(into result: inout AuditResult, _ asked: [Requirement?]) {
    if isContradictory || pool.isEmpty {
      result.contradictory += block.members.flatMap { $0.map(\.cell) }
      return
    }
    for (column, members) in block.members.enumerated() {
      for member in members where asked[member.cell] != nil {
        let high = pool.highs[column]
        var interval = FeasibilityInterval(
          low: pool.lows[column] + member.offset, high: high >= Self.horizon / 2 ? nil : high + member.offset,
          isComplete: isComplete(column))
        interval.isUnproven = isUnproven[column]
        result.intervals[member.cell] = interval
      }
    }
  }
}
