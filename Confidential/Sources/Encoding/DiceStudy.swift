/// Measures the join on filters of a fixed seed: half of the right ones are left ones with some positions changed.
public enum DiceStudy {
  /// - Returns: How many pairs were found.
  public static func join(count: Int, bits: Int, permille: Int) -> (pairs: Int, join: () -> Int) {
    var generator = SipStream(SipHash(low: 1, high: 2))
    var (left, right) = (FilterTable(wordCount: bits / 64), FilterTable(wordCount: bits / 64))
    for number in 0..<count {
      // Three in eight and a half of the positions, as filters of names are.
      let filter = (0..<bits / 64).map { _ in generator.next() & (generator.next() | generator.next()) }
      left.append(filter)
      var other = filter
      for _ in 0..<bits / 16 where number % 2 == 0 {
        let bit = Int(generator.next() % UInt64(bits))
        other[bit >> 6] ^= 1 << UInt64(bit & 63)
      }
      if number % 2 == 1 {
        other = (0..<bits / 64).map { _ in generator.next() & (generator.next() | generator.next()) }
      }
      right.append(other)
    }
    let tables = (left, right)
    return (count / 2, { DiceJoin(atLeast: permille).pairs(of: tables.0, and: tables.1).count })
  }
}
