extension HiddenBlock {
  /// Bounds that follow from one relation at a time, again and again: what the others in it leave for a column.
  ///
  /// The usual tightening of bounds by the activity of rows (Savelsbergh 1994), in whole numbers. Never wrong, and not
  /// always as tight as linear programming; stops after `passes`, or when nothing changes.
  func tightenedBounds(passes: Int, horizon: Int) -> (lowers: [Int], uppers: [Int]) {
    var lowers = lowers
    var uppers = uppers.map { $0 ?? horizon }
    for _ in 0..<passes {
      var isChanging = false
      for row in rows {
        var (least, most) = (0, 0)
        for term in row.terms {
          least += term.coefficient * (term.coefficient > 0 ? lowers : uppers)[term.column]
          most += term.coefficient * (term.coefficient > 0 ? uppers : lowers)[term.column]
        }
        for term in row.terms where abs(term.coefficient) == 1 {
          let (column, isPositive) = (term.column, term.coefficient > 0)
          // coefficient · x <= upper - least of the others, and >= lower - most of the others
          let highest = row.upper.map { $0 - least + (isPositive ? lowers[column] : -uppers[column]) }
          let lowest = row.lower.map { $0 - most + (isPositive ? uppers[column] : -lowers[column]) }
          let upper = isPositive ? highest : lowest.map { -$0 }
          let lower = isPositive ? lowest : highest.map { -$0 }
          let (before, above) = (lowers[column], uppers[column])
          if let lower, lower > lowers[column] { lowers[column] = lower }
          if let upper, upper < uppers[column] { uppers[column] = upper }
          guard before != lowers[column] || above != uppers[column] else { continue }
          // Nothing fits: bounds that have crossed only run away from each other.
          if lowers[column] > uppers[column] { return (lowers, uppers) }
          isChanging = true
          least += term.coefficient * (isPositive ? lowers[column] - before : uppers[column] - above)
          most += term.coefficient * (isPositive ? uppers[column] - above : lowers[column] - before)
        }
      }
      if !isChanging { break }
    }
    return (lowers, uppers)
  }
}
