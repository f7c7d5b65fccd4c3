import Model
import Yams

/// Whether the tables can say what the figure asks.
extension FigureCounts {
  func check(_ delivered: Figure.Delivered, in map: YAMLMap) {
    let check = CountFigureCheck(delivered: delivered, map: map, tables: tables, scope: scope)
    check.checkShape()
    for (position, held) in tables.enumerated() {
      check.checkAxes(of: held, isFirst: position == 0)
      check.checkAdding(in: held)
    }
    check.checkCodes()
  }
}

/// One figure with its tables.
private struct CountFigureCheck {
  let delivered: Figure.Delivered
  let map: YAMLMap
  let tables: [FigureCounts.Held]
  let scope: CountScope?

  private func complain(_ key: String, nl: String, en: String) {
    complain(at: map.line(of: key), nl: nl, en: en)
  }

  private func complain(at line: Int, nl: String, en: String) {
    map.report(.countFigure, at: line, nl: nl, en: en)
  }

  private var rowDimension: Figure.Dimension? { delivered.rows.axis }

  // MARK: The figure by itself

  func checkShape() {
    if case .shareOfColumn = delivered.statistic, rowDimension == nil {
      complain(
        "statistic", nl: "een aandeel van de kolom in \(map.subject.nl) vraagt een kenmerk in de rijen.",
        en: "a share of the column in \(map.subject.en) asks for an axis in the rows.")
    }
    checkDimensions()
  }

  /// The open data has room for three dimensions.
  private func checkDimensions() {
    let constants = delivered.rows.held?.fixed.count { $0.name != nil } ?? 0
    let isNamed =
      switch delivered.rows {
      case .dimension: true
      case .whole(_, let total): total?.name != nil
      case .each(let rows): rows.contains { $0.name != nil }
      }
    let count = (isNamed ? 1 : 0) + (delivered.panels.isEmpty && delivered.columnTotal == nil ? 0 : 1) + constants
    guard count > 3 else { return }
    complain(
      "counts", nl: "\(map.subject.nl) heeft \(count) assen in de open data; er is plaats voor drie.",
      en: "\(map.subject.en) has \(count) axes in the open data; there is room for three.")
  }

  // MARK: The axes of a table

  func checkAxes(of held: FigureCounts.Held, isFirst: Bool) {
    let table = held.table
    if let rowDimension { checkHas(rowDimension, table, "rows") }
    for panel in delivered.panels { checkHas(panel, table, "columns") }
    let panels: [Figure.Dimension?] = delivered.panels.isEmpty ? [nil] : delivered.panels.map { $0 }
    for panel in panels {
      var taken = held.fixed.map(\.variable)
      for shown in [rowDimension, panel].compactMap({ $0 }) {
        guard let variable = table.variable(shownBy: shown) else { continue }
        if taken.contains(variable) {
          complain(
            at: held.line,
            nl: "`\(variable)` staat in \(map.subject.nl) op twee plaatsen: in een as en bij `at`, of in twee assen.",
            en: "`\(variable)` is in \(map.subject.en) twice: on an axis and at `at`, or on two axes.")
        }
        taken.append(variable)
      }
      checkHidden(of: held, shown: taken)
    }
  }

  private func checkHas(_ dimension: Figure.Dimension, _ table: CountTable, _ key: String) {
    guard table.variable(shownBy: dimension) == nil else { return }
    let meant = Wording.meant(dimension.variable, among: table.variables)
    map.report(
      .unknownVariable, at: map.line(of: key),
      nl: "tabel \(table.name) heeft geen kenmerk `\(dimension.variable)`, zoals \(map.subject.nl) vraagt\(meant.nl)",
      en: "table \(table.name) has no axis `\(dimension.variable)`, as \(map.subject.en) asks\(meant.en)")
  }

