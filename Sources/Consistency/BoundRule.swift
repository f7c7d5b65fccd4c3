/// Parts and wholes: what narrows cannot exceed what it narrows, and no person is reported less than once.
struct BoundRule {
  let tables: Tables

  /// Within each figure, and between series; bounds that hold are among them, since a repair may break them.
  func relations(among series: [Series]) -> [LinearRelation] {
    exclusions() + ofWhich() + limits() + persons(among: series) + subsets(among: series)
  }

  private func bound(_ small: Int, atMost large: Int) -> LinearRelation {
    .bound([.init(cell: small, sign: 1)], atMost: [.init(cell: large, sign: 1)], subject: small)
  }

  // MARK: - Within a figure

  /// `A, exclusief X` never exceeds `A`.
  private func exclusions() -> [LinearRelation] {
    tables.counts.flatMap { block in
      block.dimensions.flatMap { dimension -> [LinearRelation] in
        tables.exclusions(along: dimension, in: block).flatMap { whole, rest, _ in
          pairs(in: block, along: dimension, small: rest, large: whole)
        }
      }
    }
  }

  private func pairs(in block: Block, along dimension: String, small: String, large: String) -> [LinearRelation] {
    block.places.compactMap { place in
      guard place.label(in: dimension) == small, let part = block.only(place) else { return nil }
      let whole = place.removing(dimension).adding(.init(dimension: dimension, label: large))
      return block.only(whole).map { bound(part, atMost: $0) }
    }
  }

  /// *Waarvan …* is part of the line before it.
  private func ofWhich() -> [LinearRelation] {
    let cells = tables.cells
    return cells.indices.compactMap { index in
      guard isOfWhich(cells[index]), cells[index].status.isHard, cells[index].value != nil else { return nil }
      let period = tables.place(of: cells[index]).period
      let before = cells[..<index].lastIndex {
        $0.figure == cells[index].figure && $0.unit == cells[index].unit && !isOfWhich($0) && $0.status.isHard
          && $0.value != nil && tables.place(of: $0).period == period
      }
      return before.map { bound(index, atMost: $0) }
    }
  }

  private func isOfWhich(_ cell: TableCell) -> Bool {
    Label(cell.measure).isOfWhich || cell.dimensions.contains { Label($0.value).isOfWhich }
  }

  /// The lowest is at most the mean, the mean at most the highest.
  private func limits() -> [LinearRelation] {
    let steps = [
      Set(["ondergrens", "laagste", "minimum", "jongste", "lowest", "youngest"]),
      Set(["gemiddelde", "mediaan", "mean", "median"]),
      Set(["bovengrens", "hoogste", "maximum", "oudste", "highest", "oldest"]),
    ]
    var groups: [String: [(step: Int, cell: Int)]] = [:]
    for (index, cell) in tables.cells.enumerated() where cell.status.isHard && cell.value != nil {
      let words = Label.allWords(Label.folded(([cell.measure] + cell.dimensions.map(\.value)).joined(separator: " ")))
      guard let step = steps.firstIndex(where: { !$0.isDisjoint(with: words) }) else { continue }
      let rest = words.filter { !steps[step].contains($0) }
      groups[([cell.figure, cell.unit] + rest).joined(separator: " "), default: []].append((step, index))
    }
    return groups.keys.sorted().flatMap { key -> [LinearRelation] in
      let members = groups[key] ?? []
      return members.flatMap { low in members.filter { $0.step > low.step }.map { bound(low.cell, atMost: $0.cell) } }
    }
  }

  // MARK: - Across figures

  /// Reports of persons against the persons: each has at least one.
  private func persons(among series: [Series]) -> [LinearRelation] {
    let blocks = series.filter { $0.anchor == nil && $0.origin == .read }
    return blocks.flatMap { reports in
      blocks.filter { $0.unit != reports.unit && Self.names($0.unit, in: reports.label) }.flatMap { persons in
        dominated(persons, by: reports)
      }
    }
  }

  /// `meldingen van slachtoffers` names the unit `slachtoffers`.
  private static func names(_ unit: String, in label: Label) -> Bool { label.words.contains(unit) }

  /// A series below its superset: same unit, one label a narrower form of the other, or more than one report per unit.
  private func subsets(among series: [Series]) -> [LinearRelation] {
    series.flatMap { small in
      series.filter { large in isSuperset(large, of: small) }.flatMap { large in dominated(small, by: large) }
    }
  }

  private func isSuperset(_ large: Series, of small: Series) -> Bool {
    guard small.block != large.block, small.unit == large.unit, small.anchor == nil, small.origin == .read else {
      return false
    }
    switch large.origin {
    case .atLeast(let word):
      return small.label.words.contains { $0.hasPrefix(word) } && small.label.words.count > 2
    case .read:
      return large.anchor == nil && !large.label.words.isEmpty && large.label.words.first == small.label.words.first
        && large.label.isContained(in: small.label)
        && tables.counts[large.block].measure != tables.counts[small.block].measure
    case .difference: return false
    }
  }

  /// Five places in common; fewer hold by chance. A decision, like the three below.
  private static let leastPlaces = 5
  /// A whole more than twice its part is another quantity; parts below five are taken for five.
  private static let (farthest, smallestPart) = (2.0, 5.0)

  /// Bounds at every common place, when almost everywhere the one is above the other and of its size: in four places of
  /// five at most equal, in half of them less.
  private func dominated(_ small: Series, by large: Series) -> [LinearRelation] {
    let pairs = small.places.compactMap { place -> LinearRelation? in
      guard let left = small.values[place], let right = large.terms(at: place),
        sum(right) <= Self.farthest * max(sum(left), Self.smallestPart)
      else {
        return nil
      }
      return .bound(left, atMost: right, subject: left[0].cell)
    }
    let holding = pairs.filter { $0.holds(tables.value) }.count
    let strict = pairs.filter { $0.excess(tables.value) < -Printed.slack }.count
    let isMost = 5 * holding >= 4 * pairs.count && pairs.count - holding <= Surprise.mostSlips(in: pairs.count)
    return pairs.count >= Self.leastPlaces && isMost && 2 * strict >= pairs.count ? pairs : []
  }

  private func sum(_ terms: [Series.Term]) -> Double { terms.reduce(0) { $0 + $1.sign * tables.value($1.cell) } }
}
