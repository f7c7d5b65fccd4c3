/// Controlled rounding as choices of nought and one.
///
/// An inner cell of v = q·b + r persons goes to (q + y)·b with y of 0 or 1; where r = 0 it stays. Every other cell is a sum of
/// inner cells, so that its change is Σ (b·y − r) over the inner cells in it: additivity holds by construction. A cell goes to
/// an adjacent multiple when its change is less than b, and stays when it is a multiple (zero-restricted rounding, Cox and
/// Ernst 1982; Salazar-González 2004).
struct RoundingProgramme: Sendable {
  let base: Int
  private let isSmallOnly: Bool
  /// Above what multiple each choice is.
  private(set) var remainders: [Int] = []
  private(set) var rows: [Row] = []
  /// The inner cell of each choice.
  private(set) var cells: [Int] = []
  /// Cells that cannot be what they were shown as.
  private(set) var conflicts: [Int] = []
  /// The choices of each cell, and its change when all of them are 0.
  private(set) var sums: [Sum?]

  /// low <= Σ coefficient · y <= high. The change of its cells is base · Σ − remainder.
  struct Row: Sendable {
    var terms: [Term]
    var low, high: Int
    var remainder: Int
    /// Of the cells whose change it is; 0 for a relation.
    var weight: Int

    func change(_ sum: Int, base: Int) -> Int { base * sum - remainder }
  }

  struct Term: Hashable, Sendable {
    var choice: Int
    var coefficient: Int
  }

  struct Sum: Hashable, Sendable {
    var terms: [Term]
    var remainder: Int
  }

  /// - Parameters:
  ///   - shown: What cells were rounded to before, and have to stay.
  ///   - isSmallOnly: Whether only inner cells below the base move.
  init(_ system: CellSystem, base: Int, shown: [Int: Int], isSmallOnly: Bool = false) {
    (self.base, self.isSmallOnly) = (base, isSmallOnly)
    sums = [Sum?](repeating: nil, count: system.count)
    var (definitions, others) = Self.definitions(system)
    let order = Self.inOrder(definitions, count: system.count)
    for cell in order.circular {
      if let relation = definitions[cell]?.relation { others.append(relation) }
      definitions[cell] = nil
    }
    for cell in order.cells {
      guard let value = system.values[cell] else { continue }
      if let definition = definitions[cell] {
        sums[cell] = sum(definition.parts.map { CellSystem.Term($0, 1) })
      } else {
        sums[cell] = innerSum(cell, value, shown[cell])
      }
    }
    takeBounds(system, shown)
    for relation in others { takeRelation(relation, system) }
  }

  // MARK: - What each cell is the sum of

  private typealias Definition = (parts: [Int], relation: Int)

  /// For each total the parts of the first relation that gives them, and the relations that are left.
  private static func definitions(_ system: CellSystem) -> (parts: [Definition?], others: [Int]) {
    var parts = [Definition?](repeating: nil, count: system.count)
    var others: [Int] = []
    for relation in 0..<system.relations.count {
      let terms = system.relations[relation]
      guard terms.allSatisfy({ system.values[$0.cell] != nil }) else { continue }
      if let whole = system.whole(of: relation), parts[whole] == nil {
        parts[whole] = (terms.filter { $0.coefficient == 1 }.map(\.cell), relation)
      } else {
        others.append(relation)
      }
    }
    return (parts, others)
  }

  /// Parts before their totals, and totals that would be their own part.
  private static func inOrder(_ parts: [Definition?], count: Int) -> (cells: [Int], circular: [Int]) {
    var (order, circular): ([Int], [Int]) = ([], [])
    var state = [Int8](repeating: 0, count: count)
    for first in 0..<count where state[first] == 0 {
      var stack = [first]
      while let cell = stack.last {
        if state[cell] == 0 {
          state[cell] = 1
          let parts = parts[cell]?.parts ?? []
          if parts.contains(where: { state[$0] == 1 }) { circular.append(cell) } else { stack += parts }
        } else {
          stack.removeLast()
          if state[cell] == 1 { order.append(cell) }
          state[cell] = 2
        }
      }
    }
    return (order, circular)
  }

  private mutating func innerSum(_ cell: Int, _ value: Int, _ shown: Int?) -> Sum {
    let remainder = value % base
    if let shown {
      if abs(shown - value) >= 2 * base || shown % base != 0 || shown < 0 { conflicts.append(cell) }
      return Sum(terms: [], remainder: value - shown)
    }
    guard remainder > 0, !isSmallOnly || value < base else { return Sum(terms: [], remainder: 0) }
    cells.append(cell)
    remainders.append(remainder)
    return Sum(terms: [Term(choice: cells.count - 1, coefficient: 1)], remainder: remainder)
  }

