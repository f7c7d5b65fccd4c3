import Disclosure
import Model

/// What a chart shows, said in one or two sentences that are computed from its table.
struct Headline {
  let text: String

  init(_ data: ChartData) {
    let sentences: [String?] =
      switch data.table.shape.chart {
      case .lines: [change(in: data, of: leading(in: data)), data.series.count > 1 ? largest(in: data) : nil]
      default: [largest(in: data), change(in: data, of: data.total ?? only(in: data))]
      }
    let said = sentences.compactMap { $0 }
    text = said.isEmpty ? data.table.shape.title[data.language] + "." : said.joined(separator: " ")
  }
}

/// The total, else the series that is largest in the last column of the first panel.
private func leading(in data: ChartData) -> ChartData.Series? {
  if let total = data.total { return total }
  guard let column = data.drawnPanels.first?.columns.last else { return nil }
  return data.ranked(by: column).first
}

/// The one series of a chart that has no parts.
private func only(in data: ChartData) -> ChartData.Series? { data.series.count == 1 ? data.series.first : nil }

/// The largest group in the total column, with its share where that has a meaning.
private func largest(in data: ChartData) -> String? {
  guard let column = data.totalColumn ?? data.drawnPanels.first?.columns.last else { return nil }
  let known = data.series.filter { data.cell($0, column).value.quantity != nil }
  guard data.series.count > 1, known.count == data.series.count,
    let first = known.max(by: { (data.value($0, column) ?? 0) < (data.value($1, column) ?? 0) }),
    let top = data.cell(first, column).value.quantity, top.numerator > 0,
    // Totals beside each other, such as a whole year and a part of it, are no groups.
    !data.table.shape.rows[first.row].isTotal
  else { return nil }
  let tied = known.filter { data.value($0, column) == data.value(first, column) }
  let number = top.formatted(in: data.language) + (data.unit == "%" ? "%" : "")
  let place = column.label.isEmpty ? "" : " in \(column.label)"
  guard tied.count == 1 else {
    let names = tied.map(\.label).joined(separator: data.word(" en ", " and "))
    return data.word("Even groot\(place): \(names), elk \(number).", "Equal\(place): \(names), \(number) each.")
  }
  guard let total = data.total, let whole = data.cell(total, column).value.quantity, data.unit != "%",
    top.denominator == 1, whole.denominator == 1, whole.numerator >= top.numerator
  else {
    return data.word(
      "Grootste\(place): \(first.label) (\(number)).", "Largest\(place): \(first.label) (\(number)).")
  }
  let share = Quantity(numerator: 100 * top.numerator, denominator: whole.numerator, decimals: 0)
  let (all, percent) = (whole.formatted(in: data.language), share.formatted(in: data.language))
  return data.word(
    "Grootste groep\(place): \(first.label) (\(number) van de \(all) \(data.unit), \(percent)%).",
    "Largest group\(place): \(first.label) (\(number) of \(all) \(data.unit), \(percent)%).")
}

/// How a series moved between the last two columns of the first panel, when these are years. Nothing moved across a break.
private func change(in data: ChartData, of series: ChartData.Series?) -> String? {
  guard let series, let columns = data.drawnPanels.first?.columns.suffix(2), columns.count == 2,
    let from = columns.first, let to = columns.last, isYear(from.key), isYear(to.key),
    let before = data.cell(series, from).value.quantity, let after = data.cell(series, to).value.quantity,
    before.denominator == after.denominator
  else { return nil }
  let name = series.style.role == .total ? data.word("Totaal", "Total") : series.label
  let (old, new) = (before.formatted(in: data.language), after.formatted(in: data.language))
  guard data.breakBefore(to) == nil else {
    return data.word(
      "\(name): \(old) in \(from.label), \(new) in \(to.label); deze jaren zijn niet te vergelijken.",
      "\(name): \(old) in \(from.label), \(new) in \(to.label); these years cannot be compared.")
  }
  let difference = after.numerator - before.numerator
  var verdict = data.word("gelijk gebleven", "unchanged")
  if difference != 0, before.numerator > 0, data.unit != "%" {
    let percent = Quantity(numerator: 100 * abs(difference), denominator: before.numerator, decimals: 0)
      .formatted(in: data.language)
    verdict =
      difference > 0
      ? data.word("een stijging van \(percent)%", "a rise of \(percent)%")
      : data.word("een daling van \(percent)%", "a fall of \(percent)%")
  } else if difference != 0 {
    verdict = difference > 0 ? data.word("een stijging", "a rise") : data.word("een daling", "a fall")
  }
  return data.word(
    "\(name): van \(old) in \(from.label) naar \(new) in \(to.label), \(verdict).",
    "\(name): from \(old) in \(from.label) to \(new) in \(to.label), \(verdict).")
}

private func isYear(_ key: String) -> Bool { key.utf8.count == 4 && key.utf8.allSatisfy { (48...57).contains($0) } }

/// What is drawn, and the totals per column, for who cannot see the drawing.
func description(of data: ChartData) -> String {
  let kind =
    switch data.table.shape.chart {
    case .stackedBars: data.word("Gestapelde staven", "Stacked bars")
    case .lines: data.word("Lijnen", "Lines")
    case .rankedBars: data.word("Staven, de grootste bovenaan", "Bars, the largest first")
    case .topTable: data.word("Rangen met staafjes", "Ranks with small bars")
    case .none: ""
    }
  let axes = data.drawnPanels.map(\.name).filter { !$0.isEmpty }
    .joined(separator: data.word(" en per ", " and by "))
  var sentences = [kind + (axes.isEmpty ? "." : data.word(" per ", " by ") + axes + ".")]
  sentences.append(data.word("Getoond: ", "Shown: ") + data.series.map(\.label).joined(separator: "; ") + ".")
  let lead = data.total ?? (data.series.count == 1 ? data.series.first : nil)
  if let lead {
    let columns = data.columns + [data.totalColumn].compactMap { $0 }
    let numbers = columns.map { "\($0.label): \(data.mark(lead, $0))" }.joined(separator: "; ")
    sentences.append("\(lead.label). \(numbers).")
  }
  sentences += data.table.shape.columnBreaks.flatMap(\.breaks).map(data.words)
  sentences.append(data.word("Alle getallen staan in de tabel.", "All numbers are in the table."))
  return sentences.joined(separator: " ")
}
