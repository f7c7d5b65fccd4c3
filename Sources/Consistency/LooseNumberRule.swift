internal import Model

/// A number that survived beside its caption but cannot be tied to it for certain, against the number of the text.
///
/// Such a cell has no value; its note keeps the digits: `raw: 6`. It proves nothing, so this is only worth a look.
struct LooseNumberRule {
  let tables: Tables

  func contradictions() -> [Contradiction] {
    tables.cells.indices.flatMap { loose -> [Contradiction] in
      guard let number = Self.number(in: tables.cells[loose]) else { return [] }
      return tables.cells.indices.filter { isNamed($0, by: loose) && tables.value($0) != number }
        .map { contradiction(loose, number, $0) }
    }
  }

  /// The only digit of a cell whose label is lost; several digits could be several numbers run together.
  private static func number(in cell: TableCell) -> Double? {
    guard cell.status == .unassigned, cell.value == nil, let start = cell.note.firstRange(of: "raw: ") else {
      return nil
    }
    let rest = cell.note[start.upperBound...].prefix { $0 != "." && $0 != "," && $0 != ";" }
    let digits = rest.split(separator: " ")
    return digits.count == 1 && digits[0].count == 1 ? Double(digits[0]) : nil
  }

  /// Every word of the sure cell is in the caption, for the same period.
  private func isNamed(_ sure: Int, by loose: Int) -> Bool {
    let (cell, caption) = (tables.cells[sure], tables.cells[loose])
    guard cell.status.isHard, cell.value != nil, cell.figure != caption.figure,
      Block.isCount(unit: cell.unit, measure: cell.measure), let period = tables.place(of: cell).period,
      period == tables.place(of: caption).period, tables.place(of: cell).categories.isEmpty
    else { return false }
    let (own, other) = (Label(cell.measure), Label(caption.measure))
    return own.words.count >= 2 && own.isContained(in: other)
  }

  private func contradiction(_ loose: Int, _ number: Double, _ sure: Int) -> Contradiction {
    let (caption, cell) = (tables.cells[loose], tables.cells[sure])
    let (raw, value) = (NumberText.printed(number), NumberText.printed(tables.value(sure)))
    let place = RelationWording(tables: tables).place(cell)
    return Contradiction(
      report: tables.report.name, figure: caption.figure, kind: .crossFigure, severity: .note, cells: [caption, cell],
      expected: NumberText.plain(tables.value(sure)), published: NumberText.plain(number),
      sentence: LocalizedText(
        nl: "\(caption.figure), \(caption.measure): los bij dit bijschrift staat \(raw.nl), maar \(place.nl) geeft "
          + "\(value.nl); of het getal hier hoort, is niet zeker.",
        en: "\(caption.figure), \(caption.measure): loose beside this caption stands \(raw.en), but \(place.en) gives "
          + "\(value.en); whether the number belongs here is not certain."))
  }
}
