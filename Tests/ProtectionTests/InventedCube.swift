import Invented
import Protection

/// A small table with all margins and known counts, and every table that an intruder cannot rule out, by counting them all.
struct InventedCube {
  let cube: CellCube
  let values: [Int]

  /// Dimensions with a hierarchy or without, few persons; the same seed gives the same table.
  init(seed: UInt64, persons: ClosedRange<Int> = 3...6) {
    var generator = SplitMix(seed: seed)
    let shapes: [[[Int]]] = [
      [[-1, 0, 0], [-1, 0, 0, 0]], [[-1, 0, 0, 1, 1], [-1, 0, 0]], [[-1, 0, 0], [-1, 0, 0], [-1, 0, 0]],
      [[-1, 0, 0, 1, 1, 2], [-1, 0, 0]],
    ]
    let shape = shapes.randomElement(using: &generator) ?? shapes[0]
    cube = CellCube(shape.enumerated().map { CellCube.Dimension(name: "d\($0.offset)", parents: $0.element) })
    var leaves = [Int](repeating: 0, count: cube.count)
    let inner = Self.inner(of: cube)
    for _ in 0..<Int.random(in: persons, using: &generator) {
      leaves[inner.randomElement(using: &generator) ?? 0] += 1
    }
    values = cube.totals(of: leaves)
  }

  /// A table of two hierarchies and one flat dimension with so many classes of cells that it counts as a large system.
  static func sparse(seed: UInt64, persons: Int) -> InventedCube {
    var generator = SplitMix(seed: seed)
    func tree(_ branches: Int, _ leaves: Int) -> [Int] {
      [-1] + [Int](repeating: 0, count: branches) + (0..<branches * leaves).map { 1 + $0 / leaves }
    }
    let cube = CellCube([
      .init(name: "area", parents: tree(5, 4)), .init(name: "origin", parents: tree(4, 3)),
      .init(name: "form", parents: [-1, 0, 0, 0, 0, 0]),
    ])
    var leaves = [Int](repeating: 0, count: cube.count)
    let inner = Self.inner(of: cube)
    for _ in 0..<persons {
      // Small numbers are more likely, so that some cells are large and many are small.
      let place = Int.random(in: 0..<inner.count, using: &generator)
      leaves[inner[place * Int.random(in: 0..<inner.count, using: &generator) / inner.count]] += 1
    }
    return InventedCube(cube: cube, values: cube.totals(of: leaves))
  }

  /// Three by three, with a few persons in each cell.
  static func flat(seed: UInt64) -> InventedCube {
    var generator = SplitMix(seed: seed)
    let cube = CellCube([
      .init(name: "a", parents: [-1, 0, 0, 0]), .init(name: "b", parents: [-1, 0, 0, 0]),
    ])
    var leaves = [Int](repeating: 0, count: cube.count)
    for cell in Self.inner(of: cube) { leaves[cell] = [0, 1, 2, 3, 4].randomElement(using: &generator) ?? 0 }
    return InventedCube(cube: cube, values: cube.totals(of: leaves))
  }

  private init(cube: CellCube, values: [Int]) { (self.cube, self.values) = (cube, values) }

  static func inner(of cube: CellCube) -> [Int] {
    (0..<cube.count).filter { cell in
      zip(cube.levels(of: cell), cube.dimensions).allSatisfy { $1.children[$0].isEmpty }
    }
  }

  /// The smallest and largest value of every cell over all tables that agree with what is printed, where hidden cells are
  /// at least `lower`.
  func ranges(hidden: Set<Int>, lower: Int) -> [ClosedRange<Int>?] {
    let inner = Self.inner(of: cube)
    var ranges = [ClosedRange<Int>?](repeating: nil, count: cube.count)
    var leaves = [Int](repeating: 0, count: cube.count)
    func place(_ index: Int, _ left: Int) {
      if index == inner.count - 1 {
        leaves[inner[index]] = left
        let table = cube.totals(of: leaves)
        if table.indices.allSatisfy({ hidden.contains($0) ? table[$0] >= lower : table[$0] == values[$0] }) {
          for cell in table.indices {
            let range = ranges[cell] ?? table[cell]...table[cell]
            ranges[cell] = min(range.lowerBound, table[cell])...max(range.upperBound, table[cell])
          }
        }
        return
      }
      let choices = hidden.contains(inner[index]) ? 0...left : values[inner[index]]...values[inner[index]]
      for count in choices where count <= left {
        leaves[inner[index]] = count
        place(index + 1, left - count)
      }
    }
    place(0, values[0])
    return ranges
  }
}
