internal import Glibc

/// How many have a name: the rarer a name two records share, the more that says.
///
/// Per origin where there is one: fifteen surnames cover nearly all Vietnamese, and sharing one says little there. With
/// `n` records of the name `x` and origin `o`, out of `N` of that origin, and `f` the share of `x` among all:
///
///     f(x | o) = (n + a f) / (N + a)
///
/// Kept as logarithms to base 2.
package struct NameFrequency: Sendable {
  private var overall: [Float]
  /// `log2 Σ f²`: what two strangers share by chance.
  package private(set) var mean: Float
  /// The same for two strangers of one origin.
  package private(set) var originMean: Float = 0
  private var keys: [UInt64] = []
  private var shares: [Float] = []
  private var unseen: [Float] = []

  /// The weight of the share among all within an origin, in records. A decision: origins of a dozen records lean on all.
  private static let weight = 10.0

  /// - Parameters:
  ///   - codes: The name of each record; -1 where missing.
  ///   - origins: The origin of each record, or empty.
  package init(_ codes: [Int32], names: Int, origins: LinkRecords.TextField?) {
    var counts = [Int32](repeating: 0, count: names)
    var known = 0
    for code in codes where code >= 0 {
      counts[Int(code)] += 1
      known += 1
    }
    let total = Double(max(1, known))
    overall = counts.map { Float(log2(max(0.5, Double($0)) / total)) }
    mean = Float(log2(max(LinkRecords.TextField.agreement(counts, known), 1e-9)))
    originMean = mean
    guard let origins, !codes.isEmpty else { return }
    var sizes = [Double](repeating: 0, count: origins.values.count)
    var pairs: [KeyedRecord] = []
    for record in codes.indices where codes[record] >= 0 && origins.codes[record] >= 0 {
      sizes[Int(origins.codes[record])] += 1
      pairs.append(KeyedRecord(key: Self.key(codes[record], origins.codes[record]), record: 0))
    }
    pairs.sortByKey()
    unseen = sizes.map { Float(log2(Self.weight / ($0 + Self.weight))) }
    fill(pairs, counts, total, sizes)
  }

  private static func key(_ name: Int32, _ origin: Int32) -> UInt64 { UInt64(name) << 24 | UInt64(origin) }

  private mutating func fill(_ pairs: [KeyedRecord], _ counts: [Int32], _ total: Double, _ sizes: [Double]) {
    var size = 64
    while size < pairs.count * 2 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    shares = [Float](repeating: 0, count: size)
    var start = 0
    var agreeing = 0.0
    while start < pairs.count {
      let key = pairs[start].key
      var end = start
      while end < pairs.count, pairs[end].key == key { end += 1 }
      let f = Double(counts[Int(key >> 24)]) / total
      let share = (Double(end - start) + Self.weight * f) / (sizes[Int(key & 0xFF_FFFF)] + Self.weight)
      var place = Int(truncatingIfNeeded: Hash.mixed(key)) & (size - 1)
      while keys[place] != .max { place = (place + 1) & (size - 1) }
      keys[place] = key
      shares[place] = Float(log2(share))
      agreeing += Double(end - start) * Double(end - start - 1)
      start = end
    }
    let all = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    originMean = Float(log2(max(agreeing / max(1, all), 1e-9)))
  }

  /// By how many bits a shared name is rarer than the average shared name; `origin` is that of both, or -1.
  package func rarity(_ a: Int32, _ b: Int32, origin: Int32) -> Float {
    let share = max(share(a, origin: origin), share(b, origin: origin))
    return (origin >= 0 && !keys.isEmpty ? originMean : mean) - share
  }

  /// `log2` of the share of a name: among all, or in the origin that both records have.
  package func share(_ name: Int32, origin: Int32) -> Float {
    guard origin >= 0, !keys.isEmpty else { return overall[Int(name)] }
    let key = Self.key(name, origin)
    var place = Int(truncatingIfNeeded: Hash.mixed(key)) & (keys.count - 1)
    while keys[place] != .max {
      if keys[place] == key { return shares[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return overall[Int(name)] + unseen[Int(origin)]
  }
}
