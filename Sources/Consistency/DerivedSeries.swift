extension Tables {
  /// Long enough to tell *seksuele* from *sekse*, short enough to meet *arbeid* in compounds. A decision.
  private static let stemLength = 7
  /// Shorter words (*vrouw*, *drugs*) begin too many others.
  private static let leastStem = 6
  /// Words in a label that also stand apart, for it to combine them.
  private static let combined = 2

  /// Series that follow from what is printed: *at least* one of several combined categories, and what a series loses
  /// when something is left out of it.
  func derivedSeries() -> [Series] {
    counts.indices.flatMap { atLeastSeries(of: $0) + differenceSeries(of: $0) }
  }

  /// In a dimension with combinations (*seksuele en criminele uitbuiting*), the sum of all that mention a word.
  private func atLeastSeries(of index: Int) -> [Series] {
    let block = counts[index]
    return block.dimensions.flatMap { dimension -> [Series] in
      let all = labels(of: dimension, in: block)
      guard all.contains(where: { isCombination($0.printed, among: all.map(\.printed)) }) else { return [] }
      let words = Set(all.flatMap { Label($0.printed).words.map(Tables.stem) }).filter { $0.count >= Self.leastStem }
      return words.sorted().compactMap { word in
        let chosen = all.filter { Label($0.printed).words.contains { $0.hasPrefix(word) } }
        guard chosen.count > 1, chosen.count < all.count else { return nil }
        return Series(
          figure: block.figure, block: index, unit: block.unit, label: block.measure, anchor: nil,
          origin: .atLeast(word), values: sums(of: chosen.map(\.folded), along: dimension, in: block))
      }
    }
  }

  /// Two labels in one: a conjunction between words that also stand apart.
  private func isCombination(_ label: String, among labels: [String]) -> Bool {
    let folded = Label.allWords(Label.folded(label))
    guard folded.contains("en") || folded.contains("and") else { return false }
    let stems = Label(label).words.map(Tables.stem).filter { $0.count >= Tables.leastStem }
    let elsewhere = labels.filter { $0 != label }.flatMap { Label($0).words.map(Tables.stem) }
    return stems.filter(elsewhere.contains).count >= Tables.combined
  }

  private static func stem(_ word: String) -> String { String(word.prefix(stemLength)) }

  /// Added up by place, where every one of the labels is there.
  private func sums(of labels: [String], along dimension: String, in block: Block) -> [Place: [Series.Term]] {
    var parts: [Place: [Series.Term]] = [:]
    for place in block.places {
      guard let label = place.label(in: dimension), labels.contains(label) else { continue }
      parts[place.removing(dimension), default: []] += (block.cells[place] ?? []).map { .init(cell: $0, sign: 1) }
    }
    return parts.filter { $0.value.count >= labels.count }
  }

  /// `A` less `A, exclusief X`: what only X brought in.
  private func differenceSeries(of index: Int) -> [Series] {
    let block = counts[index]
    return block.dimensions.flatMap { dimension in
      exclusions(along: dimension, in: block).compactMap { whole, rest, removed in
        difference(of: index, along: dimension, whole: whole, rest: rest, removed: removed)
      }
    }
  }

  /// Folded labels of which the second leaves something out of the first, and what.
  func exclusions(along dimension: String, in block: Block) -> [(whole: String, rest: String, removed: Label)] {
    let all = labels(of: dimension, in: block)
    let words = Tables.excluding.union(["en"])
    let rests = all.filter { !words.isDisjoint(with: Label.allWords(Label.folded($0.printed))) }
    return all.flatMap { whole in
      rests.compactMap { rest in
        Tables.removed(from: whole.printed, in: rest.printed).map { (whole.folded, rest.folded, $0) }
      }
    }
  }

  private static let excluding: Set<String> = ["exclusief", "excl", "zonder", "excluding", "without"]

  /// What a label takes out of another that it begins with: `EMM` for *Slachtoffers, exclusief EMM* from
  /// *Slachtoffers*.
  ///
  /// Nil where it takes nothing out. A label that excludes already is taken further by *en*: *…, exclusief EMM en OM*.
  static func removed(from whole: String, in rest: String) -> Label? {
    let (short, long) = (Label.folded(whole), Label.folded(rest))
    guard long.count > short.count, long.hasPrefix(short) else { return nil }
    let tail = String(long.dropFirst(short.count))
    let words = Label.allWords(tail)
    let isExclusion = !excluding.isDisjoint(with: words)
    let continuesExclusion = !Label(whole).narrowing.isEmpty && words.first == "en"
    guard isExclusion || continuesExclusion else { return nil }
    return Label(words.filter { !excluding.contains($0) }.joined(separator: " "))
  }

  /// At each place where both are printed.
  private func difference(of index: Int, along dimension: String, whole: String, rest: String, removed: Label)
    -> Series?
  {
    let block = counts[index]
    var values: [Place: [Series.Term]] = [:]
    for place in block.places where place.label(in: dimension) == whole {
      let target = place.removing(dimension)
      guard let total = block.only(place),
        let without = block.only(target.adding(.init(dimension: dimension, label: rest)))
      else { continue }
      values[target] = [.init(cell: total, sign: 1), .init(cell: without, sign: -1)]
    }
    return values.isEmpty
      ? nil
      : Series(
        figure: block.figure, block: index, unit: block.unit, label: removed, anchor: nil, origin: .difference,
        values: values)
  }
}
