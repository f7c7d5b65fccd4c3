internal import Model

/// Rises and falls in per cent against the two counts between which they are: ±100 (b - a) / a, a fall printed
/// positive.
///
/// The measure begins with a word for it and names the series in the others; the first year is named in the words or
/// begins the cell's period. Of several series the nearest counts.
struct GrowthRule {
  let tables: Tables
  let series: [Series]

  private static let rises: Set<String> = ["stijging", "toename", "groei", "rise", "increase", "growth"]
  private static let falls: Set<String> = ["afname", "daling", "fall", "decrease", "decline"]

  /// A change further off than this part of it (of one per cent at least) was never the one that was meant. A decision.
  private static let reach = 0.25

  func contradictions() -> [Contradiction] {
    tables.cells.filter { $0.unit == "%" && $0.status.isHard }.compactMap(contradiction)
  }

  private struct Change {
    var from: [Series.Term]
    var to: [Series.Term]
    var percentage: Double
  }

  private func contradiction(_ cell: TableCell) -> Contradiction? {
    let words = Label(cell.measure).words
    guard let printed = cell.value, let first = words.first, Self.rises.contains(first) || Self.falls.contains(first)
    else {
      return nil
    }
    guard !words.contains("aandeel"), let (from, to) = years(of: cell) else { return nil }
    let nouns = words.dropFirst().filter { Period($0) == nil }
    let sign = Self.falls.contains(first) ? -1.0 : 1
    let changes = series.compactMap { change(in: $0, nouns: Array(nouns), from: from, to: to, sign: sign) }
    guard let nearest = changes.min(by: { abs($0.percentage - printed) < abs($1.percentage - printed) }) else {
      return nil
    }
    let match = Printed.match(nearest.percentage, printed: printed, decimals: cell.decimals)
    guard match != .exact, abs(nearest.percentage - printed) <= Self.reach * max(abs(printed), 1) else { return nil }
    return contradiction(cell, printed, nearest, match)
  }

  /// From the year in the words or the first of the period, to the last year of the cell.
  private func years(of cell: TableCell) -> (from: Period, to: Period)? {
    guard let period = tables.place(of: cell).period, let last = period.years.last else { return nil }
    let named = Label.allWords(cell.measure).compactMap { Period($0) }.first { $0.isSingleYear }
    guard let from = named?.years.first ?? period.years.first, from < last else { return nil }
    return (Period(years: [from]), Period(years: [last]))
  }

  private func change(in series: Series, nouns: [String], from: Period, to: Period, sign: Double) -> Change? {
    guard series.origin == .read, !nouns.isEmpty, nouns.allSatisfy(series.label.mentions) else { return nil }
    let place = Place(period: nil, categories: [])
    guard let before = series.values[place.during(from)], let after = series.values[place.during(to)] else {
      return nil
    }
    let (start, end) = (Quotient.sum(before, tables.value), Quotient.sum(after, tables.value))
    guard start > 0 else { return nil }
    return Change(from: before, to: after, percentage: sign * 100 * (end - start) / start)
  }

  private func contradiction(_ cell: TableCell, _ printed: Double, _ change: Change, _ match: Printed.Match)
    -> Contradiction
  {
    let place = LocalizedText(([cell.figure, cell.measure] + cell.dimensions.map(\.value)).joined(separator: ", "))
    let (start, end) = (Quotient.sum(change.from, tables.value), Quotient.sum(change.to, tables.value))
    let number = NumberText.printed(printed, decimals: cell.decimals)
    let computed = NumberText.printed(change.percentage, decimals: 1)
    let (before, after) = (NumberText.printed(start), NumberText.printed(end))
    return Contradiction(
      report: tables.report.name, figure: cell.figure, kind: .percentage,
      severity: match == .rounding ? .rounding : .error,
      cells: [cell] + (change.from + change.to).map { tables.cells[$0.cell] },
      expected: NumberText.plain(change.percentage, decimals: 1) + "%",
      published: NumberText.plain(printed, decimals: cell.decimals) + "%",
      sentence: place
        + LocalizedText(
          nl: ": hier staat \(number.nl)%, maar van \(before.nl) naar \(after.nl) is \(computed.nl)%.",
          en: ": this says \(number.en)%, but from \(before.en) to \(after.en) is \(computed.en)%."))
  }
}
