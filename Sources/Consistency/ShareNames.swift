/// Finds what a share is a share of, from its words.
struct ShareNames {
  typealias Term = LinearRelation.Term
  let tables: Tables
  let series: [Series]

  /// What says that it is a share, or that it is about so much; not what it is a share of.
  private static let shareWords: Set<String> = [
    "aandeel", "percentage", "share", "gemiddeld", "bijna", "circa", "ongeveer",
  ]
  private static let extremes = (low: Set(["laagste", "lowest"]), high: Set(["hoogste", "highest"]))

  // MARK: - In the same figure

  /// Counts of the same figure with the same words or at the same category, over every base that fits.
  func siblings(of index: Int) -> [Quotient] {
    let cell = tables.cells[index]
    let place = tables.place(of: cell)
    let words = Set(Label(cell.measure).words).subtracting(Self.shareWords)
    return tables.counts.filter { $0.figure == cell.figure }.flatMap { block -> [Quotient] in
      guard isSibling(block, words, place), let number = block.only(block.settled(place)) else { return [] }
      return bases(for: number, of: block, at: place, words).compactMap {
        Quotient([Term(cell: number, sign: 1)], over: $0, tables.value)
      }
    }
    .filter { $0.percentage < 100 }
  }

  private func isSibling(_ block: Block, _ words: Set<String>, _ place: Place) -> Bool {
    let others = Set(block.measure.words)
    if words == others { return true }
    return !place.categories.isEmpty && (words.isSubset(of: others) || others.isSubset(of: words))
  }

  /// Totals of the figure, and totals of the report in the same unit, for the same years.
  private func bases(for number: Int, of block: Block, at place: Place, _ words: Set<String>) -> [[Term]] {
    let period = place.period
    let totals = tables.cells.indices.filter { other in
      let cell = tables.cells[other]
      guard cell.status.isHard, cell.value != nil, other != number else { return false }
      let where_ = tables.place(of: cell)
      // A larger count of the same unit, years and figure may be the base without being called a total.
      let isBeside = cell.figure == block.figure && Label.folded(cell.unit) == block.unit && where_.period == period
      guard cell.isTotal || (isBeside && where_.categories.isEmpty && period != nil) else { return false }
      // A total of other places is the base of their shares.
      guard cell.figure != block.figure || Set(where_.categories).isSubset(of: place.categories) else { return false }
      let isSameFigure = cell.figure == block.figure && Block.isCount(unit: cell.unit, measure: cell.measure)
      let isSameUnit = Label.folded(cell.unit) == block.unit && where_.categories.isEmpty
      return (isSameFigure || isSameUnit) && (where_.period == period || where_.period == nil || period == nil)
    }
    let derived = series.compactMap { source -> [Term]? in
      guard case .atLeast(let word) = source.origin, source.unit == block.unit,
        words.contains(where: { $0.hasPrefix(word) })
      else { return nil }
      return source.terms(at: Place(period: period, categories: []))
    }
    return totals.map { [Term(cell: $0, sign: 1)] } + derived
  }

  // MARK: - In other figures

  /// Categories whose label the share's words name, over their total.
  func named(in index: Int) -> [Quotient] {
    let cell = tables.cells[index]
    let all = Label(cell.measure)
    guard all.words.contains(where: { ["aandeel", "share", "percentage"].contains($0) }) else { return [] }
    let place = tables.place(of: cell)
    let printed = Label.allWords(Label.folded(cell.measure + " " + cell.dimensions.map(\.value).joined(separator: " ")))
    let (above, below) = split(cell.measure)
    return tables.counts.indices.flatMap { block -> [Quotient] in
      guard tables.counts[block].figure != cell.figure else { return [] }
      return quotients(above: above, below: below, at: place, in: block, extreme: Set(printed))
    } + combined(above: above, at: place)
  }

  /// `aandeel X in Y`: the words of X and of Y.
  private func split(_ measure: String) -> (above: [String], below: [String]) {
    let words = Label.allWords(Label.folded(measure.prefix { $0 != "(" }.description))
    let cut = words.firstIndex(of: "in") ?? words.endIndex
    let meaning = { (words: ArraySlice<String>) in
      words.filter { !Label.smallWords.contains($0) && !Self.shareWords.contains($0) && $0.count > 1 }
    }
    return (meaning(words[..<cut]), meaning(words[cut...].dropFirst()))
  }

