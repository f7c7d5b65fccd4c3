/// A table of some dimensions with fixed categories, and which of its margins are taken.
///
/// The cells of the whole table are numbered with the last dimension running fastest. What cannot be is left out of the
/// domain before anything is counted, so that it tells nothing about the data.
package struct MarginalDomain: Equatable, Sendable {
  /// How many categories each dimension has.
  package let sizes: [Int]
  /// Whether each cell of the whole table can be.
  package let isPossible: [Bool]
  /// The dimensions of each margin, ascending; shorter ones first.
  package let margins: [[Int]]
  /// Of each margin, for each cell of the whole table the cell of the margin it is a part of.
  let places: [[Int32]]
  /// Of each margin how many cells it has.
  package let marginSizes: [Int]
  /// Of each margin, whether some cell of the whole table that can be is a part of each of its cells.
  package let isPossibleInMargin: [[Bool]]

  /// As much as is worked with: 8 MB a margin.
  package static let largestCellCount = 2_000_000

  /// All margins of 1 to `order` dimensions.
  /// - Precondition: between 1 and the number of dimensions are crossed; no more cells than `largestCellCount`.
  package init(sizes: [Int], order: Int, isPossible: ([Int]) -> Bool = { _ in true }) {
    precondition(order >= 1 && order <= sizes.count, "as many dimensions are crossed as there are, or fewer")
    let count = sizes.reduce(1, *)
    precondition(count <= Self.largestCellCount, "the table is larger than is worked with")
    self.sizes = sizes
    margins = (1...order).flatMap { Self.choices($0, of: sizes.count) }
    marginSizes = margins.map { $0.reduce(1) { $0 * sizes[$1] } }
    var places = margins.map { _ in [Int32](repeating: 0, count: count) }
    var possible = [Bool](repeating: true, count: count)
    var categories = sizes.map { _ in 0 }
    for cell in 0..<count {
      possible[cell] = isPossible(categories)
      for (index, margin) in margins.enumerated() {
        places[index][cell] = Int32(margin.reduce(0) { $0 * sizes[$1] + categories[$1] })
      }
      for dimension in sizes.indices.reversed() {
        categories[dimension] += 1
        if categories[dimension] < sizes[dimension] { break }
        categories[dimension] = 0
      }
    }
    self.places = places
    self.isPossible = possible
    isPossibleInMargin = places.enumerated().map { [marginSizes] index, places in
      var isPossible = [Bool](repeating: false, count: marginSizes[index])
      for (cell, place) in places.enumerated() where possible[cell] { isPossible[Int(place)] = true }
      return isPossible
    }
  }

  package var cellCount: Int { isPossible.count }

  /// The cell of the whole table with these categories.
  package func cell(of categories: [Int]) -> Int {
    zip(sizes, categories).reduce(0) { $0 * $1.0 + $1.1 }
  }

  /// The categories of a cell of the whole table.
  package func categories(of cell: Int) -> [Int] {
    var rest = cell
    return sizes.reversed().map { size in
      defer { rest /= size }
      return rest % size
    }.reversed()
  }

  /// The categories of a cell of a margin, in the order of its dimensions.
  package func categories(of cell: Int, inMargin margin: Int) -> [Int] {
    var rest = cell
    return margins[margin].reversed().map { dimension in
      defer { rest /= sizes[dimension] }
      return rest % sizes[dimension]
    }.reversed()
  }

  /// The margins of a table.
  package func marginals<Number: AdditiveArithmetic>(of table: [Number]) -> [[Number]] {
    margins.indices.map { margin in
      var sums = [Number](repeating: .zero, count: marginSizes[margin])
      for (cell, place) in places[margin].enumerated() { sums[Int(place)] += table[cell] }
      return sums
    }
  }

  private static func choices(_ count: Int, of all: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return (0..<all).flatMap { last in choices(count - 1, of: last).map { $0 + [last] } }
  }
}
