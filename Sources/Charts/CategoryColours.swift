package import Disclosure
package import Model

/// Which category has which colour: one through the whole edition, and no two of a chart the same.
///
/// A category is known by its Dutch name, since rows of delivered numbers have no codes of their own. Only charts in which
/// colour tells series apart ask for colours: stacks and lines of two or more, and no more than there are colours, so that
/// a table of sixty rows takes none from the others. Charts are taken from the one with the most
/// series down (ties in the order of the edition) and their series from the foot up; each takes the first colour of
/// `preference` that none of its companions in any chart has, of the other lightness than the part below it when there is
/// one. The colour with index 0 is kept for bars whose colour says nothing. A category for which no colour is left has
/// none, and the charts it stands in are drawn without colour telling series apart.
package struct CategoryColours: Equatable, Sendable {
  private var colours: [String: Int] = [:]

  /// Dark and light in turn.
  private static let preference = [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 15]

  package init(_ tables: [PublishedTable]) {
    let charts = tables.map { ChartData($0, in: .nl) }.filter(\.needsColours)
      .map { data in
        data.series.reversed().filter { $0.style.role != .unknown }.map {
          Self.name(of: $0, in: data)
        }
      }
      .filter { $0.count <= Self.preference.count }
    var companions: [String: Set<String>] = [:]
    for names in charts {
      for name in names { companions[name, default: []].formUnion(names) }
    }
    let order = charts.indices.sorted { (charts[$1].count, $0) < (charts[$0].count, $1) }
    for chart in order {
      var below: Int?
      for name in charts[chart] {
        if colours[name] == nil {
          colours[name] = colour(above: below, beside: companions[name] ?? [])
        }
        below = colours[name]
      }
    }
  }

  private func colour(above below: Int?, beside companions: Set<String>) -> Int? {
    let used = Set(companions.compactMap { colours[$0] })
    let free = Self.preference.filter { !used.contains($0) }
    return free.first { below == nil || ($0 % 2 == 0) != ((below ?? 0) % 2 == 0) } ?? free.first
  }

  /// The colour of a row; nil where it has none.
  func colour(of series: ChartData.Series, in data: ChartData) -> Int? {
    colours[Self.name(of: series, in: data)]
  }

  private static func name(of series: ChartData.Series, in data: ChartData) -> String {
    data.table.shape.rows[series.row].reading(in: .nl).lowercased()
  }
}
