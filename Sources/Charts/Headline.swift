import Disclosure
import Model

/// What a chart shows, said in one or two whole sentences that are computed from its table.
///
/// Lines say first how the total (or the line that ends highest) moved between the last two years, then which group is
/// largest; the others say first which is largest, then how the total (or the only row) moved. What cannot be said with
/// certainty is left out; with nothing to say there is no headline.
struct Headline {
  let text: String?

  init(_ data: ChartData) {
    let sentences: [String?] =
      switch data.table.shape.chart {
      case .lines:
        [change(in: data, of: leading(in: data)), data.series.count > 1 ? largest(in: data) : nil]
      case .stackedBars, .rankedBars, .topTable, .none:
        [largest(in: data), change(in: data, of: data.total ?? only(in: data))]
      }
    let said = sentences.compactMap { $0 }
    text = said.isEmpty ? nil : said.joined(separator: " ")
  }
}

/// The total, else the series that is largest in the last column of the first panel.
private func leading(in data: ChartData) -> ChartData.Series? {
  if let total = data.total { return total }
  guard let column = data.drawnPanels.first?.columns.last else { return nil }
  return data.ranked(by: column).first
}

/// The one series of a chart that has no parts.
private func only(in data: ChartData) -> ChartData.Series? {
  data.series.count == 1 ? data.series.first : nil
}

/// The largest group in the total column (else the last of the first panel), with its share where that has a meaning.
///
/// Nothing is said unless every row of several has a number and the largest is above zero. Who is not known is no group;
/// where they are more than the largest, the sentence says so. Its share `100 k / n` is said when both are whole numbers
/// of persons or things and the total is not below the part; it is rounded half up to whole per cent. Rows of the same
/// size are named together, unless all are.
private func largest(in data: ChartData) -> String? {
  guard let column = data.totalColumn ?? data.drawnPanels.first?.columns.last, data.hasGroups else { return nil }
  let known = data.series.filter { $0.style.role != .unknown }
  guard data.series.count > 1, data.series.allSatisfy({ data.cell($0, column).value.isSettled }),
    let first = known.max(by: { (data.value($0, column) ?? 0) < (data.value($1, column) ?? 0) }),
    let top = data.cell(first, column).value.quantity, top.numerator > 0,
    // Totals beside each other, such as a whole year and a part of it, are no groups.
    !data.table.shape.rows[first.row].isTotal
  else { return nil }
  let tied = known.filter { data.value($0, column) == data.value(first, column) }
  let number = top.formatted(in: data.language) + (data.isInPerCent ? "%" : "")
  let place = data.place(of: column)
  guard tied.count == 1 else {
    let names = tied.map(\.label)
    let and = LocalizedText(nl: " en ", en: " and ")[data.language]
    let list = names.dropLast().joined(separator: ", ") + and + (names.last ?? "")
    return LocalizedText(
      nl: "\(list) zijn\(place) even groot, elk \(number), en het grootst.",
      en: "\(list) are equally large\(place), \(number) each, and the largest.")[data.language]
  }
  // `23-29` alone reads as a number.
  let isClass = first.label.first?.isLetter == false && first.label.contains(where: \.isNumber)
  let told =
    isClass
    ? LocalizedText(
      nl: "De groep \(first.label) is\(place) het grootst: \(number)",
      en: "The group \(first.label) is the largest\(place): \(number)")
    : LocalizedText(
      nl: "\(first.label) is\(place) de grootste groep: \(number)",
      en: "\(first.label) is the largest group\(place): \(number)")
  return told[
    data.language] + whole(of: top, in: data, column) + unknown(above: first, in: data, column) + "."
}

/// `; van 99 is het niet bekend`, where they are as many as the largest group or more; else nothing.
private func unknown(above first: ChartData.Series, in data: ChartData, _ column: ChartData.Column) -> String {
  guard let unknown = data.series.first(where: { $0.style.role == .unknown }),
    let count = data.value(unknown, column), count >= data.value(first, column) ?? 0
  else { return "" }
  let mark = data.mark(unknown, column)
  return LocalizedText(nl: "; van \(mark) is het niet bekend", en: "; of \(mark) it is not known")[data.language]
}

