/// Numbers of persons that stay the same when records are linked anew.
///
/// Old persons and new ones have records in common; each new person gets the number of at most one old one, so that as many
/// records as possible keep theirs (an assignment of the largest sum, exact within each group of persons that share
/// records; Kuhn 1955). Whoever has exactly the records of an old person keeps its number. Persons without one get numbers
/// above all that were given before.
public struct PersonContinuity: Equatable, Sendable {
  /// For each record the number of its person.
  public let numbers: [Int]
  public let counts: Counts

  /// What became of persons, in numbers.
  public struct Counts: Equatable, Sendable {
    /// Persons who keep a number, and those who got a new one.
    public var kept = 0
    public var new = 0
    /// Old persons whose records are of several persons now, and persons who have records of several old ones.
    public var split = 0
    public var merged = 0
    /// Old persons of whom no record is left, and whose number went with another's when they were put together.
    public var gone = 0
    public var absorbed = 0
  }

  /// - Parameters:
  ///   - persons: For each record its person, from 0.
  ///   - earlier: For each record the number that its person had; nil for a record that was not there.
  ///   - names: Of the records, no two the same: ties are decided by the least name, not by the order of rows.
  ///   - known: All numbers that were given before, those of records that are gone too.
  public init(persons: [Int], earlier: [Int?], names: [String], known: Set<Int>) {
    let count = (persons.max() ?? -1) + 1
    var least = [String?](repeating: nil, count: count)
    var shared: [Overlap: Int] = [:]
    for (record, person) in persons.enumerated() {
      if least[person].map({ names[record] < $0 }) ?? true { least[person] = names[record] }
      if let old = earlier[record] { shared[Overlap(person: person, old: old), default: 0] += 1 }
    }
    let order = (0..<count).sorted { (least[$0] ?? "") < (least[$1] ?? "") }
    var rank = [Int](repeating: 0, count: count)
    for (place, person) in order.enumerated() { rank[person] = place }
    let given = Self.assigned(shared, rank: rank)
    var counts = Counts()
    var number = [Int](repeating: 0, count: count)
    var next = (known.max() ?? 0) + 1
    for person in order {
      if let old = given[person] {
        (number[person], counts.kept) = (old, counts.kept + 1)
      } else {
        (number[person], next, counts.new) = (next, next + 1, counts.new + 1)
      }
    }
    let (byOld, byPerson) = (
      Dictionary(grouping: shared.keys, by: \.old), Dictionary(grouping: shared.keys, by: \.person)
    )
    counts.split = byOld.values.count { $0.count > 1 }
    counts.merged = byPerson.values.count { $0.count > 1 }
    counts.gone = known.count { byOld[$0] == nil }
    counts.absorbed = byOld.count - given.count
    (numbers, self.counts) = (persons.map { number[$0] }, counts)
  }

  private struct Overlap: Hashable {
    var person, old: Int
  }

  /// The old number of each person that gets one.
  private static func assigned(_ shared: [Overlap: Int], rank: [Int]) -> [Int: Int] {
    var oldOf: [Int: [Int]] = [:]
    var personsOf: [Int: [Int]] = [:]
    for overlap in shared.keys {
      oldOf[overlap.person, default: []].append(overlap.old)
      personsOf[overlap.old, default: []].append(overlap.person)
    }
    var result: [Int: Int] = [:]
    var isDone = Set<Int>()
    for start in oldOf.keys.sorted(by: { rank[$0] < rank[$1] }) where !isDone.contains(start) {
      var (persons, olds): (Set<Int>, Set<Int>) = ([start], [])
      var waiting = [start]
      while let person = waiting.popLast() {
        for old in oldOf[person, default: []] where olds.insert(old).inserted {
          for other in personsOf[old, default: []] where persons.insert(other).inserted { waiting.append(other) }
        }
      }
      isDone.formUnion(persons)
      let (rows, columns) = (persons.sorted { rank[$0] < rank[$1] }, olds.sorted())
      let weights = rows.map { person in columns.map { shared[Overlap(person: person, old: $0)] ?? 0 } }
      for (row, column) in Self.largest(weights).enumerated() {
        if let column, weights[row][column] > 0 { result[rows[row]] = columns[column] }
      }
    }
    return result
  }

  /// The column of each row in an assignment of the largest sum; nil where there are fewer columns.
  ///
  /// The Hungarian method by shortest augmenting paths, on costs of the largest weight less each weight.
  static func largest(_ weights: [[Int]]) -> [Int?] {
    let (rows, width) = (weights.count, weights.first?.count ?? 0)
    guard rows > 0, width > 0 else { return [Int?](repeating: nil, count: rows) }
    guard rows > 1 || width > 1 else { return [0] }
    let size = max(rows, width)
    let top = weights.reduce(0) { max($0, $1.max() ?? 0) }
    func cost(_ row: Int, _ column: Int) -> Int {
      row < rows && column < width ? top - weights[row][column] : top
    }
    var (rowPrice, columnPrice) = ([Int](repeating: 0, count: size + 1), [Int](repeating: 0, count: size + 1))
    // The row of each column, from 1; 0 where there is none yet.
    var rowOf = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      var way = [Int](repeating: 0, count: size + 1)
      var least = [Int](repeating: .max, count: size + 1)
      var isUsed = [Bool](repeating: false, count: size + 1)
      rowOf[0] = row
      var column = 0
      repeat {
        isUsed[column] = true
        let at = rowOf[column]
        var (step, next) = (Int.max, 0)
        for other in 1...size where !isUsed[other] {
          let reduced = cost(at - 1, other - 1) - rowPrice[at] - columnPrice[other]
          if reduced < least[other] { (least[other], way[other]) = (reduced, column) }
          if least[other] < step { (step, next) = (least[other], other) }
        }
        for other in 0...size {
          if isUsed[other] {
            rowPrice[rowOf[other]] += step
            columnPrice[other] -= step
          } else if least[other] != .max {
            least[other] -= step
          }
        }
        column = next
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[way[column]]
        column = way[column]
      }
    }
    var result = [Int?](repeating: nil, count: rows)
    for column in 1...width where (1...rows).contains(rowOf[column]) { result[rowOf[column] - 1] = column - 1 }
    return result
  }
}
