/// Solves the normal equations of Newton's method: a symmetric positive definite matrix and one right-hand side.
///
/// The right-hand side is a column of the matrix, so elimination (LDL') substitutes forward by itself. Rows are padded
/// to whole SIMD vectors; products are added one by one in a fixed order, never fused.
final class NormalEquations {
  private(set) var size = 0
  /// Of the matrix that was solved last.
  var logDeterminant: Double { (0..<size).reduce(0) { $0 + log(row($1)[$1]) } }
  private var stride = 0
  private var capacity: Int
  private var values: UnsafeMutablePointer<Double>
  private let width = 4

  init(capacity parameters: Int) {
    let rows = parameters + 1
    capacity = rows * ((rows + 7) / 4 * 4)
    values = .allocate(capacity: capacity)
    values.initialize(repeating: 0, count: capacity)
  }

  deinit { values.deallocate() }

  /// Makes room for a system of this size; what it holds is undefined until every element is set.
  func resize(_ parameters: Int) {
    size = parameters
    stride = (parameters + 1 + width - 1) / width * width
    let needed = stride * parameters
    guard needed > capacity else { return }
    values.deallocate()
    capacity = needed
    values = .allocate(capacity: needed)
    values.initialize(repeating: 0, count: needed)
  }

  /// Row `i`; only elements from the diagonal on are read, the right-hand side at `size`.
  @inline(__always)
  func row(_ i: Int) -> UnsafeMutablePointer<Double> { values + i * stride }

  /// Solves into `solution`; returns the last pivot, or nil when some pivot is below `tolerance` times its diagonal.
  ///
  /// The determinant is left in `logDeterminant`. The last pivot is 1 / (last diagonal element of the inverse): the variance of the last parameter.
  func solve(into solution: UnsafeMutablePointer<Double>, tolerance: Double) -> Double? {
    var lastPivot = 0.0
    for k in 0..<size {
      solution[k] = row(k)[k]
    }
    for k in 0..<size {
      let pivotRow = row(k)
      let pivot = pivotRow[k]
      guard pivot > tolerance * solution[k], pivot > 0 else { return nil }
      lastPivot = pivot
      eliminate(below: k, pivotRow, 1 / pivot)
    }
    var k = size - 1
    while k >= 0 {
      let source = row(k)
      var sum = source[size]
      var j = k + 1
      while j < size {
        sum -= source[j] * solution[j]
        j += 1
      }
      solution[k] = sum / source[k]
      k -= 1
    }
    return lastPivot
  }

  @inline(__always)
  private func eliminate(below k: Int, _ pivotRow: UnsafeMutablePointer<Double>, _ inverse: Double) {
    var i = k + 1
    while i < size {
      let factor = pivotRow[i] * inverse
      if factor != 0 {
        let target = row(i)
        let factors = SIMD4<Double>(repeating: factor)
        var j = i & ~3
        while j <= size {
          let from = UnsafeRawPointer(pivotRow + j).loadUnaligned(as: SIMD4<Double>.self)
          let to = UnsafeMutableRawPointer(target + j)
          to.storeBytes(of: to.loadUnaligned(as: SIMD4<Double>.self) - factors * from, as: SIMD4<Double>.self)
          j += 4
        }
      }
      i += 1
    }
  }
}
