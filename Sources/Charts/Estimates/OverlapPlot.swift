public import Model

/// Which lists share how many persons: a column of dots for each combination, with a bar of its persons above it.
///
/// In a narrow place combinations become rows. The largest combinations are drawn; the table has all.
public struct OverlapPlot: Equatable, Sendable {
  /// A list and how many persons are on it.
  public struct List: Equatable, Sendable {
    public var name: String
    /// Nil when the number may not be shown.
    public var persons: Int?
    public init(name: String, persons: Int?) {
      self.name = name
      self.persons = persons
    }
  }

  /// How many persons are on exactly these lists.
  public struct Combination: Equatable, Sendable {
    /// Indices of `lists`; persons on exactly these.
    public var members: [Int]
    public var persons: Int
    public init(members: [Int], persons: Int) {
      self.members = members
      self.persons = persons
    }
  }

  public var lists: [List]
  public var combinations: [Combination]
  /// Combinations that are not among them, because their number may not be shown.
  public var withheld: Int

  public init(lists: [List], combinations: [Combination], withheld: Int = 0) {
    self.lists = lists
    self.combinations = combinations
    self.withheld = withheld
  }
}

extension OverlapPlot {
  /// Nil when there is nobody to draw.
  public func chart(in language: Language) -> EstimateChart? {
    let words = ChartWords(language: language)
    let ordered = combinations.filter { $0.persons > 0 }
      .enumerated().sorted { ($1.element.persons, $0.offset) < ($0.element.persons, $1.offset) }.map(\.element)
    guard !lists.isEmpty, let first = ordered.first else { return nil }
    return EstimateChart(
      "overlaps", finding: finding(of: ordered, words), summary: summary(of: ordered, largest: first, words),
      wide: wide(Array(ordered.prefix(24)), words), narrow: narrow(Array(ordered.prefix(20)), words), language)
  }

  private func finding(of ordered: [Combination], _ words: ChartWords) -> String {
    guard withheld == 0 else {
      return words.say(
        "Combinaties van lijsten die niet zijn getekend, omdat hun aantal is afgeschermd: \(words.number(withheld)).",
        "Combinations of lists that are not drawn, because their number is withheld: \(words.number(withheld)).")
    }
    let all = ordered.reduce(0) { $0 + $1.persons }
    let shared = ordered.filter { $0.members.count > 1 }.reduce(0) { $0 + $1.persons }
    let share = words.percent(Double(shared), of: Double(all))
    return words.say(
      "\(words.number(shared)) van de \(words.number(all)) personen (\(share)) staan op meer dan een lijst.",
      "\(words.number(shared)) of the \(words.number(all)) persons (\(share)) are on more than one list.")
  }

  /// What is largest is not said of what is not all there.
  private func summary(of ordered: [Combination], largest: Combination, _ words: ChartWords) -> String {
    let meaning = words.say(
      "Stippen zijn lijsten, balken de personen op precies die lijsten.",
      "Dots are lists, bars the persons on exactly those lists.")
    guard withheld == 0 else { return meaning }
    let group = words.say(
      " Grootste groep: \(name(largest)), \(words.number(largest.persons)).",
      " Largest group: \(name(largest)), \(words.number(largest.persons)).")
    guard let pair = ordered.first(where: { $0.members.count > 1 }) else { return meaning + group }
    return meaning + group
      + words.say(
        " Grootste overlap: \(name(pair)), \(words.number(pair.persons)).",
        " Largest overlap: \(name(pair)), \(words.number(pair.persons)).")
  }

  private func name(_ combination: Combination) -> String {
    combination.members.map { lists[$0].name }.joined(separator: " + ")
  }

