package import Model

/// Quantities that two reports print with different numbers.
///
/// A quantity is the same where measure, unit, period and every label say so in the same words, years of titles and the
/// order of dimensions aside. Two tables are held against each other only where they have three places at least in common
/// and agree in half of them: tables that differ nearly everywhere count something else. Decisions, tried on five monitors.
package struct SiblingReports {
  private static let leastShared = 3

  private let report: PublishedReport
  private let other: PublishedReport
  private let notices: [RevisionNotice]
  /// Labels of the tables, which a notice may name.
  private let labels: Set<String>

  /// - Parameter notices: What either report says of numbers that changed or may change.
  package init(_ report: PublishedReport, beside other: PublishedReport, notices: [RevisionNotice] = []) {
    (self.report, self.other, self.notices) = (report, other, notices)
    labels =
      notices.isEmpty
      ? [] : Set(report.cells.flatMap { $0.dimensions.map(\.value) }.filter { TextLabel.years(in: $0).isEmpty })
  }

  /// What a table counts, in the words of its titles.
  private struct Measure: Hashable {
    var words: [String]
    var unit: String
  }

  /// Where in it a cell stands: years and labels.
  private struct Place: Hashable {
    var years: [String]
    var labels: [String]
  }

  package func contradictions() -> [Contradiction] {
    let (own, others) = (Self.quantities(report), Self.quantities(other))
    let measures = Set(own.keys).intersection(others.keys).sorted {
      ($0.words.joined(), $0.unit) < ($1.words.joined(), $1.unit)
    }
    let titled = measures.flatMap { measure -> [Contradiction] in
      guard let left = own[measure], let right = others[measure] else { return [] }
      let shared = Set(left.keys).intersection(right.keys)
      let pairs = shared.compactMap { place -> (TableCell, TableCell)? in
        guard let one = left[place] ?? nil, let two = right[place] ?? nil else { return nil }
        return (one, two)
      }
      .sorted { $0.0.reference < $1.0.reference }
      let differing = pairs.filter { !Self.agree($0.0, $0.1) }
      guard pairs.count >= Self.leastShared, 2 * differing.count <= pairs.count else { return [] }
      return differing.map(contradiction)
    }
    return titled + untitled(Set(own.values.flatMap { $0.values.compactMap { $0?.figure } }), others)
  }

  /// What differs in tables that no title and year bind to each other, but nearly all their numbers do.
  private func untitled(_ known: Set<String>, _ others: [Measure: [Place: TableCell?]]) -> [Contradiction] {
    let knownOthers = Set(others.values.flatMap { $0.values.compactMap { $0?.figure } })
    let (left, right) = (Self.figures(report), Self.figures(other))
    return left.flatMap { figure -> [Contradiction] in
      let found = right.filter { !known.contains(figure.name) || !knownOthers.contains($0.name) }.compactMap {
        SameTable(figure.cells, $0.cells)
      }
      guard let best = found.max(by: { $0.agreeing < $1.agreeing }),
        found.count(where: { $0.agreeing == best.agreeing }) == 1
      else { return [] }
      return best.pairs.filter { !Self.agree($0.0, $0.1) }.map(contradiction)
    }
  }

  /// The cells of each figure that stand in its source, in the order of the figures.
  private static func figures(_ report: PublishedReport) -> [(name: String, cells: [TableCell])] {
    let cells = Dictionary(
      grouping: report.cells.filter { $0.status.isHard && $0.value != nil }, by: \.figure)
    return cells.keys.sorted().map { ($0, cells[$0] ?? []) }
  }

  /// Cells by what they count and where; nil where a report has two numbers for it.
  private static func quantities(_ report: PublishedReport) -> [Measure: [Place: TableCell?]] {
    let titles = Dictionary(report.figures.map { ($0.figure, $0.title) }, uniquingKeysWith: { first, _ in first })
    let periods = ReportPeriods(of: report.cells)
    var result: [Measure: [Place: TableCell?]] = [:]
    for cell in report.cells where cell.status.isHard && cell.value != nil {
      let title = cell.measure.isEmpty ? titles[cell.figure] ?? "" : cell.measure
      let words = Label.allWords(Label.folded(title)).filter {
        !$0.contains(where: \.isNumber) && !Label.smallWords.contains($0)
      }
      guard !words.isEmpty, let place = place(of: cell, periods, title: title) else { continue }
      let measure = Measure(words: words.sorted(), unit: Label.folded(cell.unit))
      let known = result[measure]?[place]
      let isOdd = known.map { $0.map { !agree($0, cell) } ?? true } ?? false
      result[measure, default: [:]][place] = isOdd ? .some(nil) : cell
    }
    return result
  }

  /// Nil where neither a label nor the title says of which period it is.
  private static func place(of cell: TableCell, _ periods: ReportPeriods, title: String) -> Place? {
    let (period, others) = periods.period(of: cell)
    var place = Place(years: period.map { [$0.printed.en] } ?? [], labels: [])
    for dimension in others {
      let plain = dimension.value.filter { $0 != "*" }
      let years = TextLabel.years(in: plain)
      if years.isEmpty {
        place.labels.append(Label.allWords(Label.folded(plain)).joined(separator: " "))
      } else {
        place.years.append(Label.folded(plain).filter { !$0.isWhitespace })
      }
    }
    if place.years.isEmpty { place.years = TextLabel.years(in: title).map { "\($0)" } }
    place.labels.sort()
    place.years.sort()
    return place.years.isEmpty ? nil : place
  }

  /// Whether the coarser of two numbers can be the finer one rounded.
  static func agree(_ one: TableCell, _ other: TableCell) -> Bool {
    guard let left = one.value, let right = other.value else { return true }
    return Printed.match(left, printed: right, decimals: min(one.decimals, other.decimals)) == .exact
  }

  // MARK: - Wording

  private static let words: Set<String> = [
    "provisional", "preliminary", "revised", "voorlopig", "voorlopige", "herzien", "herziene", "bijgesteld", "nader",
    "vorlaufig", "vorlaufige", "revidiert", "provisoire", "revise", "provisorio", "revisado",
  ]

  /// Whether the table itself says that the number may change or has changed.
  private static func isOpen(_ cell: TableCell) -> Bool {
    let texts = [cell.measure, cell.note] + cell.dimensions.map(\.value)
    return cell.isProvisional || cell.dimensions.contains { $0.value.hasSuffix("*") }
      || texts.contains { text in !words.isDisjoint(with: Label.allWords(Label.folded(text))) }
  }

  private func contradiction(_ pair: (one: TableCell, other: TableCell)) -> Contradiction {
    let notice = notices.first { $0.concerns(pair.one, among: labels) }
    let isOpen = Self.isOpen(pair.one) || Self.isOpen(pair.other)
    let (left, right) = (printed(pair.one), printed(pair.other))
    let (here, there) = (name(pair.one), name(pair.other))
    let reason =
      isOpen
      ? LocalizedText(
        nl: "een van beide is aangeduid als voorlopig of herzien.",
        en: "one of them is marked as provisional or revised.")
      : notice?.reason
        ?? LocalizedText(
          nl: "het is herzien zonder dat dat erbij staat, of een van beide is fout.",
          en: "it was revised without saying so, or one of them is wrong.")
    return Contradiction(
      report: report.name, figure: pair.one.figure, kind: .revision,
      severity: isOpen || notice != nil ? .note : .error,
      cells: [pair.one, pair.other], expected: NumberText.plain(pair.other.value ?? 0, decimals: pair.other.decimals),
      published: NumberText.plain(pair.one.value ?? 0, decimals: pair.one.decimals),
      sentence: LocalizedText(
        nl: "\(here): hier staat \(left.nl), maar \(other.name) geeft voor hetzelfde \(right.nl) (\(there)); ",
        en: "\(here): this says \(left.en), but \(other.name) gives \(right.en) for the same (\(there)); ") + reason)
  }

  private func name(_ cell: TableCell) -> String {
    ([cell.figure] + cell.dimensions.map(\.value)).joined(separator: ", ")
  }

  private func printed(_ cell: TableCell) -> LocalizedText {
    let number = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
    return cell.unit.contains("%") ? number + LocalizedText("%") : number
  }
}
