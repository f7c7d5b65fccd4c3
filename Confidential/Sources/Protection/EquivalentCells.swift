/// What is left of a system after the cells that follow from others are taken out.
///
/// A relation with one cell fixes it; one with two of opposite sign makes them move together, x = y + offset; an equation
/// that holds only when every cell in it is at its bound fixes all. This is repeated until nothing changes. Where noughts
/// are printed a total over one other cell is that cell, so that of sparse tables little is left. All in whole numbers.
struct EquivalentCells {
  /// The class of each column; -1 for a column that is fixed.
  private(set) var classOf: [Int]
  /// What a column has above its class; the value of a column that is fixed.
  private(set) var offsets: [Int]
  private(set) var count = 0
  /// Bounds of the classes.
  private(set) var lowers: [Int] = []
  private(set) var uppers: [Int?] = []
  /// The relations between classes that are left, each once.
  private(set) var rows: [HiddenRow] = []
  /// Whether no whole table fits.
  private(set) var isContradictory = false

  private var sets: ShiftedSets
  /// Bounds of the roots of `sets`.
  private var least: [Int]
  private var most: [Int?]

  init(lowers: [Int], uppers: [Int?], rows: [HiddenRow]) {
    let columns = lowers.count
    sets = ShiftedSets(count: columns + 1)
    (least, most) = ([0] + lowers, [0] + uppers)
    (classOf, offsets) = ([Int](repeating: -1, count: columns), [Int](repeating: 0, count: columns))
    var left = rows.map { row in
      HiddenRow(
        terms: row.terms.map { (column: $0.column + 1, coefficient: $0.coefficient) }, lower: row.lower,
        upper: row.upper)
    }
    var isChanging = true
    while isChanging, !isContradictory {
      isChanging = false
      for index in left.indices where settle(&left[index]) { isChanging = true }
      left.removeAll { $0.terms.isEmpty }
    }
    number(columns)
    keep(left)
  }

  // Element 0 of `sets` is the number nought: what is joined to it is fixed.

  /// Brings a row up to date and takes out what it settles; whether it settled something.
  private mutating func settle(_ row: inout HiddenRow) -> Bool {
    gather(&row)
    if row.terms.isEmpty {
      if !CellSystem.holds(0, row.lower, row.upper) { isContradictory = true }
      return false
    }
    guard let sum = row.lower, row.upper == sum else { return false }
    if row.terms.count == 1 {
      let (column, coefficient) = row.terms[0]
      if sum % coefficient != 0 { isContradictory = true } else { join(column, 0, sum / coefficient) }
    } else if row.terms.count == 2, row.terms[0].coefficient == -row.terms[1].coefficient,
      sum % row.terms[0].coefficient == 0
    {
      join(row.terms[0].column, row.terms[1].column, sum / row.terms[0].coefficient)
    } else if !fixAtBounds(row, sum) {
      return false
    }
    row.terms = []
    (row.lower, row.upper) = (0, 0)
    return true
  }

  /// Fixes every cell of a row whose sum can only just be reached.
  private mutating func fixAtBounds(_ row: HiddenRow, _ sum: Int) -> Bool {
    for sign in [1, -1] {
      var extreme = 0
      var isBounded = true
      for term in row.terms {
        guard let bound = term.coefficient * sign > 0 ? least[term.column] : most[term.column] else {
          isBounded = false
          break
        }
        extreme += sign * term.coefficient * bound
      }
      guard isBounded, extreme >= sign * sum else { continue }
      if extreme > sign * sum { isContradictory = true }
      for term in row.terms {
        if let bound = term.coefficient * sign > 0 ? least[term.column] : most[term.column] {
          join(term.column, 0, bound)
        }
      }
      return true
    }
    return false
  }

