/// Matching of blocks by what is within them: of every block it is seen who is how alike and who shares a year, a sex or
/// a town. A block of the list with the same picture is laid beside it, and the people in it by their place in the
/// picture. All that is left to somebody who cannot tell which entries are of one record.
package struct WithinBlocksAttack {
  let setting: AttackSetting
  /// A block of more people is compared by as many pairs.
  private static let mostPairs = 300

  package init(_ setting: AttackSetting) { self.setting = setting }

  private struct Picture {
    var block: SeenRecords.Block
    var members: [Int]
    /// How alike each is to the others together, and all pairs, both from the most alike.
    var rows: [Float]
    var pairs: [Float]
  }

  /// The share of named entries of which the full name was guessed.
  package func rate() -> Double {
    var (right, all) = (0, 0)
    for record in 0..<setting.encoded.count where !setting.truth[record].isEmpty {
      all += setting.encoded.blocks[record].count
    }
    for pass in BlockPass.allCases {
      let ours = pictures(setting.encoded, pass)
      let theirs = pictures(setting.seenList, pass)
      for (one, other) in Self.matches(ours, theirs) {
        for (record, person) in zip(ours[one].members, theirs[other].members) {
          let name = setting.listNames[person]
          if !name.isEmpty, setting.truth[record] == name { right += 1 }
        }
      }
    }
    return all == 0 ? 0 : Double(right) / Double(all)
  }

  private func pictures(_ seen: SeenRecords, _ pass: BlockPass) -> [Picture] {
    let blocks = seen.members.filter { $0.key.pass == pass.rawValue && $0.value.count > 1 }
      .sorted { ($0.value[0], $0.key.key) < ($1.value[0], $1.key.key) }
    return blocks.map { block, members in
      let contents = members.compactMap { member in
        seen.blocks[member].first { $0.block == block }?.content
      }
      let filters = contents.map { $0.filter(.all) }
      var rows = [Float](repeating: 0, count: contents.count)
      var pairs: [Float] = []
      for left in contents.indices {
        for right in contents.indices.dropFirst(left + 1) {
          let alike = Float(Dice.of(filters[left], filters[right])) + Self.shared(contents[left], contents[right])
          rows[left] += alike
          rows[right] += alike
          pairs.append(alike)
        }
      }
      let order = rows.indices.sorted { (rows[$1], $0) < (rows[$0], $1) }
      return Picture(
        block: block, members: order.map { members[$0] }, rows: order.map { rows[$0] },
        pairs: Array(pairs.sorted(by: >).prefix(Self.mostPairs)))
    }
  }

  private static func shared(_ left: EncodedContent, _ right: EncodedContent) -> Float {
    typealias Slot = BlockContent.Slot
    let slots = [Slot.year, Slot.month, Slot.day, Slot.nationality, Slot.city, Slot.sex] + Slot.windows
    return slots.reduce(0) { sum, slot in
      let (one, other) = (left.token(slot), right.token(slot))
      return sum + (one != 0 && one == other ? 0.25 : 0)
    }
  }

  /// Blocks that are each other's nearest picture.
  private static func matches(_ ours: [Picture], _ theirs: [Picture]) -> [(Int, Int)] {
    var best = [Int?](repeating: nil, count: ours.count)
    var back = [(distance: Float, place: Int)](repeating: (.infinity, -1), count: theirs.count)
    for (place, one) in ours.enumerated() {
      var nearest = Float.infinity
      for (index, other) in theirs.enumerated()
      where abs(one.members.count - other.members.count) * 3 <= one.members.count {
        let distance = distance(one, other)
        if distance < nearest { (nearest, best[place]) = (distance, index) }
        if distance < back[index].distance { back[index] = (distance, place) }
      }
    }
    return best.enumerated().compactMap { place, other in
      other.flatMap { back[$0].place == place ? (place, $0) : nil }
    }
  }

  private static func distance(_ left: Picture, _ right: Picture) -> Float {
    var sum: Float = 0
    for index in 0..<max(left.pairs.count, right.pairs.count) {
      let ours = index < left.pairs.count ? left.pairs[index] : 0
      sum += abs(ours - (index < right.pairs.count ? right.pairs[index] : 0))
    }
    return sum / Float(max(1, left.pairs.count))
  }
}
