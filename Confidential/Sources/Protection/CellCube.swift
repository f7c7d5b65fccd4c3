/// A table with all its margins: every combination of one level of each dimension.
///
/// A dimension is a tree of levels: 0 is the total, and each other level has a parent before it. Cells are numbered with the
/// last dimension running fastest.
public struct CellCube: Equatable, Sendable {
  public struct Dimension: Equatable, Sendable {
    public var name: String
    /// The parent of each level; -1 for the total, which comes first.
    public var parents: [Int]
    /// The levels below each level.
    public var children: [[Int]]

    public init(name: String, parents: [Int]) {
      self.name = name
      self.parents = parents
      children = parents.map { _ in [] }
      for (level, parent) in parents.enumerated() where parent >= 0 { children[parent].append(level) }
    }

    var count: Int { parents.count }
  }

  public let dimensions: [Dimension]
  private let strides: [Int]

  public init(_ dimensions: [Dimension]) {
    self.dimensions = dimensions
    var strides = [Int](repeating: 1, count: dimensions.count)
    for index in stride(from: dimensions.count - 2, through: 0, by: -1) {
      strides[index] = strides[index + 1] * dimensions[index + 1].count
    }
    self.strides = strides
  }

  public var count: Int { dimensions.reduce(1) { $0 * $1.count } }
  public func cell(_ levels: [Int]) -> Int { zip(levels, strides).reduce(0) { $0 + $1.0 * $1.1 } }
  public func levels(of cell: Int) -> [Int] {
    dimensions.indices.map { cell / strides[$0] % dimensions[$0].count }
  }

  /// The counts of every cell from those of the leaves; other entries of `leaves` must be zero.
  public func totals(of leaves: [Int]) -> [Int] {
    var result = leaves
    for (index, dimension) in dimensions.enumerated() {
      for cell in 0..<count {
        let level = cell / strides[index] % dimension.count
        guard dimension.children[level].isEmpty, result[cell] != 0 else { continue }
        var parent = dimension.parents[level]
        while parent >= 0 {
          result[cell + (parent - level) * strides[index]] += result[cell]
          parent = dimension.parents[parent]
        }
      }
    }
    return result
  }

  /// Every cell printed, with an equation for each total over each dimension.
  public func system(values: [Int]) -> CellSystem {
    var system = CellSystem(values: values)
    for (index, dimension) in dimensions.enumerated() {
      for cell in 0..<count {
        let level = cell / strides[index] % dimension.count
        let children = dimension.children[level]
        guard !children.isEmpty else { continue }
        system.addSum(of: children.map { cell + ($0 - level) * strides[index] }, equals: cell)
      }
    }
    return system
  }
}
