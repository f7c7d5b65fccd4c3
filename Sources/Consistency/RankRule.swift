/// Ranks against the counts they rank: a higher count has a lower rank, equal counts share one.
struct RankRule {
  let tables: Tables

  /// Each rank against the next, and what has no rank against the last; of several dimensions the one that fits best.
  func relations() -> [LinearRelation] {
    tables.rates.filter { ["rang", "rank"].contains($0.unit) }.flatMap { ranks in
      tables.counts.filter { $0.figure == ranks.figure }.flatMap { counts in
        ranks.dimensions.map { relations(of: ranks, over: counts, along: $0) }.max { fit($0) < fit($1) } ?? []
      }
    }
  }

  /// How well ranks fit counts along a dimension: only one is the dimension that is ranked.
  private func fit(_ relations: [LinearRelation]) -> Double {
    guard !relations.isEmpty else { return -1 }
    return Double(relations.filter { $0.holds(tables.value) }.count) / Double(relations.count)
  }

  private struct Entry {
    var rank: Double
    var count: Int
  }

  private func relations(of ranks: Block, over counts: Block, along dimension: String) -> [LinearRelation] {
    var columns: [Place: [Entry]] = [:]
    for place in ranks.places where place.label(in: dimension) != nil {
      guard let rank = ranks.only(place), let count = counts.only(counts.settled(place)) else { continue }
      columns[place.removing(dimension), default: []].append(Entry(rank: tables.value(rank), count: count))
    }
    return columns.keys.sorted().flatMap { column -> [LinearRelation] in
      let entries = (columns[column] ?? []).sorted { ($0.rank, $0.count) < ($1.rank, $1.count) }
      return zip(entries, entries.dropFirst()).map(relation) + missing(entries, in: counts, column: column, dimension)
    }
  }

  private func relation(_ higher: Entry, _ lower: Entry) -> LinearRelation {
    let terms = [
      LinearRelation.Term(cell: lower.count, sign: 1), LinearRelation.Term(cell: higher.count, sign: -1),
    ]
    let comparison = higher.rank == lower.rank ? LinearRelation.Comparison.zero : .atMost(-1)
    return LinearRelation(
      kind: .rank, terms: terms, comparison: comparison, subject: lower.count, others: [higher.count])
  }

  /// Counts without a rank that are higher than the last ranked, in a list without gaps.
  private func missing(
    _ entries: [Entry], in counts: Block, column: Place, _ dimension: String
  ) -> [LinearRelation] {
    guard let last = entries.last else { return [] }
    let hasGap = entries.enumerated().contains { index, entry in
      entry.rank != Double(entries.firstIndex { $0.rank == entry.rank }.map { $0 + 1 } ?? index + 1)
    }
    guard !hasGap else { return [] }
    let ranked = Set(entries.map(\.count))
    return counts.places.compactMap { place in
      guard place.label(in: dimension) != nil, place.removing(dimension) == counts.settled(column),
        let cell = counts.only(place), !ranked.contains(cell)
      else { return nil }
      return .bound([.init(cell: cell, sign: 1)], atMost: [.init(cell: last.count, sign: 1)], subject: cell).asRank
    }
  }
}

extension LinearRelation {
  fileprivate var asRank: LinearRelation {
    var copy = self
    copy.kind = .rank
    return copy
  }
}

extension Block {
  /// The place with the whole period filled in, as this block has it.
  func settled(_ place: Place) -> Place {
    place.period == nil && wholePeriod != nil ? place.during(wholePeriod) : place
  }
}