  private func sum(_ parts: [CellSystem.Term]) -> Sum {
    var coefficients: [Int: Int] = [:]
    var remainder = 0
    for part in parts {
      guard let sum = sums[part.cell] else { continue }
      remainder += part.coefficient * sum.remainder
      for term in sum.terms { coefficients[term.choice, default: 0] += part.coefficient * term.coefficient }
    }
    let terms = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    return Sum(terms: terms.map { Term(choice: $0.key, coefficient: $0.value) }, remainder: remainder)
  }

  // MARK: - What has to hold

  private mutating func takeBounds(_ system: CellSystem, _ shown: [Int: Int]) {
    var rowOf: [Sum: Int] = [:]
    for cell in 0..<system.count {
      guard let value = system.values[cell], let sum = sums[cell] else { continue }
      let change = shown[cell].map { $0 - value }
      guard !sum.terms.isEmpty else {
        let isFree = change == nil && abs(sum.remainder) < 2 * base
        if !isFree, -sum.remainder != change, !conflicts.contains(cell) { conflicts.append(cell) }
        continue
      }
      // base · Σ − remainder between these.
      let least = change ?? 1 - base
      let most = change ?? base - 1
      let low = Self.dividedUp(least + sum.remainder, base)
      let high = Self.dividedDown(most + sum.remainder, base)
      if let known = rowOf[sum] {
        rows[known].low = max(rows[known].low, low)
        rows[known].high = min(rows[known].high, high)
        rows[known].weight += 1
      } else {
        rowOf[sum] = rows.count
        rows.append(Row(terms: sum.terms, low: low, high: high, remainder: sum.remainder, weight: 1))
      }
      if low > high { conflicts.append(cell) }
    }
  }

  /// A relation that the sums do not keep by themselves, of what is rounded.
  private mutating func takeRelation(_ relation: Int, _ system: CellSystem) {
    let terms = system.relations[relation]
    let sum = sum(Array(terms))
    guard !sum.terms.isEmpty else { return }
    let truth = terms.reduce(0) { $0 + $1.coefficient * (system.values[$1.cell] ?? 0) }
    let low = system.relations.lowers[relation].map { Self.dividedUp($0 - truth + sum.remainder, base) }
    let high = system.relations.uppers[relation].map { Self.dividedDown($0 - truth + sum.remainder, base) }
    let far = sum.terms.reduce(0) { $0 + abs($1.coefficient) }
    rows.append(
      Row(terms: sum.terms, low: low ?? -far, high: high ?? far, remainder: sum.remainder, weight: 0))
  }

  private static func dividedDown(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  private static func dividedUp(_ number: Int, _ divisor: Int) -> Int { -dividedDown(-number, divisor) }

  // MARK: - Parts that do not touch, and the answer

  /// The choices and rows that are tied to each other, apart from the others.
  func components() -> [(choices: [Int], rows: [Row])] {
    var links = DisjointSets(count: remainders.count)
    for row in rows { for term in row.terms.dropFirst() { links.join(row.terms[0].choice, term.choice) } }
    var result: [(choices: [Int], rows: [Row])] = []
    var numberOf: [Int: Int] = [:]
    var placeOf = [Int](repeating: 0, count: remainders.count)
    for choice in remainders.indices {
      let root = links.root(of: choice)
      let number = numberOf[root] ?? result.count
      if number == result.count {
        numberOf[root] = number
        result.append(([], []))
      }
      placeOf[choice] = result[number].choices.count
      result[number].choices.append(choice)
    }
    for row in rows {
      guard let number = numberOf[links.root(of: row.terms[0].choice)] else { continue }
      var row = row
      row.terms = row.terms.map { Term(choice: placeOf[$0.choice], coefficient: $0.coefficient) }
      result[number].rows.append(row)
    }
    return result
  }

  /// The change of each cell under these choices.
  func changes(_ choices: [Int]) -> [Int?] {
    sums.map { sum in
      sum.map { $0.terms.reduce(-$0.remainder) { $0 + base * $1.coefficient * choices[$1.choice] } }
    }
  }
}

extension CellSystem {
  /// The total in a relation that says that parts add up to one; nil for other relations.
  func whole(of relation: Int) -> Int? {
    guard relations.lowers[relation] == 0, relations.uppers[relation] == 0 else { return nil }
    var whole: Int?
    for term in relations[relation] {
      if term.coefficient == -1, whole == nil { whole = term.cell } else if term.coefficient != 1 { return nil }
    }
    return relations[relation].count > 1 ? whole : nil
  }
}