  /// What is neither shown nor held at one value has to be added up, or given as a total.
  private func checkHidden(of held: FigureCounts.Held, shown: [String]) {
    let table = held.table
    if table.years.count > 1, !shown.contains("year") {
      complain(
        at: held.line,
        nl: "tabel \(table.name) gaat over meer jaren; zet in \(map.subject.nl) `year` in de kolommen of bij `at`.",
        en: "table \(table.name) is about several years; in \(map.subject.en) put `year` into the columns or at `at`.")
    }
    guard !table.addsUp else { return }
    for variable in table.axes.map(\.variable) where !shown.contains(variable) {
      complain(
        at: held.line,
        nl:
          "\(map.subject.nl) laat `\(variable)` niet zien, maar de categorieën van tabel \(table.name) mogen niet worden "
          + "opgeteld; zet `\(variable): total` bij `at`.",
        en:
          "\(map.subject.en) does not show `\(variable)`, but the categories of table \(table.name) cannot be added up; "
          + "put `\(variable): total` at `at`.")
    }
  }

  // MARK: Adding up

  func checkAdding(in held: FigureCounts.Held) {
    let table = held.table
    guard !table.addsUp else { return }
    checkTotals(of: table)
    let needsTotal =
      held.fixed.contains { $0.code == "total" && $0.variable != "year" } || isBase(delivered.rows.total)
      || isBase(delivered.columnTotal)
    if needsTotal, !table.asksTotal {
      complain(
        at: held.line, nl: "\(map.subject.nl) vraagt een totaal dat tabel \(table.name) niet levert (`total: true`).",
        en: "\(map.subject.en) asks for a total that table \(table.name) does not deliver (`total: true`).")
    }
    if delivered.statistic != .count, table.kind != .count || !table.asksTotal {
      complain(
        "statistic", nl: "over tabel \(table.name) is in \(map.subject.nl) geen aandeel te berekenen.",
        en: "no share can be computed over table \(table.name) in \(map.subject.en).")
    }
    for dimension in [rowDimension].compactMap({ $0 }) + delivered.panels where dimension.variable != "year" {
      checkSums(dimension, table)
    }
  }

  private func isBase(_ total: Figure.Total?) -> Bool { total?.basis == .base }

  private func checkTotals(of table: CountTable) {
    if rowDimension != nil, let total = delivered.rows.total, total.basis == .shown {
      complainOfTotal("row-total", table)
    }
    let isOverYears = delivered.panels.first?.variable == "year" && table.kind == .count
    if let total = delivered.columnTotal, total.basis == .shown, !delivered.panels.isEmpty, !isOverYears {
      complainOfTotal("column-total", table)
    }
  }

  private func complainOfTotal(_ key: String, _ table: CountTable) {
    complain(
      key,
      nl: "de categorieën van tabel \(table.name) mogen niet worden opgeteld; geef `\(key)` in \(map.subject.nl) "
        + "`basis: base`, het totaal of de basis die de melder geeft.",
      en: "the categories of table \(table.name) cannot be added up; give `\(key)` in \(map.subject.en) "
        + "`basis: base`, the total or base that the source gives.")
  }

  private func checkSums(_ dimension: Figure.Dimension, _ table: CountTable) {
    guard let axis = table.axis(of: dimension.variable).map({ table.axes[$0] }) else { return }
    let groups = dimension.pools.isEmpty ? dimension.order.map { [$0] } : dimension.pools.map(\.codes)
    guard groups.contains(where: { group in axis.words.count { group.contains($0.code) } > 1 }) else { return }
    complain(
      dimension == rowDimension ? "rows" : "columns",
      nl:
        "`\(dimension.variable)` in \(map.subject.nl) neemt categorieën samen, en die van tabel \(table.name) mogen niet "
        + "worden opgeteld.",
      en:
        "`\(dimension.variable)` in \(map.subject.en) takes categories together, and those of table \(table.name) cannot "
        + "be added up.")
  }

  // MARK: Categories

  /// Every category is one that a table asks for, and every class one that each table can make.
  func checkCodes() {
    if let rowDimension { checkCodes(of: rowDimension, in: map.node("rows")) }
    for (index, panel) in delivered.panels.enumerated() {
      checkCodes(of: panel, in: map.node("columns")?.sequence?[index])
    }
  }