  /// a = b + shift.
  private mutating func join(_ a: Int, _ b: Int, _ shift: Int) {
    guard let joined = sets.join(a, b, shift) else {
      if !sets.agrees(a, b, shift) { isContradictory = true }
      return
    }
    least[joined.root] = max(least[joined.root], least[joined.child] - joined.shift)
    if let bound = most[joined.child] { most[joined.root] = min(most[joined.root] ?? .max, bound - joined.shift) }
    if let bound = most[joined.root], bound < least[joined.root] { isContradictory = true }
  }

  /// Terms of the same set added together, those that are fixed moved to the bounds, in ascending order.
  private mutating func gather(_ row: inout HiddenRow) {
    var constant = 0
    var rooted: [(column: Int, coefficient: Int)] = []
    rooted.reserveCapacity(row.terms.count)
    var isSame = true
    for term in row.terms {
      let (root, shift) = sets.root(of: term.column)
      isSame = isSame && root == term.column && (rooted.last?.column ?? 0) < root
      constant += term.coefficient * shift
      if root != 0 { rooted.append((root, term.coefficient)) }
    }
    if isSame { return }
    rooted.sort { $0.column < $1.column }
    row.terms.removeAll(keepingCapacity: true)
    for term in rooted {
      if row.terms.last?.column == term.column {
        row.terms[row.terms.count - 1].coefficient += term.coefficient
      } else {
        row.terms.append(term)
      }
    }
    row.terms.removeAll { $0.coefficient == 0 }
    row.lower = row.lower.map { $0 - constant }
    row.upper = row.upper.map { $0 - constant }
  }

  /// Numbers the classes in order of their first columns.
  private mutating func number(_ columns: Int) {
    var numbers: [Int: Int] = [:]
    for column in 0..<columns {
      let (root, shift) = sets.root(of: column + 1)
      offsets[column] = shift
      guard root != 0 else { continue }
      if let known = numbers[root] {
        classOf[column] = known
      } else {
        classOf[column] = count
        numbers[root] = count
        lowers.append(least[root])
        uppers.append(most[root])
        count += 1
      }
    }
  }

  private mutating func keep(_ left: [HiddenRow]) {
    var seen: Set<[Int]> = []
    for row in left {
      // The root of a set is its smallest column, so that it has no offset to its class.
      let terms = row.terms.map { (column: classOf[$0.column - 1], coefficient: $0.coefficient) }
      if let sum = row.lower, row.upper == sum {
        let sign = (terms.first?.coefficient ?? 1) < 0 ? -1 : 1
        guard seen.insert(terms.flatMap { [$0.column, sign * $0.coefficient] } + [sign * sum]).inserted else {
          continue
        }
      }
      rows.append(HiddenRow(terms: terms, lower: row.lower, upper: row.upper))
    }
  }
}

/// Sets of numbers that differ by known amounts; the root of a set is its smallest element.
private struct ShiftedSets {
  private var parents: [Int]
  /// What an element has above its parent.
  private var shifts: [Int]

  init(count: Int) { (parents, shifts) = (Array(0..<count), [Int](repeating: 0, count: count)) }

  mutating func root(of element: Int) -> (root: Int, shift: Int) {
    var (element, shift) = (element, 0)
    while parents[element] != element {
      let parent = parents[element]
      shifts[element] += shifts[parent]
      parents[element] = parents[parent]
      shift += shifts[element]
      element = parents[element]
    }
    return (element, shift)
  }

  /// Makes a = b + shift; nil when the two are in one set already.
  mutating func join(_ a: Int, _ b: Int, _ shift: Int) -> (root: Int, child: Int, shift: Int)? {
    let (left, right) = (root(of: a), root(of: b))
    guard left.root != right.root else { return nil }
    // left.root = right.root + difference
    let difference = right.shift + shift - left.shift
    if left.root < right.root {
      (parents[right.root], shifts[right.root]) = (left.root, -difference)
      return (left.root, right.root, -difference)
    }
    (parents[left.root], shifts[left.root]) = (right.root, difference)
    return (right.root, left.root, difference)
  }

  mutating func agrees(_ a: Int, _ b: Int, _ shift: Int) -> Bool {
    root(of: a).shift == root(of: b).shift + shift
  }
}