extension ChartData {
  /// Whether rows are parts beside each other, of which one can be the largest. Without a total over them, rows with a
  /// condition or a measure of their own may hold one another: registered persons, and those of them without a reporter.
  fileprivate var hasGroups: Bool {
    let shape = table.shape
    let isSeries = series.contains { shape.rows[$0.row].name?.nl == "reeks" }
    return total != nil || (!isSeries && Set(series.map { shape.rows[$0.row].measure }).count <= 1)
  }

  /// ` in 2019`, ` in totaal`, ` bij ‘minderjarig’`; nothing for a column without a name.
  fileprivate func place(of column: Column) -> String {
    guard !column.label.isEmpty else { return "" }
    if column.label.contains(where: \.isNumber) { return " in \(column.label)" }
    if table.shape.columns[column.index].isTotal { return LocalizedText(nl: " in totaal", en: " in total")[language] }
    return LocalizedText(nl: " bij ‘\(column.label)’", en: " for ‘\(column.label)’")[language]
  }
}

/// ` van de 5.060 slachtoffers (67%)`, or nothing where the part is of no such whole.
private func whole(of top: Quantity, in data: ChartData, _ column: ChartData.Column) -> String {
  guard let total = data.total, let whole = data.cell(total, column).value.quantity,
    !data.isInPerCent,
    top.denominator == 1, whole.denominator == 1, whole.numerator >= top.numerator,
    top.numerator > 1
  else { return data.isInPerCent || top == Quantity(1) ? "" : " " + data.unit }
  let share = Quantity(numerator: 100 * top.numerator, denominator: whole.numerator, decimals: 0)
  let (all, percent) = (whole.formatted(in: data.language), share.formatted(in: data.language))
  return LocalizedText(
    nl: " van de \(all) \(data.unit) (\(percent)%)", en: " of \(all) \(data.unit) (\(percent)%)")[
      data.language]
}

/// How a series moved between the last two columns of the first panel, when these are years.
private func change(in data: ChartData, of series: ChartData.Series?) -> String? {
  guard let series, let columns = data.drawnPanels.first?.columns.suffix(2), columns.count == 2,
    let from = columns.first, let to = columns.last, data.table.shape.isYear(from.index),
    data.table.shape.isYear(to.index),
    let change = YearChange(of: data.table, row: series.row, from: from.index, to: to.index)
  else { return nil }
  if case .unsettled = change { return standing(in: data, of: series, from, to) }
  guard let before = data.cell(series, from).value.quantity else { return nil }
  let name = name(of: series, in: data)
  let (old, new) = (data.mark(series, from), data.mark(series, to))
  let what = data.isInPerCent || before == Quantity(1) ? "" : " " + data.unit
  let moved = LocalizedText(
    nl: "\(name) ging van \(old)\(what) in \(from.label) naar \(new) in \(to.label)",
    en: "\(name) went from \(old)\(what) in \(from.label) to \(new) in \(to.label)")
  let sentence: LocalizedText
  switch change {
  case .unsettled: return nil
  case .broken:
    sentence = LocalizedText(
      nl: "\(name) kwam op \(old)\(what) in \(from.label) en op \(new) in \(to.label); deze jaren zijn niet te "
        + "vergelijken.",
      en: "\(name) stood at \(old)\(what) in \(from.label) and at \(new) in \(to.label); these years cannot be "
        + "compared.")
  case .open:
    sentence = LocalizedText(
      nl: moved.nl + "; dat is geen duidelijke verandering.", en: moved.en + "; that is no clear change.")
  case .same:
    sentence = LocalizedText(
      nl: "\(name) bleef in \(to.label) gelijk aan \(from.label): \(new)\(what).",
      en: "\(name) was in \(to.label) what it was in \(from.label): \(new)\(what).")
  case .moved:
    let verdict = change.verdict ?? LocalizedText("")
    sentence = LocalizedText(nl: "\(moved.nl), \(verdict.nl).", en: "\(moved.en), \(verdict.en).")
  }
  return sentence[data.language]
}

