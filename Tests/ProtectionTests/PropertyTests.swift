import Invented
import Protection
import Testing

@Suite struct `What holds for linked tables` {
  /// Every kind of rule in turn.
  private static func rule(_ seed: Int, minimum: Int = 5) -> ProtectionRule {
    ProtectionRule(
      minimum: minimum, printsZeros: seed % 2 == 1, level: seed / 2 % 2 == 1 ? .whetherSmall : .withinSensitive,
      assurance: seed / 4 % 2 == 1 ? .outside : .inside, method: seed / 8 % 2 == 1 ? .fast : .exact)
  }

  private static func pattern(_ tables: LinkedTables, _ rule: ProtectionRule) -> SuppressionPattern {
    tables.system.suppressed(
      under: rule, candidates: tables.values.map { $0 != nil }, weights: tables.values.map { Double(max(1, $0 ?? 1)) })
  }

  @Test(arguments: 0..<32)
  func `no sensitive count is narrowed by a solver that shares nothing with ours`(_ seed: Int) throws {
    let tables = LinkedTables(seed: UInt64(seed))
    let rule = Self.rule(seed)
    let result = Self.pattern(tables, rule)
    let sensitive = tables.values.indices.filter { rule.sensitive.contains(tables.values[$0] ?? 0) }
    #expect(result.sensitive == sensitive && Set(sensitive).isSubset(of: result.hidden))
    let asked = rule.assurance == .outside ? result.hidden : sensitive
    let lower = rule.printsZeros ? 1 : 0
    let intervals = tables.intervals(of: asked, hidden: Set(result.hidden), lower: lower)
    for cell in asked where !result.unmet.contains(cell) {
      let interval = try #require(intervals[cell])
      let need = rule.requirement(of: cell)
      let isHarmless = interval.low > Double(rule.minimum) - 1 + 1e-6
      #expect(isHarmless || interval.high >= Double(need.high) - 1e-6, "\(cell) \(interval)")
      #expect(isHarmless || result.unreachable.contains(cell) || interval.low <= 1 + 1e-6, "\(cell) \(interval)")
      // The truth is never ruled out.
      let truth = Double(try #require(tables.values[cell]))
      #expect(interval.low <= truth + 1e-6 && interval.high >= truth - 1e-6)
    }
    // A nought is printed everywhere, and what is protected already stays as it is.
    #expect(result.hidden.allSatisfy { tables.values[$0] != 0 })
    #expect(Self.pattern(tables, rule) == result)
  }

  @Test(arguments: 0..<8)
  func `what a laxer minimum hides a stricter one hides too`(_ seed: Int) {
    let tables = LinkedTables(seed: UInt64(seed) + 500)
    var before: SuppressionPattern?
    for minimum in [3, 5, 8] {
      let result = Self.pattern(tables, Self.rule(seed, minimum: minimum))
      if let before {
        #expect(Set(before.sensitive).isSubset(of: result.sensitive))
        if before.unmet.isEmpty, result.unmet.isEmpty { #expect(Set(before.hidden).isSubset(of: result.hidden)) }
      }
      before = result
    }
  }
}
