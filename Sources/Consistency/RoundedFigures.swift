/// Figures in which the sums that words promise miss as those of rounded numbers do, where arithmetic alone found no sums: parts
/// with rows between them that are parts of parts.
struct RoundedFigures {
  private var figures: Set<String> = []
  private let cells: [TableCell]

  init(_ worded: [LinearRelation], _ cells: [TableCell]) {
    self.cells = cells
    var lines: [String: [WeighedLine]] = [:]
    for relation in worded {
      guard let line = Self.line(relation, cells) else { continue }
      lines[cells[relation.subject].figure, default: []].append(line)
    }
    for (figure, lines) in lines
    where MissEvidence(lines, step: 1, value: { cells[$0].value }).speaksForRounding { figures.insert(figure) }
  }

  /// How far a sum of such a figure may be off.
  func room(of relation: LinearRelation) -> Double {
    guard figures.contains(cells[relation.subject].figure), Self.line(relation, cells) != nil else { return 0 }
    return Double(relation.terms.count) / 2
  }

  /// A sum of whole numbers.
  private static func line(_ relation: LinearRelation, _ cells: [TableCell]) -> WeighedLine? {
    guard relation.kind == .sum, relation.comparison == .zero, relation.sign(of: relation.subject) == 1,
      relation.terms.allSatisfy({ cells[$0.cell].decimals == 0 && cells[$0.cell].value != nil })
    else { return nil }
    let value = { (cell: Int) in cells[cell].value ?? 0 }
    let parts = relation.terms.map(\.cell).filter { $0 != relation.subject }
    let sum = parts.reduce(0) { $0 + value($1) }
    let whole = value(relation.subject)
    return WeighedLine(
      whole: relation.subject, parts: parts, excess: whole - sum, count: parts.count + 1, unknown: nil,
      isComplete: true,
      size: max(abs(whole), abs(sum)), isTelling: parts.count > 1)
  }
}
