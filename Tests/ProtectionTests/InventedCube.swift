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
