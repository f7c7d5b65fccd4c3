/// The functions of an expression. This list is the only one: reading, messages and documentation follow it.
enum FunctionName: String, CaseIterable, Sendable {
  case count, value, total, share, change, ratio, difference, sum, mean, min, max, rank
  case firstYear = "first-year"
  case lastYear = "last-year"
  case lowest, highest
  case lowestSince = "lowest-since"
  case highestSince = "highest-since"
  case years, names, rate, constant
  case delivered, figure, reference
  case seriesBreak = "break"

  /// A way of calling a function.
  struct Form: Equatable {
    /// How many keys (figure, row, column and so on) it may take, or how many terms.
    var keys: ClosedRange<Int>?
    var terms: ClosedRange<Int>?

    static func keys(_ range: ClosedRange<Int>) -> Form { Form(keys: range, terms: nil) }
    static func terms(_ range: ClosedRange<Int>) -> Form { Form(keys: nil, terms: range) }

    func accepts(_ count: Int) -> Bool { (keys ?? terms)?.contains(count) ?? false }
  }

  /// Every way of calling it. A panel is the fourth key, and the column may be left out in a figure with one column;
  /// sixty terms are more than a sentence can hold.
  var forms: [Form] {
    switch self {
    case .count, .value, .rank, .delivered: [.keys(2...4)]
    case .total: [.keys(1...3)]
    case .share: [.keys(3...4), .terms(2...2)]
    case .change: [.keys(4...4), .terms(2...2)]
    case .ratio: [.terms(2...2)]
    case .difference: [.terms(2...2), .keys(4...4)]
    case .sum, .mean, .min, .max: [.terms(2...60)]
    case .firstYear, .lastYear, .figure, .reference, .constant: [.keys(1...1)]
    case .seriesBreak: [.keys(1...2)]
    case .lowest, .highest, .lowestSince, .highestSince, .names: [.keys(3...4)]
    case .years: [.keys(2...3)]
    case .rate: [.keys(3...4), .terms(2...2)]
    }
  }

  /// How it is written, for messages and documentation.
  var usage: String {
    switch self {
    case .count: "count(figure, row, column[, panel])"
    case .value: "value(figure, row, column[, panel])"
    case .total: "total(figure, column[, panel])"
    case .share: "share(figure, row, column[, of row|of all|of KEY]) or share(a, b)"
    case .change: "change(figure, row, from, to) or change(a, b)"
    case .ratio: "ratio(a, b)"
    case .difference: "difference(a, b) or difference(figure, row, from, to)"
    case .sum: "sum(a, b, ...)"
    case .mean: "mean(a, b, ...)"
    case .min: "min(a, b, ...)"
    case .max: "max(a, b, ...)"
    case .rank: "rank(figure, row, column[, panel])"
    case .firstYear: "first-year(figure)"
    case .lastYear: "last-year(figure)"
    case .lowest: "lowest(figure, row, from..to[, panel])"
    case .highest: "highest(figure, row, from..to[, panel])"
    case .lowestSince: "lowest-since(figure, row, year[, panel])"
    case .highestSince: "highest-since(figure, row, year[, panel])"
    case .years: "years(figure[, ROW > ROW|ROW rises|ROW falls], from..to)"
    case .names: "names(figure, column, how-many[, panel])"
    case .rate: "rate(figure, row, column[, panel]) or rate(a, b)"
    case .constant: "constant(name)"
    case .delivered: "delivered(figure, row, column[, panel])"
    case .figure: "figure(figure)"
    case .reference: "reference(figure)"
    case .seriesBreak: "break(figure[, year])"
    }
  }

  /// What it gives, for the documentation.
  var meaning: String {
    switch self {
    case .count: "The whole number of a cell. The column may be left out in a figure with one column."
    case .value: "The number of any cell: a mean, a percentage, a decimal."
    case .total: "The cell in the row of totals."
    case .share: "Per cent: the cell of its column's total, of its row's total, of the grand total or of the row KEY."
    case .change: "Per cent by which a row changed from one column to another; or from a to b."
    case .ratio: "a divided by b."
    case .difference:
      "b taken from a; with keys, the later cell less the earlier one. Of two shares: percentage points."
    case .sum: "All together. Different units of count are never added."
    case .mean: "The arithmetic mean of these numbers."
    case .min: "The lowest of these numbers."
    case .max: "The highest of these numbers."
    case .rank:
      "The place of a row in its column, the largest first; equal numbers share a place. Unknowns, totals and "
        + "summaries take no part."
    case .firstYear: "The first year among the columns."
    case .lastYear: "The last year among the columns."
    case .lowest: "The lowest number of a row over a range of years."
    case .highest: "The highest number of a row over a range of years."
    case .lowestSince:
      "The last year before in which a row had as little or less; for what is the lowest since. An error when there is none."
    case .highestSince:
      "The last year before in which a row had as much or more; for what is the highest since. An error when there is none."
    case .years:
      "How many years a range has; or in how many of them one row is more than another, or a row rises or falls."
    case .names: "The names of the largest rows in a column, in words. An error when the last place is shared."
    case .rate: "So many per 100,000: of the sizes of a figure with a funnel, or of b."
    case .constant:
      "A measure of `constants` in `monitor.yaml`, with its unit and a note of its source; elsewhere it divides or multiplies."
    case .delivered: "For `if` and `claim`: whether the cell has a number."
    case .figure: "Alone in a paragraph: the chart and the table of the figure."
    case .reference: "The name of the figure as a link: figuur 2.3."
    case .seriesBreak:
      "From when the figure is not comparable with before, and why: for a sentence that compares all the same."
    }
  }
}
