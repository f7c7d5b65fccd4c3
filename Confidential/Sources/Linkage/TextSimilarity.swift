/// How alike two short texts are, by their bytes; made for folded text of a-z, 0-9 and blanks.
package enum TextSimilarity {
  /// Longer values are compared by their first bytes. A decision: names and streets end long before.
  private static let limit = 64

  /// Jaro's similarity (Jaro 1989): characters match within `max(|a|,|b|)/2 - 1` places; with `m` matches, half of those
  /// out of order being `t`, it is `(m/|a| + m/|b| + (m - t)/m) / 3`. Two empty texts are alike.
  package static func jaro(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
    let (n, k) = (min(a.count, limit), min(b.count, limit))
    guard n > 0, k > 0 else { return n == k ? 1 : 0 }
    let reach = max(0, max(n, k) / 2 - 1)
    var (inA, inB): (UInt64, UInt64) = (0, 0)
    var matches = 0
    for i in 0..<n {
      var j = max(0, i - reach)
      let end = min(k - 1, i + reach)
      while j <= end {
        if a[i] == b[j], inB & (1 << UInt64(j)) == 0 {
          inA |= 1 << UInt64(i)
          inB |= 1 << UInt64(j)
          matches += 1
          break
        }
        j += 1
      }
    }
    guard matches > 0 else { return 0 }
    var misplaced = 0
    var rest = inB
    var left = inA
    while left != 0 {
      if a[left.trailingZeroBitCount] != b[rest.trailingZeroBitCount] { misplaced += 1 }
      left &= left - 1
      rest &= rest - 1
    }
    let m = Double(matches)
    return (m / Double(n) + m / Double(k) + (m - Double(misplaced / 2)) / m) / 3
  }

  /// The set of signs of a text, one bit each: letters, digits and the rest modulo 64.
  package static func signs(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var set: UInt64 = 0
    for byte in text { set |= 1 << UInt64(byte & 63) }
    return set
  }

  /// The most that Jaro-Winkler can be by the signs of both texts: a sign that the other lacks matches nothing.
  @inline(__always)
  package static func mostJaroWinkler(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ signsA: UInt64, _ signsB: UInt64
  ) -> Double {
    let matches = min(
      a.count - (signsA & ~signsB).nonzeroBitCount, b.count - (signsB & ~signsA).nonzeroBitCount)
    guard matches > 0 else { return 0 }
    let m = Double(matches)
    let most = (m / Double(a.count) + m / Double(b.count) + 1) / 3
    var prefix = 0
    while prefix < min(4, a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
    return most + 0.1 * Double(prefix) * (1 - most)
  }

  /// Jaro-Winkler (Winkler 1990): `J + 0.1 min(4, common prefix)(1 - J)`.
  package static func jaroWinkler(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
    let similarity = jaro(a, b)
    var prefix = 0
    while prefix < min(4, a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
    return similarity + 0.1 * Double(prefix) * (1 - similarity)
  }

  /// Whether one text becomes the other by at most one change: a letter added, left out, replaced, or two neighbours
  /// swapped (distance of Damerau and Levenshtein at most 1).
  package static func isOneEditApart(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    if a.count > b.count { return isOneEditApart(b, a) }
    guard b.count - a.count <= 1 else { return false }
    var start = 0
    while start < a.count, a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    let (n, k) = (endA - start, endB - start)
    if n <= 1 && k <= 1 { return true }
    return n == 2 && k == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }

  /// The distance of Damerau and Levenshtein with adjacent swaps (optimal string alignment).
  package static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], before[j - 1] + 1) }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
