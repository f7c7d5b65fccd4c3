@testable import Model

/// Invented cases with every kind of variable, and figures over them, from a seed.
struct RandomCases {
  static let variables: [Variable] = [
    variable("year", .category, ["2015", "2016", "2017"]),
    variable("form", .category, ["sexual", "labour", "criminal", "organ"]),
    variable("region", .category, (0..<300).map { "r\($0)" }),
    variable("reporters", .set, ["police", "kmar", "helpline"]),
    variable("units", .set, (0..<14).map { "u\($0)" }),
    variable("age", .number(unit: LocalizedText("years"), decimals: 0, minimum: 0, maximum: 120), []),
  ]

  private static func variable(_ name: String, _ kind: VariableKind, _ codes: [String]) -> Variable {
    Variable(
      name: name, kind: kind, label: LocalizedText(name),
      categories: codes.map { Category(code: $0, label: LocalizedText($0)) })
  }

  static func cases(count: Int, using generator: inout SeededGenerator) -> Cases {
    var columns = Columns(rowCount: count)
    for variable in variables { columns.set(column(variable, count, using: &generator), for: variable) }
    var offsets: [UInt32] = [0]
    for _ in 0..<count { offsets.append((offsets.last ?? 0) + UInt32.random(in: 1...3, using: &generator)) }
    var cases = Cases(columns: columns, offsets: offsets, members: Array(0..<(offsets.last ?? 0)))
    cases.exclusions = ["first", "second"]
    for row in 0..<count { cases.excludedBy[row] = generator.pick([0, 0, 0, 0, 1, 2]) }
    return cases
  }

  private static func column(_ variable: Variable, _ count: Int, using generator: inout SeededGenerator) -> Column {
    let known = variable.categories.count
    switch variable.emptyColumn() {
    case .category, .wideCategory:
      let codes = (0..<count).map { _ in
        generator.chance(0.1)
          ? CategoryCode(place: .random(in: 0..<4, using: &generator))
          : CategoryCode(category: .random(in: 0..<known, using: &generator))
      }
      return variable.column(of: codes)
    case .set:
      return .set(
        (0..<count).map { _ in
          if generator.chance(0.1) { return SetMask(generator.pick(Missing.allCases)).packed }
          return UInt64.random(in: 0..<1 << UInt64(known), using: &generator)
        })
    case .number:
      return .number(
        (0..<count).map { _ in
          if generator.chance(0.1) { return NumberValue(generator.pick(Missing.allCases)).packed }
          return Int32.random(in: 0..<100, using: &generator)
        })
    }
  }

  static func figure(using generator: inout SeededGenerator) -> Figure {
    let repeats = generator.pick([
      RepeatScope.oncePerYear, .everyTime, .everyTimeAgain, .oncePerYearTogether(variable: "age"),
      .oncePerYearPer(variable: "reporters"), .oncePerYearPer(variable: "units"),
    ])
    var figure = Figure(
      id: "fig", title: LocalizedText("figure"), measure: LocalizedText("cases"),
      unit: UnitOfCount(name: "unit", label: LocalizedText("units"), repeats: repeats),
      numbers: .counted(
        .init(
          population: population(using: &generator),
          filter: generator.chance(0.5) ? condition(using: &generator) : nil, rows: rows(using: &generator),
          panels: [])))
    for _ in 0..<Int.random(in: 0...2, using: &generator) { figure.counted.panels.append(dimension(using: &generator)) }
    let bases = Figure.Total.Basis.allCases
    figure.counted.rowTotal = Figure.Total(label: LocalizedText("all"), basis: generator.pick(bases))
    figure.counted.columnTotal = Figure.Total(label: LocalizedText("all"), basis: generator.pick(bases))
    if generator.chance(0.3) {
      for kind in Figure.SummaryRow.Kind.allCases {
        figure.counted.summaries.append(
          .init(
            kind: kind, variable: "age", label: LocalizedText("age"), measure: LocalizedText("age"),
            unit: .named(LocalizedText("years")), decimals: 1))
      }
    }
    return figure
  }

  private static func population(using generator: inout SeededGenerator) -> Figure.Population {
    generator.pick([.remaining, .remaining, .all, .after(rule: "first"), .after(rule: "second")])
  }

  private static func rows(using generator: inout SeededGenerator) -> Figure.Counted.Rows {
    guard generator.chance(0.3) else { return .dimension(dimension(using: &generator)) }
    return .series(
      (0..<3).map { index in
        Figure.Series(
          label: LocalizedText("series"), condition: condition(using: &generator),
          population: generator.chance(0.5) ? population(using: &generator) : nil, isTotal: index == 2,
          value: seriesValue(using: &generator))
      })
  }

  private static func seriesValue(using generator: inout SeededGenerator) -> Figure.SeriesValue {
    guard generator.chance(0.4) else { return .count }
    if generator.chance(0.5) { return .share(of: condition(using: &generator), decimals: 1) }
    return .summary(
      generator.pick(Figure.SummaryRow.Kind.allCases), variable: "age", unit: .named(LocalizedText("years")),
      decimals: 1)
  }

  private static func dimension(using generator: inout SeededGenerator) -> Figure.Dimension {
    let variable = generator.pick(variables.filter { $0.name != "age" && $0.name != "region" || generator.chance(0.2) })
    guard variable.name != "age" else { return dimension(using: &generator) }
    let words = (variable.categories.map(\.code) + Missing.allCases.map(\.word)).filter { _ in generator.chance(0.7) }
    let order = Array((words.isEmpty ? ["unknown"] : words).shuffled(using: &generator).prefix(16))
    var dimension = Figure.Dimension(variable: variable.name, name: LocalizedText(variable.name), order: order)
    if generator.chance(0.2) {
      dimension.pools = (0..<2).map { _ in
        .init(label: LocalizedText("pool"), codes: order.filter { _ in generator.chance(0.6) } + [order[0]])
      }
    }
    return dimension
  }

  private static func condition(using generator: inout SeededGenerator) -> Condition {
    let texts = [
      "form is sexual", "year >= 2016", "reporters has police", "reporters has any (police, kmar)",
      "units has only (u0, u1, u2, u3, u4, u5, u6)", "age < 30", "not age is known", "region is known",
      "reporters is none or form in (labour, unknown)", "units has all (u1, u2) and year is 2015",
    ]
    return (try? Condition(parsing: generator.pick(texts))) ?? .always
  }
}
