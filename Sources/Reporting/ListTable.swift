import Charts
import Model

/// One entry of a plain table.
enum TableEntry: Equatable {
  case text(String)
  case code(String)
  case link(String, to: String)

  fileprivate var length: Int {
    switch self {
    case .text(let text), .code(let text), .link(let text, _): text.count
    }
  }

  fileprivate var markup: Markup {
    switch self {
    case .text(let text): .text(text)
    case .code(let text): .element("code", [:], text: text)
    case .link(let text, let target): .element("a", ["href": target], text: text)
    }
  }
}

/// A plain table in a region that scrolls and can be reached by keyboard; the first entry of a row is its header.
///
/// A column with sentences gets room to be read; a table with a few words a row is no wider than it needs to be.
///
/// - Parameter figures: indices of columns with numbers, set to the right.
func listTable(
  caption: String, headers: [String], figures: Set<Int>, rows: [[TableEntry]], total: [TableEntry]? = nil,
  _ language: Language
) -> Markup {
  let all = rows.map { ($0, false) } + (total.map { [($0, true)] } ?? [])
  let lengths = headers.indices.map { column in
    all.map { entries, _ in entries.indices.contains(column) ? entries[column].length : 0 }.max() ?? 0
  }
  let isCompact = lengths.reduce(0, +) <= 60
  let body = all.map { entries, isTotal in
    Markup.element(
      "tr", isTotal ? ["class": "total"] : [:],
      entries.enumerated().map { index, entry in
        let isFigure = figures.contains(index)
        if index == 0 {
          return .element("th", isFigure ? ["scope": "row", "class": "figure"] : ["scope": "row"], [entry.markup])
        }
        let isLong = lengths.indices.contains(index) && lengths[index] > 60
        return .element("td", isFigure ? ["class": "figure"] : isLong ? ["class": "long"] : [:], [entry.markup])
      })
  }
  let heads = headers.enumerated().map { index, header in
    Markup.element(
      "th", figures.contains(index) ? ["scope": "col", "class": "figure"] : ["scope": "col"], text: header)
  }
  let table = Markup.element(
    "table", ["class": isCompact ? "list compact" : "list"],
    [
      .element("caption", [:], [.element("span", [:], text: caption)]),
      .element("thead", [:], [.element("tr", [:], heads)]),
      .element("tbody", [:], body),
    ])
  return .element(
    "div",
    [
      "class": "scroller", "role": "region",
      "aria-label": (LocalizedText(nl: "Tabel: ", en: "Table: ")[language]) + caption,
      "tabindex": "0",
    ], [table])
}
