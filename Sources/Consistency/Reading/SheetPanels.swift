extension SheetGrid {
  /// Tables that lie side by side with an empty column between them, each with labels of its own; one where there are none.
  var panels: [SheetGrid] {
    let runs = runs
    guard runs.count > 1 else { return [self] }
    var starts = [0]
    var first = runs[0].lowerBound..<runs[0].upperBound
    for run in runs.dropFirst() {
      if hasLabels(first), hasLabels(run), !haveSameLabels(first, run) {
        starts.append(run.lowerBound)
        first = run
      } else {
        first = first.lowerBound..<run.upperBound
      }
    }
    return starts.indices.map { part(starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : width)) }
  }

  /// Columns with something in them, up to the next without; rows of one text, which are titles and notes, left out.
  private var runs: [Range<Int>] {
    var isUsed = [Bool](repeating: false, count: width)
    for row in rows.indices {
      let filled = filled(row)
      if filled.count > 1 { for column in filled { isUsed[column] = true } }
    }
    var runs: [Range<Int>] = []
    for column in isUsed.indices where isUsed[column] {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<(column + 1)
      } else {
        runs.append(column..<(column + 1))
      }
    }
    return runs
  }

  /// Whether the first column names the rows of the numbers behind it: with texts, or with years that go on.
  private func hasLabels(_ run: Range<Int>) -> Bool {
    var (named, years, other): (Int, [Double], Int) = (0, [], 0)
    var names: Set<String> = []
    for row in rows.indices {
      let isBody = run.dropFirst().contains { printed(row, $0, .plain).isData }
      guard isBody else { continue }
      switch printed(row, run.lowerBound, .plain) {
      case .text:
        named += 1
        names.insert(text(row, run.lowerBound))
      case .number(let value, _, _) where SheetColumn.isYear(value): years.append(value)
      case .empty: break
      default: other += 1
      }
    }
    let areYears = years.count > 2 && zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
    // A remark at each number is the same in many rows.
    let areNames = named > 1 && named > other + years.count && 10 * names.count >= 7 * named
    return areNames || areYears && named <= 1 && other == 0
  }

  /// One table whose labels are repeated.
  private func haveSameLabels(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    rows.indices.allSatisfy { text($0, one.lowerBound) == text($0, other.lowerBound) || filled($0).count < 2 }
  }
}
