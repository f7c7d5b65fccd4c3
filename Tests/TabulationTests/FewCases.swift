@testable import Model

@testable import Tabulation

/// Cases of three variables given one by one, and figures over them.
enum FewCases {
  static let kinds = (0..<6).map { "k\($0)" }

  /// Kind (index, nil unknown), year (index of 2020, 2021), weight in tenths (nil unknown) and notifications.
  typealias Row = (kind: Int?, year: Int, weight: Int32?, notifications: Int)

  static func cases(_ rows: [Row], decimals: Int = 1) -> Cases {
    var columns = Columns(rowCount: rows.count)
    func categories(_ codes: [String]) -> [Model.Category] {
      codes.map { Category(code: $0, label: LocalizedText($0)) }
    }
    let kind = Variable(name: "kind", kind: .category, label: LocalizedText("kind"), categories: categories(kinds))
    let year = Variable(
      name: "year", kind: .category, label: LocalizedText("year"), categories: categories(["2020", "2021"]))
    let weight = Variable(
      name: "weight", kind: .number(unit: LocalizedText("g"), decimals: decimals, minimum: 0, maximum: 999),
      label: LocalizedText("weight"))
    columns.set(
      .category(rows.map { ($0.kind.map { CategoryCode(category: $0) } ?? CategoryCode(.unknown)).narrow }), for: kind)
    columns.set(.category(rows.map { CategoryCode(category: $0.year).narrow }), for: year)
    columns.set(.number(rows.map { $0.weight ?? NumberValue(.unknown).packed }), for: weight)
    var offsets: [UInt32] = [0]
    for row in rows { offsets.append((offsets.last ?? 0) + UInt32(row.notifications)) }
    return Cases(columns: columns, offsets: offsets, members: Array(0..<(offsets.last ?? 0)))
  }

  /// So many cases of each kind in 2020 and in 2021.
  static func cases(perKind counts: [(Int, Int)]) -> Cases {
    cases(
      counts.enumerated().flatMap { kind, counts in
        Array(repeating: (kind, 0, nil, 1), count: counts.0) + Array(repeating: (kind, 1, nil, 1), count: counts.1)
      })
  }

  static let years = Figure.Dimension(variable: "year", name: LocalizedText("year"), order: ["2020", "2021"])

  static func dimension(_ order: [String] = []) -> Figure.Dimension {
    .init(variable: "kind", name: LocalizedText("kind"), order: order)
  }

  static func figure(
    _ rows: Figure.Counted.Rows, unit: RepeatScope = .oncePerYear, rowTotal: Figure.Total.Basis? = nil,
    columnTotal: Figure.Total.Basis? = .shown, statistic: Figure.Statistic = .count,
    summaries: [(Figure.SummaryRow.Kind, Int)] = []
  ) -> Figure {
    Figure(
      id: "few", title: LocalizedText("Few"), measure: LocalizedText("cases"),
      unit: UnitOfCount(name: "case", label: LocalizedText("cases"), repeats: unit),
      numbers: .counted(
        .init(
          rows: rows, panels: [years], rowTotal: rowTotal.map { .init(label: LocalizedText("Total"), basis: $0) },
          columnTotal: columnTotal.map { .init(label: LocalizedText("both"), basis: $0) }, statistic: statistic,
          summaries: summaries.map { kind, decimals in
            .init(
              kind: kind, variable: "weight", label: LocalizedText("weight"), measure: LocalizedText("weight"),
              unit: .named(LocalizedText("g")), decimals: decimals)
          })))
  }

  static func top(_ places: Int, alsoInTotal: [String] = []) -> Figure.Counted.Rows {
    var dimension = dimension()
    dimension.alsoInTotal = alsoInTotal
    return .top(
      dimension, places: places, rankMeasure: LocalizedText("place"), totalRankMeasure: LocalizedText("place in all"))
  }
}

extension ConfidentialTable {
  /// What stands in each cell, for the eye: the number as it is printed, or the word of its state.
  var printed: [[String]] { cells.map { $0.map { $0.value.quantity?.plain ?? $0.state.code } } }

  func row(_ key: String) -> [String]? {
    shape.rows.firstIndex { $0.key == key }.map { printed[$0] }
  }
}
