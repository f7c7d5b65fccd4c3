import Invented
import Testing

@testable import Estimation

struct CountTableTests {
  private static func numbers(_ lists: Int, seed: Int) -> [Double] {
    var generator = ReplicateGenerator(seed: 41, replicate: seed)
    return (0..<(1 << lists)).map { _ in Double(generator.next() % 20) }
  }

  @Test(arguments: 2...7)
  func `sums and products over the cube are those of every subset by itself`(_ lists: Int) {
    let values = Self.numbers(lists, seed: lists)
    let cells = Array(values.indices)
    var (up, down) = (values, values)
    var products = values.map { $0 / 10 + 0.5 }
    let factors = products
    up.withUnsafeMutableBufferPointer { CubeTransform.supersetSums($0.baseAddress!, lists: lists) }
    down.withUnsafeMutableBufferPointer { CubeTransform.subsetSums($0.baseAddress!, lists: lists) }
    products.withUnsafeMutableBufferPointer { CubeTransform.subsetProducts($0.baseAddress!, lists: lists) }
    for cell in cells {
      #expect(up[cell] == cells.filter { $0 & cell == cell }.reduce(0) { $0 + values[$1] })
      #expect(down[cell] == cells.filter { $0 & cell == $0 }.reduce(0) { $0 + values[$1] })
      let product = cells.filter { $0 & cell == $0 }.reduce(1) { $0 * factors[$1] }
      #expect(relativeError(products[cell], product) < 1e-12)
    }
  }

  @Test func `counts, margins and factorials of a small table are those by hand`() throws {
    // A only 4, B only 2, A and B 3, all three 1.
    let table = CountTable(try CaptureHistories(parsing: "A,B,C,count\n1,0,0,4\n0,1,0,2\n1,1,0,3\n1,1,1,1\n"))
    #expect(table.counts == [0, 4, 2, 3, 0, 0, 0, 1])
    #expect(table.margins == [10, 8, 6, 4, 1, 1, 1, 1])
    #expect(table.observed == 10 && table.cells == 8)
    // 4! 2! 3! 1! = 288.
    #expect(relativeError(table.logFactorials, log(288.0)) < 1e-14)
    let saturated = 4 * log(4.0) + 2 * log(2.0) + 3 * log(3.0) - 10 - log(288.0)
    #expect(relativeError(table.saturatedLogLikelihood, saturated) < 1e-14)
  }

  @Test func `a table that is loaded again keeps nothing of what it held`() {
    var table = CountTable(lists: 3)
    #expect(table.counts == [0, 0, 0, 0, 0, 0, 0, 0] && table.margins == table.counts && table.observed == 0)
    table.load([1, 3, 7], [5, 6, 7])
    table.load([2, 3], [1, 2])
    #expect(table.counts == [0, 0, 1, 2, 0, 0, 0, 0] && table.margins == [3, 2, 3, 2, 0, 0, 0, 0])
    #expect(table.observed == 3 && relativeError(table.logFactorials, log(2.0)) < 1e-15)
  }

  @Test func `counts that are not whole have margins and factorials too`() {
    var table = CountTable(lists: 2)
    table.load([1, 2, 3], fractional: [0.5, 1.5, 2])
    #expect(table.counts == [0, 0.5, 1.5, 2] && table.margins == [4, 2.5, 3.5, 2] && table.observed == 4)
    // Γ(1.5) Γ(2.5) 2! = (√π / 2)(3 √π / 4) 2 = 3π / 4.
    #expect(relativeError(table.logFactorials, log(3 * Double.pi / 4)) < 1e-14)
    var whole = CountTable(lists: 2)
    whole.load([1, 2, 3], [5, 1, 2])
    table.load([1, 2, 3], fractional: [5, 1, 2])
    #expect(table.margins == whole.margins && relativeError(table.logFactorials, whole.logFactorials) < 1e-14)
  }
}

struct NormalEquationsTests {
  private static func solve(_ matrix: [[Double]], _ right: [Double], capacity: Int) -> (x: [Double], pivot: Double)? {
    let equations = NormalEquations(capacity: capacity)
    equations.resize(right.count)
    for i in right.indices {
      for j in (i & ~3)..<right.count { equations.row(i)[j] = matrix[i][j] }
      equations.row(i)[right.count] = right[i]
    }
    var x = right
    let pivot = x.withUnsafeMutableBufferPointer { equations.solve(into: $0.baseAddress!, tolerance: 1e-11) }
    return pivot.map { (x, $0) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 9, 13], [1, 20])
  func `systems of any size are solved, and the last pivot is one over the last variance`(_ size: Int, _ capacity: Int)
    throws
  {
    var generator = ReplicateGenerator(seed: 8, replicate: size)
    let roots = (0..<size).map { _ in (0..<size).map { _ in generator.uniform() - 0.5 } }
    let matrix = (0..<size).map { i in
      (0..<size).map { j in roots.reduce(i == j ? 0.3 : 0) { $0 + $1[i] * $1[j] } }
    }
    let x = (0..<size).map { Double($0) - 1.5 }
    let right = matrix.map { zip($0, x).reduce(0) { $0 + $1.0 * $1.1 } }
    let solved = try #require(Self.solve(matrix, right, capacity: capacity))
    for (one, other) in zip(solved.x, x) { #expect(abs(one - other) < 1e-10) }
    let inverse = try #require(SymmetricMatrix.inverse(matrix))
    #expect(relativeError(1 / solved.pivot, inverse[size - 1][size - 1]) < 1e-10)
  }

  @Test(arguments: [[[1.0, 1], [1, 1]], [[0, 0], [0, 1]], [[1, 2], [2, 1]], [[1, 1], [1, 1 + 1e-12]]])
  func `a pivot below its tolerance is no solution`(_ matrix: [[Double]]) {
    #expect(Self.solve(matrix, [1, 1], capacity: 4) == nil)
  }

  @Test func `a pivot is small by the scale of its own diagonal`() throws {
    #expect(try #require(Self.solve([[1e-30, 0], [0, 1]], [1e-30, 2], capacity: 4)).x == [1, 2])
    #expect(Self.solve([[1, 1], [1, 1 + 1e-9]], [1, 1], capacity: 4) != nil)
  }
}
