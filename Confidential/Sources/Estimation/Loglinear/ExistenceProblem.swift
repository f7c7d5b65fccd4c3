/// Whether a model has a unique maximum likelihood estimate on a table, decided without fitting it.
///
/// After the cells that contain a term with N*_q = 0 are deleted (their mean is exactly zero), with A the 0/1 design
/// of the other terms on the kept cells:
///
/// - the maximum is unique when A has full column rank; the rank is found by elimination modulo the prime 2^61 − 1,
///   where full rank proves full rank over the rationals;
/// - the maximum exists when some x > 0 has A'x = A'N (Fienberg & Rinaldo 2012): maximise s subject to A'x = A'y,
///   x_w >= s, s <= 1; it exists when s > 0. Only which counts are zero matters, so y is 1 where N > 0 and 0
///   elsewhere, which keeps every coefficient a small integer.
struct ExistenceProblem {
  let cells: [Int]
  /// The terms that are not at minus infinity, the constant last.
  let columns: [Int]
  let support: [Bool]

  init(terms: [UInt32], table: CountTable, includingHidden: Bool = false) {
    let deleted = terms.filter { $0 != 0 && table.margins[Int($0)] == 0 }.map(Int.init)
    columns = terms.map(Int.init).filter { $0 != 0 && !deleted.contains($0) } + [0]
    cells = ((includingHidden ? 0 : 1)..<table.cells).filter { cell in !deleted.contains { cell & $0 == $0 } }
    support = cells.map { $0 == 0 || table.counts[$0] > 0 }
  }

  /// Whether no two sets of parameters give the same means.
  var isIdentifiable: Bool { independentColumns(on: cells).count == columns.count }

  /// The columns that depend on none before them, over these cells, by elimination modulo a prime.
  func independentColumns(on cells: [Int]) -> [Int] {
    var rows = cells.map { cell in columns.map { cell & $0 == $0 ? UInt64(1) : 0 } }
    var independent: [Int] = []
    for column in columns.indices {
      let rank = independent.count
      guard rank < rows.count else { break }
      guard let pivot = rows[rank...].firstIndex(where: { $0[column] != 0 }) else { continue }
      rows.swapAt(rank, pivot)
      let inverse = PrimeField.inverse(rows[rank][column])
      for row in (rank + 1)..<rows.count where rows[row][column] != 0 {
        let factor = PrimeField.product(rows[row][column], inverse)
        for k in column..<columns.count {
          rows[row][k] = PrimeField.difference(rows[row][k], PrimeField.product(factor, rows[rank][k]))
        }
      }
      independent.append(columns[column])
    }
    return independent
  }

  /// The columns by number that each cell has, and their sums over the cells with persons.
  var programme: (rows: [[(column: Int, value: Double)]], target: [Double]) {
    var target = [Double](repeating: 0, count: columns.count)
    let rows = cells.enumerated().map { position, cell in
      let entries = columns.indices.filter { cell & columns[$0] == columns[$0] }.map { (column: $0, value: 1.0) }
      if support[position] { for entry in entries { target[entry.column] += 1 } }
      return entries
    }
    return (rows, target)
  }

  /// Whether the likelihood has a maximum at finite values: a slack above 1e-7, the tolerance of the solver. Other software
  /// compares with nought, which rounding can miss.
  var hasMaximum: Bool {
    let (rows, target) = programme
    return (ExistenceProgramme.slack(rows: rows, columns: columns.count, target: target) ?? 0) > 1e-7
  }
}

/// Arithmetic modulo the Mersenne prime 2^61 − 1.
private enum PrimeField {
  static let prime: UInt64 = (1 << 61) - 1

  static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    let sum = (low & prime) + ((low >> 61) | (high << 3))
    return sum >= prime ? sum - prime : sum
  }

  static func difference(_ a: UInt64, _ b: UInt64) -> UInt64 { a >= b ? a - b : a + prime - b }

  /// a to the power prime − 2.
  static func inverse(_ a: UInt64) -> UInt64 {
    var result: UInt64 = 1
    var base = a
    var exponent = prime - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}
