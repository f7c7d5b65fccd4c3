/// Matching by blocks, by somebody who sees which entries are of one record: who shares which block with how many others
/// is seen whatever is encoded within. A record whose
/// blocks have sizes that only one person of the list has is a start; whoever shares a block with a match is looked for
/// among those who share one with the person, by sizes and by how alike the encodings are within that block (after
/// Narayanan and Shmatikov 2009).
package struct BlockAttack {
  let setting: AttackSetting
  private static let rounds = 6

  package init(_ setting: AttackSetting) { self.setting = setting }

  /// Log sizes of the blocks of a record, by pass.
  private static func sizes(_ seen: SeenRecords) -> [[UInt8: [Float]]] {
    seen.blocks.map { blocks in
      var sizes: [UInt8: [Float]] = [:]
      for (block, _) in blocks {
        sizes[block.pass, default: []].append(Float(min(seen.members[block]?.count ?? 1, 255)).squareRoot())
      }
      return sizes.mapValues { $0.sorted(by: >) }
    }
  }

  private static func distance(_ left: [UInt8: [Float]], _ right: [UInt8: [Float]]) -> Float {
    var sum: Float = 0
    for pass in BlockPass.allCases {
      let (ours, theirs) = (left[pass.rawValue] ?? [], right[pass.rawValue] ?? [])
      for index in 0..<max(ours.count, theirs.count) {
        sum += abs((index < ours.count ? ours[index] : 0) - (index < theirs.count ? theirs[index] : 0))
      }
    }
    return sum
  }

  package func rate() -> Double {
    let (ours, theirs) = (Self.sizes(setting.encoded), Self.sizes(setting.seenList))
    var match = seeds(ours, theirs)
    var guesses = match
    for _ in 0..<Self.rounds {
      let grown = grown(match, ours, theirs)
      guesses.merge(grown.best) { $1 }
      guard grown.sure != match else { break }
      match = grown.sure
    }
    return setting.rate(of: guesses.mapValues { setting.listNames[$0] })
  }

  /// Records and persons that are each other's nearest by the sizes of their blocks, with no other as near.
  private func seeds(_ ours: [[UInt8: [Float]]], _ theirs: [[UInt8: [Float]]]) -> [Int: Int] {
    var nearest: [(first: Float, second: Float, other: Int)] = []
    var back = [(distance: Float, record: Int, isTied: Bool)](repeating: (.infinity, 0, false), count: theirs.count)
    for (record, sizes) in ours.enumerated() {
      guard setting.encoded.blocks[record].count > 1 else {
        nearest.append((.infinity, .infinity, 0))
        continue
      }
      var near = (first: Float.infinity, second: Float.infinity, other: 0)
      for (other, their) in theirs.enumerated() {
        let distance = Self.distance(sizes, their)
        if distance < near.first {
          near = (distance, near.first, other)
        } else if distance < near.second {
          near.second = distance
        }
        if distance < back[other].distance {
          back[other] = (distance, record, false)
        } else if distance == back[other].distance {
          back[other].isTied = true
        }
      }
      nearest.append(near)
    }
    var seeds: [Int: Int] = [:]
    for (record, near) in nearest.enumerated() where near.first < near.second {
      if back[near.other].record == record, !back[near.other].isTied { seeds[record] = near.other }
    }
    return seeds
  }

  /// Which blocks go together by the matches, and who is found through them.
  private func grown(
    _ match: [Int: Int], _ ours: [[UInt8: [Float]]], _ theirs: [[UInt8: [Float]]]
  ) -> (best: [Int: Int], sure: [Int: Int]) {
    let blocks = together(match)
    var best: [Int: (other: Int, score: Float, second: Float)] = [:]
    var back: [Int: (record: Int, score: Float)] = [:]
    for record in 0..<setting.encoded.count {
      var scores: [Int: Float] = [:]
      for (block, content) in setting.encoded.blocks[record] {
        guard let other = blocks[block], let members = setting.seenList.members[other] else { continue }
        let known = (setting.encoded.members[block] ?? []).filter { match[$0] != nil && $0 != record }.prefix(4)
        for person in members {
          scores[person, default: 0] +=
            1 / Float(members.count).squareRoot()
            + alike(content, block, person, other, known, match)
        }
      }
      let ranked = scores.map { (other: $0.key, score: $0.value - Self.distance(ours[record], theirs[$0.key]) / 8) }
        .sorted { ($1.score, $0.other) < ($0.score, $1.other) }
      guard let first = ranked.first else { continue }
      best[record] = (first.other, first.score, ranked.count > 1 ? ranked[1].score : -.infinity)
      if first.score > back[first.other]?.score ?? -.infinity { back[first.other] = (record, first.score) }
    }
    let sure = best.filter { back[$0.value.other]?.record == $0.key && $0.value.score - $0.value.second > 0.3 }
    return (best.mapValues(\.other), sure.mapValues(\.other))
  }

  /// How well the likeness to those who are matched agrees.
  private func alike(
    _ content: EncodedContent, _ block: SeenRecords.Block, _ person: Int, _ other: SeenRecords.Block,
    _ known: ArraySlice<Int>, _ match: [Int: Int]
  ) -> Float {
    guard let theirs = setting.seenList.blocks[person].first(where: { $0.block == other })?.content else { return 0 }
    var sum: Float = 0
    for record in known {
      guard let matched = match[record],
        let ours = setting.encoded.blocks[record].first(where: { $0.block == block })?.content,
        let other = setting.seenList.blocks[matched].first(where: { $0.block == other })?.content
      else { continue }
      sum +=
        0.5 - 4
        * Float(
          abs(Dice.of(content.filter(.all), ours.filter(.all)) - Dice.of(theirs.filter(.all), other.filter(.all))))
    }
    return sum
  }

  /// For each block the one that most matches put beside it.
  private func together(_ match: [Int: Int]) -> [SeenRecords.Block: SeenRecords.Block] {
    var votes: [SeenRecords.Block: [SeenRecords.Block: Int]] = [:]
    for (record, other) in match {
      for (block, _) in setting.encoded.blocks[record] {
        let size = setting.encoded.members[block]?.count ?? 0
        let candidates = setting.seenList.blocks[other].filter { $0.block.pass == block.pass }.map(\.block)
        let nearest = candidates.min {
          (abs((setting.seenList.members[$0]?.count ?? 0) - size), $0.key)
            < (abs((setting.seenList.members[$1]?.count ?? 0) - size), $1.key)
        }
        if let nearest { votes[block, default: [:]][nearest, default: 0] += 1 }
      }
    }
    return votes.compactMapValues { $0.max { ($0.value, $1.key.key) < ($1.value, $0.key.key) }?.key }
  }
}
