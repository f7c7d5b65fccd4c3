import Disclosure
import Model

/// The cube of an edition as one document for the filters of a page.
///
/// `dimensions` lists each axis with its `name`, `label` and `categories`, in their order. A cell of `cells` is
/// `[places, value]`: of each dimension the place of its category, or null where the cell is about all of them together, and
/// the count, or null where it is hidden. What is in no cell was not crossed. It holds what `tables/cube.csv` holds.
struct Cube {
  private var axes: [Axis] = []
  private var cells: [Place: CellValue] = [:]
  private let measure, unit: LocalizedText

  private struct Axis {
    var name: LocalizedText
    var categories: [LocalizedText] = []
  }

  private struct Place: Hashable {
    /// By axis, -1 for all together.
    var categories: [Int]
  }

  /// Nil for an edition without a cube.
  init?(of publication: Publication) {
    let tables = publication.tables.filter(\.shape.isOfCube)
    guard let first = tables.first, let row = first.shape.rows.first else { return nil }
    (measure, unit) = (row.measure, row.unit.label)
    for table in tables { takeAxes(table.shape) }
    for table in tables { take(table) }
  }

  private mutating func takeAxes(_ shape: TableShape) {
    for column in shape.columns where !column.isTotal { note(column.name, column.label) }
    for row in shape.rows where !row.isTotal { if let name = row.name { note(name, row.label) } }
    for constant in shape.constants { note(constant.name, constant.label) }
  }

  private mutating func note(_ name: LocalizedText, _ category: LocalizedText) {
    guard !name.nl.isEmpty else { return }
    if !axes.contains(where: { $0.name == name }) { axes.append(Axis(name: name)) }
    for index in axes.indices where axes[index].name == name && !axes[index].categories.contains(category) {
      axes[index].categories.append(category)
    }
  }

  private mutating func take(_ table: PublishedTable) {
    for (row, line) in zip(table.shape.rows, table.cells) {
      for (column, cell) in zip(table.shape.columns, line) {
        var place = Place(categories: axes.map { _ in -1 })
        for constant in table.shape.constants { set(&place, constant.name, constant.label) }
        if !column.isTotal { set(&place, column.name, column.label) }
        if !row.isTotal, let name = row.name { set(&place, name, row.label) }
        cells[place] = cell.value
      }
    }
  }

  private func set(_ place: inout Place, _ name: LocalizedText, _ label: LocalizedText) {
    guard let axis = axes.firstIndex(where: { $0.name == name }),
      let category = axes[axis].categories.firstIndex(of: label)
    else { return }
    place.categories[axis] = category
  }

  func json(imprint: Imprint) -> JSON {
    let ordered = cells.sorted { $0.key.categories.lexicographicallyPrecedes($1.key.categories) }
    return .object([
      ("format", "zicht-cube-1"), ("monitor", .string(imprint.monitor.name)),
      ("edition", .string(imprint.monitor.edition)), ("measure", measure.json), ("unit", unit.json),
      ("minimum", .integer(imprint.monitor.publication.minimum)),
      (
        "dimensions",
        .array(
          axes.map { axis in
            .object([("label", axis.name.json), ("categories", .array(axis.categories.map(\.json)))])
          })
      ),
      (
        "cells",
        .array(
          ordered.map { place, value in
            .array([
              .array(place.categories.map { $0 < 0 ? .null : .integer($0) }),
              value.quantity.map { .decimal($0.plain) } ?? .null,
            ])
          })
      ),
    ])
  }
}
