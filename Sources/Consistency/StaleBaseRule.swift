internal import Model

/// The n of a figure that is last year's number of what it is about.
///
/// Its title shares at least two words, the unit left out, with a series of two years elsewhere in the report; the n is
/// not that year's number but the one of the year before. Then it may have stayed behind from an earlier edition.
struct StaleBaseRule {
  let tables: Tables
  let series: [Series]

  /// Below this two numbers are equal too easily. A decision, like those below.
  private static let least = 10.0
  /// One word in common (*slachtoffers*) says too little.
  private static let sharedWords = 2
  /// Words are the same from this many letters on: *ontmoet* and *ontmoetingsplaatsen*.
  private static let stem = 6

  func contradictions() -> [Contradiction] {
    tables.report.figures.flatMap { entry in
      tables.cells.indices.compactMap { index in
        let cell = tables.cells[index]
        guard cell.figure == entry.figure, let base = entry.base, cell.value == base else { return nil }
        return contradiction(index, title: Label(entry.title))
      }
    }
  }

  private func contradiction(_ total: Int, title: Label) -> Contradiction? {
    let cell = tables.cells[total]
    let place = tables.place(of: cell)
    guard cell.isTotal, cell.status.isHard, let value = cell.value, value >= Self.least, place.categories.isEmpty,
      let this = place.period, let before = this.before.map(place.during),
      Block.isCount(unit: cell.unit, measure: cell.measure)
    else { return nil }
    let same = series.first { other in
      guard other.origin == .read, other.anchor == nil, other.figure != cell.figure, let now = other.values[place],
        now.count == 1,
        let then = other.values[before], then.count == 1
      else { return false }
      return tables.value(then[0].cell) == value && tables.value(now[0].cell) != value
        && shares(title, other.label, besides: other.unit)
    }
    guard let same, let now = same.values[place]?.first, let then = same.values[before]?.first else { return nil }
    return contradiction(total, now: now.cell, then: then.cell, this)
  }

  private func shares(_ title: Label, _ label: Label, besides unit: String) -> Bool {
    let common = Set(label.words).filter { word in
      word != unit && title.words.contains { zip(word, $0).prefix { $0 == $1 }.count >= Self.stem }
    }
    return common.count >= Self.sharedWords
  }

  private func contradiction(_ total: Int, now: Int, then: Int, _ period: Period) -> Contradiction {
    let (name, isYear) = (period.printed, period.isSingleYear)
    let cell = tables.cells[total]
    let (number, current) = (NumberText.printed(tables.value(total)), NumberText.printed(tables.value(now)))
    let wording = RelationWording(tables: tables)
    let (place, other) = (wording.place(cell), wording.place(tables.cells[then]))
    return Contradiction(
      report: tables.report.name, figure: cell.figure, kind: .plausibility, severity: .note,
      cells: [total, now, then].map { tables.cells[$0] }, expected: NumberText.plain(tables.value(now)),
      published: NumberText.plain(tables.value(total)),
      sentence: place
        + LocalizedText(
          nl:
            ": hier staat \(number.nl), het getal van \(isYear ? "het jaar" : "de periode") ervoor (\(other.nl)); voor \(name.nl) staat daar "
            + "\(current.nl). Is dit de n van een eerdere editie?",
          en:
            ": this says \(number.en), the number of the \(isYear ? "year" : "period") before (\(other.en)); for \(name.en) that says "
            + "\(current.en). Is this the n of an earlier edition?"))
  }
}
