internal import Synchronization

/// The counters of one worker. Plain counts fit four bytes, because cases are numbered in four.
struct Tally {
  private var plain: [UInt32]
  private var weighted: [Int]

  init(size: Int) {
    plain = Array(repeating: 0, count: size)
    weighted = Array(repeating: 0, count: size)
  }

  /// A histogram is either plain or weighted, so one of the two is zero everywhere.
  var values: [Int] { zip(plain, weighted).map { Int($0) + $1 } }

  mutating func withCounters(_ body: (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<Int>) -> Void) {
    plain.withUnsafeMutableBufferPointer { plain in
      weighted.withUnsafeMutableBufferPointer { weighted in
        guard let plain = plain.baseAddress, let weighted = weighted.baseAddress else { return }
        body(plain, weighted)
      }
    }
  }
}

/// Hands out the rows in chunks whose size does not depend on the number of workers.
final class ChunkQueue: Sendable {
  private let rowCount: Int
  private let nextRow = Atomic<Int>(0)
  /// Sixteen blocks: rare enough to ask for, and a register of a million cases still makes fifteen chunks to share out.
  private static let chunkSize = 1 << 16

  init(rowCount: Int) { self.rowCount = rowCount }

  func next() -> Range<Int>? {
    let start = nextRow.add(Self.chunkSize, ordering: .relaxed).oldValue
    return start < rowCount ? start..<min(start + Self.chunkSize, rowCount) : nil
  }
}

/// Room for the selections, codes and weights of one block of cases.
struct Scratch {
  private static let block = CountingPass.blockSize
  private let selections: UnsafeMutableBufferPointer<UInt8>
  private let allCodes: UnsafeMutableBufferPointer<UInt16>
  private let allWeights: UnsafeMutableBufferPointer<Int32>
  private let codeCount: Int
  private let keyCount: Int

  init(selectors: Int, codes: Int, keys: Int, weights: Int) {
    selections = .allocate(capacity: selectors * Self.block)
    // One block more than there are codes and keys: it stays zero, for histograms without a row or column axis.
    allCodes = .allocate(capacity: (codes + keys + 1) * Self.block)
    allWeights = .allocate(capacity: weights * Self.block)
    codeCount = codes
    keyCount = keys
    selections.initialize(repeating: 0)
    allCodes.initialize(repeating: 0)
    allWeights.initialize(repeating: 0)
  }

  func deallocate() {
    selections.deallocate()
    allCodes.deallocate()
    allWeights.deallocate()
  }

  func selection(_ index: Int) -> UnsafeMutableBufferPointer<UInt8> { Self.part(selections, index) }
  func codes(_ index: Int) -> UnsafeMutableBufferPointer<UInt16> { Self.part(allCodes, index) }
  func key(_ index: Int) -> UnsafeMutableBufferPointer<UInt16> { Self.part(allCodes, codeCount + index) }
  func weights(_ index: Int) -> UnsafeMutableBufferPointer<Int32> { Self.part(allWeights, index) }
  var zeros: UnsafeMutablePointer<UInt16> {
    Self.part(allCodes, codeCount + keyCount).baseAddress.unsafelyUnwrapped
  }

  private static func part<Value>(
    _ all: UnsafeMutableBufferPointer<Value>, _ index: Int
  ) -> UnsafeMutableBufferPointer<Value> {
    UnsafeMutableBufferPointer(rebasing: all[index * block..<(index + 1) * block])
  }
}
