/// How rare a name is, in five classes, from a public list: never from the names of a delivery, which would tell of them.
package struct NameRarity: Sendable {
  private let bands: [String: UInt8]

  /// The band of a name that is not in the list, and the lower bounds of the shares of the others: one in a hundred,
  /// three in a thousand, one in a thousand, three in ten thousand. A decision: each band is some three times as common
  /// as the next.
  package static let rarest: UInt8 = 5
  private static let bounds: [(band: UInt8, share: Double)] = [(1, 0.01), (2, 0.003), (3, 0.001), (4, 0.0003)]

  /// - Parameter counts: Tokens with how many people have them, from a public list.
  package init(counts: [(token: String, count: Int)]) {
    let total = Double(counts.reduce(0) { $0 + $1.count })
    bands = counts.reduce(into: [:]) { bands, one in
      let share = total > 0 ? Double(one.count) / total : 0
      bands[one.token] = Self.bounds.first { share >= $0.share }?.band ?? Self.rarest
    }
  }

  /// 1 for the most common to 5; of several tokens the rarest; 0 when there is none.
  package func band(of tokens: [String]) -> UInt8 { tokens.map { bands[$0] ?? Self.rarest }.max() ?? 0 }
}
