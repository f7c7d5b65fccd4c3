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
/// A column with sentences gets room to be read; a table with a few words a row is no wider than it needs to be. On a
/// telephone the rows of any other table stand below each other, each entry with the name of its column: what that does
/// to a table in the eyes of a screen reader is undone by its roles.
///
/// - Parameter figures: indices of columns with numbers, set to the right.
func listTable(
  caption: String, headers: [String], figures: Set<Int>, rows: [[TableEntry]], total: [TableEntry]? = nil,
  _ language: Language
) -> Markup {
  let form = ListForm(headers: headers, figures: figures, rows: rows + [total].compactMap(\.self))
  let body = rows.map { form.row($0) } + [total].compactMap { $0.map { form.row($0, classes: "total") } }
  let heads = headers.indices.map { form.head($0) }
  let table = Markup.element(
    "table", ["class": form.isStacked ? "list stacked" : "list compact"],
    [
      .element("caption", [:], [.element("span", [:], text: caption)]),
      form.part("thead", [form.part("tr", heads)]), form.part("tbody", body),
    ])
  return .element(
    "div",
    [
      "class": "scroller", "role": "region",
      "aria-label": (LocalizedText(nl: "Tabel: ", en: "Table: ")[language]) + caption,
      "tabindex": "0",
    ], [form.isStacked ? table.with("role", "table") : table])
}

/// How the parts of a list are written.
private struct ListForm {
  let headers: [String]
  let figures: Set<Int>
  /// The longest entry of each column.
  private let lengths: [Int]
  /// Whether its rows stand below each other on a telephone: more than a few words a row.
  let isStacked: Bool

  init(headers: [String], figures: Set<Int>, rows: [[TableEntry]]) {
    let lengths = headers.indices.map { column in
      rows.map { entries in entries.indices.contains(column) ? entries[column].length : 0 }.max() ?? 0
    }
    (self.headers, self.figures, self.lengths) = (headers, figures, lengths)
    isStacked = lengths.reduce(0, +) > 60
  }

  /// A part of the table, with what it is where its looks hide that.
  func part(_ name: String, _ children: [Markup]) -> Markup {
    let part = Markup.element(name, [:], children)
    return isStacked ? part.with("role", name == "tr" ? "row" : "rowgroup") : part
  }

  /// A corner without a name is no head.
  func head(_ index: Int) -> Markup {
    guard !headers[index].isEmpty else {
      let corner = Markup.element("td", [:], [])
      return isStacked ? corner.with("role", "cell") : corner
    }
    let head = Markup.element(
      "th", figures.contains(index) ? ["scope": "col", "class": "figure"] : ["scope": "col"], text: headers[index])
    return isStacked ? head.with("role", "columnheader") : head
  }

  func row(_ entries: [TableEntry], classes: String? = nil) -> Markup {
    let row = part("tr", entries.enumerated().map { cell($1, $0) })
    return classes.map { row.with("class", $0) } ?? row
  }

  private func cell(_ entry: TableEntry, _ index: Int) -> Markup {
    let isFigure = figures.contains(index)
    if index == 0 {
      let header = Markup.element(
        "th", isFigure ? ["scope": "row", "class": "figure"] : ["scope": "row"], [entry.markup])
      return isStacked ? header.with("role", "rowheader") : header
    }
    let isLong = lengths.indices.contains(index) && lengths[index] > 60
    let cell = Markup.element(
      "td", isFigure ? ["class": "figure"] : isLong ? ["class": "long"] : [:], entry.length == 0 ? [] : [entry.markup])
    guard isStacked else { return cell }
    return cell.with("role", "cell").with("data-label", headers.indices.contains(index) ? headers[index] : "")
  }
}
