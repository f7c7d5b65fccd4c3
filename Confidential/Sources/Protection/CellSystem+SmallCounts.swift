extension CellSystem {
  /// Inner cells of 1 to `base` − 1 go to 0 or `base`, all others stay, and totals are added up again.
  ///
  /// Small count rounding (Langsrud and Heldal 2018, from the text): which cells go up is chosen such that Σ (change of each total)²
  /// is as small as turning one inner cell, or two of one sum against each other, makes it. Every sum holds; a total is nought
  /// or at least `base`, but not always within `base` of what it was: those that are not are in `beyond`.
  public func smallCountsRounded(to base: Int, shown: [Int: Int] = [:]) -> RoundedCells {
    precondition(base >= 2, "A base of 1 rounds nothing.")
    let programme = RoundingProgramme(self, base: base, shown: shown, isSmallOnly: true)
    var balance = SmallCountBalance(programme)
    balance.settle()
    let changes = programme.changes(balance.choices)
    let result = zip(values, changes).map { value, change in value.map { $0 + (change ?? 0) } }
    let missed = shown.keys.filter { result[$0] != shown[$0] }
    return RoundedCells(
      values: result, beyond: values.indices.filter { abs(changes[$0] ?? 0) >= base },
      conflicts: Set(programme.conflicts).union(missed).sorted(), isProven: false)
  }
}

/// Choices of nought and one that keep Σ (change of each total)² small.
private struct SmallCountBalance {
  /// Two are turned against each other within sums of so few.
  private static let partners = 12

  private let programme: RoundingProgramme
  private var rowsOf: [[(row: Int, coefficient: Int)]]
  private var changes: [Int]
  private(set) var choices: [Int]

  init(_ programme: RoundingProgramme) {
    self.programme = programme
    choices = [Int](repeating: 0, count: programme.remainders.count)
    rowsOf = [[(row: Int, coefficient: Int)]](repeating: [], count: choices.count)
    changes = programme.rows.map { -$0.remainder }
    for (index, row) in programme.rows.enumerated() {
      for term in row.terms { rowsOf[term.choice].append((index, term.coefficient)) }
    }
  }

  private func gain(_ choice: Int) -> Int {
    let step = choices[choice] == 0 ? programme.base : -programme.base
    return rowsOf[choice].reduce(0) { sum, place in
      let (now, moved) = (changes[place.row], step * place.coefficient)
      return sum + max(1, programme.rows[place.row].weight) * moved * (2 * now + moved)
    }
  }

  private mutating func turn(_ choice: Int) {
    let step = choices[choice] == 0 ? programme.base : -programme.base
    choices[choice] = 1 - choices[choice]
    for place in rowsOf[choice] { changes[place.row] += step * place.coefficient }
  }

  mutating func settle() {
    var isMoving = true
    while isMoving {
      isMoving = false
      for choice in choices.indices where gain(choice) < 0 {
        turn(choice)
        isMoving = true
      }
      if !isMoving { isMoving = exchange() }
    }
  }

  /// Turns two of one small sum against each other where that helps.
  private mutating func exchange() -> Bool {
    var isMoving = false
    for choice in choices.indices {
      let alone = gain(choice)
      turn(choice)
      let other = partner(of: choice, alone)
      if let other {
        turn(other)
        isMoving = true
      } else {
        turn(choice)
      }
    }
    return isMoving
  }

  private func partner(of choice: Int, _ alone: Int) -> Int? {
    for place in rowsOf[choice] where programme.rows[place.row].terms.count <= Self.partners {
      for term in programme.rows[place.row].terms where term.choice != choice {
        if choices[term.choice] == choices[choice], alone + gain(term.choice) < 0 { return term.choice }
      }
    }
    return nil
  }
}
