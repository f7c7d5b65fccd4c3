/// The counts of a table over all 2^t cells, with the sufficient statistics of every hierarchical model.
///
/// Cell and margin numbers are sets of lists: `counts[w]` persons were on exactly the lists of w, `margins[q]` (N*_q)
/// on all lists of q and perhaps on more. `counts[0]` is zero: those persons are not seen.
struct CountTable: Sendable {
  let lists: Int
  private(set) var counts: [Double]
  private(set) var margins: [Double]
  private(set) var observed: Double
  /// Sum of log N_w!.
  private(set) var logFactorials: Double

  var cells: Int { 1 << lists }

  init(_ histories: CaptureHistories) {
    self.init(lists: histories.lists.count)
    load(histories.entries.map(\.history), histories.entries.map(\.count))
  }

  init(lists: Int) {
    self.lists = lists
    counts = [Double](repeating: 0, count: 1 << lists)
    margins = counts
    observed = 0
    logFactorials = 0
  }

  /// Replaces the counts by numbers that need not be whole, as a correction for linkage errors gives them.
  mutating func load(_ histories: [UInt32], fractional persons: [Double]) {
    load(histories, persons.map { _ in 0 })
    for (history, count) in zip(histories, persons) {
      counts[Int(history)] = count
      margins[Int(history)] = count
      observed += count
      logFactorials += logGamma(count + 1)
    }
    margins.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      CubeTransform.supersetSums(base, lists: lists)
    }
  }

  /// Replaces the counts. `histories` and `persons` run in step.
  mutating func load(_ histories: [UInt32], _ persons: some Sequence<Int>) {
    for index in counts.indices { counts[index] = 0 }
    observed = 0
    logFactorials = 0
    for (history, count) in zip(histories, persons) {
      counts[Int(history)] = Double(count)
      observed += Double(count)
      logFactorials += logFactorial(count)
    }
    for index in counts.indices { margins[index] = counts[index] }
    margins.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      CubeTransform.supersetSums(base, lists: lists)
    }
  }

  /// Log-likelihood of the model in which every cell has its own mean: sum of N log N − N − log N!.
  var saturatedLogLikelihood: Double {
    counts.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 } - observed - logFactorials
  }
}

/// Sums and products over subsets and supersets of all 2^t cells at once, in t passes instead of 3^t steps.
///
/// The four cells that differ in the first two lists form one SIMD vector; the other lists are passes over vectors.
/// Needs t >= 2 and memory aligned to 8 bytes. Each pass adds in a fixed order, so results do not depend on anything.
enum CubeTransform {

  /// `values[q]` becomes the sum of `values[w]` over w containing q.
  @inline(__always)
  static func supersetSums(_ values: UnsafeMutablePointer<Double>, lists: Int) {
    let cells = 1 << lists
    var at = 0
    while at < cells {
      let pair = values[at + 1] + values[at + 3]
      values[at + 2] += values[at + 3]
      values[at] += values[at + 2] + values[at + 1]
      values[at + 1] = pair
      at += 4
    }
    var half = 4
    while half < cells {
      var base = 0
      while base < cells {
        var k = base
        while k < base + half {
          let low = UnsafeMutableRawPointer(values + k)
          let high = UnsafeRawPointer(values + k + half)
          let sum = low.loadUnaligned(as: SIMD4<Double>.self) + high.loadUnaligned(as: SIMD4<Double>.self)
          low.storeBytes(of: sum, as: SIMD4<Double>.self)
          k += 4
        }
        base += 2 * half
      }
      half *= 2
    }
  }

  /// `values[w]` becomes the sum of `values[q]` over q inside w.
  static func subsetSums(_ values: UnsafeMutablePointer<Double>, lists: Int) {
    var half = 1
    while half < 1 << lists {
      for cell in 0..<(1 << lists) where cell & half != 0 { values[cell] += values[cell - half] }
      half *= 2
    }
  }

  /// `values[w]` becomes the product of `values[q]` over q inside w.
  @inline(__always)
  static func subsetProducts(_ values: UnsafeMutablePointer<Double>, lists: Int) {
    let cells = 1 << lists
    var at = 0
    while at < cells {
      let first = values[at]
      let second = values[at + 1]
      values[at + 1] = first * second
      values[at + 3] *= values[at + 2] * values[at + 1]
      values[at + 2] *= first
      at += 4
    }
    var half = 4
    while half < cells {
      var base = 0
      while base < cells {
        var k = base
        while k < base + half {
          let low = UnsafeRawPointer(values + k)
          let high = UnsafeMutableRawPointer(values + k + half)
          let product = low.loadUnaligned(as: SIMD4<Double>.self) * high.loadUnaligned(as: SIMD4<Double>.self)
          high.storeBytes(of: product, as: SIMD4<Double>.self)
          k += 4
        }
        base += 2 * half
      }
      half *= 2
    }
  }
}
