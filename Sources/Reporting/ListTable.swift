import Charts
import Model

/// One entry of a plain table.
enum TableEntry: Equatable {
  case text(String)
  case code(String)
  case link(String, to: String)

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
/// - Parameter figures: indices of columns with numbers, set to the right.
func listTable(
  caption: String, headers: [String], figures: Set<Int>, rows: [[TableEntry]], total: [TableEntry]? = nil,
  _ language: Language
) -> Markup {
  let all = rows.map { ($0, false) } + (total.map { [($0, true)] } ?? [])
  let body = all.map { entries, isTotal in
    Markup.element(
      "tr", isTotal ? ["class": "total"] : [:],
      entries.enumerated().map { index, entry in
        if index == 0 { return .element("th", ["scope": "row"], [entry.markup]) }
        return .element("td", figures.contains(index) ? ["class": "figure"] : [:], [entry.markup])
      })
  }
  let heads = headers.enumerated().map { index, header in
    Markup.element(
      "th", figures.contains(index) ? ["scope": "col", "class": "figure"] : ["scope": "col"], text: header)
  }
  let table = Markup.element(
    "table", ["class": "list"],
    [
      .element("caption", [:], [.element("span", [:], text: caption)]),
      .element("thead", [:], [.element("tr", [:], heads)]),
      .element("tbody", [:], body),
    ])
  return .element(
    "div",
    [
      "class": "scroller", "role": "region", "aria-label": (language == .nl ? "Tabel: " : "Table: ") + caption,
      "tabindex": "0",
    ], [table])
}
