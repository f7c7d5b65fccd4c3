/// Graph matching: encodings that are alike stand for names that are alike. Both are laid beside each other as graphs, at
/// first by how each is alike to its nearest, then by how alike it is to those that are matched already (after Vidanage,
/// Christen, Ranbaduge and Schnell 2020, and Schäfer, Armknecht and Heng 2024).
package struct GraphAttack {
  let setting: AttackSetting

  /// Neighbours in the first comparison, rounds after it, and anchors of a round.
  private static let (neighbours, rounds, mostAnchors) = (16, 10, 96)
  /// Of more nodes the most frequent: the similarities of all pairs are kept.
  private static let mostNodes = 3_000

  package init(_ setting: AttackSetting) { self.setting = setting }

  private struct Graph {
    /// Records of each node.
    var nodes: [[Int]]
    var similarities: [[Float]]

    init(_ seen: SeenRecords) {
      var groups: [[UInt64]: [Int]] = [:]
      for record in 0..<seen.count {
        guard let all = seen.filter(record, .all), all.contains(where: { $0 != 0 }) else { continue }
        groups[all + (seen.filter(record, .forename) ?? []), default: []].append(record)
      }
      nodes = Array(
        groups.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.prefix(GraphAttack.mostNodes))
      let filters = nodes.map { records in records.first.flatMap { seen.filter($0, .all) } ?? [] }
      similarities = filters.map { one in filters.map { Float(Dice.of(one, $0)) } }
    }

    /// How often it comes, and how alike its nearest are.
    func features(_ node: Int) -> [Float] {
      let nearest = similarities[node].sorted(by: >).dropFirst().prefix(GraphAttack.neighbours)
      let padding = [Float](repeating: 0, count: GraphAttack.neighbours - nearest.count)
      return [Float(min(nodes[node].count, 64)).squareRoot()] + nearest + padding
    }
  }

  package func rate() -> Double {
    let (encoded, list) = (Graph(setting.encoded), Graph(setting.seenList))
    guard encoded.nodes.count > 1, list.nodes.count > 1 else { return 0 }
    let theirs = list.nodes.indices.map { list.features($0) }
    var matches = Self.matches(encoded.nodes.indices.map { encoded.features($0) }, theirs)
    for round in 1...Self.rounds {
      let wanted = min(Self.mostAnchors, max(8, encoded.nodes.count * round / (2 * Self.rounds)))
      let anchors = matches.anchors.prefix(wanted)
      guard anchors.count > 2 else { break }
      let profiles = encoded.nodes.indices.map { node in anchors.map { encoded.similarities[node][$0.ours] } }
      let others = list.nodes.indices.map { node in anchors.map { list.similarities[node][$0.theirs] } }
      matches = Self.matches(profiles, others)
    }
    var guesses: [Int: String] = [:]
    for (node, match) in matches.best.enumerated() {
      for record in encoded.nodes[node] { guesses[record] = setting.listNames[list.nodes[match][0]] }
    }
    return setting.rate(of: guesses)
  }

  private struct Matches {
    /// Of each of ours, the nearest of theirs.
    var best: [Int]
    /// Those that are each other's nearest, the surest first.
    var anchors: [(ours: Int, theirs: Int)]
  }

  private static func matches(_ ours: [[Float]], _ theirs: [[Float]]) -> Matches {
    var best = [Int](repeating: 0, count: ours.count)
    var margin = [Float](repeating: 0, count: ours.count)
    var back = [(distance: Float, node: Int)](repeating: (.infinity, 0), count: theirs.count)
    for (node, features) in ours.enumerated() {
      var (first, second) = (Float.infinity, Float.infinity)
      for (other, their) in theirs.enumerated() {
        let distance = distance(features, their)
        if distance < first {
          (second, first) = (first, distance)
          best[node] = other
        } else if distance < second {
          second = distance
        }
        if distance < back[other].distance { back[other] = (distance, node) }
      }
      margin[node] = second - first
    }
    let mutual = ours.indices.filter { back[best[$0]].node == $0 }.sorted { (margin[$1], $0) < (margin[$0], $1) }
    return Matches(best: best, anchors: mutual.map { ($0, best[$0]) })
  }

  private static func distance(_ left: [Float], _ right: [Float]) -> Float {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        var sum: Float = 0
        for index in 0..<left.count { sum += abs(left[index] - right[index]) }
        return sum
      }
    }
  }
}
