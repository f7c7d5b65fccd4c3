import Disclosure
import Model

/// What a chart shows, said in one or two sentences that are computed from its table.
///
/// Lines say first how the total (or the line that ends highest) moved between the last two years, then which group is
/// largest; the others say first which is largest, then how the total (or the only row) moved. What cannot be said with
/// certainty is left out; with nothing to say it is the title of the table.
struct Headline {
  let text: String

  init(_ data: ChartData) {
    let sentences: [String?] =
      switch data.table.shape.chart {
      case .lines: [change(in: data, of: leading(in: data)), data.series.count > 1 ? largest(in: data) : nil]
      case .stackedBars, .rankedBars, .topTable, .none:
        [largest(in: data), change(in: data, of: data.total ?? only(in: data))]
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

/// The largest group in the total column (else the last of the first panel), with its share where that has a meaning.
///
/// Nothing is said unless every row of several has a number and the largest is above zero. Its share `100 k / n` is said
/// when both are whole numbers of persons or things and the total is not below the part; it is rounded half up to whole
/// per cent. Rows of the same size are named together.
private func largest(in data: ChartData) -> String? {
  guard let column = data.totalColumn ?? data.drawnPanels.first?.columns.last else { return nil }
  let known = data.series.filter { data.cell($0, column).value.isSettled }
  guard data.series.count > 1, known.count == data.series.count,
    let first = known.max(by: { (data.value($0, column) ?? 0) < (data.value($1, column) ?? 0) }),
    let top = data.cell(first, column).value.quantity, top.numerator > 0,
    // Totals beside each other, such as a whole year and a part of it, are no groups.
    !data.table.shape.rows[first.row].isTotal
  else { return nil }
  let tied = known.filter { data.value($0, column) == data.value(first, column) }
  let number = top.formatted(in: data.language) + (data.isInPerCent ? "%" : "")
  let place = column.label.isEmpty ? "" : " in \(column.label)"
  guard tied.count == 1 else {
    let names = tied.map(\.label).joined(separator: LocalizedText(nl: " en ", en: " and ")[data.language])
    return LocalizedText(
      nl: "Even groot\(place): \(names), elk \(number).", en: "Equal\(place): \(names), \(number) each.")[data.language]
  }
  guard let total = data.total, let whole = data.cell(total, column).value.quantity, !data.isInPerCent,
    top.denominator == 1, whole.denominator == 1, whole.numerator >= top.numerator
  else {
    return LocalizedText(
      nl: "Grootste\(place): \(first.label) (\(number)).", en: "Largest\(place): \(first.label) (\(number)).")[
        data.language]
  }
  let share = Quantity(numerator: 100 * top.numerator, denominator: whole.numerator, decimals: 0)
  let (all, percent) = (whole.formatted(in: data.language), share.formatted(in: data.language))
  return LocalizedText(
    nl: "Grootste groep\(place): \(first.label) (\(number) van de \(all) \(data.unit), \(percent)%).",
    en: "Largest group\(place): \(first.label) (\(number) of \(all) \(data.unit), \(percent)%).")[data.language]
}

/// How a series moved between the last two columns of the first panel, when these are years. Nothing moved across a break.
///
/// From `a` to `b` the change is `100 |b − a| / a` per cent, rounded half up; without a percentage when `a` is zero or the
/// numbers are percentages themselves.
private func change(in data: ChartData, of series: ChartData.Series?) -> String? {
  guard let series, let columns = data.drawnPanels.first?.columns.suffix(2), columns.count == 2,
    let from = columns.first, let to = columns.last, isYear(from.key), isYear(to.key)
  else { return nil }
  if let unsettled = standing(in: data, of: series, from, to) { return unsettled }
  guard let before = data.cell(series, from).value.quantity, let after = data.cell(series, to).value.quantity,
    before.denominator == after.denominator
  else { return nil }
  let name = name(of: series, in: data)
  let (old, new) = (before.formatted(in: data.language), after.formatted(in: data.language))
  guard data.breakBefore(to) == nil else {
    return LocalizedText(
      nl: "\(name): \(old) in \(from.label), \(new) in \(to.label); deze jaren zijn niet te vergelijken.",
      en: "\(name): \(old) in \(from.label), \(new) in \(to.label); these years cannot be compared.")[data.language]
  }
  if data.table.openChanges.contains(OpenChange(row: series.row, from: from.index, to: to.index)) {
    return LocalizedText(
      nl: "\(name): van \(old) in \(from.label) naar \(new) in \(to.label), geen duidelijke verandering.",
      en: "\(name): from \(old) in \(from.label) to \(new) in \(to.label), no clear change.")[data.language]
  }
  let difference = after.numerator - before.numerator
  var verdict = LocalizedText(nl: "gelijk gebleven", en: "unchanged")[data.language]
  if difference != 0, before.numerator > 0, !data.isInPerCent {
    let percent = Quantity(numerator: 100 * abs(difference), denominator: before.numerator, decimals: 0)
      .formatted(in: data.language)
    verdict =
      difference > 0
      ? LocalizedText(nl: "een stijging van \(percent)%", en: "a rise of \(percent)%")[data.language]
      : LocalizedText(nl: "een daling van \(percent)%", en: "a fall of \(percent)%")[data.language]
  } else if difference != 0 {
    verdict =
      difference > 0
      ? LocalizedText(nl: "een stijging", en: "a rise")[data.language]
      : LocalizedText(nl: "een daling", en: "a fall")[data.language]
  }
  return LocalizedText(
    nl: "\(name): van \(old) in \(from.label) naar \(new) in \(to.label), \(verdict).",
    en: "\(name): from \(old) in \(from.label) to \(new) in \(to.label), \(verdict).")[data.language]
}

private func name(of series: ChartData.Series, in data: ChartData) -> String {
  series.style.role == .total ? LocalizedText(nl: "Totaal", en: "Total")[data.language] : series.label
}

/// How two years stand beside each other when one of them is provisional or was not delivered: nothing moved from one
/// to the other that can be told yet. Nil when both are settled, and when neither has a number.
private func standing(
  in data: ChartData, of series: ChartData.Series, _ from: ChartData.Column, _ to: ChartData.Column
) -> String? {
  let values = [from, to].map { data.cell(series, $0).value }
  guard !values.allSatisfy(\.isSettled), values.contains(where: { $0.quantity != nil }),
    values.allSatisfy({ $0.quantity != nil || $0.absence == .notDelivered })
  else { return nil }
  let parts = zip([from, to], values).map { column, value in
    let word = value.isSettled ? "" : " (\(CellState.provisional.label[data.language]))"
    let number = value.quantity.map { $0.formatted(in: data.language) + (data.isInPerCent ? "%" : "") + word }
    return (number ?? value.state.label[data.language])
      + LocalizedText(nl: " in \(column.label)", en: " in \(column.label)")[data.language]
  }
  return name(of: series, in: data) + ": " + parts.joined(separator: ", ")
    + LocalizedText(
      nl: "; deze jaren zijn nog niet te vergelijken.", en: "; these years cannot be compared yet.")[data.language]
}

extension CellValue {
  /// Whether it is a number that no delivery can change any more.
  var isSettled: Bool { quantity != nil && state != .provisional }
}

private func isYear(_ key: String) -> Bool { key.utf8.count == 4 && key.utf8.allSatisfy { (48...57).contains($0) } }

/// What is drawn, and the totals per column, for who cannot see the drawing: the kind of chart, its axes, its rows, the
/// numbers of the total or the only row, the breaks, and where the other numbers are.
func description(of data: ChartData) -> String {
  let kind =
    switch data.table.shape.chart {
    case .stackedBars: LocalizedText(nl: "Gestapelde staven", en: "Stacked bars")[data.language]
    case .lines: LocalizedText(nl: "Lijnen", en: "Lines")[data.language]
    case .rankedBars: LocalizedText(nl: "Staven, de grootste bovenaan", en: "Bars, the largest first")[data.language]
    case .topTable: LocalizedText(nl: "Rangen met staafjes", en: "Ranks with small bars")[data.language]
    case .none: ""
    }
  let axes = data.drawnPanels.map(\.name).filter { !$0.isEmpty }
    .joined(separator: LocalizedText(nl: " en per ", en: " and by ")[data.language])
  var sentences = [kind + (axes.isEmpty ? "." : LocalizedText(nl: " per ", en: " by ")[data.language] + axes + ".")]
  sentences.append(
    LocalizedText(nl: "Getoond: ", en: "Shown: ")[data.language] + data.series.map(\.label).joined(separator: "; ")
      + ".")
  let lead = data.total ?? (data.series.count == 1 ? data.series.first : nil)
  if let lead {
    let columns = data.columns + [data.totalColumn].compactMap { $0 }
    let numbers = columns.map { "\($0.label): \(data.mark(lead, $0))" }.joined(separator: "; ")
    sentences.append("\(lead.label). \(numbers).")
  }
  sentences += data.table.shape.columnBreaks.flatMap(\.breaks).map(data.words)
  sentences.append(
    LocalizedText(nl: "Alle getallen staan in de tabel.", en: "All numbers are in the table.")[data.language])
  return sentences.joined(separator: " ")
}