/// The total, or the only row, which the title of the figure names, goes by what it is.
private func name(of series: ChartData.Series, in data: ChartData) -> String {
  guard series.style.role == .total || data.series.count == 1 || series.label.isEmpty else { return series.label }
  return data.isInPerCent
    ? LocalizedText(nl: "Het aandeel", en: "The share")[data.language]
    : LocalizedText(nl: "Het aantal", en: "The number")[data.language]
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
    let number = value.quantity.map {
      $0.formatted(in: data.language) + (data.isInPerCent ? "%" : "") + word
    }
    return (number ?? value.state.label[data.language])
      + LocalizedText(nl: " in \(column.label)", en: " in \(column.label)")[data.language]
  }
  return name(of: series, in: data) + ": " + parts.joined(separator: ", ")
    + LocalizedText(
      nl: "; deze jaren zijn nog niet te vergelijken.", en: "; these years cannot be compared yet.")[
      data.language]
}

extension CellValue {
  /// Whether it is a number that no delivery can change any more.
  var isSettled: Bool { quantity != nil && state != .provisional }
}

/// What is drawn, and the totals per column, for who cannot see the drawing: the kind of chart, its axes, its rows, the
/// numbers of the total or the only row, the breaks, and where the other numbers are.
func description(of data: ChartData) -> String {
  let kind =
    switch data.table.shape.chart {
    case .stackedBars: LocalizedText(nl: "Gestapelde staven", en: "Stacked bars")[data.language]
    case .lines: LocalizedText(nl: "Lijnen", en: "Lines")[data.language]
    case .rankedBars:
      LocalizedText(nl: "Staven, de grootste bovenaan", en: "Bars, the largest first")[
        data.language]
    case .topTable:
      LocalizedText(nl: "Rangen met staafjes", en: "Ranks with small bars")[data.language]
    case .none: ""
    }
  let axes = data.drawnPanels.map(\.name).filter { !$0.isEmpty }
    .joined(separator: LocalizedText(nl: " en per ", en: " and by ")[data.language])
  var sentences = [
    kind + (axes.isEmpty ? "." : LocalizedText(nl: " per ", en: " by ")[data.language] + axes + ".")
  ]
  sentences.append(
    LocalizedText(nl: "Getoond: ", en: "Shown: ")[data.language]
      + data.series.map(\.label).joined(separator: "; ")
      + ".")
  if let lead = data.total ?? (data.series.count == 1 ? data.series.first : nil) {
    sentences.append(numbers(of: lead, in: data))
  }
  sentences += data.table.shape.columnBreaks.flatMap(\.breaks).map(data.words)
  sentences.append(
    LocalizedText(nl: "Alle getallen staan in de tabel.", en: "All numbers are in the table.")[
      data.language])
  return sentences.joined(separator: " ")
}

/// `Totaal: 668 in 2018; 1.334 in 2019.`, with the unit behind the first number; a column without a name has no place.
private func numbers(of lead: ChartData.Series, in data: ChartData) -> String {
  let columns = data.columns + [data.totalColumn].compactMap { $0 }
  let parts = columns.enumerated().map { index, column -> String in
    let isNumber = data.value(lead, column) != nil
    let mark =
      isNumber ? data.mark(lead, column) : data.cell(lead, column).state.label[data.language]
    let unit =
      index == 0 && isNumber && !data.isInPerCent && !data.unit.isEmpty ? " " + data.unit : ""
    return mark + unit + data.place(of: column)
  }
  return "\(lead.label): \(parts.joined(separator: "; "))."
}
