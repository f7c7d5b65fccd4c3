/// What a block says, seen from one side: the whole block, or one of its categories with that dimension taken away.
struct Series {
  typealias Term = LinearRelation.Term

  /// Where the numbers come from.
  var figure: String
  var block: Int
  var unit: String
  /// Measure, and the category taken.
  var label: Label
  /// Of the category alone; empty for a whole block.
  var anchor: Label?
  /// How it was made.
  var origin: Origin
  /// Sums of signed cells by place.
  var values: [Place: [Term]]
  /// Cells without a number, with bounds on one, by place.
  var withheld: [Place: Int] = [:]

  enum Origin: Equatable {
    /// Read from the table.
    case read
    /// The sum of the categories that mention a word: everyone with *at least* that form.
    case atLeast(String)
    /// The difference between a series and the same series without something.
    case difference
  }

  /// In order.
  var places: [Place] { values.keys.sorted() }

  /// The words with which the figure's name says what it is about; `fig-2.3` says nothing.
  var subject: Set<String> {
    let parts = figure.split { "-._ ".contains($0) }.map { Label.folded(String($0)) }
    return Set(parts.filter { !$0.contains(where: \.isNumber) }).subtracting(Self.generic)
  }

  /// What a figure may be called whatever it is about.
  private static let generic: Set<String> = [
    "tekst", "overig", "overige", "text", "other", "fig", "figuur", "figure", "tab", "tabel", "table", "sheet", "blad",
  ]
}

extension Tables {
  /// Every block as a whole, and every category of it.
  func readSeries() -> [Series] {
    counts.indices.flatMap { index -> [Series] in
      let block = counts[index]
      var whole = series(
        of: index, label: block.measure, anchor: nil, values: terms(in: block, without: nil, label: nil))
      whole.withheld = withheld(in: block, without: nil, label: nil)
      var result = [whole]
      for dimension in block.dimensions {
        for (label, printed) in labels(of: dimension, in: block) {
          let values = terms(in: block, without: dimension, label: label)
          guard !values.isEmpty else { continue }
          var found = series(
            of: index, label: Label(block.measure.text + " " + printed), anchor: Label(printed), values: values)
          found.withheld = withheld(in: block, without: dimension, label: label)
          result.append(found)
        }
      }
      return result
    }
  }

  private func series(
    of block: Int, label: Label, anchor: Label?, values: [Place: [Series.Term]]
  ) -> Series {
    Series(
      figure: counts[block].figure, block: block, unit: counts[block].unit, label: label, anchor: anchor, origin: .read,
      values: values)
  }

  /// Folded labels of a dimension, each with one of its printed spellings, in order.
  func labels(of dimension: String, in block: Block) -> [(folded: String, printed: String)] {
    var printed: [String: String] = [:]
    for place in block.places {
      guard let label = place.label(in: dimension), printed[label] == nil, let cell = block.cells[place]?.first else {
        continue
      }
      printed[label] = cells[cell].dimensions.first { spelling.label($0.value) == label }?.value ?? label
    }
    return printed.keys.sorted().map { ($0, printed[$0] ?? $0) }
  }

  /// One cell a place without a number, as `terms`.
  private func withheld(in block: Block, without dimension: String?, label: String?) -> [Place: Int] {
    var result: [Place: Int] = [:]
    for (place, numbers) in block.withheld where numbers.count == 1 {
      if let dimension, place.label(in: dimension) != label { continue }
      result[dimension.map(place.removing) ?? place] = numbers[0]
    }
    return result
  }

  /// Cells by place; with a label, those of that category, its dimension taken away.
  ///
  /// Cells that differ only in brackets add up.
  private func terms(in block: Block, without dimension: String?, label: String?) -> [Place: [Series.Term]] {
    var result: [Place: [Series.Term]] = [:]
    for place in block.places {
      if let dimension, place.label(in: dimension) != label { continue }
      let target = dimension.map(place.removing) ?? place
      result[target] = (block.cells[place] ?? []).map { Series.Term(cell: $0, sign: 1) }
    }
    return result
  }
}

extension Series {
  /// The sum at a place, years added up to the period where the period itself is not printed.
  func terms(at place: Place) -> [Term]? {
    if let found = values[place] { return found }
    guard let period = place.period, period.isSeveralYears else { return nil }
    let years = period.years.map { values[place.during(Period(years: [$0]))] }
    return years.contains { $0 == nil } ? nil : years.flatMap { $0 ?? [] }
  }
}
