internal import Model

/// Shares that no whole number of the printed base gives.
///
/// With base `n` a share printed to `d` decimals must be the rounding of `100 k / n` for a whole `k`. Only tested where
/// the table names the base: a total of the same figure, for the same years, whose words contain the share's own.
///
/// - SeeAlso: Brown and Heathers 2017 (the GRIM test).
struct IntegerShareRule {
  let tables: Tables

  func contradictions() -> [Contradiction] {
    var groups: [(key: String, base: Int, cells: [Int])] = []
    for (index, cell) in tables.cells.enumerated() where cell.unit == "%" && cell.status.isHard && cell.value != nil {
      guard let base = base(of: cell), !isPossible(cell, tables.value(base)) else { continue }
      let key = cell.figure + "|" + cell.measure
      if let known = groups.firstIndex(where: { $0.key == key && $0.base == base }) {
        groups[known].cells.append(index)
      } else {
        groups.append((key, base, [index]))
      }
    }
    return groups.map { contradiction($0.cells.map { tables.cells[$0] }, base: tables.cells[$0.base]) }
  }

  /// The one total of the same figure and years (or of a table without) that has the share's words and is not its
  /// numerator.
  private func base(of cell: TableCell) -> Int? {
    let axes = Set(cell.dimensions.flatMap { Label($0.name).words })
    let words = Label(cell.measure).words.filter {
      !["aandeel", "share", "percentage"].contains($0) && !axes.contains($0)
    }
    guard !words.isEmpty else { return nil }
    let period = tables.place(of: cell).period
    let found = tables.cells.indices.filter { index in
      let other = tables.cells[index]
      guard other.figure == cell.figure, other.isTotal, other.status.isHard, other.value != nil,
        Block.isCount(unit: other.unit, measure: other.measure)
      else { return false }
      let otherPeriod = tables.place(of: other).period
      guard otherPeriod == period || otherPeriod == nil || period == nil else { return false }
      let label = Label(([other.measure, other.unit] + other.dimensions.map(\.value)).joined(separator: " "))
      // The same words as the share itself are its numerator.
      return words.allSatisfy(label.mentions) && Set(Label(other.measure).words).subtracting(axes) != Set(words)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether the whole number nearest to share · n / 100, or one beside it, is printed as the share.
  private func isPossible(_ cell: TableCell, _ base: Double) -> Bool {
    guard let share = cell.value, base > 0 else { return true }
    let near = (share * base / 100).rounded()
    return (-1...1).contains { step in
      Printed.match(100 * (near + Double(step)) / base, printed: share, decimals: cell.decimals) == .exact
    }
  }

  private func contradiction(_ cells: [TableCell], base: TableCell) -> Contradiction {
    let total = base.value ?? 0
    let nearest = cells.map { cell in 100 * ((cell.value ?? 0) * total / 100).rounded() / total }
    let printed = cells.map { NumberText.printed($0.value ?? 0, decimals: $0.decimals) }
    let computed = zip(cells, nearest).map { NumberText.printed($1, decimals: $0.decimals) }
    let n = NumberText.printed(total)
    let place = LocalizedText("\(cells[0].figure), \(cells[0].measure)")
    return Contradiction(
      report: tables.report.name, figure: cells[0].figure, kind: .percentage, severity: .error, cells: cells + [base],
      expected: zip(cells, nearest).map { NumberText.plain($1, decimals: $0.decimals) + "%" }.joined(separator: "; "),
      published: cells.map { NumberText.plain($0.value ?? 0, decimals: $0.decimals) + "%" }.joined(separator: "; "),
      sentence: place
        + LocalizedText(
          nl:
            ": geen heel aantal van \(n.nl) geeft \(printed.map(\.nl).joined(separator: "% of "))%; het dichtst bij is "
            + "\(computed.map(\.nl).joined(separator: "% en "))%.",
          en: ": no whole number out of \(n.en) gives \(printed.map(\.en).joined(separator: "% or "))%; the nearest is "
            + "\(computed.map(\.en).joined(separator: "% and "))%."))
  }
}
