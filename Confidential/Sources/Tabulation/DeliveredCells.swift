internal import Model

/// The cells of one count table, over all deliveries of its source.
struct DeliveredCells: Sendable {
  /// Some categories of an axis.
  enum Choice: Equatable, Sendable {
    /// All categories together.
    case all
    /// The categories of these words together.
    case words([Int])
    /// A category that the table does not ask for.
    case notAsked
    /// Classes that the words of the axis cannot make.
    case impossible
  }

  let source: Source
  let table: CountTable
  private let codebook: Codebook
  private let areas: AreaRegister
  private var found: [CountPlace: [Found]] = [:]

  private struct Found {
    var cell: ReportedCell
    var delivery: ReportedCounts

    var number: Quantity? { cell.value.quantity }
  }

  /// - Parameter counts: In the order of their periods; the last delivery with an answer is the one that counts.
  init(_ source: Source, _ table: CountTable, in counts: [ReportedCounts], of monitor: Monitor) {
    self.source = source
    codebook = monitor.codebook
    areas = monitor.areas
    self.table = table
    for delivery in counts where delivery.source == source.name {
      for cell in delivery.cells where cell.place.table == table.name {
        found[cell.place, default: []].append(Found(cell: cell, delivery: delivery))
      }
    }
  }

  /// What the deliveries say about some years and categories together.
  ///
  /// - Parameter asTotal: Whether the answer is a total, which leaves out what the partner does not keep.
  func answer(years: [Int], _ choices: [Choice], asTotal: Bool) -> CountAnswer {
    let asked = years.filter(table.years.contains)
    guard !choices.contains(.notAsked), asked.count == years.count || (asTotal && !asked.isEmpty) else {
      return CountAnswer(value: .absent(.notAsked))
    }
    guard !choices.contains(.impossible), asked.count == 1 || table.kind == .count else {
      return CountAnswer(value: .absent(.notDerivable))
    }
    return .sum(asked.map { answer(year: $0, choices, asTotal: asTotal) }, asTotal: asTotal)
  }

  private func answer(year: Int, _ choices: [Choice], asTotal: Bool) -> CountAnswer {
    for (axis, choice) in choices.enumerated() {
      guard case .words(let words) = choice, words.count > 1 else { continue }
      guard table.addsUp else { return CountAnswer(value: .absent(.notDerivable)) }
      return sum(over: words, of: axis, year: year, choices, asTotal: asTotal)
    }
    let words = choices.map { choice in
      if case .words(let words) = choice { words.first } else { Int?.none }
    }
    let direct = cell(CountPlace(table: table.name, year: year, words: words))
    if direct.quantity != nil { return direct }
    return partsTogether(year: year, choices) ?? direct
  }

  /// All categories of an axis together where the partner gave no total: the sum of its parts.
  private func partsTogether(year: Int, _ choices: [Choice]) -> CountAnswer? {
    guard table.addsUp else { return nil }
    let sums = choices.indices.filter { choices[$0] == .all }.map { axis in
      sum(over: Array(table.axes[axis].words.indices), of: axis, year: year, choices, asTotal: true)
    }
    return sums.first { $0.quantity != nil } ?? sums.first
  }

  private func sum(over words: [Int], of axis: Int, year: Int, _ choices: [Choice], asTotal: Bool) -> CountAnswer {
    let answers = words.map { word in
      var choices = choices
      choices[axis] = .words([word])
      return answer(year: year, choices, asTotal: asTotal)
    }
    return .sum(answers, asTotal: asTotal)
  }

  /// Why nothing can be delivered at a place: an area did not exist in the year, or the category was not asked then.
  private func reasonForNothing(at place: CountPlace) -> Absence? {
    zip(table.axes, place.words).compactMap { axis, word in
      word.flatMap { reason(axis.words[$0].code, of: axis.variable, in: place.year) }
    }.min()
  }

  private func reason(_ code: String, of variable: String, in year: Int) -> Absence? {
    guard let variable = codebook.variable(named: variable) else { return nil }
    if variable.isArea {
      let rows = areas.areas.filter { $0.code == code }
      return rows.isEmpty || rows.contains { $0.years.contains(year) } ? nil : .notApplicable
    }
    return variable.categories.first { $0.code == code }?.holds(in: year) == false ? .notAsked : nil
  }

  /// The last number delivered; else the last word about why there is none.
  private func cell(_ place: CountPlace) -> CountAnswer {
    let all = found[place] ?? []
    let numbers = all.filter { $0.number != nil }
    let last = numbers.last ?? all.last
    let nothing = last?.number == nil ? reasonForNothing(at: place) : nil
    if let nothing, last == nil { return CountAnswer(value: .absent(nothing)) }
    var part = CountPart(
      source: source.name, table: table.name, period: last?.delivery.period, year: place.year,
      words: zip(table.axes, place.words).map { axis, word in word.map { axis.words[$0].word } },
      number: last?.number, absence: nothing ?? (last?.cell.value ?? .notDelivered).absence,
      sourceRow: last?.cell.sourceRow)
    if let before = numbers.dropLast().last, let number = before.number, number != last?.number {
      part.earlier = .init(period: before.delivery.period, number: number, sourceRow: before.cell.sourceRow)
    }
    let value: CountAnswer.Value? = part.absence.map { .absent($0) } ?? part.number.map { .number($0) }
    return CountAnswer(
      value: value ?? .absent(.notDelivered), isProvisional: last?.delivery.isDeclaredComplete == false, parts: [part])
  }
}