  private func checkCodes(of dimension: Figure.Dimension, in node: Node?) {
    guard node?.mapping?["boundaries"] == nil else { return }
    let codes = dimension.pools.isEmpty ? dimension.order : dimension.pools.flatMap(\.codes)
    let known = tables.flatMap { $0.table.codes(of: dimension.variable) }
    guard dimension.from.isEmpty else { return checkClasses(of: dimension, in: node) }
    guard !known.isEmpty else { return }
    for code in codes where !known.contains(code) && dimension.existence[code] == nil {
      guard let line = node?.line(ofListed: code) else { continue }
      let meant = Wording.meant(code, among: known)
      map.report(
        .unknownCategory, at: line,
        nl: "geen tabel van \(map.subject.nl) vraagt `\(code)` van `\(dimension.variable)`\(meant.nl)",
        en: "no table of \(map.subject.en) asks for `\(code)` of `\(dimension.variable)`\(meant.en)")
    }
  }
}

/// Classes of several tables that meet, or do not.
extension CountFigureCheck {
  fileprivate func checkClasses(of dimension: Figure.Dimension, in node: Node?) {
    guard let scope, let wanted = scope.variables.variable(named: dimension.variable) else { return }
    let groups = dimension.pools.isEmpty ? dimension.order.map { [$0] } : dimension.pools.map(\.codes)
    var divisions: [(table: CountTable, variable: Variable)] = []
    for table in tables.map(\.table) {
      guard let name = table.variable(shownBy: dimension), name != dimension.variable,
        let variable = scope.variables.variable(named: name),
        !divisions.contains(where: { $0.table.name == table.name && $0.variable.name == name })
      else { continue }
      divisions.append((table, variable))
    }
    let shared = commonClasses(of: divisions.map { $0.variable.categories.compactMap(\.bounds) })
    for (table, variable) in divisions {
      let classes = variable.categories.compactMap(\.bounds)
      for group in groups {
        let bounds = wanted.categories.filter { group.contains($0.code) }.compactMap(\.bounds)
        guard let code = group.first, ClassBounds.merged(bounds).contains(where: { $0.tiles(in: classes) == nil })
        else {
          continue
        }
        let (nl, en) = (shared.map(\.words.nl).joined(separator: "; "), shared.map(\.words.en).joined(separator: "; "))
        map.report(
          .classesApart, at: node?.line(ofListed: code) ?? node?.mark?.line ?? map.line,
          nl:
            "klasse `\(code)` van `\(wanted.name)` in \(map.subject.nl) is niet te maken uit `\(variable.name)` van tabel "
            + "\(table.name); gemeenschappelijk zijn: \(nl.isEmpty ? "geen" : nl).",
          en:
            "class `\(code)` of `\(wanted.name)` in \(map.subject.en) cannot be made from `\(variable.name)` of table "
            + "\(table.name); in common are: \(en.isEmpty ? "none" : en).")
      }
    }
  }
}

extension CountTable {
  /// The variable of the table, or `year`, that a dimension shows: its own, or one from whose classes it is made up.
  fileprivate func variable(shownBy dimension: Figure.Dimension) -> String? {
    if variables.contains(dimension.variable) { return dimension.variable }
    return axes.map(\.variable).first { dimension.from.contains($0) }
  }
}

extension Node {
  /// The line on which a code stands in `order` or in `of` of this node.
  fileprivate func line(ofListed code: String) -> Int? {
    switch self {
    case .mapping(let mapping):
      for (key, value) in mapping where ["order", "of", "pools"].contains(key.scalar?.string ?? "") {
        if let line = value.line(ofListed: code) { return line }
      }
      return nil
    case .sequence(let sequence):
      for node in sequence { if let line = node.line(ofListed: code) { return line } }
      return nil
    case .scalar(let scalar): return scalar.string == code ? scalar.mark?.line : nil
    default: return nil
    }
  }
}
