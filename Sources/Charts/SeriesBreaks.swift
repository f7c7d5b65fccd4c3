import Disclosure
package import Model

/// Where a series of years breaks off: between two headers that stand beside each other.
package struct BreakPlace: Equatable, Sendable {
  /// The header before which the boundary runs.
  package let before: Int
  /// The first year that differs: the later of the two.
  package let marked: Int
  /// In the order of the shape; never empty.
  package let breaks: [Figure.SeriesBreak]
}

extension TableShape {
  /// Breaks between columns that are years of one panel, in order. Columns that are no years are passed over, and a break
  /// before the first year or after the last has no place.
  package var columnBreaks: [BreakPlace] {
    guard !breaks.isEmpty else { return [] }
    var places: [BreakPlace] = []
    for panel in panels.indices {
      let members = columns.indices.filter { columns[$0].panel == panel }
      places += breakPlaces(members.map { ($0, columns[$0].key) })
    }
    return places
  }

  /// Breaks between rows that are years; totals and summaries are passed over.
  package var rowBreaks: [BreakPlace] {
    guard !breaks.isEmpty else { return [] }
    return breakPlaces(
      rows.indices.filter { !rows[$0].isTotal && !rows[$0].isSummary }.map { ($0, rows[$0].key) })
  }

  /// A break of year `b` lies between neighbours `e` and `l`, the earlier and the later, when `e < b <= l`: in whichever
  /// order they stand, and in the gap when years between them are missing.
  private func breakPlaces(_ headers: [(index: Int, key: String)]) -> [BreakPlace] {
    let years = headers.compactMap { header in
      year(header.key).map { (index: header.index, year: $0) }
    }
    return zip(years, years.dropFirst()).compactMap { first, second in
      let (earlier, later) = first.year < second.year ? (first, second) : (second, first)
      let found = breaks.filter { earlier.year < $0.year && $0.year <= later.year }
      return found.isEmpty
        ? nil : BreakPlace(before: second.index, marked: later.index, breaks: found)
    }
  }

  private func year(_ key: String) -> Int? { key.utf8.count == 4 ? Int(key) : nil }
}

extension ChartData {
  /// The break before a column, said in words; nil where the series runs on.
  func breakBefore(_ column: Column) -> String? {
    guard let place = table.shape.columnBreaks.first(where: { $0.before == column.index }) else {
      return nil
    }
    return place.breaks.map(words).joined(separator: " ")
  }

  /// `Vanaf 2022 niet vergelijkbaar met eerder: …`
  func words(_ one: Figure.SeriesBreak) -> String {
    LocalizedText(
      nl: "Vanaf \(one.year) niet vergelijkbaar met eerder: \(one.reason.nl)",
      en: "From \(one.year) not comparable with before: \(one.reason.en)")[language]
  }
}

extension Pen {
  /// A place where a series breaks off: an upright dashed line with a mark on top, and its reason as text.
  static func breakLine(x: Double, from top: Double, to bottom: Double, reason: String) -> Markup {
    .element(
      "g", ["class": "break"],
      [
        .element("title", [:], text: reason),
        .element(
          "line",
          [
            "class": "break-line", "x1": coordinate(x), "y1": coordinate(top), "x2": coordinate(x),
            "y2": coordinate(bottom), "stroke": Palette.muted, "stroke-width": "1.5",
            "stroke-dasharray": "5 4",
          ]), Pen.overBreak(x: x, y: top + 4),
      ])
  }

  /// A place where a series of rows breaks off: a lying dashed line with a mark at its head.
  static func breakRow(y: Double, to right: Double, reason: String) -> Markup {
    .element(
      "g", ["class": "break"],
      [
        .element("title", [:], text: reason),
        .element(
          "line",
          [
            "class": "break-line", "x1": "18", "y1": coordinate(y), "x2": coordinate(right),
            "y2": coordinate(y),
            "stroke": Palette.muted, "stroke-width": "1.5", "stroke-dasharray": "5 4",
          ]), Pen.overBreak(x: 8, y: y + 5),
      ])
  }

  private static func overBreak(x: Double, y: Double) -> Markup {
    .element(
      "text",
      [
        "class": "tick halo-page", "x": coordinate(x), "y": coordinate(y), "font-size": "14",
        "text-anchor": "middle",
        "stroke": Palette.page, "stroke-width": "4", "stroke-linejoin": "round",
        "paint-order": "stroke",
      ], text: "≠")
  }
}
