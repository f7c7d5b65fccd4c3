/// Which classes are near a class: along relations, each step at the price of the class it leads to.
struct Neighbourhood {
  private let rows: [HiddenRow]
  private let rowsOf: [[Int]]
  /// The classes of each row, the cheap ones first; ties in order of number.
  private let byWeight: [[Int]]

  /// What a step costs besides the price, in persons: near before free.
  private static let step = 3.0

  init(_ rows: [HiddenRow], weights: [Double]) {
    self.rows = rows
    var rowsOf = [[Int]](repeating: [], count: weights.count)
    for (index, row) in rows.enumerated() { for term in row.terms { rowsOf[term.column].append(index) } }
    self.rowsOf = rowsOf
    byWeight = rows.map { row in row.terms.map(\.column).sorted { (weights[$0], $0) < (weights[$1], $1) } }
  }

  /// The nearest classes, `first` before them, at most `size`.
  func classes(near first: Int, size: Int, price: (Int) -> Double?) -> [Int] {
    var found = [first]
    var isFound: Set<Int> = [first]
    var isOpened: Set<Int> = []
    var queue = PriceQueue()
    func advance(_ row: Int, _ place: Int, base: Double) {
      var place = place
      while place < byWeight[row].count {
        if !isFound.contains(byWeight[row][place]), let price = price(byWeight[row][place]) {
          queue.push(.init(cost: base + price + Self.step, base: base, row: row, place: place))
          return
        }
        place += 1
      }
    }
    func open(_ found: Int, at cost: Double) {
      for row in rowsOf[found] where isOpened.insert(row).inserted { advance(row, 0, base: cost) }
    }
    open(first, at: 0)
    while found.count < size, let entry = queue.pop() {
      let next = byWeight[entry.row][entry.place]
      if isFound.insert(next).inserted {
        found.append(next)
        open(next, at: entry.cost)
      }
      advance(entry.row, entry.place + 1, base: entry.base)
    }
    return found
  }

  /// Places of classes that no row ties to the others, together; a row with one class alone ties nothing.
  func parts(of classes: [Int]) -> [[Int]] {
    var sets = DisjointSets(count: classes.count)
    var firstOf: [Int: Int] = [:]
    for (place, found) in classes.enumerated() {
      for row in rowsOf[found] {
        if let first = firstOf[row] { sets.join(first, place) } else { firstOf[row] = place }
      }
    }
    var partOf: [Int: Int] = [:]
    var parts: [[Int]] = []
    for place in classes.indices {
      let root = sets.root(of: place)
      if partOf[root] == nil {
        partOf[root] = parts.count
        parts.append([])
      }
      parts[partOf[root] ?? 0].append(place)
    }
    return parts
  }

  /// The rows that these classes are in, in their terms alone: the column of a class is its place.
  func rows(of classes: [Int]) -> [HiddenRow] {
    var placeOf: [Int: Int] = [:]
    for (place, found) in classes.enumerated() { placeOf[found] = place }
    var seen: Set<Int> = []
    var result: [HiddenRow] = []
    for found in classes {
      for row in rowsOf[found] where seen.insert(row).inserted {
        let terms = rows[row].terms.compactMap { term in placeOf[term.column].map { ($0, term.coefficient) } }
        result.append(
          HiddenRow(
            terms: terms.map { (column: $0.0, coefficient: $0.1) }, lower: rows[row].lower, upper: rows[row].upper))
      }
    }
    return result
  }
}

/// Rows by the price of their next class: a binary heap; ties go to the smaller row.
private struct PriceQueue {
  struct Entry {
    var cost: Double
    var base: Double
    var row: Int
    var place: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.cost != right.cost ? left.cost < right.cost : left.row < right.row
    }
  }

  private var heap: [Entry] = []

  mutating func push(_ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == parent { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
