import Model

/// Areas as they were then and as they are now: what `boundaries` of an axis means, worked out when the folder is read.
struct AreaBoundaries {
  enum Kind: String, CaseIterable {
    /// Each year shows the areas of that year.
    case then
    /// The counts of areas that merged are added to what they became.
    case now
  }

  let register: AreaRegister
  /// The day of "now".
  let day: String
  let years: ClosedRange<Int>

  // MARK: Then

  /// The members of the regions on some day of the period, in the order of the register.
  var membersOfPeriod: [String] {
    register.codes.filter { code in
      register.areas.contains { $0.code == code && $0.region != nil && $0.years.overlaps(years) }
    }
  }

  /// The years in which these areas existed, for those that did not exist throughout the period.
  func existence(of codes: [String]) -> [String: ClosedRange<Int>] {
    var result: [String: ClosedRange<Int>] = [:]
    for code in codes {
      let rows = register.areas.filter { $0.code == code }.map(\.years)
      guard let first = rows.map(\.lowerBound).min(), let last = rows.map(\.upperBound).max() else { continue }
      if first > years.lowerBound || last < years.upperBound { result[code] = first...last }
    }
    return result
  }

  /// The years of a series from which the members differ from those of the year before.
  func breaks(in shown: ClosedRange<Int>) -> [Figure.SeriesBreak] {
    var breaks: [Figure.SeriesBreak] = []
    for change in register.changes(in: shown) {
      let sentence = change.reason
      if let index = breaks.firstIndex(where: { $0.year == change.year }) {
        let before = breaks[index].reason
        breaks[index].reason = LocalizedText(
          nl: "\(before.nl) \(sentence.nl)", en: "\(before.en) \(sentence.en)")
      } else {
        breaks.append(Figure.SeriesBreak(year: change.year, reason: sentence))
      }
    }
    return breaks
  }

  // MARK: Now

  /// The members of the regions now.
  var membersNow: [String] { register.members(on: day).map(\.code) }

  /// Each area of now with the areas that became it as a whole.
  func pools(of codes: [String], label: (String) -> LocalizedText) -> [Figure.Pool] {
    var parts: [String: [String]] = [:]
    for code in register.codes {
      let shares = register.shares(of: code, on: day)
      if let share = shares.first, shares.count == 1, share.isWhole { parts[share.code, default: []].append(code) }
    }
    return codes.map { code in
      // A word for a missing value stands for itself.
      Figure.Pool(label: label(code), codes: parts[code] ?? [code], key: code)
    }
  }

  /// Areas of the period that were split over these areas and others.
  func splits(into codes: [String]) -> [Area] {
    var seen: Set<String> = []
    return codes.flatMap { register.splits(into: $0, on: day) }.filter { seen.insert($0).inserted }
      .flatMap { code in register.areas.filter { $0.code == code && $0.years.overlaps(years) } }
  }
}

extension Figure {
  /// The figure with a break at each year in which the members changed, when it shows areas as they were then by year.
  func withAreaBreaks(in scope: VariableScope?) -> Figure {
    guard let scope, let boundaries = scope.boundaries else { return self }
    let showsThen = dimensions.contains { dimension in
      dimension.pools.isEmpty && scope.variable(named: dimension.variable)?.isArea == true
    }
    let shown = dimensions.filter { $0.variable == "year" }.flatMap { $0.order + $0.pools.flatMap(\.codes) }
      .compactMap { Int($0) }
    guard showsThen, let first = shown.min(), let last = shown.max() else { return self }
    var figure = self
    for one in boundaries.breaks(in: first...last) where !breaks.contains(where: { $0.year == one.year }) {
      figure.breaks.append(one)
    }
    figure.breaks.sort { $0.year < $1.year }
    return figure
  }
}

/// Reads `boundaries` of an axis.
extension FigureAxis {
  /// The dimension of an area variable, with the categories as they were then or as they are now.
  func areas(_ dimension: Figure.Dimension, of variable: Variable) -> Figure.Dimension {
    guard let boundaries = scope?.boundaries else { return dimension }
    var dimension = dimension
    let given = map.has("order") ? dimension.order : nil
    switch kind {
    case .then:
      dimension.order = given ?? boundaries.membersOfPeriod
      dimension.existence = boundaries.existence(of: dimension.order)
    case .now:
      let codes = given ?? boundaries.membersNow
      checkExistence(codes, boundaries)
      checkSplits(codes, boundaries)
      dimension.pools = boundaries.pools(of: codes) { code in
        if let own = dimension.labels[code] { return own }
        if let missing = Missing(word: code) { return variable.label(of: missing) }
        return LocalizedText(boundaries.register.area(code, on: boundaries.day)?.name ?? code)
      }
      dimension.order = []
    }
    return dimension
  }

  private var kind: AreaBoundaries.Kind {
    guard map.has("boundaries") else { return .then }
    return map.word("boundaries", among: AreaBoundaries.Kind.allCases.map(\.rawValue))
      .flatMap(AreaBoundaries.Kind.init(rawValue:)) ?? .then
  }

  /// A finding when `boundaries` stands at a variable that is no area, or beside `pools`.
  func checkBoundaries(of variable: Variable?) {
    guard map.has("boundaries") else { return }
    let line = map.line(of: "boundaries")
    if let variable, !variable.isArea {
      map.report(
        .unsuitableVariable, at: line,
        nl:
          "`\(variable.name)` in \(map.subject.nl) heeft geen gebieden als categorieën; `boundaries` hoort daar niet.",
        en: "`\(variable.name)` in \(map.subject.en) does not have areas for categories; `boundaries` is not for it.")
    }
    if map.has("pools") {
      map.report(
        .unknownKey, at: line, nl: "`boundaries` en `pools` gaan niet samen in \(map.subject.nl).",
        en: "`boundaries` and `pools` do not go together in \(map.subject.en).")
    }
  }

  private func checkExistence(_ codes: [String], _ boundaries: AreaBoundaries) {
    for code in codes where Missing(word: code) == nil {
      if boundaries.register.areas.contains(where: { $0.code == code && $0.exists(on: boundaries.day) }) { continue }
      map.report(
        .areaSuccession, at: map.line(of: "order"),
        nl: "`\(code)` in \(map.subject.nl) bestaat niet op \(boundaries.day), de dag van de grenzen van nu.",
        en: "`\(code)` in \(map.subject.en) does not exist on \(boundaries.day), the day of the boundaries of now.")
    }
  }

  private func checkSplits(_ codes: [String], _ boundaries: AreaBoundaries) {
    for area in boundaries.splits(into: codes) {
      map.report(
        .areaSplit, at: map.line(of: "boundaries"),
        nl: "\(area.name) is gesplitst; in \(map.subject.nl) kunnen zijn aantallen niet bij één gebied van nu komen.",
        en: "\(area.name) was split; in \(map.subject.en) its counts cannot go to one area of now.")
    }
  }
}