  private func quotients(
    above: [String], below: [String], at place: Place, in index: Int, extreme: Set<String>
  ) -> [Quotient] {
    let block = tables.counts[index]
    guard let base = place.located(in: block), let rest = remainder(of: below, in: block, place: base) else {
      return []
    }
    return block.dimensions.flatMap { dimension -> [Quotient] in
      tables.labels(of: dimension, in: block).compactMap { label in
        let name = Label(label.printed)
        guard !name.words.isEmpty, name.narrowing.isEmpty,
          name.words.allSatisfy({ word in above.contains { Label.haveSameStem($0, word) } })
        else { return nil }
        let left = above.filter { !name.mentions($0) }
        guard left.allSatisfy({ isExplained($0, by: block, dimension) }) else { return nil }
        return quotient(
          of: rest.adding(.init(dimension: dimension, label: label.folded)), over: rest, in: index, extreme: extreme)
      }
    }
  }

  /// The place with the categories that the base's words name; nil when a word remains that says something else.
  private func remainder(of words: [String], in block: Block, place: Place) -> Place? {
    var place = place
    for word in words where !isExplained(word, by: block, nil) {
      let found = block.dimensions.compactMap { dimension -> Place.Category? in
        tables.labels(of: dimension, in: block).first { Label($0.folded).words == [word] }
          .map { .init(dimension: dimension, label: $0.folded) }
      }
      guard found.count == 1 else { return nil }
      place = place.adding(found[0])
    }
    return place
  }

  private func isExplained(_ word: String, by block: Block, _ dimension: String?) -> Bool {
    block.measure.mentions(word) || Label.haveSameStem(block.unit, word)
      || (dimension.map { Label.haveSameStem($0, word) } ?? false)
  }

  private func quotient(of part: Place, over whole: Place, in index: Int, extreme: Set<String>) -> Quotient? {
    guard let source = series.first(where: { $0.block == index && $0.anchor == nil && $0.origin == .read }) else {
      return nil
    }
    let isLow = !extreme.isDisjoint(with: Self.extremes.low)
    let isHigh = !extreme.isDisjoint(with: Self.extremes.high)
    guard isLow || isHigh, let period = whole.period, period.part == nil, !period.isSplit else {
      return single(part, over: whole, in: source)
    }
    let years = period.years.compactMap { year -> Quotient? in
      let single = Period(years: [year])
      return self.single(part.during(single), over: whole.during(single), in: source)
    }
    guard years.count == period.years.count else { return nil }
    return isLow ? years.min { $0.percentage < $1.percentage } : years.max { $0.percentage < $1.percentage }
  }

  private func single(_ part: Place, over whole: Place, in source: Series) -> Quotient? {
    guard let above = source.terms(at: part), let below = source.terms(at: whole) else { return nil }
    return Quotient(above, over: below, tables.value)
  }

  /// *At least* a form, over all.
  private func combined(above: [String], at place: Place) -> [Quotient] {
    guard place.categories.isEmpty else { return [] }
    return series.compactMap { source -> Quotient? in
      guard case .atLeast(let word) = source.origin, above.contains(where: { $0.hasPrefix(word) }) else { return nil }
      let block = tables.counts[source.block]
      let labels = block.dimensions.flatMap { tables.labels(of: $0, in: block) }.map { Label($0.printed) }
        .filter { $0.words.contains { $0.hasPrefix(word) } }
      let isNamed = above.allSatisfy { part in
        isExplained(part, by: block, nil) || labels.contains { $0.words.contains(part) }
      }
      guard isNamed else { return nil }
      let whole = series.first { $0.block == source.block && $0.anchor == nil && $0.origin == .read }
      guard let part = source.terms(at: place), let total = whole?.terms(at: place) else { return nil }
      return Quotient(part, over: total, tables.value)
    }
  }

  /// The same numerator over the totals of other blocks at the same place.
  func overOtherBases(_ quotient: Quotient, at index: Int) -> [Quotient] {
    let place = tables.place(of: tables.cells[index])
    return series.filter { $0.anchor == nil && $0.origin == .read }.compactMap { source in
      guard let located = place.located(in: tables.counts[source.block]), let base = source.terms(at: located),
        base != quotient.base
      else { return nil }
      return Quotient(quotient.numerator, over: base, tables.value)
    }
  }
}

extension Place {
  /// This place in the dimensions of a block: each category under the one dimension that has its label and whose name
  /// ends in the same word. Nil when a category has no counterpart.
  func located(in block: Block) -> Place? {
    var result = Place(period: period ?? block.wholePeriod, categories: [])
    for category in categories {
      let found = block.dimensions.filter { dimension in
        (dimension.hasSuffix(category.dimension) || category.dimension.hasSuffix(dimension))
          && block.places.contains { $0.label(in: dimension) == category.label }
      }
      guard found.count == 1 else { return nil }
      result = result.adding(Category(dimension: found[0], label: category.label))
    }
    return result
  }
}
