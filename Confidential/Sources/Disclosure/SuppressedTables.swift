public import Model
import Protection
public import Tabulation

/// What hiding did to the tables of an edition.
struct SuppressedTables {
  /// As they may be shown.
  private(set) var tables: [[[Cell]]]
  /// Cells that cannot be protected, by what stands at their place: never their number.
  private(set) var unmet: [String] = []
  /// By data set, the dimensions over which parts do not come to their total.
  let unsummed: [String: Set<String>]

  /// Hides the counts that are sensitive, what would give them away, and shares and means beside them.
  /// - Parameter earlier: What earlier editions did with a cell.
  init(
    _ tables: [ConfidentialTable], under common: ProtectionRule, _ stricter: [StricterMinimum], earlier: EarlierCells
  ) {
    self.tables = tables.map(\.cells)
    var edition = EditionCells(tables)
    edition.take(earlier.tables, printsZeros: common.printsZeros)
    unsummed = edition.unsummed
    var rule = common
    for (place, cell) in edition.cells where !stricter.isEmpty {
      rule.minima[cell] = stricter.minimum(about: edition.about(place)).map { max($0, rule.minima[cell] ?? 0) }
    }
    var candidates = (0..<edition.system.count).map { $0 < edition.ownCount }
    var before: Set<Int> = []
    for (place, cell) in edition.cells {
      switch earlier.fate(tables[place.table].shape, place.row, place.column) {
      // What was shown is known; another number in its place is not.
      case .shown(let quantity):
        if quantity == tables[place.table].cells[place.row][place.column].value.quantity { candidates[cell] = false }
      case .hidden: before.insert(cell)
      case nil: break
      }
    }
    let pattern = edition.system.suppressed(
      under: rule, candidates: candidates, mustHide: before.filter { candidates[$0] }.sorted(),
      guarded: edition.guarded.sorted(),
      weights: edition.system.values.map { Double(max(1, $0 ?? 1)) })
    let (hidden, sensitive) = (Set(pattern.hidden), Set(pattern.sensitive))
    for (place, cell) in edition.cells where hidden.contains(cell) {
      hide(place, sensitive.contains(cell) ? .primary : .secondary)
    }
    for index in tables.indices {
      hideShares(of: tables[index], index) { place in
        var rule = common
        rule.minimum = max(common.minimum, stricter.minimum(about: edition.about(place)) ?? 0)
        return rule
      }
    }
    unmet = pattern.unmet.map { edition.label(of: $0) }
  }

  private mutating func hide(_ place: EditionCells.Place, _ why: Suppression) {
    let cell = tables[place.table][place.row][place.column]
    tables[place.table][place.row][place.column] = Cell(.suppressed(why), rung: cell.rung)
  }

  /// Shares and means of few, or of which the part or the rest is sensitive, or beside a hidden count.
  private mutating func hideShares(
    of table: ConfidentialTable, _ index: Int, under rule: (EditionCells.Place) -> ProtectionRule
  ) {
    let shape = table.shape
    var hiddenAt: Set<[String]> = []
    for (row, header) in shape.rows.enumerated() {
      for column in shape.columns.indices where tables[index][row][column].value.absence == .suppressed {
        hiddenAt.insert([header.label.nl, shape.columns[column].key])
        hiddenAt.insert(["", shape.columns[column].key])
      }
    }
    for (row, header) in shape.rows.enumerated() where header.unit == .perCent || header.isSummary {
      for (column, columnHeader) in shape.columns.enumerated() {
        let cell = tables[index][row][column]
        guard let value = cell.value.quantity, cell.rung < .estimated else { continue }
        let isBeside =
          hiddenAt.contains([header.label.nl, columnHeader.key])
          || cell.base == nil && hiddenAt.contains(["", columnHeader.key])
        let place = EditionCells.Place(table: index, row: row, column: column)
        if isBeside || isTelling(value, of: cell.base, isShare: !header.isSummary, rule(place)) {
          hide(place, .secondary)
        }
      }
    }
  }

  private func isTelling(_ value: Quantity, of base: Int?, isShare: Bool, _ rule: ProtectionRule) -> Bool {
    guard let base else { return false }
    if base < rule.minimum { return true }
    guard isShare else { return false }
    let part = (base * value.numerator + 50 * value.denominator) / (100 * value.denominator)
    return rule.sensitive.contains(part) || rule.sensitive.contains(base - part)
  }
}
