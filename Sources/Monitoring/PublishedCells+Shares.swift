import Protection

extension PublishedCells {
  /// A printed share, what it may be the share of, and the count that it stands beside.
  private struct Candidate {
    var share: CountFile.Share
    var place: PublishedPlace
    var part: Int
    var whole: Int
  }

  /// Which count a share goes with, and which dimension its whole leaves out; all of them where that is empty.
  private struct Reading: Hashable {
    var share: String
    var count: String
    var dimension: String
  }

  /// Makes relations of the shares of a file: a share of 25% says of part and whole that part / whole rounds to it.
  ///
  /// What a share is of is nowhere said, so it is found: the whole leaves out one dimension of the part, or all, in the same
  /// file. Where printed counts contradict that, it is another share. Where they cannot say and more than one whole is
  /// possible, nothing is concluded and the share stays a finding. A share that is more than part / whole throughout is one
  /// of those who are known, so the part is no more than that share of the whole.
  ///
  /// - Parameter printed: Whether the shares are printed as they stand; otherwise it is only noted what they are shares of.
  mutating func addShares(of file: CountFile, printed: Bool) {
    // In one order, so that the solver is given the same on every run.
    let candidates = candidates(in: file).sorted {
      ($0.key.share, $0.key.count, $0.key.dimension) < ($1.key.share, $1.key.count, $1.key.dimension)
    }
    for (row, readings) in Dictionary(grouping: candidates, by: { $0.key.share }).sorted(by: { $0.key < $1.key }) {
      let sound = readings.filter { isSound($0.value) }
      let proven = sound.filter { $0.value.contains { isKnown($0) } }
      let chosen = !proven.isEmpty ? proven : readings.count == 1 ? sound : []
      for reading in chosen {
        for candidate in reading.value {
          if printed { addShare(candidate, isOfAll: true) }
          wholesOfShares[Self.name(candidate.place), default: []].insert(candidate.whole)
          judgedShares.insert(row + "\u{1F}" + Self.name(candidate.place))
        }
      }
      guard sound.isEmpty else { continue }
      let ofKnown = readings.filter { $0.value.allSatisfy { !isKnown($0) || isAtLeast($0) } }
      for reading in ofKnown { for candidate in reading.value where printed { addShare(candidate, isOfAll: false) } }
      guard ofKnown.isEmpty else { continue }
      for candidate in readings.flatMap(\.value) { judgedShares.insert(row + "\u{1F}" + Self.name(candidate.place)) }
    }
  }

  /// Whether a share was made a relation, or is the share of something else.
  func isJudged(_ row: CountFile.Row, of file: CountFile) -> Bool {
    judgedShares.contains(
      Self.share(row, file) + "\u{1F}" + Self.name(PublishedPlace(file: file.name, row: row.number)))
  }

  /// What the share in a row is a share of, as far as that was found.
  func wholes(of row: CountFile.Row, in file: CountFile) -> Set<Int> {
    wholesOfShares[Self.name(PublishedPlace(file: file.name, row: row.number))] ?? []
  }

  private static func name(_ place: PublishedPlace) -> String { place.file + "\u{1F}" + String(place.row ?? 0) }

  private static func share(_ row: CountFile.Row, _ file: CountFile) -> String { file.name + "\u{1F}" + row.measure }

  private mutating func candidates(in file: CountFile) -> [Reading: [Candidate]] {
    let shares = file.rows.filter { $0.share != nil }
    guard !shares.isEmpty else { return [:] }
    let window = window(of: file)
    var counts: [[String]: [CountFile.Row]] = [:]
    for row in file.rows where row.value != .none { counts[HiddenRows.name(row), default: []].append(row) }
    var result: [Reading: [Candidate]] = [:]
    for row in shares {
      guard let share = row.share else { continue }
      for count in counts[HiddenRows.name(row)] ?? [] {
        let population = population(of: count)
        guard let part = numbers[key(count, population: population, window: window)] else { continue }
        for dimension in count.categories.map(\.dimension) + (count.categories.count > 1 ? [""] : []) {
          var above = count
          above.categories.removeAll { dimension.isEmpty || $0.dimension == dimension }
          guard let whole = numbers[key(above, population: population, window: window)], whole != part else { continue }
          result[Reading(share: Self.share(row, file), count: count.measure, dimension: dimension), default: []].append(
            Candidate(
              share: share, place: PublishedPlace(file: file.name, row: row.number), part: part, whole: whole))
        }
      }
    }
    return result
  }

  private func isKnown(_ candidate: Candidate) -> Bool {
    system.values[candidate.part] != nil && system.values[candidate.whole] != nil
  }

  /// Whether no printed counts contradict it.
  private func isSound(_ candidates: [Candidate]) -> Bool {
    candidates.allSatisfy { candidate in
      guard let part = system.values[candidate.part], let whole = system.values[candidate.whole] else { return true }
      return isAtLeast(candidate) && candidate.share.least * whole <= 200 * candidate.share.scale * part
    }
  }

  private func isAtLeast(_ candidate: Candidate) -> Bool {
    guard let part = system.values[candidate.part], let whole = system.values[candidate.whole] else { return true }
    return 200 * candidate.share.scale * part <= candidate.share.most * whole
  }

  private mutating func addShare(_ candidate: Candidate, isOfAll: Bool) {
    guard !isKnown(candidate) else { return }
    let part = CellSystem.Term(candidate.part, 200 * candidate.share.scale)
    system.addRelation([part, CellSystem.Term(candidate.whole, -candidate.share.most)], lower: nil, upper: 0)
    guard isOfAll else { return }
    system.addRelation([part, CellSystem.Term(candidate.whole, -candidate.share.least)], lower: 0, upper: nil)
  }
}

extension CountFile {
  /// A percentage as it is printed.
  struct Share: Equatable {
    /// Without its point.
    var digits: Int
    /// 10 with one decimal.
    var scale: Int

    /// 200 · scale · part / whole is from here to `most`.
    var least: Int { 2 * digits - 1 }
    var most: Int { 2 * digits + 1 }

    /// Nil for what is no percentage with at most two decimals.
    init?(_ text: String, unit: String) {
      let units: Set<String> = ["%", "procent", "percent", "per cent", "per 100"]
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard units.contains(unit.lowercased()), parts.count < 3, let whole = Int(parts[0]), (0...100).contains(whole)
      else { return nil }
      guard parts.count == 2 else {
        (digits, scale) = (whole, 1)
        return
      }
      guard (1...2).contains(parts[1].count), let decimals = Int(parts[1]), decimals >= 0 else { return nil }
      scale = parts[1].count == 1 ? 10 : 100
      digits = whole * scale + decimals
    }
  }
}
