/// A random number by which a partner knows its own row again, and nobody else anything.
package struct RowNumber: Hashable, Comparable, Sendable {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  package static func random(using generator: inout some RandomNumberGenerator) -> RowNumber {
    RowNumber(high: generator.next(), low: generator.next())
  }

  package static func < (left: RowNumber, right: RowNumber) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  /// 32 hexadecimal digits.
  package var text: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