  private func wide(_ shown: [Combination], _ words: ChartWords) -> Drawing {
    let width = EstimateChart.wideWidth
    let names = lists.map { Lettering.lines(of: $0.name, width: 150, size: 14)[0] }
    let left = 300.0
    let slot = min((width - left - 10) / Double(shown.count), 46)
    let (top, foot) = (30.0, 230.0)
    let end = Double(shown.map(\.persons).max() ?? 1)
    let row = { (list: Int) in foot + 30 + Double(list) * 28 }
    let bottom = row(lists.count - 1)
    var pieces = [
      Pen.text(
        words.say("personen op precies deze lijsten", "persons on exactly these lists"), x: left, y: 14, size: 13,
        classes: "heading")
    ]
    pieces.append(
      Pen.text(words.say("personen op de lijst", "persons on the list"), x: 0, y: foot, size: 13, classes: "heading"))
    for (index, list) in lists.enumerated() {
      pieces += listBar(list, names[index], y: row(index), left: left, words)
      pieces.append(Pen.rule(left, row(index), left + slot * Double(shown.count), row(index)))
    }
    for (index, combination) in shown.enumerated() {
      let x = left + (Double(index) + 0.5) * slot
      let height = Double(combination.persons) / end * (foot - top - 14)
      pieces.append(bar(combination, x: x - slot * 0.34, y: foot - height, width: slot * 0.68, height: max(height, 1)))
      pieces.append(
        Pen.text(
          words.number(combination.persons), x: x, y: foot - height - 5, size: 12, anchor: .middle, classes: "value"))
      pieces += dots(combination) { (x, row($0)) }
    }
    pieces.append(Pen.rule(left, foot, left + slot * Double(shown.count), foot, classes: "baseline"))
    return Drawing(width: width, height: bottom + 20, pieces: pieces)
  }

  private func listBar(_ list: List, _ name: String, y: Double, left: Double, _ words: ChartWords) -> [Markup] {
    let label = Pen.text(name, x: 152, y: y + 5, anchor: .end)
    guard let persons = list.persons else { return [label] }
    let end = Double(lists.compactMap(\.persons).max() ?? 1)
    let length = Double(persons) / max(end, 1) * 66
    return [
      label,
      Pen.rect(x: 162, y: y - 7, width: max(length, 1), height: 14, classes: "fill s5", fill: SeriesStyle.fills[5]),
      Pen.text(words.number(persons), x: 166 + length, y: y + 5, size: 12, classes: "value"),
    ]
  }

  /// Persons on one list are pale, persons on several dark; the dots say the same.
  private func bar(_ combination: Combination, x: Double, y: Double, width: Double, height: Double) -> Markup {
    let style = SeriesStyle(role: .series(combination.members.count > 1 ? 0 : 5))
    return Pen.rect(
      x: x, y: y, width: width, height: height, classes: "fill \(style.name)", fill: style.fill)
  }

  private func dots(_ combination: Combination, at place: (Int) -> (x: Double, y: Double)) -> [Markup] {
    let members = Set(combination.members)
    let style = SeriesStyle(role: .total)
    var pieces: [Markup] = lists.indices.filter { !members.contains($0) }.map { list in
      let point = place(list)
      return Markup.element(
        "circle",
        [
          "class": "fill s-unknown", "cx": coordinate(point.x), "cy": coordinate(point.y), "r": "2",
          "fill": SeriesStyle(role: .unknown).fill,
        ])
    }
    if let low = members.min(), let high = members.max(), low != high {
      let (from, to) = (place(low), place(high))
      pieces.append(
        style.stroke("M\(coordinate(from.x)) \(coordinate(from.y))L\(coordinate(to.x)) \(coordinate(to.y))"))
    }
    return pieces + members.sorted().map { style.point(x: place($0).x, y: place($0).y) }
  }

  private func narrow(_ shown: [Combination], _ words: ChartWords) -> Drawing {
    let width = EstimateChart.narrowWidth
    let step = min(22, 110 / Double(lists.count))
    let left = step * Double(lists.count) + 8
    let end = Double(shown.map(\.persons).max() ?? 1)
    var y = 14.0
    var pieces: [Markup] = []
    for (index, list) in lists.enumerated() {
      let line = Lettering.lines(of: "\(index + 1) \(list.name)", width: width - 62, size: 13)[0]
      pieces.append(Pen.text(line, x: 0, y: y, size: 13))
      if let persons = list.persons {
        pieces.append(Pen.text(words.number(persons), x: width, y: y, size: 13, anchor: .end, classes: "value"))
      }
      y += 18
    }
    y += 10
    for index in lists.indices {
      pieces.append(
        Pen.text("\(index + 1)", x: (Double(index) + 0.5) * step, y: y, size: 12, anchor: .middle, classes: "tick"))
    }
    pieces.append(Pen.text(words.say("personen", "persons"), x: left, y: y, size: 12, classes: "heading"))
    y += 16
    for combination in shown {
      let middle = y
      pieces += dots(combination) { ((Double($0) + 0.5) * step, middle) }
      let length = Double(combination.persons) / end * (width - left - 52)
      pieces.append(bar(combination, x: left, y: y - 7, width: max(length, 1), height: 14))
      pieces.append(
        Pen.text(words.number(combination.persons), x: left + length + 6, y: y + 5, size: 13, classes: "value"))
      y += 24
    }
    return Drawing(width: width, height: y, pieces: pieces)
  }
}
